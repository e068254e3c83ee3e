"""Any sentence-transformers model can be named; the index remembers which, and refuses another."""

from pathlib import Path

import numpy as np
import pytest

from clipfile.app.desk import open_desk
from clipfile.index.choice_of_encoder import chosen_encoder, encoder_for, kept_encoder
from clipfile.index.encoder import DEFAULT_ENCODER, EncoderError, SentenceTransformerEncoder
from clipfile.index.store import IndexMismatch

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
TEXT = "A dam broke. Nine hundred families fled."


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> Path:
    """A BERT of one layer and eight dimensions with random weights, saved as sentence-transformers saves a model."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer import modules
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("tiny")
    (folder / "vocab.txt").write_text("\n".join(VOCABULARY))
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(VOCABULARY), hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16
    )
    BertModel(config).save_pretrained(folder / "bert")
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    transformer = modules.Transformer(str(folder / "bert"), max_seq_length=64)
    pooling = modules.Pooling(transformer.get_embedding_dimension(), "mean")
    SentenceTransformer(modules=[transformer, pooling], device="cpu").save(str(folder / "model"))
    return folder / "model"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "dam.txt").write_text(f"---\ntitle: Dam\n---\n{TEXT}\n")
    return folder


def test_a_folder_is_an_encoder(tiny: Path) -> None:
    encoder = SentenceTransformerEncoder(str(tiny))
    encoded = encoder.encode([TEXT, "A dam."])[0]
    assert encoder.dimension == 8
    assert encoded.vector.shape == (8,)
    assert len(encoded.tokens) == len(encoded.spans)
    assert np.linalg.norm(encoded.vector) == pytest.approx(1, abs=1e-5)


def test_the_index_remembers_the_encoder_that_it_was_built_with(tiny: Path, articles: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    assert kept_encoder(index) is None
    built = open_desk(articles, index, str(tiny))
    assert kept_encoder(index) == str(tiny.resolve())
    again = open_desk(articles, index)
    assert again.index.encoder.name == built.index.encoder.name == str(tiny.resolve())
    alone = open_desk(None, index)
    assert alone.index.encoder.name == str(tiny.resolve())
    answer = alone.ask("How many families fled?")
    assert {each.quote for each in answer.citations + answer.nearest} <= {"A dam broke.", "Nine hundred families fled."}


def test_another_encoder_is_refused_with_the_command_that_mends_it(tiny: Path, articles: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    open_desk(articles, index, str(tiny))
    with pytest.raises(IndexMismatch, match=f"clipfile index {articles} --index {index} --encoder clipfile"):
        encoder_for(index, DEFAULT_ENCODER, articles)
    assert chosen_encoder(index, DEFAULT_ENCODER).name == DEFAULT_ENCODER  # building anew may change it
    assert chosen_encoder(index, None).name == str(tiny.resolve())


def test_weights_that_change_change_the_fingerprint(tiny: Path, tmp_path: Path) -> None:
    before = SentenceTransformerEncoder(str(tiny)).fingerprint
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "model.safetensors").write_bytes((tiny / "model.safetensors").read_bytes() + b" ")
    assert SentenceTransformerEncoder(str(copy)).fingerprint != before


@pytest.mark.parametrize("name", ["no-such-model", "nobody/no-such-model", "not a name?"])
def test_a_model_that_is_not_on_this_machine_is_not_fetched(name: str) -> None:
    with pytest.raises(EncoderError, match="on this machine"):
        SentenceTransformerEncoder(name).encode([TEXT])
