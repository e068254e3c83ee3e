import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.article import Span
from clipfile.corpus.paragraphs import paragraphs_of
from clipfile.corpus.reading import read_collection
from clipfile.corpus.sentences import sentences_of

LABELLED = json.loads((Path(__file__).parents[1] / "fixtures" / "sentences.json").read_text(encoding="utf-8"))
SHIPPED = Path(__file__).parents[2] / "corpus" / "articles"
# Labelled, and known to be split wrongly; see corpus/SENTENCES.md.
KNOWN_MISSES = {"lower-case name starts sentence", "letters"}

WORDS = [
    "He said",
    "U.S.",
    "Gen. Bell",
    "“We",
    "went.”",
    "?",
    "!”",
    "… And",
    "(Why?)",
    "‘No.’",
    "5 p.m.",
    "J.D.",
    "–",
    "1.",
    "•",
    "ß",
    "𝔄",
    "\u00a0",
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*WORDS, " ", ". ", "\n", "\r\n", "\n\n"]), max_size=40).map(" ".join),
)


@st.composite
def texts_with_furniture(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text, and spans of it that may touch, overlap, and lie within words."""
    text = draw(TEXTS)
    offsets = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(offsets, offsets), max_size=4))
    return text, [Span(min(pair), max(pair)) for pair in pairs]


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences_of(text)]


@given(texts_with_furniture())
def test_every_visible_character_outside_furniture_is_in_exactly_one_sentence(given: tuple[str, list[Span]]) -> None:
    text, furniture = given
    counts = [0] * len(text)
    for sentence in sentences_of(text, furniture):
        for offset in range(sentence.start, sentence.end):
            counts[offset] += 1
    covered = {offset for span in furniture for offset in range(span.start, span.end)}
    for offset, character in enumerate(text):
        if offset in covered:
            assert counts[offset] == 0
        elif not character.isspace():
            assert counts[offset] == 1


@given(texts_with_furniture())
def test_sentences_are_in_order_and_have_no_white_space_at_their_ends(given: tuple[str, list[Span]]) -> None:
    text, furniture = given
    sentences = sentences_of(text, furniture)
    assert all(sentence.start < sentence.end for sentence in sentences)
    assert all(before.end <= after.start for before, after in pairwise(sentences))
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        assert words == words.strip()


@given(TEXTS)
def test_no_sentence_crosses_the_end_of_a_paragraph(text: str) -> None:
    paragraphs = paragraphs_of(text)
    for sentence in sentences_of(text):
        assert any(paragraph.start <= sentence.start and sentence.end <= paragraph.end for paragraph in paragraphs)


@pytest.mark.parametrize(
    "labelled", [*LABELLED["development"], *LABELLED["held_out"]], ids=lambda labelled: labelled["name"]
)
def test_labelled_news_text_is_split_as_labelled(labelled: dict) -> None:
    is_right = split(labelled["text"]) == labelled["sentences"]
    assert is_right == (labelled["name"] not in KNOWN_MISSES), split(labelled["text"])


def test_dots_and_dashes_alone_are_no_sentence() -> None:
    assert split("It is over. … – ! ") == ["It is over. … – !"]
    assert split("Wait! ... ![picture](x.png) Go.") == ["Wait! ...", "![picture](x.png) Go."]


@pytest.mark.parametrize("word", ["me", "ill", "art", "ore"])
def test_a_word_spelled_like_an_abbreviation_ends_its_sentence(word: str) -> None:
    assert split(f"He spoke of {word}. Eleven people left.") == [f"He spoke of {word}.", "Eleven people left."]


def test_a_shortened_september_does_not_end_its_sentence_before_a_day() -> None:
    assert split("It was out on Sept. 4, after rain. It began in Sept. The rest is known.") == [
        "It was out on Sept. 4, after rain.",
        "It began in Sept.",
        "The rest is known.",
    ]


@pytest.mark.parametrize("number", ["1", "12", "[1]", "[3][4]"])
def test_the_number_of_a_footnote_stays_with_its_sentence(number: str) -> None:
    sentences = [f"The vote was close.{number}", "Nobody left."]
    assert split(" ".join(sentences)) == sentences


def test_furniture_within_a_paragraph_parts_its_sentences() -> None:
    text = "The dam broke. ADVERTISEMENT Nobody knew."
    furniture = [Span(15, 28)]
    assert [text[s.start : s.end] for s in sentences_of(text, furniture)] == ["The dam broke.", "Nobody knew."]


def test_offsets_are_characters_where_a_character_takes_several_bytes() -> None:
    assert split("Die Mühle 🌾 stand still. Zoë schwieg.") == ["Die Mühle 🌾 stand still.", "Zoë schwieg."]


def test_shipped_articles_have_no_sentence_without_a_letter() -> None:
    for article in read_collection(SHIPPED):
        for sentence in sentences_of(article.text, article.furniture):
            assert any(character.isalpha() for character in article.quote(sentence))


def test_question_and_who_asked_it_are_one_sentence_of_the_shipped_article() -> None:
    article = read_collection(SHIPPED).by_id["unfit-for-purpose"]
    quotes = [article.quote(sentence) for sentence in sentences_of(article.text, article.furniture)]
    assert "“I heard there were Kenyans in the country, but where are they?” she asked." in quotes
    assert "“Why are they in Haiti if we don’t see any difference?”" in quotes


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("**Seven dead.** The chief spoke.", ["**Seven dead.**", "The chief spoke."]),
        ("It is over. **Seven** died. *Why?* _Nobody knows._ He left.",
         ["It is over.", "**Seven** died.", "*Why?*", "_Nobody knows._", "He left."]),
        ("The room held 5 * 3 metres. The file was a_b_c. It fell.",
         ["The room held 5 * 3 metres.", "The file was a_b_c.", "It fell."]),
    ],
)  # fmt: skip
def test_marks_of_emphasis_stay_with_the_sentence_that_they_enclose(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences
