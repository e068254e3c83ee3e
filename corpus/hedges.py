"""Hedges: the words around a number that say how exact it is."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Hedge(StrEnum):
    """How exact a figure is."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class HedgeFound:
    """A hedge in the text; `start` is where its words begin before a number, or end behind one."""

    hedge: Hedge
    at: int


_BEFORE = {
    Hedge.AT_LEAST: (
        "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|at the very least|"
        "as few as|as little as"
    ),
    Hedge.AT_MOST: (
        "up to|at most|at the most|no more than|not more than|a maximum of|maximum of|as many as|as much as|"
        "as high as|a ceiling of|no (?:higher|greater|longer) than|"
        r"(?:not|never|\w+n[’']t) (?:exceed(?:s|ed|ing)?|over|above|greater than|longer than|in excess of|"
        r"topp(?:ed|ing)|surpass(?:ed|ing)?)"
    ),
    Hedge.MORE_THAN: (
        "more than|over|above|in excess of|exceeding|exceeds|exceeded|upwards? of|greater than|"
        "longer than|north of|topping|topped|surpassing|surpassed"
    ),
    Hedge.LESS_THAN: "less than|fewer than|under|below|shorter than",
    Hedge.NEARLY: (
        "nearly|almost|close to|just under|just below|just short of|just shy of|approaching|not quite|virtually|"
        "little less than|slightly less than|slightly under|a little under|slightly fewer than"
    ),
    Hedge.ABOUT: (
        "about|around|some|roughly|approximately|approx\\.?|an? estimated|estimated at|estimated|circa|ca?\\.|"
        "in the region of|something like|in the order of|on the order of|perhaps|maybe|possibly|probably|closer to|"
        "nearer to|nearer|~|≈|more or less|or so|an approximate"
    ),
}
_STRENGTHENED = (
    r"(?:(?:just|well|far|slightly|a little|a bit|already|still|even|only|now|much|considerably|comfortably) )??"
)
_FILLER = r"(?:(?:an?|a total of|a further|another|an additional|additional|about|some|just|all of) )?"
_HEDGE_BEFORE = re.compile(
    rf"(?<![\w-]){_STRENGTHENED}(?:"
    + "|".join(
        f"(?P<{hedge.value}>{words})"
        for hedge, words in sorted(_BEFORE.items(), key=lambda row: row[0] is not Hedge.NEARLY)
    )
    + rf")[ \u00a0]?(?<=[ \u00a0~≈]){_FILLER}$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?<![\w-])(?:within|inside)[ \u00a0](?:about |the next |the past )?$", re.IGNORECASE)
_AFTER = re.compile(
    r"[ \u00a0](?:(?P<at_least>or more|or higher|and counting|at least|at a minimum)"
    r"|(?P<at_most>or (?:less|fewer|lower)|at most|at the most)|(?P<about>or so|or thereabouts|give or take))\b"
    r"|(?P<plus>\+|-plus\b)|(?P<odd>-odd\b)",
    re.IGNORECASE,
)
_LONGEST = 48  # characters that a hedge takes before the number
_OVER_TIME = re.compile(
    r"(?:\b(?:for|of|after|lasted|took|been|is|was|since|in|aged|spent)|^|[(—–,;:])\s*$", re.IGNORECASE
)


def hedge_before(text: str, position: int) -> HedgeFound | None:
    """The hedge that ends right before a number, and where its words begin."""
    start = max(0, position - _LONGEST)
    match = _HEDGE_BEFORE.search(text[start:position])
    if not match:
        return None
    hedge = Hedge(next(name for name, words in match.groupdict().items() if words))
    return HedgeFound(hedge, start + match.start())


def within_before(text: str, position: int) -> HedgeFound | None:
    """The word "within" right before a length or a length of time: it is at most that."""
    match = _WITHIN.search(text[max(0, position - _LONGEST) : position])
    return HedgeFound(Hedge.AT_MOST, position - len(match[0])) if match else None


def hedge_after(text: str, position: int) -> HedgeFound | None:
    """The hedge that begins right behind a number or its unit, and where its words end."""
    match = _AFTER.match(text, position)
    if not match:
        return None
    name = next(name for name, words in match.groupdict().items() if words)
    hedge = {"plus": Hedge.AT_LEAST, "odd": Hedge.ABOUT}.get(name) or Hedge(name)
    return HedgeFound(hedge, match.end())


def hedge_between(text: str, position: int) -> HedgeFound | None:
    """The hedge between a number and what it counts: 200+ people, twenty-odd men, five or so years."""
    match = _AFTER.match(text, position)
    at_once = match and re.match(r"\+|-(?:plus|odd)|[ \u00a0]or (?:so|more|fewer|less)\b", match[0], re.IGNORECASE)
    return hedge_after(text, position) if at_once else None


def means_during(text: str, start: int) -> bool:
    """Whether an "over" that begins at a position, before a length of time, means "during": spread over five years."""
    return text[start : start + 4].lower() == "over" and not _OVER_TIME.search(text[max(0, start - 20) : start])
