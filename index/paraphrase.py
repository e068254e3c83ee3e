"""Whether a sentence of the index says in other words what a text says: signals, and the probability they give.

Late interaction in both directions (Khattab and Zaharia, "ColBERT", 2020, doi:10.1145/3397271.3401075), the rare words that
each has of the other, and whether the text's figures and names are there.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from clipfile.corpus.article import Article, Span
from clipfile.index.hybrid import Hit, HybridIndex, Query
from clipfile.index.late_interaction import passage_tokens
from clipfile.index.sentences import rarity
from clipfile.index.tokens import terms_of, words_of

# Fitted on eval/trace/paraphrases.jsonl against sentences of which no other article says the same; eval/trace_measure.py
EVEN = 2.4  # sum of the signals at which it is as likely as not
SHARED_NUMBER = 0.3  # what each number that both have adds to it, up to MOST_NUMBERS
MOST_NUMBERS = 2
LEAST_FORWARD = 0.55  # of the text has to stand in the sentence, not only the sentence in the text
STEEPNESS = 8.0
LEAST_NAMES = 0.5  # share of the text's names: a first name or a title may be left out
TEXTS_KEPT = 20_000  # sentences whose words are kept, since the same ones are near the next text
REWRITE = 0.5  # probability from which a sentence is shown as a rewrite

_NUMBER = re.compile(r"\d")
_NAME = re.compile(r"(?<=[\w,;:’'] )[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class ParaphraseSignals:
    """How a sentence compares with a text; shares from 0 to 1, cosines from -1 to 1.

    forward: mean over the text's tokens of the best cosine with a token of the sentence; `back` the reverse.
    held: share of the text's terms, weighted by rarity, that the sentence has; `holds` the reverse.
    numbers: share of the text's numbers that stand in the sentence, 1 of none; `shared` is how many do.
    names: share of the text's capitalised words that do, 1 of none.
    """

    forward: float
    back: float
    held: float
    holds: float
    numbers: float
    names: float
    shared: int


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A sentence of a passage that was found, and how it compares with the text."""

    article: Article
    span: Span
    signals: ParaphraseSignals


def paraphrases(index: HybridIndex, query: Query, hits: Sequence[Hit]) -> list[Paraphrase]:
    """Every sentence of the passages with its signals, in the order of the passages."""
    found = []
    for hit in hits:
        article = index.article(hit.passage.article_id)
        tokens, spans = passage_tokens(index.store, hit.number)
        cosines = tokens @ query.encoded.tokens.T
        for span in index.sentences(hit.passage):
            own = (spans[:, 0] >= span.start) & (spans[:, 0] < span.end)
            if own.any():
                found.append(Paraphrase(article, span, _signals(index, query, article.quote(span), cosines[own])))
    return found


def _signals(index: HybridIndex, query: Query, quote: str, cosines: np.ndarray) -> ParaphraseSignals:
    asked, given = set(query.terms), _terms(quote)
    return ParaphraseSignals(
        float(cosines.max(axis=0).mean()),
        float(cosines.max(axis=1).mean()),
        _weighted_share(index, asked & given, asked),
        _weighted_share(index, asked & given, given),
        _share(_numbers(query.text), _numbers(quote)),
        _share(_names(query.text), _words(quote)),
        len(_numbers(query.text) & _numbers(quote)),
    )


def _weighted_share(index: HybridIndex, part: Set[str], whole: Set[str]) -> float:
    total = sum(rarity(index, term) for term in whole)
    return sum(rarity(index, term) for term in sorted(part)) / total if total else 0.0


def _share(wanted: Set[str], held: Set[str]) -> float:
    return len(wanted & held) / len(wanted) if wanted else 1.0


@lru_cache(TEXTS_KEPT)
def _terms(text: str) -> frozenset[str]:
    return frozenset(terms_of(text))


@lru_cache(TEXTS_KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


@lru_cache(TEXTS_KEPT)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(word for word in _words(text) if _NUMBER.match(word))


@lru_cache(TEXTS_KEPT)
def _names(text: str) -> frozenset[str]:
    return frozenset(word for name in _NAME.findall(text) for word in words_of(name))


def rewrite_probability(signals: ParaphraseSignals) -> float:
    """How probable it is that the sentence says what the text says, 0 to 1.

    A text with a number or a name that the sentence lacks is not what the sentence says.
    """
    if signals.numbers < 1 or signals.names < LEAST_NAMES or signals.forward < LEAST_FORWARD:
        return 0.0
    likeness = signals.forward + signals.back + signals.held + signals.holds
    likeness += SHARED_NUMBER * min(signals.shared, MOST_NUMBERS)
    return float(1 / (1 + np.exp(-STEEPNESS * (likeness - EVEN))))
