import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from clipfile.index.dense import DenseIndex
from clipfile.index.encoder import unit


@given(st.integers(1, 40), st.integers(0, 10_000))
def test_cosines_are_numpy_dot_products(size: int, seed: int) -> None:
    vectors = unit(np.random.default_rng(seed).normal(size=(size, 8)).astype(np.float32))
    numbers, cosines = DenseIndex(vectors).search(vectors[0], size)
    expected = vectors @ vectors[0]
    assert np.allclose(cosines, expected[numbers], atol=1e-5)
    assert np.allclose(cosines, np.sort(expected)[::-1], atol=1e-5)


def test_only_allowed_passages_take_part() -> None:
    vectors = np.eye(4, dtype=np.float32)
    numbers, _ = DenseIndex(vectors).search(vectors[1], 4, np.array([0, 3]))
    assert sorted(numbers) == [0, 3]


def test_equal_cosines_come_in_the_order_of_the_passages() -> None:
    vectors = np.ones((5, 2), np.float32) / np.sqrt(2, dtype=np.float32)
    numbers, _ = DenseIndex(vectors).search(vectors[0], 5)
    assert numbers.tolist() == [0, 1, 2, 3, 4]


def test_nothing_allowed_finds_nothing() -> None:
    vectors = np.eye(2, dtype=np.float32)
    numbers, cosines = DenseIndex(vectors).search(vectors[0], 5, np.zeros(0, np.int64))
    assert len(numbers) == len(cosines) == 0
