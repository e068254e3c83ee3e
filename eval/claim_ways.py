"""What the rules and the stance model are each worth: the same claims by the rules alone, the model alone, and both."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clipfile.app.claim_parts import parts_of
from clipfile.app.claims import EVIDENCE
from clipfile.app.desk import Desk
from clipfile.app.evidence import Evidence, evidence_for, in_context
from clipfile.app.stance import KINDS, StanceKind, StanceModel, stance_of
from clipfile.app.verdict import RULES_ALONE, WITH_MODEL, Plane, Verdict, carries, standing, verdict_from, worst_of
from clipfile.eval.ablation import last_day
from clipfile.eval.gold import Claim
from clipfile.eval.intervals import Measured, with_interval
from clipfile.eval.result import ClaimOutcome, Variant
from clipfile.eval.shown import ShownVerdict, read_verdict
from clipfile.eval.summary import means
from clipfile.eval.verdicts import VERDICTS, confusion, macro_f1_of, verdict_measures
from clipfile.index.hybrid import HybridIndex

SUPPORTS, REFUTES = KINDS.index(StanceKind.SUPPORTS), KINDS.index(StanceKind.REFUTES)
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
    found = [
        (part.text, evidence_for(index, part.text, last_day(as_of), model, part.before))
        for part in parts_of(claim)
        if not part.reason
    ]
    by_rules = [(evidence, [_by_rules(index, text, each) for each in evidence]) for text, evidence in found]
    by_model = [(evidence, [each.modelled for each in evidence]) for _, evidence in found]
    return _check(by_rules, RULES_ALONE), _check(by_model, WITH_MODEL)


def _by_rules(index: HybridIndex, claim: str, evidence: Evidence) -> tuple[float, float, float]:
    """The probabilities of supports, refutes and neutral without what the model says."""
    context = in_context(index, evidence.hit)
    stance = stance_of(claim, evidence.hit, context, evidence.alignment, evidence.slots)
    return stance.supports, stance.refutes, 1 - stance.supports - stance.refutes


def _check(parts: Sequence[tuple[Sequence[Evidence], Sequence[Any]]], planes: Mapping[Verdict, Plane]) -> Shown:
    """The verdict on a claim from the sentences of each of its parts and their probabilities, (n_sentences, 3) each."""
    tables = [np.array(rows, float).reshape(-1, len(KINDS)) for _, rows in parts]
    verdicts = [verdict_from([_shares(row) for row in table], planes) for table in tables]
    verdict = worst_of(verdicts)
    checked = sorted(zip(parts, tables, verdicts, strict=True), key=lambda part: part[2] is not verdict)
    shown = [
        quote for (evidence, _), table, own in checked for quote in _carrying(evidence, table, own, planes)
    ]  # those of the parts that decide come first
    return {"verdict": str(verdict), "evidence": shown}


def _carrying(
    evidence: Sequence[Evidence], table: NDArray[np.float64], verdict: Verdict, planes: Mapping[Verdict, Plane]
) -> list[Shown]:
    """The quotes that carry a verdict, as the desk chooses them: the best of each side and all that would alone."""
    chosen = []
    for kind in sorted(standing(verdict)):
        column = KINDS.index(kind)
        for rank, row in enumerate(np.argsort(-np.round(table[:, column], 6), kind="stable")):
            score = float(table[row, column])
            if not rank or carries(_shares(table[row]), kind, planes):
                chosen.append((bool(rank), -score, _quote(evidence[row], kind, score)))
    kept = [quote for _, _, quote in sorted(chosen, key=lambda each: each[:2])[:EVIDENCE]]
    return sorted(kept, key=lambda each: -each["score"])


def _shares(row: NDArray[np.float64]) -> tuple[float, float]:
    return float(row[SUPPORTS]), float(row[REFUTES])


def _quote(evidence: Evidence, kind: StanceKind, score: float) -> Shown:
    hit = evidence.hit
    return {
        "article": hit.article.article_id,
        "start": hit.span.start,
        "end": hit.span.end,
        "quote": hit.quote,
        "score": score,
        "stance": str(kind),
    }


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
