"""Questions about what a speaker said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.app.said_by import AskedOf, asked_of, said_by, speaker_called

SPEAKERS = [
    "Himmler Rébu",
    "William O’Neill",
    "Maria Isabel Salvador",
    "Robert Fatton Jr.",
    "Ondel Water Authority",
    "U.N.",
    "a SOUTHCOM spokesperson",
    "Pell Ardover",
    "experts",
]
ROLES = {"Himmler Rébu": "a retired Haitian army colonel", "Pell Ardover": "the provincial coroner"}

ASKED = {
    "did say about": ("What did Rébu say about the Kenyan police?", "Himmler Rébu", "the Kenyan police"),
    "accent left out": ("what did Himmler Rebu say about massacres", "Himmler Rébu", "massacres"),
    "straight apostrophe": ("What does O'Neill think of the funding?", "William O’Neill", "the funding"),
    "misspelled": ("What did Salvadore say about the 2,500 figure?", "Maria Isabel Salvador", "the 2,500 figure"),
    "according to, at the end": (
        "How many vehicles were broken, according to William O’Neill?",
        "William O’Neill",
        "many vehicles were broken",
    ),
    "according to, at the start": (
        "According to Fatton, will the battles be hard?",
        "Robert Fatton Jr.",
        "will the battles be hard",
    ),
    "view on": ("What is Fatton's view on the bribery scheme?", "Robert Fatton Jr.", "the bribery scheme"),
    "without 's after s": ("What are experts' opinions about the mission?", "experts", "the mission"),
    "an institution": ("What did the water authority say about the sirens?", "Ondel Water Authority", "the sirens"),
    "an acronym": ("What does the UN say about the dead?", "U.N.", "the dead"),
    "spelled out": ("What does the United Nations say about the dead?", "U.N.", "the dead"),
    "a description": (
        "What did the SOUTHCOM spokesperson say about vehicles?",
        "a SOUTHCOM spokesperson",
        "vehicles",
    ),
    "a role": ("What did the coroner say about the inquest?", "Pell Ardover", "the inquest"),
    "a role with the name": ("What did colonel Rébu say about gangs?", "Himmler Rébu", "gangs"),
    "quotes by": ("Quotes by Salvador on planning", "Maria Isabel Salvador", "planning"),
    "told": (
        "What has Mr Fatton told reporters about the council?",
        "Robert Fatton Jr.",
        "reporters about the council",
    ),
    "how describe": ("How did O’Neill describe the dilemma?", "William O’Neill", "the dilemma"),
    "nothing more": ("What did Rébu say?", "Himmler Rébu", ""),
}


@pytest.mark.parametrize(("question", "speaker", "about"), ASKED.values(), ids=ASKED)
def test_the_speaker_is_found_and_the_rest_is_what_is_asked(question: str, speaker: str, about: str) -> None:
    assert asked_of(question, SPEAKERS, ROLES) == AskedOf(speaker, about)
    assert said_by(question, SPEAKERS, ROLES) == speaker


ABOUT_NOBODY = {
    "no speaker": "How many people were displaced in 2024?",
    "a stranger": "What did Barack Obama say about Haiti?",
    "who": "Who said that the mission was impossible?",
    "a subject, not a speaker": "What happened to Salvador?",
    "what the articles say": "What do the articles say about cholera?",
    "empty": "",
}


@pytest.mark.parametrize("question", ABOUT_NOBODY.values(), ids=ABOUT_NOBODY)
def test_no_speaker_is_guessed(question: str) -> None:
    assert said_by(question, SPEAKERS, ROLES) is None


def test_without_known_speakers_nobody_is_found() -> None:
    assert said_by("What did Rébu say about gangs?", []) is None


def test_a_short_name_is_not_taken_for_a_similar_one() -> None:
    assert speaker_called("Lee", ["Ann Lea"]) is None


def test_a_full_name_wins_over_a_surname() -> None:
    assert speaker_called("Ann Brown", ["Bob Brown", "Ann Brown"]) == "Ann Brown"


@given(st.text(max_size=200))
def test_any_question_can_be_asked(question: str) -> None:
    assert said_by(question, SPEAKERS, ROLES) in (None, *SPEAKERS)
