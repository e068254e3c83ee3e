"""What a figure covers, as its sentence says: a place, a stretch of time, a part or the whole with something included."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clipfile.corpus.article import Span
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.times import MONTHS, WEEKDAYS, Time, TimeKind, times_in


class ScopeKind(StrEnum):
    """How a figure is limited."""

    PLACE = "place"
    PERIOD = "period"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Scope:
    """A limit at `sentence[start:end]`; `names` are its proper names and `nouns` its other words, in lower case.

    A period has its EDTF date or its own words among `nouns`.
    """

    kind: ScopeKind
    start: int
    end: int
    names: frozenset[str]
    nouns: frozenset[str]


_REGIONS = (
    "district|districts|county|counties|province|provinces|city|cities|town|towns|village|villages|valley|valleys|region|"
    "regions|country|countries|capital|island|islands|state|states|department|area|areas|coast|delta|camp|camps|port|"
    "harbour|harbor|neighbourhood|neighborhood|suburb|suburbs|municipality|borough|parish|north|south|east|west|centre|"
    "center|world|continent|peninsula|territory|zone|basin|mountains|hills|plain|campus|building|plant|site|stadium|"
    "hospital|prison|school|schools|hospitals|prisons"
)
_NAME = r"[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,3}"
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Tt]hroughout|[Ww]ithin|[Oo]utside|[Aa]round|[Nn]ear|[Oo]n|[Ff]rom)\s+"
    rf"(?P<place>(?:(?:all of|the rest of|both|other parts of|parts of)\s+)?(?:(?:the|its|their|this|that|each)\s+)?"
    rf"(?:{_NAME}(?:\s+(?:{_REGIONS})\b)?|(?:(?:whole|entire|eastern|western|northern|southern|central|upper|lower|inner|"
    rf"outer|neighbouring|neighboring|[a-z]+(?:'s|’s)?)\s+)?(?:{_REGIONS})\b)(?:\s+of\s+{_NAME})?)"
)
_EVERYWHERE = re.compile(
    r"\b(?:nationwide|countrywide|worldwide|statewide|citywide|nationally|globally)\b", re.IGNORECASE
)
_ALONE = re.compile(r"(?P<part>(?:[\w’'-]+ ){1,3}alone)\b")
_PART = re.compile(
    r"\b(?P<part>(?:[Oo]f|[Aa]mong|[Ff]rom)\s+(?:these|those|them|whom|which)\b"
    r"|(?:including|excluding|not (?:counting|including)|without counting|leaving out|apart from|counting only|only counting)"
    r"\s+(?:\w+\s+){0,4}?\w+(?=[,.;:)]|\s+(?:and|but|was|were|is|are|has|have|said)\b|$)"
    r"|(?:together|along)\s+with\s+[^,.;]{3,40}(?=[,.;])|(?<=,\s)with\s+[^,.;]{3,40}(?=,))"
)
_LENGTH = re.compile(
    r"\b(?:(?:in|over|within|for|during)\s+(?:the\s+)?(?:(?:first|last|past|next|previous)\s+)?"
    r"(?:[\w-]+\s+)?(?:hours?|days?|nights?|weeks?|months?|years?|decades?)\b(?:\s+(?:before|after|to)\s+[\w ]{2,20})?"
    r"|(?:a|per|each|every)\s+(?:day|week|month|year|night|hour)\b|overnight\b|daily\b|weekly\b|monthly\b|annually\b|yearly\b"
    r"|in the (?:first|second|third|fourth|last) (?:quarter|half)\b(?: of (?:the|this|last) year)?)",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"\b(?:in|during|between|from|throughout|over|of|for|since|after|until)\s+(?:the\s+)?$", re.IGNORECASE
)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?P<event>[\w ]{2,20})", re.IGNORECASE)
_NO_NAMES = frozenset((*WEEKDAYS, *MONTHS))
_SMALL = frozenset("the its their this that each all of rest both other parts in".split())


def scopes_in(
    sentence: str, here: Span, others: Sequence[Span] = (), published: PublicationDate | None = None
) -> list[Scope]:
    """What limits the figure that stands at `sentence[here.start:here.end]`, nearest first of each kind.

    Args:
        sentence: the words of the sentence.
        here: the figure's place in it.
        others: the places of the sentence's other figures, whose limits are not this one's.
        published: when the article appeared, against which "last year" is resolved.
    """
    left = max((span.end for span in others if span.end <= here.start), default=0)
    right = min((span.start for span in others if span.start >= here.end), default=len(sentence))
    found = list(_all(sentence, published))
    near = [scope for scope in found if left <= scope.start < right]
    opening = [scope for scope in found if scope.start < 4 and scope not in near]
    kinds = {scope.kind for scope in near}
    kept = near + [scope for scope in opening if scope.kind not in kinds]
    return sorted(kept, key=lambda scope: (scope.start < here.end, abs(scope.start - here.end)))


def _all(sentence: str, published: PublicationDate | None) -> Iterator[Scope]:
    yield from _places(sentence)
    for pattern in (_ALONE, _PART):
        for match in pattern.finditer(sentence):
            yield _scope(ScopeKind.PART, match.start("part"), match.end("part"), match["part"])
    yield from _periods(sentence, published)


def _places(sentence: str) -> Iterator[Scope]:
    for match in _PLACE.finditer(sentence):
        names = set(re.findall(r"[A-Z][\w’'-]+", match["place"]))
        if not {name.lower() for name in names} & _NO_NAMES:
            yield _scope(ScopeKind.PLACE, match.start(), match.end(), match["place"])
    for match in _EVERYWHERE.finditer(sentence):
        yield Scope(ScopeKind.PLACE, *match.span(), frozenset(), frozenset({"everywhere"}))


def _scope(kind: ScopeKind, start: int, end: int, words: str) -> Scope:
    found = re.findall(r"[\w’'-]+", words)
    names = frozenset(word.lower() for word in found if word[0].isupper() and word.lower() not in _SMALL)
    return Scope(kind, start, end, names, frozenset(word.lower() for word in found) - names - _SMALL)


def _periods(sentence: str, published: PublicationDate | None) -> Iterator[Scope]:
    taken: list[Span] = []
    for time in times_in(sentence, published):
        lead = _DURING.search(sentence[: time.start])
        if _is_period(time, lead is not None):
            start = lead.start() if lead else time.start
            taken.append(Span(start, time.end))
            words = time.edtf or sentence[time.start : time.end].lower()
            prefix = "since " if lead and lead[0].lower().startswith(("since", "after")) else ""
            yield Scope(ScopeKind.PERIOD, start, time.end, frozenset(), frozenset({prefix + words}))
    for pattern in (_LENGTH, _SINCE):
        for match in pattern.finditer(sentence):
            if not any(Span(*match.span()).overlaps(span) for span in taken):
                taken.append(Span(*match.span()))
                words = " ".join(match[0].lower().split())
                yield Scope(ScopeKind.PERIOD, *match.span(), frozenset(), frozenset({words}))


def _is_period(time: Time, led: bool) -> bool:
    if time.kind is TimeKind.PERIOD:
        return True
    if time.kind is TimeKind.RELATIVE:
        return True
    long = time.edtf is not None and len(time.edtf.rstrip("~")) < len("2024-08-31")
    return led and time.kind is not TimeKind.CLOCK and (long or time.kind is TimeKind.WEEKDAY)


def scopes_apart(one: Sequence[Scope], other: Sequence[Scope]) -> tuple[Scope | None, Scope | None] | None:
    """The two limits that cannot be the same, where the figures cover different things; `None` where they may not.

    One side may lack a limit only where the other is a part ("of these", "alone") or counts something in.
    """
    for kind in (ScopeKind.PART, ScopeKind.PLACE, ScopeKind.PERIOD):
        first = [scope for scope in one if scope.kind is kind]
        second = [scope for scope in other if scope.kind is kind]
        if first and second:
            if not any(_may_be_same(a, b) for a in first for b in second):
                return first[0], second[0]
        elif kind is ScopeKind.PART and (first or second):
            return (first[0] if first else _whole(one)), (second[0] if second else _whole(other))
    return None


def _whole(scopes: Sequence[Scope]) -> Scope | None:
    return next((scope for scope in scopes if scope.kind is ScopeKind.PLACE), None)


def _may_be_same(one: Scope, other: Scope) -> bool:
    if one.names and other.names:
        return one.names <= other.names or other.names <= one.names
    if one.kind is ScopeKind.PERIOD:
        return one.nouns == other.nouns
    if one.nouns and other.nouns:
        return bool(one.nouns & other.nouns)
    return True
