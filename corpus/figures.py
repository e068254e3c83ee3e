"""Figures: every quantity in a text, with its hedge, unit, what is counted, and as of when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clipfile.corpus.article import Span
from clipfile.corpus.as_of import as_of_in, holds_at_a_date, stated_for_others
from clipfile.corpus.counted import counted_in
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.hedges import Hedge
from clipfile.corpus.measures import OF_PEOPLE, measures_in
from clipfile.corpus.numbers import Number, numbers_in
from clipfile.corpus.quantities import Quantity, quantities_in
from clipfile.corpus.sums import says_money
from clipfile.corpus.times import Time, times_in
from clipfile.corpus.units import CURRENCIES, NUMBER, PERCENT, TIMES, unit_named

_SET_AGAINST = re.compile(r"\b(?:from|against|compared (?:with|to)|instead of|rather than)\s+$", re.IGNORECASE)
_OUT_OF = re.compile(
    r"[“\"‘']?(?:out )?of (?:the |its |their |about |some |around |nearly |roughly |more than )*[\w,]+\b", re.I
)
_OF_THEM = re.compile(r" of (?:them|these|those|whom|which)\b(?! [a-z]+s\b)")
_SIDE = re.compile(r" (?:in favou?r|against)\b")
_NEARER = 40  # characters before a bare number that set it against another
_FEW = 8  # figures that a bare number may go back to
_LONGEST = 1500  # characters of a sentence that is read in one piece; longer ones are tables, read piece by piece
_LARGE_SUM = 1e6
_TABLE_ROW = re.compile(r"\|.*\|", re.DOTALL)  # its column says what it counts, which no sentence does
_FARTHER = 1e5  # times as much as the figure before is no count of the same thing
_NEAR = 400  # characters within which a bare number may go back to a figure of an earlier sentence


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity at `text[start:end]`, the words of its hedge, value and unit.

    `low` is `None` when only an upper bound is given, `high` when only a lower one. `unit` is "percent", "USD", "metres"
    or, of counted things, their noun; `counted` says more closely what is counted ("police officers", "people killed"),
    `base` what a percentage is of. `as_of` is a date or an interval of two as EDTF, `None` when nothing says.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str
    counted: str | None = None
    base: str | None = None
    as_of: str | None = None


def figures_of(text: str, sentences: Sequence[Span], published: PublicationDate | None = None) -> list[Figure]:
    """The figures of the sentences in order.

    Args:
        text: the article's text.
        sentences: its sentences; figures outside them (in furniture) are left out.
        published: when the article appeared, against which "last year" and "on Tuesday" are resolved.
    """
    found: list[Figure] = []
    recent: list[Figure] = []  # the figures of the last sentence with figures, while it is near
    stated: str | None = None  # the date that a sentence of this paragraph gives to its figures
    before = 0  # where the piece before ends
    for sentence in _pieces(text, sentences):
        if "\n" in text[before : sentence.start]:
            stated = None
        before = sentence.end
        words = text[sentence.start : sentence.end]
        numbers = [] if _TABLE_ROW.fullmatch(words) else numbers_in(words)
        times = times_in(words, published) if numbers else []
        given = stated_for_others(words, times)
        if given:
            stated = given
            found[len(found) - len(recent) :] = [_dated(figure, given) for figure in found[len(found) - len(recent) :]]
        figures = _figures_in(words, sentence.start, numbers, times, recent) if numbers else []
        if stated:
            figures = [_dated(figure, stated) for figure in figures]
        found.extend(figures)
        recent = figures or (recent if sentence.start - (recent[-1].end if recent else 0) < _NEAR else [])
    return found


def _pieces(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences, those of unusual length cut at white space."""
    for sentence in sentences:
        start = sentence.start
        while sentence.end - start > _LONGEST:
            space = text.rfind(" ", start, start + _LONGEST)
            end = space if space > start else start + _LONGEST
            yield Span(start, end)
            start = end
        yield Span(start, sentence.end)


def _figures_in(
    words: str, offset: int, numbers: Sequence[Number], times: Sequence[Time], recent: Sequence[Figure]
) -> list[Figure]:
    """The figures of one sentence; a number that nothing near it explains counts what the figure before it counts."""
    quantities = quantities_in(words, numbers, times)
    counted = [counted_in(words, quantities, position) for position in range(len(quantities))]
    dates = as_of_in(words, quantities, counted, times)
    figures: list[Figure] = []
    for quantity, what, as_of in zip(quantities, counted, dates, strict=True):
        unit, thing = what.unit, what.counted
        against = _compared_with(words[max(0, quantity.start - _NEARER) : quantity.start], figures)
        if not what.known:
            like = (
                against
                or _sum_before(words, quantity, figures, recent)
                or _antecedent(words, quantity, figures, recent)
            )
            if like is None and quantity.in_words and not _OF_THEM.match(words, quantity.end):
                continue
            if like is not None:
                unit, thing = like.unit.partition(" per ")[0] + quantity.rate, like.counted
                if side := _SIDE.match(words, quantity.end):
                    thing = f"{unit}{side[0]}"
        elif thing is None and against and against.unit.partition(" per ")[0] == unit.partition(" per ")[0]:
            thing = against.counted
        base = what.base
        if thing is None and unit == PERCENT and _OF_THEM.match(words, quantity.end):
            like = _antecedent(words, quantity, figures, recent)
            thing = base = like.counted if like else None  # "61,000 people, a third of them children"
        figures.append(
            Figure(
                offset + quantity.start,
                offset + quantity.end,
                quantity.low,
                quantity.high,
                quantity.hedge,
                unit,
                thing,
                base,
                as_of if what.known or holds_at_a_date(unit) else None,
            )
        )
    return figures


def _compared_with(before: str, here: Sequence[Figure]) -> Figure | None:
    """The figure that a bare number is set against: "11,300 euros, down from 14,000"."""
    return here[-1] if here and _SET_AGAINST.search(before) else None


def _sum_before(words: str, quantity: Quantity, here: Sequence[Figure], recent: Sequence[Figure]) -> Figure | None:
    """The sum of money that a bare number goes on from: "31 million dollars, of which 12 million …"."""
    large = (quantity.high or quantity.low or 0) >= _LARGE_SUM
    last = (
        here[-1]
        if here
        else recent[-1]
        if recent and says_money(words[max(0, quantity.start - _NEARER) : quantity.start])
        else None
    )
    return last if last and last.unit.partition(" per ")[0] in CURRENCIES and (large or not here) else None


def _antecedent(words: str, quantity: Quantity, here: Sequence[Figure], recent: Sequence[Figure]) -> Figure | None:
    """The figure whose counted thing a bare number shares: the last one of the sentence, else the first before it.

    After "Of about 1,900 households that have applied, …" it is the first of the sentence.
    """
    before = here[:_FEW] if _OUT_OF.match(words) else [*reversed(here[-_FEW:]), *recent[:_FEW]]
    of_them = _OF_THEM.match(words, quantity.end) is not None
    value = 0 if quantity.unit == PERCENT else quantity.high or quantity.low or 0
    meant = (one for one in before if _may_be_meant(one) and not (of_them and unit_named(one.unit)))
    return next((one for one in meant if value < _FARTHER * _size(one)), None)


def _may_be_meant(figure: Figure) -> bool:
    """Whether a bare number may go back to a figure: not to shares and sums, of which "grant" is counted, not euros."""
    unit = figure.unit.partition(" per ")[0]
    sum_of_money = unit in CURRENCIES or (unit_named(unit) is None and unit not in (figure.counted or unit))
    return unit not in (NUMBER, PERCENT, TIMES) and not sum_of_money


def _size(figure: Figure) -> float:
    return max(figure.high or figure.low or 0, 1)


def _dated(figure: Figure, as_of: str) -> Figure:
    undated = figure.as_of is None and holds_at_a_date(figure.unit) and figure.counted is not None
    people = undated and any(name in OF_PEOPLE for _, name in measures_in(figure.counted or ""))
    return replace(figure, as_of=as_of) if people else figure
