"""How sure it is that a sentence answers, and that the question is answered at all: calibrated probabilities.

Two logistic regressions: one over the signals of a sentence, fitted where the articles answer, that ranks; and one over how
well the best sentences are rated together and how near they come at all, that tells an answered question from a near miss and
from a question about something else.
`python eval/training/fit_confidence.py` fits and prints the weights, on articles and questions that are neither the shipped
collection's nor held out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from numpy.typing import NDArray

from clipfile.app.logistic import logistic, logit
from clipfile.index.sentences import SentenceHit

CANDIDATES = 16  # sentences, by late interaction, that the reranker reads
TOGETHER = 8  # first candidates, whose relevance together decides whether the question is answered
SOFTNESS = 2.0  # of the maximum over their relevances: 0 is the highest alone
FEW = 100  # passages of a small folder, up to which their number tells nothing
NEAR = 0.5  # similarity of the nearest sentence that most answered questions reach; what lacks to it speaks for silence

WITH_RERANKER = {"intercept": -4.855, "max_similarity": 1.608, "lead": 1.328, "score": 1.101, "relevance": 0.434}
WITHOUT_RERANKER = {"intercept": -7.713, "max_similarity": 5.107, "lead": 1.621, "score": 1.153}
ANSWERED_WITH_RERANKER = {"intercept": -0.779, "relevance": 1.179, "strange": -1.103, "searched": -1.598}
ANSWERED_WITHOUT_RERANKER = {"intercept": 0.83, "logit": 1.146}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    signals: `max_similarity` and `score` of the hit; `lead`, its similarity in standard deviations above that of all
        sentences looked at; `relevance`, the reranker's output, where there is one.
    probability: that it answers, if the articles do, 0 to 1.
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
        Candidate(hit, signals, _probability(weights, signals))
        for hit, signals in zip(hits, signals_of(hits, relevance), strict=False)
    ]
    return sorted(candidates, key=lambda each: -round(each.probability, 6))


def best_signals(candidates: Sequence[Candidate], passages: int) -> dict[str, float]:
    """What speaks for the question being answered; of candidates that say the same only one should be given.

    With a reranker the soft maximum of the relevances, how far the articles are from the question, and by what part of a power
    of ten more than `FEW` passages were searched: among many some come near to anything. Without one the best log odds.
    """
    relevances = [each.signals["relevance"] for each in candidates[:TOGETHER] if "relevance" in each.signals]
    if relevances:
        nearest = max(each.signals["max_similarity"] for each in candidates)
        together = SOFTNESS * math.log(sum(math.exp(each / SOFTNESS) for each in relevances))
        return {
            "relevance": together,
            "strange": max(0.0, NEAR - nearest),
            "searched": min(max(math.log10(max(passages, 1) / FEW), 0.0), 1.0),
        }
    return {"logit": logit(candidates[0].probability)}


def answered(candidates: Sequence[Candidate], passages: int) -> float:
    """The probability that the articles answer, judged by the best candidates together: 0 to 1, and 0 without any.

    `passages` is the number of those that were searched.
    """
    if not candidates:
        return 0.0
    signals = best_signals(candidates, passages)
    return _probability(ANSWERED_WITH_RERANKER if "relevance" in signals else ANSWERED_WITHOUT_RERANKER, signals)


def _probability(weights: dict[str, float], signals: dict[str, float]) -> float:
    return logistic(
        weights["intercept"] + sum(weights[name] * signals[name] for name in weights if name != "intercept")
    )
