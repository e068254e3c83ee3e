import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from clipfile.app.desk import shipped_articles
from clipfile.corpus.passages import passages_of
from clipfile.corpus.reading import read_collection
from clipfile.corpus.sentences import sentences_of
from clipfile.index.bm25 import compile_bm25, load_bm25
from clipfile.index.tokens import terms_of

WORDS = st.sampled_from(["gang", "port", "police", "haiti", "mission", "water", "strike", "dam"])


@given(st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=20).filter(any), st.lists(WORDS, max_size=5))
def test_scores_equal_those_of_rank_bm25_on_random_texts(passages: list[list[str]], query: list[str]) -> None:
    expected = BM25Okapi(passages).get_scores(query)
    assert compile_bm25(passages).scores(query) == pytest.approx(expected, abs=1e-5)


def test_scores_equal_those_of_rank_bm25_on_the_shipped_articles() -> None:
    passages = [
        terms_of(article.text[passage.start : passage.end])
        for article in read_collection(shipped_articles())
        for passage in passages_of(article.article_id, article.text, sentences_of(article.text, article.furniture))
    ]
    theirs, ours = BM25Okapi(passages), compile_bm25(passages)
    vocabulary = sorted({term for passage in passages for term in passage})
    for seed in range(50):
        query = random.Random(seed).sample(vocabulary, 6)
        assert ours.scores(query) == pytest.approx(theirs.get_scores(query), abs=1e-4)


def test_a_word_in_exactly_half_of_the_passages_weighs_nothing_as_in_rank_bm25() -> None:
    scores = compile_bm25([["port", "strike"], ["port"], ["dam"], ["water"]]).scores(["port"])
    assert scores.tolist() == [0, 0, 0, 0]


def test_a_passage_without_a_word_of_the_query_scores_nothing() -> None:
    scores = compile_bm25([["port", "strike"], ["dam"], ["water"], ["gang"]]).scores(["strike", "unknown"])
    assert scores[0] > 0
    assert scores[1:].tolist() == [0, 0, 0]


def test_saved_postings_give_the_same_scores(tmp_path) -> None:
    fitted = compile_bm25([["port", "strike"], ["dam", "dam"], ["water"]])
    fitted.save(tmp_path)
    assert np.array_equal(load_bm25(tmp_path, 3).scores(["dam"]), fitted.scores(["dam"]))


@pytest.mark.parametrize("passages", [[], [[]], [[], []]], ids=["none", "one empty", "two empty"])
def test_a_collection_without_words_has_only_zeros(passages: list[list[str]]) -> None:
    assert compile_bm25(passages).scores(["dam"]).tolist() == [0] * len(passages)
