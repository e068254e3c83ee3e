"""Texts to vectors with the MiniLM that comes with Clipfile, as installed or with the layers that Clipfile trained."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Encoding

from clipfile.index.encoder import EncodedText, unit
from clipfile.index.minilm import DIMENSION, MiniLM, tokenizer
from clipfile.index.trained_layers import weights_of

BATCH = 16  # texts read together
LONGEST = 256  # tokens of a text, as the model's authors set it


class MiniLMEncoder:
    """Reads texts with MiniLM, in 32-bit floats, since vectors are kept and compared with those of other machines."""

    dimension = DIMENSION

    def __init__(self, layers: str | None) -> None:
        """Loads the model; `layers` names the trained layers that lie over it.

        Raises:
            WeightsError: if weights are not the ones expected.
        """
        self._model = MiniLM(weights_of(layers))
        self._tokenizer = tokenizer(LONGEST)

    def encode(self, texts: Sequence[str]) -> list[EncodedText]:
        """One record a text, in order."""
        tokenized = self._tokenizer.encode_batch(list(texts))
        found = []
        for start in range(0, len(tokenized), BATCH):
            read = tokenized[start : start + BATCH]
            with torch.inference_mode():
                vectors = self._model.read(read).numpy()
            ends = np.cumsum([len(text.ids) for text in read])[:-1]
            found += [_record(*each) for each in zip(read, np.split(vectors, ends), strict=True)]
        return found


def _record(text: Encoding, vectors: NDArray[np.float32]) -> EncodedText:
    """The mean of all token vectors, and those of the tokens that stand for characters, as the model's marks do not."""
    spans = np.asarray(text.offsets, np.int32).reshape(-1, 2)
    own = spans[:, 1] > spans[:, 0]
    return EncodedText(unit(vectors.mean(axis=0)), unit(vectors[own]), spans[own])
