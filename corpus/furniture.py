"""Page furniture in a plain text: the spans that are on the page and are not the article.

Only general rules: the wording of a line (`furniture_wording`), and where lines stand together (`furniture_head`, `_inline`,
`_teasers`, `_tail`). When in doubt a line is the article, since a sentence that is marked by mistake is never found again.
"""

import re
from collections.abc import Iterator

from clipfile.corpus.article import Span
from clipfile.corpus.credit_line import credit_line
from clipfile.corpus.furniture_head import mark_head
from clipfile.corpus.furniture_inline import mark_inline
from clipfile.corpus.furniture_line import Line
from clipfile.corpus.furniture_tail import mark_authors, mark_bottom, mark_comments, mark_tail
from clipfile.corpus.furniture_teasers import mark_lists, mark_teasers
from clipfile.corpus.furniture_wording import Kind, kind_of
from clipfile.corpus.paragraphs import paragraphs_of

_OPENING_MARK = re.compile(r"#{1,6}(?=[ \t])|>(?:[ \t]*>)*(?=[ \t]*[^\s>])")
_GLUED_TEASER = re.compile(
    r"(?<=[.!?”’\")\]])[\s*_|–—-]*\b(?:(?:Read|See|Watch|Listen)(?: (?:more|next|also|now))?|(?:Also|Must) [Rr]ead"
    r"|READ (?:MORE|ALSO)|ALSO READ|SEE ALSO|WATCH|Related(?: [a-z]+)?|RELATED) ?[:|»]"
    r" ?(?=[*\[“\"‘]*[A-Z0-9])[^.!?\n]{8,160}[?!]?\Z"
)


def furniture_of(text: str) -> list[Span]:
    """The furniture of a text, in order, without white space at its ends; adjoining lines are one span.

    The title and the headings in the body are not furniture.
    """
    lines = _lines(text)
    marked, _ = _mark(lines)
    spans: list[Span] = []
    for number, line in enumerate(lines):
        if number not in marked:
            spans.extend(_parts(line))
        elif number - 1 in marked and spans:
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
    return spans


def _parts(line: Line) -> Iterator[Span]:
    """The furniture within a line of the article: the mark of a heading or a quoted block, a teaser glued to the end."""
    for match in (_OPENING_MARK.match(line.words), _GLUED_TEASER.search(line.words)):
        if match:
            yield Span(line.span.start + match.start(), line.span.start + match.end())


def credit_line_of(text: str) -> str | None:
    """The line at the end that says who reported or first published the text, such as "- A Gazette report"."""
    lines = _lines(text)
    _, credit = _mark(lines)
    return None if credit is None else lines[credit].words


def _lines(text: str) -> list[Line]:
    lines = []
    end = 0
    for span in paragraphs_of(text):
        words = text[span.start : span.end]
        blank_before = text[end : span.start].replace("\r\n", "\n").count("\n") != 1
        lines.append(Line(span, words, kind_of(words), blank_before))
        end = span.end
    return lines


def _mark(lines: list[Line]) -> tuple[set[int], int | None]:
    """The numbers of the lines that are furniture, and which of them is the credit line."""
    marked = {number for number, line in enumerate(lines) if line.kind not in (None, Kind.BUTTON)}
    mark_head(lines, marked)
    mark_inline(lines, marked)
    mark_comments(lines, marked)
    mark_teasers(lines, marked)
    mark_lists(lines, marked)
    mark_bottom(lines, marked)
    mark_authors(lines, marked)
    stamps = {number for number, line in enumerate(lines) if line.kind is Kind.STAMP}
    credit = credit_line([line.words for line in lines], marked - stamps)
    if credit is not None:
        marked.add(credit)
        mark_authors(lines, marked)
    mark_tail(lines, marked)
    return marked, credit
