"""Which quotes say the same: near-identical ones appear once, and what says something else comes before what repeats."""

from collections.abc import Sequence
from dataclasses import dataclass

from clipfile.app.confidence import Candidate
from clipfile.corpus.numbers import numbers_in
from clipfile.index.tokens import terms_of

IDENTICAL = 0.8  # share of the shorter quote's terms that the other, of like length, holds too
ALIKE = 0.6  # the same for quotes of any length, from which one adds little to the other


@dataclass(frozen=True, slots=True)
class _Content:
    terms: frozenset[str]
    numbers: frozenset[tuple[float, float]]


def without_repeats(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in order, without those that say in the same words and numbers what an earlier one says."""
    kept: list[tuple[Candidate, _Content]] = []
    for each in candidates:
        content = _content(each)
        if not any(_is_identical(content, before) for _, before in kept):
            kept.append((each, content))
    return [each for each, _ in kept]


def different_first(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in order, those that mostly repeat an earlier one behind all others.

    A quote with a number that the other has not is no repetition of it, whatever else they share.
    """
    different: list[tuple[Candidate, _Content]] = []
    repeating: list[Candidate] = []
    for each in candidates:
        content = _content(each)
        if any(_shared(content, before) >= ALIKE and _adds_no_number(content, before) for _, before in different):
            repeating.append(each)
        else:
            different.append((each, content))
    return [each for each, _ in different] + repeating


def _content(candidate: Candidate) -> _Content:
    quote = candidate.hit.quote
    return _Content(frozenset(terms_of(quote)), frozenset((each.low, each.high) for each in numbers_in(quote)))


def _shared(one: _Content, other: _Content) -> float:
    """Share of the terms of the quote with fewer that the other holds too, 0 to 1."""
    fewest = min(len(one.terms), len(other.terms))
    return len(one.terms & other.terms) / fewest if fewest else 0.0


def _adds_no_number(content: _Content, before: _Content) -> bool:
    return content.numbers <= before.numbers


def _is_identical(content: _Content, before: _Content) -> bool:
    lengths = sorted((len(content.terms), len(before.terms)))
    return (
        _shared(content, before) >= IDENTICAL
        and lengths[0] >= IDENTICAL * lengths[1]
        and _adds_no_number(content, before)
    )
