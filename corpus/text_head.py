"""What a plain text states of itself above its first sentence: the title, the byline, the outlet and the date."""

import re
from collections.abc import Sequence

from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.front_matter import FrontMatter
from clipfile.corpus.furniture_line import Line
from clipfile.corpus.furniture_wording import kind_of, without_emphasis
from clipfile.corpus.outlet_names import is_outlet_name
from clipfile.corpus.paragraphs import paragraphs_of
from clipfile.corpus.stated_dates import stated_date

_LONGEST = 3000  # characters that can hold what stands above the first sentence
_LINES = 10
_TITLE_WORDS = 4  # at least; a shorter line can be a section's name
_NAME = r"[A-Z][\w.’'-]*(?: (?:(?:de|van|von|der|la|el|al|bin|da|du) )?[A-Z][\w.’'-]*){1,3}"
_AND = r"(?:, and |,? and |, | & )"
_BYLINE = re.compile(rf"(?:[Ww]ritten )?(?:[Bb]y|BY):? (?P<names>{_NAME}(?:{_AND}{_NAME})*)")
_NO_NAME = re.compile(
    r"\b(?:Correspondent|Reporter|Editor|Writer|Columnist|Contributor|Staff|Team|Desk|Newsroom|Bureau)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[|·•–—]\s*|\s+-\s+")
_LATER = re.compile(r"(?:last )?(?:updated|modified|edited|corrected)\b", re.IGNORECASE)


def read_head(text: str) -> FrontMatter:
    """What stands above the first sentence; nothing where neither a byline nor a date is there: then a heading is just a line.

    Nothing is guessed: an outlet is a name such as "The Vale Gazette", a date one with its year.
    """
    head = _head(text)
    stamps = [line.words for line in head if line.kind is not None or _BYLINE.match(line.words)]
    bylines = [match for words in stamps if (match := _BYLINE.match(words))]
    dates = [date for words in sorted(stamps, key=lambda one: bool(_LATER.match(one))) if (date := _date(words))]
    if not bylines and not dates:
        return FrontMatter()
    names = [name for match in bylines for name in re.split(_AND, match["names"]) if not _NO_NAME.search(name)]
    parts = [part for line in head for part in _BETWEEN.split(line.words)]
    return FrontMatter(
        title=next((line.words for line in head if _may_be_title(line)), None),
        outlet=next((part for part in parts if is_outlet_name(part)), None),
        author=", ".join(names) or None,
        published=dates[0] if dates else None,
    )


def _head(text: str) -> Sequence[Line]:
    lines = []
    for span in paragraphs_of(text[:_LONGEST])[:_LINES]:
        words = without_emphasis(" ".join(text[span.start : span.end].split()).lstrip("# "))
        line = Line(span, words, kind_of(words), blank_before=False)
        if line.kind is None and line.is_prose:
            break
        lines.append(line)
    return lines


def _date(stamp: str) -> PublicationDate | None:
    found = (stated_date(part) for part in _BETWEEN.split(stamp))
    return next((date for date in found if date and date.first_day == date.last_day), None)


def _may_be_title(line: Line) -> bool:
    is_byline = _BYLINE.match(line.words)
    return line.kind is None and line.length >= _TITLE_WORDS and not is_byline and not is_outlet_name(line.words)
