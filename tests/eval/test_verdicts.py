from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score

from clipfile.app.verdict import Verdict
from clipfile.eval.gold import Claim, ClaimChange, GoldQuote
from clipfile.eval.shown import ShownVerdict, read_verdict
from clipfile.eval.verdicts import VERDICTS, confusion, macro_f1, macro_f1_of, verdict_measures

LABELS = st.lists(st.sampled_from(VERDICTS), min_size=1)


@pytest.fixture
def conflicting(gold: Callable[..., GoldQuote]) -> Claim:
    quotes = (
        gold("fire", "The fire killed four people.", "supports"),
        gold("market", "The fire killed four people.", "supports"),
        gold("inquiry", "Nine people died in the fire.", "refutes"),
    )
    return Claim("c1", "Four died.", Verdict.CONFLICTING, ClaimChange.BOTH_SIDES, gold=quotes)


def shown(verdict: str, *evidence: dict) -> ShownVerdict:
    return read_verdict({"verdict": verdict, "evidence": list(evidence)})


def test_a_conflict_needs_evidence_of_both_stances(conflicting: Claim, citation: Callable[..., dict]) -> None:
    four = citation("fire", "The fire killed four people.", stance="supports")
    nine = citation("inquiry", "Nine people died in the fire.", stance="refutes")
    assert verdict_measures(conflicting, shown("conflicting", four, nine)) == {
        "verdict": 1,
        "evidence_recall": 2 / 3,
        "evidence_found": 1,
        "fever": 1,
    }
    assert verdict_measures(conflicting, shown("conflicting", four))["fever"] == 0


def test_evidence_with_the_wrong_stance_does_not_count(conflicting: Claim, citation: Callable[..., dict]) -> None:
    nine = citation("inquiry", "Nine people died in the fire.", stance="supports")
    assert verdict_measures(conflicting, shown("conflicting", nine))["evidence_recall"] == 0


def test_right_evidence_with_a_wrong_verdict_scores_nothing_in_fever(
    conflicting: Claim, citation: Callable[..., dict]
) -> None:
    four = citation("fire", "The fire killed four people.", stance="supports")
    nine = citation("inquiry", "Nine people died in the fire.", stance="refutes")
    measures = verdict_measures(conflicting, shown("refuted", four, nine))
    assert (measures["evidence_found"], measures["fever"]) == (1, 0)


def test_evidence_after_the_fifth_does_not_count_for_fever(conflicting: Claim, citation: Callable[..., dict]) -> None:
    four = citation("fire", "The fire killed four people.", stance="supports")
    nine = citation("inquiry", "Nine people died in the fire.", stance="refutes")
    assert verdict_measures(conflicting, shown("conflicting", *[four] * 5, nine))["fever"] == 0


def test_not_enough_evidence_needs_the_verdict_alone() -> None:
    claim = Claim("c", "Zebras.", Verdict.NOT_ENOUGH_EVIDENCE, ClaimChange.ABSENT)
    assert verdict_measures(claim, shown("not_enough_evidence")) == {"verdict": 1, "fever": 1}
    assert verdict_measures(claim, shown("supported")) == {"verdict": 0, "fever": 0}


@given(LABELS, st.randoms())
def test_macro_f1_is_that_of_scikit_learn(gold: list, chance) -> None:
    given_verdicts = [chance.choice(VERDICTS) for _ in gold]
    expected = f1_score(gold, given_verdicts, labels=list(VERDICTS), average="macro", zero_division=0)
    assert macro_f1(gold, given_verdicts) == pytest.approx(expected)
    assert macro_f1_of(confusion(gold, given_verdicts)) == pytest.approx(expected)


def test_macro_f1_written_out() -> None:
    gold = ["supported", "supported", "refuted", "conflicting"]
    given_verdicts = ["supported", "refuted", "refuted", "supported"]
    # supported: 2 x 1 / (2 + 2); refuted: 2 x 1 / (1 + 2); conflicting: 0; not enough: 0
    assert macro_f1(gold, given_verdicts) == pytest.approx((1 / 2 + 2 / 3 + 0 + 0) / 4)


def test_the_confusion_matrix_has_gold_in_rows() -> None:
    counts = confusion(["supported", "refuted"], ["refuted", "refuted"])
    assert counts.sum() == 2
    assert np.argwhere(counts).tolist() == [[0, 1], [1, 1]]
