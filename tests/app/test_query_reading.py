"""What a question says of where to look, held against the names of a collection."""

from datetime import date

import pytest

from clipfile.app.query_reading import Order, Reading, ended, read_question
from clipfile.index.names import Names

OUTLETS = (
    "The Halvern Courier",
    "KDN News",
    "The Lantern",
    "Merovar Daily Post",
    "RS",
    "Tell",
    "The Southreach Times",
    None,
)
SPEAKERS = {"Robert Fell": "an engineer", "Robert Fell Jr.": "", "Ana Maur": "the coroner"}
DAYS = [date(2031, 3, 5), date(2031, 4, 30), date(2032, 1, 31), None]
WORDS = {"displaced": 3, "people": 9, "maur": 2, "soldiers": 2, "families": 4}


def read(*questions: str) -> Reading:
    return read_question(questions, Names(OUTLETS, SPEAKERS), DAYS, WORDS)


@pytest.mark.parametrize(
    ("question", "outlet", "searched"),
    [
        ("According to Tell, how many people fled?", "Tell", "how many people fled?"),
        ("How many people fled, according to the Courier?", "The Halvern Courier", "How many people fled?"),
        ("How many fled in The Lantern article?", "The Lantern", "How many fled?"),
        ("What did the Times report about the dam?", "The Southreach Times", "What about the dam?"),
        ("How many dead does the Merovar Daily Post report?", "Merovar Daily Post", "How many dead?"),
        ("What did the Courier call the dam?", "The Halvern Courier", "What did the Courier call the dam?"),
        ("Which villages fell, per rs?", "RS", "Which villages fell?"),
        ("According to KDN, how many fled?", "KDN News", "how many fled?"),
        ("What is the Courier's take on the dam?", "The Halvern Courier", "What is the Courier's take on the dam?"),
        ("What does the Merovar Daily Post say?", "Merovar Daily Post", "What does the Merovar Daily Post say?"),
    ],
)  # fmt: skip
def test_an_outlet_that_is_asked_for_restricts_the_search(question: str, outlet: str, searched: str):
    reading = read(question)
    assert reading.outlets == {outlet}
    assert reading.text == searched
    assert reading.where == f"by {outlet}"


@pytest.mark.parametrize(
    "question",
    [
        "Can you tell me how many fled?",
        "How often in those times did it flood?",
        "Who carried a lantern?",
        "What did people write about the post?",
        "Who tells the story?",
        "Who in News Street fled?",
    ],
)
def test_an_ordinary_word_is_no_outlet(question: str):
    assert read(question) == Reading(question)


@pytest.mark.parametrize(
    ("question", "last_day"),
    [
        ("As of October 2031, How many had fled?", date(2031, 10, 31)),
        ("How many had fled as of march 2031?", date(2031, 3, 31)),
        ("How many had fled as of the end of 2031?", date(2031, 12, 31)),
        ("How many had fled as of 9 March 2031?", date(2031, 3, 9)),
        ("How many had fled as of December 24?", date(2031, 12, 24)),
    ],
)
def test_as_of_a_date_leaves_later_articles_out(question: str, last_day: date):
    reading = read(question)
    assert reading.as_of == last_day
    assert reading.text == "How many had fled?"


@pytest.mark.parametrize("question", ["How many had fled by March 9?", "What is the mayor known as of late?"])
def test_other_words_are_no_as_of_date(question: str):
    assert read(question).as_of is None


@pytest.mark.parametrize(
    ("question", "month", "searched"),
    [
        ("In the April article, who leads?", (date(2031, 4, 1), date(2031, 4, 30)), "who leads?"),
        ("In the January 2032 article, who leads?", (date(2032, 1, 1), date(2032, 1, 31)), "who leads?"),
        (
            "What did the March article say of the dam?",
            (date(2031, 3, 1), date(2031, 3, 31)),
            "What of the dam?",
        ),
        ("What does the March article say?", (date(2031, 3, 1), date(2031, 3, 31)), "What does the March article say?"),
    ],
)
def test_an_articles_month_restricts_the_search(question: str, month: tuple[date, date], searched: str):
    reading = read(question)
    assert reading.month == month
    assert reading.text == searched


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("What did Fell say about the drains?", {"Robert Fell", "Robert Fell Jr."}),
        ("What does the coroner think of it?", {"Ana Maur"}),
        ("What did the mayor say about it?", set()),
        ("Who dug the drains?", set()),
    ],
)
def test_a_speaker_whose_words_are_asked_for_is_found(question: str, speakers: set[str]):
    assert read(question).speakers == speakers


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("What is the latest count of the missing?", Order.LATEST),
        ("What number of dead was first reported?", Order.FIRST),
        ("What was the earliest estimate?", Order.FIRST),
        ("Who first asked for help?", None),
        ("What is the latest on the strike?", Order.LATEST),
        ("What is the most recent death toll?", Order.LATEST),
        ("What was the first police estimate?", Order.FIRST),
        ("What does the latest model of the dam predict?", None),
        ("What does the latest climate model predict?", None),
        ("What did the first minister say last year?", None),
    ],
)
def test_latest_and_first_reported_ask_for_an_order(question: str, order: Order | None):
    assert read(question).order is order


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("What is the latest count of the missing?", "What is the count of the missing?"),
        ("What was the first reported toll?", "What was the toll?"),
        ("What was the earliest estimate?", "What was the estimate?"),
        ("What is the latest?", "What is the latest?"),
    ],
)
def test_the_words_that_ask_for_an_order_are_not_searched(question: str, searched: str):
    assert read(question).text == searched


def test_a_slip_of_spelling_is_mended_and_kept_apart():
    reading = read("How many poeple were dispalced?")
    assert reading.text == reading.spelling == "How many people were displaced?"
    assert read("How many people were displaced?").spelling is None


def test_a_question_of_nothing_but_an_outlet_is_searched_as_it_is():
    assert read("According to Tell?").text == "According to Tell?"


@pytest.mark.parametrize(
    ("questions", "reading"),
    [
        (
            ("According to Tell, how many fled?", "And according to the Courier?"),
            Reading("how many fled? And?", outlets=frozenset({"The Halvern Courier"})),
        ),
        (
            ("In the March article, how many fled?", "And in the April article?"),
            Reading("how many fled? And?", month=(date(2031, 4, 1), date(2031, 4, 30))),
        ),
        (
            ("As of March 2031, how many fled?", "And as of April 2031?"),
            Reading("how many fled? And?", as_of=date(2031, 4, 30)),
        ),
    ],
)
def test_where_a_follow_up_looks_takes_the_place_of_where_the_question_before_did(questions, reading):
    assert read(*questions) == reading


@pytest.mark.parametrize(
    ("follow_up", "speakers"),
    [
        ("And the coroner?", {"Ana Maur"}),
        ("And the drains?", {"Robert Fell", "Robert Fell Jr."}),
        ("Why did he say so?", {"Robert Fell", "Robert Fell Jr."}),
        ("When was it built?", set()),
    ],
)
def test_a_follow_up_asks_for_another_speakers_words_or_for_the_same(follow_up: str, speakers: set[str]):
    assert read("What did Fell say about the dam?", follow_up).speakers == speakers


def test_another_speaker_takes_the_place_of_the_first_in_what_is_searched():
    reading = read("What did Fell say about the dam?", "And the coroner?")
    assert reading == Reading("What did the coroner say about the dam?", speakers=frozenset({"Ana Maur"}))


@pytest.mark.parametrize(
    ("follow_up", "about"),
    [
        ("And the drains?", {"drain"}),
        ("what about Tellin?", {"tellin"}),
        ("And why?", set()),
        ("And who dug it?", {"dug"}),
        ("When was it dug?", set()),
        ("And what did it cost?", set()),
    ],
)
def test_a_follow_up_cut_short_is_about_what_it_names(follow_up: str, about: set[str]):
    assert read("How long is the dam?", follow_up).about == about


def test_a_speaker_is_found_beside_an_outlet():
    reading = read("What did Fell say about the dam, according to Tell?")
    assert (reading.speakers, reading.outlets) == ({"Robert Fell", "Robert Fell Jr."}, {"Tell"})


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("how many fled", "how many fled?"),
        ("death toll at Merovar ", "death toll at Merovar?"),
        ("How many fled?", "How many fled?"),
        ("“Who fled?”", "“Who fled?”"),
        ("Tell me who fled.", "Tell me who fled."),
    ],
)
def test_a_question_typed_without_its_mark_gets_it(typed: str, read_as: str):
    assert ended(typed) == read_as
