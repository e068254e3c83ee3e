"""Which sentence of one article says what a sentence of another says, by the vectors of the sentences."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SAME_SENSE = 0.6  # cosine of two sentences, each the other's nearest, from which they count as aligned


@dataclass(frozen=True, slots=True)
class Aligned:
    """A pair of sentences by number, and their cosine, -1 to 1."""

    one: int
    other: int
    cosine: float


def aligned(one: NDArray[np.float32], other: NDArray[np.float32], least: float = SAME_SENSE) -> list[Aligned]:
    """The pairs of sentences that are each the other's nearest, in the order of the first article.

    Args:
        one: (n_sentences, dimension), rows of unit length.
        other: likewise, of the other article.
        least: the cosine that a pair must have.
    """
    if not len(one) or not len(other):
        return []
    cosines = one @ other.T
    nearest, back = cosines.argmax(axis=1), cosines.argmax(axis=0)
    return [
        Aligned(row, int(column), float(cosines[row, column]))
        for row, column in enumerate(nearest)
        if back[column] == row and cosines[row, column] >= least
    ]
