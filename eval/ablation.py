"""What each part of retrieval is worth: the same questions on the same articles, one part left out or exchanged."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import bounds
from clipfile.eval.gold import Question
from clipfile.eval.places import Place
from clipfile.eval.ranking import Rank, question_rankings
from clipfile.eval.result import Variant
from clipfile.eval.summary import means
from clipfile.index.build import build_index
from clipfile.index.encoder import Encoder
from clipfile.index.fusion import reciprocal_rank_fusion, weighted_sum
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

SHIPPED_WORDS = 90
OTHER_WORDS = (1, 40, 200)  # 1: every sentence is a passage of its own


@dataclass(frozen=True, slots=True)
class RankingVariant:
    """A way to rank, by name; `passages` are all that it ranks."""

    name: str
    note: str
    rank: Rank
    passages: Sequence[Place]


def retrieval_variants(
    collection: Collection, encoder: Encoder, folder: Path, installed: Encoder | None = None
) -> list[RankingVariant]:
    """The rankings to compare; their indexes are built into subfolders of `folder`.

    `installed` is the encoder before it was trained, for rows of its own.
    """
    titled = _index(collection, encoder, folder / "titled", SHIPPED_WORDS)
    plain = _index(_without_titles(collection), encoder, folder / "plain", SHIPPED_WORDS)
    variants = [
        RankingVariant(
            "rank-bm25, as in its manual", "split at spaces, no title", _rank_bm25(titled), places_of(titled)
        ),
        _variant("BM25 alone", "stems, title as context", titled, lexical_only),
        _variant("BM25 alone, no title", "", plain, lexical_only),
        _variant("dense alone", "title as context", titled, dense_only),
        _variant("dense alone, no title", "", plain, dense_only),
        _variant("reciprocal rank fusion", "k = 60", titled, rank_fusion),
        _variant("weighted sum of BM25 and cosines", "", titled, cosine_sum),
        _variant("BM25 and late interaction, no title", "", plain, as_shipped),
        _variant(
            "BM25 and late interaction (as shipped)",
            f"{SHIPPED_WORDS}-word passages, title as context",
            titled,
            as_shipped,
        ),
    ]
    if installed:
        untrained = _index(collection, installed, folder / "installed", SHIPPED_WORDS)
        variants.append(_variant(f"dense alone, {installed.name}", "not trained", untrained, dense_only))
        variants.append(_variant(f"BM25 and late interaction, {installed.name}", "not trained", untrained, as_shipped))
    for words in OTHER_WORDS:
        index = _index(collection, encoder, folder / f"words_{words}", words)
        name = "single sentences" if words == 1 else f"{words}-word passages"
        variants.append(_variant(f"BM25 and late interaction, {name}", "", index, as_shipped))
    return variants


def measured(
    variants: Sequence[RankingVariant], questions: Sequence[Question], queries: Mapping[str, str]
) -> list[Variant]:
    """The measures of each ranking, over the questions that have an answer."""
    rows = []
    for variant in variants:
        _, by_question = question_rankings(questions, variant.rank, variant.passages, queries)
        rows.append(Variant(variant.name, variant.note, means(list(by_question.values()))))
    return rows


Search = Callable[[HybridIndex, str, str | None, int], list[int]]
"""From an index, a query, an as-of date and a number of passages to passage numbers, best first."""


def _variant(name: str, note: str, index: HybridIndex, search: Search) -> RankingVariant:
    passages = places_of(index)
    return RankingVariant(
        name, note, lambda query, as_of, depth: [passages[n] for n in search(index, query, as_of, depth)], passages
    )


def as_shipped(index: HybridIndex, query: str, as_of: str | None, depth: int) -> list[int]:
    """The ranking that the desk uses."""
    return [hit.number for hit in index.search(query, depth, last_day(as_of))]


def lexical_only(index: HybridIndex, query: str, as_of: str | None, depth: int) -> list[int]:
    """By BM25 alone; what shares no term with the query is not found."""
    scores = index.bm25(index.query(query))
    return _best(index, np.where(scores > 0, scores, -np.inf), as_of, depth)


def dense_only(index: HybridIndex, query: str, as_of: str | None, depth: int) -> list[int]:
    """By cosine alone."""
    return _best(index, index.store.vectors @ index.query(query).encoded.vector, as_of, depth)


def rank_fusion(index: HybridIndex, query: str, as_of: str | None, depth: int) -> list[int]:
    """By reciprocal rank fusion of BM25 and cosine, over the passages that the date admits."""
    asked = index.query(query)
    admitted = _admitted(index, as_of)
    bm25 = np.where(admitted, index.bm25(asked), 0)
    cosine = np.where(admitted, index.store.vectors @ asked.encoded.vector, 0)
    return _best(index, reciprocal_rank_fusion(bm25, cosine), as_of, depth)


def cosine_sum(index: HybridIndex, query: str, as_of: str | None, depth: int, weight: float = 0.4) -> list[int]:
    """By the weighted sum of BM25, which has the weight given, and cosine, over the passages that the date admits."""
    asked = index.query(query)
    admitted = _admitted(index, as_of)
    scores = np.full(len(index.store), -np.inf, np.float32)
    cosines = index.store.vectors[admitted] @ asked.encoded.vector
    scores[admitted] = weighted_sum(index.bm25(asked)[admitted], cosines, weight)
    return _best(index, scores, as_of, depth)


def last_day(as_of: str | None) -> date | None:
    """The last day that an as-of date can mean."""
    return bounds(as_of)[1] if as_of else None


def _admitted(index: HybridIndex, as_of: str | None) -> NDArray[np.bool_]:
    allowed = index.allowed(last_day(as_of), None)
    admitted = np.ones(len(index.store), bool) if allowed is None else np.zeros(len(index.store), bool)
    if allowed is not None:
        admitted[allowed] = True
    return admitted


def _best(index: HybridIndex, scores: NDArray[np.float32], as_of: str | None, depth: int) -> list[int]:
    scores = np.where(_admitted(index, as_of), scores, -np.inf)
    ordered = np.argsort(-scores, kind="stable")[:depth]
    return [int(number) for number in ordered if scores[number] > -np.inf]


def _rank_bm25(index: HybridIndex) -> Rank:
    from rank_bm25 import BM25Okapi

    passages = places_of(index)
    texts = [index.article(place.article_id).text[place.start : place.end] for place in passages]
    fitted = BM25Okapi([text.lower().split() for text in texts])

    def rank(query: str, as_of: str | None, depth: int) -> list[Place]:
        return [passages[n] for n in _best(index, fitted.get_scores(query.lower().split()), as_of, depth)]

    return rank


def places_of(index: HybridIndex) -> list[Place]:
    """All passages of an index, by number."""
    store = index.store
    return [
        Place(store.article_ids[article], int(start), int(end))
        for article, (start, end) in zip(store.passage_articles, store.passage_spans, strict=True)
    ]


def _without_titles(collection: Collection) -> Collection:
    return Collection(tuple(replace(article, title=None) for article in collection))


def _index(collection: Collection, encoder: Encoder, folder: Path, words: int) -> HybridIndex:
    build_index(collection, folder, encoder, words)
    return HybridIndex(open_store(folder), encoder)
