"""Moments: the times that a text names, day and hour together, and whether two of them can be one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from math import inf

from clipfile.app.hours import Minutes, hours_in, is_mere_part, together
from clipfile.app.slots_dates import SEASONS, dates_in, season_of, years_on
from clipfile.corpus.article import Span
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.times import MONTHS

Days = tuple[date, date]


class Bound(StrEnum):
    """On which side a time is open."""

    NONE = ""
    UP_TO = "up to"  # by 4 May, before noon
    FROM = "from"  # after 4 May, not before 2037


@dataclass(frozen=True, slots=True)
class Moment:
    """A time at `text[start:end]`: every stretch of days and of minutes that it can mean; empty where it names none.

    `slack` is by how many days its edges may be passed; `is_weekday` says that it names no more than a day of the week.
    """

    span: Span
    days: tuple[Days, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    bound: Bound = Bound.NONE
    slack: int = 0
    is_weekday: bool = False


CHANGES = (  # words for a time that gives way to another
    r"\b(?:(?:postpon|delay|resched|slipp)\w+|(?:been|was|were|to) moved?|(?:bring|brought) forward|push(?:ed)? back|"
    r"(?:put|set) (?:back|off)|deferred|extended|prolonged|adjusted|revised)\b"
)
_CHANGED = re.compile(CHANGES, re.IGNORECASE)
WEEKS = 4  # before and after its article in which a weekday may lie
NEAR = 350  # days before and after its article in which a date without a year may lie
SLACK = 10  # minutes between two clock times that are told as one
VAGUE = 30  # days by which a season may begin early or end late
_ONE_DAY = timedelta(1)
_PART = re.compile(r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)\b", re.IGNORECASE)
_WITH_YEAR = re.compile(r"\d{4}|\d/\d")
_MONTH = re.compile("|".join(MONTHS), re.IGNORECASE)
_SEASON = re.compile(rf"\b(?:{'|'.join(SEASONS)})\b", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(
    r"\b(?:(?:(?P<bound>by|before|after)(?: the)?|(?:in|until|since)(?: the)?|(?:the )?end of|of) "
    rf"(?P<season>{'|'.join(SEASONS)})\b(?! (?:of )?\d{{4}})"
    r"|(?:the )?end of the year\b|the year[’']s end\b|year-end\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:[\s,]|\b(?:on|in|at|of|the|shortly|just|local|time|around|about|before|after|past|an?|hours)\b|o['’]clock)*"
)
_TO = re.compile(r"\s(?:and|or|to|until|till|through)\s(?:the\s)?|\s?[-–]\s?")
_FROM = re.compile(r"\b(?:from|between|overnight|night of)\s(?:the\s)?$", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:by|before|prior to|(?:no|not) later than|ahead of|earlier than)\s+(?:the\s)?$", re.IGNORECASE
)
_AFTER = re.compile(
    r"\b(?:after|following|not before|(?:until )?at least(?: until)?|past)\s+(?:the\s)?$", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|no|never|cannot|nobody|nothing)\b|n[’']t\b", re.IGNORECASE)
_EARLIEST = re.compile(r"\s(?:at the earliest|or later|onwards?)\b")
_LATEST = re.compile(r"\s(?:at the latest|or (?:earlier|sooner))\b")
_ABOUT = re.compile(r"\b(?:about|around|circa|roughly|some time (?:in|around)|perhaps)\s$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:now )?(?:to|due|expected|scheduled|set|planned)|plans? to|expects?|due)\b|[’']ll\b"
)
_OVERNIGHT = re.compile(r"\b(?:overnight|the night (?:of|to|into))(?: the| on)? ?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()–—]")


def moments_in(text: str, published: PublicationDate | None) -> list[Moment]:
    """The times in order, none overlapping: a day and its hour are one, and so are both ends of a stretch of days."""
    hours = [Moment(span, minutes=minutes) for span, minutes in hours_in(text)]
    found: list[Moment] = []
    for piece in sorted([*_days_in(text, published), *hours], key=lambda each: (each.span.start, -each.span.end)):
        if found and (whole := _as_one(text, found[-1], piece)):
            found[-1] = whole
        elif not found or piece.span.start >= found[-1].span.end:
            found.append(piece)
    times = [_bounded(text, each) for each in found if each.days or not is_mere_part(text, each.span)]
    return [_to_come(text, each, published) for each in times] if published else times


def exclude(one: Moment, other: Moment) -> bool:
    """Whether nothing that one time can mean fits what the other can; two deadlines are compared as days."""
    sides = [replace(each, bound=Bound.NONE) if one.bound is other.bound else each for each in (one, other)]
    days = [[(first.toordinal(), last.toordinal()) for first, last in each.days] for each in sides]
    if all(days) and not _meet(*(_opened(each, own, each.slack) for each, own in zip(sides, days, strict=True))):
        return True
    if not one.minutes or not other.minutes or _meet(*(_opened(each, each.minutes, SLACK / 2) for each in sides)):
        return False
    return all(first == last for own in days for first, last in own)


def _opened(moment: Moment, stretches: Iterable[tuple[int, int]], slack: float) -> list[tuple[float, float]]:
    """Stretches with their slack, without the end on which the time is open."""
    return [
        (
            -inf if moment.bound is Bound.UP_TO else first - slack,
            inf if moment.bound is Bound.FROM else last + slack,
        )
        for first, last in stretches
    ]


def _meet(one: Sequence[tuple[float, float]], other: Sequence[tuple[float, float]]) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in one for b in other)


def _days_in(text: str, published: PublicationDate | None) -> Iterator[Moment]:
    """The days, months, seasons and years; weekdays only where the article's day is known."""
    exact = published and published.first_day == published.last_day and not published.edtf.endswith("~")
    for each in dates_in(text, published):
        words = text[each.span.start : each.span.end]
        if each.first is None or each.last is None or (each.weekday and not exact):
            continue
        days = [(each.first, each.last)]
        if words.startswith("from ") and _CHANGED.search(text[: each.span.start]):
            days = [(each.last.replace(day=1), each.last)]
        if each.weekday and not words.lower().startswith(("last", "next")):
            days = [
                (day, day) for n in sorted(range(-WEEKS, WEEKS + 1), key=abs) if (day := each.first + timedelta(7 * n))
            ]
        elif published and _MONTH.search(words) and not _WITH_YEAR.search(words):
            is_past = text[: each.span.start].lower().endswith("last ")
            days = _without_year(days[0], published.last_day, is_past)
        slack = VAGUE if _SEASON.search(words) else 2 if _PART.match(words) else 0
        yield Moment(each.span, tuple(days), slack=slack, is_weekday=bool(each.weekday))
    if not published:
        return
    year = published.last_day.year
    for match in _WITHOUT_YEAR.finditer(text):
        if match["season"]:
            seasons = tuple(season_of(match["season"], year + n) for n in (-2, -1, 0, 1))
            yield Moment(Span(match.start("season" if match["bound"] else 0), match.end()), seasons, slack=VAGUE)
        elif exact:
            yield Moment(Span(*match.span()), ((date(year, 12, 1), date(year, 12, 31)),))


def _without_year(days: Days, now: date, is_past: bool) -> list[Days]:
    """The years that a date without one can mean, the nearest first; "last June" is the latest that has begun."""
    found = [days, *((years_on(days[0], n), years_on(days[1], n)) for n in (-1, 1))]
    if is_past:
        return [max(each for each in found if each[0] < now)]
    return [each for each in found if abs((each[0] - now).days) <= NEAR] or found[:1]


def _as_one(text: str, a: Moment, b: Moment) -> Moment | None:
    """Two times that are one: a date with its hour, weekday or year, or the ends of a stretch; `None` if they are two."""
    if b.span.start < a.span.end:
        return None
    between, span = text[a.span.end : b.span.start], Span(a.span.start, b.span.end)
    before = text[: a.span.start]
    if a.days and b.days and _TO.fullmatch(between) and _FROM.search(before):
        if _CHANGED.search(before):
            return replace(b, span=span)
        days = tuple((one[0], other[1]) for one in a.days for other in b.days if one[0] <= other[1])
    elif not _JOINED.fullmatch(between):
        return None
    elif a.days and b.days:
        days = tuple((max(m[0], n[0]), min(m[1], n[1])) for m in a.days for n in b.days)
        days = tuple(each for each in days if each[0] <= each[1])
    else:
        dated = a if a.days else b
        return replace(dated, span=span, minutes=together(a.minutes, b.minutes))
    return Moment(span, days, a.minutes or b.minutes, slack=max(a.slack, b.slack)) if days else None


def _bounded(text: str, moment: Moment) -> Moment:
    """The time with the words before and behind it that open it to one side, or that widen it."""
    before, behind = text[: moment.span.start], text[moment.span.end :]
    start, bound, slack, days = moment.span.start, Bound.NONE, moment.slack, moment.days
    if about := _ABOUT.search(before):
        start, slack = about.start(), slack + max([2, *((last - first).days for first, last in days)])
    if night := _OVERNIGHT.search(before[:start]):
        start = night.start()
    if night or "midnight" in text[moment.span.start : moment.span.end].lower():
        days = tuple((first - _ONE_DAY, last + _ONE_DAY) for first, last in days)
    if match := _AFTER.search(before[:start]):
        start, bound = match.start(), Bound.FROM
    elif match := _BEFORE.search(before[:start]):
        start = match.start()
        denied = _NOT.search(_CLAUSE.split(before[:start])[-1])
        bound = Bound.FROM if denied and not match[0].lower().startswith("by") else Bound.UP_TO
    elif _EARLIEST.match(behind):
        bound = Bound.FROM
    elif _LATEST.match(behind):
        bound = Bound.UP_TO
    return replace(moment, span=Span(start, moment.span.end), days=days, bound=bound, slack=slack)


def _to_come(text: str, moment: Moment, published: PublicationDate) -> Moment:
    """The time without what was over when it was written, where its clause speaks of what is to come."""
    ahead = tuple(each for each in moment.days if each[1] >= published.first_day)
    is_ahead = _AHEAD.search(_CLAUSE.split(text[: moment.span.start])[-1])
    return replace(moment, days=ahead) if ahead and is_ahead else moment
