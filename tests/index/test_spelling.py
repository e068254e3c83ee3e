"""A slip in a question is read as the nearest word of the articles; a word that English has is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.index.spelling import corrected, english_words, read_words, write_words

WORDS = {"displaced": 5, "people": 9, "soldiers": 3, "korlu": 2, "merovar": 8, "walking": 4, "mirrow": 3, "morrow": 9}
WORDS |= {
    "mistral": 2,
    "remain": 3,
    "raped": 2,
    "peace": 4,
    "level": 3,
    "refused": 3,
    "economist": 2,
    "village": 5,
    "tonnes": 2,
    "halted": 2,
}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("How many poeple were dispalced?", "How many people were displaced?"),  # swapped letters
        ("Who are the SOLDEIRS?", "Who are the SOLDIERS?"),
        ("What did Korllu say?", "What did Korlu say?"),
        ("What of Mërovar?", "What of Mërovar?"),  # an accent is no slip
        ("Who is in Mirrrow?", "Who is in Mirrow?"),
        ("Which party is balking?", "Which party is balking?"),  # another first letter
        ("Is France in it, or Zambia?", "Is France in it, or Zambia?"),  # English has them
        ("Who has 15000 solds?", "Who has 15000 solds?"),  # far from all
        ("How many houses were razed?", "How many houses were razed?"),  # letters that nobody confuses
        ("What does a levee cost in pence?", "What does a levee cost in pence?"),
        ("Was it halved?", "Was it halved?"),
        ("Who was rehoused?", "Who was rehoused?"),  # a known word with a prefix
        ("Was there a mistrial?", "Was there a mistrial?"),  # near to another as it is
        ("How many reman?", "How many remain?"),  # a prefix, but before too little
        ("Who called the economidt?", "Who called the economist?"),  # side by side, and in sound far apart
        ("Which villager gave a tonne?", "Which villager gave a tonne?"),  # another form of a known word
        ("What did the ecologist say?", "What did the ecologist say?"),  # a word of the news
        ("Who called the econonist?", "Who called the economist?"),  # side by side on a keyboard
        ("Who is in the vellage?", "Who is in the village?"),  # sound alike
    ],
)
def test_only_slips_are_mended(typed: str, read: str):
    assert corrected(typed, WORDS, english_words()) == read


def test_of_equally_near_words_the_most_frequent_is_read():
    assert corrected("marrow mrrow", WORDS, frozenset({"marrow"})) == "marrow morrow"


@given(st.text(max_size=60))
def test_mending_again_changes_nothing(text: str):
    once = corrected(text, WORDS, frozenset({"people"}))
    assert corrected(once, WORDS, frozenset({"people"})) == once


def test_words_are_kept_with_how_often_they_occur(tmp_path):
    write_words(tmp_path, ["People met people in Łódź.", "Two old people"])
    assert read_words(tmp_path) == {"people": 3, "lodz": 1}
