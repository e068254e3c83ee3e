"""From the stances of the evidence to a verdict: a short rule over the strongest quote on each side."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from clipfile.app.stance import StanceKind


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities from which the strongest quote of a side decides: alone, or `conflict` for each where both speak."""

    support: float
    refute: float
    conflict: float

    def of(self, kind: StanceKind) -> float:
        """From where a quote of a side counts as evidence."""
        return self.support if kind is StanceKind.SUPPORTS else self.refute


# Chosen by eval/training/fit_stance.py, which prints them.
WITH_MODEL = Thresholds(support=0.4, refute=0.65, conflict=0.55)
# The same for probabilities without a stance model, or of that alone.
RULES_ALONE = Thresholds(support=0.35, refute=0.5, conflict=0.5)


class Verdict(StrEnum):
    """AVeriTeC's four verdicts; Schlichtkrull et al. (2023), arXiv:2305.13117."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"


WORST_FIRST = (Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE, Verdict.CONFLICTING, Verdict.SUPPORTED)


def verdict_from(supports: float, refutes: float, thresholds: Thresholds = WITH_MODEL) -> Verdict:
    """The verdict from the probability of the strongest quote on each side, 0 where a side has none.

    More quotes on a side make it no stronger: they may be copies of one text. Conflicting needs both sides above
    `thresholds.conflict`, and one of them strong enough for a verdict of its own.
    """
    alone = supports >= thresholds.support or refutes >= thresholds.refute
    if alone and min(supports, refutes) >= thresholds.conflict:
        return Verdict.CONFLICTING
    if supports >= thresholds.support and supports >= refutes:
        return Verdict.SUPPORTED
    return Verdict.REFUTED if refutes >= thresholds.refute else Verdict.NOT_ENOUGH_EVIDENCE


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
