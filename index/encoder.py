"""Texts to vectors, one of unit length for a text and one for each of its tokens, with a model by its name."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from clipfile.index.trained_layers import base_folder, fingerprint, sha256_of

if TYPE_CHECKING:
    from clipfile.index.any_encoder import AnyEncoder
    from clipfile.index.minilm_encoder import MiniLMEncoder

DEFAULT_ENCODER = "clipfile"  # MiniLM with the layers that Clipfile trained
PLAIN_ENCODER = "all-MiniLM-L6-v2"  # MiniLM as it is installed
WHAT_TO_NAME = "name a folder that holds a sentence-transformers model, or one that was downloaded to this machine"


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
    """An encoder of sentence-transformers, by name or folder; loaded when it is first used.

    The one that comes with Clipfile is computed without that package, to the same vectors: index/minilm_encoder.py.
    """

    def __init__(self, name: str = DEFAULT_ENCODER) -> None:
        self.name = name

    @cached_property
    def _folder(self) -> Path:
        if self.name in (DEFAULT_ENCODER, PLAIN_ENCODER):
            return base_folder()
        return Path(self.name) if Path(self.name).is_dir() else _downloaded(self.name)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the weights.

        Raises:
            WeightsError: if the weights that come with Clipfile are not the ones expected.
            EncoderError: if there are no weights by the name.
        """
        if self.name == DEFAULT_ENCODER:
            return fingerprint("encoder")
        weights = sorted(self._folder.rglob("*.safetensors")) or sorted(self._folder.rglob("*.bin"))
        if not weights:
            raise EncoderError(
                f"The encoder {self.name!r} cannot be loaded (no weights in {self._folder}); {WHAT_TO_NAME}"
            )
        return hashlib.sha256("".join(map(sha256_of, weights)).encode()).hexdigest()

    @cached_property
    def _model(self) -> "MiniLMEncoder | AnyEncoder":
        if self.name in (DEFAULT_ENCODER, PLAIN_ENCODER):
            from clipfile.index.minilm_encoder import MiniLMEncoder

            return MiniLMEncoder("encoder" if self.name == DEFAULT_ENCODER else None)
        from clipfile.index.any_encoder import AnyEncoder

        return AnyEncoder(self.name, self._folder)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._model.dimension

    def load(self) -> None:
        """Loads the model now, not when it is first used."""
        self.encode(["ready"])

    def encode(self, texts: Sequence[str]) -> list[EncodedText]:
        """One record a text, in order; a text longer than the model's window loses its end."""
        return self._model.encode(texts) if texts else []


def _downloaded(name: str) -> Path:
    """The folder of a model that was once downloaded; nothing is fetched."""
    from huggingface_hub import snapshot_download

    for full in (name, f"sentence-transformers/{name}"):
        try:
            return Path(snapshot_download(full, local_files_only=True))
        except (OSError, ValueError):  # not here, or no name that a model can have
            continue
    raise EncoderError(f"There is no encoder {name!r} on this machine; {WHAT_TO_NAME}")


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Vectors scaled to length 1, along the last axis; a zero vector stays zero."""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12)
