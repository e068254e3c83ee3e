"""Figures of a claim against those of a sentence: the same thing measured, and values that agree or exclude each other."""

import math
from collections.abc import Sequence

from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span
from clipfile.corpus.figures import Figure, figures_of
from clipfile.corpus.hedges import Hedge
from clipfile.corpus.measured import Likeness, same_thing
from clipfile.corpus.times import period
from clipfile.corpus.units import unit_named

ROUNDED = 0.05  # share by which "about" and rounding may be off
NEARLY = 0.1  # share below the number that "nearly" reaches down to
CLOSE_TO_BOUND = 0.35  # share above "more than" a number that a reader would still expect


def compare_figures(claim: str, context: InContext) -> list[Slot]:
    """One slot for each figure of the claim."""
    own = figures_of(claim, [Span(0, len(claim))], context.article.published)
    if not own:
        return []
    theirs = [
        figure
        for figure in figures_of(context.article.text, [*context.before, context.span], context.article.published)
        if context.span.start <= figure.start < context.span.end
    ]
    return [_compare(figure, theirs, context.span.start) for figure in own]


def _compare(own: Figure, theirs: Sequence[Figure], offset: int) -> Slot:
    span = Span(own.start, own.end)
    likely = [(figure, likeness) for figure in theirs if (likeness := same_thing(own, figure)) is not Likeness.OTHER]
    likely = [(figure, likeness) for figure, likeness in likely if _same_time(own, figure)]
    for figure, _ in likely:
        if agree(own, figure):
            found = Span(figure.start - offset, figure.end - offset)
            return Slot(SlotKind.FIGURE, Outcome.MATCH, span, found, "same figure")
    clashing = [(figure, likeness) for figure, likeness in likely if exclude(own, figure)]
    clashing.sort(key=lambda pair: pair[1] is not Likeness.SAME)
    if clashing:
        figure, likeness = clashing[0]
        found = Span(figure.start - offset, figure.end - offset)
        return Slot(SlotKind.FIGURE, Outcome.CLASH, span, found, "another figure", likeness is Likeness.SAME)
    return Slot(SlotKind.FIGURE, Outcome.SILENT, span, None, "figure")


def _same_time(a: Figure, b: Figure) -> bool:
    """Whether two figures can hold at the same time; an undated one holds at any."""
    if a.as_of is None or b.as_of is None:
        return True
    (first_a, last_a), (first_b, last_b) = period(a.as_of), period(b.as_of)
    return first_a <= last_b and first_b <= last_a


def agree(own: Figure, theirs: Figure) -> bool:
    """Whether a claim's figure holds if the other does, as a reader would say."""
    low, high = _range(own)
    their_low, their_high = _range(theirs)
    if math.isinf(their_high) and not math.isinf(high):  # "more than 700" bears out "about 750", not "about 7,000"
        their_high = their_low * (1 + CLOSE_TO_BOUND)
        return low <= their_high and high >= their_low
    if math.isinf(high):
        return their_low >= low
    if own.hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return their_high <= high
    if theirs.hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return high <= their_high and low >= their_high / 2
    if theirs.hedge is Hedge.RANGE and own.hedge is not Hedge.RANGE:
        return their_low <= low and high <= their_high
    return low <= their_high and their_low <= high


def exclude(own: Figure, theirs: Figure) -> bool:
    """Whether both figures cannot hold."""
    low, high = _range(own)
    their_low, their_high = _range(theirs)
    return high < their_low or their_high < low


def _range(figure: Figure) -> tuple[float, float]:
    """The least and the greatest value that the words allow, in the first unit of the dimension."""
    factor = _factor(figure.unit)
    low = 0.0 if figure.low is None else figure.low * factor
    high = math.inf if figure.high is None else figure.high * factor
    slack = {Hedge.ABOUT: 2 * ROUNDED, Hedge.EXACT: _rounding(low), Hedge.RANGE: 0.0}.get(figure.hedge, 0.0)
    if figure.hedge is Hedge.NEARLY:
        return low * (1 - NEARLY), high
    if math.isinf(high):
        return low, high
    return low * (1 - slack), high * (1 + slack)


def _rounding(value: float) -> float:
    """How far off a number without a hedge may be: a round one that ends in noughts half its last place, a small none."""
    if value < 100 or value != int(value):
        return 0.0
    digits = str(int(value)).rstrip("0")
    place = 10 ** (len(str(int(value))) - len(digits))
    return min(0.5 * place / value, ROUNDED) if place > 1 else 0.0


def _factor(unit: str) -> float:
    measure = unit_named(unit.partition(" per ")[0])
    return measure.factor if measure else 1.0
