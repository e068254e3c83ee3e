"""Whether a later figure goes on with the count of an earlier one, and is not of another matter, a part of it or another's."""

import re

from clipfile.corpus.differences import Stated, scopes_of
from clipfile.corpus.measured import figure_words, key_words
from clipfile.corpus.number_words import SCALES, SMALL
from clipfile.corpus.scopes import ScopeKind
from clipfile.corpus.times import MONTHS, WEEKDAYS
from clipfile.corpus.units import PEOPLE

SHARED = 2  # words that two sentences on one count share beside what is counted
FURTHEST = 3.0  # times that a count moves between two articles at the most
FURTHEST_TOLL = 5.0  # and the dead or injured
VAGUE = 4.0  # times its lower bound that a figure's upper bound is at the most, to replace another
_TOLL = frozenset(("=killed", "=injured"))  # what never falls: a lower count is another's
_ANYWHERE = (
    " ".join((*SMALL, *SCALES, *MONTHS, *WEEKDAYS))
    + " said says told reported announced added people per cent percent number day week month year first last over up about"
    + " between as but where when end of"
)  # words that say nothing of the matter
_OF_THEM = re.compile(r"\s+of\s+(?:the|these|those|them|whom|which|its|their)\b(?!\s[\w-]+[’']s\b)")

_SINCE = re.compile(
    r"\b(?:since (?:\w+ )?\d{4}|this (?:year|season|decade|century)|in the (?:past|last) (?:\w+ )?(?:years?|decades?))\b",
    re.IGNORECASE,
)
_EVERYWHERE = re.compile(
    r"\b(?:(?:nation|country|world)wide|globally|(?:across|throughout) the (?:\w+ )?(?:country|nation|world|region))\b",
    re.I,
)
_LEAVING = re.compile(
    r"\s+(?:have|has|had|were|was)\s+(?:since |now |already |so far )?(?:left|returned|rescued|freed|released|recovered)\b"
)


def continues(older: Stated, newer: Stated) -> bool:
    """Whether a figure that holds later replaces one of the same unit: the matter is one, and it moves as such a count does."""
    if _is_vague(newer) or any(_OF_THEM.match(each.article.text, each.figure.end) for each in (older, newer)):
        return False
    if _covers_other(older, newer) or _LEAVING.match(newer.article.text, newer.figure.end):
        return False
    counted = figure_words(older.figure) & figure_words(newer.figure)
    shared = (key_words(older.words) & key_words(newer.words)) - figure_words(newer.figure) - key_words(_ANYWHERE)
    if state := {word for word in counted if word.startswith("=")}:
        return _goes_on(older, newer, state) and (bool(shared) or all(map(_is_named, (older, newer))))
    more = counted - key_words(older.figure.unit) - key_words(newer.figure.unit) - {PEOPLE}
    least, most = sorted((_value(older), _value(newer)))
    return 1 < least <= most <= FURTHEST * least and len(shared) + len(more) >= SHARED


def _covers_other(older: Stated, newer: Stated) -> bool:
    """Whether the newer figure is for a longer time, for everywhere, or for a place that the older article does not name."""
    if _SINCE.search(newer.words) and not _SINCE.search(older.words):
        return True
    named = [_places(each) for each in (older, newer)]
    if named[0] and _EVERYWHERE.search(newer.words):
        return True
    return not named[1] <= set(re.findall(r"[\w’'-]+", older.article.text.lower()))


def _places(stated: Stated) -> set[str]:
    """The names in the places that limit a figure, in lower case."""
    scopes = [scope for scope in scopes_of(stated) if scope.kind is ScopeKind.PLACE]
    return {name for scope in scopes for name in scope.names}


def _goes_on(older: Stated, newer: Stated, state: set[str]) -> bool:
    """Whether both sentences say how the counted are, such as missing, and the count moves as such counts do."""
    if not all(state & key_words(each.words) for each in (older, newer)):
        return False
    return not state & _TOLL or _value(older) <= _value(newer) <= FURTHEST_TOLL * _value(older)


def _is_vague(stated: Stated) -> bool:
    """Whether a figure says too little to replace another: "dozens", "thousands"."""
    low, high = stated.figure.low, stated.figure.high
    return low is not None and high is not None and high > VAGUE * low


def _is_named(stated: Stated) -> bool:
    """Whether the figure's own words hold what is counted: "12 people", and not "twelve" alone."""
    return bool(
        key_words(stated.article.quote(stated.span)) & key_words(f"{stated.figure.unit} {stated.figure.counted}")
    )


def _value(stated: Stated) -> float:
    figure = stated.figure
    return (figure.low if figure.low is not None else figure.high) or 0.0
