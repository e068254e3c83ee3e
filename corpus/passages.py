"""Passages: runs of whole sentences of one article, the unit of search."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from clipfile.corpus.article import Span

WORDS = 90  # the middle of the 60 to 120 words that one passage is meant to have
_FEWEST, _MOST = 2 / 3, 4 / 3  # as shares of the wished length


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one article; `article.text[start:end]`, offsets in characters."""

    passage_id: str
    article_id: str
    start: int
    end: int


def passages_of(article_id: str, text: str, sentences: Sequence[Span], words: int = WORDS) -> list[Passage]:
    """The passages in order: each sentence is in exactly one, none is cut, none reaches over left-out text.

    Args:
        article_id: the article that the passages belong to.
        text: the article's text.
        sentences: its sentences in order.
        words: wished length; a passage has 2/3 to 4/3 of it where the sentences allow it.

    Raises:
        ValueError: if words is less than 1.
    """
    if words < 1:
        raise ValueError(f"words is {words}; a passage has at least 1 word, 90 are usual")
    runs: list[list[Span]] = []
    for stretch in _stretches(text, sentences):
        runs.extend(_runs(text, stretch, words))
    return [Passage(f"{article_id}#{n}", article_id, run[0].start, run[-1].end) for n, run in enumerate(runs, 1)]


def _stretches(text: str, sentences: Sequence[Span]) -> list[list[Span]]:
    """Sentences that follow one another with nothing but white space between them."""
    stretches: list[list[Span]] = []
    for sentence in sentences:
        if stretches and not text[stretches[-1][-1].end : sentence.start].strip():
            stretches[-1].append(sentence)
        else:
            stretches.append([sentence])
    return stretches


def _runs(text: str, stretch: list[Span], words: int) -> list[list[Span]]:
    """Cuts a stretch where the cost is least: lengths far from the wished one cost, so do cuts within a paragraph."""
    lengths = [len(text[span.start : span.end].split()) for span in stretch]
    ends_paragraph = ["\n" in text[a.end : b.start] for a, b in pairwise(stretch)] + [True]
    best: list[tuple[float, int]] = [(0.0, 0)]  # for the first n sentences: least cost, and where the last run begins
    for end in range(1, len(stretch) + 1):
        choices = []
        length = 0
        for start in range(end - 1, -1, -1):
            length += lengths[start]
            if length > _MOST * words and start < end - 1:
                break
            choices.append((best[start][0] + _cost(length, words, ends_paragraph[end - 1]), start))
        best.append(min(choices))
    runs = []
    end = len(stretch)
    while end:
        start = best[end][1]
        runs.append(stretch[start:end])
        end = start
    return runs[::-1]


def _cost(length: int, words: int, ends_paragraph: bool) -> float:
    away = abs(length - words) / words
    short = 1.0 if length < _FEWEST * words else 0.0
    return away * away + short + (0.0 if ends_paragraph else 0.25)
