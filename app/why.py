"""Why a quote is shown: the rank and the score that each stage gave it, and the words that it shares with the question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clipfile.app.confidence import Candidate
from clipfile.index.hybrid import Hit, HybridIndex, Query
from clipfile.index.sentences import SentenceHit
from clipfile.index.tokens import terms_of, words_of


@dataclass(frozen=True, slots=True)
class Stage:
    """The place that a stage gave: `rank` from 1 `of` as many as it ranked, by `score`."""

    rank: int
    of: int
    score: float


@dataclass(frozen=True, slots=True)
class Why:
    """The stages in the order in which they come; ranks of passages in the first three, of sentences in the others.

    bm25: `None` where the passage shares no word with the question.
    reranker: its output, unbounded; `None` without one.
    probability: that the sentence answers, 0 to 1.
    matched: the words of the quote that the question has too, in some form.
    """

    bm25: Stage | None
    dense: Stage
    fusion: Stage
    late_interaction: Stage
    reranker: Stage | None
    probability: float
    matched: tuple[str, ...]


class Explaining:
    """Explains the candidates of one question."""

    def __init__(
        self,
        index: HybridIndex,
        query: Query,
        passages: Sequence[Hit],
        sentences: Sequence[SentenceHit],
        candidates: Sequence[Candidate],
        allowed: NDArray[np.int64] | None,
    ) -> None:
        """Takes what each stage found, best first; `allowed` are the passages that took part, `None` for all."""
        taking_part = np.arange(len(index.store)) if allowed is None else allowed
        self._bm25 = index.bm25(query)[taking_part]
        self._cosines = index.store.vectors[taking_part] @ query.encoded.vector
        self._fusion = [hit.number for hit in passages]
        self._similarities = [hit.max_similarity for hit in sentences]
        self._relevances = [each.signals["relevance"] for each in candidates if "relevance" in each.signals]

    def why(self, candidate: Candidate) -> Why:
        """What led to one of the candidates."""
        hit, found = candidate.hit, candidate.hit.hit
        matching = self._bm25[self._bm25 > 0]
        relevance = candidate.signals.get("relevance")
        return Why(
            bm25=_stage(found.bm25, matching) if found.bm25 > 0 else None,
            dense=_stage(found.cosine, self._cosines),
            fusion=Stage(self._fusion.index(found.number) + 1, len(self._fusion), round(found.score, 4)),
            late_interaction=_stage(hit.max_similarity, self._similarities),
            reranker=None if relevance is None else _stage(relevance, self._relevances),
            probability=round(candidate.probability, 4),
            matched=tuple(
                word for word in dict.fromkeys(words_of(hit.quote)) if hit.matched.intersection(terms_of(word))
            ),
        )


def _stage(score: float, scores: Sequence[float] | NDArray[np.float32]) -> Stage:
    above = np.count_nonzero(np.asarray(scores, np.float64) > score + 1e-6)
    return Stage(int(above) + 1, len(scores), round(float(score), 4))


def why_in_words(why: Why) -> str:
    """The stages in one line, for a person: "BM25 2 of 14 (9.31) → vectors 1 of 60 (.62) → …"."""
    stages = [
        ("words (BM25)", why.bm25),
        ("vectors", why.dense),
        ("passage", why.fusion),
        ("sentence", why.late_interaction),
        ("reranker", why.reranker),
    ]
    told = [f"{name} {stage.rank} of {stage.of} ({stage.score:.2f})" for name, stage in stages if stage]
    matched = f"; shares: {', '.join(why.matched)}" if why.matched else "; shares no word"
    return " → ".join([*told, f"{why.probability:.0%} sure"]) + matched
