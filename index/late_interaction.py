"""How well passages and their sentences answer a query, from the token vectors that encoding the passages gave.

Every query token is matched with its most similar token of the passage or sentence: MaxSim of Khattab and Zaharia, "ColBERT"
(2020), doi:10.1145/3397271.3401075, here with the tokens of a bi-encoder that was not trained for it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.article import Span
from clipfile.index.store import Store


def passage_tokens(store: Store, passage: int) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
    """The token vectors of a passage, (n_tokens, dimension), and their characters in the article, (n_tokens, 2)."""
    held = slice(store.token_starts[passage], store.token_starts[passage + 1])
    vectors = np.asarray(store.tokens[held], np.float32) * np.asarray(store.token_scales[held], np.float32)[:, None]
    return vectors, np.asarray(store.token_spans[held])


def passage_similarities(store: Store, passages: NDArray[np.int64], query: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each passage, by its number, the mean over the query's tokens of the highest cosine with one of its tokens: (n,).

    `query` has the query's token vectors, (n_query_tokens, dimension), rows of unit length.
    """
    found = np.zeros(len(passages), np.float32)
    for row, passage in enumerate(passages.tolist()):
        held = slice(store.token_starts[passage], store.token_starts[passage + 1])
        cosines = np.asarray(store.tokens[held], np.float32) @ query.T
        if len(cosines):
            found[row] = (cosines * np.asarray(store.token_scales[held], np.float32)[:, None]).max(axis=0).mean()
    return found


def max_similarities(
    store: Store, passage: int, sentences: Sequence[Span], query: NDArray[np.float32]
) -> NDArray[np.float32]:
    """For each sentence the mean, over the query's tokens, of the highest cosine with one of its tokens: -1 to 1.

    Args:
        store: the open index.
        passage: number of the passage that holds the sentences.
        sentences: their characters in the article.
        query: the query's token vectors, (n_query_tokens, dimension), rows of unit length.

    Returns:
        (n_sentences,), float32; 0 for a sentence beyond the encoder's window.
    """
    tokens, spans = passage_tokens(store, passage)
    cosines = tokens @ query.T
    found = np.zeros(len(sentences), np.float32)
    for row, sentence in enumerate(sentences):
        own = (spans[:, 0] >= sentence.start) & (spans[:, 0] < sentence.end)
        if own.any():
            found[row] = cosines[own].max(axis=0).mean()
    return found
