"""Claim sets: a claim and its evidence, checked as if the evidence were the only article."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clipfile.app.verdict import Verdict
from clipfile.eval.intervals import SEED, Measured, mean_with_interval, with_interval
from clipfile.eval.trec import InterchangeError
from clipfile.eval.verdicts import confusion, macro_f1_of

STANCES = {
    Verdict.SUPPORTED: "supports",
    Verdict.REFUTED: "refutes",
    Verdict.CONFLICTING: "conflicting",
    Verdict.NOT_ENOUGH_EVIDENCE: "neutral",
}
REPORTED_SPLITS = ("test", "dev", "val")  # the first of these that a set has; training parts are never reported
TWO_LABELS = {"refutes": "not_supported", "neutral": "not_supported", "conflicting": "not_supported"}

CheckAmong = Callable[[Sequence[str], str], dict[str, Any]]
"""From the texts of articles and a claim to the JSON of a claim check."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim of a public set with its evidence and label."""

    claim: str
    evidence: tuple[str, ...]
    label: str
    split: str


def read_claim_set(path: Path) -> list[ClaimRow]:
    """The rows of a claim set that may be reported: of its test part, else its development part, else all.

    Raises:
        InterchangeError: if a line is not as it should be.
    """
    rows = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                if (record.get("meta") or {}).get("label_kind") == "one_annotator":
                    continue  # too noisy to report
                rows.append(ClaimRow(record["claim"], _evidence(record), record["label"], record.get("split") or ""))
            except (json.JSONDecodeError, KeyError, TypeError) as error:
                raise InterchangeError(f"{path}:{number}: needs claim, evidence and label ({error})") from error
    for wanted in REPORTED_SPLITS:
        if part := [row for row in rows if wanted in row.split]:
            return part
    return [row for row in rows if "train" not in row.split]


def _evidence(record: dict[str, Any]) -> tuple[str, ...]:
    evidence = record["evidence"]
    return (evidence,) if isinstance(evidence, str) else tuple(each[0] for each in evidence)


def sampled(rows: Sequence[Any], n_rows: int) -> list[Any]:
    """At most so many rows, the same ones each time, in the order of the set."""
    if len(rows) <= n_rows:
        return list(rows)
    return [rows[number] for number in sorted(random.Random(SEED).sample(range(len(rows)), n_rows))]


def measure_claims(rows: Sequence[ClaimRow], check_among: CheckAmong) -> dict[str, Measured]:
    """Accuracy and macro-F1 over the labels of the set; where it has two labels only, all else than support is the other."""
    labels = sorted({row.label for row in rows})
    shown = [STANCES[Verdict(check_among(row.evidence, row.claim)["verdict"])] for row in rows]
    if "not_supported" in labels:
        shown = [TWO_LABELS.get(label, label) for label in shown]
    gold = [row.label for row in rows]
    known = [*labels, *sorted(set(shown) - set(labels))]

    def resampled(numbers: NDArray[np.int64]) -> float:
        counts = confusion([gold[number] for number in numbers], [shown[number] for number in numbers], known)
        return macro_f1_of(counts, len(labels))

    return {
        "macro_f1": with_interval(resampled, len(rows)),
        "verdict": mean_with_interval([float(one == other) for one, other in zip(gold, shown, strict=True)]),
    }
