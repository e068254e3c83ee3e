"""Every side among the quotes shown: an answer that differs from those before it goes ahead of further like ones.

The first few quotes are the most probable ones that differ; then come those whose figure for what is asked no quote before
them gives, though they be much less probable; then the rest. Reordering by redundancy as in maximal marginal relevance
(Carbonell and Goldstein, 1998, doi:10.1145/290941.291025) was measured and did not do better than leaving it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from clipfile.app.confidence import Candidate
from clipfile.app.repeats import different_first
from clipfile.corpus.numbers import numbers_in

FIRST = 3  # quotes that come before the sides
FAINTEST = 0.1  # a quote behind the best one is shown if it is at least this share as probable
FAINTEST_SIDE = 0.01  # and one that gives a figure of its own for what is asked, from this share

Side = tuple[str, int]  # the article of a sentence and where it starts


def all_sides(candidates: Sequence[Candidate], disagreements: Sequence[Mapping[str, Any]]) -> list[Candidate]:
    """The candidates worth showing, in the order in which they are to be shown.

    Args:
        candidates: in the order that the question asks for, as a rule most probable first.
        disagreements: where they differ, as `disagreements_among` gives it for citations of all of them.
    """
    if not candidates:
        return []
    values = _values(disagreements)
    ordered = different_first(candidates)
    best = max(each.probability for each in candidates)
    top = next(number for number, each in enumerate(ordered) if each.probability == best)
    faintest = FAINTEST * best
    first = [each for number, each in enumerate(ordered[:FIRST]) if number <= top or each.probability >= faintest]
    given = set().union(*(values.get(_side(each), set()) for each in first))
    sides, rest = [], []
    for each in (each for each in ordered if each not in first):
        own = values.get(_side(each), set()) - given
        if own and each.probability >= FAINTEST_SIDE * best:
            sides.append(each)
            given |= own
        elif each.probability >= faintest:
            rest.append(each)
    return first + sides + rest


def _values(disagreements: Sequence[Mapping[str, Any]]) -> dict[Side, set[Any]]:
    """The values that each sentence gives for what the articles differ on."""
    values: dict[Side, set[Any]] = {}
    for disagreement in disagreements:
        for side in disagreement["sides"]:
            numbers = {(each.low, each.high) for each in numbers_in(side["words"])}
            values.setdefault((side["article"], side["start"]), set()).update(numbers or {side["words"]})
    return values


def _side(candidate: Candidate) -> Side:
    return candidate.hit.article.article_id, candidate.hit.span.start
