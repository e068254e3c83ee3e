"""Sentences: the stretches of a text, outside furniture, that can be quoted on their own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from clipfile.corpus.article import Span
from clipfile.corpus.paragraphs import paragraphs_of, trimmed
from clipfile.corpus.sentence_ends import sentence_ends


def sentences_of(text: str, furniture: Sequence[Span] = ()) -> list[Span]:
    """The sentences in order: every character outside furniture that is not white space is in exactly one of them.

    No sentence crosses the end of a paragraph or furniture, none begins or ends with white space.
    """
    gaps = _gaps(len(text), furniture)
    ends = [gap.end for gap in gaps]
    sentences: list[Span] = []
    for paragraph in paragraphs_of(text):
        number = bisect_right(ends, paragraph.start)  # the first gap that reaches into the paragraph
        while number < len(gaps) and gaps[number].start < paragraph.end:
            part = Span(max(paragraph.start, gaps[number].start), min(paragraph.end, gaps[number].end))
            sentences.extend(_sentences_in(text, trimmed(text, part)))
            number += 1
    return sentences


def _gaps(length: int, furniture: Sequence[Span]) -> list[Span]:
    """The stretches of a text that no furniture covers."""
    gaps = []
    start = 0
    for span in sorted(furniture):
        if start < span.start:
            gaps.append(Span(start, span.start))
        start = max(start, span.end)
    return [*gaps, Span(start, length)] if start < length else gaps


def _sentences_in(text: str, part: Span) -> Iterator[Span]:
    words = text[part.start : part.end]
    start = 0
    for end in [*sentence_ends(words), len(words)]:
        span = trimmed(text, Span(part.start + start, part.start + end))
        if span.start < span.end:
            yield span
        start = end
