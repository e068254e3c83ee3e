"""From what came of each question and claim to the measures of a set, each with its interval."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from clipfile.eval.abstention import (
    Attempt,
    area_under_risk_coverage,
    calibration_error,
    excess_area,
    refusal_precision,
    refusal_recall,
    wrong_refusals,
)
from clipfile.eval.intervals import Measured, mean_with_interval, settled, with_interval
from clipfile.eval.result import ClaimOutcome, QuestionOutcome
from clipfile.eval.verdicts import confusion, macro_f1_of
from clipfile.eval.words import is_counted

T = TypeVar("T")


def means(measures: Sequence[Mapping[str, float]]) -> dict[str, Measured]:
    """The mean of every measure over the questions or claims that have it."""
    names = dict.fromkeys(name for each in measures for name in each)
    found = {name: mean_with_interval([each[name] for each in measures if name in each]) for name in names}
    return {name: each if is_counted(name) else settled(each) for name, each in found.items()}


def question_summary(outcomes: Sequence[QuestionOutcome]) -> dict[str, Measured]:
    """The measures of a set of questions by name."""
    attempts = [attempt_of(outcome) for outcome in outcomes]
    return means([outcome.measures for outcome in outcomes]) | {
        "refusal_precision": _share(attempts, refusal_precision, sum(not each.answered for each in attempts)),
        "refusal_recall": _share(attempts, refusal_recall, sum(not each.answerable for each in attempts)),
        "wrong_refusals": _share(attempts, wrong_refusals, sum(each.answerable for each in attempts)),
        "aurc": _of(attempts, area_under_risk_coverage),
        "excess_aurc": _of(attempts, excess_area),
        "ece": replace(_of(outcomes, _calibration, biased=True), n=sum(each.answered for each in attempts)),
        "leaks": Measured(float(sum(outcome.leaks for outcome in outcomes)), n=len(outcomes)),
        **_latencies("latency", [outcome.seconds for outcome in outcomes]),
    }


def claim_summary(outcomes: Sequence[ClaimOutcome]) -> dict[str, Measured]:
    """The measures of a set of claims by name; `verdict` is the accuracy."""

    def resampled(numbers: NDArray[np.int64]) -> float:
        drawn = [outcomes[number] for number in numbers]
        return macro_f1_of(confusion([each.gold for each in drawn], [each.verdict for each in drawn]))

    return {
        "macro_f1": with_interval(resampled, len(outcomes)),
        **means([outcome.measures for outcome in outcomes]),
        "claim_leaks": Measured(float(sum(outcome.leaks for outcome in outcomes)), n=len(outcomes)),
        **_latencies("check", [outcome.seconds for outcome in outcomes]),
    }


def attempt_of(outcome: QuestionOutcome) -> Attempt:
    """A question as the risk-coverage curve sees it; what is shown instead of an answer counts too."""
    right = outcome.answerable and any(outcome.hits[:3])
    return Attempt(outcome.answerable, outcome.answered, outcome.confidence, not right)


def by_key(outcomes: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Outcomes by a key, keys in order of first mention."""
    groups: dict[str, list[T]] = {}
    for outcome in outcomes:
        groups.setdefault(key(outcome), []).append(outcome)
    return groups


def _of(outcomes: Sequence[T], measure: Callable[[Sequence[T]], float | None], biased: bool = False) -> Measured:
    return with_interval(
        lambda numbers: measure([outcomes[number] for number in numbers]), len(outcomes), biased=biased
    )


def _share(outcomes: Sequence[T], measure: Callable[[Sequence[T]], float | None], n: int) -> Measured:
    """A share of `n` of the outcomes."""
    return settled(replace(_of(outcomes, measure), n=n))


def _calibration(outcomes: Sequence[QuestionOutcome]) -> float | None:
    shown = [outcome for outcome in outcomes if outcome.answered]
    scores = [score for outcome in shown for score in outcome.scores]
    return calibration_error(scores, [hit for outcome in shown for hit in outcome.hits])


def _latencies(name: str, seconds: Sequence[float]) -> dict[str, Measured]:
    """The median and the 95th percentile, in milliseconds."""
    if not seconds:
        return {}
    return {
        f"{name}_p{percent}": Measured(1000 * float(np.percentile(seconds, percent)), n=len(seconds))
        for percent in (50, 95)
    }
