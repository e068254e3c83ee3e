"""Ranges: which two numbers of a sentence are the ends of one ("between 5,000 and 10,000"), and which are not."""

import re

from clipfile.corpus.numbers import Number, NumberKind
from clipfile.corpus.units import PERCENT, currency_before, unit_after

_JOINED = re.compile(r"\s*(?P<word>to|and|or|[-–—])\s*", re.IGNORECASE)
_LEAD = re.compile(r"\b(?P<word>between|from)\s+(?:about |around |some |roughly |an estimated )?$", re.IGNORECASE)
_CHANGE = re.compile(  # "rose from 5 to 10" gives two figures, not one range
    r"\b(?:ris|rose|grow|grew|increas|climb|jump|surg|soar|fall|fell|drop|declin|decreas|shr[aiu]nk|cut|reduc|rais|lower|"
    r"go\b|goes|going|went|gone|up\b|down\b|chang|mov|expand|swell|swelled|slip|slid|revis|narrow|widen|improv|extend|"
    r"shift|upgrad|downgrad|boost|dip|plung|tumbl|slump|edg|tripl|doubl|bring|brought|trim|slash|lift|push|com[ei]|came)"
    r"\w*\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_VOTE = re.compile(  # neither does "by five votes to seven"
    r"\b(?:by|vot(?:e|ed|es|ing)|beat|beaten|won|lost|decided|approved|rejected|carried|defeated|scored?|ratio of|odds of)\b"
    r"[^.,;:]{0,20}$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:about |around |some |roughly |an estimated )?$", re.IGNORECASE)
_NEAR = 120  # characters before a range that tell
_MOST_APART = 1.5  # "five or six" is a range, "five or fifty" is not


def range_end(sentence: str, first: Number, second: Number) -> Number | None:
    """The second of two neighbouring numbers, when both are the ends of one range."""
    if first.kind is not second.kind or first.kind in (NumberKind.VAGUE, NumberKind.TIMES):
        return None
    unit, sign = unit_after(sentence, first.end), currency_before(sentence, second.start)
    joined = _JOINED.fullmatch(sentence[unit.end if unit else first.end : sign[1] if sign else second.start])
    if not joined or low_end(first, second) >= second.low or not _one_unit(sentence, first, second):
        return None
    sign_before = currency_before(sentence, first.start)
    start = sign_before[1] if sign_before else first.start
    before = sentence[max(0, start - _NEAR) : start]
    measured = second.scale > 1 or bool(sign or unit_after(sentence, second.end))
    low = low_end(first, second)
    return second if _is_range(before, joined["word"].lower(), low, second.low, measured=measured) else None


def low_end(first: Number, second: Number) -> float:
    """The value of a range's first number, to which the second one's magnitude word may apply: 5 to 10 million."""
    shared = second.scale > 1 and first.scale == 1 and first.low < second.low / second.scale
    return round(first.low * second.scale, 6) if shared else first.low


def lead_before(sentence: str, position: int) -> int | None:
    """Where the word "between" or "from" begins that stands right before a range."""
    offset = max(0, position - _NEAR)
    lead = _LEAD.search(sentence[offset:position])
    return offset + lead.start() if lead else None


def _is_range(before: str, word: str, low: float, high: float, *, measured: bool) -> bool:
    if word == "to" and measured and _BY.search(before):
        return high <= _MOST_APART * low  # "cut by 600 to 700 euros", not "fell by 5 to 60 euros"
    lead = _LEAD.search(before)
    if word == "and":
        return lead is not None and lead["word"].lower() == "between"
    if word == "or":
        return high <= _MOST_APART * low + 1
    if word == "to":
        return not _CHANGE.search(before[: lead.start()]) if lead else measured or not _VOTE.search(before)
    return True


def _one_unit(sentence: str, first: Number, second: Number) -> bool:
    """Whether no two different units stand with the two numbers: "2% to $50" is no range, nor "2% to 1.3 billion crowns"."""
    kinds = []
    for number in (first, second):
        sign, unit = currency_before(sentence, number.start), unit_after(sentence, number.end)
        kinds.append(sign[0] if sign else unit.name if unit else None)
    return len({*kinds} - {None}) <= 1 and (kinds[0] != PERCENT or kinds[1] == PERCENT)
