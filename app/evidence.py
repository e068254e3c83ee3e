"""The sentences that may speak for or against a claim, each with its stance.

Searched for the claim and for the claim without its figures, dates and names, so that the sentence with the right
figure is found for a claim with a wrong one.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from clipfile.app.alignment import Alignment, aligned, word_cosines
from clipfile.app.close_reading import read_closely
from clipfile.app.slot import InContext, Slot
from clipfile.app.slots import compare_slots
from clipfile.app.slots_dates import dates_in
from clipfile.app.slots_names import names_in
from clipfile.app.stance import Stance, StanceModel, stance_of
from clipfile.corpus.article import Span
from clipfile.corpus.numbers import numbers_in
from clipfile.index.hybrid import Hit, HybridIndex
from clipfile.index.sentences import SentenceHit, read_by_model, sentence_hits
from clipfile.index.tokens import terms_of

PASSAGES = 40  # looked at for each wording of the claim
SENTENCES = 24  # compared with the claim; what a stance model can read in its time
BEFORE = 2  # sentences of the same article that a reader has just read
HELD = 0.1  # weight of the share of the wordings' terms that a sentence holds, beside its similarity to them
FEWEST_TERMS = 2  # a wording with fewer search terms finds anything


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that was compared with a claim; `modelled` is what the stance model says, `None` without one."""

    hit: SentenceHit
    stance: Stance
    slots: tuple[Slot, ...]
    alignment: Alignment
    modelled: NDArray[np.float32] | None = None


def wordings_of(claim: str) -> list[str]:
    """The claim, and the claim without its figures and dates, and without its names, where enough is left of it."""
    numbers, dates = numbers_in(claim), dates_in(claim, None)
    plain = _without(claim, [*(Span(each.start, each.end) for each in numbers), *(each.span for each in dates)])
    nameless = _without(claim, [Span(each.start, each.end) for each in names_in(claim)])
    wordings = [claim]
    for each in (plain, nameless):
        if each not in wordings and len(set(terms_of(each))) >= FEWEST_TERMS:
            wordings.append(each)
    return wordings


def _without(claim: str, spans: Sequence[Span]) -> str:
    left, position = [], 0
    for span in sorted(spans):
        if span.start >= position:
            left.append(claim[position : span.start])
            position = span.end
    return " ".join(" ".join([*left, claim[position:]]).split())


def candidates(index: HybridIndex, claim: str, as_of: date | None = None, before: str = "") -> list[SentenceHit]:
    """The sentences nearest to the wordings of a claim, on average, nearest first.

    Copies, questions and headlines are left out: a headline says in short what the article says with its grounds.

    `before` is a statement that the claim points back to, searched with it.
    """
    wordings = [*wordings_of(claim), *([f"{before} {claim}"] if before else [])]
    found: dict[int, Hit] = {}
    for wording in wordings:
        for hit in index.search(wording, PASSAGES, as_of):
            found.setdefault(hit.number, hit)
    passages = [found[number] for number in sorted(found)]
    of_wordings = [sentence_hits(index, index.query(wording), passages) for wording in wordings]
    nearness: dict[tuple[str, Span], float] = defaultdict(float)
    for hits in of_wordings:
        for each in hits:
            nearness[_place(each)] += (each.max_similarity + HELD * each.coverage) / len(wordings)
    hits = of_wordings[0]
    hits.sort(key=lambda each: (-round(nearness[_place(each)], 4), each.article.article_id, each.span))
    kept: list[SentenceHit] = []
    seen: set[str] = set()
    for each in hits:
        words = " ".join(terms_of(each.quote))
        is_headline = words == " ".join(terms_of(each.article.title or ""))
        if words and words not in seen and not each.is_question and not is_headline:
            seen.add(words)
            kept.append(each)
    return kept


def _place(hit: SentenceHit) -> tuple[str, Span]:
    return hit.article.article_id, hit.span


def in_context(index: HybridIndex, hit: SentenceHit) -> InContext:
    """A sentence that was found, with those before it."""
    before = index.sentences_before(hit.article.article_id, hit.span, BEFORE)
    return InContext(hit.article, hit.span, before, index.store.indexed(hit.article.article_id).voice(hit.span).speaker)


def evidence_for(
    index: HybridIndex,
    claim: str,
    as_of: date | None = None,
    model: StanceModel | None = None,
    before: str = "",
) -> list[Evidence]:
    """The sentences nearest to a claim with their stances, the nearest first."""
    hits = candidates(index, claim, as_of, before)[:SENTENCES]
    encoded = index.query(claim).encoded
    alignments = [aligned(claim, hit.quote, word_cosines(index.store, hit, claim, encoded)) for hit in hits]
    modelled = None
    if model and hits:
        modelled = read_closely(model, claim, read_by_model(index, hits), [hit.quote for hit in hits], alignments)
    found = []
    for row, (hit, alignment) in enumerate(zip(hits, alignments, strict=True)):
        context = in_context(index, hit)
        slots = compare_slots(claim, context, alignment)
        own = None if modelled is None else modelled[row]
        stance = stance_of(claim, hit, context, alignment, slots, own)
        found.append(Evidence(hit, stance, tuple(slots), alignment, own))
    return found
