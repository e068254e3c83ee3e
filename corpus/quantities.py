"""Quantities: the numbers of one sentence that measure or count something, put together with hedge and unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clipfile.corpus.hedges import Hedge, hedge_after, hedge_before, hedge_between, means_during, within_before
from clipfile.corpus.lookalikes import is_lookalike, lookalike_spans
from clipfile.corpus.measures import active_before
from clipfile.corpus.noun_phrases import NounPhrase, is_plural, noun_phrase_at
from clipfile.corpus.numbers import Number, NumberKind
from clipfile.corpus.times import Time
from clipfile.corpus.units import (
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


_JOINED = re.compile(r"\s*(?P<word>to|and|or|[-–—])\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?P<word>between|from)\s+(?:about |around |some |roughly |an estimated )?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ris|rose|grow|grew|increas|climb|jump|surg|soar|fall|fell|drop|declin|decreas|shr[aiu]nk|cut|reduc|rais|lower|"
    r"go\b|goes|going|went|gone|up\b|down\b|chang|mov|expand|swell|swelled|slip|slid|revis|narrow|widen|improv|extend|"
    r"shift|upgrad|downgrad|boost|dip|plung|tumbl|slump|edg|tripl|doubl|bring|brought|trim|slash|lift|push|com[ei]|came)"
    r"\w*\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"\b(?:by|vot(?:e|ed|es|ing)|beat|beaten|won|lost|decided|approved|rejected|carried|defeated|scored?|ratio of|odds of)\b"
    r"[^.,;:]{0,20}$",
    re.IGNORECASE,
)
_PARTITIVE = re.compile(
    r"[ \u00a0]of[ \u00a0](?:the|these|those|its|their|his|her|our|my|all|them|whom|which|that|this)\b(?: \w+[’']s\b)?"
)
_DETERMINED = re.compile(r"[ \u00a0](?:of[ \u00a0])?(?:all[ \u00a0])?(?:the|these|those|its|their|his|her|our|my)\b")
_OF = re.compile(r"[ \u00a0]of\b(?:[ \u00a0](?:the|these|those|its|their|his|her|our|my)\b)?")
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude (?:of )?$|\bmagnitude(?= of [^,.;]{1,40} (?:at|as) $)", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[- ]magnitude\b| on the Richter scale", re.IGNORECASE)
_TIMES_AFTER = re.compile(r"[ \u00a0](?:times|fold)\b", re.IGNORECASE)
_LEAST_OF_RANGE = 100
_MEMBERS = re.compile(r"[-‑](?P<noun>member|person|seat|judge|page|bed|storey|story|vessel|ship|truck|vehicle|car|point)\b")
_DEFINITE = re.compile(r"\b(?:the|these|those|other|all|last|first|any)\s+$", re.IGNORECASE)
_NOT_HEDGED = re.compile(
    r"\b(?:disputes?|talks?|concerns?|rows?|fight|fights|vote|win|victory|lead|rule[ds]?|presided|"
    r"arrested|lawsuits?|anger|worried|worries|questions?|clashe?s?|fears?|speak|spoke|write|wrote|know|knew)\s+$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|between|by)\s+$", re.IGNORECASE)
_PART_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|these|those|his|her)\s+)?(?:\w+[’']s\s+)?")
_TOLL_OF_ONE = re.compile(
    r"\s+(?:is|was|has been|remains|had been)?\s*(?:still |also |confirmed )?(?:missing|dead|killed|injured|wounded|hurt|arrested|died)\b"
)
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
            last = _range_end(sentence, first, numbers[position + 1])
        quantity = _quantity(sentence, first, last)
        if quantity and not (found and quantity.start < found[-1].end):
            found.append(quantity)
        position += 2 if last else 1
    return _with_shared_units(sentence, found)


def _range_end(sentence: str, first: Number, second: Number) -> Number | None:
    """The second number, when both are the ends of one range."""
    if {first.kind, second.kind} & {NumberKind.VAGUE, NumberKind.TIMES} or first.kind != second.kind:
        return None
    unit = unit_after(sentence, first.end)
    sign = currency_before(sentence, second.start)
    gap = sentence[unit.end if unit else first.end : sign[1] if sign else second.start]
    joined = _JOINED.fullmatch(gap)
    low = _low_end(first, second)
    if not joined or low >= second.low:
        return None
    sign_before = currency_before(sentence, first.start)
    named = unit_after(sentence, second.end)
    kinds = {sign_before[0] if sign_before else unit.name if unit else None}
    kinds |= {sign[0] if sign else named.name if named else None}
    if len(kinds - {None}) > 1:
        return None
    before = sentence[: sign_before[1] if sign_before else first.start]
    lead = _BETWEEN.search(before)
    word = joined["word"].lower()
    if word == "and":
        return second if lead and lead["word"].lower() == "between" else None
    if word == "or":
        return second if second.low <= 1.5 * low + 1 else None
    if word == "to":
        if lead and _CHANGE.search(before[: lead.start()]):
            return None
        return None if not lead and _VOTE.search(before) else second
    return second


def _low_end(first: Number, second: Number) -> float:
    """The value of a range's first number, to which the second one's magnitude word may apply: 5 to 10 million."""
    shared = second.scale > 1 and first.scale == 1 and first.low < second.low / second.scale
    return round(first.low * second.scale, 6) if shared else first.low


def _quantity(sentence: str, first: Number, last: Number | None) -> Quantity | None:
    number = last or first
    start, end = first.start, number.end
    low, high = (_low_end(first, number), number.low) if last else (first.low, first.high)
    hedge = Hedge.RANGE if last else Hedge.ABOUT if first.kind is NumberKind.VAGUE else Hedge.EXACT

    sign = currency_before(sentence, start)
    if sign:
        start = sign[1]
    trailing = hedge_between(sentence, end)
    if trailing:
        end = trailing.at
    unit, end, start = _unit(sentence, first, number, sign, start, end)
    if is_lookalike(sentence, first.start, number.end, has_unit=unit is not None, in_words=first.in_words):
        return None
    phrase, end = _phrase(sentence, number, unit, end)
    if unit is None and (members := _MEMBERS.match(sentence, end)):
        phrase, end = NounPhrase(members.start("noun"), members.end(), members["noun"] + "s"), members.end()
    rate = rate_after(sentence, end)
    if rate:
        end = rate.end

    leading = _leading_hedge(sentence, start, unit)
    trailing = trailing or hedge_after(sentence, end)
    if last:
        lead = _BETWEEN.search(sentence[:start])
        start = lead.start() if lead else leading.at if leading else start
    elif leading:
        start, hedge = leading.at, leading.hedge
    elif trailing:
        hedge = trailing.hedge
        end = max(end, trailing.at)
    if not _is_quantity(sentence, first, last, unit, phrase):
        return None
    bounds = _bounds(low, high, hedge)
    return Quantity(start, end, *bounds, hedge, unit, phrase, f" {rate.name}" if rate else "", first.in_words)


def _unit(
    sentence: str, first: Number, number: Number, sign: tuple[str, int] | None, start: int, end: int
) -> tuple[str | None, int, int]:
    """The unit, where the quantity then ends, and where it then begins."""
    if sign:
        return sign[0], end, start
    if number.kind is NumberKind.SHARE:
        return PERCENT, end, start
    if number.kind is NumberKind.TIMES:
        return TIMES, end, start
    found = unit_after(sentence, end)
    if found:
        return found.name, found.end, start
    if number.in_words and (inner := re.match(r"an? ([a-z]+) and a", sentence[number.start : number.end])):
        found = unit_after(f"1 {inner[1]}", 1)  # an hour and a half
        return (found.name if found else None), end, start
    before = _MAGNITUDE_BEFORE.search(sentence[: first.start])
    if before:
        return "magnitude", end, before.start() if before.end() == first.start else start
    if after := _MAGNITUDE_AFTER.match(sentence, end):
        return "magnitude", after.end(), start
    if after := _TIMES_AFTER.match(sentence, end):
        return TIMES, after.end(), start
    return None, end, start


def _phrase(sentence: str, number: Number, unit: str | None, end: int) -> tuple[NounPhrase | None, int]:
    """The phrase of what is counted, and where the quantity then ends: behind the phrase if that follows directly."""
    if unit is not None:
        return None, end
    at = end
    if number.kind is NumberKind.VAGUE and (of := _OF.match(sentence, end)):
        at = of.end()
    elif (partitive := _PARTITIVE.match(sentence, end)) :
        phrase = noun_phrase_at(sentence, partitive.end())
        return phrase, end
    phrase = noun_phrase_at(sentence, at)
    if phrase is None or phrase.head.lower() in ("figure", "number", "mark", "total"):
        return None, end
    return phrase, max(end, phrase.end)


def _leading_hedge(sentence: str, start: int, unit: str | None):  # type: ignore[no-untyped-def]
    measure = unit_named(unit) if unit else None
    found = hedge_before(sentence, start)
    if found is None:
        return within_before(sentence, start) if measure and measure.dimension != "share" else None
    if measure and measure.dimension == "time" and means_during(sentence, found.at):
        return None
    return None if _NOT_HEDGED.search(sentence[: found.at]) else found


def _bounds(low: float, high: float, hedge: Hedge) -> tuple[float | None, float | None]:
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return low, None
    if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return None, high
    return low, high


def _is_quantity(
    sentence: str, first: Number, last: Number | None, unit: str | None, phrase: NounPhrase | None
) -> bool:
    if unit is None and phrase is None and first.in_words:
        if _DEFINITE.search(sentence[: first.start]) or _PAUSE.match(sentence, first.end):
            return False
    if last and unit is None and last.low < _LEAST_OF_RANGE and not (phrase and is_plural(phrase.head)):
        return bool(re.search(r"\s", sentence[first.end : last.start]))  # a record of wins and losses: 9-22
    if first.low != 1 or last or not first.in_words:
        return True
    measure = unit_named(unit) if unit else None  # "one" is a figure only as a measure, or of the dead and the missing
    toll = phrase and (_TOLL_OF_ONE.match(sentence, phrase.end) or active_before(sentence[: first.start]))
    return bool(toll or (measure and unit not in ("days", "nights")))


def _with_shared_units(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, each with the unit that stands behind the next: "from 5,000 to 12,000 euros", "31 of 212 houses"."""
    shared = list(found)
    for position in range(len(found) - 1, 0, -1):
        before, after = shared[position - 1], shared[position]
        if not before.bare or after.bare or after.unit == PERCENT:
            continue
        gap = sentence[before.end : after.start]
        joined = re.fullmatch(r"\s*(?:to|or|and)\s*", gap) and _FROM.search(sentence[: before.start])
        if joined or _PART_OF.fullmatch(gap):
            shared[position - 1] = replace(before, unit=after.unit, phrase=after.phrase)
    return shared
