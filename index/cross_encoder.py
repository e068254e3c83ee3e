"""Reads a question or claim and a sentence together: the trained reranker and stance model, MiniLM with six layers.

Nogueira and Cho, "Passage Re-ranking with BERT" (2019), arXiv:1901.04085.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clipfile.index.sentences import SentenceHit
from clipfile.index.trained_layers import base_folder, put_layers

LONGEST = 128  # tokens of the pair; what is over is cut from the longer text
BATCH = 16


class CrossEncoder:
    """A trained pair model by its name, with `labels` outputs; loaded when it is first used."""

    def __init__(self, name: str, labels: int) -> None:
        self.name = name
        self.labels = labels

    @cached_property
    def _loaded(self):
        from transformers import AutoConfig, AutoTokenizer, BertForSequenceClassification
        from transformers.utils import logging

        logging.disable_progress_bar()
        verbosity = logging.get_verbosity()
        logging.set_verbosity_error()
        base = base_folder()
        config = AutoConfig.from_pretrained(str(base), num_labels=self.labels)
        model = BertForSequenceClassification.from_pretrained(str(base), config=config)
        logging.set_verbosity(verbosity)
        put_layers(model, self.name)
        return model.eval(), AutoTokenizer.from_pretrained(str(base))

    def logits(self, text: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """The outputs for the text with each sentence: (n_sentences, labels), float32.

        Sentences of like length are read together; the order of the rows is that of the sentences.
        """
        import torch

        found = np.zeros((len(sentences), self.labels), np.float32)
        order = sorted(range(len(sentences)), key=lambda row: len(sentences[row]))
        model, tokenizer = self._loaded
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            inputs = tokenizer(
                [text] * len(rows), [sentences[row] for row in rows],
                truncation="longest_first", max_length=LONGEST, padding=True, return_tensors="pt",
            )  # fmt: skip
            with torch.inference_mode():
                found[rows] = model(**inputs).logits.numpy()
        return found

    def probabilities(self, text: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Softmax over the outputs: (n_sentences, labels), float32, rows that sum to 1."""
        logits = self.logits(text, sentences)
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)


def titled(hit: SentenceHit) -> str:
    """What the model reads of a sentence: the title of its article, where there is one, and the sentence."""
    return f"{hit.article.title}: {hit.quote}" if hit.article.title else hit.quote
