"""Where quotes give different figures or times for what is asked."""

from dataclasses import replace
from pathlib import Path

import pytest

from clipfile.app.citation import Citation, cite_from
from clipfile.app.disagreements import disagreements_among, figures_in
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.index.build import build_index
from clipfile.index.store import Store, open_store

TEXTS = {
    "post": "The flood killed 41 people. It cost $3 million.",
    "herald": "At least 60 people were killed by the flood.",
    "times": "The flood left 40 people dead, 12 more than in 2019. There were 200 ships.",
    "sun": "Some 41 people were killed.",
    "officials": "Officials said 12 people were injured.",
    "doctors": "Doctors said 47 people were injured.",
    "brigade": "The first engine was there within 19 minutes.",
    "log": "By the log of the control room water was on the roof after 35 minutes. Two engines came.",
    "mayor": "The mayor said that 58 people had been killed.",
    "wire": "The lock gate gave way at noon.",
    "echo": "The lock gate gave way at three in the afternoon.",
    "maker": "The oven maker said that revenue rose to $4.1 billion.",
    "owner": "The company's revenue fell to $41 million.",
    "treasury": "Norway sent tents and trucks, including $9 million for boats.",
    "envoy": "Norway has given $5 million for boats.",
    "summit": "On top of $9 million from Denmark, Norway promised boats.",
    "donors": "Other aid came from Denmark, which gave $2 million.",
    "aid": "So far $3 million has come from Norway.",
    "march": "Police said that 300 people marched, but the union said that 500 people marched.",
    "watch": "About 900 people marched, the owner of the inn said.",
    "fund": "According to the bank, it now has around $4 million.",
    "parade": "Some 90 choir members sang at the parade.",
    "concert": "About 140 choir members sang at the parade, the mayor said.",
    "mirror": "Nine dockers were hurt at the port. The port has 15,000 members.",
}


@pytest.fixture
def store(fake_encoder, tmp_path: Path) -> Store:
    build_index(Collection(tuple(Article(name, text) for name, text in sorted(TEXTS.items()))), tmp_path, fake_encoder)
    return open_store(tmp_path)


def whole(store: Store, *names: str) -> list[Citation]:
    return [cite_from(store, name, Span(0, len(TEXTS[name])), 0.9) for name in names]


def words_of_sides(store: Store, question: str, *names: str) -> list[list[str]]:
    found = disagreements_among(store, whole(store, *names), question)
    return [[side["words"] for side in each["sides"]] for each in found]


def test_both_sides_of_a_clash_are_shown(store: Store) -> None:
    assert words_of_sides(store, "How many people were killed?", "post", "herald") == [
        ["41 people", "At least 60 people"]
    ]


def test_the_kind_is_said_with_the_words_that_decide(store: Store) -> None:
    found = disagreements_among(store, whole(store, "officials", "doctors"), "How many people were injured?")
    assert [each["kind"] for each in found] == ["other attribution"]
    assert [side["decides"] for side in found[0]["sides"]] == ["Officials said", "Doctors said"]


def test_a_quote_is_on_one_side_of_each_kind_of_disagreement(store: Store) -> None:
    found = disagreements_among(store, whole(store, "post", "herald", "times"), "How many people were killed?")
    assert [(each["kind"], len(each["sides"])) for each in found] == [("conflict", 3)]


def test_an_update_is_told_from_the_earliest_on(fake_encoder, tmp_path: Path) -> None:
    texts = {"2031-05-09": "The flood has killed 31 people.", "2031-05-02": "The flood has killed at least 12 people."}
    dated = [Article(day, text, published=PublicationDate(day)) for day, text in sorted(texts.items())]
    build_index(Collection(tuple(dated)), tmp_path, fake_encoder)
    store = open_store(tmp_path)
    citations = [cite_from(store, day, Span(0, len(text)), 0.9) for day, text in texts.items()]
    (found,) = disagreements_among(store, citations, "How many people has the flood killed?")
    assert found["kind"] == "later update"
    assert [side["published"] for side in found["sides"]] == ["2031-05-02", "2031-05-09"]


def test_figures_that_agree_are_no_disagreement(store: Store) -> None:
    assert words_of_sides(store, "How many people were killed?", "post", "sun") == []


def test_figures_of_other_things_are_no_disagreement(store: Store) -> None:
    assert words_of_sides(store, "How many ships were there?", "times", "mirror") == []


def test_a_difference_is_not_a_count(store: Store) -> None:
    for sides in words_of_sides(store, "How many people were killed?", "times", "herald"):
        assert "12" not in " ".join(sides)


def test_sums_a_hundredfold_apart_are_of_two_matters_where_nothing_tells_why_they_differ(store: Store) -> None:
    assert words_of_sides(store, "How much was revenue?", "maker", "owner") == []


def test_only_what_is_asked_about_is_compared(store: Store) -> None:
    assert words_of_sides(store, "What did it cost?", "post", "herald") == []


def test_a_difference_without_a_reason_is_told_of_likely_answers_alone(store: Store) -> None:
    question, quotes = "How many people were killed?", whole(store, "post", "mayor")
    assert [each["kind"] for each in disagreements_among(store, quotes, question)] == ["differ"]
    one_likely, none_likely = ([replace(quotes[0], score=score), replace(quotes[1], score=0.4)] for score in (0.6, 0.4))
    assert [each["kind"] for each in disagreements_among(store, one_likely, question)] == ["differ"]
    assert not disagreements_among(store, none_likely, question)
    assert not disagreements_among(store, one_likely, "Who was killed?"), "no quantity is asked for"


def test_figures_for_the_very_things_asked_for_differ_though_no_quote_is_sure(store: Store) -> None:
    unsure = [replace(each, score=0.4) for each in whole(store, "parade", "concert")]
    found = disagreements_among(store, unsure, "How many choir members sang?")
    assert [[side["words"] for side in each["sides"]] for each in found] == [
        ["Some 90 choir members", "About 140 choir members"]
    ]
    assert not disagreements_among(store, unsure, "How many members sang?")


def test_a_quote_that_hardly_answers_is_no_side(store: Store) -> None:
    question, quotes = "How many people were killed?", whole(store, "post", "herald", "times")
    faint = [replace(quotes[0], score=0.1), *quotes[1:]]
    assert quotes[0].quote in {
        side["quote"] for each in disagreements_among(store, quotes, question) for side in each["sides"]
    }
    told = [side["quote"] for each in disagreements_among(store, faint, question) for side in each["sides"]]
    assert told
    assert quotes[0].quote not in told


def test_where_the_question_has_other_words_figures_of_the_kind_asked_for_are_compared(store: Store) -> None:
    found = disagreements_among(store, whole(store, "brigade", "log", "post"), "How long did the fire fighters need?")
    assert [(each["kind"], [side["words"] for side in each["sides"]]) for each in found] == [
        ("differ", ["within 19 minutes", "35 minutes"])
    ]


def test_other_words_are_no_disagreement_where_a_quote_hardly_answers(store: Store) -> None:
    brigade, log = whole(store, "brigade", "log")
    assert disagreements_among(store, [brigade, replace(log, score=0.2)], "How long did the fire fighters need?") == []


def test_other_words_are_no_disagreement_where_no_quantity_is_asked_for(store: Store) -> None:
    assert words_of_sides(store, "Who put the fire out?", "brigade", "log") == []


def test_different_times_are_told_where_a_time_is_asked_for(store: Store) -> None:
    found = disagreements_among(store, whole(store, "wire", "echo"), "When did the lock gate give way?")
    assert [(each["about"], each["kind"], [side["words"] for side in each["sides"]]) for each in found] == [
        ("the time", "differ", ["noon", "three in the afternoon"])
    ]
    assert words_of_sides(store, "What gave way?", "wire", "echo") == []


def test_times_are_told_of_quotes_alone_that_surely_answer(store: Store) -> None:
    wire, echo = whole(store, "wire", "echo")
    assert disagreements_among(store, [wire, replace(echo, score=0.5)], "When did the lock gate give way?") == []


def test_each_figure_of_a_quote_is_listed_with_its_words(store: Store) -> None:
    assert [figure["words"] for figure in figures_in(store, whole(store, "post"))] == ["41 people", "$3 million"]


def test_a_figure_has_the_speaker_of_its_clause(store: Store) -> None:
    quotes = whole(store, "march", "watch")
    assert (quotes[0].speaker, quotes[0].speakers) == ("police", ("police", "the union"))
    assert [figure["speaker"] for figure in figures_in(store, quotes[:1])] == ["police", "the union"]
    (found,) = disagreements_among(store, quotes, "How many people marched?")
    assert [side["speakers"] for side in found["sides"]] in (
        [("police",), ("the owner of the inn",)],
        [("the union",), ("the owner of the inn",)],
    )


def test_a_part_of_a_sum_or_what_another_country_does_is_no_side(store: Store) -> None:
    question = "How much money did Norway send?"
    assert words_of_sides(store, question, "envoy", "aid") == [["$5 million", "$3 million"]]
    assert words_of_sides(store, "how much did norway send", "aid", "donors") == []
    assert words_of_sides(store, question, "aid", "treasury") == []
    assert words_of_sides(store, question, "aid", "donors") == []
    assert words_of_sides(store, question, "aid", "summit") == []
    assert words_of_sides(store, question, "aid", "fund") == [], "nothing says that it is of Norway"
