"""MiniLM, the small BERT that comes with Clipfile, with torch alone: loaded in a fraction of the time of transformers.

Texts are read together without padding: all tokens in one row, and attention for each text by itself, so that what a text
is read with changes what is made of it by no more than rounding.
Devlin et al., "BERT" (2019), arXiv:1810.04805; Wang et al., "MiniLM" (2020), arXiv:2002.10957. The outputs are those of
sentence-transformers and transformers for the same weights (tests/index/test_minilm.py).
"""

from collections.abc import Mapping, Sequence

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor
from torch.nn.functional import gelu, layer_norm, linear, scaled_dot_product_attention

from clipfile.index.trained_layers import base_folder

DIMENSION = 384
LAYERS = 6
HEADS = 12
MULTIPLE = 64  # of tokens: torch compiles 16-bit products for each number of rows, and keeps 7 MB for each question
TINY = 1e-12  # added to a variance, as BERT was trained

Affine = tuple[Tensor, Tensor]  # weights and biases: of a linear map, or the scale and shift of a normalisation


class MiniLM:
    """Vectors of the tokens of texts."""

    def __init__(self, weights: Mapping[str, Tensor], precision: torch.dtype = torch.float32) -> None:
        """Takes weights by the names that they have in the files of transformers; layers are computed in `precision`."""
        embeddings = (f"embeddings.{kind}_embeddings.weight" for kind in ("word", "position", "token_type"))
        self._words, self._positions, self._kinds = (weights[name] for name in embeddings)
        self._norm = _affine(weights, "embeddings.LayerNorm")
        self._layers = [_Layer(weights, f"encoder.layer.{number}", precision) for number in range(LAYERS)]
        self._precision = precision
        self._multiple = 1 if precision is torch.float32 else MULTIPLE

    def read(self, texts: Sequence[Encoding], first_only: bool = False) -> Tensor:
        """The vectors of all tokens, text after text, the model's own marks included: (n_tokens, DIMENSION), float32.

        With `first_only`, those of each text's first token: (n_texts, DIMENSION).
        """
        lengths = [len(text.ids) for text in texts]
        n_tokens, filler = sum(lengths), -sum(lengths) % self._multiple
        words = torch.tensor([each for text in texts for each in text.ids] + [0] * filler)
        kinds = torch.tensor([each for text in texts for each in text.type_ids] + [0] * filler)
        lengths += [filler] if filler else []  # one more text, whose vectors nobody reads
        positions = torch.cat([self._positions[:length] for length in lengths])
        vectors = _normed(self._words[words] + positions + self._kinds[kinds], self._norm).to(self._precision)
        *before, last = self._layers
        for layer in before:
            vectors = layer.read(vectors, vectors, lengths, lengths)
        if not first_only:
            return last.read(vectors, vectors, lengths, lengths)[:n_tokens].float()
        firsts = torch.tensor([0, *lengths[:-1]]).cumsum(0)
        return last.read(vectors[firsts], vectors, [1] * len(lengths), lengths)[: len(texts)].float()


class _Layer:
    """Attention among the tokens of a text, then a network for each token."""

    def __init__(self, weights: Mapping[str, Tensor], name: str, precision: torch.dtype) -> None:
        def affine(part: str) -> Affine:
            return _affine(weights, f"{name}.{part}", precision)

        self._query = affine("attention.self.query")
        self._key = affine("attention.self.key")
        self._value = affine("attention.self.value")
        self._attended, self._attended_norm = affine("attention.output.dense"), affine("attention.output.LayerNorm")
        self._wide, self._narrow, self._norm = (
            affine("intermediate.dense"),
            affine("output.dense"),
            affine("output.LayerNorm"),
        )

    def read(self, asking: Tensor, asked: Tensor, n_asking: list[int], n_asked: list[int]) -> Tensor:
        """The vectors of the asking tokens, (sum(n_asking), DIMENSION), after they have looked at the asked of their text."""
        query = self._by_head(asking, self._query).split(n_asking, dim=1)
        key = self._by_head(asked, self._key).split(n_asked, dim=1)
        value = self._by_head(asked, self._value).split(n_asked, dim=1)
        attended = [
            scaled_dot_product_attention(*(part[None] for part in text))[0]
            for text in zip(query, key, value, strict=True)
        ]
        found = torch.cat(attended, dim=1).transpose(0, 1).reshape(asking.shape)
        asking = _normed(linear(found, *self._attended) + asking, self._attended_norm)
        return _normed(linear(gelu(linear(asking, *self._wide)), *self._narrow) + asking, self._norm)

    @staticmethod
    def _by_head(vectors: Tensor, part: Affine) -> Tensor:
        """What a part of the attention makes of vectors: (HEADS, n_tokens, DIMENSION // HEADS)."""
        return linear(vectors, *part).view(len(vectors), HEADS, -1).transpose(0, 1)


class PairModel:
    """What two texts say that are read together, from the vector of the first token."""

    def __init__(self, weights: Mapping[str, Tensor], precision: torch.dtype = torch.float32) -> None:
        """Takes weights by the names that `MiniLM` knows, and `classifier`, with one row for each output."""
        self._model = MiniLM(weights, precision)
        self._pooler, self._classifier = _affine(weights, "pooler.dense"), _affine(weights, "classifier")

    def read(self, pairs: Sequence[Encoding]) -> Tensor:
        """Outputs for each pair: (n_pairs, labels), float32, unbounded."""
        pooled = torch.tanh(linear(self._model.read(pairs, first_only=True), *self._pooler))
        return linear(pooled, *self._classifier)


def _affine(weights: Mapping[str, Tensor], name: str, precision: torch.dtype = torch.float32) -> Affine:
    return weights[f"{name}.weight"].to(precision), weights[f"{name}.bias"].to(precision)


def _normed(vectors: Tensor, norm: Affine) -> Tensor:
    return layer_norm(vectors, (DIMENSION,), *norm, TINY)


def fast_precision() -> torch.dtype:
    """16-bit floats where the processor itself multiplies them, in half the time; 32-bit floats elsewhere."""
    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if able.get("amx_bf16") or able.get("avx512_bf16") else torch.float32


def tokenizer(longest: int) -> Tokenizer:
    """The tokenizer of MiniLM; what is over `longest` tokens is cut, of a pair from the longer text."""
    read = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    read.no_padding()
    read.enable_truncation(longest, strategy="longest_first")
    return read
