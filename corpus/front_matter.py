"""Front matter: what is stated of an article between two --- lines at the top of its file."""

import re
from dataclasses import dataclass

from clipfile.corpus.article import ArticleError
from clipfile.corpus.dates import DateError, PublicationDate

NOT_STATED = "not stated"
_LONGEST = 65_536  # characters between the two --- lines
_BLOCK = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)(?:^|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEY = re.compile(r"^[A-Za-z_][\w -]*:(?:\s|$)", re.MULTILINE)
_BARE = re.compile(  # a value without quotes that holds what would end it in YAML: "Exclusive: the dam", "The #1 dam"
    r"^(?P<key>[A-Za-z_][\w -]*:[ \t]+)(?P<value>[^\s'\"\[\]{}|>!&*%@`#](?:.*?)(?::[ \t]|[ \t]#(?=\S)).*?)(?=[ \t]*\r?$)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is stated of an article. `None` stands for "not stated"."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: PublicationDate | None = None
    url: str | None = None


def split_front_matter(text: str) -> tuple[FrontMatter, int]:
    """What the front matter states, and the offset at which the article's own text begins (0 without front matter).

    Raises:
        ArticleError: if the front matter is not closed, is not YAML, or states a date that is none.
    """
    if not re.match(r"---[ \t]*\r?\n", text):
        return FrontMatter(), 0
    match = _BLOCK.match(text[:_LONGEST])
    if not match:
        if _KEY.match(text.split("\n", 2)[1]):
            raise ArticleError(
                "its front matter opens with --- but is not closed; put a line with --- below the last key"
            )
        return FrontMatter(), 0
    if match["yaml"].strip() and not _KEY.search(match["yaml"]):
        return FrontMatter(), 0  # a rule across the page, not front matter
    return _stated(_values(match["yaml"])), match.end()


def _values(block: str) -> dict[str, str]:
    """Every key with its value as text, a headline with a colon among them; a list is joined with commas."""
    import yaml

    block = _BARE.sub(lambda bare: bare["key"] + "'" + bare["value"].replace("'", "''") + "'", block)
    try:
        values = yaml.load(block, Loader=yaml.BaseLoader) or {}  # BaseLoader makes texts only, never objects
    except (yaml.YAMLError, RecursionError) as error:
        where = getattr(getattr(error, "problem_mark", None), "line", None)
        line = f" at line {where + 2}" if where is not None else ""
        raise ArticleError(
            f"its front matter is broken{line}; write one `key: 'value'` a line, values in quotes"
        ) from error
    if not isinstance(values, dict):
        raise ArticleError("its front matter is broken; write one `key: 'value'` a line, values in quotes")
    return {str(key): _as_line(str(key), value) for key, value in values.items()}


def _as_line(key: str, value: object) -> str:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _stated(values: dict[str, str]) -> FrontMatter:
    def value_of(key: str) -> str | None:
        value = values.get(key, "")
        return value if value and value.lower() != NOT_STATED else None

    published = value_of("published")
    try:
        date = PublicationDate(published, value_of("published_from")) if published else None
    except DateError as error:
        raise ArticleError(f"published: {error}") from error
    return FrontMatter(value_of("title"), value_of("outlet"), value_of("author"), date, value_of("url"))
