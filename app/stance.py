"""The stance of a sentence towards a claim: supports, refutes or neutral, with the comparison that decided.

Two logistic regressions over the slots, the alignment and, where there is one, a stance model: does the sentence
settle the claim, and if so, does it support it? `eval/training/fit_stance.py` fits and prints the weights.
Every feature depends on the claim and the sentence in its article alone, so that other articles change no stance (by more
than the rounding of 16-bit floats, where the processor has them).
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
from clipfile.app.logistic import logistic
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.app.slots_negation import cues_in
from clipfile.app.stance_weights import RULES_ALONE, WITH_MODEL, Line, Weights
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
LEAST_KNOWN = (
    0.2  # share of the claim's words that a sentence and what stands before it hold, below which it says nothing of it
)
KNOWN = 0.4  # share from which what is lacking is held against it no more


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
    weights = RULES_ALONE
    if modelled is not None:
        features |= model_features(modelled, features["known"])
        weights = WITH_MODEL
    shares = probabilities_of(features, weights)
    best = int(np.argmax(shares))
    supports, refutes, neutral = (rule_of(kind, slots, modelled) for kind in KINDS)
    return Stance(KINDS[best], shares[best], shares[0], shares[1], (supports, refutes, neutral))


def features_of(hit: SentenceHit, context: InContext, alignment: Alignment, slots: Sequence[Slot]) -> dict[str, float]:
    """The features of a sentence by name, each from about -1 to 1."""
    content = [position for position, word in enumerate(alignment.claim) if word.term]
    n = max(len(content), 1)
    around = {word.term for word in words_in(context.around)} - {""}
    held = [alignment.likeness[each] == 1.0 for each in content]
    known = [alignment.likeness[each] == 1.0 or alignment.claim[each].term in around for each in content]
    likeness = sorted(alignment.likeness[position] for position in content) or [0.0]
    worst = likeness[: max(1, len(likeness) // 3)]
    features = {
        "similarity": hit.max_similarity,
        "held": sum(held) / n,
        "known": sum(known) / n,
        "unknown": max(0.0, KNOWN - sum(known) / n) / KNOWN,
        "likeness": sum(likeness) / len(likeness),
        "worst": sum(worst) / len(worst),
        "long_claim": min(len(content) / 20, 1.0),
        "long_sentence": min(len(alignment.sentence) / 40, 1.0),
    }
    features |= _slot_features(slots) | _polarity_features(alignment, slots)
    clash = max(features[f"{kind}_clash"] for kind in SlotKind)
    return features | {"agrees": features["known"] * (1 - clash)}  # it holds what is claimed, and nothing against it


def _slot_features(slots: Sequence[Slot]) -> dict[str, float]:
    """For each kind of slot: whether one matches, one is silent, and how sure one clashes."""
    features: dict[str, float] = {}
    for kind in SlotKind:
        own = [slot for slot in slots if slot.kind is kind]
        clashes = [1.0 if slot.sure else 0.5 for slot in own if slot.outcome is Outcome.CLASH]
        features[f"{kind}_match"] = float(any(slot.outcome is Outcome.MATCH and slot.sentence for slot in own))
        features[f"{kind}_silent"] = float(any(slot.outcome is Outcome.SILENT for slot in own))
        features[f"{kind}_clash"] = max(clashes, default=0.0)
    names = [slot for slot in slots if slot.kind is SlotKind.NAME]
    features["names_missing"] = sum(slot.outcome is not Outcome.MATCH for slot in names) / max(len(names), 1)
    return features


def _polarity_features(alignment: Alignment, slots: Sequence[Slot]) -> dict[str, float]:
    """Whether the two say the reverse: by opposites where there are some, else by one of them being negated."""
    negated = [bool(cues_in(words)) for words in (alignment.claim, alignment.sentence)]
    differs = float(negated[0] != negated[1])
    opposites = [slot.outcome for slot in slots if slot.kind is SlotKind.OPPOSITE]
    reverse = float(Outcome.CLASH in opposites) if opposites else differs
    return {"negation_differs": differs, "reverse": reverse}


def model_features(modelled: NDArray[np.float32], known: float) -> dict[str, float]:
    """A stance model's log odds of having a stance at all, and of supporting rather than refuting.

    `denial_apart` is how far it reads a denial in a sentence that lacks the claim's words, of which it knows the share
    `known`: a sentence about something else often reads as one.
    """
    supports, refutes, neutral = (max(float(each), 1e-4) for each in modelled)
    return {
        "model_relevant": math.log((supports + refutes) / neutral),
        "model_polarity": math.log(supports / refutes),
        "denial_apart": (1 - known) * refutes / (supports + refutes),
    }


def probabilities_of(features: Mapping[str, float], weights: Weights) -> tuple[float, float, float]:
    """Probabilities of supports, refutes and neutral: first whether it settles the claim, then in which way.

    Who holds an office no sentence denies that names no holder, whatever a model makes of it.
    """
    if features["known"] < LEAST_KNOWN:
        return 0.0, 0.0, 1.0
    settles = _probability(features, weights.relevance)
    supports = _probability(features, weights.polarity)
    for_it, against_it = settles * supports * carried(features, weights), settles * (1 - supports)
    if features.get("agent_silent"):
        against_it = 0.0
    return for_it, against_it, 1 - for_it - against_it


def carried(features: Mapping[str, float], weights: Weights) -> float:
    """The share of its support that a sentence keeps: little if it lacks a figure of the claim or has another."""
    kept = 1.0
    if features.get("figure_silent") or features.get("figure_clash") == 1.0:
        kept *= weights.without_figure
    if features.get("date_silent") or features.get("date_clash") == 1.0:
        kept *= weights.without_date
    return kept


def _probability(features: Mapping[str, float], line: Line) -> float:
    return logistic(line.intercept + sum(weight * features.get(name, 0.0) for name, weight in line.weights.items()))


def rule_of(kind: StanceKind, slots: Sequence[Slot], modelled: NDArray[np.float32] | None) -> str:
    """What decided, in words: the slots that speak for the stance, else the wording, or the stance model."""
    wanted = {StanceKind.REFUTES: Outcome.CLASH, StanceKind.SUPPORTS: Outcome.MATCH}.get(kind)
    found = [slot for slot in slots if slot.outcome is wanted and slot.sentence]
    found.sort(key=lambda slot: (not slot.sure, slot.kind is SlotKind.NAME))
    names = list(dict.fromkeys(slot.rule for slot in found if slot.sure or wanted is Outcome.CLASH))
    by = "stance model" if modelled is not None else "wording"
    return "; ".join([*names[:2], by] if modelled is not None or not names else names[:2])
