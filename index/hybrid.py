"""Hybrid search over passages: BM25 and dense vectors put candidates forward, BM25 and late interaction rank them.

Restrictions by date and outlet hold inside the search.
"""

from bisect import bisect_left
from collections.abc import Collection as Container
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.article import Article, Span
from clipfile.corpus.passages import Passage
from clipfile.index.abbreviations import Abbreviation, both_forms, read_abbreviations
from clipfile.index.dense import DenseIndex
from clipfile.index.encoder import EncodedText, Encoder
from clipfile.index.fusion import weighted_sum
from clipfile.index.late_interaction import passage_similarities
from clipfile.index.names import Names, read_names
from clipfile.index.spelling import read_words
from clipfile.index.store import IndexMismatch, Store
from clipfile.index.threads import keep_to_torch
from clipfile.index.tokens import terms_of

CANDIDATES = 100  # passages that each side puts forward for fusion
LEXICAL_WEIGHT = 0.2  # of BM25 beside late interaction; measured: see eval/FUSION.md
OTHER_FORM_WEIGHT = 0.25  # in BM25, of the form of an abbreviation that a question leaves out: see eval/FUSION.md


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its fused score (0 to 1, comparable within one query only), BM25 score, cosine and similarity.

    similarity: mean over the query's tokens of the best cosine with one of the passage's, -1 to 1.
    """

    passage: Passage
    score: float
    bm25: float
    cosine: float
    similarity: float
    number: int


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it is searched: its search terms, those of the other forms of its abbreviations, and vectors."""

    text: str
    own_terms: tuple[str, ...]
    other_terms: tuple[str, ...]
    encoded: EncodedText

    @property
    def terms(self) -> tuple[str, ...]:
        """All of its terms."""
        return self.own_terms + self.other_terms


class HybridIndex:
    """Searches one generation of an index."""

    def __init__(self, store: Store, encoder: Encoder) -> None:
        """Opens an index for an encoder.

        Raises:
            IndexMismatch: if the index was built with another encoder.
        """
        if (store.settings.encoder, store.settings.fingerprint) != (encoder.name, encoder.fingerprint):
            raise IndexMismatch(
                f"{store.folder.parent} was built with the encoder {store.settings.encoder!r}, not {encoder.name!r} "
                f"as it is now; build it again with: clipfile index FOLDER --index {store.folder.parent}"
            )
        keep_to_torch()
        self.store = store
        self.encoder = encoder
        self._dense = DenseIndex(store.vectors)
        self.query = lru_cache(maxsize=256)(self._make_query)

    def _make_query(self, text: str) -> Query:
        own = terms_of(text)
        forms = dict.fromkeys(term for form in both_forms(text, self.abbreviations) for term in terms_of(form))
        other = [term for term in forms if term not in own]
        return Query(text, tuple(own), tuple(other), self.encoder.encode([text])[0])

    @cached_property
    def abbreviations(self) -> list[Abbreviation]:
        """The abbreviations that the articles expand."""
        return read_abbreviations(self.store.folder)

    @cached_property
    def names(self) -> Names:
        """The outlets and speakers of the articles."""
        return read_names(self.store.folder)

    @cached_property
    def words(self) -> dict[str, int]:
        """The longer words of the articles with how often each occurs."""
        return read_words(self.store.folder)

    def allowed(
        self, as_of: date | None, outlets: Container[str] | None, published: tuple[date, date] | None = None
    ) -> NDArray[np.int64] | None:
        """The passages that a date, outlets and a time of publication admit; None where all are.

        An undated article is later than any date, and from no time of publication.
        """
        if as_of is None and outlets is None and published is None:
            return None
        admitted = np.ones(len(self.store.article_ids), bool)
        if as_of is not None:
            admitted &= self.store.article_days <= as_of.toordinal()
        if outlets is not None:
            admitted &= np.array([outlet in outlets for outlet in self.names.outlets], bool)
        if published is not None:
            first, last = (day.toordinal() for day in published)
            admitted &= (self.store.article_days >= first) & (self.store.article_days <= last)
        return np.flatnonzero(admitted[self.store.passage_articles])

    def bm25(self, query: Query) -> NDArray[np.float32]:
        """The BM25 score of every passage: (n_passages,)."""
        scores = self.store.bm25.scores
        return scores(query.own_terms) + OTHER_FORM_WEIGHT * scores(query.other_terms)

    def search(
        self,
        text: str,
        top_k: int = 20,
        as_of: date | None = None,
        outlets: Container[str] | None = None,
        lexical_weight: float = LEXICAL_WEIGHT,
        published: tuple[date, date] | None = None,
    ) -> list[Hit]:
        """The `top_k` best passages for a text, best first, ties in the order of the collection.

        Raises:
            ValueError: if `top_k` is less than 1.
        """
        if top_k < 1:
            raise ValueError(f"top_k is {top_k}; ask for 1 or more")
        query = self.query(text)
        allowed = self.allowed(as_of, outlets, published)
        bm25 = self.bm25(query)
        numbers = self._candidates(bm25, query, allowed)
        cosines = self.store.vectors[numbers] @ query.encoded.vector
        similarities = passage_similarities(self.store, numbers, query.encoded.tokens)
        fused = weighted_sum(bm25[numbers], similarities, lexical_weight)
        order = np.lexsort((numbers, -np.round(fused, 6)))[:top_k]
        return [
            Hit(
                self.passage(int(numbers[i])),
                float(fused[i]),
                float(bm25[numbers[i]]),
                float(cosines[i]),
                float(similarities[i]),
                int(numbers[i]),
            )
            for i in order
        ]

    def _candidates(
        self, bm25: NDArray[np.float32], query: Query, allowed: NDArray[np.int64] | None
    ) -> NDArray[np.int64]:
        """The best passages of each side, in the order of the collection."""
        matching = np.flatnonzero(bm25 > 0) if allowed is None else allowed[bm25[allowed] > 0]
        if len(matching) > CANDIDATES:
            matching = matching[np.argpartition(-bm25[matching], CANDIDATES)[:CANDIDATES]]
        nearest, _ = self._dense.search(query.encoded.vector, CANDIDATES, allowed)
        return np.union1d(matching, nearest)

    def near(self, number: int, top_k: int, as_of: date | None = None) -> list[int]:
        """The numbers of the passages whose vectors are nearest to a passage's own, itself among them, nearest first."""
        numbers, _ = self._dense.search(self.store.vectors[number], top_k, self.allowed(as_of, None))
        return [int(each) for each in numbers]

    def passage(self, number: int) -> Passage:
        """A passage by its number."""
        article = int(self.store.passage_articles[number])
        first = int(np.searchsorted(self.store.passage_articles, article))
        return self.store.indexed_article(article).passages[number - first]

    def article(self, article_id: str) -> Article:
        """An article by its id."""
        return self.store.indexed_article(self.store.numbers[article_id]).article

    def sentences(self, passage: Passage) -> list[Span]:
        """The sentences of a passage, in order."""
        indexed = self.store.indexed_article(self.store.numbers[passage.article_id])
        return [span for span in indexed.sentences if passage.start <= span.start < passage.end]

    def sentences_before(self, article_id: str, span: Span, count: int = 1) -> tuple[Span, ...]:
        """The sentences of an article before one of them, in order, `count` at the most."""
        sentences = self.store.indexed(article_id).sentences
        place = bisect_left(sentences, span)
        return tuple(sentences[max(0, place - count) : place])
