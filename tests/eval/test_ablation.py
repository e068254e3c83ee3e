"""Exchanged parts and peers over a small collection, with an encoder whose vectors count letters."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from rank_bm25 import BM25Okapi
from tests_encoder import FakeEncoder

from clipfile.app.desk import Desk
from clipfile.corpus.collection import Collection
from clipfile.eval.ablation import OTHER_WORDS, lexical_only, measured, places_of, retrieval_variants
from clipfile.eval.answer_variants import answer_variants, measured_answers, passages_shown
from clipfile.eval.gold import Question
from clipfile.eval.peers import OVERLAP, WINDOW, PeerMissing, plain_retriever, remembered, txtai_index, windows
from clipfile.eval.places import Place
from clipfile.eval.remembering import RememberingEncoder, RememberingReranker
from clipfile.index.build import build_index
from clipfile.index.cross_encoder import CrossEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store


@pytest.fixture
def index(collection: Collection, tmp_path: Path) -> HybridIndex:
    build_index(collection, tmp_path / "index", FakeEncoder(), 10)
    return HybridIndex(open_store(tmp_path / "index"), FakeEncoder())


def test_every_variant_is_measured_on_the_same_questions(
    collection: Collection, disagreement: Question, absent: Question, tmp_path: Path
) -> None:
    variants = retrieval_variants(collection, FakeEncoder(), tmp_path)
    rows = measured(variants, [disagreement, absent], {})
    assert len(rows) == len({row.name for row in rows}) == 9 + len(OTHER_WORDS)
    with_untrained = retrieval_variants(collection, FakeEncoder(), tmp_path, FakeEncoder())
    assert {"dense alone, fake", "BM25 and late interaction, fake"} <= {variant.name for variant in with_untrained}
    assert {row.measures["gold_hit@3"].n for row in rows} == {1}  # the one question that the articles answer


def test_rank_bm25_ranks_as_rank_bm25_does(collection: Collection, tmp_path: Path) -> None:
    (variant, *_) = retrieval_variants(collection, FakeEncoder(), tmp_path)
    texts = [collection.by_id[each.article_id].text[each.start : each.end] for each in variant.passages]
    scores = BM25Okapi([text.lower().split() for text in texts]).get_scores("the inquiry found".split())
    assert variant.rank("The inquiry found", None, 1) == [variant.passages[int(np.argmax(scores))]]


@pytest.mark.parametrize("number", range(8))
def test_no_variant_uses_an_article_after_the_date(number: int, collection: Collection, tmp_path: Path) -> None:
    variant = retrieval_variants(collection, FakeEncoder(), tmp_path)[number]
    ranked = variant.rank("How many people died in the fire?", "2030-05", 100)
    assert {place.article_id for place in ranked} <= {"fire"}


def test_bm25_alone_finds_only_what_shares_a_term(index: HybridIndex) -> None:
    found = [places_of(index)[number].article_id for number in lexical_only(index, "inquiry", None, 10)]
    assert found == ["inquiry"]


def test_ways_to_answer_quote_verbatim(index: HybridIndex, collection: Collection, disagreement: Question) -> None:
    variants = answer_variants(Desk(index), collection, FakeEncoder())
    for name, note, ask in variants:
        row = measured_answers(name, note, ask, [disagreement], collection)
        assert row.measures["verbatim"].value == 1


def test_whole_passages_are_shown_as_they_are_ranked(collection: Collection, disagreement: Question) -> None:
    ranking = [Place("inquiry", 0, 77), Place("fire", 0, 88)]
    ask = passages_shown(lambda query, as_of, depth: ranking[:depth], collection)
    answer = ask("How many?", (), None)
    assert [each["quote"] for each in answer["citations"]] == [
        collection.by_id[each].text for each in ("inquiry", "fire")
    ]


def test_a_remembering_encoder_encodes_each_text_once() -> None:
    inside = FakeEncoder()
    encoder = RememberingEncoder(inside)
    first = encoder.encode(["one", "two", "one"])
    second = encoder.encode(["two", "three"])
    assert inside.encoded == ["one", "two", "three"]
    assert first[0] is first[2]
    assert first[1] is second[0]
    assert (encoder.name, encoder.fingerprint, encoder.dimension) == ("fake", "fake-1", inside.dimension)


def test_a_remembering_reranker_reads_each_pair_once() -> None:
    read: list[tuple[str, str]] = []

    class Counting(CrossEncoder):
        def logits(self, text: str, sentences: Sequence[str]) -> np.ndarray:
            read.extend((text, sentence) for sentence in sentences)
            return np.array([[len(text) + len(sentence)] for sentence in sentences], np.float32)

    reranker = RememberingReranker(Counting("counting", 1))
    assert reranker.logits("four", ["a", "bb"]).tolist() == [[5], [6]]
    assert reranker.logits("four", ["bb", "ccc", "a", "ccc"]).tolist() == [[6], [7], [5], [7]]
    assert reranker.logits("five5", ["a"]).tolist() == [[6]]
    assert read == [("four", "a"), ("four", "bb"), ("four", "ccc"), ("five5", "a")]
    assert reranker.logits("four", []).shape == (0, 1)


def test_windows_cover_every_character_and_overlap(collection: Collection) -> None:
    long = replace(collection.articles[0], text="x" * 2500)
    cut = windows(Collection((long,)))
    assert [(each.start, each.end) for each in cut] == [(0, WINDOW), (800, 1800), (1600, 2500)]
    assert cut[1].start == WINDOW - OVERLAP
    assert len(windows(collection)) == 3  # short articles are one window each


def test_the_plain_retriever_ranks_by_cosine(collection: Collection) -> None:
    rank, places = plain_retriever(collection, FakeEncoder())
    assert [each.article_id for each in rank(collection.by_id["inquiry"].text, None, 1)] == ["inquiry"]
    assert len(places) == 3


def test_a_remembered_ranking_is_made_once() -> None:
    asked = []

    def rank(query: str, as_of: str | None, depth: int) -> list[Place]:
        asked.append((query, depth))
        return [Place("a", number, number + 1) for number in range(depth)]

    remembering = remembered(rank)
    assert len(remembering("q", None, 3)) == 3
    assert len(remembering("q", None, 100)) == 100
    assert asked == [("q", 100)]


def test_a_peer_that_is_not_installed_says_how_to_install_it(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clipfile.eval.peers.find_spec", lambda name: None)
    with pytest.raises(PeerMissing, match=r"txtai is not installed; install it with: pip install '.\[peers\]'"):
        txtai_index(collection, [], FakeEncoder())
