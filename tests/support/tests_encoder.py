"""An encoder whose vectors can be computed by hand, for tests and for the processes that tests start."""

from collections.abc import Sequence

import numpy as np

from clipfile.index.encoder import EncodedText, unit
from clipfile.index.tokens import words_of

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class FakeEncoder:
    """A token's vector counts its letters, so that the same word has cosine 1 and words without a shared letter 0."""

    name = "fake"
    fingerprint = "fake-1"
    dimension = len(LETTERS)

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> list[EncodedText]:
        self.encoded += texts
        return [self._encode(text) for text in texts]

    def _encode(self, text: str) -> EncodedText:
        spans, vectors, start = [], [], 0
        for word in text.split():
            start = text.index(word, start)
            letters = "".join(words_of(word))
            vectors.append([letters.count(letter) for letter in LETTERS])
            spans.append((start, start + len(word)))
            start += len(word)
        tokens = unit(np.array(vectors, np.float32).reshape(-1, self.dimension))
        return EncodedText(unit(tokens.sum(axis=0)), tokens, np.array(spans, np.int32).reshape(-1, 2))
