"""Near-identical quotes appear once."""

from collections.abc import Sequence

from clipfile.app.confidence import Candidate
from clipfile.index.tokens import terms_of

SAME = 0.8  # share of the shorter quote's terms that the other holds too


def without_repeats(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in order, without those that say in the same words what an earlier one says."""
    kept: list[tuple[Candidate, frozenset[str]]] = []
    for each in candidates:
        terms = frozenset(terms_of(each.hit.quote))
        if not any(_repeats(terms, before) for _, before in kept):
            kept.append((each, terms))
    return [each for each, _ in kept]


def _repeats(terms: frozenset[str], before: frozenset[str]) -> bool:
    smaller = min(len(terms), len(before))
    larger = max(len(terms), len(before))
    return smaller > 0 and len(terms & before) >= SAME * smaller and smaller >= SAME * larger
