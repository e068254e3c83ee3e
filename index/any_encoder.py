"""Texts to vectors with whatever model sentence-transformers can load."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clipfile.index.encoder import WHAT_TO_NAME, EncodedText, EncoderError, unit

BATCH = 32  # texts encoded together


class AnyEncoder:
    """Reads texts with a model of sentence-transformers, on the processor and without the network."""

    def __init__(self, name: str, folder: Path) -> None:
        """Loads the model of a folder; `name` is what the user calls it.

        Raises:
            EncoderError: if it cannot be loaded.
        """
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        self._name = name
        try:
            self._model = SentenceTransformer(str(folder), device="cpu")
        except (OSError, ValueError) as error:
            raise EncoderError(f"The encoder {name!r} cannot be loaded ({error}); {WHAT_TO_NAME}") from error

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> list[EncodedText]:
        """One record a text, in order.

        Raises:
            EncoderError: if the model gives no vectors of tokens.
        """
        model = self._model
        encoded: Any = model.encode(list(texts), batch_size=BATCH, output_value=None, show_progress_bar=False)
        offsets = model.tokenizer(
            list(texts), truncation=True, max_length=model.max_seq_length, return_offsets_mapping=True
        )["offset_mapping"]
        return [self._record(each, np.asarray(spans, np.int32)) for each, spans in zip(encoded, offsets, strict=True)]

    def _record(self, encoded: dict, spans: NDArray[np.int32]) -> EncodedText:
        if "token_embeddings" not in encoded:
            raise EncoderError(
                f"The encoder {self._name!r} gives no vectors of tokens, by which sentences are chosen; name a transformer"
            )
        tokens = encoded["token_embeddings"][encoded["attention_mask"].bool()].float().numpy()
        own = spans[:, 1] > spans[:, 0]  # the marks that the model adds stand for no characters
        return EncodedText(unit(encoded["sentence_embedding"].float().numpy()), unit(tokens[own]), spans[own])
