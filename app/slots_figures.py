"""Figures of a claim against those of a sentence: the same thing measured, and values that agree or exclude each other."""

import re
from collections.abc import Sequence

from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span
from clipfile.corpus.compare_figures import Reason, compare_values
from clipfile.corpus.figures import Figure, figures_of
from clipfile.corpus.measured import Likeness, key_words, same_kind_of_unit, same_thing
from clipfile.corpus.times import period

_NOT = re.compile(r"\bnot (?:about |some |the )?$", re.IGNORECASE)
_WAY = re.compile(r"\b(by|to|from)\s$", re.IGNORECASE)


def compare_figures(claim: str, context: InContext) -> list[Slot]:
    """One slot for each figure of the claim; a clash is sure where the two surely measure the same thing."""
    published = context.article.published
    own = figures_of(claim, [Span(0, len(claim))], published)
    if not own:
        return []
    read = figures_of(context.article.text, [*context.before, context.span], published)
    text = context.article.text
    theirs = [
        figure  # but not the one that is set against another: "16 million, not 38 million"
        for figure in read
        if context.span.start <= figure.start < context.span.end
        and not _NOT.search(text[context.span.start : figure.start])
    ]
    return [
        _compare(figure, [each for each in theirs if _same_way(claim, figure, text, each)], context.span.start)
        for figure in own
    ]


def _same_way(claim: str, own: Figure, text: str, other: Figure) -> bool:
    """Whether not one is what something came to and the other by how much: to 5 percent, by 5 percent."""
    ways = [_WAY.search(words[max(0, start - 6) : start]) for words, start in ((claim, own.start), (text, other.start))]
    return not (ways[0] and ways[1]) or ways[0][1].lower() == ways[1][1].lower()


def _compare(own: Figure, theirs: Sequence[Figure], offset: int) -> Slot:
    """The claim's figure against the sentence's: one that agrees, else one that excludes it, surest first.

    Where the sentence has the very number for something by another name (400 officers, 400 police), none excludes it.
    """
    span = Span(own.start, own.end)
    alike = [(figure, same_thing(own, figure)) for figure in theirs if _same_time(own, figure)]
    alike = [pair for pair in alike if pair[1] is not Likeness.OTHER and not _part_of(own, pair[0])]
    reasons = [(figure, likeness, compare_values(own, figure)) for figure, likeness in alike]
    for figure, _, reason in reasons:
        if reason not in (Reason.APART, Reason.FAR_WITHIN_BOUND):
            return Slot(SlotKind.FIGURE, Outcome.MATCH, span, _span(figure, offset), "same figure")
    if any(_same_number(own, figure) for figure in theirs):
        return Slot(SlotKind.FIGURE, Outcome.SILENT, span, None, "figure")
    apart = [
        (likeness is not Likeness.SAME, figure)
        for figure, likeness, reason in reasons
        if reason is Reason.APART and (likeness is Likeness.SAME or figure.unit == own.unit)
    ]
    if apart:
        unsure, figure = min(apart, key=lambda pair: (pair[0], pair[1].start))
        return Slot(SlotKind.FIGURE, Outcome.CLASH, span, _span(figure, offset), "another figure", not unsure)
    return Slot(SlotKind.FIGURE, Outcome.SILENT, span, None, "figure")


def _same_number(a: Figure, b: Figure) -> bool:
    return same_kind_of_unit(a.unit, b.unit) and (a.low, a.high) == (b.low, b.high) and _same_time(a, b)


def _same_time(a: Figure, b: Figure) -> bool:
    """Whether two figures can hold at the same time; an undated one holds at any."""
    if a.as_of is None or b.as_of is None:
        return True
    (first_a, last_a), (first_b, last_b) = period(a.as_of), period(b.as_of)
    return first_a <= last_b and first_b <= last_a


def _part_of(a: Figure, b: Figure) -> bool:
    """Whether one counts what only belongs to what the other counts: members of gangs, and gangs."""
    if a.unit == b.unit or not a.counted or not b.counted:
        return False
    heads_a, heads_b = key_words(a.unit), key_words(b.unit)
    if heads_a & heads_b:
        return False
    return bool(heads_a & key_words(b.counted) or heads_b & key_words(a.counted))


def _span(figure: Figure, offset: int) -> Span:
    return Span(figure.start - offset, figure.end - offset)
