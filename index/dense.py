"""Exact inner product over passage vectors with FAISS, restricted inside the search where asked."""

import faiss
import numpy as np
from numpy.typing import NDArray


class DenseIndex:
    """Passage vectors: (n_passages, dimension), float32, rows of unit length, so that inner product is cosine."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self._flat = faiss.IndexFlatIP(vectors.shape[1])
        self._flat.add(np.ascontiguousarray(vectors, np.float32))

    def search(
        self, query: NDArray[np.float32], top_k: int, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The `top_k` passages nearest to a unit vector: their numbers and cosines, nearest first, ties by number.

        With `allowed`, only these passage numbers take part.
        """
        size = self._flat.ntotal if allowed is None else len(allowed)
        if not size or top_k < 1:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        only = None if allowed is None else faiss.SearchParameters(sel=faiss.IDSelectorBatch(allowed))  # type: ignore[call-arg]
        cosines, numbers = self._flat.search(query[None], min(top_k, size), params=only)
        order = np.lexsort((numbers[0], -cosines[0]))
        return numbers[0][order], cosines[0][order]
