"""What the rules and the stance model are each worth: the same claims by the rules alone, the model alone, and both."""

from collections.abc import Sequence
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
from clipfile.eval.result import Variant
from clipfile.eval.shown import Check, ShownVerdict, read_verdict
from clipfile.eval.summary import means
from clipfile.eval.verdicts import VERDICTS, confusion, macro_f1_of, verdict_measures
from clipfile.index.hybrid import HybridIndex

SUPPORTS, REFUTES = KINDS.index(StanceKind.SUPPORTS), KINDS.index(StanceKind.REFUTES)


def claim_ways(desk: Desk, claims: Sequence[Claim]) -> list[Variant]:
    """A row for the rules alone; where the desk has a stance model, one for that alone and one for both, as shipped."""
    rules = Desk(desk.index, desk.articles)
    ways = [_way("slot rules alone", _check_of(rules), claims)]
    if model := desk.stance_model:
        alone = _way("stance model alone", lambda claim, as_of: by_model(desk.index, model, claim, as_of), claims)
        ways += [alone, _way("both", _check_of(desk), claims)]
    return ways


def _check_of(desk: Desk) -> Check:
    return lambda claim, as_of: asdict(desk.check(claim, as_of))


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
    return Variant(name, "", measures_of(claims, [read_verdict(check(each.claim, each.as_of)) for each in claims]))


def measures_of(claims: Sequence[Claim], shown: Sequence[ShownVerdict]) -> dict[str, Measured]:
    """The measures of verdicts, with the F1 of each label as `f1:LABEL` and each change's accuracy as `verdict:CHANGE`."""
    gold, given = [str(each.verdict) for each in claims], [str(each.verdict) for each in shown]

    def counts(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        return confusion([gold[number] for number in numbers], [given[number] for number in numbers])

    measures = {"macro_f1": with_interval(lambda numbers: macro_f1_of(counts(numbers)), len(claims))}
    both = counts(np.arange(len(claims)))
    for row, label in enumerate(VERDICTS):
        of_label = int(both[row].sum() + both[:, row].sum())
        f1 = float(2 * both[row, row] / of_label) if of_label else None
        measures[f"f1:{label}"] = Measured(f1, n=gold.count(str(label)))
    by_claim = [verdict_measures(claim, verdict) for claim, verdict in zip(claims, shown, strict=True)]
    of_change = [{f"verdict:{claim.change}": each["verdict"]} for claim, each in zip(claims, by_claim, strict=True)]
    return measures | means(by_claim) | means(of_change)
