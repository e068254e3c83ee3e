"""From the stances of the evidence to a verdict: a short rule over the strongest quote on each side."""

from collections.abc import Sequence
from enum import StrEnum

from clipfile.app.stance import StanceKind

SUPPORT_FROM = 0.5  # fitted by eval/training/fit_stance.py, which prints them
REFUTE_FROM = 0.5
CONFLICT_FROM = 0.4  # for the weaker side, when both speak


class Verdict(StrEnum):
    """AVeriTeC's four verdicts; Schlichtkrull et al. (2023), arXiv:2305.13117."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"


WORST_FIRST = (Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE, Verdict.CONFLICTING, Verdict.SUPPORTED)


def verdict_from(supports: float, refutes: float) -> Verdict:
    """The verdict from the probability of the strongest quote on each side, 0 where a side has none.

    More quotes on a side make it no stronger: they may be copies of one text.
    """
    if (
        supports >= CONFLICT_FROM
        and refutes >= CONFLICT_FROM
        and max(supports - SUPPORT_FROM, refutes - REFUTE_FROM) >= 0
    ):
        return Verdict.CONFLICTING
    if supports >= SUPPORT_FROM and supports >= refutes:
        return Verdict.SUPPORTED
    if refutes >= REFUTE_FROM:
        return Verdict.REFUTED
    return Verdict.NOT_ENOUGH_EVIDENCE


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
