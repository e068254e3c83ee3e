"""Which word of a sentence stands for which word of a claim: the same stem, else the nearest by the encoder's vectors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clipfile.app.claim_words import Word, content_of, words_in
from clipfile.corpus.article import Span
from clipfile.index.encoder import EncodedText
from clipfile.index.late_interaction import passage_tokens
from clipfile.index.sentences import SentenceHit
from clipfile.index.store import Store

ALIKE = 0.6  # cosine of two words' token vectors from which one may stand for the other
OF_THE_SAME = 2 / 3  # share of a claim's other words from which a sentence surely speaks of the same


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words of a claim and a sentence, and for each word of the claim its partner.

    partners: position in `sentence`, or -1 for a word without one; function words have none.
    likeness: how alike the two are, 1 for the same stem, else the best cosine found, partner or not.
    """

    claim: tuple[Word, ...]
    sentence: tuple[Word, ...]
    partners: tuple[int, ...]
    likeness: tuple[float, ...]

    def held_beside(self, *spans: Span) -> float:
        """The share of the claim's words outside some spans whose stems the sentence holds.

        Little of it, and the two may speak of different things, whatever else of theirs excludes each other. Names do
        not count: most sentences of an article hold some.
        """
        rest = [
            likeness
            for word, likeness in zip(self.claim, self.likeness, strict=True)
            if word.term
            and not (word.is_capitalised and word.start)
            and not any(span.start <= word.start < span.end for span in spans)
        ]
        return rest.count(1.0) / len(rest) if rest else 0.0


def aligned(claim: str, sentence: str, cosines: NDArray[np.float32] | None = None) -> Alignment:
    """The words of a claim and a sentence, paired.

    Args:
        claim: its text.
        sentence: its text.
        cosines: of each word of the claim with each of the sentence, (n_claim_words, n_sentence_words); without them
            only the same stem pairs two words.
    """
    own, others = words_in(claim), words_in(sentence)
    content = content_of(others)
    by_term = {others[position].term: position for position in reversed(content)}
    partners, likeness = [-1] * len(own), [0.0] * len(own)
    for position in content_of(own):
        if own[position].term in by_term:
            partners[position], likeness[position] = by_term[own[position].term], 1.0
        elif cosines is not None and content:
            row = cosines[position, content]
            best = int(row.argmax())
            likeness[position] = float(max(row[best], 0.0))
            if row[best] >= ALIKE:
                partners[position] = content[best]
    return Alignment(own, others, tuple(partners), tuple(likeness))


def word_cosines(store: Store, hit: SentenceHit, claim: str, encoded: EncodedText) -> NDArray[np.float32]:
    """The highest cosine between the tokens of each word of the claim and of the sentence: (n_claim, n_sentence)."""
    tokens, spans = passage_tokens(store, hit.hit.number)
    inside = (spans[:, 0] >= hit.span.start) & (spans[:, 0] < hit.span.end)
    cosines = encoded.tokens @ tokens[inside].T
    own, others = words_in(claim), words_in(hit.quote)
    rows = _tokens_of(own, encoded.spans)
    columns = _tokens_of(others, spans[inside] - hit.span.start)
    found = np.zeros((len(own), len(others)), np.float32)
    by_row = np.stack([_best(cosines, each) for each in rows]) if rows else cosines[:0]
    for column, each in enumerate(columns):
        if len(each):
            found[:, column] = by_row[:, each].max(axis=1)
    return found


def _tokens_of(words: Sequence[Word], spans: NDArray[np.int32]) -> list[NDArray[np.int64]]:
    """The tokens that lie in each word."""
    starts = spans[:, 0]
    return [np.flatnonzero((starts >= word.start) & (starts < word.end)) for word in words]


def _best(cosines: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
    return cosines[rows].max(axis=0) if len(rows) else np.zeros(cosines.shape[1], np.float32)
