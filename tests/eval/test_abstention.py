import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.eval.abstention import (
    Attempt,
    area_under_risk_coverage,
    calibration_error,
    excess_area,
    refusal_precision,
    refusal_recall,
    reliability,
    risk_coverage,
    wrong_refusals,
)


def attempt(confidence: float, wrong: bool, answered: bool = True, answerable: bool = True) -> Attempt:
    return Attempt(answerable, answered, confidence, wrong)


ATTEMPTS = st.lists(
    st.builds(Attempt, st.booleans(), st.booleans(), st.sampled_from([0.1, 0.5, 0.9]), st.booleans()), min_size=1
)


def test_refusals_are_counted() -> None:
    attempts = [
        attempt(0.9, False),
        attempt(0.1, True, answered=False),
        attempt(0.1, True, answered=False, answerable=False),
        attempt(0.8, True, answerable=False),
        attempt(0.1, True, answered=False, answerable=False),
    ]
    assert refusal_precision(attempts) == 2 / 3  # of three refusals, two are right
    assert refusal_recall(attempts) == 2 / 3  # of three without an answer, two are refused
    assert wrong_refusals(attempts) == 1 / 2  # of two with an answer, one is refused


def test_refusals_of_nothing_are_not_defined() -> None:
    assert refusal_precision([attempt(1, False)]) is None
    assert refusal_recall([attempt(1, False)]) is None
    assert wrong_refusals([attempt(1, False, answerable=False)]) is None


def test_risk_is_the_share_wrong_among_the_surest() -> None:
    points = risk_coverage([attempt(0.9, False), attempt(0.5, True), attempt(0.7, False), attempt(0.1, True)])
    assert [point.coverage for point in points] == [1 / 4, 2 / 4, 3 / 4, 1]
    assert [point.risk for point in points] == pytest.approx([0, 0, 1 / 3, 2 / 4])


def test_the_area_is_the_mean_risk() -> None:
    attempts = [attempt(0.9, False), attempt(0.5, True), attempt(0.7, False), attempt(0.1, True)]
    assert area_under_risk_coverage(attempts) == pytest.approx((0 + 0 + 1 / 3 + 1 / 2) / 4)
    assert excess_area(attempts) == pytest.approx(0)  # the wrong ones are the least sure already


def test_the_excess_is_what_a_better_order_would_save() -> None:
    attempts = [attempt(0.9, True), attempt(0.1, False)]
    assert excess_area(attempts) == pytest.approx((1 + 1 / 2) / 2 - (0 + 1 / 2) / 2)


def test_what_is_not_answered_comes_last_however_high_its_score() -> None:
    points = risk_coverage([attempt(0.9, True, answered=False), attempt(0.1, False)])
    assert [point.risk for point in points] == [0, 1 / 2]


def test_ties_share_their_errors() -> None:
    points = risk_coverage([attempt(0.5, True), attempt(0.5, False)])
    assert [point.risk for point in points] == [1 / 2, 1 / 2]


@given(ATTEMPTS, st.randoms())
def test_the_order_of_the_file_does_not_matter(attempts: list[Attempt], chance) -> None:
    shuffled = attempts[:]
    chance.shuffle(shuffled)
    assert area_under_risk_coverage(shuffled) == pytest.approx(area_under_risk_coverage(attempts))


@given(ATTEMPTS)
def test_the_last_point_is_the_error_rate_and_the_excess_is_never_negative(attempts: list[Attempt]) -> None:
    assert risk_coverage(attempts)[-1].risk == pytest.approx(sum(each.wrong for each in attempts) / len(attempts))
    assert (excess_area(attempts) or 0) >= -1e-9


def test_calibration_error_by_bins() -> None:
    scores, right = [0.95, 0.95, 0.15, 0.12], [True, False, False, False]
    # bin .9 to 1: mean score .95, right 1/2, two scores; bin .1 to .2: mean score .135, right 0, two scores
    assert calibration_error(scores, right) == pytest.approx((2 * 0.45 + 2 * 0.135) / 4)


@pytest.mark.parametrize(("score", "low"), [(0.0, 0.0), (0.1, 0.1), (0.999, 0.9), (1.0, 0.9)])
def test_a_score_falls_into_its_bin(score: float, low: float) -> None:
    assert reliability([score], [True])[0].low == pytest.approx(low)


def test_no_score_shown_has_no_calibration() -> None:
    assert calibration_error([], []) is None
