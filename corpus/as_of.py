"""As of when a figure holds: the time that the words around it give, if they give one."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from clipfile.corpus.counted import Counted
from clipfile.corpus.measures import OF_PEOPLE
from clipfile.corpus.quantities import Quantity
from clipfile.corpus.times import Time, TimeKind
from clipfile.corpus.units import PERCENT, TIMES, unit_named

_AS_OF = re.compile(
    r"\b(?:as of|as at|as on|valid (?:to|on|until)(?: the date of)?|correct (?:to|at|on)|current as of)\s+(?:the\s+)?$",
    re.I,
)
_BY = re.compile(r"\b(?:by|until|till|up to|through)\s+(?:the\s+)?$|^[Bb]y ", re.IGNORECASE)
_NOT_FOR = re.compile(
    r"\b(?:since|before|after|than(?: in)?|from|until|due|expected)\s+(?:in\s+|on\s+)?(?:the\s+)?$", re.I
)
_LEADING = re.compile(
    r"[“\"‘('«]?(?:(?:and|but)\s+)?(?:according to an?\s+)?(?:(?:in|on|by|at|during|for|as of)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_STATE = re.compile(r"\b(?:still|now|so far|remain(?:s|ed)?|stood|standing)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|says|told|reported|announced|communicated|confirmed|released|added|communicate)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(
    r"[;:()–—]|,\s|\b(?:which|who|that|where|when|while|but|before|after|since|than|until|because|although|though)\b"
    r"|\band\s+(?:[a-z]+(?:s|ed)|has|have|is|was|will|would|can|could)\b"
)
_HARMLESS = re.compile(r"\b(?:who|that|which)\s+(?:have|has|had|were|was|are)\b")
_ASIDE = re.compile(
    r",\s[^,;:]{1,40},\s(?=(?:were|was|are|is|have|has|had)\b)|^,\s[^,;:]{1,40},\s(?=(?:were|was|are|is)\b)"
)
_SET_BACK = re.compile(r"\b(?:down|up) from\s+(?:about |around |some |nearly |at least )?$", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:from|against|compared (?:with|to))\s+$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|on|of|from)\s+(?:the\s+)?$")
_FROM_TO = re.compile(r"\s+to\s+")
_TAKEN = re.compile(
    r"\b(?:taken|recorded|measured|counted|conducted|made|published|released)\s+$|\b(?:poll|survey|census|estimate)\s+$"
)
_TO_COME = re.compile(
    r"\b(?:will|would|could|may|might|(?:hop|plan|aim|expect|intend|want|promis|pledg|vow|need)\w*\s+to|(?:due|set)\s+to)\b"
)
_STRUCK = re.compile(r",?\s+(?:killed|left|injured|wounded|displaced|destroyed)\s+")  # "a fire in 2014 killed 93"
_FARTHEST = 100  # characters between a figure and the time that it is given for
_ABOUT_FIGURES = re.compile(
    r"(?:The|These|This|Those|All)\s+(?:\w+\s+)?(?:figures?|numbers?|tolls?|counts?|totals?|sums?|data)\b",
    re.IGNORECASE,
)


def as_of_in(
    sentence: str, quantities: Sequence[Quantity], counted: Sequence[Counted], times: Sequence[Time]
) -> list[str | None]:
    """As of when each quantity of a sentence holds, as EDTF; `None` where nothing says, and for lengths and durations."""
    named = [time for time in times if time.edtf and time.kind is not TimeKind.CLOCK]
    strong = next((time.edtf for time in named if _AS_OF.search(sentence[: time.start])), None)
    found: list[str | None] = []
    for quantity, what in zip(quantities, counted, strict=True):
        if not holds_at_a_date(what.unit):
            found.append(None)
            continue
        reported = _reported(sentence, named) if what.measure in OF_PEOPLE else None
        found.append(
            strong or _behind(sentence, quantity, quantities, named) or _ahead(sentence, quantity, named) or reported
        )
    return found


def stated_for_others(sentence: str, times: Sequence[Time]) -> str | None:
    """The date that a sentence gives to the figures around it: "The figure, given as of March 9, covers …"."""
    if not _ABOUT_FIGURES.match(sentence):
        return None
    return next((time.edtf for time in times if time.edtf and _AS_OF.search(sentence[: time.start])), None)


def holds_at_a_date(unit: str) -> bool:
    """Whether figures of a unit change with time: counts, shares and money, not lengths and durations."""
    measure = unit_named(unit.partition(" per ")[0])
    return (
        unit.startswith(PERCENT) or (measure is None and unit not in ("magnitude", "votes", TIMES)) or " per " in unit
    )


def _behind(sentence: str, quantity: Quantity, quantities: Sequence[Quantity], times: Sequence[Time]) -> str | None:
    """The first time behind the figure in the same clause; a weekday only with a state: "still standing on Tuesday".

    A figure that another is set against holds at that time, not this one.
    """
    for time in times:
        if time.start < quantity.end:
            continue
        if any(_FROM_TO.fullmatch(sentence[quantity.end : other.start]) for other in quantities):
            return None
        if any(
            quantity.end <= other.start < time.start and _EARLIER.search(sentence[: other.start])
            for other in quantities
        ):
            return None  # "to 1.3 million from 1.4 million a year earlier"
        between = _ASIDE.sub(" ", _HARMLESS.sub("", sentence[quantity.end : time.start]))
        if len(between) > _FARTHEST or _CLAUSE_ENDS.search(between) or _NOT_FOR.search(sentence[: time.start]):
            return None
        set_back = _SET_BACK.search(sentence[: quantity.start])  # "down from 14 on Wednesday"
        if time.kind is TimeKind.WEEKDAY and not (
            set_back or _STATE.search(between) or _BY.search(sentence[: time.start])
        ):
            by = sentence[time.start :].lower().startswith("by ")
            return _day(time, sentence[: time.start]) if by else None
        return _day(time, sentence[: time.start])
    return None


def _day(time: Time, words: str) -> str | None:
    """The date of a time; a weekday that words before it say is to come is the next one, not the last."""
    if time.kind is TimeKind.WEEKDAY and time.edtf and _TO_COME.search(words):
        return (date.fromisoformat(time.edtf) + timedelta(days=7)).isoformat()
    return time.edtf


def _ahead(sentence: str, quantity: Quantity, times: Sequence[Time]) -> str | None:
    """The time that the sentence begins with: "In 2024, at least …"."""
    for time in times:
        if time.end <= quantity.start and _TAKEN.search(_IN.sub("", sentence[: time.start])):
            return time.edtf
        if time.kind is not TimeKind.WEEKDAY and _STRUCK.fullmatch(sentence, time.end, quantity.start):
            return time.edtf
    first = times[0] if times else None
    if first is None or first.end > quantity.start or not _LEADING.fullmatch(sentence[: first.start]):
        return None
    if first.kind is TimeKind.WEEKDAY and not _BY.search(sentence[: first.end]):
        return None
    if re.search(r";|\b(?:which|who|where)\b", sentence[first.end : quantity.start]):
        return None
    return _day(first, sentence[first.end : quantity.start])


def _reported(sentence: str, times: Sequence[Time]) -> str | None:
    """The day on which the toll was given: "…, officials said on Tuesday"."""
    return next(
        (
            time.edtf
            for time in times
            if time.edtf and len(time.edtf) == 10 and _REPORTED.search(sentence[: time.start])
        ),
        None,
    )
