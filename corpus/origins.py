"""Origins: groups of articles that go back to one text, by what each pair of them shares.

A copy repeats the other's words. A rewrite says in other words what the other says, sentence by sentence; that two articles
are about the same events, or quote the same spokesman, makes neither of the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

# Fitted on the development collection eval/collections/dam_failure and the shipped articles; eval/origins_measure.py
COPY = 0.35  # share of the shorter article's runs of words: copies had .76 and more, all other pairs .08 and less
REWRITE = 0.42  # mean of two shares (see `Shared.sense`): rewrites had .48 and more, other pairs .36 and less
FEWEST_ALIGNED = 3  # sentences; fewer do not show that an article rewrites another
FEWEST_RUNS = 20  # of words, in the shorter article; fewer do not show that one copies another


class Kind(StrEnum):
    """How an article goes back to another."""

    COPY = "copy"
    REWRITE = "rewrite"


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles share; shares are of the shorter article, 0 to 1.

    one, other: numbers of the articles in the collection.
    verbatim: share of its runs of five words that stand in the other.
    sentences: how many of its sentences have a counterpart.
    aligned: share of its sentences that have one.
    terms: share of its words (stems, without function words) that the other has too.
    runs: how many runs of words the shorter article has.
    own: the same as `verbatim` without what stands in quotation marks; 1 where hardly anything else is there.
    contained: share of the runs of the one that stand in the other, and the reverse.
    """

    one: int
    other: int
    verbatim: float
    sentences: int
    aligned: float
    terms: float
    runs: int
    own: float = 1.0
    contained: tuple[float, float] = (0.0, 0.0)

    @property
    def sense(self) -> float:
        """How much of the sense is shared, 0 to 1: counterparts and words, in equal parts."""
        return (self.aligned + self.terms) / 2

    @property
    def kind(self) -> Kind | None:
        """Whether one article is a copy or a rewrite of the other; `None` for neither."""
        if min(self.verbatim, self.own) >= COPY and self.runs >= FEWEST_RUNS:
            return Kind.COPY
        if self.sense >= REWRITE and self.sentences >= FEWEST_ALIGNED:
            return Kind.REWRITE
        return None


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that go back to one text; `number` counts the origins in the order of their first articles."""

    number: int
    articles: tuple[str, ...]


def origin_numbers(n_articles: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each article the number of its origin, from 0, where the articles of each pair have one origin."""
    parents = list(range(n_articles))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parents[second] = first
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root(article), len(numbers)) for article in range(n_articles)]


def origins_of(article_ids: Sequence[str], numbers: Sequence[int]) -> list[Origin]:
    """The origins in order, each with its articles in the order of the collection."""
    groups: dict[int, list[str]] = {}
    for article_id, number in zip(article_ids, numbers, strict=True):
        groups.setdefault(int(number), []).append(article_id)
    return [Origin(number, tuple(articles)) for number, articles in sorted(groups.items())]
