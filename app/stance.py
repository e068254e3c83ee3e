"""The stance of a sentence towards a claim: supports, refutes or neutral, with the comparison that decided.

Multinomial logistic regression over the slots, the alignment and, where there is one, a stance model.
`eval/training/fit_stance.py` fits and prints the weights, on articles and claims that are not the shipped collection's.
Every feature depends on the claim and the sentence in its article alone, so that other articles change no stance.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from clipfile.app.alignment import Alignment
from clipfile.app.claim_words import words_in
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.app.stance_weights import WITH_MODEL, WITHOUT_MODEL, Weights
from clipfile.index.sentences import SentenceHit


class StanceKind(StrEnum):
    """Where a quote stands towards a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


class StanceModel(Protocol):
    """Anything that says how sentences stand towards a claim, such as a trained cross-encoder."""

    def probabilities(self, claim: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Probabilities of supports, refutes and neutral: (n_sentences, 3), rows that sum to 1."""


@dataclass(frozen=True, slots=True)
class Stance:
    """The likeliest stance and its probability; `supports` and `refutes` are those of both sides, 0 to 1.

    `rules` holds in words what decided, or would, for each stance.
    """

    kind: StanceKind
    score: float
    supports: float
    refutes: float
    rules: tuple[str, str, str]

    @property
    def rule(self) -> str:
        """What decided, in words."""
        return self.rule_for(self.kind)

    def rule_for(self, kind: StanceKind) -> str:
        """What speaks for a stance, in words."""
        return self.rules[KINDS.index(kind)]


KINDS = tuple(StanceKind)


def stance_of(
    claim: str,
    hit: SentenceHit,
    context: InContext,
    alignment: Alignment,
    slots: Sequence[Slot],
    modelled: NDArray[np.float32] | None = None,
) -> Stance:
    """The stance of a sentence that was found.

    Args:
        claim: its text.
        hit: the sentence with the signals of the search.
        context: the sentence with those before it.
        alignment: the words of the claim and the sentence, paired.
        slots: what the comparison of the two gave.
        modelled: a stance model's probabilities of supports, refutes and neutral, (3,); `None` without a model.
    """
    features = features_of(hit, context, alignment, slots)
    weights = WITHOUT_MODEL
    if modelled is not None:
        features |= model_features(modelled)
        weights = WITH_MODEL
    shares = probabilities_of(features, weights)
    best = int(np.argmax(shares))
    supports, refutes, neutral = (rule_of(kind, slots, modelled) for kind in KINDS)
    return Stance(KINDS[best], round(shares[best], 4), shares[0], shares[1], (supports, refutes, neutral))


def features_of(hit: SentenceHit, context: InContext, alignment: Alignment, slots: Sequence[Slot]) -> dict[str, float]:
    """The features of a sentence by name, each from about -1 to 1."""
    content = [position for position, word in enumerate(alignment.claim) if word.term]
    n = max(len(content), 1)
    exact = [alignment.likeness[position] == 1.0 for position in content]
    around = {word.term for word in words_in(context.around)} - {""}
    in_context = [alignment.claim[position].term in around for position in content]
    likeness = sorted(alignment.likeness[position] for position in content) or [0.0]
    worst = likeness[: max(1, len(likeness) // 3)]
    known = sum(a or b for a, b in zip(exact, in_context, strict=True)) / n
    features = {
        "similarity": hit.max_similarity,
        "exact": sum(exact) / n,
        "known": known,
        "likeness": sum(likeness) / len(likeness),
        "worst": sum(worst) / len(worst),
        "closeness": max(hit.max_similarity - 0.6, 0.0) * 5,
        "cosine": hit.hit.cosine,
        "long_claim": min(len(content) / 20, 1.0),
        "long_sentence": min(len(alignment.sentence) / 40, 1.0),
    }
    features |= _slot_features(slots)
    near = max(hit.max_similarity - 0.5, 0.0) * 2
    clashes = min(features["sure_clash"] + 0.5 * features["weak_clash"], 2.0)
    features["near_clash"] = near * clashes
    features["near_sure_clash"] = near * min(features["sure_clash"], 1.0)
    features["near_match"] = near * min(features["match"], 2.0)
    features["near_no_clash"] = near * (clashes == 0)
    features["near_silent"] = near * min(features["silent"], 2.0)
    return features


def _slot_features(slots: Sequence[Slot]) -> dict[str, float]:
    features: dict[str, float] = {}
    for kind in SlotKind:
        own = [slot for slot in slots if slot.kind is kind]
        if kind is not SlotKind.NEGATION or own:
            features[f"{kind}_silent"] = float(any(slot.outcome is Outcome.SILENT for slot in own))
        features[f"{kind}_match"] = float(any(slot.outcome is Outcome.MATCH and slot.sentence for slot in own))
        features[f"{kind}_clash"] = max(
            (1.0 if slot.sure else 0.5 for slot in own if slot.outcome is Outcome.CLASH), default=0.0
        )
    names = [slot for slot in slots if slot.kind is SlotKind.NAME]
    features["names_missing"] = sum(slot.outcome is not Outcome.MATCH for slot in names) / max(len(names), 1)
    clashing = [slot for slot in slots if slot.outcome is Outcome.CLASH]
    features["sure_clash"] = float(sum(slot.sure for slot in clashing))
    features["weak_clash"] = float(sum(not slot.sure for slot in clashing))
    features["match"] = float(sum(slot.outcome is Outcome.MATCH and slot.kind is not SlotKind.NAME for slot in slots))
    features["silent"] = float(
        sum(slot.outcome is Outcome.SILENT and slot.kind in (SlotKind.FIGURE, SlotKind.DATE) for slot in slots)
    )
    return features


def model_features(modelled: NDArray[np.float32]) -> dict[str, float]:
    """A stance model's probabilities as log odds against neutral, so that weights of 1 leave them as they are."""
    supports, refutes, neutral = (math.log(max(float(each), 1e-4)) for each in modelled)
    return {"model_supports": supports - neutral, "model_refutes": refutes - neutral}


def probabilities_of(features: Mapping[str, float], weights: Weights) -> tuple[float, float, float]:
    """Probabilities of supports, refutes and neutral; neutral is the class against which the weights are given."""
    logits = [
        each.intercept + sum(weight * features.get(name, 0.0) for name, weight in each.weights.items())
        for each in (weights.supports, weights.refutes)
    ]
    highest = max(*logits, 0.0)
    shares = [math.exp(logit - highest) for logit in (*logits, 0.0)]
    total = sum(shares)
    return shares[0] / total, shares[1] / total, shares[2] / total


def rule_of(kind: StanceKind, slots: Sequence[Slot], modelled: NDArray[np.float32] | None) -> str:
    """What decided, in words: the slots that speak for the stance, else the wording, or the stance model."""
    wanted = {StanceKind.REFUTES: Outcome.CLASH, StanceKind.SUPPORTS: Outcome.MATCH}.get(kind)
    found = [slot for slot in slots if slot.outcome is wanted and slot.sentence]
    found.sort(key=lambda slot: (not slot.sure, slot.kind is SlotKind.NAME))
    names = list(dict.fromkeys(slot.rule for slot in found if slot.sure or wanted is Outcome.CLASH))
    by = "stance model" if modelled is not None else "wording"
    return "; ".join([*names[:2], by] if modelled is not None or not names else names[:2])
