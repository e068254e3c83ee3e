"""Which quantity a question asks for, and which figures can be one."""

import pytest

from clipfile.app.asked_quantity import asked_quantity
from clipfile.corpus.figures import figures_of
from clipfile.corpus.sentences import sentences_of

CAN_BE = {
    "people": ("How many lost their lives?", "The flood killed 41 people.", True),
    "lives are people": ("How many lives did the flood claim?", "The flood killed 41 people.", True),
    "how long": ("How long did the engines need?", "The engines needed 34 minutes.", True),
    "how long is no count": ("How long did the engines need?", "Some 34 engines came.", False),
    "a share": ("What share of borrowers is behind?", "Some 17 per cent are behind.", True),
    "a portion": ("What portion of the loan is paid?", "They owe $3 million.", False),
    "a share is no sum": ("What share of borrowers is behind?", "They owe $3 million.", False),
    "how many of a unit": ("How many tonnes were spilt?", "About 9,800 tonnes were lost.", True),
    "meetings are no people": ("How many public meetings were held?", "They were attended by 2,300 residents.", False),
    "a sum": ("How much did the bridge cost?", "It cost $3 million.", True),
    "a bridge is long": ("How long is the bridge?", "The bridge is 400 metres.", True),
    "how much time": ("How much time did they have?", "They had two hours.", True),
    "how many of a currency": ("How many dollars did it cost?", "It cost $3 million.", True),
    "how many percent": ("How many percent drowned?", "Some 17 per cent drowned.", True),
    "what percent": ("What percent of sheep drowned?", "Some 17 per cent drowned.", True),
    "American spelling": ("How many meters is it long?", "It is 400 meters long.", True),
    "a toll is of people": ("How high is the death toll?", "The flood killed 41 people.", True),
    "a fine is a sum": ("How high was the fine?", "It was $3 million.", True),
    "a crowd is of people": ("How big was the crowd?", "Some 2,300 fans came.", True),
    "a dam is high": ("How high is the dam?", "It is 58 metres high.", True),
    "a dam is no sum": ("How high is the dam?", "It cost $3 million.", False),
    "families are no people": ("How many people fled?", "Some 300 families fled.", False),
    "families": ("How many families fled?", "Some 300 families fled.", True),
    "a sum is no time": ("How much did the bridge cost?", "It took nine years.", False),
}


@pytest.mark.parametrize(("question", "text", "expected"), CAN_BE.values(), ids=CAN_BE)
def test_a_figure_can_be_what_is_asked_for(question: str, text: str, expected: bool) -> None:
    asked = asked_quantity(question)
    assert asked is not None
    assert asked.can_be(figures_of(text, sentences_of(text))[0]) is expected


@pytest.mark.parametrize(
    "question",
    [
        "Who leads the mission?",
        "Was the shutter locked?",
        "Why did the dam fail?",
        "Which part of the dam failed?",
        "Where is the share price printed?",
    ],
)
def test_other_questions_ask_for_no_quantity(question: str) -> None:
    assert asked_quantity(question) is None


@pytest.mark.parametrize(
    ("text", "beside", "named"),
    [
        ("There are 12 choirs in the valley.", True, False),
        ("The 12 choirs have 400 members.", False, True),
        ("Some 90 choir members sang.", False, True),
        ("Some 90 members sang.", False, False),
        ("Twelve bakers came.", False, False),
    ],
)
def test_what_says_which_ones_are_counted_is_not_what_is_counted(text: str, beside: bool, named: bool) -> None:
    asked = asked_quantity("How many choir members are there?")
    assert asked is not None
    figures = figures_of(text, sentences_of(text))
    assert asked.only_beside(figures) is beside
    assert any(map(asked.is_named_by, figures)) is named
