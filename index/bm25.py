"""BM25 with rank-bm25's statistics, compiled to sparse postings: equal scores, in milliseconds.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), doi:10.1561/1500000019.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class BM25:
    """Postings by term: passages `passages[starts[t]:starts[t + 1]]` hold term `t` and gain `weights[...]` from it."""

    terms: dict[str, int]
    starts: NDArray[np.int64]
    passages: NDArray[np.int32]
    weights: NDArray[np.float32]
    size: int

    def scores(self, query: Sequence[str]) -> NDArray[np.float32]:
        """Score of every passage for the query's terms: (n_passages,), float32; 0 where no term is shared."""
        scores = np.zeros(self.size, np.float32)
        for term in query:
            if (row := self.terms.get(term)) is not None:
                held = slice(self.starts[row], self.starts[row + 1])
                scores[self.passages[held]] += self.weights[held]
        return scores

    def holding(self, term: str) -> int:
        """How many passages hold a term."""
        row = self.terms.get(term)
        return 0 if row is None else int(self.starts[row + 1] - self.starts[row])

    def save(self, folder: Path) -> None:
        """Writes the postings as four files."""
        (folder / "terms.txt").write_text("\n".join(self.terms), encoding="utf-8")
        np.save(folder / "postings_starts.npy", self.starts)
        np.save(folder / "postings_passages.npy", self.passages)
        np.save(folder / "postings_weights.npy", self.weights)


def load_bm25(folder: Path, size: int) -> BM25:
    """The postings of an index folder, memory-mapped."""
    text = (folder / "terms.txt").read_text(encoding="utf-8")
    return BM25(
        {term: row for row, term in enumerate(text.split("\n"))} if text else {},
        np.load(folder / "postings_starts.npy"),
        np.load(folder / "postings_passages.npy", mmap_mode="r"),
        np.load(folder / "postings_weights.npy", mmap_mode="r"),
        size,
    )


def compile_bm25(passages: Sequence[Sequence[str]]) -> BM25:
    """Fits rank-bm25 to passages given as terms, and compiles its scores to postings.

    A term found in exactly half of the passages has weight 0 in rank-bm25, and so here.
    """
    from rank_bm25 import BM25Okapi  # only building needs it

    if not any(passages):
        return BM25({}, np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32), len(passages))
    fitted = BM25Okapi(passages)
    terms = {term: row for row, term in enumerate(sorted(fitted.idf))}
    norms = fitted.k1 * (1 - fitted.b + fitted.b * np.asarray(fitted.doc_len) / fitted.avgdl)
    n_postings = sum(len(counts) for counts in fitted.doc_freqs)
    rows, held_by = np.empty(n_postings, np.int32), np.empty(n_postings, np.int32)
    weights, end = np.empty(n_postings, np.float32), 0
    for passage, counts in enumerate(fitted.doc_freqs):
        start, end = end, end + len(counts)
        rows[start:end] = [terms[term] for term in counts]
        held_by[start:end] = passage
        frequency = np.fromiter(counts.values(), float, len(counts))
        idf = np.fromiter((fitted.idf[term] for term in counts), float, len(counts))
        weights[start:end] = idf * frequency * (fitted.k1 + 1) / (frequency + norms[passage])
    order = np.argsort(rows, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(terms)))]).astype(np.int64)
    return BM25(terms, starts, held_by[order], weights[order], len(passages))
