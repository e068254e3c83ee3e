"""Where texts stand, over a collection known by heart; and no command that uses an article later than its date."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests_encoder import FakeEncoder

from clipfile.app.desk import Desk
from clipfile.app.trace import Relation, TraceError
from clipfile.app.trace_in_words import NOWHERE, summary_of, trace_in_words
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate, bounds
from clipfile.index.build import build_index
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

WIRE = (
    "The dam above the valley burst late on Monday after a day of heavy rain, the water authority said. "
    "“We are still finding people alive on roofs,” Teodar Venn told reporters in Halvern. "
    "Three bridges were swept away and Highway 7 was cut in two places."
)
MENU = "Subscribe to our weekly letter about gardens and kitchens"
ARTICLES = {
    "wire": Article("wire", WIRE, outlet="Wire", published=PublicationDate("2031-03-04")),
    "copy": Article(
        "copy", f"{MENU}\n{WIRE}", published=PublicationDate("2031-03-05"), furniture=(Span(0, len(MENU)),)
    ),
    "loose": Article("loose", WIRE),
    "toll": Article(
        "toll",
        "By Friday 41 people were known to have died in the valley. Teodar Venn spoke of four villages.",
        published=PublicationDate("2031-03-09"),
    ),
    "other": Article("other", "The choir of the school rehearses on Saturdays in the old mill.", outlet="Pelter"),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder: Path = tmp_path_factory.mktemp("traced")
    collection = Collection(tuple(sorted(ARTICLES.values(), key=lambda article: article.article_id)))
    build_index(collection, folder, FakeEncoder())
    return Desk(HybridIndex(open_store(folder), FakeEncoder()))


def places(desk: Desk, text: str, as_of: str | None = None) -> list[tuple[str, str]]:
    return [(match.article, match.relation) for match in desk.trace(text, as_of).matches]


def test_the_earliest_article_comes_first_and_the_undated_one_last(desk) -> None:
    trace = desk.trace("We are still finding people alive on roofs")
    assert [(match.article, match.published) for match in trace.matches] == [
        ("wire", "2031-03-04"),
        ("copy", "2031-03-05"),
        ("loose", None),
    ]
    assert {match.relation for match in trace.matches} == {Relation.VERBATIM}
    assert trace.earliest == trace.matches[0]
    assert trace.latest == trace.matches[1]


def test_an_excerpt_over_two_sentences_is_one_match_of_exactly_its_characters(desk) -> None:
    first = desk.trace("told reporters in Halvern. Three bridges were").matches[0]
    assert first.quote == "told reporters in Halvern. Three bridges were"


def test_a_match_has_the_speakers_of_its_own_words(tmp_path) -> None:
    text = (
        "Police said 300 people marched, but the union said 500 people marched. The rain fell. “We won,” said Ann Lee."
    )
    build_index(Collection((Article("a", text),)), tmp_path, FakeEncoder())
    traced = Desk(HybridIndex(open_store(tmp_path), FakeEncoder())).trace

    def told(words: str) -> str:
        return " ".join(trace_in_words(traced(words)).split()).split(" · ")[-2]

    assert told("Police said 300 people marched") == "attributed to police"
    assert told("but the union said 500 people marched") == "attributed to the union"
    assert told("300 people marched, but the union said 500 people") == "attributed to police and the union"
    assert told("The rain fell. “We won,” said Ann Lee.") == "in the outlet’s own words and those of Ann Lee"


def test_small_edits_are_near(desk) -> None:
    assert ("wire", Relation.NEAR) in places(desk, "Three bridges were sweept away and Highway 9 was cut in two places")


def test_what_is_printed_otherwise_is_told_and_another_figure_is_no_first_report(tmp_path) -> None:
    printed = "The ship had strayed about {} metres from the marked channel, the harbour master said on Monday."
    days = {"first": ("900", "2031-03-04"), "second": ("1,100", "2031-03-06")}
    articles = [
        Article(name, f"{printed.format(n)} It lay still.", published=PublicationDate(day))
        for name, (n, day) in days.items()
    ]
    build_index(Collection(tuple(articles)), tmp_path, FakeEncoder())
    traced = Desk(HybridIndex(open_store(tmp_path), FakeEncoder())).trace
    right, wrong = traced(printed.format("1,100")), traced(printed.format("250"))
    assert [(match.relation, match.edits) for match in right.matches] == [
        (Relation.NEAR, (("1,100", "900"),)),
        (Relation.VERBATIM, ()),
    ]
    assert right.earliest == right.latest == right.matches[1]
    assert "with small edits: “900” for “1,100”" in trace_in_words(right)
    assert summary_of(right).startswith("In 2 articles, 2 origins, word for word in 1; first reported:")
    assert "word for word in none, everywhere with other figures" in summary_of(wrong)


def test_a_long_sentence_with_another_beside_it_is_traced_by_itself(desk) -> None:
    text = f"{WIRE.split(', the')[0]}, the water authority said. {ARTICLES['other'].text}"
    traced = desk.trace(text)
    assert {(match.article, match.relation) for match in traced.matches} == {
        (name, Relation.VERBATIM) for name in ("wire", "copy", "loose", "other")
    }
    assert "no article with all of it" in summary_of(traced)


def test_a_headline_is_told_as_one_and_a_later_one_is_not(tmp_path) -> None:
    article = Article("a", WIRE, title="Dam bursts above the valley | Pelter", published=PublicationDate("2031-03-04"))
    build_index(Collection((article,)), tmp_path, FakeEncoder())
    traced = Desk(HybridIndex(open_store(tmp_path), FakeEncoder())).trace
    assert summary_of(traced("Dam bursts above the valley")).endswith(
        "It is the headline of outlet not stated, 4 March 2031 (a)."
    )
    assert summary_of(traced("Dam bursts above the valley", "2031-03-03")) == NOWHERE


def test_two_sentences_of_different_articles_are_traced_one_by_one(desk) -> None:
    text = f"Three bridges were swept away and Highway 7 was cut in two places. {ARTICLES['other'].text}"
    assert {article for article, _ in places(desk, text)} >= {"wire", "other"}


@pytest.mark.parametrize(
    "text",
    ["Parliament voted to lower the tax on bread", "Zzz qqq xxx jjj", MENU],
    ids=["other matter", "no known word", "furniture"],
)
def test_what_stands_nowhere_is_said_to_be_nowhere(desk, text) -> None:
    trace = desk.trace(text)
    assert (trace.matches, trace.earliest, trace.latest) == ((), None, None)
    assert trace_in_words(trace) == NOWHERE


@pytest.mark.parametrize("text", ["", "  ", "three bridges", "x " * 3000], ids=["empty", "blank", "short", "long"])
def test_a_text_that_cannot_be_traced_is_refused(desk, text) -> None:
    with pytest.raises(TraceError, match=r"too short|characters"):
        desk.trace(text)


def test_origins_are_counted_and_the_undated_one_is_mentioned(desk) -> None:
    summary = summary_of(desk.trace("We are still finding people alive on roofs"))
    assert summary.startswith(
        "In 3 articles, 1 origin; first reported: Wire, 4 March 2031; latest: outlet not stated, 5 March 2031"
    )
    assert summary.endswith("where no date is stated it may be earlier")


def test_articles_of_one_day_have_it_first_together(tmp_path) -> None:
    day = PublicationDate("2031-03-04")
    one, other = Article("a", WIRE, outlet="Pelter", published=day), Article("b", WIRE, outlet="Wire", published=day)
    build_index(Collection((one, other)), tmp_path, FakeEncoder())
    trace = Desk(HybridIndex(open_store(tmp_path), FakeEncoder())).trace("We are still finding people alive on roofs")
    assert summary_of(trace) == "In 2 articles, 1 origin; first reported: Pelter and Wire, 4 March 2031"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_slice_is_found_and_every_match_is_a_slice(desk, data) -> None:
    words = WIRE.split()
    first = data.draw(st.integers(0, len(words) - 6))
    last = data.draw(st.integers(first + 6, len(words)))
    matches = desk.trace(" ".join(words[first:last])).matches
    assert {match.article for match in matches if match.relation is Relation.VERBATIM} >= {"wire", "copy", "loose"}
    assert all(ARTICLES[match.article].text[match.start : match.end] == match.quote for match in matches)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    as_of=st.sampled_from(["2030", "2031-03-03", "2031-03-04", "2031-03-05", "2031-03", "2032"]),
    text=st.sampled_from([WIRE, WIRE[:60], "How many people died in the valley?", "Who spoke of four villages?"]),
)
def test_with_a_date_no_command_uses_a_later_or_undated_article(desk, as_of, text) -> None:
    answer = desk.ask(text, (), as_of)
    used = [*answer.citations, *answer.nearest, *desk.trace(text, as_of).matches]
    used += [citation.later for citation in answer.citations if citation.later]
    published = [ARTICLES[citation.article].published for citation in used]
    assert all(date and date.last_day <= bounds(as_of)[1] for date in published)
