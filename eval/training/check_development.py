"""Prints how the desk's claim checks do on the development claims: macro-F1, by label and by change, and the time.

python eval/training/check_development.py [--model module:factory]
"""

import argparse
import importlib
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score
from stance_pairs import EVAL, read_lines

from clipfile.app.desk import open_desk, shipped_articles
from clipfile.app.verdict import Verdict


def main() -> None:
    """Checks every development claim once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", help="module:factory of a stance model, called without arguments")
    wanted = parser.parse_args()
    desk = open_desk(shipped_articles(), Path(tempfile.mkdtemp(prefix="clipfile-check-")))
    if wanted.model:
        module, factory = wanted.model.split(":")
        desk.stance_model = getattr(importlib.import_module(module), factory)()
    gold, shown, seconds, changes = [], [], [], []
    for line in read_lines(EVAL / "claims" / "development.jsonl"):
        start = time.perf_counter()
        shown.append(str(desk.check(line["claim"], line.get("as_of")).verdict))
        seconds.append(time.perf_counter() - start)
        gold.append(line["verdict"])
        changes.append(line["change"])
    labels = [str(each) for each in Verdict]
    scores = f1_score(gold, shown, labels=labels, average=None, zero_division=0)
    print(f"macro-F1 {np.mean(scores):.3f}; by label", dict(zip(labels, np.round(scores, 2).tolist(), strict=True)))
    right = Counter(change for change, a, b in zip(changes, gold, shown, strict=True) if a == b)
    print({change: f"{right[change]}/{n}" for change, n in sorted(Counter(changes).items())})
    print({label: dict(Counter(b for a, b in zip(gold, shown, strict=True) if a == label)) for label in labels})
    print(f"median {np.median(seconds) * 1000:.0f} ms, 95% under {np.quantile(seconds, 0.95) * 1000:.0f} ms a claim")


if __name__ == "__main__":
    main()
