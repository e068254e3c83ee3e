"""How far a second, independent labelling agrees with the gold: Cohen's kappa.

Cohen, "A Coefficient of Agreement for Nominal Scales" (1960), doi:10.1177/001316446002000104: 1 is full agreement, 0 what
chance would give. The second labelling is a file in the same format that holds some of the ids.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.collection import Collection
from clipfile.corpus.sentences import sentences_of
from clipfile.eval.gold import Claim, GoldQuote, Question
from clipfile.eval.intervals import Measured, with_interval
from clipfile.eval.places import HIT_SHARE, Place, characters, gold_characters


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two labellings agree on one thing.

    kappa: Cohen's kappa with its interval over questions or claims; None where both gave one label throughout.
    share: share of the labels that are the same. n: how many labels. differ: ids on which they differ.
    """

    what: str
    kappa: Measured
    share: float
    n: int
    differ: tuple[str, ...]


class AgreementError(ValueError):
    """Two labellings that cannot be compared; the message says why."""


Labels = Mapping[str, tuple[Sequence[object], Sequence[object]]]
"""Of each id, the labels of the first and of the second labelling."""


def question_agreement(
    first: Sequence[Question], second: Sequence[Question], collection: Collection
) -> list[Agreement]:
    """Agreement on whether a question can be answered, and on which sentences of the collection answer it.

    Raises:
        AgreementError: if no id is in both.
    """
    pairs = _pairs({each.question_id: each for each in first}, {each.question_id: each for each in second})
    sentences = [
        Place(article.article_id, span.start, span.end)
        for article in collection
        for span in sentences_of(article.text, article.furniture)
    ]
    answerable = {asked: ([one.answerable], [other.answerable]) for asked, (one, other) in pairs.items()}
    marked = {
        asked: (gold_sentences(one.gold, sentences), gold_sentences(other.gold, sentences))
        for asked, (one, other) in pairs.items()
    }
    return [_agreement("the articles answer or not", answerable), _agreement("which sentences answer", marked)]


def claim_agreement(first: Sequence[Claim], second: Sequence[Claim]) -> list[Agreement]:
    """Agreement on the verdicts.

    Raises:
        AgreementError: if no id is in both.
    """
    pairs = _pairs({each.claim_id: each for each in first}, {each.claim_id: each for each in second})
    verdicts = {asked: ([str(one.verdict)], [str(other.verdict)]) for asked, (one, other) in pairs.items()}
    return [_agreement("verdict", verdicts)]


def gold_sentences(gold: Sequence[GoldQuote], sentences: Sequence[Place]) -> list[bool]:
    """Of each sentence, whether at least half of its characters are gold."""
    marked = gold_characters(gold)
    return [
        len(characters([sentence]) & marked) >= HIT_SHARE * (sentence.end - sentence.start) for sentence in sentences
    ]


def _pairs(first: Mapping[str, object], second: Mapping[str, object]) -> dict:
    both = {asked: (each, second[asked]) for asked, each in first.items() if asked in second}
    if not both:
        raise AgreementError("the two files have no id in common; the second labelling keeps the ids of the first")
    return both


def _agreement(what: str, labels: Labels) -> Agreement:
    known = sorted({str(label) for pair in labels.values() for part in pair for label in part})
    counts = np.array([_pairs_counted(known, *pair) for pair in labels.values()])
    same = [one == other for pair in labels.values() for one, other in zip(*pair, strict=True)]
    differ = tuple(asked for asked, (one, other) in labels.items() if list(one) != list(other))
    kappa = with_interval(lambda numbers: kappa_of(counts[numbers].sum(axis=0)), len(labels))
    return Agreement(what, kappa, sum(same) / len(same), len(same), differ)


def _pairs_counted(known: Sequence[str], first: Sequence[object], second: Sequence[object]) -> NDArray[np.int64]:
    """How often each label of the first met each of the second: (n_labels, n_labels), int64."""
    rows = {label: row for row, label in enumerate(known)}
    counts = np.zeros((len(known), len(known)), np.int64)
    for one, other in zip(first, second, strict=True):
        counts[rows[str(one)], rows[str(other)]] += 1
    return counts


def cohen_kappa(first: Sequence[object], second: Sequence[object]) -> float | None:
    """Cohen's kappa of two labellings; None where both gave the same single label."""
    return kappa_of(_pairs_counted(sorted({str(label) for label in (*first, *second)}), first, second))


def kappa_of(counts: NDArray[np.int64]) -> float | None:
    """(share that agrees - share expected) / (1 - share expected), from how often each label met each.

    None where both gave the same single label.
    """
    n = counts.sum()
    agreed = np.trace(counts) / n
    expected = float(counts.sum(axis=0) @ counts.sum(axis=1)) / n**2
    return None if expected == 1 else float((agreed - expected) / (1 - expected))
