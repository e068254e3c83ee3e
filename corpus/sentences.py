"""Sentences: sentencex finds the boundaries, small repairs for news text move or remove a few of them."""

import re
from collections.abc import Iterator, Sequence

from clipfile.corpus.article import Span
from clipfile.corpus.paragraphs import paragraphs_of, trimmed

_QUOTES = re.compile('[“”"«»]')
_CLOSING = re.compile(r"(?:\s?[”’»\"')\]])+(?=\s|$|—|–)")
_GOES_ON = re.compile(r"\s*(?:[a-z]|[—–-]\s)")


def sentences_of(text: str, furniture: Sequence[Span] = ()) -> list[Span]:
    """The sentences in order: every character outside furniture that is not white space is in exactly one of them.

    No sentence crosses the end of a paragraph or furniture, none begins or ends with white space.
    """
    return [
        sentence
        for paragraph in paragraphs_of(text)
        for part in _without(paragraph, furniture)
        for sentence in _sentences_in(text, trimmed(text, part))
    ]


def _without(span: Span, furniture: Sequence[Span]) -> Iterator[Span]:
    """The parts of a span that no furniture covers."""
    start = span.start
    for other in sorted(furniture):
        if other.overlaps(Span(start, span.end)):
            if start < other.start:
                yield Span(start, other.start)
            start = other.end
    if start < span.end:
        yield Span(start, span.end)


def _sentences_in(text: str, part: Span) -> Iterator[Span]:
    words = text[part.start : part.end]
    start = 0
    for end in [*_ends(words), len(words)]:
        span = trimmed(text, Span(part.start + start, part.start + end))
        if span.start < span.end:
            yield span
        start = end


def _ends(words: str) -> list[int]:
    """Where the sentences of a paragraph end, the last one left out."""
    from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

    ends = []
    masked = _QUOTES.sub(" ", words)  # sentencex would keep a quotation of several sentences in one piece
    for boundary in get_sentence_boundaries("en", masked):
        end = len(masked[: boundary["end_index"]].rstrip())
        closing = _CLOSING.match(words, end)
        end = closing.end() if closing else end
        if not _GOES_ON.match(words, end) and 0 < end < len(words):
            ends.append(end)
    return ends
