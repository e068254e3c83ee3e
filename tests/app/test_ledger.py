"""The figure ledger: which figures are chosen, in which order, and as CSV."""

import csv
import io
import json

from clipfile.app.ledger import DateOf, ledger, to_csv
from clipfile.corpus.article import Article
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.figures import figures_of
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.voice import voices_of
from clipfile.index.store import IndexedArticle, from_json, to_json


def with_figures(article: Article) -> IndexedArticle:
    sentences = tuple(sentences_of(article.text))
    voices = tuple(voices_of(article.text, sentences))
    figures = tuple(figures_of(article.text, sentences, article.published))
    return IndexedArticle(article, sentences, (), voices, figures)


UNDATED = Article("undated", "Around 600,000 people have been forced from their homes.")
AUGUST = Article(
    "august",
    "More than half a million people are displaced. The rescue cost $3 million.",
    outlet="Courier",
    published=PublicationDate("2024-08~"),
)
JANUARY = Article(
    "january",
    "Last year, the number of displaced people surged to nearly 703,000. At least 5,600 people were killed.",
    outlet="=HYPERLINK(1)",
    published=PublicationDate("2025-01~"),
)
COLLECTION = [with_figures(article) for article in (UNDATED, JANUARY, AUGUST)]


def test_figures_that_measure_what_is_asked_come_by_date_and_undated_ones_last():
    rows = ledger(COLLECTION, "people displaced")
    assert [(row.date, row.date_of, row.value) for row in rows] == [
        ("2024-08~", DateOf.PUBLISHED, "More than half a million people"),
        ("2024", DateOf.AS_OF, "nearly 703,000"),
        (None, DateOf.NONE, "Around 600,000 people"),
    ]


def test_row_names_its_article_and_sentence():
    [row] = ledger(COLLECTION, "how many deaths")
    assert JANUARY.text[row.start : row.end] == row.value == "At least 5,600 people"
    assert JANUARY.text[row.sentence_start : row.sentence_end] == row.sentence == "At least 5,600 people were killed."
    assert (row.article, row.outlet, row.low, row.high, row.hedge) == (
        "january",
        "=HYPERLINK(1)",
        5600,
        None,
        "at_least",
    )


def test_unit_in_the_question_must_be_that_of_the_figure():
    assert [row.value for row in ledger(COLLECTION, "dollars")] == ["$3 million"]


def test_empty_query_lists_all_and_an_unmatched_one_nothing():
    assert len(ledger(COLLECTION)) == sum(len(one.figures) for one in COLLECTION)
    assert ledger(COLLECTION, "goals scored") == []


def test_csv_has_a_line_for_each_row_and_no_formulas():
    rows = ledger(COLLECTION)
    table = list(csv.DictReader(io.StringIO(to_csv(rows))))
    assert [line["value"] for line in table] == [row.value for row in rows]
    assert {line["outlet"] for line in table} == {"", "Courier", "'=HYPERLINK(1)"}
    assert {line["low"] for line in table} == {"500000", "703000", "600000", "3000000", "5600"}


def test_animals_that_were_killed_are_no_people_killed():
    herd = with_figures(Article("herd", "The flood killed 22 cows."))
    assert not ledger([herd], "people killed")
    assert [row.value for row in ledger([herd], "cows killed")] == ["22 cows"]


def test_what_rises_is_found_by_its_name_and_a_share_of_it_too():
    made = with_figures(Article("made", "Revenue at the maker rose 12 percent to 4.1 billion. It has a staff of 900."))
    assert [row.value for row in ledger([made], "revenue")] == ["12 percent", "4.1 billion"]


def test_each_figure_has_the_speaker_of_its_own_clause_on_disk_too():
    march = with_figures(Article("march", "Police said 300 people marched, but the union said 500 people marched."))
    for indexed in (march, from_json(json.loads(json.dumps(to_json(march))))):
        rows = ledger([indexed], "people marched")
        assert {(row.value, row.speaker) for row in rows} == {("300 people", "police"), ("500 people", "the union")}
