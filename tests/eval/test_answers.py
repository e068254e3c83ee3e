from collections.abc import Callable
from dataclasses import replace

import pytest

from clipfile.corpus.collection import Collection
from clipfile.eval.answers import answer_measures, leaks
from clipfile.eval.gold import Question
from clipfile.eval.shown import ShownAnswer, read_answer

Cite = Callable[..., dict]


def answered(*citations: dict) -> ShownAnswer:
    return read_answer({"status": "answered", "citations": list(citations)})


NOT_FOUND = read_answer({"status": "not_found", "citations": []})


@pytest.mark.parametrize(("rank", "cuts"), [(1, (1, 1, 1)), (2, (0, 1, 1)), (4, (0, 0, 1)), (7, (0, 0, 0))])
def test_a_gold_quote_counts_within_the_first_citations(
    rank: int, cuts: tuple, citation: Cite, disagreement: Question, collection: Collection
) -> None:
    others = [citation("fire", "Officials blamed a heater.")] * (rank - 1)
    measures = answer_measures(
        disagreement, answered(*others, citation("fire", "The fire killed four people.")), collection.by_id
    )
    assert tuple(measures[f"hit@{cut}"] for cut in (1, 3, 6)) == cuts
    assert measures["right"] == cuts[1]


def test_two_quotes_of_one_side_are_one_side(citation: Cite, disagreement: Question, collection: Collection) -> None:
    same = [citation(article, "The fire killed four people.") for article in ("fire", "market")]
    measures = answer_measures(disagreement, answered(*same), collection.by_id)
    assert measures["sides"] == 1 / 2
    assert measures["all_sides"] == 0


def test_all_sides_are_shown_with_one_quote_of_each(
    citation: Cite, disagreement: Question, collection: Collection
) -> None:
    shown = answered(
        citation("fire", "The fire killed four people."), citation("inquiry", "Nine people died in the fire.")
    )
    measures = answer_measures(disagreement, shown, collection.by_id)
    assert measures["all_sides"] == 1
    assert measures["citation_recall"] == 1


def test_quoted_precision_is_gold_characters_over_all_quoted(
    citation: Cite, disagreement: Question, collection: Collection
) -> None:
    two_sentences = "The fire killed four people. The hall burned for nine hours."
    measures = answer_measures(disagreement, answered(citation("fire", two_sentences)), collection.by_id)
    assert measures["quoted_precision"] == pytest.approx(28 / 60)  # 28 characters of gold, 60 quoted
    assert measures["quoted_characters"] == 60


def test_a_question_with_one_side_has_no_measure_of_all_sides(
    citation: Cite, disagreement: Question, collection: Collection
) -> None:
    one = replace(disagreement, gold=disagreement.gold[:1])
    assert "all_sides" not in answer_measures(one, NOT_FOUND, collection.by_id)


def test_silence_is_right_where_the_articles_do_not_answer(
    citation: Cite, absent: Question, collection: Collection
) -> None:
    assert answer_measures(absent, NOT_FOUND, collection.by_id) == {"right": 1.0}
    shown = answered(citation("fire", "Officials blamed a heater."))
    assert answer_measures(absent, shown, collection.by_id)["right"] == 0


def test_silence_is_zero_where_they_do(disagreement: Question, collection: Collection) -> None:
    assert set(answer_measures(disagreement, NOT_FOUND, collection.by_id).values()) == {0.0}


@pytest.mark.parametrize("change", [{"quote": "The fire killed 4 people."}, {"start": 1}, {"article": "none"}])
def test_a_quote_that_is_not_the_slice_is_not_verbatim(
    change: dict, citation: Cite, disagreement: Question, collection: Collection
) -> None:
    right = citation("fire", "The fire killed four people.")
    shown = answered(right, right | change)
    assert answer_measures(disagreement, shown, collection.by_id)["verbatim"] == 1 / 2


def test_quotes_of_a_disagreement_are_checked_too(
    citation: Cite, disagreement: Question, collection: Collection
) -> None:
    right = citation("fire", "The fire killed four people.")
    sides = [right, citation("inquiry", "Nine people died in the fire.") | {"quote": "Nine died."}]
    shown = read_answer(
        {"status": "answered", "citations": [right], "disagreements": [{"about": "dead", "sides": sides}]}
    )
    assert len(shown.everything) == 3
    assert answer_measures(disagreement, shown, collection.by_id)["verbatim"] == 2 / 3
    assert leaks("2030-05", shown.everything, collection.by_id) == 1


@pytest.mark.parametrize(
    ("as_of", "count"), [(None, 0), ("2029", 3), ("2030-05-01", 3), ("2030-05", 2), ("2030-06-15", 2), ("2030-06", 1)]
)
def test_quotes_from_later_or_undated_articles_are_leaks(
    as_of: str | None, count: int, citation: Cite, collection: Collection
) -> None:
    quotes = answered(
        citation("fire", "Officials"), citation("inquiry", "Nine"), citation("market", "The market")
    ).citations
    assert leaks(as_of, quotes, collection.by_id) == count
