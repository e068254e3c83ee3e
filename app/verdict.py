"""From the stances of the evidence to a verdict: a short rule over the strongest quote on each side."""

from collections.abc import Sequence
from enum import StrEnum

from clipfile.app.stance import StanceKind

# Fitted by eval/training/fit_stance.py, which prints them.
SUPPORT_FROM = 0.35
REFUTE_FROM = 0.5
CONFLICT_FROM = 0.5  # for each side, when both speak


class Verdict(StrEnum):
    """AVeriTeC's four verdicts; Schlichtkrull et al. (2023), arXiv:2305.13117."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"


WORST_FIRST = (Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE, Verdict.CONFLICTING, Verdict.SUPPORTED)


def verdict_from(
    supports: float,
    refutes: float,
    support_from: float = SUPPORT_FROM,
    refute_from: float = REFUTE_FROM,
    conflict_from: float = CONFLICT_FROM,
) -> Verdict:
    """The verdict from the probability of the strongest quote on each side, 0 where a side has none.

    More quotes on a side make it no stronger: they may be copies of one text. Conflicting needs both sides above
    `conflict_from`, and one of them strong enough for a verdict of its own.
    """
    alone = supports >= support_from or refutes >= refute_from
    if alone and min(supports, refutes) >= conflict_from:
        return Verdict.CONFLICTING
    if supports >= support_from and supports >= refutes:
        return Verdict.SUPPORTED
    return Verdict.REFUTED if refutes >= refute_from else Verdict.NOT_ENOUGH_EVIDENCE


def standing(verdict: Verdict) -> set[StanceKind]:
    """The stances of the quotes that carry a verdict."""
    return {
        Verdict.SUPPORTED: {StanceKind.SUPPORTS},
        Verdict.REFUTED: {StanceKind.REFUTES},
        Verdict.CONFLICTING: {StanceKind.SUPPORTS, StanceKind.REFUTES},
        Verdict.NOT_ENOUGH_EVIDENCE: set(),
    }[verdict]


def worst_of(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict of a claim with several parts: no better than its worst part; without parts, not enough evidence."""
    return next((each for each in WORST_FIRST if each in verdicts), Verdict.NOT_ENOUGH_EVIDENCE)
