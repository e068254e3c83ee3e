"""What the rules and the stance model are each worth: the same claims by the rules alone, the model alone, and both."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clipfile.app.claim_parts import parts_of
from clipfile.app.claims import ClaimCheck, judged
from clipfile.app.desk import Desk
from clipfile.app.evidence import Evidence, evidence_for, in_context
from clipfile.app.stance import KINDS, Stance, StanceModel, stance_of
from clipfile.app.verdict import RULES_ALONE, WITH_MODEL
from clipfile.eval.ablation import last_day
from clipfile.eval.gold import Claim
from clipfile.eval.intervals import Measured, with_interval
from clipfile.eval.result import ClaimOutcome, Variant
from clipfile.eval.shown import ShownVerdict, read_verdict
from clipfile.eval.summary import means
from clipfile.eval.verdicts import VERDICTS, confusion, macro_f1_of, verdict_measures
from clipfile.index.hybrid import HybridIndex

Shown = dict[str, Any]
"""A claim check as JSON: its verdict, and the quotes that carry it."""


def claim_ways(desk: Desk, claims: Sequence[Claim], shipped: Sequence[ClaimOutcome]) -> list[Variant]:
    """A row for the rules alone; where the desk has a stance model, one for that alone and one for both, as shipped.

    `shipped` is what came of the same claims with the desk as it is.
    """
    if (model := desk.stance_model) is None:
        return [Variant("slot rules alone", "as shipped", measures_of(shipped))]
    alone = [(claim, apart(desk.index, model, claim.claim, claim.as_of)) for claim in claims]
    rules, modelled = ([outcome_of(claim, read_verdict(shown[way])) for claim, shown in alone] for way in range(2))
    return [
        Variant("slot rules alone", "", measures_of(rules)),
        Variant("stance model alone", "", measures_of(modelled)),
        Variant("both", "as shipped", measures_of(shipped)),
    ]


def apart(index: HybridIndex, model: StanceModel, claim: str, as_of: str | None) -> tuple[Shown, Shown]:
    """A claim checked by the rules alone, and by the model's probabilities alone.

    The sentences are those that the desk would read; they are found and compared with the claim once for both.
    """
    parts = parts_of(claim)
    found = [
        () if part.reason else evidence_for(index, part.text, last_day(as_of), model, part.before) for part in parts
    ]
    by_rules = [
        [_by_rules(index, part.text, each) for each in evidence] for part, evidence in zip(parts, found, strict=True)
    ]
    by_model = [[_by_model(each) for each in evidence] for evidence in found]
    return (
        _shown(judged(index, claim, parts, by_rules, RULES_ALONE)),
        _shown(judged(index, claim, parts, by_model, WITH_MODEL)),
    )


def _by_rules(index: HybridIndex, claim: str, evidence: Evidence) -> Evidence:
    """A sentence with its stance without what the model says."""
    context = in_context(index, evidence.hit)
    return replace(evidence, stance=stance_of(claim, evidence.hit, context, evidence.alignment, evidence.slots))


def _by_model(evidence: Evidence) -> Evidence:
    """A sentence with the stance that the model alone gives it."""
    supports, refutes, neutral = shares = np.asarray(evidence.modelled, float).tolist()
    kind = KINDS[int(np.argmax(shares))]
    by = "stance model"
    return replace(evidence, stance=Stance(kind, max(supports, refutes, neutral), supports, refutes, (by, by, by)))


def _shown(check: ClaimCheck) -> Shown:
    return {"verdict": str(check.verdict), "evidence": [asdict(each) for each in check.evidence]}


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
