"""Who printed a quote's words first and last, and never beyond the date asked for."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests_encoder import FakeEncoder

from clipfile.app.answer import Answer, Status
from clipfile.app.citation import cite_from
from clipfile.app.export import shown_quotes
from clipfile.app.in_time import first_and_latest, in_time
from clipfile.app.in_words import answer_in_words
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.index.build import build_index
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

WIRE = (
    "The dam above the valley burst late on Monday after a day of heavy rain, the water authority said. "
    "Three bridges were swept away and the highway was cut in two places before help could come to the town."
)
DAYS = {"wire": "2031-03-04", "copy": "2031-03-05", "late": "2031-03-09", "loose": None}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> HybridIndex:
    folder: Path = tmp_path_factory.mktemp("in_time")
    articles = [
        Article(name, WIRE, outlet=name.title(), published=PublicationDate(day) if day else None)
        for name, day in sorted(DAYS.items())
    ]
    build_index(Collection(tuple(articles)), folder, FakeEncoder())
    return HybridIndex(open_store(folder), FakeEncoder())


def told(index: HybridIndex, name: str, as_of: date | None = None) -> tuple[str | None, str | None]:
    citation = cite_from(index.store, name, Span(0, WIRE.index(" Three")), 1.0)
    first, latest = first_and_latest(index.store, citation, as_of)
    return first and first.article, latest and latest.article


@pytest.mark.parametrize(
    ("name", "expected"),
    [("wire", (None, "late")), ("copy", ("wire", "late")), ("late", ("wire", None)), ("loose", (None, None))],
)
def test_the_first_and_the_latest_article_with_the_same_words(index, name, expected) -> None:
    assert told(index, name) == expected


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(as_of=st.dates(date(2031, 3, 1), date(2031, 3, 15)), name=st.sampled_from(["wire", "copy", "late"]))
def test_with_a_date_no_later_report_is_named(index, as_of, name) -> None:
    for found in told(index, name, as_of):
        assert found is None or date.fromisoformat(DAYS[found]) <= as_of


def test_the_terminal_says_who_was_first(index) -> None:
    end = WIRE.index(" Three")
    citation = in_time(index, cite_from(index.store, "copy", Span(0, end), 1.0))
    shown = answer_in_words(Answer("?", Status.ANSWERED, (citation,)))
    assert f"    first reported: Wire · 4 March 2031 · wire 0-{end - 1}" in shown
    assert f"    latest: Late · 9 March 2031 · late 0-{end - 1}" in shown


def test_what_goes_with_a_quote_is_no_reference_of_its_own_when_exported(index) -> None:
    citation = in_time(index, cite_from(index.store, "copy", Span(0, WIRE.index(" Three")), 1.0))
    assert [quote["article"] for quote in shown_quotes({"answer": {"citations": [asdict(citation)]}})] == ["copy"]
