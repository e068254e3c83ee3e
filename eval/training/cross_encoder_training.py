"""What both cross-encoders are trained with: the model, the schedule, checkpoints, and the file that ships.

Dropout is off and attention is computed step by step: on a CPU that halves the time of a step, and a pass over the data is
seen once or twice only.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from clipfile.index.trained_layers import base_folder

CHECKPOINT_SECONDS = 240
LOGGED_EVERY = 100  # steps
SORTED_TOGETHER = 40  # batches whose rows are sorted by length, so that a batch is padded little
WARM_UP = 0.05  # share of the steps in which the rate rises
LOWEST_RATE = 0.01  # of the highest

Pairs = tuple[list[str], list[str]]


def parser_of(description: str) -> argparse.ArgumentParser:
    """The options that both have; files are stages, in the order given, each for `--epochs` passes."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stages", nargs="+", type=Path, metavar="ROWS.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="a folder that an earlier stage wrote")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--tokens", type=int, default=112)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    return parser


def read_rows(path: Path) -> list[dict]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def batches(
    rows: Sequence[dict],
    pairs_in: Callable[[dict], int],
    length: Callable[[dict], int],
    size: int,
    chance: random.Random,
) -> list[list[dict]]:
    """All rows once, in batches of about `size` pairs whose texts are of like length."""
    shuffled, made = chance.sample(rows, len(rows)), []
    window = SORTED_TOGETHER * size // max(1, round(sum(map(pairs_in, rows)) / max(1, len(rows))))
    for start in range(0, len(shuffled), window):
        batch: list[dict] = []
        for row in sorted(shuffled[start : start + window], key=length):
            batch.append(row)
            if sum(map(pairs_in, batch)) >= size:
                made.append(batch)
                batch = []
        if batch:
            made.append(batch)
    chance.shuffle(made)
    return made


def new_model(labels: int, init: Path | None) -> torch.nn.Module:
    """MiniLM with a classification head, its word embeddings frozen; trained layers of `init` on top where given."""
    model = AutoModelForSequenceClassification.from_pretrained(
        str(base_folder()),
        num_labels=labels,
        attn_implementation="eager",
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    model.bert.embeddings.requires_grad_(False)
    if init:
        own = model.state_dict()
        trained = {name: each.float() for name, each in load_file(init / "model.safetensors").items()}
        fitting = {name: each for name, each in trained.items() if own[name].shape == each.shape}
        model.load_state_dict(fitting, strict=False)
    return model


def train(
    model: torch.nn.Module,
    plan: Sequence[Sequence[dict]],
    pairs_of: Callable[[Sequence[dict]], Pairs],
    loss_of: Callable[[torch.Tensor, Sequence[dict]], torch.Tensor],
    options: argparse.Namespace,
) -> None:
    """Trains on the batches of `plan` and writes `model.safetensors` into `options.out`, in 16-bit floats.

    `pairs_of` gives the texts of a batch, left and right; `loss_of` takes the logits (n_pairs, n_labels) of a batch to its
    loss; `options` are those of `parser_of`.
    """
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(str(base_folder()))
    trained = [each for each in model.parameters() if each.requires_grad]
    optimizer = AdamW(trained, lr=options.rate, weight_decay=0.01, fused=True)
    warm = max(1, int(len(plan) * WARM_UP))
    schedule = LambdaLR(
        optimizer,
        lambda step: min((step + 1) / warm, 0.5 * (1 + math.cos(math.pi * min(1, step / len(plan)))) + LOWEST_RATE),
    )
    checkpoint, first = options.out / "checkpoint.pt", 0
    if options.resume and checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        first = saved["step"]
    forward = torch.compile(model.train(), dynamic=True)
    started = written = time.monotonic()
    mean: float | None = None
    for step in range(first, len(plan)):
        left, right = pairs_of(plan[step])
        inputs = tokenizer(
            left, right, truncation="longest_first", max_length=options.tokens, padding=True, return_tensors="pt"
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = forward(**inputs).logits
        loss = loss_of(logits.float(), plan[step])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        mean = loss.item() if mean is None else 0.99 * mean + 0.01 * loss.item()
        now = time.monotonic()
        if step % LOGGED_EVERY == 0:
            minutes = (now - started) / (step - first + 1) * (len(plan) - step) / 60
            print(f"step {step}/{len(plan)} loss {mean:.3f} {minutes:.0f} min left", flush=True)
        if now - written > CHECKPOINT_SECONDS:
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
            torch.save(state | {"schedule": schedule.state_dict(), "step": step + 1}, checkpoint)
            written = now
    shipped = {name: p.detach().half().contiguous() for name, p in model.named_parameters() if p.requires_grad}
    save_file(shipped, options.out / "model.safetensors")
