"""Models that read each text once, for runs that build several indexes over the same articles and ask them the same."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from clipfile.app.stance import StanceModel
from clipfile.index.cross_encoder import CrossEncoder
from clipfile.index.encoder import EncodedText, Encoder


class RememberingEncoder:
    """An encoder that encodes each text once, however many indexes are built with it."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, EncodedText] = {}
        self.name = encoder.name

    @property
    def fingerprint(self) -> str:
        """That of the encoder inside."""
        return self._encoder.fingerprint

    @property
    def dimension(self) -> int:
        """That of the encoder inside."""
        return self._encoder.dimension

    def encode(self, texts: Sequence[str]) -> list[EncodedText]:
        """One record a text, in order."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        self._known |= zip(new, self._encoder.encode(new), strict=True)
        return [self._known[text] for text in texts]


class RememberingReranker(CrossEncoder):
    """A reranker that reads the same sentences for the same text once, however many systems ask for them."""

    def __init__(self, reranker: CrossEncoder) -> None:
        super().__init__(reranker.name, reranker.labels)
        self._reranker = reranker
        self._known: dict[tuple[str, tuple[str, ...]], NDArray[np.float32]] = {}

    def logits(self, text: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """The outputs of the reranker inside."""
        key = text, tuple(sentences)
        if key not in self._known:
            self._known[key] = self._reranker.logits(text, sentences)
        return self._known[key]


class RememberingStanceModel:
    """A stance model that reads the same sentences for the same claim once, with rules beside it or without."""

    def __init__(self, model: StanceModel) -> None:
        self._model = model
        self._known: dict[tuple[str, tuple[str, ...]], NDArray[np.float32]] = {}

    def probabilities(self, claim: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Those of the model inside."""
        key = claim, tuple(sentences)
        if key not in self._known:
            self._known[key] = self._model.probabilities(claim, sentences)
        return self._known[key]
