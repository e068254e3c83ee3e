from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from clipfile.app.verdict import Verdict
from clipfile.corpus.collection import Collection
from clipfile.eval.agreement import AgreementError, claim_agreement, cohen_kappa, question_agreement
from clipfile.eval.gold import Claim, ClaimChange, Question
from clipfile.eval.gold_files import GoldFileError, read_second_claims, read_second_questions
from clipfile.eval.labellings import shipped_agreement

LABELS = st.lists(st.sampled_from("abc"), min_size=2, max_size=30)


@given(LABELS, st.randoms())
def test_kappa_is_that_of_scikit_learn(first: list[str], chance) -> None:
    second = [chance.choice("abc") for _ in first]
    if len({*first, *second}) > 1:
        assert cohen_kappa(first, second) == pytest.approx(cohen_kappa_score(first, second))


def test_kappa_written_out() -> None:
    # they agree on 3 of 4; by chance on 1/2 x 3/4 (yes) + 1/2 x 1/4 (no) = 1/2
    assert cohen_kappa(["yes", "yes", "no", "no"], ["yes", "yes", "no", "yes"]) == pytest.approx(
        (3 / 4 - 1 / 2) / (1 - 1 / 2)
    )


def test_one_label_throughout_has_no_kappa() -> None:
    assert cohen_kappa(["yes", "yes"], ["yes", "yes"]) is None


def test_questions_agree_on_sentences(disagreement: Question, absent: Question, collection: Collection) -> None:
    second = replace(disagreement, gold=disagreement.gold[:2])  # the second labelling lacks one of three gold sentences
    answerable, sentences = question_agreement([disagreement, absent], [second, absent], collection)
    assert answerable.share == 1
    assert sentences.n == 2 * 7  # seven sentences, two questions
    assert sentences.share == 13 / 14
    assert sentences.differ == ("q1",)
    labels = [1, 0, 0, 1, 0, 0, 1], [1, 0, 0, 0, 0, 0, 1]
    expected = cohen_kappa_score(labels[0] + [0] * 7, labels[1] + [0] * 7)
    assert sentences.kappa.value == pytest.approx(expected)


def test_claims_agree_on_verdicts() -> None:
    first = [Claim(f"c{n}", "x", Verdict.SUPPORTED, ClaimChange.PARAPHRASE) for n in range(3)]
    second = [replace(first[0], verdict=Verdict.REFUTED), first[2]]
    (found,) = claim_agreement(first, second)
    assert (found.share, found.n, found.differ) == (1 / 2, 2, ("c0",))


def test_labellings_without_a_common_id_are_refused(
    disagreement: Question, absent: Question, collection: Collection
) -> None:
    with pytest.raises(AgreementError, match="have no id in common"):
        question_agreement([disagreement], [absent], collection)


def test_a_second_labelling_needs_only_ids_and_gold(
    lines: Callable[..., Path], disagreement: Question, collection: Collection
) -> None:
    path = lines({"id": "q1", "gold": []}, {"id": "other", "gold": []})
    (second,) = read_second_questions(path, [disagreement], collection)
    assert second == replace(disagreement, gold=())


def test_a_second_labelling_is_checked(
    lines: Callable[..., Path], disagreement: Question, collection: Collection
) -> None:
    with pytest.raises(GoldFileError, match=":1: gold 1: the quote is not in fire"):
        read_second_questions(
            lines({"id": "q1", "gold": [{"article": "fire", "quote": "Zebra."}]}), [disagreement], collection
        )
    claim = Claim("c1", "x", Verdict.SUPPORTED, ClaimChange.PARAPHRASE)
    with pytest.raises(GoldFileError, match=":1: unknown verdict 'yes'"):
        read_second_claims(lines({"id": "c1", "verdict": "yes", "gold": []}), [claim], collection)


def test_the_second_labelling_of_the_shipped_set_covers_a_third_and_agrees() -> None:
    found = shipped_agreement()
    assert [each.kappa.n for each in found] == [67, 67, 67]
    assert all(
        (each.kappa.value or 0) > 0.8 for each in found
    )  # almost perfect, in the words of Landis and Koch (1977)
