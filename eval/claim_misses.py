"""Every claim that got the wrong verdict, and a guess at the stage that lost it."""

from dataclasses import dataclass
from enum import StrEnum

from clipfile.app.verdict import Verdict
from clipfile.eval.gold import Claim
from clipfile.eval.misses import MissQuote
from clipfile.eval.places import hits, hits_any
from clipfile.eval.shown import ShownQuote, ShownVerdict


class ClaimStage(StrEnum):
    """Where a verdict was lost, in the order of the stages."""

    NO_EVIDENCE = "evidence not shown"
    WRONG_STANCE = "stance misread"
    WRONG_VERDICT = "verdict from right evidence"
    INVENTED = "evidence where there is none"


CLAIM_EXPLANATIONS = {
    ClaimStage.NO_EVIDENCE: "no gold quote is among the evidence",
    ClaimStage.WRONG_STANCE: "a gold quote is shown, but read as standing otherwise",
    ClaimStage.WRONG_VERDICT: "a gold quote is shown with its stance, but the verdict is another",
    ClaimStage.INVENTED: "nothing in the articles settles the claim, but a verdict was given",
}


@dataclass(frozen=True, slots=True)
class ClaimMiss:
    """A claim with a wrong verdict: the right one, the one given, the gold and what was shown as evidence."""

    claim_id: str
    change: str
    claim: str
    as_of: str | None
    stage: ClaimStage
    right: str
    given: str
    gold: tuple[MissQuote, ...]
    shown: tuple[MissQuote, ...]


def claim_miss_of(claim: Claim, shown: ShownVerdict) -> ClaimMiss | None:
    """The miss of a claim, None where its verdict is right."""
    if shown.verdict == claim.verdict:
        return None
    return ClaimMiss(
        claim.claim_id,
        claim.change,
        claim.claim,
        claim.as_of,
        _stage(claim, shown),
        claim.verdict,
        shown.verdict,
        tuple(
            MissQuote(each.article_id, each.quote, any(hits(one.place, each) for one in shown.evidence), each.side)
            for each in claim.gold
        ),
        tuple(_shown_quote(each, claim) for each in shown.evidence),
    )


def _stage(claim: Claim, shown: ShownVerdict) -> ClaimStage:
    if claim.verdict == Verdict.NOT_ENOUGH_EVIDENCE:
        return ClaimStage.INVENTED
    found = [(each, gold) for each in shown.evidence for gold in claim.gold if hits(each.place, gold)]
    if not found:
        return ClaimStage.NO_EVIDENCE
    return (
        ClaimStage.WRONG_VERDICT if any(each.stance == gold.side for each, gold in found) else ClaimStage.WRONG_STANCE
    )


def _shown_quote(each: ShownQuote, claim: Claim) -> MissQuote:
    note = f"{each.stance or 'no stance'}, {each.score:.2f}"
    return MissQuote(each.place.article_id, each.quote, hits_any(each.place, claim.gold), note)
