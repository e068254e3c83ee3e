"""One ranking from two: reciprocal rank fusion, and the weighted sum of scores scaled to 0..1.

Which of the two the index uses, and with what weight, is decided by eval/ on development data.
"""

import numpy as np
from numpy.typing import NDArray

RRF_K = 60  # Cormack et al., 2009


def reciprocal_rank_fusion(*scores: NDArray[np.float32], k: int = RRF_K) -> NDArray[np.float32]:
    """Sum of 1 / (k + rank) over the rankings: (n,), float32.

    A passage with score 0 or less has no rank. Cormack, Clarke and Büttcher (2009), doi:10.1145/1571941.1572114.
    """
    fused = np.zeros(scores[0].shape, np.float32)
    for each in scores:
        ranked = np.argsort(-each, kind="stable")
        ranked = ranked[each[ranked] > 0]
        fused[ranked] += 1 / (k + 1 + np.arange(len(ranked), dtype=np.float32))
    return fused


def min_max(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores scaled so that the lowest is 0 and the highest 1; all 0 where they are equal."""
    if not len(scores) or (spread := scores.max() - scores.min()) <= 0:
        return np.zeros_like(scores)
    return (scores - scores.min()) / spread


def weighted_sum(lexical: NDArray[np.float32], dense: NDArray[np.float32], weight: float) -> NDArray[np.float32]:
    """`weight` x scaled lexical + (1 - `weight`) x scaled dense scores: (n,), float32, 0 to 1.

    Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (2023), doi:10.1145/3596512.
    """
    return weight * min_max(lexical) + (1 - weight) * min_max(dense)
