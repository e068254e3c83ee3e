"""Knowing when to be silent: refusals, the risk-coverage curve, and calibration of the score shown."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BINS = 10  # of equal width, as in Guo et al., 2017


@dataclass(frozen=True, slots=True)
class Attempt:
    """One question for the risk-coverage curve.

    answerable: whether the articles answer it.
    answered: whether the system answered.
    confidence: the best score shown, 0 to 1; of what came near where it did not answer.
    wrong: whether what is shown is wrong: no gold quote in its first three.
    """

    answerable: bool
    answered: bool
    confidence: float
    wrong: bool


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """With the surest share `coverage` of the questions answered, the share `risk` of them is answered wrongly."""

    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Scores between `low` and `high`: how many, their mean, and the share that was right."""

    low: float
    high: float
    n: int
    mean_score: float
    share_right: float


def refusal_precision(attempts: Sequence[Attempt]) -> float | None:
    """Of the questions not answered, the share that has no answer; None where all were answered."""
    refused = [attempt for attempt in attempts if not attempt.answered]
    return sum(not attempt.answerable for attempt in refused) / len(refused) if refused else None


def refusal_recall(attempts: Sequence[Attempt]) -> float | None:
    """Of the questions that have no answer, the share not answered; None where there are none."""
    unanswerable = [attempt for attempt in attempts if not attempt.answerable]
    return sum(not attempt.answered for attempt in unanswerable) / len(unanswerable) if unanswerable else None


def wrong_refusals(attempts: Sequence[Attempt]) -> float | None:
    """Of the questions that have an answer, the share not answered; None where there are none."""
    answerable = [attempt for attempt in attempts if attempt.answerable]
    return sum(not attempt.answered for attempt in answerable) / len(answerable) if answerable else None


def risk_coverage(attempts: Sequence[Attempt]) -> list[CurvePoint]:
    """The risk-coverage curve, one point for each number of questions answered, the surest first.

    What the system answered comes before what it did not, then the higher score. Questions that tie share their
    errors evenly, so that the order of the file does not matter. El-Yaniv and Wiener (2010); Geifman and El-Yaniv
    (2017), arXiv:1705.08500.
    """
    risks = _risks(attempts)
    return [CurvePoint(number / len(risks), float(risk)) for number, risk in enumerate(risks, 1)]


def _risks(attempts: Sequence[Attempt]) -> NDArray[np.float64]:
    """The share of wrong answers among the surest one, two and so on: (n_attempts,), float64, 0 to 1."""
    if not attempts:
        return np.zeros(0)
    answered = np.array([each.answered for each in attempts])
    confidence = np.array([each.confidence for each in attempts], float)
    order = np.lexsort((-confidence, ~answered))
    wrong = np.array([each.wrong for each in attempts], float)[order]
    changes = (np.diff(answered[order]) != 0) | (np.diff(confidence[order]) != 0)
    tie = np.concatenate([[0], np.cumsum(changes)])
    shared = (np.bincount(tie, wrong) / np.bincount(tie))[tie]
    return np.cumsum(shared) / np.arange(1, len(wrong) + 1)


def area_under_risk_coverage(attempts: Sequence[Attempt]) -> float | None:
    """The mean risk over all coverages, 0 is best. Geifman, Uziel and El-Yaniv (2019), arXiv:1805.08206."""
    return float(_risks(attempts).mean()) if attempts else None


def excess_area(attempts: Sequence[Attempt]) -> float | None:
    """How much larger the area is than in the best order of the same answers, all wrong ones last; 0 is best.

    Geifman, Uziel and El-Yaniv (2019), arXiv:1805.08206.
    """
    area = area_under_risk_coverage(attempts)
    best = [Attempt(each.answerable, True, float(not each.wrong), each.wrong) for each in attempts]
    least = area_under_risk_coverage(best)
    return None if area is None or least is None else area - least


def reliability(scores: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """The scores shown, in ten bins of equal width, against the share that was right; empty bins are left out."""
    counts, means, shares = _bins(scores, right)
    return [
        Bin(number / BINS, (number + 1) / BINS, int(counts[number]), float(means[number]), float(shares[number]))
        for number in np.flatnonzero(counts)
    ]


def _bins(
    scores: Sequence[float], right: Sequence[bool]
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Of each bin how many scores it holds, their mean, and the share that was right; zeros where it is empty."""
    shown = np.asarray(scores, float)
    place = np.clip((shown * BINS).astype(np.int64), 0, BINS - 1)
    counts = np.bincount(place, minlength=BINS)
    held = np.maximum(counts, 1)
    return (
        counts,
        np.bincount(place, shown, BINS) / held,
        np.bincount(place, np.asarray(right, float), BINS) / held,
    )


def calibration_error(scores: Sequence[float], right: Sequence[bool]) -> float | None:
    """Expected calibration error: the mean distance of score and share right over the bins, weighted by size, 0 to 1.

    Guo et al., "On Calibration of Modern Neural Networks" (2017), arXiv:1706.04599. None where no score was shown.
    """
    if not scores:
        return None
    counts, means, shares = _bins(scores, right)
    return float(counts @ np.abs(means - shares)) / len(scores)
