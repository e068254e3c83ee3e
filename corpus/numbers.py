"""Numbers as a text writes them, in digits or words: 8 200, 12.4m, half a million, two dozen, one in four."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clipfile.corpus.number_words import SCALES, SMALL, WORDS, value_of
from clipfile.corpus.units import CURRENCIES, GLUED, currency_before, unit_after


class NumberKind(StrEnum):
    """What sort of number the words give."""

    CARDINAL = "cardinal"
    SHARE = "share"  # half, two thirds, one in four: in percent
    VAGUE = "vague"  # dozens, hundreds of thousands
    TIMES = "times"  # doubling, tenfold


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `text[start:end]`; `low` and `high` differ for vague words only.

    `scale` is what a magnitude word multiplies by (1 without one): it may hold for the number before, too.
    """

    start: int
    end: int
    low: float
    high: float
    kind: NumberKind = NumberKind.CARDINAL
    scale: float = 1.0
    in_words: bool = False


_SPACE = "[ \u00a0\u2009\u202f]"
_DIGITS = (
    rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:['’]\d{3})+(?!\d)|\d+,\d{1,2}(?!\d)|\d+(?:\.\d+)?"
)
_SCALE = "hundred|thousand|million|billion|trillion|lakh|crore"
_LETTER_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}
_SHARES = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
_SHARES |= {"ninth": 9, "tenth": 10}
_PARTS = "|".join(_SHARES)
_FEW = "|".join([*list(SMALL)[1:11], r"\d{1,3}"])
_WHOLE = rf"{WORDS}|(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:[ ](?:{_SCALE}))?"
_BARE_SHARE = (  # what may follow "a third" for it to be a share and not a rank
    r"(?=[ ](?:of|as|the|less|last|this|next|between|during|against|after|before|within|when|while|compared|year|each|more|"
    r"fewer|and[ ](?:an?[ ])?(?:half|quarter|two|three)|"
    r"to|from|since|in|on|at|over|by|were|was|are|is|had|have|do|did|said|say)\b|[,.;:)?!”]|$)"
)
_HALVED = (
    "second|minute|hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)|met(?:re|er)|tonne|ton|lit(?:re|er)|"
    "acre|hectare|percent"
)
_GROUPS = {"dozen": 12, "score": 20, "ten": 10, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_FOLDS = {"twice": 2, "doubl": 2, "trebl": 3, "tripl": 3, "quadrupl": 4, "quintupl": 5}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_NUMBER = re.compile(
    rf"""
      (?<![\w.,/:'’-])(?P<one_in>(?P<part>{_FEW})[ -](?:in|out[ ]of)[ -](?:every[ ])?(?P<whole>{_WHOLE})\b)
        (?![,.]?\d)(?![ ]?[%-])
    | (?<![\w-])(?P<half_of>(?:half[ ]an?[ ]|(?:an?[ ])?half[- ])(?P<half_scale>million|billion|trillion|thousand|dozen)
        |(?:(?:an?|(?P<quarters>three))[- ]quarters?[ ](?:of[ ])?an?[ ]|(?:an?[ ])?quarter[- ])
        (?P<quarter_scale>million|billion))\b
    | (?<![\w-])(?P<and_half>(?:{WORDS}|\d+)[ -]and[ -]a[ -](?P<extra>half|quarter))(?:[ ](?P<and_scale>{_SCALE}))?\b
    | (?<![\w-])(?P<dozen>(?P<dozens>{WORDS}|an?|\d+)[ ](?:dozen|score(?=[ ](?!of)))\b)
    | (?<![\w-])(?P<share>(?P<shares>an?|one|{"|".join(list(SMALL)[2:10])})[ -](?P<share_of>{_PARTS})s?\b){_BARE_SHARE}
    | (?<![\w-])(?P<half_unit>half[ ]an?(?=[ ](?:{_HALVED})s?\b)|an?[ ](?:{_HALVED})[ ]and[ ]a[ ](?:half|quarter)\b)
    | (?<![\w-])(?<!first[ ])(?<!second[ ])(?<!other[ ])(?<!latter[ ])(?<!better[ ])
      (?P<half>half(?=[ ](?:the|its|their|his|her|our|all|that|this|those|these)\b|{_BARE_SHARE}))
    | (?<![\w-])(?P<several>(?:several|many|a[ ]few)[ ](?P<several_of>dozen|hundred|thousand|million|billion))\b
    | (?<![\w-])(?P<vague>(?:tens(?=[ ]of[ ])|scores(?=[ ](?:of|more|were|dead|missing|injured|wounded|killed)\b)
        |hundreds|thousands|dozens|millions|billions)
        (?:[ ]of[ ](?:hundreds|thousands|millions|billions))*)\b
    | (?<![\w-])(?P<suffixed>(?P<folded>{"|".join(list(SMALL)[1:])}|\d+(?:\.\d+)?)-?fold)\b
    | (?<![\w-])(?P<words>{WORDS})\b(?!-(?:{_PARTS})s?\b)
    | (?<![\w./:-])(?<![\d][,])(?<!\d['’])(?P<slash>[1-9])/(?P<slash_of>[2-9]|10)(?![\w/])
    | (?<![\w:/.])(?<!\d[,'’])(?:(?<![A-Za-z][-–])|(?-i:(?<=\d[a-z][-–])|(?<=\d[a-z]{{2}}[-–])))
      (?P<digits>{_DIGITS})(?:(?P<glyph>[{"".join(_GLYPHS)}])|[ -](?P<over>[1-9])/(?P<under>[2-9])(?![\w/]))?
      (?:[ \u00a0-]?(?P<scale>{_SCALE})\b|(?:{_SPACE}?(?P<letter>k|m|mn|mln|bn|tn)\b))?
      (?=$|[^\w]|(?:{GLUED})\b)(?![:/.,]\d)
    | (?P<lone_glyph>[{"".join(_GLYPHS)}])
    | \b(?P<fold>(?P<fold_stem>{"|".join(list(_FOLDS)[1:])})(?:ed|ing|es|e(?=[ ](?:the|its|their|that|what)))
        |twice(?=[ ](?:the|as|that|what|its|their)\b))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FIRST_WORDS = "|".join(
    [
        *list(SMALL)[1:],
        "half",
        "quarter(?=[- ][mb]illion)",
        "several",
        "many",
        *(f"{word}s" for word in _GROUPS),
        *_FOLDS,
    ]
)
_START = re.compile(  # where a number can begin: trying the whole pattern at every character takes four times as long
    rf"""\d|[{"".join(_GLYPHS)}]|\b(?:{_FIRST_WORDS}
    |an?(?=[ -](?:hundred|thousand|million|billion|trillion|dozen|score|few|{_PARTS}|{_HALVED})))""",
    re.IGNORECASE | re.VERBOSE,
)
_KINDS = (  # the named groups of the pattern that stand for a whole number
    "one_in half_of and_half dozen share half_unit half several vague words digits fold suffixed lone_glyph slash".split()
)
_POINT_BEFORE_THREE = re.compile(r"[1-9]\d{0,2}\.\d\d0")  # "$3.459 a gallon" is no thousands
_MINUS = re.compile(r"(?<![^\s(])(?:[-−]|minus\s)$", re.IGNORECASE)
_METRES_AFTER = re.compile(
    r"\s?(?:$|[.,;:)\]]|(?:high|tall|long|wide|deep|thick|away|above|below|from|in|by|of|to|and|or|off|up|down|x|"
    r"finals?|title|race|heats?|hurdles|relay|sprint|freestyle|backstroke|breaststroke|butterfly|steeplechase|champion|record)\b)"
)

_MONEY_BEFORE = re.compile(
    r"[$£€¥₹₦₩₽₺₴₱฿]\s?$|\b(?:(?:sold|bought|signed|auctioned|went)\b[^.;:]{0,30} for|costs?|paid|worth|sold|"
    r"population (?:is|was|of)|(?:price|fee|fine|budget|bill|sales|profits?|revenues?|loss(?:es)?) of)\s"
    r"(?:about |around |nearly |over |almost )?$"
)


def numbers_in(text: str) -> list[Number]:
    """The numbers in order, none overlapping: cardinals, shares, vague words and multiples; dates are not told apart."""
    return list(_numbers(text))


def _numbers(text: str) -> Iterator[Number]:
    position = 0
    while start_found := _START.search(text, position):
        match = _NUMBER.match(text, start_found.start())
        if not match:
            position = start_found.end()
            continue
        position = match.end()
        start, end = match.span()
        kind = _kind(match)
        if kind == "digits":
            yield _in_digits(text, match)
        elif kind == "words":
            scale = _word_scale(match["words"])
            value = float(value_of(match["words"]))
            yield Number(start, end, value, value, scale=scale, in_words=True)
        elif kind in ("vague", "several"):
            yield _vague(match)
        elif kind in ("one_in", "share", "half", "slash"):
            percent = 100 * _share(match, kind)
            if 0 < percent <= 100:
                yield Number(start, end, percent, percent, NumberKind.SHARE, in_words=kind != "slash")
        elif kind in ("fold", "suffixed"):
            value = float(
                _FOLDS[(match["fold_stem"] or "twice").lower()] if kind == "fold" else _plain(match["folded"].lower())
            )
            yield Number(start, end, value, value, NumberKind.TIMES, in_words=True)
        else:
            yield _compound(match, kind)


def _kind(match: re.Match[str]) -> str:
    return next((name for name in _KINDS if match[name]), "")


def _in_digits(text: str, match: re.Match[str]) -> Number:
    value, end, scale = _digits(match["digits"]), match.end(), 1.0
    if _is_grouped(text, match):
        value *= 1000
    value += _GLYPHS.get(match["glyph"] or "", 0.0)
    if match["over"]:
        value += int(match["over"]) / int(match["under"])
    if match["scale"]:
        scale = SCALES[match["scale"].lower()]
    elif match["letter"]:
        metres = match["letter"] == "m" and not _is_money(text, match.start()) and _METRES_AFTER.match(text, end)
        if metres:
            end = match.start("letter")
            while end > match.start() and text[end - 1].isspace():
                end -= 1
        else:
            scale = _LETTER_SCALES[match["letter"].lower()]
    value = _scaled(value, scale)
    minus = _MINUS.search(text, max(0, match.start() - 7), match.start())
    if minus:
        return Number(minus.start(), end, -value, -value, scale=scale)
    return Number(match.start(), end, value, value, scale=scale)


def _is_grouped(text: str, match: re.Match[str]) -> bool:
    """Whether a point before three digits parts thousands, as on the Continent: 2.000 euros, 12.000 people."""
    if not _POINT_BEFORE_THREE.fullmatch(match["digits"]) or match["scale"] or match["letter"]:
        return False
    unit = unit_after(text, match.end())
    money = currency_before(text, match.start()) or (unit and unit.name in CURRENCIES)
    return bool(money) or (unit is None and match["digits"].endswith("000"))


def _is_money(text: str, start: int) -> bool:
    return _MONEY_BEFORE.search(text, max(0, start - 60), start) is not None


def _digits(written: str) -> float:
    """The value of digits: the last of two kinds of mark, or a comma before one or two digits, is the decimal mark."""
    plain = re.sub(rf"{_SPACE}|['’]", "", written)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


def _plain(written: str) -> float:
    return float(written) if written[0].isdigit() else float(value_of(written))


def _whole(written: str) -> float:
    digits, _, scale = written.partition(" ")
    return _digits(digits) * SCALES.get(scale, 1.0) if written[0].isdigit() else float(value_of(written))


def _scaled(value: float, scale: float) -> float:
    return float(f"{value * scale:.15g}")  # 86.2 million is 86200000, not 86200000.00000001


def _word_scale(words: str) -> float:
    last = re.findall(r"[a-z]+", words.lower())[-1]
    return SCALES.get(last, 1.0) if last != "hundred" else 1.0


def _share(match: re.Match[str], kind: str) -> float:
    if kind == "half":
        return 0.5
    if kind == "slash":
        return int(match["slash"]) / int(match["slash_of"])
    if kind == "one_in":
        return _plain(match["part"].lower()) / max(_whole(match["whole"].lower()), 1)
    how_many = 1.0 if match["shares"].lower() in ("a", "an") else _plain(match["shares"].lower())
    return how_many / _SHARES[match["share_of"].lower()]


def _vague(match: re.Match[str]) -> Number:
    """Twice to ten times the word: "hundreds" is 200 to 1,000, "tens of thousands" 20,000 to 100,000."""
    if match["several"]:
        size = float(_GROUPS[match["several_of"].lower()])
    else:
        size = 1.0
        for word in re.findall(r"[a-z]+", match["vague"].lower()):
            size *= float(_GROUPS.get(word.rstrip("s"), 1))
    most = 100.0 if size in (12, 20) else 10 * size
    return Number(*match.span(), 2 * size, most, NumberKind.VAGUE, in_words=True)


def _compound(match: re.Match[str], kind: str) -> Number:
    scale = 1.0
    if kind == "half_of":
        name = (match["half_scale"] or match["quarter_scale"]).lower()
        share = 0.5 if match["half_scale"] else 0.75 if match["quarters"] else 0.25
        value = share * float(_GROUPS[name] if name in _GROUPS else SCALES[name])
    elif kind == "and_half":
        scale = SCALES[match["and_scale"].lower()] if match["and_scale"] else 1.0
        whole = re.split(r"[ -]and[ -]a[ -]", match["and_half"].lower())[0]
        of = 1.0 if whole[0].isdigit() else _word_scale(whole)  # a million and a half
        value = (_plain(whole) + (0.5 if match["extra"].lower() == "half" else 0.25) * of) * scale
    elif kind == "half_unit":
        words = match["half_unit"].lower()
        value = 0.5 if words.startswith("half") else 1.25 if words.endswith("quarter") else 1.5
    elif kind == "dozen":
        many = match["dozens"].lower()
        value = (1.0 if many in ("a", "an") else _plain(many)) * (12 if "dozen" in match["dozen"].lower() else 20)
    else:
        value = _GLYPHS[match["lone_glyph"]]
    return Number(*match.span(), value, value, scale=scale, in_words=True)
