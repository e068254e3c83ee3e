"""MiniLM computed here gives what sentence-transformers and transformers give for the same weights."""

import subprocess
import sys

import numpy as np
import pytest
import torch

from clipfile.index.cross_encoder import LONGEST, CrossEncoder
from clipfile.index.encoder import PLAIN_ENCODER, SentenceTransformerEncoder
from clipfile.index.minilm import PairModel, fast_precision, tokenizer
from clipfile.index.trained_layers import base_folder, trained_layers, weights_of

TEXTS = ["A dam broke.", "Nine hundred families fled the Élite’s valley " * 60, "Who?", "“No,” she said — 3,661 dead."]
QUESTION = "Who fled?"


def test_vectors_of_texts_and_tokens_are_those_of_sentence_transformers() -> None:
    from sentence_transformers import SentenceTransformer

    expected = SentenceTransformer(str(base_folder()), device="cpu").encode(TEXTS, output_value=None)
    for own, text in zip(SentenceTransformerEncoder(PLAIN_ENCODER).encode(TEXTS), expected, strict=True):
        tokens = text["token_embeddings"][text["attention_mask"].bool()][1:-1].numpy()
        assert np.allclose(own.vector, text["sentence_embedding"], atol=1e-5)
        assert np.allclose(own.tokens, tokens / np.linalg.norm(tokens, axis=1, keepdims=True), atol=1e-5)


def test_a_text_has_the_same_vectors_whatever_is_read_with_it(encoder: SentenceTransformerEncoder) -> None:
    for text, record in zip(TEXTS, encoder.encode(TEXTS), strict=True):
        alone = encoder.encode([text])[0]
        assert np.allclose(alone.vector, record.vector, atol=1e-5)
        assert (alone.spans == record.spans).all()


@pytest.fixture(scope="module")
def of_transformers() -> np.ndarray:
    """The reranker's outputs for the texts as transformers computes them, in 32-bit floats: (4, 1)."""
    from transformers import AutoTokenizer, BertForSequenceClassification

    model = BertForSequenceClassification.from_pretrained(str(base_folder()), num_labels=1).eval()
    layers = {
        key if key.startswith("classifier.") else f"bert.{key}": tensor.float()
        for key, tensor in trained_layers("reranker").items()
    }
    assert not model.load_state_dict(layers, strict=False).unexpected_keys
    inputs = AutoTokenizer.from_pretrained(str(base_folder()))(
        [QUESTION] * len(TEXTS), TEXTS,
        truncation="longest_first", max_length=LONGEST, padding=True, return_tensors="pt",
    )  # fmt: skip
    with torch.inference_mode():
        return model(**inputs).logits.numpy()


def test_outputs_for_pairs_are_those_of_transformers(of_transformers: np.ndarray) -> None:
    pairs = tokenizer(LONGEST).encode_batch([(QUESTION, text) for text in TEXTS])
    with torch.inference_mode():
        found = PairModel(weights_of("reranker")).read(pairs).numpy()
    assert np.allclose(found, of_transformers, atol=1e-4)


def test_sixteen_bits_change_an_output_by_less_than_a_fifth(of_transformers: np.ndarray) -> None:
    reranker = CrossEncoder("reranker", labels=1)
    found = reranker.logits(QUESTION, TEXTS)
    assert np.abs(found - of_transformers).max() < 0.2
    assert (reranker.logits(QUESTION, TEXTS) == found).all()


def test_an_output_hardly_depends_on_the_other_sentences() -> None:
    reranker = CrossEncoder("reranker", labels=1)
    alone = np.concatenate([reranker.logits(QUESTION, [text]) for text in TEXTS])
    assert np.abs(reranker.logits(QUESTION, TEXTS) - alone).max() < 0.1


@pytest.mark.parametrize("able, expected", [({"amx_bf16": True}, torch.bfloat16), ({"avx2": True}, torch.float32)])
def test_a_processor_without_sixteen_bits_computes_with_thirty_two(
    monkeypatch: pytest.MonkeyPatch, able: dict, expected: torch.dtype
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: able)
    assert fast_precision() is expected


def test_a_question_is_answered_without_loading_transformers() -> None:
    program = """
import sys
from clipfile.index.cross_encoder import CrossEncoder
from clipfile.index.encoder import SentenceTransformerEncoder
SentenceTransformerEncoder().encode(["Who fled?"])
CrossEncoder("reranker", labels=1).logits("Who fled?", ["Nine hundred families fled."])
print(*({"transformers", "sentence_transformers", "sklearn"} & sys.modules.keys()))
"""
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == ""
