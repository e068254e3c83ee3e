"""Origins of a collection from its index: sentence vectors, the pairs worth comparing, and what is kept on disk."""

import json
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.alignment import aligned
from clipfile.corpus.changes import Change, changes_between
from clipfile.corpus.lineage import Derivation, ToldBy, derivations_of
from clipfile.corpus.origins import COPY, FEWEST_RUNS, Kind, Origin, Shared, origin_numbers, origins_of
from clipfile.corpus.shingles import ShingledTexts, runs_outside_quotations
from clipfile.index.encoder import unit
from clipfile.index.late_interaction import passage_tokens
from clipfile.index.store import Store
from clipfile.index.tokens import terms_of

NEAREST = 10  # articles with which each is compared sentence by sentence
ALIKE = 0.5  # cosine of two articles' mean vectors below which they are not; rewrites had .68 and more
ARTICLES_AT_ONCE = 1024
ARTICLES_KEPT = 4096  # whose sentence vectors are in memory at once

ORIGINS = "origins.npy"
DERIVATIONS = "derivations.json"


def find_origins(store: Store) -> tuple[list[int], list[Derivation]]:
    """The number of each article's origin, and the derivations, from the passages and vectors of an index."""
    n_articles = len(store.article_ids)
    comparing = _Comparing(store)
    candidates = set(comparing.texts.pairs(COPY)) | set(near_pairs(article_vectors(store)))
    related = [shared for pair in sorted(candidates) if (shared := comparing.shared(*pair)).kind]
    articles = [store.indexed_article(number).article for number in range(n_articles)] if related else []
    derivations = derivations_of(articles, related, comparing.lengths) if related else []
    return origin_numbers(n_articles, [(pair.one, pair.other) for pair in related]), derivations


class _Comparing:
    """Compares two articles of an index; what it needs of each is made when it is first asked for."""

    def __init__(self, store: Store) -> None:
        numbers = range(len(store.article_ids))
        self.store = store
        self.texts = ShingledTexts(
            (each.article, each.sentences) for each in (store.indexed_article(number) for number in numbers)
        )
        self.lengths = [len(runs) for runs in self.texts.runs]
        self.terms = lru_cache(ARTICLES_KEPT)(self._terms)
        self.own = lru_cache(ARTICLES_KEPT)(
            lambda number: runs_outside_quotations((each := store.indexed_article(number)).article, each.sentences)
        )
        self.vectors = lru_cache(ARTICLES_KEPT)(lambda number: sentence_vectors(store, number))

    def _terms(self, number: int) -> frozenset[str]:
        each = self.store.indexed_article(number)
        return frozenset(term for span in each.sentences for term in terms_of(each.article.quote(span)))

    def _own(self, one: int, other: int) -> float:
        """The share of the shorter article's runs outside quotations that stand in the other; 1 where it has few."""
        fewer, more = sorted((self.own(one), self.own(other)), key=len)
        return len(fewer & more) / len(fewer) if len(fewer) >= FEWEST_RUNS else 1.0

    def shared(self, one: int, other: int) -> Shared:
        """What two articles share."""
        runs = min(self.lengths[one], self.lengths[other])
        terms = self.terms(one), self.terms(other)
        vectors = self.vectors(one), self.vectors(other)
        counterparts = len(aligned(*vectors))
        contained = self.texts.containment(one, other), self.texts.containment(other, one)
        return Shared(
            one,
            other,
            verbatim=max(contained),
            sentences=counterparts,
            aligned=counterparts / max(1, min(map(len, vectors))),
            terms=len(terms[0] & terms[1]) / max(1, min(map(len, terms))),
            runs=runs * self.texts.sampling,
            own=self._own(one, other) if max(contained) >= COPY else 1.0,
            contained=contained,
        )


def sentence_vectors(store: Store, article: int) -> NDArray[np.float32]:
    """The mean of each sentence's token vectors: (n_sentences, dimension), float32, rows of unit length.

    A sentence beyond the encoder's window has a zero vector.
    """
    sentences = store.indexed_article(article).sentences
    vectors = np.zeros((len(sentences), store.vectors.shape[1]), np.float32)
    starts = [sentence.start for sentence in sentences]
    first, last = np.searchsorted(store.passage_articles, (article, article + 1))
    for passage in range(first, last):
        tokens, spans = passage_tokens(store, passage)
        if len(tokens):
            rows = np.searchsorted(starts, spans[:, 0], side="right") - 1
            edges = np.flatnonzero(np.diff(rows, prepend=rows[0] - 1))
            vectors[rows[edges]] += np.add.reduceat(tokens, edges)
    return unit(vectors)


def article_vectors(store: Store) -> NDArray[np.float32]:
    """The mean of each article's passage vectors: (n_articles, dimension), float32, rows of unit length."""
    vectors = np.zeros((len(store.article_ids), store.vectors.shape[1]), np.float32)
    if len(store):
        edges = np.flatnonzero(np.diff(store.passage_articles, prepend=-1))
        vectors[store.passage_articles[edges]] = np.add.reduceat(np.asarray(store.vectors), edges)
    return unit(vectors)


def near_pairs(vectors: NDArray[np.float32]) -> list[tuple[int, int]]:
    """The pairs of articles, one of which is among the other's nearest.

    Args:
        vectors: (n_articles, dimension), rows of unit length.
    """
    pairs: set[tuple[int, int]] = set()
    n_near = min(NEAREST + 1, len(vectors))
    for start in range(0, len(vectors), ARTICLES_AT_ONCE):
        cosines = vectors[start : start + ARTICLES_AT_ONCE] @ vectors.T
        near = np.argpartition(-cosines, n_near - 1, axis=1)[:, :n_near]
        rows, columns = np.nonzero(np.take_along_axis(cosines, near, 1) >= ALIKE)
        for row, column in zip((rows + start).tolist(), near[rows, columns].tolist(), strict=True):
            if row != column:
                pairs.add((min(row, column), max(row, column)))
    return sorted(pairs)


def write_origins(generation: Path) -> None:
    """Finds the origins of a generation that is otherwise complete, and writes them beside its other files."""
    numbers, derivations = find_origins(Store(generation))
    np.save(generation / ORIGINS, np.array(numbers, np.int32))
    records = [
        {
            "source": each.source,
            "derived": each.derived,
            "kind": each.kind,
            "order_known": each.order_known,
            "told_by": each.told_by,
            "verbatim": each.verbatim,
            "aligned": each.aligned,
        }
        for each in derivations
    ]
    (generation / DERIVATIONS).write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")


def read_derivations(store: Store) -> list[Derivation]:
    """The derivations of an index, in the order of the derived articles."""
    path = store.folder / DERIVATIONS
    records = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return [
        Derivation(
            each["source"],
            each["derived"],
            Kind(each["kind"]),
            each["order_known"],
            ToldBy(each["told_by"]),
            each["verbatim"],
            each["aligned"],
        )
        for each in records
    ]


class ArticleUnknown(ValueError):
    """An article that is not in the index; the message says what to do."""


def changes_in(store: Store, source: str, derived: str) -> list[Change]:
    """What became of each sentence of one article in another, by their ids.

    Raises:
        ArticleUnknown: if an article is not in the index.
    """
    for article_id in (source, derived):
        if article_id not in store.numbers:
            raise ArticleUnknown(f"{article_id!r} is not among the articles; list them with: clipfile articles")
    numbers = store.numbers[source], store.numbers[derived]
    one, other = (store.indexed_article(number) for number in numbers)
    vectors = sentence_vectors(store, numbers[0]), sentence_vectors(store, numbers[1])
    return changes_between(one.article, other.article, (one.sentences, other.sentences), vectors)


def read_origins(store: Store) -> list[Origin]:
    """The origins of an index, in order."""
    return origins_of(store.article_ids, store.origins.tolist())
