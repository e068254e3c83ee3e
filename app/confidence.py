"""How sure it is that a sentence answers, and that the question is answered at all: calibrated probabilities.

Two logistic regressions: one over the signals of a sentence, one over those of the best sentences of a question.
`python eval/training/fit_confidence.py` fits and prints the weights, on articles and questions that are neither the shipped
collection's nor held out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from numpy.typing import NDArray

from clipfile.index.sentences import SentenceHit

CANDIDATES = 16  # sentences, by late interaction, that the reranker reads
BEST = 3  # sentences that decide whether the question is answered

WITH_RERANKER = {"intercept": -8.614, "max_similarity": 6.847, "lead": 0.664, "score": 2.883, "relevance": 0.335}
WITHOUT_RERANKER = {"intercept": -11.0, "max_similarity": 12.0, "lead": 0.9, "score": 1.5}
ANSWERED_WITH_RERANKER = {"intercept": 0.906, "logit": 0.191, "relevance": 0.314}
ANSWERED_WITHOUT_RERANKER = {"intercept": 1.5, "logit": 1.0}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    signals: `max_similarity` and `score` of the hit; `lead`, its similarity in standard deviations above that of all
        sentences looked at; `relevance`, the reranker's output, where there is one.
    probability: that it answers, 0 to 1.
    """

    hit: SentenceHit
    signals: dict[str, float]
    probability: float


def signals_of(hits: Sequence[SentenceHit], relevance: NDArray | None) -> list[dict[str, float]]:
    """The signals of the first `CANDIDATES` hits, in order; `relevance` has the reranker's output for each of them."""
    similarities = [hit.max_similarity for hit in hits]
    mean, deviation = fmean(similarities), max(pstdev(similarities), 1e-3)
    found = []
    for row, hit in enumerate(hits[:CANDIDATES]):
        signals = {
            "max_similarity": hit.max_similarity,
            "lead": (hit.max_similarity - mean) / deviation,
            "score": hit.hit.score,
        }
        found.append(signals if relevance is None else signals | {"relevance": float(relevance[row])})
    return found


def candidates_of(hits: Sequence[SentenceHit], relevance: NDArray | None = None) -> list[Candidate]:
    """The first `CANDIDATES` of hits ordered by late interaction, most probable answer first."""
    if not hits:
        return []
    weights = WITHOUT_RERANKER if relevance is None else WITH_RERANKER
    candidates = [
        Candidate(hit, signals, logistic(weights, signals))
        for hit, signals in zip(hits, signals_of(hits, relevance), strict=False)
    ]
    return sorted(candidates, key=lambda each: -round(each.probability, 6))


def best_signals(candidates: Sequence[Candidate]) -> dict[str, float]:
    """What speaks for the question being answered: the first candidate's log odds, the best relevance of the first few."""
    first = min(max(candidates[0].probability, 1e-6), 1 - 1e-6)
    signals = {"logit": math.log(first / (1 - first))}
    relevances = [each.signals["relevance"] for each in candidates[:BEST] if "relevance" in each.signals]
    return signals | {"relevance": max(relevances)} if relevances else signals


def answered(candidates: Sequence[Candidate]) -> float:
    """The probability that the articles answer, judged by the best candidates: 0 to 1, and 0 without any."""
    if not candidates:
        return 0.0
    signals = best_signals(candidates)
    return logistic(ANSWERED_WITH_RERANKER if "relevance" in signals else ANSWERED_WITHOUT_RERANKER, signals)


def logistic(weights: dict[str, float], signals: dict[str, float]) -> float:
    """The logistic function of the weighted sum of signals."""
    logit = weights["intercept"] + sum(weights[name] * signals[name] for name in weights if name != "intercept")
    return 1 / (1 + math.exp(-logit))
