"""What a plain text states of itself above its first sentence: the title, the byline, the outlet and the date."""

import re
from collections.abc import Sequence
from itertools import takewhile

from clipfile.corpus.datelines import after_dateline
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.front_matter import FrontMatter
from clipfile.corpus.furniture_head import MAIL_HEADER
from clipfile.corpus.furniture_line import Line, is_long_headline
from clipfile.corpus.furniture_wording import kind_of, without_emphasis
from clipfile.corpus.outlet_names import is_outlet_name
from clipfile.corpus.paragraphs import paragraphs_of
from clipfile.corpus.stated_dates import stated_date

_LONGEST = 3000  # characters that can hold what stands above the first sentence
_LINES = 20  # that are not furniture
_TITLE_WORDS = 4  # at least; a shorter line can be a section's name
_NAME = r"[A-Z][\w.’'-]*(?: (?:(?:de|van|von|der|la|el|al|bin|da|du) )?[A-Z][\w.’'-]*){1,3}"
_AND = r"(?:, and |,? and |, | & )"
_BYLINE = re.compile(rf"(?:[Ww]ritten )?(?:[Bb]y|BY):? (?P<names>{_NAME}(?:{_AND}{_NAME})*)")
_NO_NAME = re.compile(
    r"\b(?:Correspondent|Reporter|Editor|Writer|Columnist|Contributor|Staff|Team|Desk|Newsroom|Bureau|Agency|Agencies)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[|·•–—]\s*|\s+-\s+")
_LAST_LINES = 8
_PUBLISHED = re.compile(r"(?:first )?(?:published|posted)\b", re.IGNORECASE)
_WITHIN_BYLINE = re.compile(r", | (?:for|of) ")
_REPLY = re.compile(r"(?:(?:re|fwd?) ?: ?)+", re.IGNORECASE)
_MAIL_DATES = ("date", "sent")
_LATER = re.compile(r"(?:last )?(?:updated|modified|edited|corrected)\b", re.IGNORECASE)


def read_head(text: str) -> FrontMatter:
    """What stands above the first sentence; nothing where neither a byline nor a date is there: then a heading is just a line.

    Nothing is guessed: an outlet is a name such as "The Vale Gazette", a date one with its year. A dateline is above the
    first sentence, too, and so are the headers of a mail.
    """
    lines = _lines(text)
    head = lines[: _length(lines)]
    mail = _mail_headers(head)
    stamps = [line.words for line in head if line.kind is not None or _BYLINE.match(line.words)]
    bylines = [match for words in stamps if (match := _BYLINE.match(words))]
    stated = [
        *(mail[name] for name in _MAIL_DATES if name in mail),
        *sorted(stamps, key=_is_later),
        _dateline(lines, len(head)),
        _below(text),
    ]
    dates = [date for words in stated if (date := _date(words))]
    if not bylines and not dates:
        return FrontMatter()
    names = [name for match in bylines for name in re.split(_AND, match["names"]) if not _NO_NAME.search(name)]
    if "from" in mail:
        names.extend(re.findall(rf"^\W*({_NAME})", mail["from"]))
    parts = [part for line in head for part in _BETWEEN.split(line.words)]
    parts += [part for words in stamps for part in _WITHIN_BYLINE.split(words)]
    return FrontMatter(
        title=_REPLY.sub("", mail.get("subject", ""))
        or next((line.words for line in head if _may_be_title(line)), None),
        outlet=next((part for part in parts if is_outlet_name(part)), None),
        author=", ".join(name for name in names if not is_outlet_name(name)) or None,
        published=dates[0] if dates else None,
    )


def _lines(text: str) -> list[Line]:
    lines = []
    for span in paragraphs_of(text[:_LONGEST]):
        words = without_emphasis(" ".join(text[span.start : span.end].split()).lstrip("# "))
        lines.append(Line(span, words, kind_of(words), blank_before=False))
    return lines


def _length(lines: Sequence[Line]) -> int:
    """How many lines stand above the first sentence; a sentence above the byline sums the article up."""
    prose = [
        n for n, line in enumerate(lines) if line.kind is None and line.is_prose and not is_long_headline(lines, n)
    ]
    end = prose[0] if prose else len(lines)
    if end and len(prose) > 1 and any(_BYLINE.match(line.words) for line in lines[end + 1 : min(end + 3, prose[1])]):
        end = prose[1]
    unmarked = [n for n in range(end) if lines[n].kind is None]
    return unmarked[_LINES] if len(unmarked) > _LINES else end


def _mail_headers(head: Sequence[Line]) -> dict[str, str]:
    """The values of a mail's headers by lower-case name."""
    pairs = [line.words.split(":", 1) for line in takewhile(lambda line: MAIL_HEADER.fullmatch(line.words), head)]
    return {name.lower(): value.strip() for name, value in pairs} if len(pairs) > 1 else {}


def _is_later(stamp: str) -> bool:
    return bool(_LATER.match(stamp))


def _below(text: str) -> str:
    """The line near the end that says when it was published."""
    last = [words for line in text[-_LONGEST:].splitlines() if (words := line.strip())][-_LAST_LINES:]
    return next((words for words in last if _PUBLISHED.match(words) and kind_of(words)), "")


def _dateline(lines: Sequence[Line], number: int) -> str:
    words = lines[number].words if number < len(lines) else ""
    return words[: after_dateline(words, 0)]


def _date(stamp: str) -> PublicationDate | None:
    found = (stated_date(part) for part in _BETWEEN.split(stamp))
    return next((date for date in found if date and date.first_day == date.last_day), None)


def _may_be_title(line: Line) -> bool:
    is_byline = _BYLINE.match(line.words)
    is_name = is_byline or is_outlet_name(line.words)
    return line.kind is None and line.length >= _TITLE_WORDS and not is_name and not MAIL_HEADER.fullmatch(line.words)
