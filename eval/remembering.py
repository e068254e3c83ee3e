"""Models that read each text once, for runs that build several indexes over the same articles and ask them the same."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from clipfile.app.stance import KINDS, StanceModel
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
    """A reranker that reads each pair of a text and a sentence once, however many systems ask for it."""

    def __init__(self, reranker: CrossEncoder) -> None:
        super().__init__(reranker.name, reranker.labels)
        self._rows = _Rows(reranker.logits, reranker.labels)

    def logits(self, text: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """The outputs of the reranker inside."""
        return self._rows.of(text, sentences)


class RememberingStanceModel:
    """A stance model that reads each pair of a claim and a sentence once, with rules beside it or without."""

    def __init__(self, model: StanceModel) -> None:
        self._rows = _Rows(model.probabilities, len(KINDS))

    def probabilities(self, claim: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Those of the model inside."""
        return self._rows.of(claim, sentences)


class _Rows:
    """What a model gives for pairs: a row of `width` outputs for each, found the first time that the pair is asked for."""

    def __init__(self, read: Callable[[str, Sequence[str]], NDArray[np.float32]], width: int) -> None:
        self._read = read
        self._width = width
        self._known: dict[tuple[str, str], NDArray[np.float32]] = {}

    def of(self, text: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """The outputs for a text with each sentence: (n_sentences, width), float32."""
        new = [each for each in dict.fromkeys(sentences) if (text, each) not in self._known]
        if new:
            self._known |= zip(((text, each) for each in new), self._read(text, new), strict=True)
        rows = [self._known[text, each] for each in sentences]
        return np.array(rows, np.float32).reshape(len(sentences), self._width)
