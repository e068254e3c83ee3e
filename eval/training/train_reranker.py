"""Trains the reranker, a cross-encoder over question and sentence, from the installed MiniLM weights.

python eval/training/train_reranker.py GROUPS.jsonl [GROUPS.jsonl ...] --out FOLDER [--epochs N] [--init FOLDER] [--resume]

A row is a question with sentences: `{"q": question, "right": [sentence, ...], "wrong": [...]}`, no right one where nothing
answers. The loss is the binary cross-entropy of each pair, so that the output tells answered from unanswered questions; a
ranking loss beside it made that worse (eval/TRIED.md). The word embeddings stay as installed (half of all the parameters):
only the six layers, the pooler and the head are trained and written.
"""

import random
from collections.abc import Sequence

import torch
from cross_encoder_training import Pairs, batches, new_model, parser_of, read_rows, train
from torch.nn.functional import binary_cross_entropy_with_logits

PAIRS_A_STEP = 48
RIGHT, WRONG = 2, 5  # sentences of a question that are read in one pass, at the most


def drawn(group: dict, chance: random.Random) -> dict:
    """A group with as many of its sentences as are read."""
    right = chance.sample(group["right"], min(RIGHT, len(group["right"])))
    return {"q": group["q"], "right": right, "wrong": chance.sample(group["wrong"], min(WRONG, len(group["wrong"])))}


def sentences_of(group: dict) -> list[str]:
    """The right ones, then the wrong ones."""
    return [*group["right"], *group["wrong"]]


def pairs_of(batch: Sequence[dict]) -> Pairs:
    """Each question with each of its sentences."""
    return [group["q"] for group in batch for _ in sentences_of(group)], [s for g in batch for s in sentences_of(g)]


def loss_of(logits: torch.Tensor, batch: Sequence[dict]) -> torch.Tensor:
    """How far the outputs (n_pairs, 1) are from telling the right sentences."""
    right = torch.cat([torch.arange(len(sentences_of(group))) < len(group["right"]) for group in batch])
    return binary_cross_entropy_with_logits(logits[:, 0], right.float())


def main() -> None:
    """Reads the command line and trains."""
    options = parser_of(__doc__ or "").parse_args()
    torch.manual_seed(options.seed)
    plan = []
    for stage, path in enumerate(options.stages):
        for epoch in range(options.epochs):
            chance = random.Random(options.seed + 100 * stage + epoch)
            groups = [drawn(group, chance) for group in read_rows(path)]
            plan += batches(
                groups,
                lambda group: len(sentences_of(group)),
                lambda group: len(group["q"]) + max(map(len, sentences_of(group))),
                PAIRS_A_STEP,
                chance,
            )
    train(new_model(1, options.init), plan, pairs_of, loss_of, options)


if __name__ == "__main__":
    main()
