"""95% bootstrap intervals of a measure over questions, resampled with a fixed seed.

Efron and Tibshirani, "An Introduction to the Bootstrap" (1993); percentile intervals. A share of which only the counts are
known, or that is 0 or 1, has Wilson's interval (1927), doi:10.1080/01621459.1927.10502953.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from clipfile.eval.share import Share

CONFIDENCE = 0.95
NORMAL = 1.959964  # standard deviations that hold 95% of a normal distribution
RESAMPLES = 1000
SEED = 20240627  # any number will do, as long as it stays


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and its interval: `value` is None where undefined, the ends where too little can be resampled."""

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0


def mean_with_interval(values: Sequence[float]) -> Measured:
    """The mean of a measure over questions and its interval."""
    if len(values) < 2:
        return Measured(float(values[0]) if values else None, n=len(values))
    array = np.asarray(values, float)
    drawn = np.random.default_rng(SEED).integers(0, len(array), (RESAMPLES, len(array)))
    return Measured(float(array.mean()), *_ends(array[drawn].mean(axis=1)), len(array))


def with_interval(statistic: Callable[[NDArray[np.int64]], float | None], n: int, *, biased: bool = False) -> Measured:
    """A measure that is no mean, and its interval.

    Args:
        statistic: is given the numbers of the questions to count, some of them several times; a resample for which it is
            None is left out.
        n: how many questions there are.
        biased: whether resamples lie to one side of the value, as those of a distance that is never negative do; they are
            then moved back by their mean distance from it, down to 0 at the most.
    """
    value = statistic(np.arange(n)) if n else None
    if value is None or n < 2:
        return Measured(value, n=n)
    drawn = np.random.default_rng(SEED).integers(0, n, (RESAMPLES, n))
    found = [each for each in (statistic(numbers) for numbers in drawn) if each is not None]
    resampled = np.asarray(found, float)
    if biased:
        resampled = np.maximum(resampled - resampled.mean() + value, 0)
    return Measured(float(value), *_ends(resampled), n)


def share_with_interval(share: Share) -> Measured:
    """A share of counted things and its interval; undefined of nothing."""
    if not share.all:
        return Measured(None)
    n, square = share.all, NORMAL**2
    middle = (share.right + square / 2) / (n + square)
    half = NORMAL / (n + square) * sqrt(share.right * (n - share.right) / n + square / 4)
    return Measured(share.value, max(0.0, middle - half), min(1.0, middle + half), n)


def settled(measured: Measured) -> Measured:
    """A share of nothing or of all with Wilson's interval: no resample of it differs, yet more questions might."""
    if measured.value not in (0.0, 1.0):
        return measured
    return share_with_interval(Share(round(measured.value * measured.n), measured.n))


def _ends(resampled: NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.quantile(resampled, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return float(low), float(high)
