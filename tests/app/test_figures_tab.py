"""What the Figures tab sends to the browser, whatever the browser sends."""

import csv
import io

import pytest

from clipfile.app.figures_tab import ROWS_AT_A_TIME, UNEXPECTED, figure_lister, figure_suggester, most_counted, read_as
from clipfile.app.ledger import DateOf, Row
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate

COURIER = Article(
    "courier",
    "At least 40 people were killed. Rain fell.",
    outlet="Courier",
    published=PublicationDate("2024-08~", inferred_from="“last August”"),
)
TELLER = Article("teller", "Some 50 people were killed, they said.")
COLLECTION = Collection((COURIER, TELLER))


def row(article: Article, low: float | None, high: float | None, hedge: str = "exact", **more) -> Row:
    known = {
        "value": "40 people",
        "unit": "people",
        "counted": "people killed",
        "base": None,
        "date": "2024-08~",
        "date_of": DateOf.PUBLISHED,
        "as_of": None,
        "published": "2024-08~",
        "speaker": None,
        "start": 9,
        "end": 18,
        "sentence_start": 0,
        "sentence_end": 31,
        "sentence": "At least 40 people were killed.",
    }
    found = {"low": low, "high": high, "hedge": hedge, "article": article.article_id, "outlet": article.outlet}
    return Row(**known | found | more)


ROWS = [row(COURIER, 40, None, "at_least"), row(TELLER, 50, 50, "about", as_of="2024-07/2024-08", speaker="they")]


def figures(words: str, as_of: str | None) -> list[Row]:
    if "break" in words:
        raise RuntimeError("secret path")
    return ROWS if as_of is None else ROWS[:1]


def test_row_says_what_was_read_and_marks_an_inferred_date():
    first, second = figure_lister(figures, COLLECTION)({"words": "people killed"})["rows"]
    assert (first["read_as"], first["unit"], first["as_of"]) == ("at least 40", "people", "")
    assert (first["date"], first["inferred_from"]) == ("about August 2024 (inferred)", "“last August”")
    assert (second["as_of"], second["speaker"], second["date"]) == (
        "July 2024 to August 2024",
        "they",
        "date not stated",
    )
    assert COURIER.text[first["start"] : first["end"]] == first["sentence"]


def test_first_rows_come_with_the_plot_and_the_csv_of_all_and_later_ones_without():
    many = ROWS * ROWS_AT_A_TIME
    shown = figure_lister(lambda words, as_of: many, COLLECTION)({"words": "killed"})
    assert (len(shown["rows"]), shown["found"], len(shown["plots"])) == (ROWS_AT_A_TIME, len(many), 1)
    assert len(shown["plotted"]) == len(list(csv.DictReader(io.StringIO(shown["csv"])))) == len(many)
    rest = figure_lister(lambda words, as_of: many, COLLECTION)({"words": "killed", "offset": ROWS_AT_A_TIME})
    assert len(rest["rows"]) == ROWS_AT_A_TIME
    assert "csv" not in rest


def test_all_figures_together_are_not_plotted():
    shown = figure_lister(figures, COLLECTION)({"words": " "})
    assert (shown["plots"], len(shown["rows"])) == ([], 2)


def test_date_goes_on_to_what_lists_the_figures():
    shown = figure_lister(figures, COLLECTION)({"words": "killed", "as_of": "2024-08"})
    assert (shown["badge"], shown["summary"]) == ("As of August 2024", "1 figure in 1 article")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [({"as_of": "soon"}, "'soon' is not a date"), ({"words": "break"}, UNEXPECTED)],
    ids=["no date", "an error inside"],
)
def test_what_goes_wrong_is_a_sentence(sent, sentence):
    assert sentence in figure_lister(figures, COLLECTION)(sent)["error"]


@pytest.mark.parametrize("sent", [None, 7, {}, {"words": 7, "offset": "x"}, {"words": "a", "offset": -5}])
def test_whatever_the_browser_sends_rows_come_back(sent):
    assert len(figure_lister(figures, COLLECTION)(sent)["rows"]) == 2


@pytest.mark.parametrize(
    ("low", "high", "hedge", "words"),
    [
        (40, None, "at_least", "at least 40"),
        (None, 40, "at_most", "up to 40"),
        (2000, 10_000, "about", "2,000 to 10,000"),
        (40, 40, "nearly", "nearly 40"),
        (40, 40, "exact", "40"),
    ],
)
def test_value_is_read_with_its_hedge(low, high, hedge, words):
    assert read_as(row(COURIER, low, high, hedge)) == words


def test_suggested_is_what_several_articles_count_in_more_than_a_word():
    rows = [
        row(COURIER, 1, 1),
        row(TELLER, 1, 1),
        row(COURIER, 1, 1, counted="houses lost"),
        row(COURIER, 1, 1, counted="people"),
        row(TELLER, 1, 1, counted="people"),
    ]
    assert most_counted(rows) == ["people killed"]
    assert figure_suggester(figures, COLLECTION)(None) == ["people killed"]
