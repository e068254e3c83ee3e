"""Prints how well the stance model tells stances, on pairs that no model was trained on.

    python eval/training/measure_stance.py [MODEL.safetensors ...]

Of each set of pairs: the share with the right one of three stances, the share of settled claims for which "supports" and
"refutes" are told apart (polarity), and how well what settles a claim is told from what does not (area under the ROC curve).
Without a file the model that ships is measured.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from question_sets import matters, single_sentences
from safetensors.torch import load_file
from sklearn.metrics import roc_auc_score

from clipfile.app.stance import KINDS, StanceKind
from clipfile.index.cross_encoder import LONGEST, text_for_model
from clipfile.index.minilm import PairModel, fast_precision, tokenizer
from clipfile.index.trained_layers import weights_of

CONTRASTING = 20  # claims of a story; where there are more they come in twos and threes about one sentence
BATCH = 32  # pairs read together, of like length


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and what the model reads of a sentence, of one of the sets."""

    of: str
    kind: str
    claim: str
    sentence: str
    stance: str


def pairs() -> Iterator[Pair]:
    """The pairs that are held back."""
    for matter in matters():
        if not matter.held_back or (len(matter.articles) == 1 and len(matter.claims) <= CONTRASTING):
            continue
        of = "contrasting claims" if len(matter.articles) == 1 else "collections"
        for claim in matter.claims:
            for place, stance in claim.stances:
                title = matter.articles[place[0]].title
                read = text_for_model(matter.sentence(place), title, matter.before(place))
                yield Pair(of, claim.kind, claim.claim, read, stance)
    for each in single_sentences():
        if each.held_back:
            read = text_for_model(each.sentence, each.title, each.before)
            yield from (Pair("single sentences", "", claim, read, stance) for claim, stance in each.claims)


def probabilities(model: PairModel, read: Sequence[Pair]) -> NDArray[np.float64]:
    """Of each pair the probabilities of the three stances: (n_pairs, 3)."""
    tokenize = tokenizer(LONGEST)
    found = np.zeros((len(read), len(KINDS)))
    order = sorted(range(len(read)), key=lambda n: len(read[n].claim) + len(read[n].sentence))
    for start in range(0, len(order), BATCH):
        rows = order[start : start + BATCH]
        with torch.inference_mode():
            logits = model.read(tokenize.encode_batch([(read[n].claim, read[n].sentence) for n in rows]))
        found[rows] = torch.softmax(logits.float(), dim=1).numpy()
    return found


def report(read: Sequence[Pair], found: NDArray[np.float64]) -> None:
    """Prints a row for each set, and the polarity of each kind of claim in it."""
    gold = np.array([KINDS.index(StanceKind(each.stance)) for each in read])
    settled, neutral = gold != KINDS.index(StanceKind.NEUTRAL), found[:, KINDS.index(StanceKind.NEUTRAL)]
    told = (found[:, 0] > found[:, 1]) == (gold == 0)
    sets, kinds = np.array([each.of for each in read]), np.array([each.kind for each in read])
    for name in dict.fromkeys(sets):
        own = sets == name
        right, polarity = np.mean(found[own].argmax(axis=1) == gold[own]), np.mean(told[own & settled])
        settles = roc_auc_score(settled[own], -neutral[own])
        print(f"  {name} ({own.sum()}): right {right:.3f}, polarity {polarity:.3f}, settles {settles:.3f}")
        of_kind = {kind: told[own & settled & (kinds == kind)] for kind in sorted(set(kinds[own & settled]))}
        if len(of_kind) > 1:
            print("    " + ", ".join(f"{kind} {each.mean():.2f} ({len(each)})" for kind, each in of_kind.items()))


def main() -> None:
    """Measures each model named, or the one that ships."""
    read = list(pairs())
    for path in map(Path, sys.argv[1:]):
        print(path)
        layers = {name.removeprefix("bert."): tensor for name, tensor in load_file(path).items()}
        report(read, probabilities(PairModel(weights_of(None) | layers, fast_precision()), read))
    if len(sys.argv) == 1:
        report(read, probabilities(PairModel(weights_of("stance"), fast_precision()), read))


if __name__ == "__main__":
    main()
