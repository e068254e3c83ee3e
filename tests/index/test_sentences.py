import numpy as np
import pytest

from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.index.build import build_index
from clipfile.index.hybrid import HybridIndex
from clipfile.index.late_interaction import max_similarities, passage_similarities
from clipfile.index.sentences import read_by_model, sentence_hits
from clipfile.index.store import open_store

TEXT = "Nine ships wait outside. The union wants more money. It rained."


@pytest.fixture
def index(fake_encoder, tmp_path) -> HybridIndex:
    build_index(Collection((Article("port", TEXT, title="Strike"),)), tmp_path, fake_encoder)
    return HybridIndex(open_store(tmp_path), fake_encoder)


def test_the_sentence_with_the_words_of_the_query_comes_first(index) -> None:
    hits = sentence_hits(index, index.query("union money"), index.search("union money"))
    assert hits[0].quote == "The union wants more money."


def test_each_sentence_of_the_passage_is_there_once(index) -> None:
    hits = sentence_hits(index, index.query("union"), index.search("union"))
    assert sorted(hit.quote for hit in hits) == [
        "It rained.",
        "Nine ships wait outside.",
        "The union wants more money.",
    ]


def test_coverage_is_the_share_of_the_terms_weighted_by_rarity(index) -> None:
    hits = sentence_hits(index, index.query("union money zebra"), index.search("union"))
    best = hits[0]
    assert best.matched == {"union", "money"}
    in_one_of_one, in_none_of_one = np.log1p(0.5 / 1.5), np.log1p(1.5 / 0.5)
    assert best.coverage == pytest.approx(2 * in_one_of_one / (2 * in_one_of_one + in_none_of_one))


def test_max_similarity_is_the_mean_of_the_best_cosines(index, fake_encoder) -> None:
    query = fake_encoder.encode(["money rain"])[0].tokens
    tokens = fake_encoder.encode(["It rained."])[0].tokens
    start = TEXT.index("It rained.")
    similarity = max_similarities(index.store, 0, [Span(start, len(TEXT))], query)
    assert similarity[0] == pytest.approx((tokens @ query.T).max(axis=0).mean(), abs=0.01)


def test_the_similarity_of_a_passage_is_over_all_its_tokens(index, fake_encoder) -> None:
    query = fake_encoder.encode(["money rain"])[0].tokens
    tokens = fake_encoder.encode([TEXT])[0].tokens
    similarity = passage_similarities(index.store, np.array([0]), query)
    assert similarity[0] == pytest.approx((tokens @ query.T).max(axis=0).mean(), abs=0.01)
    assert index.search("money rain")[0].similarity == pytest.approx(similarity[0])


def test_a_sentence_without_token_vectors_has_similarity_0(index, fake_encoder) -> None:
    query = fake_encoder.encode(["money"])[0].tokens
    assert max_similarities(index.store, 0, [Span(900, 910)], query).tolist() == [0]


def test_a_model_reads_the_title_the_sentence_and_the_one_before_it(index) -> None:
    hits = sentence_hits(index, index.query("union money"), index.search("union money"))
    read = dict(zip([hit.quote for hit in hits], read_by_model(index, hits), strict=True))
    assert read["Nine ships wait outside."] == "Strike: Nine ships wait outside."
    assert read["It rained."] == "Strike: It rained. | The union wants more money."
