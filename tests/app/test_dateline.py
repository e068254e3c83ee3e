import pytest

from clipfile.app.dateline import date_in_words, first_words, published_in_words, time_span, voice_in_words
from clipfile.corpus.article import Article
from clipfile.corpus.dates import PublicationDate


@pytest.mark.parametrize(
    ("edtf", "inferred", "words"),
    [
        ("2024-08-31", False, "31 August 2024"),
        ("2024-08-01", False, "1 August 2024"),
        ("2024-08", False, "August 2024"),
        ("2024", False, "2024"),
        ("2024-08~", True, "about August 2024 (inferred)"),
        ("2024~", False, "about 2024"),
        (None, False, "date not stated"),
    ],
)
def test_date_is_said_as_exactly_as_it_is_known(edtf, inferred, words):
    assert date_in_words(edtf, inferred) == words


def test_publication_date_comes_with_the_words_it_was_inferred_from():
    assert published_in_words(PublicationDate("2024-08~", "“last July”")) == (
        "about August 2024 (inferred)",
        "“last July”",
    )
    assert published_in_words(PublicationDate("2024-08")) == ("August 2024", "")
    assert published_in_words(None) == ("date not stated", "")


@pytest.mark.parametrize(
    ("voice", "speaker", "words"),
    [
        ("quoted", "Conille", "said by Conille"),
        (None, "Conille", "said by Conille"),
        ("quoted", None, "quoted, speaker not stated"),
        ("attributed", "the UN", "attributed to the UN"),
        ("attributed", None, "attributed, to whom is not stated"),
        ("asserted", None, "in the outlet’s own words"),
        (None, None, ""),
    ],
)
def test_voice_says_who_says_it_and_no_more_than_is_known(voice, speaker, words):
    assert voice_in_words(voice, speaker) == words


@pytest.mark.parametrize(
    ("voice", "speaker", "speakers", "words"),
    [
        ("attributed", "police", ("police",), "attributed to police"),
        ("attributed", "police", ("police", "the union"), "attributed to police and the union"),
        ("quoted", "Ann Lee", ("Ann Lee", "Tom Bell", "police"), "said by Ann Lee, Tom Bell and police"),
        ("quoted", None, ("police",), "said by somebody not named and police"),
        ("asserted", None, ("police",), "in the outlet’s own words and those of police"),
    ],
)
def test_everybody_whose_words_a_quote_holds_is_named(voice, speaker, speakers, words):
    assert voice_in_words(voice, speaker, speakers) == words


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article("a", "Text.", title="Title"), "Title"),
        (Article("a", "Short\n text."), "Untitled: “Short text.”"),
        (
            Article("a", "word " * 40),
            "Untitled: “" + "word " * 12 + "…”",
        ),  # 12 words and their spaces are 60 characters
        (Article("a", " \n"), "Untitled"),
    ],
    ids=["titled", "short", "cut at a word", "blank"],
)
def test_article_is_named_by_its_title_or_its_first_words(article, name):
    assert first_words(article) == name


def test_time_span_runs_from_the_first_month_to_the_last():
    dates = [PublicationDate("2024-10~"), PublicationDate("2024-08"), PublicationDate("2025")]
    assert time_span(dates) == "August 2024 to December 2025"
    assert time_span(dates[:1]) == "October 2024"
    assert time_span([]) == ""
