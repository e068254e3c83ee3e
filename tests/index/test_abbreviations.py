"""Abbreviations as articles expand them, and matched both ways."""

import pytest

from clipfile.index.abbreviations import Abbreviation, abbreviations_in, both_forms, long_form
from clipfile.index.build import build_index
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("SCGS", "patrols of the Southern Coast Guard Service", "Southern Coast Guard Service"),
        ("UNICEF", "the United Nations Children’s Fund", "United Nations Children’s Fund"),
        ("MoD", "a letter to the Ministry of Defence", "Ministry of Defence"),
        ("SOUTHCOM", "the U.S. Southern Command", "Southern Command"),
        ("MSF", "a tent of Médecins Sans Frontières", "Médecins Sans Frontières"),
        ("GDP", "a third of its gross domestic product", "gross domestic product"),
        ("BBC", "in a talk with the station", None),
        ("A", "an Apple", None),
    ],
)
def test_a_short_form_takes_the_words_that_give_its_letters(short: str, before: str, long: str | None):
    assert long_form(short, before) == long


def test_both_orders_are_read_and_the_most_frequent_long_form_wins():
    found = abbreviations_in(
        [
            "The Harbour Safety Board (HSB) met.",
            "The HSB (Harbour Safety Board) and the Hill Sheep Board (HSB).",
            "Aid came from the Agency for Isle Development (AID). They had aid.",
            "He left (BBC) and came back (see below).",
        ]
    )
    assert found == [
        Abbreviation("AID", "Agency for Isle Development", is_word=True),
        Abbreviation("HSB", "Harbour Safety Board"),
    ]


HSB = Abbreviation("HSB", "Harbour Safety Board")
AID = Abbreviation("AID", "Agency for Isle Development", is_word=True)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("What did the HSB decide?", ["Harbour Safety Board"]),
        ("what did the hsb’s head decide", ["Harbour Safety Board"]),
        ("Who heads the harbour safety board?", ["HSB"]),
        ("Who heads the Harbour Safety Board (HSB)?", []),
        ("Who sent aid?", []),
        ("Who heads AID?", ["Agency for Isle Development"]),
        ("Who heads the safety board of the harbour?", []),
    ],
)
def test_the_form_that_a_question_leaves_out_is_added(text: str, missing: list[str]):
    assert both_forms(text, [AID, HSB]) == missing


def test_a_search_finds_either_form(tmp_path, fake_encoder, collection_of):
    articles = collection_of(
        a="The Harbour Safety Board (HSB) was set up in May.", b="The HSB fined two ferries.", c="Tea was served."
    )
    build_index(articles, tmp_path, fake_encoder)
    index = HybridIndex(open_store(tmp_path), fake_encoder)
    hits = index.search("harbour safety board", lexical_weight=1.0)
    assert {hit.passage.article_id for hit in hits if hit.bm25 > 0} == {"a", "b"}
    assert index.query("HSB").terms == ("hsb", "harbour", "safeti", "board")
