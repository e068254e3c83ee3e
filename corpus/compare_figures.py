"""Two figures side by side: do their values agree, clash, or say nothing about each other?"""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from clipfile.corpus.figures import Figure
from clipfile.corpus.hedges import Hedge
from clipfile.corpus.measured import Likeness, same_thing
from clipfile.corpus.units import Unit, unit_named

ABOUT_SLACK = 0.1  # share by which "about" may be off: about 15,000 is 13,500 to 16,500
MOST_ROUNDING = 0.025  # share by which an exact figure may be rounded: 5.4 million is 5.35 to 5.45 million
LEAST_ROUNDED = 1000  # below it a plain number is taken as counted, not rounded
_FINEST = 1e-6  # a last digit behind which none is looked for
LARGEST_DECIMALS = 0.5  # what a figure without decimals may leave out
FAR = 2.0  # a bound that the other value passes this many times over says little about it


class Agreement(StrEnum):
    """What two figures say about each other."""

    MATCH = "match"
    CLASH = "clash"
    SILENT = "silent"


class Reason(StrEnum):
    """What decided."""

    SAME_VALUE = "same value"
    ROUNDING = "equal but for rounding"
    HEDGES_OVERLAP = "the ranges or hedges overlap"
    WITHIN_BOUND = "one is within the other's bound"
    FAR_WITHIN_BOUND = "one is within the other's bound, but far from it"
    APART = "the values are apart"
    OTHER_UNIT_OR_THING = "they measure different things"
    UNCLEAR_THING = "too little is said to tell whether they measure the same thing"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two figures agree, and why."""

    agreement: Agreement
    reason: Reason


def compare(a: Figure, b: Figure, likeness: Likeness | None = None) -> Comparison:
    """Whether two figures agree; symmetric, and blind to when they hold (their `as_of`).

    Args:
        a: a figure.
        b: another.
        likeness: whether they measure the same thing, where the caller knows more than the figures say.
    """
    likeness = same_thing(a, b) if likeness is None else likeness
    if likeness is Likeness.OTHER:
        return Comparison(Agreement.SILENT, Reason.OTHER_UNIT_OR_THING)
    reason = compare_values(a, b)
    if reason is Reason.APART:
        if likeness is Likeness.UNCLEAR:
            return Comparison(Agreement.SILENT, Reason.UNCLEAR_THING)
        return Comparison(Agreement.CLASH, reason)
    return Comparison(Agreement.MATCH, reason)


def compare_values(a: Figure, b: Figure) -> Reason:
    """What the values alone say, units converted: a reason to match, or `APART`."""
    if _shut_out(a, b) or _shut_out(b, a):
        return Reason.APART
    a_low, a_high = meant(a)
    b_low, b_high = meant(b)
    if a_low > b_high or b_low > a_high:
        if _one_is_rounded(a, b):
            return Reason.ROUNDING
        converted = a.unit != b.unit and _measure(a) is not None
        slack = MOST_ROUNDING if converted else None
        rounded_a, rounded_b = _rounded(a, slack), _rounded(b, slack)
        apart = rounded_a[0] > rounded_b[1] or rounded_b[0] > rounded_a[1]
        return Reason.APART if apart else Reason.ROUNDING
    if (a_low, a_high) == (b_low, b_high):
        return Reason.SAME_VALUE
    if inf in (a_high, b_high) or -inf in (a_low, b_low):
        return _within_bound(a_low, a_high, b_low, b_high)
    return Reason.HEDGES_OVERLAP


def _shut_out(a: Figure, b: Figure) -> bool:
    """Whether a lower bound begins where an upper one ends, and one of them leaves the value itself out."""
    if a.hedge not in (Hedge.MORE_THAN, Hedge.AT_LEAST) or b.hedge not in (Hedge.LESS_THAN, Hedge.AT_MOST):
        return False
    return meant(a)[0] >= meant(b)[1] and (a.hedge, b.hedge) != (Hedge.AT_LEAST, Hedge.AT_MOST)


def _one_is_rounded(a: Figure, b: Figure) -> bool:
    """Whether one of two measures or percentages of a unit is the other without its decimals: 33 and 33.3 percent."""
    if a.unit != b.unit or _measure(a) is None or a.low != a.high or b.low != b.high:
        return False
    if a.low is None or b.low is None or a.low.is_integer() == b.low.is_integer():
        return False
    whole, other = (a.low, b.low) if a.low.is_integer() else (b.low, a.low)
    return abs(whole - other) <= min(LARGEST_DECIMALS, MOST_ROUNDING * abs(whole))


def meant(figure: Figure) -> tuple[float, float]:
    """The least and the greatest value that a figure's words can mean, in the first unit of its dimension."""
    factor = _factor(figure)
    low, high = -inf if figure.low is None else figure.low, inf if figure.high is None else figure.high
    if figure.low is not None and figure.high is not None:
        if figure.hedge is Hedge.ABOUT:
            low, high = low - ABOUT_SLACK * abs(low), high + ABOUT_SLACK * abs(high)
        elif figure.hedge is Hedge.NEARLY:
            low -= ABOUT_SLACK * abs(low)
    return low * factor, high * factor


def _rounded(figure: Figure, share: float | None) -> tuple[float, float]:
    """What is meant, widened by what the digits may have been rounded by, or by a share of the values."""
    low, high = meant(figure)
    factor = _factor(figure)
    if figure.low is not None:
        low -= factor * _rounding(figure.low) if share is None else share * abs(low)
    if figure.high is not None:
        high += factor * _rounding(figure.high) if share is None else share * abs(high)
    return low, high


def _factor(figure: Figure) -> float:
    unit = _measure(figure)
    return unit.factor if unit else 1.0


def _measure(figure: Figure) -> Unit | None:
    return unit_named(figure.unit.partition(" per ")[0])


def _rounding(value: float) -> float:
    """Half a step of the last digit that is not zero, within limits; a small whole number is not rounded."""
    if round(3 * value, 6) % 100 == 0 and value % 100:
        return MOST_ROUNDING * abs(value)  # a third or two thirds, as a percentage
    if value == int(value):
        if abs(value) < LEAST_ROUNDED:
            return 0.0
        step = 1.0
        while value % (step * 10) == 0:
            step *= 10
    else:
        step = 0.1
        while round(value / step, 6) != round(value / step) and step > _FINEST:
            step /= 10
    return min(step / 2, MOST_ROUNDING * abs(value))


def _within_bound(a_low: float, a_high: float, b_low: float, b_high: float) -> Reason:
    """How near the value is to the open bound of the other: two open ranges in one direction are always near."""
    if a_high == b_high == inf or a_low == b_low == -inf:
        return Reason.HEDGES_OVERLAP
    if inf in (a_high, b_high):
        bound, least = (a_low, b_low) if a_high == inf else (b_low, a_low)
        return Reason.FAR_WITHIN_BOUND if least > FAR * bound >= 0 else Reason.WITHIN_BOUND
    bound, most = (a_high, b_high) if a_low == -inf else (b_high, a_high)
    return Reason.FAR_WITHIN_BOUND if 0 <= most * FAR < bound else Reason.WITHIN_BOUND
