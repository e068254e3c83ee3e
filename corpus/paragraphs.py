"""The paragraphs of a text: its lines that are not blank."""

import re

from clipfile.corpus.article import Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")  # every line end that str.splitlines knows


def paragraphs_of(text: str) -> list[Span]:
    """The paragraphs in order, without the white space around them."""
    spans = (trimmed(text, Span(*match.span())) for match in _LINE.finditer(text))
    return [span for span in spans if span.start < span.end]


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space at its ends; empty if it holds nothing else."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
