"""From the stances of the evidence to a verdict: a multinomial logistic regression over the strongest quote on each side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clipfile.app.logistic import logistic, logit
from clipfile.app.stance import StanceKind

FAINTER = 0.5  # log odds that a quote loses for each by which it is less likely to settle the claim than the likeliest
LEAST = 1e-4  # probability below which, and above whose complement, nothing is told apart


class Verdict(StrEnum):
    """AVeriTeC's four verdicts; Schlichtkrull et al. (2023), arXiv:2305.13117."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"


WORST_FIRST = (Verdict.REFUTED, Verdict.NOT_ENOUGH_EVIDENCE, Verdict.CONFLICTING, Verdict.SUPPORTED)


@dataclass(frozen=True, slots=True)
class Sides:
    """The log odds of the strongest quote on each side."""

    supports: float
    refutes: float


@dataclass(frozen=True, slots=True)
class Plane:
    """How much speaks for one verdict: a plane over the log odds of both sides."""

    intercept: float
    supports: float
    refutes: float

    def at(self, sides: Sides) -> float:
        """Its height; of the four verdicts the highest is given."""
        return self.intercept + self.supports * sides.supports + self.refutes * sides.refutes


# Fitted by eval/training/fit_stance.py, which prints them.
WITH_MODEL: Mapping[Verdict, Plane] = {
    Verdict.SUPPORTED: Plane(-0.071, 0.518, -0.427),
    Verdict.REFUTED: Plane(0.183, -0.324, 0.444),
    Verdict.CONFLICTING: Plane(0.131, 0.455, 0.367),
    Verdict.NOT_ENOUGH_EVIDENCE: Plane(-0.243, -0.649, -0.383),
}
# The same for probabilities without a stance model.
RULES_ALONE: Mapping[Verdict, Plane] = {
    Verdict.SUPPORTED: Plane(-0.046, 0.202, -0.337),
    Verdict.REFUTED: Plane(0.074, -0.201, 0.234),
    Verdict.CONFLICTING: Plane(0.391, 0.463, 0.333),
    Verdict.NOT_ENOUGH_EVIDENCE: Plane(-0.419, -0.463, -0.23),
}


def verdict_from(shares: Sequence[tuple[float, float]], planes: Mapping[Verdict, Plane] = WITH_MODEL) -> Verdict:
    """The verdict on a claim; without a sentence that was compared with it, not enough evidence.

    Args:
        shares: of each sentence the probabilities that it supports and that it refutes the claim.
        planes: the weights.
    """
    if not shares:
        return Verdict.NOT_ENOUGH_EVIDENCE
    sides = sides_of(shares)
    return max(planes, key=lambda verdict: planes[verdict].at(sides))


def sides_of(shares: Sequence[tuple[float, float]]) -> Sides:
    """The strongest quote on each side, of one sentence at least.

    More quotes on a side make it no stronger: they may be copies of one text. A quote that is less likely to settle the claim
    than another counts for less: a sentence on something near the matter often reads as its denial.
    """
    settles = [logit(supports + refutes, LEAST) for supports, refutes in shares]
    kept = [logistic(each - FAINTER * (max(settles) - each)) for each in settles]
    supports, refutes = (
        max(logit(share * pair[side] / max(sum(pair), LEAST), LEAST) for share, pair in zip(kept, shares, strict=True))
        for side in range(2)
    )
    return Sides(supports, refutes)


def carries(share: tuple[float, float], kind: StanceKind, planes: Mapping[Verdict, Plane] = WITH_MODEL) -> bool:
    """Whether a quote would carry the verdict of a side alone."""
    return standing(verdict_from([share], planes)) == {kind}


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
