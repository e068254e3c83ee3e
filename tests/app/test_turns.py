from dataclasses import replace

import pytest

from clipfile.app.answer import Answer, Status
from clipfile.app.cards import QuoteError, card_of, side_of
from clipfile.app.citation import cite, elsewhere
from clipfile.app.turns import summary_of, turn_of
from clipfile.app.why import Stage, Why
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection

ARTICLES = Collection((Article("a", "Four died. Six died."), Article("b", "Five died."), Article("c", "Five died.")))
FOUR, SIX, FIVE, COPY = (
    cite(ARTICLES.by_id[name], Span(*span), 0.5)
    for name, span in (("a", (0, 10)), ("a", (11, 20)), ("b", (0, 10)), ("c", (0, 10)))
)


@pytest.mark.parametrize(
    ("citations", "origins", "summary"),
    [
        ((FOUR,), 1, "1 quote from 1 article"),
        ((FOUR, SIX), 0, "2 quotes from 1 article"),
        ((FOUR, FIVE, COPY), 3, "3 quotes from 3 articles"),
        ((FOUR, FIVE, COPY), 2, "3 quotes from 3 articles, 2 origins"),
    ],
    ids=["one", "origins unknown", "all independent", "a copy among them"],
)
def test_summary_counts_origins_where_articles_share_one(citations, origins, summary):
    assert summary_of(Answer("How many?", Status.ANSWERED, citations, origins=origins)) == summary


def test_follow_up_is_shown_as_it_was_read():
    answer = Answer("And there?", Status.ANSWERED, (FOUR,), query="How many? And there?")
    assert turn_of(answer, "And there?", None, ARTICLES).read_as == "How many? And there?"
    assert turn_of(answer, "How many? And there?", None, ARTICLES).read_as == ""


def test_what_a_note_says_is_not_said_twice():
    note = "Searched as “How many officers?”."
    answer = Answer("How many oficers?", Status.ANSWERED, (FOUR,), query="How many officers?", notes=(note,))
    turn = turn_of(answer, "How many oficers?", None, ARTICLES)
    assert (turn.notes, turn.read_as) == ((note,), "")


def test_how_the_question_was_read_and_what_led_to_each_quote_are_told():
    stage = Stage(1, 4, 2.5)
    why = Why(stage, stage, stage, stage, None, 0.5, ("died",))
    answer = Answer("How mny?", Status.ANSWERED, (FOUR,), notes=("Searched as “How many?”.",), why=(why,))
    turn = turn_of(answer, "How mny?", None, ARTICLES)
    assert turn.notes == ("Searched as “How many?”.",)
    assert turn.cards[0].why.endswith("50% sure; shares: died")


@pytest.mark.parametrize("field", ["later", "first_reported", "latest"])
def test_quote_that_goes_with_a_card_is_a_slice_of_its_article_too(field):
    label = {"later": "Later", "first_reported": "First reported", "latest": "Latest"}[field]
    other = elsewhere(ARTICLES.by_id["c"], Span(0, 10))
    [pointer] = card_of(replace(FOUR, **{field: other}), 1, ARTICLES).pointers
    assert (pointer.label, pointer.article, pointer.quote) == (label, "c", "Five died.")
    with pytest.raises(QuoteError, match="c does not hold the quote"):
        card_of(replace(FOUR, **{field: replace(other, quote="Six died.")}), 1, ARTICLES)


def test_side_has_the_words_that_decide_where_they_are_others():
    place = {"article": "a", "start": 0, "end": 20, "quote": "Four died. Six died.", "words": "Four died"}
    decided = [side_of(place | {"decides": words}, (), ARTICLES).decides for words in ("Six", "Four", "Nine", None)]
    assert decided == ["Six", "", "", ""]


def test_difference_of_no_known_kind_is_not_called_one():
    sides = [{"article": "b", "start": 0, "end": 10, "quote": "Five died."}]
    found = ({"about": "died", "kind": "differ", "sides": sides}, {"about": "died", "kind": "conflict", "sides": sides})
    answer = Answer("?", Status.ANSWERED, (FIVE,), disagreements=found)
    assert [each.kind for each in turn_of(answer, "?", None, ARTICLES).differences] == ["", "conflict"]


def test_side_keeps_the_number_of_its_card_and_only_words_that_stand_in_its_quote():
    cards = turn_of(Answer("?", Status.ANSWERED, (FOUR, FIVE)), "?", None, ARTICLES).cards
    place = {"article": "b", "start": 0, "end": 10, "quote": "Five died."}
    assert [side_of(place | {"words": words}, cards, ARTICLES).words for words in ("Five", "Seven", None)] == [
        "Five",
        "Five died.",
        "Five died.",
    ]
    assert side_of(place, cards, ARTICLES).card.number == 2
    assert side_of(place | {"article": "c"}, cards, ARTICLES).card.number == 0


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"quote": "Five dead."}, "b does not hold the quote at characters 0 to 10"),
        ({"end": 9}, "b does not hold the quote at characters 0 to 9"),
        ({"quote": "", "end": 0}, "b does not hold the quote"),
        ({"article": "d"}, "d is cited, but it is not in the collection"),
    ],
    ids=["words", "span", "empty", "article"],
)
def test_quote_that_is_no_slice_of_its_article_is_never_shown(changed, sentence):
    place = {"article": "b", "start": 0, "end": 10, "quote": "Five died."}
    with pytest.raises(QuoteError, match=sentence):
        side_of(place | changed, (), ARTICLES)
