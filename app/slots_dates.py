"""Dates and periods of a claim against those of a sentence, as intervals: "late June 2024", "the autumn of 2023"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.times import WEEKDAYS, TimeKind, period, times_in

_PART = re.compile(
    r"\b(?:(?P<early>early|(?:the )?(?:beginning|start) of|(?:the )?first (?:weeks|days) of)"
    r"|(?P<middle>mid|(?:the )?middle of)|(?P<late>late|(?:the )?end of|(?:the )?last (?:weeks|days) of))[- ]+(?:the )?",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_WEEKDAY = re.compile("|".join(WEEKDAYS), re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:(?P<until>before|until|till|by|prior to|no later than|ahead of)|(?P<since>after|since|following))\s+(?:the )?$",
    re.IGNORECASE,
)
_DAYS_IN = re.compile(r"\d{1,2}\s?[-–]\s?(\d{1,2})\b")
_DAYS_BEFORE = re.compile(r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–](?:\d{1,2}\s)?|\s(?:and|to)\s)$")
SLACK = timedelta(days=2)  # by which "the end of June" may pass into July


@dataclass(frozen=True, slots=True)
class Dated:
    """A time in a text, from a first to a last day; `weekday` where only the day of the week is named."""

    span: Span
    first: date | None
    last: date | None
    weekday: str = ""
    bound: str = ""


def dates_in(text: str, published: PublicationDate | None) -> list[Dated]:
    """The times of a text that say when, clock times left out, resolved against the article's date."""
    found: list[Dated] = []
    for match in _SEASON.finditer(text):
        found.append(_season(match))
    for time in times_in(text, published):
        if time.kind is TimeKind.CLOCK or any(
            time.start < each.span.end and each.span.start < time.end for each in found
        ):
            continue
        words = text[time.start : time.end]
        weekday = _WEEKDAY.search(words)
        if time.edtf is None and not weekday:
            continue
        first, last = period(time.edtf) if time.edtf else (None, None)
        start, first, last = _narrowed(text, time.start, first, last)
        start, first, last = _days(text, start, words, first, last)
        bound = _BOUND.search(text[max(0, start - 20) : start])
        side = bound.lastgroup or "" if bound else ""
        found.append(Dated(Span(start, time.end), first, last, weekday[0].lower() if weekday else "", side))
    return sorted(found, key=lambda each: each.span)


def _season(match: re.Match[str]) -> Dated:
    year = int(match["year"])
    if match["season"].lower() == "winter":
        return Dated(Span(*match.span()), date(year, 1, 1), date(year, 12, 31))
    first, last = _SEASON_MONTHS[match["season"].lower()]
    return Dated(Span(*match.span()), date(year, first, 1), date(year, last + 1, 1) - timedelta(days=1))


def _days(
    text: str, start: int, words: str, first: date | None, last: date | None
) -> tuple[int, date | None, date | None]:
    """All days of "May 3-9" and of "between 3 and 9 May"."""
    if first is None or last is None or (first != last and not words[0].isupper()):
        return start, first, last
    inside = first == last and _DAYS_IN.search(words)
    before = _DAYS_BEFORE.search(text[max(0, start - 12) : start])
    try:
        if inside:
            return start, first, last.replace(day=int(inside[1]))
        if before and first == last and int(before[1]) < first.day:
            return start - len(before[0]), first.replace(day=int(before[1])), last
    except ValueError:
        pass
    return start, first, last


def _narrowed(text: str, start: int, first: date | None, last: date | None) -> tuple[int, date | None, date | None]:
    """The first, middle or last third of a period where the words say so, within or right before its name."""
    before = None
    for before in _PART.finditer(text, max(0, start - 25)):
        if before.start() >= start or before.end() == start:
            break
    else:
        before = None
    if before is None or first is None or last is None or last == first or before.start() > start:
        return start, first, last
    third = (last - first) / 3
    if before["early"]:
        return before.start(), first, first + third
    if before["middle"]:
        return before.start(), first + third, last - third
    return before.start(), last - third, last


def compare_dates(claim: str, context: InContext) -> list[Slot]:
    """One slot for each date of the claim."""
    own = dates_in(claim, context.article.published)
    theirs = dates_in(context.sentence, context.article.published) if own else []
    return [_compare(each, theirs) for each in own]


def _compare(own: Dated, theirs: list[Dated]) -> Slot:
    for other in theirs:
        if _agree(own, other):
            return Slot(SlotKind.DATE, Outcome.MATCH, own.span, other.span, "same date")
    clashing = [other for other in theirs if _exclude(own, other)]
    if clashing:
        return Slot(SlotKind.DATE, Outcome.CLASH, own.span, clashing[0].span, "another date", len(theirs) == 1)
    return Slot(SlotKind.DATE, Outcome.SILENT, own.span, None, "date")


def _agree(a: Dated, b: Dated) -> bool:
    if a.weekday and b.weekday and (a.first is None or b.first is None):
        return a.weekday == b.weekday
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return (
        a.first - SLACK <= b.last and b.first - SLACK <= a.last
        if _parts(a, b)
        else a.first <= b.last and b.first <= a.last
    )


def _parts(a: Dated, b: Dated) -> bool:
    """Whether one of them is a vague part of a month, whose edges are not sharp."""
    return any(each.first and each.last and 5 < (each.last - each.first).days < 14 for each in (a, b))


def _exclude(a: Dated, b: Dated) -> bool:
    if a.weekday and b.weekday:
        return a.weekday != b.weekday
    if a.bound != b.bound and (_open(a, b) or _open(b, a)):
        return False
    return a.first is not None and b.first is not None and not _agree(a, b)


def _open(a: Dated, b: Dated) -> bool:
    """Whether the second lies on the side to which the first is open: in 2014, and after 2010."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return b.last >= a.first if a.bound == "since" else a.bound == "until" and b.first <= a.last
