"""From passages found to the sentences in them, each with the signals that say whether it answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from clipfile.corpus.article import Article, Span
from clipfile.index.cross_encoder import text_for_model
from clipfile.index.hybrid import Hit, HybridIndex, Query
from clipfile.index.late_interaction import max_similarities
from clipfile.index.tokens import terms_of

_ASKS = re.compile(r"\?[*_”’»\"')\]\s]*$")
SENTENCES_KEPT = 20_000  # whose terms are kept, since the next question finds many of the same


@dataclass(frozen=True, slots=True)
class SentenceHit:
    """A sentence of a passage that was found.

    max_similarity: mean over the query's tokens of the best cosine with a token of the sentence, -1 to 1.
    coverage: share of the query's terms, weighted by rarity, that the sentence or its title holds, 0 to 1.
    matched: the query's terms that the sentence holds.
    """

    article: Article
    span: Span
    hit: Hit
    max_similarity: float
    coverage: float
    matched: frozenset[str]

    @property
    def quote(self) -> str:
        """The sentence, verbatim."""
        return self.article.quote(self.span)

    @property
    def is_question(self) -> bool:
        """Whether the sentence asks: a headline or an interviewer's words, which answer nothing."""
        return bool(_ASKS.search(self.quote))


def rarity(index: HybridIndex, term: str) -> float:
    """Inverse document frequency as in Lucene's BM25, always above 0."""
    holding = index.store.bm25.holding(term)
    return float(np.log1p((len(index.store) - holding + 0.5) / (holding + 0.5)))


@lru_cache(SENTENCES_KEPT)
def _terms(sentence: str) -> frozenset[str]:
    return frozenset(terms_of(sentence))


def sentence_hits(index: HybridIndex, query: Query, hits: Sequence[Hit]) -> list[SentenceHit]:
    """The sentences of the passages, best `max_similarity` first, ties in the order of the passages."""
    weights = {term: rarity(index, term) for term in query.terms}
    total = sum(weights.values()) or 1.0
    found = []
    for hit in hits:
        article = index.article(hit.passage.article_id)
        sentences = index.sentences(hit.passage)
        similarities = max_similarities(index.store, hit.number, sentences, query.encoded.tokens)
        for span, similarity in zip(sentences, similarities, strict=True):
            matched = _terms(article.quote(span)) & weights.keys()
            coverage = sum(weights[term] for term in matched) / total
            found.append(SentenceHit(article, span, hit, float(similarity), coverage, matched))
    return sorted(found, key=lambda each: -round(each.max_similarity, 6))


def read_by_model(index: HybridIndex, hits: Sequence[SentenceHit]) -> list[str]:
    """What the reranker and the stance model read of each sentence: it, its article's title and the sentence before it."""
    read = []
    for hit in hits:
        before = [hit.article.quote(span) for span in index.sentences_before(hit.article.article_id, hit.span)]
        read.append(text_for_model(hit.quote, hit.article.title, "".join(before)))
    return read
