"""The paragraphs of a text: its lines, or in a text wrapped at a fixed width the lines between two breaks."""

import re
from itertools import pairwise

from clipfile.corpus.article import Span

_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")  # every line end that str.splitlines knows
_WRAPPED_WIDTH = range(40, 101)  # characters; mail and old archives wrap at 65 to 80, a paragraph on one line is longer
_WRAPPED_LINES = 6  # that many full lines at least
_WRAPPED_SHARE = 0.7  # of the lines that another follows directly
_OPENS = re.compile(r"[ \t]{2,}|\s*(?:[•‣▪●*-]|\d{1,3}[.)])\s")  # an indented line or a list item


def paragraphs_of(text: str) -> list[Span]:
    """The paragraphs in order, without the white space around them; every other character is in exactly one."""
    lines = _lines(text)
    width = max((len(line) for line in _words(text, lines)), default=0)
    goes_on = [_goes_on(text, line, following) for line, following in pairwise(lines)]
    full = [
        same and line.end - line.start + 1 + len(text[after.start : after.end].split()[0]) > width
        for same, (line, after) in zip(goes_on, pairwise(lines), strict=True)
    ]
    if width not in _WRAPPED_WIDTH or sum(full) < max(_WRAPPED_LINES, _WRAPPED_SHARE * sum(goes_on)):
        return [line for line in lines if line.start < line.end]
    paragraphs: list[Span] = []
    for line, no_room_before in zip(lines, [False, *full], strict=True):
        if no_room_before:
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        elif line.start < line.end:
            paragraphs.append(line)
    return paragraphs


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space at its ends; empty if it holds nothing else."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _lines(text: str) -> list[Span]:
    """Every line, blank ones as empty spans, without the white space around it."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    ends = [*(match.start() for match in _LINE_END.finditer(text)), len(text)]
    return [trimmed(text, Span(start, end)) for start, end in zip(starts, ends, strict=True)]


def _words(text: str, lines: list[Span]) -> list[str]:
    """The lines of several words; a web address can be longer than the width at which the text is wrapped."""
    words = (text[line.start : line.end] for line in lines)
    return [line for line in words if line.count(" ") > 1]


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Whether the next line can belong to the same paragraph: neither is blank, and nothing opens there."""
    if line.start == line.end or following.start == following.end:
        return False
    indented = text[line.end : following.start].rpartition("\n")[2] + text[following.start : following.start + 5]
    return not _OPENS.match(indented)
