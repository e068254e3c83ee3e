"""Rankings against ir-measures itself and against arithmetic written out."""

import math
from collections.abc import Callable

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.collection import Collection
from clipfile.eval.gold import Question
from clipfile.eval.places import Place
from clipfile.eval.ranking import gold_measures, name_of, qrels_of, question_rankings, ranking_measures


def test_the_second_of_three_is_relevant() -> None:
    measured = ranking_measures({"q": ["x", "right", "y"]}, {"q": {"right": 1}})["q"]
    assert measured["ndcg@10"] == pytest.approx(1 / math.log2(3))
    assert measured["mrr@10"] == 1 / 2
    assert measured["map"] == 1 / 2
    assert measured["recall@10"] == 1


def test_two_relevant_of_which_one_is_found_third() -> None:
    measured = ranking_measures({"q": ["x", "y", "one"]}, {"q": {"one": 1, "two": 1}})["q"]
    best = 1 + 1 / math.log2(3)
    assert measured["ndcg@10"] == pytest.approx((1 / math.log2(4)) / best)
    assert measured["map"] == pytest.approx((1 / 3) / 2)
    assert measured["recall@10"] == 1 / 2


@pytest.mark.parametrize("run", [{}, {"q": []}, {"q": ["x"]}, {"other": ["right"]}])
def test_nothing_relevant_found_is_zero_and_not_left_out(run: dict) -> None:
    assert set(ranking_measures(run, {"q": {"right": 1}})["q"].values()) == {0.0}


def test_a_query_without_anything_relevant_is_zero() -> None:
    assert set(ranking_measures({"q": ["x"]}, {"q": {}})["q"].values()) == {0.0}


@given(st.permutations([f"d{number}" for number in range(12)]), st.sets(st.integers(0, 15), min_size=1))
def test_measures_are_those_of_ir_measures(ranked: list[str], relevant: set[int]) -> None:
    qrels = {"q": {f"d{number}": 1 for number in relevant}}
    scored = {"q": {document: float(-rank) for rank, document in enumerate(ranked)}}
    expected = ir_measures.calc_aggregate([ir_measures.nDCG @ 10, ir_measures.RR @ 10, ir_measures.AP], qrels, scored)
    measured = ranking_measures({"q": ranked}, qrels)["q"]
    assert [measured["ndcg@10"], measured["mrr@10"], measured["map"]] == pytest.approx(
        [expected[ir_measures.nDCG @ 10], expected[ir_measures.RR @ 10], expected[ir_measures.AP]]
    )


def test_gold_sentences_and_sides_in_the_first_passages(disagreement: Question) -> None:
    fire, inquiry, market = Place("fire", 0, 60), Place("inquiry", 0, 29), Place("market", 0, 57)
    measures = gold_measures(disagreement, [fire, inquiry, market])
    assert measures["gold_recall@1"] == 1 / 3  # the first of three gold sentences
    assert measures["gold_sides@1"] == 1 / 2
    assert measures["gold_recall@3"] == 1
    assert measures["gold_hit@1"] == 1


def test_relevant_are_the_passages_that_hold_half_of_a_gold_quote(disagreement: Question) -> None:
    passages = [Place("fire", 0, 14), Place("fire", 0, 13), Place("inquiry", 0, 77), Place("market", 0, 20)]
    assert qrels_of(disagreement, passages) == {"fire:0-14": 1, "inquiry:0-77": 1}


def test_only_answerable_questions_are_ranked(
    disagreement: Question, absent: Question, collection: Collection, place: Callable[..., Place]
) -> None:
    passages = [place("fire", "The hall"), place("fire", "The fire killed four people.")]
    searched = []

    def rank(query: str, as_of: str | None, depth: int) -> list[Place]:
        searched.append(query)
        return passages

    ranked, measures = question_rankings([disagreement, absent], rank, passages, {"q1": "in full"})
    assert searched == ["in full"]
    assert [name_of(each) for each in ranked["q1"]] == [name_of(each) for each in passages]
    assert measures["q1"]["mrr@10"] == 1 / 2
