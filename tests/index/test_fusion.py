import numpy as np
import pytest

from clipfile.index.fusion import min_max, reciprocal_rank_fusion, weighted_sum


def scores(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def test_reciprocal_ranks_are_summed() -> None:
    fused = reciprocal_rank_fusion(scores(3, 2, 0), scores(0, 5, 9), k=60)
    assert fused.tolist() == pytest.approx([1 / 61, 1 / 62 + 1 / 62, 1 / 61])


def test_passage_found_by_both_retrievers_comes_first() -> None:
    fused = reciprocal_rank_fusion(scores(9, 8, 0, 0), scores(0, 8, 9, 0))
    assert fused.argmax() == 1


def test_scores_are_scaled_to_0_and_1() -> None:
    assert min_max(scores(2, 4, 3)).tolist() == [0, 1, 0.5]


@pytest.mark.parametrize("values", [scores(), scores(7), scores(3, 3)], ids=["none", "one", "equal"])
def test_scores_without_spread_become_0(values: np.ndarray) -> None:
    assert min_max(values).tolist() == [0] * len(values)


def test_weights_share_out_the_scaled_scores() -> None:
    assert weighted_sum(scores(0, 10), scores(1, 0), 0.25).tolist() == pytest.approx([0.75, 0.25])
