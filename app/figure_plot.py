"""Where the figures of a ledger stand in a plot of value over time; the page draws it."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clipfile.app.dateline import MONTHS
from clipfile.app.ledger import Row
from clipfile.corpus.hedges import Hedge
from clipfile.corpus.times import period
from clipfile.corpus.units import CURRENCIES, PEOPLE, PERCENT

FEWEST = 2  # figures of one unit that make a plot
TICKS = 5  # about as many on each axis
WIDE = 30.0  # largest over smallest value above which an even scale would press most figures into one line
OUTLETS = 7  # that get a sign of their own; the rest share the last one
OTHERS = "other outlets"
NOT_STATED = "outlet not stated"
ROUGH = (Hedge.ABOUT, Hedge.NEARLY)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis; `at` is a share of its length, 0 to 1."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure; `row` is its place in the ledger, and the others are shares of the axes, 0 to 1.

    `first` and `last` are the first and the last day that its date can mean, `None` of an undated one. Where `low` or
    `high` is `None` the figure is open to that side ("at least", "up to").
    """

    row: int
    outlet: int
    first: float | None
    last: float | None
    low: float | None
    high: float | None
    rough: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """The figures of one unit; `outlets` are the signs of the legend in order, `logarithmic` whether the value axis is."""

    unit: str
    logarithmic: bool
    outlets: tuple[str, ...]
    values: tuple[Tick, ...]
    days: tuple[Tick, ...]
    marks: tuple[Mark, ...]


def plots_of(rows: Sequence[Row]) -> list[Plot]:
    """A plot for each unit of which there are several figures, that with most figures first."""
    by_unit: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if _values(row):
            by_unit[_plotted_unit(row.unit)].append(number)
    groups = sorted(by_unit.items(), key=lambda group: (-len(group[1]), group[1][0]))
    return [_plot(unit, numbers, rows) for unit, numbers in groups if len(numbers) >= FEWEST]


def _plot(unit: str, numbers: Sequence[int], rows: Sequence[Row]) -> Plot:
    values = [value for number in numbers for value in _values(rows[number])]
    logarithmic = min(values) > 0 and max(values) > WIDE * min(values)
    value_at, value_ticks = (_powers if logarithmic else _even)(values, unit)
    days = {number: period(dated) for number in numbers if (dated := rows[number].date)}
    day_at, day_ticks = _calendar(days.values())
    outlets = _legend([rows[number].outlet for number in numbers])
    marks = []
    for number in numbers:
        row = rows[number]
        first, last = (day_at(day) for day in days[number]) if number in days else (None, None)
        low, high = (None if value is None else value_at(value) for value in (row.low, row.high))
        sign = outlets.index(NOT_STATED if not row.outlet else row.outlet if row.outlet in outlets else OTHERS)
        marks.append(Mark(number, sign, first, last, low, high, row.hedge in ROUGH))
    return Plot(unit, logarithmic, tuple(outlets), value_ticks, day_ticks, tuple(marks))


def _legend(outlets: Sequence[str | None]) -> list[str]:
    """The outlets with most figures first, then the word for the others and for those that are not stated."""
    counts = Counter(outlet for outlet in outlets if outlet)
    named = sorted(counts, key=lambda name: (-counts[name], name))
    rest = [OTHERS] if len(named) > OUTLETS else []
    return [*named[:OUTLETS], *rest, *([NOT_STATED] if None in outlets or "" in outlets else [])]


def _values(row: Row) -> list[float]:
    return [value for value in (row.low, row.high) if value is not None]


def _plotted_unit(unit: str) -> str:
    """A people's name stands for people: "Haitians", "Kenyans"."""
    return PEOPLE if unit[:1].isupper() and unit.endswith("s") and unit not in CURRENCIES else unit


def _even(values: Sequence[float], unit: str) -> tuple[Callable[[float], float], tuple[Tick, ...]]:
    """An even scale from zero, or from the lowest value where that is below it."""
    lowest, highest = min(0.0, *values), max(0.0, *values)
    step = _step((highest - lowest) / TICKS or 1.0)
    bottom, top = math.floor(lowest / step), math.ceil(highest / step)
    top += top == bottom

    def at(value: float) -> float:
        return (value / step - bottom) / (top - bottom)

    return at, tuple(Tick(at(n * step), value_in_words(n * step, unit)) for n in range(bottom, top + 1))


def _powers(values: Sequence[float], unit: str) -> tuple[Callable[[float], float], tuple[Tick, ...]]:
    """A logarithmic scale over whole powers of ten."""
    bottom, top = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def at(value: float) -> float:
        return (math.log10(value) - bottom) / (top - bottom)

    apart = math.ceil((top - bottom) / TICKS)
    powers = [10.0**power for power in range(bottom, top + 1, apart)]
    return at, tuple(Tick(at(value), value_in_words(value, unit)) for value in powers)


def _step(least: float) -> float:
    """The next of 1, 2 and 5 with zeros that is not smaller."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least * (1 - 1e-9))


def _calendar(periods: Iterable[tuple[date, date]]) -> tuple[Callable[[date], float], tuple[Tick, ...]]:
    """A scale over the days of the periods, with ticks at the beginnings of years, months or days."""
    ends = [day for first, last in periods for day in (first, last)]
    if not ends:
        return (lambda day: 0.0), ()
    first, last = min(ends), max(ends)
    pad = max(1, (last - first).days // 20)
    start, length = first.toordinal() - pad, (last - first).days + 2 * pad

    def at(day: date) -> float:
        return (day.toordinal() - start) / length

    return at, tuple(Tick(at(day), label) for day, label in _dates(first, last))


def _dates(first: date, last: date) -> list[tuple[date, str]]:
    days = (last - first).days
    if days > 400 * TICKS:
        apart = math.ceil(days / 365 / TICKS)
        return [(date(year, 1, 1), str(year)) for year in range(first.year + 1, last.year + 1, apart)]
    if days > 20 * TICKS:
        apart = math.ceil(days / 30 / TICKS)
        months = range(12 * first.year + first.month, 12 * last.year + last.month, apart)
        return [(date(n // 12, n % 12 + 1, 1), f"{MONTHS[n % 12][:3]} {n // 12}") for n in months]
    apart = max(1, math.ceil(days / TICKS))
    told = [first + timedelta(n) for n in range(0, days + 1, apart)]
    return [(day, f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}") for day in told]


def value_in_words(value: float, unit: str) -> str:
    """A value as an axis or a table has it: "703,000", "1.5 million", "85%"."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {name}" + ("%" if unit == PERCENT else "")
    number = f"{value:,.0f}" if value == round(value) else f"{value:,.4g}"
    return number + ("%" if unit == PERCENT else "")
