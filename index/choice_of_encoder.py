"""Which encoder a command uses: the one that is named, or else the one that the index was built with."""

import json
from pathlib import Path

from clipfile.index.encoder import DEFAULT_ENCODER, SentenceTransformerEncoder
from clipfile.index.store import IndexMismatch, current_generation


def kept_encoder(index: Path) -> str | None:
    """The encoder that an index was built with, as its manifest names it; `None` where there is no index."""
    generation = current_generation(index)
    if generation is None:
        return None
    manifest = json.loads((generation / "manifest.json").read_text(encoding="utf-8"))
    return str(manifest["settings"]["encoder"])


def chosen_encoder(index: Path, name: str | None) -> SentenceTransformerEncoder:
    """The encoder to build an index with: the one named, else the one that it was built with before, else the default."""
    return SentenceTransformerEncoder(_in_full(name) if name else kept_encoder(index) or DEFAULT_ENCODER)


def encoder_for(index: Path, name: str | None, articles: Path | None = None) -> SentenceTransformerEncoder:
    """The encoder to use an index with.

    Raises:
        IndexMismatch: if the index was built with another one than is named.
    """
    kept = kept_encoder(index)
    if name and kept and _in_full(name) != kept:
        raise IndexMismatch(
            f"{index} was built with the encoder {kept!r}, not {name!r}; leave --encoder out, or build it again with: "
            f"clipfile index {articles or 'FOLDER'} --index {index} --encoder {name}"
        )
    return chosen_encoder(index, name)


def _in_full(name: str) -> str:
    """A folder's whole path, so that it is found from anywhere; a name as it is."""
    return str(Path(name).resolve()) if Path(name).is_dir() else name
