"""Sentences: the stretches of a text, outside furniture, that can be quoted on their own."""

from collections.abc import Iterator, Sequence

from clipfile.corpus.article import Span
from clipfile.corpus.paragraphs import paragraphs_of, trimmed
from clipfile.corpus.sentence_ends import sentence_ends


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
    for end in [*sentence_ends(words), len(words)]:
        span = trimmed(text, Span(part.start + start, part.start + end))
        if span.start < span.end:
            yield span
        start = end
