"""Did a change make it better or worse: two runs compared question by question, with a paired test."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest, permutation_test

from clipfile.eval.intervals import SEED, mean_with_interval
from clipfile.eval.result import PartResult, SuiteResult

PERMUTATIONS = 9999
CHANGED_BY = ("right", "verdict")  # the measures that name a question or claim as better or worse
PAIRED = (
    *("right", "hit@1", "hit@3", "hit@6", "sides", "all_sides", "quoted_precision", "citation_precision"),
    *("citation_recall", "quoted_characters", "verbatim", "ndcg@10", "mrr@10", "recall@10", "gold_hit@3"),
    *("gold_recall@10", "verdict", "fever", "evidence_recall", "evidence_found"),
)


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """A measure before and after, over the questions that both runs have.

    low, high: 95% bootstrap interval of the difference. better, worse: on how many questions it rose and fell.
    p_value: how likely so large a difference is if the change did nothing; `test` names how it was found.
    """

    name: str
    before: float
    after: float
    low: float | None
    high: float | None
    better: int
    worse: int
    n: int
    p_value: float
    test: str


@dataclass(frozen=True, slots=True)
class PartComparison:
    """Two runs over one set: what differs between the sets, the measures, and what became right (better) or wrong (worse).

    earlier: when the earlier run was made, and at which commit.
    """

    name: str
    half: str
    earlier: str
    warnings: tuple[str, ...]
    measures: tuple[MeasureChange, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]


def compare(before: SuiteResult, after: SuiteResult) -> list[PartComparison]:
    """The comparison of every part that both runs have, in the order of the later one."""
    earlier = {(part.name, part.half): part for part in before.parts}
    made = f"{before.date} {before.commit}".strip()
    return [
        _part(made, earlier[part.name, part.half], part) for part in after.parts if (part.name, part.half) in earlier
    ]


def _part(made: str, before: PartResult, after: PartResult) -> PartComparison:
    old, new = _values(before), _values(after)
    changed = [
        (asked, new[name][asked] - old[name][asked])
        for name in CHANGED_BY
        for asked in new.get(name, {})
        if asked in old.get(name, {})
    ]
    return PartComparison(
        after.name,
        after.half,
        made,
        tuple(_warnings(before, after)),
        tuple(
            _change(name, old[name], new[name]) for name in PAIRED if set(old.get(name, ())) & set(new.get(name, ()))
        ),
        tuple(_named(asked, before) for asked, difference in changed if difference > 0),
        tuple(_named(asked, after) for asked, difference in changed if difference < 0),
    )


def _named(asked: str, lost_in: PartResult) -> str:
    """A question's or claim's id with its words, which are known of what a run lost, unless it is held out."""
    words = {miss.question_id: miss.question for miss in lost_in.misses}
    words |= {miss.claim_id: miss.claim for miss in lost_in.claim_misses}
    return f"{asked}: {words[asked]}" if asked in words and lost_in.half != "held_out" else asked


def _values(part: PartResult) -> dict[str, dict[str, float]]:
    """Of each measure, its value for each question or claim."""
    values: dict[str, dict[str, float]] = {}
    for question in part.questions:
        for name, value in question.measures.items():
            values.setdefault(name, {})[question.question_id] = value
    for claim in part.claims:
        for name, value in claim.measures.items():
            values.setdefault(name, {})[claim.claim_id] = value
    return values


def _warnings(before: PartResult, after: PartResult) -> list[str]:
    warnings = []
    if before.gold_hash != after.gold_hash:
        warnings.append("The questions or claims differ between the runs; only those with the same id are compared.")
    if before.articles_hash != after.articles_hash:
        warnings.append("The articles are not the same in both runs.")
    return warnings


def _change(name: str, before: Mapping[str, float], after: Mapping[str, float]) -> MeasureChange:
    common = [asked for asked in after if asked in before]
    old, new = [before[asked] for asked in common], [after[asked] for asked in common]
    differences = [b - a for a, b in zip(old, new, strict=True)]
    interval = mean_with_interval(differences)
    p_value, test = paired_test(old, new)
    return MeasureChange(
        name,
        sum(old) / len(old),
        sum(new) / len(new),
        interval.low,
        interval.high,
        sum(difference > 0 for difference in differences),
        sum(difference < 0 for difference in differences),
        len(common),
        p_value,
        test,
    )


def paired_test(before: Sequence[float], after: Sequence[float]) -> tuple[float, str]:
    """The two-sided p-value of a paired difference, and the test's name.

    Right-or-wrong measures: McNemar's test in its exact form, a binomial test over the questions that changed
    (McNemar 1947,
    doi:10.1007/BF02295996). Others: a paired permutation test of the mean (Smucker, Allan and Carterette 2007,
    doi:10.1145/1321440.1321528).
    """
    old, new = np.asarray(before, float), np.asarray(after, float)
    if set(old) | set(new) <= {0.0, 1.0}:
        rose, fell = int((new > old).sum()), int((new < old).sum())
        return (float(binomtest(rose, rose + fell).pvalue) if rose + fell else 1.0), "McNemar, exact"
    if (old == new).all():
        return 1.0, "permutation"
    found = permutation_test(
        (new, old),
        lambda x, y, axis: np.mean(x - y, axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=PERMUTATIONS,
        rng=np.random.default_rng(SEED),
    )
    return float(found.pvalue), "permutation"
