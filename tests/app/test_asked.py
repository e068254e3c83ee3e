"""What a browser sends is checked by the server, whatever the page allows."""

import pytest

from clipfile.app.asked import (
    LONGEST_CONVERSATION,
    LONGEST_QUESTION,
    checked_as_of,
    checked_question,
    checked_room,
    kept_questions,
    to_keep,
    well_formed,
)
from clipfile.app.collection_tab import article_lister
from clipfile.app.reader import article_opener
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import DateError

JUNK = [None, 7, "x", [], {}, [None], {"article": 7}, {"article": "a", "start": "0", "end": 1}, {"article": "../etc"}]
ONE = Collection((Article("a", "Text.", title="Title"),))


@pytest.mark.parametrize("question", [None, 7, "", " \n", ["Who?"]], ids=repr)
def test_question_without_words_is_refused(question):
    with pytest.raises(ValueError, match="Type a question first"):
        checked_question(question)


@pytest.mark.parametrize(
    ("sent", "read"), [("caf\ud83d", "caf\ufffd"), ("\udcffa", "\ufffda"), ("\ud83d\ude00", "\U0001f600"), ("a", "a")]
)
def test_half_a_character_is_read_as_an_unknown_one(sent, read):
    assert well_formed(sent) == checked_question(f" {sent} ") == read


def test_question_is_stripped_and_may_be_as_long_as_the_limit():
    assert checked_question(f" {'x' * LONGEST_QUESTION}\n") == "x" * LONGEST_QUESTION
    with pytest.raises(ValueError, match="2,001 characters"):
        checked_question("x" * (LONGEST_QUESTION + 1))


def test_as_of_date_is_checked_and_optional():
    assert checked_as_of(" 2024-08 ") == "2024-08"
    assert checked_as_of("") is checked_as_of(None) is checked_as_of(7) is None
    with pytest.raises(DateError, match=r"'31\.8\.2024' is not a date"):
        checked_as_of("31.8.2024")


def test_conversation_has_an_end():
    checked_room([("Who?", None)] * (LONGEST_CONVERSATION - 1))
    with pytest.raises(ValueError, match="start a new one"):
        checked_room([("Who?", None)] * LONGEST_CONVERSATION)


def test_what_is_kept_comes_back_and_junk_does_not():
    asked = [("Who?", None), ("When?", "2024-08")]
    assert kept_questions(to_keep(asked)) == asked
    assert kept_questions([*JUNK, {"question": "x" * 9999}, {"question": "Who?", "as_of": "soon"}]) == []
    assert all(kept_questions(junk) == [] for junk in JUNK)
    assert len(kept_questions(to_keep(asked * 100))) == LONGEST_CONVERSATION


@pytest.mark.parametrize("place", [*JUNK, {"article": "a", "start": 0, "end": 99}], ids=repr)
def test_reader_answers_junk_with_a_sentence(place):
    assert list(article_opener(ONE)(place)) == ["error"]


def test_reader_opens_an_article_with_and_without_a_quote():
    opened = article_opener(ONE)({"article": "a", "start": 0, "end": 4})
    assert [piece["quoted"] for piece in opened["paragraphs"][0]] == [True, False]
    assert not article_opener(ONE)({"article": "a"})["quoted"]


@pytest.mark.parametrize("wanted", [*JUNK, {"search": 7, "offset": -1}, {"offset": "1"}], ids=repr)
def test_collection_answers_junk_with_its_first_rows(wanted):
    assert [row["article"] for row in article_lister(ONE)(wanted)["rows"]] == ["a"]
