import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap

from clipfile.eval.intervals import Measured, mean_with_interval, settled, with_interval

SHARES = st.lists(st.floats(0, 1), min_size=2, max_size=40)


def test_the_interval_is_close_to_that_of_scipy() -> None:
    values = np.array([1.0] * 30 + [0.0] * 70)
    expected = bootstrap((values,), np.mean, method="percentile", rng=np.random.default_rng(1)).confidence_interval
    found = mean_with_interval(list(values))
    assert found.value == pytest.approx(0.3)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=0.02)


def test_the_interval_never_changes() -> None:
    assert mean_with_interval([0, 1, 1, 0, 1]) == mean_with_interval([0, 1, 1, 0, 1])


@given(SHARES)
def test_the_value_lies_in_its_interval(values: list[float]) -> None:
    found = mean_with_interval(values)
    assert found.low is not None and found.high is not None and found.value is not None
    assert min(values) - 1e-9 <= found.low <= found.high <= max(values) + 1e-9


def test_a_measure_that_is_no_mean_is_resampled_in_the_same_way() -> None:
    values = np.array([0.0, 0.2, 0.9, 1.0, 0.4])
    assert with_interval(lambda numbers: float(values[numbers].mean()), 5) == mean_with_interval(list(values))


def test_one_question_has_no_interval_and_none_has_no_value() -> None:
    assert mean_with_interval([0.5]) == Measured(0.5, None, None, 1)
    assert mean_with_interval([]) == Measured(None)
    assert with_interval(lambda numbers: 0.0, 0) == Measured(None)


def test_a_resample_in_which_it_is_not_defined_is_left_out() -> None:
    found = with_interval(lambda numbers: 1.0 if 0 in numbers else None, 3)
    assert (found.value, found.low, found.high) == (1, 1, 1)


@pytest.mark.parametrize(
    ("value", "n", "low", "high"),
    [
        (1.0, 12, 12 / (12 + 1.959964**2), 1.0),  # Wilson's interval of 12 in 12
        (0.0, 12, 0.0, 1.959964**2 / (12 + 1.959964**2)),
        (1.0, 1, 1 / (1 + 1.959964**2), 1.0),
    ],
)
def test_a_share_of_nothing_or_of_all_is_not_certain(value: float, n: int, low: float, high: float) -> None:
    found = settled(Measured(value, value, value, n))
    assert (found.value, found.n) == (value, n)
    assert (found.low, found.high) == pytest.approx((low, high))


def test_other_shares_keep_their_interval() -> None:
    assert settled(Measured(0.5, 0.4, 0.6, 10)) == Measured(0.5, 0.4, 0.6, 10)
    assert settled(Measured(None)) == Measured(None)


def test_a_distance_lies_in_its_interval_though_resamples_are_further_off() -> None:
    right = np.array([1.0, 0.0] * 20)  # scores of a half, right in just half of the cases: no distance at all
    distance = lambda numbers: abs(float(right[numbers].mean()) - 0.5)  # noqa: E731
    plain, moved = with_interval(distance, 40), with_interval(distance, 40, biased=True)
    assert plain.value == moved.value == 0
    assert moved.low == 0 and plain.high is not None and moved.high is not None
    assert moved.high < plain.high

    other = np.array([1.0] * 21 + [0.0] * 19)
    found = with_interval(lambda numbers: abs(float(other[numbers].mean()) - 0.5), 40, biased=True)
    assert found.low is not None and found.high is not None and found.value is not None
    assert found.low <= found.value <= found.high
