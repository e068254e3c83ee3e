"""How good claim checks are: macro-F1 over the four verdicts, and verdicts with the evidence that they rest on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from clipfile.app.verdict import Verdict
from clipfile.eval.gold import Claim, GoldQuote
from clipfile.eval.gold_mistakes import STANCES_OF
from clipfile.eval.places import hits
from clipfile.eval.shown import ShownQuote, ShownVerdict

FEVER_EVIDENCE = 5  # pieces of evidence that FEVER counts
VERDICTS = tuple(Verdict)


def verdict_measures(claim: Claim, shown: ShownVerdict) -> dict[str, float]:
    """The measures of one claim check by name, each a share from 0 to 1.

    `verdict`: the verdict is right. Where the claim has gold: `evidence_recall`, the share of its gold quotes shown
    with their stance, and `evidence_found`, whether each stance that the verdict needs is shown by a gold quote among
    the first five. `fever`: the verdict is right and so is its evidence. Thorne et al., "FEVER" (2018),
    arXiv:1803.05355.
    """
    right = float(shown.verdict == claim.verdict)
    measures = {"verdict": right}
    if claim.gold:
        found = [_is_shown(quote, shown.evidence) for quote in claim.gold]
        measures["evidence_recall"] = sum(found) / len(found)
    if claim.verdict == Verdict.NOT_ENOUGH_EVIDENCE:
        return measures | {"fever": right}
    first = shown.evidence[:FEVER_EVIDENCE]
    needed = STANCES_OF[claim.verdict]
    complete = all(any(_is_shown(quote, first) for quote in claim.sides.get(stance, [])) for stance in needed)
    return measures | {"evidence_found": float(complete), "fever": right * complete}


def _is_shown(gold: GoldQuote, evidence: Sequence[ShownQuote]) -> bool:
    return any(quote.stance == gold.side and hits(quote.place, gold) for quote in evidence)


def macro_f1(gold: Sequence[str], shown: Sequence[str], labels: Sequence[str] = VERDICTS) -> float | None:
    """Mean of the F1 of the labels; a label that is in neither list counts 0. None without claims."""
    from sklearn.metrics import f1_score  # takes a second to import

    if not gold:
        return None
    return float(f1_score(list(gold), list(shown), labels=list(labels), average="macro", zero_division=0))


def confusion(gold: Sequence[str], shown: Sequence[str], labels: Sequence[str] = VERDICTS) -> NDArray[np.int64]:
    """How often each label was answered with each: (n_labels, n_labels), int64, a row for each gold label."""
    rows = {label: number for number, label in enumerate(labels)}
    counts = np.zeros((len(labels), len(labels)), np.int64)
    for is_gold, is_shown in zip(gold, shown, strict=True):
        counts[rows[is_gold], rows[is_shown]] += 1
    return counts


def macro_f1_of(counts: NDArray[np.int64], n_labels: int | None = None) -> float:
    """Macro-F1 from a confusion matrix: the mean of 2 x right / (gold + shown); equals `macro_f1`, and is quicker.

    With `n_labels`, only the first so many labels have an F1 of their own.
    """
    both = counts.sum(axis=0) + counts.sum(axis=1)
    return float(np.mean((2 * np.diag(counts) / np.maximum(both, 1))[:n_labels]))
