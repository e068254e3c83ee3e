import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipfile.app.answer import CHARACTERS, CITATIONS, QuestionError, Status
from clipfile.app.desk import Desk
from clipfile.app.in_words import as_record
from clipfile.corpus.dates import bounds

QUESTIONS = [
    "How many people have been displaced?",
    "When did Ariel Henry resign?",
    "Who leads the mission?",
    "What share of the capital do the gangs control?",
    "What did Fauriol say?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_is_a_slice_of_its_article(shipped: Desk, question: str) -> None:
    answer = shipped.ask(question)
    assert answer.citations or answer.nearest
    for citation in answer.citations + answer.nearest:
        assert shipped.collection.by_id[citation.article].text[citation.start : citation.end] == citation.quote


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_any_text_is_answered_with_slices_or_refused_with_a_sentence(shipped: Desk, text: str) -> None:
    try:
        answer = shipped.ask(text)
    except QuestionError as error:
        assert "ask in words" in str(error)
        return
    for citation in answer.citations + answer.nearest:
        assert shipped.collection.by_id[citation.article].text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_short_and_best_first(shipped: Desk, question: str) -> None:
    answer = shipped.ask(question)
    scores = [citation.score for citation in answer.citations]
    assert len(scores) <= CITATIONS
    assert sum(len(citation.quote) for citation in answer.citations[1:]) <= CHARACTERS
    assert scores[0] == max(scores)  # a side that is less sure may stand before a surer repetition
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(
    "question",
    ["Who won the football world cup in 1998?", "How do I bake sourdough bread?", "zzyzx qwfp", "best pizza in Naples"],
)
def test_an_unrelated_question_is_not_answered(shipped: Desk, question: str) -> None:
    answer = shipped.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert not answer.citations
    assert answer.missing


def test_near_identical_quotes_appear_once(shipped: Desk) -> None:
    for question in QUESTIONS:
        quotes = [citation.quote for citation in shipped.ask(question, top_k=20).citations]
        assert len(set(quotes)) == len(quotes)


@pytest.mark.parametrize("as_of", ["2024-08", "2024-09", "2024-10-31", "2025"])
def test_no_later_or_undated_article_is_shown_as_of_a_date(shipped: Desk, as_of: str) -> None:
    for question in QUESTIONS:
        answer = shipped.ask(question, as_of=as_of)
        for citation in answer.citations + answer.nearest:
            assert citation.published is not None
            assert bounds(citation.published)[1] <= bounds(as_of)[1]


def test_the_same_question_gives_the_same_bytes(shipped: Desk) -> None:
    first, again = (json.dumps([as_record(shipped.ask(question)) for question in QUESTIONS]) for _ in range(2))
    assert first == again


def test_a_follow_up_is_read_with_the_question_before_it(shipped: Desk) -> None:
    answer = shipped.ask("When did he resign?", ["Who is Ariel Henry?"])
    assert answer.query == "Who is Ariel Henry? When did he resign?"
    assert any("Henry" in citation.quote for citation in answer.citations + answer.nearest)


@pytest.mark.parametrize("question", ["", "   ", "?!", "…"])
def test_a_question_without_a_word_is_refused(shipped: Desk, question: str) -> None:
    with pytest.raises(QuestionError, match="holds no word"):
        shipped.ask(question)


def test_asking_for_no_citation_is_refused(shipped: Desk) -> None:
    with pytest.raises(ValueError, match="top_k is 0"):
        shipped.ask("Who leads the mission?", top_k=0)
