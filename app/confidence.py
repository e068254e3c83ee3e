"""How sure it is that a sentence answers: a calibrated probability from the signals of every stage.

Logistic regression; `eval/training/fit_confidence.py` fits and prints the weights, on stories and questions that are
neither the shipped collection's nor held out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from clipfile.index.sentences import SentenceHit

THRESHOLD = 0.35  # below it an answer would be wrong too often: chosen in eval/CHOICES.md

INTERCEPT = -9.0
WEIGHTS = {"max_similarity": 8.0, "lead": 0.8, "coverage": 1.5, "cosine": 2.0, "score": 0.5}


@dataclass(frozen=True, slots=True)
class Background:
    """How similar the sentences looked at are on the whole: what one must stand out from."""

    mean: float
    deviation: float


def background_of(hits: Sequence[SentenceHit]) -> Background:
    """Mean and standard deviation of `max_similarity`."""
    values = [hit.max_similarity for hit in hits]
    return Background(fmean(values), max(pstdev(values), 1e-3))


def signals_of(hit: SentenceHit, background: Background) -> dict[str, float]:
    """The features of a sentence, by name; `lead` is its similarity in standard deviations above the background."""
    return {
        "max_similarity": hit.max_similarity,
        "lead": (hit.max_similarity - background.mean) / background.deviation,
        "coverage": hit.coverage,
        "cosine": hit.hit.cosine,
        "score": hit.hit.score,
    }


def probability(signals: dict[str, float]) -> float:
    """The probability that a sentence with these signals answers, 0 to 1."""
    logit = INTERCEPT + sum(weight * signals[name] for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-logit))
