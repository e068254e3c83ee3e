from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.article import Article, Span
from clipfile.corpus.passages import Passage, passages_of
from clipfile.corpus.reading import read_collection
from clipfile.corpus.sentences import sentences_of

SHIPPED = Path(__file__).parents[2] / "corpus" / "articles"


def text_of(paragraphs: list[list[int]]) -> str:
    """Paragraphs of sentences of so many words: [[2, 3]] is "W w. W w w."."""
    return "\n".join(
        " ".join(" ".join(["W", *["w"] * (words - 1)]) + "." for words in paragraph) for paragraph in paragraphs
    )


def lengths(paragraphs: list[list[int]], words: int = 90) -> list[int]:
    """The number of words of each passage."""
    text = text_of(paragraphs)
    sentences = [Span(*match) for match in _sentences(text)]
    return [len(text[p.start : p.end].split()) for p in passages_of("a", text, sentences, words)]


def _sentences(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for offset, character in enumerate(text):
        if character == ".":
            found.append((start, offset + 1))
            start = offset + 2
    return found


def test_ids_count_from_one() -> None:
    assert passages_of("gates", "Open. Shut.", [Span(0, 5), Span(6, 11)]) == [Passage("gates#1", "gates", 0, 11)]


def test_no_sentence_no_passage() -> None:
    assert passages_of("a", "", []) == []


def test_passage_ends_at_the_end_of_a_paragraph() -> None:
    # 80 + 80 words: one passage for each paragraph, and not 90 + 70.
    assert lengths([[10] * 8, [10] * 8]) == [80, 80]


def test_short_paragraphs_share_a_passage() -> None:
    assert lengths([[10] * 3, [10] * 3, [10] * 3]) == [90]


def test_long_paragraph_is_cut_between_sentences() -> None:
    assert lengths([[10] * 18]) == [90, 90]


def test_sentence_longer_than_a_passage_stands_alone() -> None:
    assert lengths([[60], [300], [60]]) == [60, 300, 60]


def test_wished_length_is_followed() -> None:
    assert lengths([[10] * 12], words=30) == [30, 30, 30, 30]


def test_passage_ends_before_furniture() -> None:
    text = "The dam broke. Read more Nobody knew."
    sentences = sentences_of(text, [Span(15, 24)])
    assert [text[p.start : p.end] for p in passages_of("a", text, sentences)] == ["The dam broke.", "Nobody knew."]


def test_wished_length_of_no_words_is_refused() -> None:
    with pytest.raises(ValueError, match="words is 0; a passage has at least 1 word"):
        passages_of("a", "Open.", [Span(0, 5)], words=0)


@given(st.lists(st.lists(st.integers(1, 150), min_size=1, max_size=6), max_size=8), st.integers(1, 200))
def test_passages_are_whole_sentences_and_lose_none(paragraphs: list[list[int]], words: int) -> None:
    text = text_of(paragraphs)
    sentences = [Span(*match) for match in _sentences(text)]
    passages = passages_of("a", text, sentences, words)
    assert all(before.end <= after.start for before, after in pairwise(passages))
    for sentence in sentences:
        assert sum(p.start <= sentence.start and sentence.end <= p.end for p in passages) == 1
    assert {p.start for p in passages} <= {sentence.start for sentence in sentences}
    assert {p.end for p in passages} <= {sentence.end for sentence in sentences}
    for passage in passages:
        inside = [s for s in sentences if passage.start <= s.start < passage.end]
        assert len(inside) == 1 or len(text[passage.start : passage.end].split()) <= 4 / 3 * words


@pytest.mark.parametrize("article", list(read_collection(SHIPPED)), ids=lambda article: article.article_id)
def test_shipped_passages_hold_no_furniture_and_have_60_to_120_words(article: Article) -> None:
    sentences = sentences_of(article.text, article.furniture)
    passages = passages_of(article.article_id, article.text, sentences)
    for passage in passages:
        assert not any(span.overlaps(Span(passage.start, passage.end)) for span in article.furniture)
    counts = [len(article.text[p.start : p.end].split()) for p in passages]
    assert sum(60 <= count <= 120 for count in counts) >= len(counts) - 1
