"""Questions about what a speaker said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.app.said_by import said_by, speakers_called

SPEAKERS = {
    "Himmler Rébu": "a retired Haitian army colonel",
    "William O’Neill": "",
    "Maria Isabel Salvador": "",
    "Robert Fatton Jr.": "",
    "Ondel Water Authority": "",
    "U.N.": "",
    "a SOUTHCOM spokesperson": "",
    "Pell Ardover": "the provincial coroner",
    "experts": "",
    "Will Harrow": "a pilot who watched the ship leave port",
    "Ivo Trent": "first minister of Brannock",
    "Edda Lorne": "President",
    "Helen State": "",
    "mayor of Tellin Bo Carr": "",
    "Bo Carr": "Mayor",
    "National Ferry Board": "",
}

ASKED = {
    "did say about": ("What did Rébu say about the Kenyan police?", "Himmler Rébu"),
    "accent left out": ("what did Himmler Rebu say about massacres", "Himmler Rébu"),
    "straight apostrophe": ("What does O'Neill think of the funding?", "William O’Neill"),
    "misspelled": ("What did Salvadore say about the 2,500 figure?", "Maria Isabel Salvador"),
    "according to, at the end": ("How many vehicles were broken, according to William O’Neill?", "William O’Neill"),
    "according to, at the start": ("According to Fatton, will the battles be hard?", "Robert Fatton Jr."),
    "view on": ("What is Fatton's view on the bribery scheme?", "Robert Fatton Jr."),
    "without 's after s": ("What are experts' opinions about the mission?", "experts"),
    "an institution": ("What did the water authority say about the sirens?", "Ondel Water Authority"),
    "an acronym": ("What does the UN say about the dead?", "U.N."),
    "spelled out": ("What does the United Nations say about the dead?", "U.N."),
    "a description": ("What did the SOUTHCOM spokesperson say about vehicles?", "a SOUTHCOM spokesperson"),
    "a role": ("What did the coroner say about the inquest?", "Pell Ardover"),
    "a role with the name": ("What did colonel Rébu say about gangs?", "Himmler Rébu"),
    "a title alone": ("What did the president say about gangs?", "Edda Lorne"),
    "quotes by": ("Quotes by Salvador on planning", "Maria Isabel Salvador"),
    "told": ("What has Mr Fatton told reporters about the council?", "Robert Fatton Jr."),
    "how describe": ("How did O’Neill describe the dilemma?", "William O’Neill"),
    "nothing more": ("What did Rébu say?", "Himmler Rébu"),
    "negated": ("Why hasn't Salvador repeatedly warned of it?", "Maria Isabel Salvador"),
    "saying": ("What are experts saying?", "experts"),
    "a name like an auxiliary": ("What did Will Harrow say?", "Will Harrow"),
    "a name like a verb": ("What did State say of the wreck?", "Helen State"),
    "after another question": ("Who was found, and what did Harrow say of it?", "Will Harrow"),
}


@pytest.mark.parametrize(("question", "speaker"), ASKED.values(), ids=ASKED)
def test_the_speaker_is_found(question: str, speaker: str) -> None:
    assert said_by(question, SPEAKERS) == {speaker}


ABOUT_NOBODY = {
    "no speaker": "How many people were displaced in 2024?",
    "a stranger": "What did Barack Obama say about Haiti?",
    "who": "Who said that the mission was impossible?",
    "a subject, not a speaker": "What happened to Salvador?",
    "what the articles say": "What do the articles say about cholera?",
    "empty": "",
    "the states of a union": "How much money has the United States given?",
    "the states of a union as a subject": "what the united states gave",
    "people of the states of a union": "what united states officials say",
    "a report, not to report": "Is the national report due in January?",
    "a report as a subject": "Why was the water authority's report late?",
    "a report that says": "What did the U.N. report say?",
    "claims as a subject": "How the experts claims were made up",
    "a passive": "Was Salvador told of the massacre?",
    "another particle": "Has Salvador called off the search?",
    "small words": "What was in the report?",
    "a pronoun": "What does it say?",
    "one word of a long role": "What did the ship report?",
    "an ordinal": "When was the first report of smoke?",
    "who heads what is known": "What did the chief of the Ondel Water Authority say?",
}


@pytest.mark.parametrize("question", ABOUT_NOBODY.values(), ids=ABOUT_NOBODY)
def test_no_speaker_is_guessed(question: str) -> None:
    assert not said_by(question, SPEAKERS)


def test_without_known_speakers_nobody_is_found() -> None:
    assert not said_by("What did Rébu say about gangs?", {})


def test_a_short_name_is_not_taken_for_a_similar_one() -> None:
    assert not speakers_called("Lee", {"Ann Lea": ""})


def test_a_full_name_wins_over_a_surname() -> None:
    assert speakers_called("Ann Brown", {"Bob Brown": "", "Ann Brown": ""}) == {"Ann Brown"}


def test_all_who_can_be_meant_are_found() -> None:
    assert speakers_called("the bank", {"Tarn Bank": "", "Bank of Tellin": "", "Lo Banks": ""}) == {
        "Tarn Bank",
        "Bank of Tellin",
    }


def test_a_speaker_who_goes_by_two_names_is_found_by_each() -> None:
    both = {"mayor of Tellin Bo Carr", "Bo Carr"}
    assert speakers_called("Mayor Carr", SPEAKERS) == speakers_called("the mayor", SPEAKERS) == both


@given(st.text(max_size=200))
def test_any_question_can_be_asked(question: str) -> None:
    assert said_by(question, SPEAKERS) <= SPEAKERS.keys()
