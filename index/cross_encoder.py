"""Reads a question or claim and a sentence together: the trained reranker and stance model, MiniLM with six layers.

Nogueira and Cho, "Passage Re-ranking with BERT" (2019), arXiv:1901.04085.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from clipfile.index.trained_layers import weights_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from clipfile.index.minilm import PairModel

BATCH = 16
LONGEST = 128  # tokens of the pair; what is over is cut from the longer text


class CrossEncoder:
    """A trained pair model by its name, with `labels` outputs; loaded when it is first used."""

    def __init__(self, name: str, labels: int) -> None:
        self.name = name
        self.labels = labels

    @cached_property
    def _loaded(self) -> tuple["PairModel", "Tokenizer"]:
        from clipfile.index.minilm import PairModel, fast_precision, tokenizer

        return PairModel(weights_of(self.name), fast_precision()), tokenizer(LONGEST)

    def logits(self, text: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """The outputs for the text with each sentence: (n_sentences, labels), float32.

        A row depends on the other sentences by no more than rounding: hundredths where floats have 16 bits.
        """
        import torch

        model, tokenizer = self._loaded
        pairs = tokenizer.encode_batch([(text, sentence) for sentence in sentences])
        found = np.zeros((len(sentences), self.labels), np.float32)
        with torch.inference_mode():
            for start in range(0, len(pairs), BATCH):
                found[start : start + BATCH] = model.read(pairs[start : start + BATCH]).numpy()
        return found

    def probabilities(self, text: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Softmax over the outputs: (n_sentences, labels), float32, rows that sum to 1."""
        logits = self.logits(text, sentences)
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)


def text_for_model(sentence: str, title: str | None, before: str) -> str:
    """What a model reads of a sentence: the title of its article and the sentence, then the sentence before it, if any.

    What "He said" or "Of these" points to stands before; it comes last so that it is what is cut where a pair is too long.
    """
    read = f"{title}: {sentence}" if title else sentence
    return f"{read} | {before}" if before else read
