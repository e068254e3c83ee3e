"""The hours that a text names: clock times and parts of the day, each as all the minutes of a day that it can mean."""

import re
from collections.abc import Iterator

from clipfile.corpus.article import Span
from clipfile.corpus.number_words import SMALL
from clipfile.corpus.times import WEEKDAYS, TimeKind, times_in

Minutes = tuple[int, int]
"""From a first to a last minute of a day."""

DAY = 24 * 60
NIGHT: tuple[Minutes, ...] = ((1080, DAY), (0, 360))
_ON_DAY = rf"(?= (?:on )?(?:{'|'.join(WEEKDAYS)}|yesterday|today)\b)"
_PARTS: dict[str, tuple[Minutes, ...]] = {  # their edges are not sharp
    r"(?:early|small) hours": ((0, 390),),
    r"dawn|daybreak|sunrise|first light": ((180, 540),),
    r"noon|midday": ((720, 720),),
    r"midnight": ((0, 0), (DAY, DAY)),
    r"morning": ((0, 750),),
    r"lunchtime": ((660, 900),),
    r"afternoon": ((690, 1110),),
    r"evening": ((990, DAY),),
    r"dusk|sunset|nightfall": ((930, 1350),),
    r"(?:to)?night": NIGHT,
    rf"early{_ON_DAY}": ((0, 600),),
    rf"late{_ON_DAY}": ((900, DAY),),
}
_PART = re.compile(rf"\b(?:{'|'.join(f'({words})' for words in _PARTS)})\b", re.IGNORECASE)
_POINT = re.compile(r"dawn|daybreak|sunrise|first light|noon|midday|midnight|lunchtime|dusk|nightfall", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|by|before|after|around|about|until|than|to|past|from)\s$", re.IGNORECASE)
_SPELLED = "|".join(word for word, number in SMALL.items() if 1 <= number <= 12)
_PAST = {"half": 30, "past": 15, "to": -15}
_CLOCK = re.compile(
    rf"(?<![\d.,:])(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?![\d%]|[.,]\d|\s(?:per|percent|million|billion|[a-z]+s)\b)"
    rf"|\b(?:(?P<half>half)[ -]past|(?:a )?quarter (?P<quarter>past|to)) (?P<spelled>{_SPELLED})\b"
    rf"|\b(?P<word>{_SPELLED})(?=[,.;:]|$| in the (?:morning|afternoon|evening)| at night| on | when )",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))?")
_NOON = re.compile(r"\s?([ap])\.?m", re.IGNORECASE)


def hours_in(text: str) -> Iterator[tuple[Span, tuple[Minutes, ...]]]:
    """Where the hours stand and what they can mean; without a.m. or p.m. an hour up to twelve can be both."""
    for time in times_in(text):
        if time.kind is TimeKind.CLOCK:
            written = text[time.start : time.end].lower()
            digits, noon = _DIGITS.findall(written), _NOON.search(written)
            hour, minute = digits[-1] if digits else (str(SMALL[written.split()[0]]), "")
            yield Span(time.start, time.end), _minutes(hour, int(minute or 0), noon[1] if noon else "")
    for match in _CLOCK.finditer(text):
        if match["spelled"] or _AT.search(text[: match.start()]):
            hour = match["h"] or str(SMALL[(match["spelled"] or match["word"]).lower()])
            past = (match["half"] or match["quarter"] or "").lower()
            yield Span(*match.span()), _minutes(hour, _PAST.get(past, int(match["m"] or 0)))
    for match in _PART.finditer(text):
        yield Span(*match.span()), list(_PARTS.values())[(match.lastindex or 1) - 1]


def is_mere_part(text: str, span: Span) -> bool:
    """Whether words name no hour of their own, only a part of some day: "in the morning", but not "at noon"."""
    words = text[span.start : span.end]
    return bool(_PART.fullmatch(words)) and not (_POINT.fullmatch(words) and _AT.search(text[: span.start]))


def together(one: tuple[Minutes, ...], other: tuple[Minutes, ...]) -> tuple[Minutes, ...]:
    """What a clock time and a part of the day mean together: "three in the afternoon"."""
    both = [(max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other]
    return tuple(each for each in both if each[0] <= each[1]) or one or other


def _minutes(hour: str, minute: int, noon: str = "") -> tuple[Minutes, ...]:
    """The minutes that an hour as it is written can mean: one after noon or with a zero before it is one, "6" is two."""
    if noon:
        hours = [int(hour) % 12 + 12 * (noon == "p")]
    else:
        hours = [int(hour)] if int(hour) > 12 or hour.startswith("0") else [int(hour) % 12, int(hour) % 12 + 12]
    return tuple((60 * each + minute, 60 * each + minute) for each in hours)
