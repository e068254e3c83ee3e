"""Quantities: the numbers of one sentence that measure or count something, put together with hedge and unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clipfile.corpus.hedges import (
    Hedge,
    HedgeFound,
    hedge_after,
    hedge_before,
    hedge_between,
    means_during,
    within_before,
)
from clipfile.corpus.lookalikes import is_lookalike, lookalike_spans
from clipfile.corpus.measures import active_before
from clipfile.corpus.noun_phrases import NounPhrase, is_plural, noun_phrase_at
from clipfile.corpus.numbers import Number, NumberKind
from clipfile.corpus.ranges import lead_before, low_end, range_end
from clipfile.corpus.times import Time
from clipfile.corpus.units import (
    PEOPLE,
    PERCENT,
    TIMES,
    currency_before,
    rate_after,
    unit_after,
    unit_named,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at `sentence[start:end]`; `unit` is `None` when no unit of measure stands with it.

    `phrase` is the noun phrase of what is counted, where it follows the number. `rate` is " per year" and the like.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str | None
    phrase: NounPhrase | None
    rate: str
    in_words: bool

    @property
    def bare(self) -> bool:
        """Whether nothing next to the number says what it counts."""
        return self.unit is None and self.phrase is None


@dataclass(frozen=True, slots=True)
class _Named:
    """A unit, and the stretch of the sentence that it takes together with its number."""

    unit: str | None
    start: int
    end: int


_PARTITIVE = re.compile(
    r"[ \u00a0]of[ \u00a0](?:the|these|those|its|their|his|her|our|my|all|them|whom|which|that|this)\b(?: \w+[’']s\b)?"
)
_OF = re.compile(r"[ \u00a0]of\b(?:[ \u00a0](?:the|these|those|its|their|his|her|our|my)\b)?")
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude (?:of )?$|\bmagnitude(?= of [^,.;]{1,40} (?:at|as) $)", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[- ]magnitude\b| on the Richter scale", re.IGNORECASE)
_TIMES_AFTER = re.compile(r"[ \u00a0](?:times|fold)\b", re.IGNORECASE)
_LEAST_OF_RANGE = 100
_MEMBERS = re.compile(
    r"[-‑](?P<noun>member|person|seat|judge|page|bed|storey|story|vessel|ship|truck|vehicle|car|point|strong)\b"
)
_DEFINITE = re.compile(r"\b(?:the|these|those|other|all|last|first|any)\s+$", re.IGNORECASE)
_NOT_HEDGED = re.compile(
    r"\b(?:disputes?|talks?|concerns?|rows?|fight|fights|vote|win|victory|lead|rule[ds]?|presided|"
    r"arrested|lawsuits?|anger|worried|worries|questions?|clashe?s?|fears?|speak|spoke|write|wrote|know|knew|turn(?:s|ed|ing)?|roll(?:s|ed|ing)?)\s+$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|between|by)\s+$", re.IGNORECASE)
_PART_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|these|those|his|her)\s+)?(?:\w+[’']s\s+)?")
_TOLL_OF_ONE = re.compile(
    r"\s+(?:is|was|has been|remains|had been)?\s*(?:still |also |confirmed )?"
    r"(?:missing|dead|killed|injured|wounded|hurt|arrested|died)\b"
)
_NEAR = 60  # characters before a number that tell
_PAUSE = re.compile(r"\s[–—]\sand\b")


def quantities_in(sentence: str, numbers: Sequence[Number], times: Sequence[Time] = ()) -> list[Quantity]:
    """The quantities among a sentence's numbers; those in its times are none, nor are names, ranks and ages."""
    taken = [(time.start, time.end) for time in times] + lookalike_spans(sentence)
    numbers = [
        number for number in numbers if not any(number.start < end and start < number.end for start, end in taken)
    ]
    found: list[Quantity] = []
    position = 0
    while position < len(numbers):
        first, last = numbers[position], None
        if position + 1 < len(numbers):
            last = range_end(sentence, first, numbers[position + 1])
        quantity = _quantity(sentence, first, last)
        if quantity and not (found and quantity.start < found[-1].end):
            found.append(quantity)
        position += 2 if last else 1
    return _with_shared_units(sentence, found)


def _quantity(sentence: str, first: Number, last: Number | None) -> Quantity | None:
    """The quantity of a number, or of a range's first and last, with the words around it."""
    number = last or first
    named = _unit(sentence, first, number)
    if is_lookalike(sentence, first.start, number.end, has_unit=named.unit is not None, in_words=first.in_words):
        return None
    phrase, end = _phrase(sentence, number, named.unit, named.end)
    if not _is_quantity(sentence, first, last, named.unit, phrase):
        return None
    rate = rate_after(sentence, end, named.unit)
    end = rate.end if rate else end
    low = low_end(first, number) if last else first.low
    hedge, start, end = _hedged(sentence, first, last, named, end)
    bounds = _bounds(low, number.high, hedge)
    return Quantity(start, end, *bounds, hedge, named.unit, phrase, f" {rate.name}" if rate else "", first.in_words)


def _hedged(sentence: str, first: Number, last: Number | None, named: _Named, end: int) -> tuple[Hedge, int, int]:
    """The hedge, and where the quantity begins and ends with its words."""
    leading = _leading_hedge(sentence, named.start, named.unit)
    if last:
        lead = lead_before(sentence, named.start)
        return Hedge.RANGE, lead if lead is not None else leading.at if leading else named.start, end
    if leading:
        return leading.hedge, leading.at, end
    trailing = hedge_between(sentence, first.end) or hedge_after(sentence, end)
    if trailing:
        return trailing.hedge, named.start, max(end, trailing.at)
    return Hedge.ABOUT if first.kind is NumberKind.VAGUE else Hedge.EXACT, named.start, end


def _unit(sentence: str, first: Number, number: Number) -> _Named:
    """The unit of measure or the currency, if any, and the stretch that it and the number take."""
    start, end = first.start, number.end
    if sign := currency_before(sentence, start):
        return _Named(sign[0], sign[1], end)
    if number.kind in (NumberKind.SHARE, NumberKind.TIMES):
        return _Named(PERCENT if number.kind is NumberKind.SHARE else TIMES, start, end)
    if between := hedge_between(sentence, end):
        end = between.at
    if found := unit_after(sentence, end):
        return _Named(found.name, start, found.end)
    if number.in_words and (inner := re.match(r"an? ([a-z]+) and a", sentence[number.start : end])):
        found = unit_after(f"1 {inner[1]}", 1)  # an hour and a half
        return _Named(found.name if found else None, start, end)
    offset = max(0, start - _NEAR)
    if before := _MAGNITUDE_BEFORE.search(sentence[offset:start]):
        return _Named("magnitude", offset + before.start() if offset + before.end() == start else start, end)
    if behind := _MAGNITUDE_AFTER.match(sentence, end):
        return _Named("magnitude", start, behind.end())
    if behind := _TIMES_AFTER.match(sentence, end):
        return _Named(TIMES, start, behind.end())
    return _Named(None, start, end)


def _phrase(sentence: str, number: Number, unit: str | None, end: int) -> tuple[NounPhrase | None, int]:
    """The phrase of what is counted, and where the quantity then ends: behind the phrase if that follows directly."""
    if unit is not None:
        return None, end
    at = end
    if number.kind is NumberKind.VAGUE and (of := _OF.match(sentence, end)):
        at = of.end()
    elif partitive := _PARTITIVE.match(sentence, end):
        return noun_phrase_at(sentence, partitive.end()), end
    elif members := _MEMBERS.match(sentence, end):
        head = PEOPLE if members["noun"] == "strong" else f"{members['noun']}s"
        return NounPhrase(members.start("noun"), members.end(), head), members.end()
    phrase = noun_phrase_at(sentence, at)
    if phrase is None or phrase.head.lower() in ("figure", "number", "mark", "total"):
        return None, end
    return phrase, max(end, phrase.end)


def _leading_hedge(sentence: str, start: int, unit: str | None) -> HedgeFound | None:
    measure = unit_named(unit) if unit else None
    found = hedge_before(sentence, start)
    if found is None:
        return within_before(sentence, start) if measure else None
    if measure and measure.dimension == "time" and means_during(sentence, found.at):
        return None
    return None if _NOT_HEDGED.search(_before(sentence, found.at)) else found


def _before(sentence: str, position: int) -> str:
    return sentence[max(0, position - _NEAR) : position]


def _bounds(low: float, high: float, hedge: Hedge) -> tuple[float | None, float | None]:
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return low, None
    if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return None, high
    return low, high


def _is_quantity(
    sentence: str, first: Number, last: Number | None, unit: str | None, phrase: NounPhrase | None
) -> bool:
    alone = unit is None and phrase is None and first.in_words  # "the two agreed", "three – and four – point turns"
    if alone and (_DEFINITE.search(_before(sentence, first.start)) or _PAUSE.match(sentence, first.end)):
        return False
    if last and unit is None and last.low < _LEAST_OF_RANGE and not (phrase and is_plural(phrase.head)):
        return bool(re.search(r"\s", sentence[first.end : last.start]))  # a record of wins and losses: 9-22
    if first.low != 1 or last or not first.in_words:
        return True
    measure = unit_named(unit) if unit else None  # "one" is a figure only as a measure, or of the dead and the missing
    toll = phrase and (_TOLL_OF_ONE.match(sentence, phrase.end) or active_before(_before(sentence, first.start)))
    return bool(toll or (measure and unit not in ("days", "nights")))


def _with_shared_units(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, each with the unit that stands behind the next: "from 5,000 to 12,000 euros", "31 of 212 houses"."""
    shared = list(found)
    for position in range(len(found) - 1, 0, -1):
        before, after = shared[position - 1], shared[position]
        if not before.bare or after.bare or after.unit == PERCENT:
            continue
        gap = sentence[before.end : after.start]
        joined = re.fullmatch(r"\s*(?:to|or|and)\s*", gap) and _FROM.search(_before(sentence, before.start))
        if joined or _PART_OF.fullmatch(gap):
            shared[position - 1] = replace(before, unit=after.unit, phrase=after.phrase)
    return shared
