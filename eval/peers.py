"""Other systems over the same articles, in the same run: what a user would have instead.

Both are given all-MiniLM-L6-v2 as it is installed; our rankings are measured with it too, so that like is compared with like.
Neither knows dates, sentences or when to be silent; both show the first three passages of their ranking. txtai needs the
extra: `pip install '.[peers]'`.
"""

from collections.abc import Sequence
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.collection import Collection
from clipfile.eval.places import Place
from clipfile.eval.ranking import DEPTH, Rank
from clipfile.index.encoder import Encoder

WINDOW = 1000  # characters, with OVERLAP: what tutorials for retrieval-augmented generation cut texts into
OVERLAP = 200


class PeerMissing(RuntimeError):
    """A peer that is not installed; the message says how to install it."""


def windows(collection: Collection) -> list[Place]:
    """Every article cut into overlapping windows of characters, without regard to sentences."""
    return [
        Place(article.article_id, start, min(start + WINDOW, len(article.text)))
        for article in collection
        for start in range(0, max(len(article.text) - OVERLAP, 1), WINDOW - OVERLAP)
    ]


def plain_retriever(collection: Collection, encoder: Encoder) -> tuple[Rank, list[Place]]:
    """The retriever of a plain retrieval-augmented generation: windows of characters by cosine."""
    places = windows(collection)
    vectors = np.array([each.vector for each in encoder.encode(_texts(places, collection))])

    def rank(query: str, as_of: str | None, depth: int) -> list[Place]:
        cosines = vectors @ encoder.encode([query])[0].vector
        return [places[number] for number in np.argsort(-cosines, kind="stable")[:depth]]

    return remembered(rank), places


def txtai_index(collection: Collection, places: Sequence[Place], encoder: Encoder) -> Rank:
    """A hybrid index of txtai with its own settings, over the passages and with the encoder given.

    Raises:
        PeerMissing: if txtai is not installed.
    """
    if find_spec("txtai") is None:
        raise PeerMissing("txtai is not installed; install it with: pip install '.[peers]'")
    from txtai import Embeddings

    def transform(texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([each.vector for each in encoder.encode(texts)])

    embeddings = Embeddings(method="external", transform=transform, hybrid=True)
    embeddings.index([(number, text, None) for number, text in enumerate(_texts(places, collection))])

    def rank(query: str, as_of: str | None, depth: int) -> list[Place]:
        return [places[int(number)] for number, _ in embeddings.search(query, depth)]

    return remembered(rank)


def remembered(rank: Rank) -> Rank:
    """A ranking that is made once for each query, to the depth that the measures need."""
    known: dict[tuple[str, str | None], list[Place]] = {}

    def remembering(query: str, as_of: str | None, depth: int) -> list[Place]:
        if (query, as_of) not in known:
            known[query, as_of] = rank(query, as_of, max(depth, DEPTH))
        return known[query, as_of][:depth]

    return remembering


def _texts(places: Sequence[Place], collection: Collection) -> list[str]:
    return [collection.by_id[place.article_id].text[place.start : place.end] for place in places]
