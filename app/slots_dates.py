"""Dates and periods of a claim against those of a sentence, as intervals: "late June 2024", "the autumn of 2023"."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.number_words import SMALL
from clipfile.corpus.times import MONTHS, WEEKDAYS, TimeKind, period, times_in

_PART = re.compile(
    r"\b(?:(?P<early>early|(?:the )?(?:beginning|start) of|(?:the )?first (?:week|weeks|days) of)"
    r"|(?P<middle>mid|(?:the )?middle of)|(?P<late>late|(?:the )?end of|(?:the )?last (?:week|weeks|days) of))[- ]+(?:the )?",
    re.IGNORECASE,
)
_CENTURIES = "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split()
_UNITS = {
    "day": (1, 1),
    "week": (7, 4),
    "month": (30.4, 20),
    "year": (365.25, 183),
    "decade": (3652.5, 1500),
}  # slack too
_IN_WORDS = re.compile(
    rf"""
      \b(?:the[ ])?(?:(?P<which>last|this|next)[ ])?(?P<season>spring|summer|autumn|fall(?!(?<!last[ ]fall)[ ]in\b)|winter)
        (?:(?:[ ]of)?[ ](?P<year>(?:19|20)\d\d)(?P<turn>[-–/](?:20)?\d\d)?)?\b
    | \b(?P<century>\d\d(?=st|nd|rd|th)|{"|".join(_CENTURIES)})(?:st|nd|rd|th)?[ -]century\b(?![ ]B)
    | (?<![\w$£€.,])(?:(?P<decade>(?:1[5-9]|20)\d0)|['’](?P<short>[2-9]0))s\b
    | \b(?P<number>an?|\d{{1,3}}|{"|".join(SMALL)})[ ](?P<unit>{"|".join(_UNITS)})s?[ ]ago\b
    | \b(?P<day>tomorrow|tonight|last[ ]night|this[ ](?:morning|afternoon|evening))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_YEAR = re.compile(r" (?:of )?(?P<which>last|this|next) year\b", re.IGNORECASE)
_OTHER_YEAR = re.compile(
    r",? (?:of |in )?(?:the same|that) year\b", re.IGNORECASE
)  # of which only the text before tells
_YEARLESS = re.compile(
    rf"(?:(?:early|mid|late)[- ])?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\b"
    r"\.?(?: \d{1,2}(?:st|nd|rd|th)?\b)?+(?!,? (?:of )?(?:\d{4}|last|this|next))",
    re.IGNORECASE,
)
_STEPS = {"last": -1, "this": 0, "next": 1}
SEASONS = {  # as long as the calendar or the weather has them
    "spring": ((3, 1), (6, 21)),
    "summer": ((6, 1), (9, 22)),
    "autumn": ((9, 1), (12, 21)),
    "fall": ((9, 1), (12, 21)),
    "winter": ((12, 1), (3, 20)),
}
_WEEKDAY = re.compile("|".join(WEEKDAYS), re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:(?P<until>before|(?P<up_to>until|till)|by|prior to|no later than|ahead of)"
    r"|(?P<since>after|(?P<ever_since>since|from)|following))\s+(?:the )?$",
    re.IGNORECASE,
)
_DAYS_IN = re.compile(r"\d{1,2}\s?[-–]\s?(\d{1,2})\b")
_DAYS_BEFORE = re.compile(r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–](?:\d{1,2}\s)?|\s(?:and|to)\s)$")
MOST_DAYS = 365 * 500  # that are counted back
SLACK = timedelta(days=2)  # by which "the end of June" may pass into July


@dataclass(frozen=True, slots=True)
class Dated:
    """A time in a text, from a first to a last day; `weekday` where the day of the week is named.

    or_next: whether a bare "on Friday" was taken for the last one and may be the next.
    without: the days between that it leaves out: the winter of 2024 is at either end of the year.
    bound: "since" or "until" where it is one end of a time; `lasting` where all of the time up to it is meant, as of
        "closed since May", and not some day in it.
    """

    span: Span
    first: date | None
    last: date | None
    weekday: str = ""
    bound: str = ""
    lasting: bool = False
    or_next: bool = False
    without: tuple[date, date] | None = None


def dates_in(text: str, published: PublicationDate | None) -> list[Dated]:
    """The times of a text that say when, clock times left out, resolved against the article's date."""
    found = [each for match in _IN_WORDS.finditer(text) if (each := _in_words(match, published))]
    weekday: tuple[str, int] | None = None  # of the date that follows, and where it stands
    times = [time for time in times_in(text, published) if time.kind is not TimeKind.CLOCK]
    for time, following in zip_longest(times, times[1:]):
        if any(time.start < each.span.end and each.span.start < time.end for each in found):
            continue
        words = text[time.start : time.end]
        named = _WEEKDAY.search(words)
        if named and following and following.kind is TimeKind.DATE and text[time.end : following.start] in (" ", ", "):
            weekday = named[0].lower(), time.start  # Friday, 2 August
            continue
        if (time.edtf is None and not named) or _OTHER_YEAR.match(text, time.end):
            continue
        first, last = period(time.edtf) if time.edtf else (None, None)
        end = time.end
        if first and last and published and (year := _OF_YEAR.match(text, end)) and not re.search(r"\d{4}", words):
            years = published.last_day.year + _STEPS[year["which"].lower()] - first.year
            first, last, end = years_on(first, years), years_on(last, years), year.end()
        start, first, last = _days(text, time.start, words, first, last)
        or_next = bool(named) and not words.lower().startswith(("last", "next"))
        day, start = weekday or (named[0].lower() if named else "", start)
        found.append(Dated(Span(start, end), first, last, day, or_next=or_next))
        weekday = None
    return sorted((_bounded(text, each) for each in found), key=lambda each: each.span)


def years_on(day: date, years: int) -> date:
    """The day of that name some years later, or earlier."""
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


def _bounded(text: str, dated: Dated) -> Dated:
    """The part of a time that the words before it name, and whether they make it one end of a time."""
    start, first, last = _narrowed(text, dated.span.start, dated.first, dated.last)
    bound = _BOUND.search(text[max(0, start - 20) : start])
    side = next((name for name in ("until", "since") if bound and bound[name]), "")
    lasting = bool(bound and (bound["up_to"] or bound["ever_since"]))
    return replace(dated, span=Span(start, dated.span.end), first=first, last=last, bound=side, lasting=lasting)


def _in_words(match: re.Match[str], published: PublicationDate | None) -> Dated | None:
    """A season, a century, a decade, "two years ago", "tomorrow"; `None` where the text does not say when."""
    span = Span(*match.span())
    now = published.last_day if published else None
    exact = bool(published and published.first_day == published.last_day)
    years = match["unit"] and match["unit"].lower() in ("year", "decade")
    if match["century"]:
        written = match["century"].lower()
        number = int(written) if written.isdigit() else _CENTURIES.index(written) + 15
        return Dated(span, date(100 * number - 100, 1, 1), date(100 * number, 12, 31)) if number > 1 else None
    if match["decade"] or match["short"]:
        year = int(match["decade"] or f"19{match['short']}")
        return Dated(span, date(year, 1, 1), date(year + 9, 12, 31))
    if match["season"]:
        return _season(match, now)
    if now is None or not (exact or years):
        return None
    if match["day"]:
        day = now + timedelta(days={"tomorrow": 1, "last night": -1}.get(match["day"].lower(), 0))
        return Dated(span, day - timedelta(days=match["day"].lower() == "this morning"), day)
    written = match["number"].lower()
    number = SMALL.get(written, 1) if written.isalpha() else int(written)
    days, slack = _UNITS[match["unit"].lower()]
    if number * days > MOST_DAYS:
        return None
    then = now - timedelta(days=number * days)
    first, last = then - timedelta(days=slack), then + timedelta(days=slack)
    if years:
        first, last = min(first, date(then.year, 1, 1)), max(last, date(then.year, 12, 31))
    return Dated(span, first, last)


def _season(match: re.Match[str], now: date | None) -> Dated | None:
    span, season = Span(*match.span()), match["season"]
    if match["year"]:
        opens, closes = season_of(season, int(match["year"]))
        if opens.year == closes.year or match["turn"]:
            return Dated(span, opens, closes)
        before, end = season_of(season, opens.year - 1)
        return Dated(span, before, closes, without=(end + timedelta(days=1), opens - timedelta(days=1)))
    if not match["which"] or now is None:
        return None
    each = [season_of(season, year) for year in range(now.year - 2, now.year + 2)]
    which = match["which"].lower()
    if which == "last":
        return Dated(span, *[days for days in each if days[1] - timedelta(days=21) < now][-1])
    if which == "next":
        return Dated(span, *next(days for days in each if days[0] > now))
    return Dated(span, *min(each, key=lambda days: abs(days[0] + (days[1] - days[0]) / 2 - now)))


def season_of(name: str, year: int) -> tuple[date, date]:
    """The first and last day of the season that begins in a year."""
    opens, closes = SEASONS[name.lower()]
    return date(year, *opens), date(year + (closes < opens), *closes)


def _days(
    text: str, start: int, words: str, first: date | None, last: date | None
) -> tuple[int, date | None, date | None]:
    """All days of "May 3-9" and of "between 3 and 9 May"."""
    if first is None or last is None or (first != last and not words[0].isupper()):
        return start, first, last
    inside = first == last and _DAYS_IN.search(words)
    before = words[0].isdigit() and _DAYS_BEFORE.search(text[max(0, start - 12) : start])
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
    before = next((each for each in _PART.finditer(text, max(0, start - 25)) if start in each.span()), None)
    if before is None or first is None or last is None or last == first:
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
    own = [_in_a_year_of(theirs, each) if _YEARLESS.match(claim, each.span.start) else each for each in own]
    others = [other for other in theirs if not any(_agree(each, other) for each in own)]
    return [_compare(each, theirs, others) for each in own]


def _in_a_year_of(theirs: list[Dated], own: Dated) -> Dated:
    """A day or month in the year in which the sentence has it, if it has: a claim of "June" is of any June."""
    for other in theirs:
        if own.first and own.last and other.first:
            years = other.first.year - own.first.year
            then = replace(own, first=years_on(own.first, years), last=years_on(own.last, years))
            if _agree(then, other):
                return then
    return own


def _compare(own: Dated, theirs: list[Dated], others: list[Dated]) -> Slot:
    """A date against those of the sentence; `others` are those that none of the claim's dates agrees with."""
    for other in theirs:
        if _agree(own, other):
            return Slot(SlotKind.DATE, Outcome.MATCH, own.span, other.span, "same date")
    clashing = [other for other in others if _exclude(own, other)]
    if clashing:
        return Slot(SlotKind.DATE, Outcome.CLASH, own.span, clashing[0].span, "another date", len(theirs) == 1)
    return Slot(SlotKind.DATE, Outcome.SILENT, own.span, None, "date")


def _agree(a: Dated, b: Dated) -> bool:
    if a.weekday and b.weekday and (a.first is None or b.first is None):
        return a.weekday == b.weekday
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    if _leaves_out(a, b) or _leaves_out(b, a):
        return False
    slack = SLACK if _vague(a, b) else timedelta()
    return a.first - slack <= b.last and b.first - slack <= a.last


def _leaves_out(a: Dated, b: Dated) -> bool:
    return bool(a.without and b.first and b.last and a.without[0] <= b.first and b.last <= a.without[1])


def _vague(a: Dated, b: Dated) -> bool:
    """Whether one of them is a vague part of a month, whose edges are not sharp, and neither is an end of a time."""
    lengths = [(each.last - each.first).days for each in (a, b) if each.first and each.last]
    return not (a.bound or b.bound) and any(5 < length < 14 for length in lengths)


def _exclude(a: Dated, b: Dated) -> bool:
    if a.bound and a.bound == b.bound and not (a.lasting and b.lasting):
        return False
    if a.weekday and b.weekday and (a.first is None or b.first is None):
        return a.weekday != b.weekday
    if a.bound != b.bound and (_open(a, b) or _open(b, a)):
        return False
    return (
        a.first is not None and b.first is not None and not any(_agree(x, y) for x in _days_of(a) for y in _days_of(b))
    )


def _days_of(dated: Dated) -> list[Dated]:
    if not dated.or_next or dated.first is None or dated.last is None:
        return [dated]
    week = timedelta(days=7)
    return [dated, replace(dated, first=dated.first + week, last=dated.last + week)]


def _open(a: Dated, b: Dated) -> bool:
    """Whether the second lies on the side to which the first is open: in 2014, and after 2010."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return b.last >= a.first if a.bound == "since" else a.bound == "until" and b.first <= a.last
