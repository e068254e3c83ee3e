"""Trains the stance model, a cross-encoder over claim and sentence, from the installed MiniLM weights.

python eval/training/train_stance.py ROWS.jsonl [ROWS.jsonl ...] --out FOLDER [--epochs N] [--init FOLDER] [--resume]

A row is `{"claim", "sentence", "stance": supports | refutes | neutral}`. The word embeddings stay as installed (half of
all the parameters): only the six layers, the pooler and the head are trained and written.
"""

import random
from collections.abc import Sequence

import torch
from cross_encoder_training import Pairs, batches, new_model, parser_of, read_rows, train
from torch.nn.functional import cross_entropy

from clipfile.app.stance import KINDS

PAIRS_A_STEP = 32
SMOOTHING = 0.05  # of the labels: some of the public ones are wrong


def pairs_of(batch: Sequence[dict]) -> Pairs:
    """Each claim with its sentence."""
    return [row["claim"] for row in batch], [row["sentence"] for row in batch]


def loss_of(logits: torch.Tensor, batch: Sequence[dict]) -> torch.Tensor:
    """The cross-entropy of outputs (n_pairs, 3)."""
    wanted = torch.tensor([KINDS.index(row["stance"]) for row in batch])
    return cross_entropy(logits, wanted, label_smoothing=SMOOTHING)


def main() -> None:
    """Reads the command line and trains."""
    options = parser_of(__doc__ or "").parse_args()
    torch.manual_seed(options.seed)
    plan = []
    for stage, path in enumerate(options.stages):
        for epoch in range(options.epochs):
            chance = random.Random(options.seed + 100 * stage + epoch)
            plan += batches(
                read_rows(path), lambda _: 1, lambda row: len(row["claim"]) + len(row["sentence"]), PAIRS_A_STEP, chance
            )
    train(new_model(len(KINDS), options.init), plan, pairs_of, loss_of, options)


if __name__ == "__main__":
    main()
