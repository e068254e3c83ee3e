"""What the rules and the stance model are each worth: the same claims by the rules alone, the model alone, and both."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clipfile.app.claim_parts import parts_of
from clipfile.app.desk import Desk
from clipfile.app.evidence import Evidence, evidence_for
from clipfile.app.stance import KINDS, StanceKind, StanceModel
from clipfile.app.verdict import Verdict, standing, verdict_from, worst_of
from clipfile.eval.ablation import last_day
from clipfile.eval.gold import Claim
from clipfile.eval.intervals import Measured, with_interval
from clipfile.eval.result import ClaimOutcome, Variant
from clipfile.eval.shown import Check, ShownVerdict, read_verdict
from clipfile.eval.summary import means
from clipfile.eval.verdicts import VERDICTS, confusion, macro_f1_of, verdict_measures
from clipfile.index.hybrid import HybridIndex

SUPPORTS, REFUTES = KINDS.index(StanceKind.SUPPORTS), KINDS.index(StanceKind.REFUTES)


def claim_ways(desk: Desk, claims: Sequence[Claim], shipped: Sequence[ClaimOutcome]) -> list[Variant]:
    """A row for the rules alone; where the desk has a stance model, one for that alone and one for both, as shipped.

    `shipped` is what came of the same claims with the desk as it is.
    """
    if (model := desk.stance_model) is None:
        return [Variant("slot rules alone", "as shipped", measures_of(shipped))]
    rules = Desk(desk.index, desk.articles)
    return [
        _way("slot rules alone", lambda claim, as_of: asdict(rules.check(claim, as_of)), claims),
        _way("stance model alone", lambda claim, as_of: by_model(desk.index, model, claim, as_of), claims),
        Variant("both", "as shipped", measures_of(shipped)),
    ]


def by_model(index: HybridIndex, model: StanceModel, claim: str, as_of: str | None) -> dict[str, Any]:
    """A claim check by the model's probabilities alone, over the sentences that the desk would read, as JSON."""
    verdicts: list[Verdict] = []
    evidence: list[dict[str, Any]] = []
    for part in parts_of(claim):
        if part.reason:
            continue
        found = evidence_for(index, part.text, last_day(as_of), model, part.before)
        modelled = np.array([each.modelled for each in found]).reshape(-1, len(KINDS))
        best = modelled.max(axis=0, initial=0.0)
        verdicts.append(verdict_from(float(best[SUPPORTS]), float(best[REFUTES])))
        evidence += [_quote(each, row) for each, row in zip(found, modelled, strict=True)]
    verdict = worst_of(verdicts)
    carrying = [each for each in evidence if each["stance"] in standing(verdict)]
    return {"verdict": str(verdict), "evidence": sorted(carrying, key=lambda each: -each["score"])}


def _quote(evidence: Evidence, modelled: NDArray[np.float32]) -> dict[str, Any]:
    hit, likeliest = evidence.hit, int(modelled.argmax())
    return {
        "article": hit.article.article_id,
        "start": hit.span.start,
        "end": hit.span.end,
        "quote": hit.quote,
        "score": float(modelled[likeliest]),
        "stance": str(KINDS[likeliest]),
    }


def _way(name: str, check: Check, claims: Sequence[Claim]) -> Variant:
    shown = [(claim, read_verdict(check(claim.claim, claim.as_of))) for claim in claims]
    return Variant(name, "", measures_of([outcome_of(claim, verdict) for claim, verdict in shown]))


def outcome_of(claim: Claim, shown: ShownVerdict) -> ClaimOutcome:
    """What came of a claim, neither timed nor looked through for leaks."""
    measures = verdict_measures(claim, shown)
    return ClaimOutcome(claim.claim_id, claim.change, claim.verdict, shown.verdict, 0, 0.0, measures)


def measures_of(outcomes: Sequence[ClaimOutcome]) -> dict[str, Measured]:
    """The measures of verdicts, with the F1 of each label as `f1:LABEL` and each change's accuracy as `verdict:CHANGE`."""

    def counts(numbers: Iterable[int]) -> NDArray[np.int64]:
        drawn = [outcomes[number] for number in numbers]
        return confusion([each.gold for each in drawn], [each.verdict for each in drawn])

    measures = {"macro_f1": with_interval(lambda numbers: macro_f1_of(counts(numbers)), len(outcomes))}
    both = counts(range(len(outcomes)))
    for row, label in enumerate(VERDICTS):
        of_label = int(both[row].sum() + both[:, row].sum())
        f1 = float(2 * both[row, row] / of_label) if of_label else None
        measures[f"f1:{label}"] = Measured(f1, n=int(both[row].sum()))
    of_change = [{f"verdict:{each.change}": each.measures["verdict"]} for each in outcomes]
    return measures | means([each.measures for each in outcomes]) | means(of_change)
