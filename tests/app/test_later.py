"""A quote whose figure a later article replaces says so, and never with an article later than the date asked for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests_encoder import FakeEncoder

from clipfile.app.answer import Answer, Status
from clipfile.app.citation import Elsewhere, cite_from
from clipfile.app.in_words import answer_in_words
from clipfile.app.later import later_than
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.index.build import build_index
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

DATED = {
    "first": ("2031-03-04", "The flood killed 19 people. The dam held 84 million litres."),
    "second": ("2031-03-10", "The flood killed 41 people."),
    "third": ("2031-04-02", "By Monday the flood had killed 63 people. It would rise to 90."),
    "other": ("2031-04-05", "The choir has 300 singers."),
    "undated": (None, "The flood killed 71 people."),
    "vague": ("2031-05-01", "The flood killed dozens of people."),
}
ARTICLES = {
    name: Article(name, text, outlet=name.title(), published=PublicationDate(day) if day else None)
    for name, (day, text) in DATED.items()
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> HybridIndex:
    folder: Path = tmp_path_factory.mktemp("later")
    build_index(Collection(tuple(ARTICLES[name] for name in sorted(ARTICLES))), folder, FakeEncoder())
    return HybridIndex(open_store(folder), FakeEncoder())


def later(index: HybridIndex, name: str, quote: str, as_of: date | None = None) -> Elsewhere | None:
    start = ARTICLES[name].text.index(quote)
    return later_than(index, cite_from(index.store, name, Span(start, start + len(quote)), 1.0), as_of)


def test_the_latest_figure_is_named_with_its_quote(index) -> None:
    found = later(index, "first", "The flood killed 19 people.")
    assert found == Elsewhere("third", "Third", "2031-04-02", None, 0, 41, "By Monday the flood had killed 63 people.")
    assert ARTICLES["third"].text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("third", "By Monday the flood had killed 63 people."),
        ("first", "The dam held 84 million litres."),
        ("other", "The choir has 300 singers."),
        ("undated", "The flood killed 71 people."),
    ],
    ids=["the last count", "no other figure", "another matter", "undated"],
)
def test_nothing_is_later_than(index, name, quote) -> None:
    assert later(index, name, quote) is None


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(as_of=st.dates(date(2031, 3, 1), date(2031, 5, 1)), name=st.sampled_from(["first", "second", "third"]))
def test_with_a_date_nothing_later_than_it_is_named(index, as_of, name) -> None:
    quote = ARTICLES[name].text.partition(". ")[0]
    found = later(index, name, quote, as_of)
    newer = [
        each for each in ("second", "third") if ARTICLES[name].published.last_day < ARTICLES[each].published.last_day
    ]
    admitted = [each for each in newer if ARTICLES[each].published.last_day <= as_of]
    assert (found.article if found else None) == (admitted[-1] if admitted else None)


def test_the_terminal_shows_it_below_the_quote(index) -> None:
    citation = cite_from(index.store, "first", Span(0, 27), 1.0)
    found = later_than(index, citation)
    shown = answer_in_words(Answer("?", Status.ANSWERED, (replace(citation, later=found),)))
    assert "    later: “By Monday the flood had killed 63 people.”" in shown
    assert "      Third · 2 April 2031 · third 0-41" in shown
