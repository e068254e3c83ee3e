"""Page furniture in a plain text: the spans that are on the page and are not the article.

Only general rules: the wording of a line (`furniture_wording`), and where lines stand together (`furniture_head`, `_inline`,
`_teasers`, `_tail`). When in doubt a line is the article, since a sentence that is marked by mistake is never found again.
"""

import re

from clipfile.corpus.article import Span
from clipfile.corpus.credit_line import credit_line
from clipfile.corpus.furniture_head import mark_head
from clipfile.corpus.furniture_inline import mark_inline
from clipfile.corpus.furniture_line import Line
from clipfile.corpus.furniture_tail import mark_authors, mark_bottom, mark_comments, mark_tail
from clipfile.corpus.furniture_teasers import mark_lists, mark_teasers
from clipfile.corpus.furniture_wording import Kind, kind_of
from clipfile.corpus.paragraphs import paragraphs_of, trimmed

_OPENING_MARK = re.compile(r"#{1,6}(?=[ \t])|>(?:[ \t]*>)*(?=[ \t]*[^\s>])")
_GLUED_TEASER = re.compile(
    r"(?<=[.!?”’\")\]])[\s*_|–—-]*\b(?:(?:Read|See|Watch|Listen)(?: (?:more|next|also|now))?|(?:Also|Must) [Rr]ead"
    r"|READ (?:MORE|ALSO)|ALSO READ|SEE ALSO|WATCH|Related(?: [a-z]+)?|RELATED) ?[:|»]"
    r" ?(?=[*\[“\"‘]*[A-Z0-9])[^.!?\n]{8,160}[?!]?\Z"
)
_INNER_END = re.compile(r"(?<=[a-z0-9%][.!?])[”\"’]?(?=[A-Z])|(?<=[.!?”\"’)])\s+(?=[A-Z(\[])")
_LONGEST = 1200  # characters; longer lines are not searched
_SPEECH = re.compile(r"[“\"](?:[^“”\"]+\s){2}[^“”\"]+[”\"]")  # which no caption holds
_REPORT = re.compile(  # what is no word to the reader: several sentences, or somebody's
    r"\A(?!.*\b(?:your?|yours|our|us|we|my)\b)(?=.*(?:[.!?]\d{0,2}\s+\w|\b(?:said|says|told|according)\b)).*\.\Z",
    re.IGNORECASE | re.DOTALL,
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
            mark = _OPENING_MARK.match(line.words)
            spans.extend([Span(line.span.start, line.span.start + mark.end())] if mark else [])
        elif number - 1 in marked and spans:
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
    return spans


def credit_line_of(text: str) -> str | None:
    """The line at the end that says who reported or first published the text, such as "- A Gazette report"."""
    lines = _lines(text)
    _, credit = _mark(lines)
    return None if credit is None else lines[credit].words


def _lines(text: str) -> list[Line]:
    """The paragraphs; furniture that is glued to the end of one is a line of its own."""
    lines = []
    end = 0
    for span in paragraphs_of(text):
        kind = kind_of(text[span.start : span.end])
        glued = span.start + _glued(text[span.start : span.end], kind)
        for part in (trimmed(text, Span(span.start, glued)), Span(glued, span.end)):
            if part.start < part.end:
                words = text[part.start : part.end]
                blank_before = text[end : part.start].replace("\r\n", "\n").count("\n") != 1
                lines.append(Line(part, words, kind if part == span else kind_of(words), blank_before))
                end = part.end
    return lines


def _glued(words: str, kind: Kind | None) -> int:
    """Where furniture begins that is glued to the end of a paragraph; the paragraph's end if none is."""
    teaser = _GLUED_TEASER.search(words)
    if teaser:
        return teaser.start()
    known = {Kind.CREDIT: _SPEECH, Kind.BOX: _REPORT}.get(kind or Kind.RULE)
    for match in _INNER_END.finditer(words) if len(words) <= _LONGEST else ():
        own = words[: match.start()]
        is_glued = not match[0].isspace() or (known and known.search(own) and kind_of(own) is None)
        if is_glued and kind_of(words[match.end() :]):
            return match.end()
    return len(words)


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
