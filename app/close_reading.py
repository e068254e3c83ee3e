"""What a stance model says of sentences, read whole and again in the stretch of each that is about the claim.

A small model takes the rest of a long sentence for disagreement, so that for or against is the mean of both readings (in log
odds). Whether a sentence is about the claim at all the whole tells better, with its title and what stands before it.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from clipfile.app.alignment import Alignment
from clipfile.app.stance import KINDS, StanceKind, StanceModel
from clipfile.corpus.article import Span

ALIKE = 0.75  # likeness from which a word stands for one of the claim
LEAST = 1e-6  # probability from which log odds are taken

_BREAK = re.compile(r"[,;:]\s+|\s[–—-]\s|—|\s\(|\)[\s,;]+")
_EDGES = " “”\"'‘’"
SUPPORTS, REFUTES = KINDS.index(StanceKind.SUPPORTS), KINDS.index(StanceKind.REFUTES)


def read_closely(
    model: StanceModel, claim: str, read: Sequence[str], quotes: Sequence[str], alignments: Sequence[Alignment]
) -> NDArray[np.float32]:
    """Probabilities of supports, refutes and neutral: (n_sentences, 3), rows that sum to 1.

    Args:
        model: what reads.
        claim: its text.
        read: what it reads of each sentence, whole and in its context.
        quotes: the sentences, verbatim.
        alignments: of the claim with each of them.
    """
    claim = _ended(claim)
    shares = np.array(model.probabilities(claim, read), np.float32)
    stretches = {
        row: stretch
        for row, (quote, alignment) in enumerate(zip(quotes, alignments, strict=True))
        if (stretch := stretch_about(quote, alignment)) != quote.strip(_EDGES)
    }
    if not stretches:
        return shares
    rows = list(stretches)
    whole, alone = shares[rows], model.probabilities(claim, list(stretches.values()))
    polarity = (_polarity(whole) + _polarity(alone)) / 2
    settles = whole[:, SUPPORTS] + whole[:, REFUTES]
    shares[rows, SUPPORTS] = settles / (1 + np.exp(-polarity))
    shares[rows, REFUTES] = settles / (1 + np.exp(polarity))
    return shares


def _ended(claim: str) -> str:
    """A claim with the full stop that a hurried hand leaves out; the model was trained with it, and reads otherwise without."""
    return claim if re.search(r"[.!?…]\W*$", claim) else f"{claim.rstrip()}."


def _polarity(shares: NDArray[np.float32]) -> NDArray[np.float32]:
    """The log odds of supporting rather than refuting: (n,)."""
    within = np.maximum(shares, LEAST)
    return np.log(within[:, SUPPORTS] / within[:, REFUTES])


def stretch_about(quote: str, alignment: Alignment) -> str:
    """From the first to the last part, between commas and the like, with a word of the claim; all of it without one."""
    about = [
        alignment.sentence[partner].start
        for partner, likeness in zip(alignment.partners, alignment.likeness, strict=True)
        if partner >= 0 and likeness >= ALIKE
    ]
    breaks = [match.span() for match in _BREAK.finditer(quote)]
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(quote)]
    parts = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    kept = [part for part in parts if any(part.start <= word < part.end for word in about)]
    return quote[kept[0].start : kept[-1].end].strip(_EDGES) if kept else quote.strip(_EDGES)
