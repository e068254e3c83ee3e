"""When: the dates, periods and clock times that a text names, as EDTF, resolved against the day that it was written."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from clipfile.corpus.dates import PublicationDate, bounds
from clipfile.corpus.grammar_words import DETERMINERS, OPENING_ADVERBS, POSSESSIVES, PREPOSITIONS, SUBORDINATORS

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


class TimeKind(StrEnum):
    """How a time is named."""

    DATE = "date"  # 9 March, October 2029, 2015
    PERIOD = "period"  # the first half of the year, between January and May
    RELATIVE = "relative"  # last year, this month
    WEEKDAY = "weekday"  # on Tuesday, yesterday
    CLOCK = "clock"  # 11:40 p.m.


@dataclass(frozen=True, slots=True)
class Time:
    """A time at `text[start:end]`; `edtf` is a date or an interval of two, `None` when the text does not say which."""

    start: int
    end: int
    kind: TimeKind
    edtf: str | None


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_HOUR = r"(?:[01]?\d|2[0-3])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_NOT_MORE = r"(?!\d|[.,:]\d|%|-?\w)"
_PART = r"(?:[Ee]arly|[Mm]id|[Ll]ate|(?:the[ ])?(?:end|beginning|start|middle)[ ]of)[- ]"
_DAYS = "|".join(day.capitalize() for day in WEEKDAYS)
_SIZE = {"half": 6, "quarter": 3}
_ORDINAL = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_NO_PEOPLE = r"elections?\b|figures?\b|budget|games\b|olympics|onwards?\b|afterwards|rules?\b"
_COUNTED = (  # "2000 people" is no year, "2019 elections" is one
    rf"(?![ ](?!{_NO_PEOPLE})[a-z]*(?:s|people|men|women)\b(?<!is)(?<!was)(?<!has)(?<!as)(?<!us))"
)
_AND_YEAR = rf"(?:[ ](?:and|to|until|through)[ ](?={_YEAR})|[-–/])"

_TIME = re.compile(
    rf"""
      \b(?P<clock>(?:{_HOUR}(?:[:.][0-5]\d)?(?:[ ](?:and|to)[ ]|[-–]))?(?:
            {_HOUR}(?:[:.][0-5]\d){{1,2}}[ \u00a0]?(?:[ap]\.m\.|[ap]m\b|GMT|UTC|hrs\b|o['’]clock)
            |{_HOUR}[ \u00a0]?(?:[ap]\.m\.|[ap]m\b|o['’]clock)|{_HOUR}:[0-5]\d(?![:\d]))
        |(?:[01]\d|2[0-3])[0-5]\d[ ](?:GMT|UTC|hours|hrs)\b
        |(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ ](?:o['’]clock|[ap]\.m\.|[ap]m\b))
    | \b(?P<iso>(?P<iso_y>{_YEAR})-(?P<iso_m>0[1-9]|1[0-2])-(?P<iso_d>0[1-9]|[12]\d|3[01]))(?=\D|$)
    | (?<![\d/])(?P<slashed>\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}}))(?![\d/])
    | \b(?P<halves>(?:the[ ])?(?P<nth>first|second|third|fourth|last)[ ](?P<size>half|quarter)[ ]of[ ]
        (?P<half_of>(?P<half_year>{_YEAR})|the[ ]year|this[ ]year|last[ ]year|next[ ]year)\b)
    | \b(?P<span>(?:[Bb]etween|[Ff]rom)[ ](?P<m1>{_MONTH})(?:[ ](?P<y1>{_YEAR}))?[ ](?:and|to|until|till|through)[ ]
        (?P<m2>{_MONTH})(?![ ]\d{{1,2}}\b)(?:,?[ ](?P<y2>{_YEAR}))?)(?!\w)
    | \b(?P<years>(?:(?:[Bb]etween|[Ff]rom)[ ])?(?P<ya>{_YEAR}){_AND_YEAR}(?P<yb>{_YEAR}|\d{{1,2}})){_NOT_MORE}
    | (?<![\d.,-])\b(?P<day_first>(?P<d1>{_DAY})(?:[ ]of)?[ \u00a0](?P<dm1>{_MONTH})(?:,?[ ](?P<dy1>{_YEAR}))?)(?!\w)
    | \b(?P<month_first>(?P<dm2>{_MONTH})[ \u00a0](?P<d2>{_DAY})(?![,.]\d{{3}}|\w|:\d|%)(?:[-–]{_DAY}(?!\w))?
        (?:,?[ ](?P<dy2>{_YEAR})\b)?)
    | (?<!\w)(?P<month>(?P<part>{_PART})?(?P<mm>{_MONTH})(?:,?[ ](?P<my>{_YEAR}))?)(?!\w|[ ]\d)
    | \b(?P<relative>(?:[Ss]o[ ]far[ ]|[Ee]arlier[ ]|[Ll]ater[ ])?(?:in[ ])?
        (?P<which>[Tt]his|[Ll]ast|[Nn]ext)[ ](?P<what>year|month|week)(?![ ]of[ ])
        |the[ ](?:same|previous)[ ]year|a[ ]year[ ](?:ago|earlier)|[Tt]oday|[Yy]esterday|to[ ]date
        |(?:(?:[Ll]ast|[Nn]ext|this|[Oo]n|[Bb]y|[Ss]ince|until|of)[ ])?(?P<weekday>{_DAYS}))\b
    | (?<![\w$£€.,:/])(?<!\d-)(?P<decade>['’]?(?:1[5-9]|20)?\d0s)\b
    | (?<![\w$£€¥.,:/#-])(?P<year>(?P<yp>{_PART})?(?P<yy>{_YEAR})){_NOT_MORE}
        (?:(?<=[Oo]f[ ]....)|(?<=[Ii]n[ ]....)|(?<=[Bb]y[ ]....)|(?<=[Ss]ince[ ]....)|{_COUNTED})
    """,
    re.VERBOSE,
)

_NO_NAMES = (
    DETERMINERS | POSSESSIVES | PREPOSITIONS | SUBORDINATORS | OPENING_ADVERBS | {"and", "but", "or", "last", "next"}
)
_WORD_BEFORE = re.compile(r"[\w.’'-]+(?= $)")
_POSSESSIVE = re.compile(r"[’']s?$")
_NAME_AFTER = re.compile(rf" (?!(?:{_DAYS})\b)[A-Z][a-z’'-]| (?:said|says|told|tells|added)\b")
_OF_A_WALK = re.compile(r" (?:for|on|against|of(?! \d))\b")


def times_in(text: str, published: PublicationDate | None = None) -> list[Time]:
    """The times in order, none overlapping, resolved against the article's date where they need one."""
    return [_time(match, published) for match in _TIME.finditer(text) if not _is_name(text, match)]


def period(edtf: str) -> tuple[date, date]:
    """First and last day of a date or of an interval such as `2024-01/2024-05`.

    Raises:
        DateError: if a date is not EDTF.
    """
    first, _, last = edtf.partition("/")
    return bounds(first)[0], bounds(last or first)[1]


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a month stands alone and is a name instead: Jan Berg, Theresa May, the March for Peace."""
    if not match["month"] or match["part"] or match["my"]:
        return False
    found = _WORD_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    before = found[0] if found else ""
    if before.lower() in ("", "the") and match["mm"] == "March" and _OF_A_WALK.match(text, match.end()):
        return True
    if before.lower() in _NO_NAMES:
        return False
    named = before[:1].isupper() and not _POSSESSIVE.search(before)
    return named or match["mm"] == "Jan" or bool(_NAME_AFTER.match(text, match.end()))


def _time(match: re.Match[str], published: PublicationDate | None) -> Time:
    now = published.last_day if published else None
    kind, edtf = TimeKind.DATE, None
    if match["clock"]:
        kind = TimeKind.CLOCK
    elif match["iso"]:
        edtf = _checked(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
    elif match["halves"]:
        kind, edtf = TimeKind.PERIOD, _part_of_year(match, now)
    elif match["span"]:
        kind, edtf = TimeKind.PERIOD, _months(match, now)
    elif match["years"]:
        last = match["ya"][: 4 - len(match["yb"])] + match["yb"]
        kind, edtf = TimeKind.PERIOD, f"{match['ya']}/{last}" if match["ya"] < last else None
    elif match["day_first"] or match["month_first"]:
        n = "1" if match["day_first"] else "2"
        day = int(re.sub(r"\D", "", match[f"d{n}"]))
        edtf = _dated(_month(match[f"dm{n}"]), day, match[f"dy{n}"], now)
    elif match["month"]:
        edtf = _dated(_month(match["mm"]), None, match["my"], now)
    elif match["relative"]:
        kind, edtf = _relative(match, published)
    elif match["year"]:
        edtf = match["yy"]
    return Time(*match.span(), kind, edtf)


def _month(written: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(written[:3].lower()))


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _dated(month: int, day: int | None, year: str | None, now: date | None) -> str | None:
    """A month or a day in it; without a year, the one nearest to the day of writing."""
    if year is not None:
        chosen = int(year)
    elif now is not None:
        middle = min(day or 15, 28)
        chosen = min((now.year, now.year - 1, now.year + 1), key=lambda one: abs((date(one, month, middle) - now).days))
    else:
        return None
    return _checked(chosen, month, day) if day else f"{chosen}-{month:02}"


def _part_of_year(match: re.Match[str], now: date | None) -> str | None:
    if match["half_year"]:
        year = int(match["half_year"])
    elif now:
        year = now.year + {"last year": -1, "next year": 1}.get(match["half_of"], 0)
    else:
        return None
    size = _SIZE[match["size"]]
    nth = _ORDINAL[match["nth"]] % (12 // size) if match["nth"] == "last" else _ORDINAL[match["nth"]]
    first = nth * size + 1
    return f"{year}-{first:02}/{year}-{first + size - 1:02}" if first <= 12 else None


def _months(match: re.Match[str], now: date | None) -> str | None:
    first, last = _month(match["m1"]), _month(match["m2"])
    end = _dated(last, None, match["y2"] or match["y1"], now)
    if end is None:
        return None
    year = int(match["y1"] or end[:4]) - (0 if match["y1"] or first <= last else 1)
    return f"{year}-{first:02}/{end}"


def _relative(match: re.Match[str], published: PublicationDate | None) -> tuple[TimeKind, str | None]:
    words = match["relative"].lower()
    if match["weekday"]:
        return TimeKind.WEEKDAY, _weekday(match, published)
    day = published.first_day if published and published.first_day == published.last_day else None
    if words in ("today", "yesterday"):
        return TimeKind.WEEKDAY, (day - timedelta(days=words == "yesterday")).isoformat() if day else None
    if not published or not match["what"]:
        if published and words.startswith("a year"):
            return TimeKind.RELATIVE, str(published.last_day.year - 1)
        return TimeKind.RELATIVE, None
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    now = published.last_day
    if match["what"] == "year":
        return TimeKind.RELATIVE, str(now.year + step)
    if match["what"] == "month" and len(published.edtf.rstrip("~")) >= 7:
        month = now.year * 12 + now.month - 1 + step
        return TimeKind.RELATIVE, f"{month // 12}-{month % 12 + 1:02}"
    if match["what"] == "week" and day:
        monday = day + timedelta(days=7 * step - day.weekday())
        return TimeKind.RELATIVE, f"{monday}/{monday + timedelta(days=6)}"
    return TimeKind.RELATIVE, None


def _weekday(match: re.Match[str], published: PublicationDate | None) -> str | None:
    """The last such day up to the day of writing; the next one after "next"."""
    if not published or published.first_day != published.last_day:
        return None
    now = published.first_day
    back = (now.weekday() - WEEKDAYS.index(match["weekday"].lower())) % 7
    if match["relative"].lower().startswith("next"):
        return (now + timedelta(days=7 - back)).isoformat()
    a_week_ago = back == 0 and match["relative"].lower().startswith("last")
    return (now - timedelta(days=7 if a_week_ago else back)).isoformat()
