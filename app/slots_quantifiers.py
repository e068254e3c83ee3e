"""Quantifiers and ordinals: all against some, only against others too, the first against the second."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from clipfile.app.alignment import OF_THE_SAME, Alignment
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span
from clipfile.corpus.number_words import SMALL
from clipfile.corpus.numbers import Number, NumberKind, numbers_in
from clipfile.corpus.times import MONTHS, Time, times_in

_WORDS = {
    "all": r"(?<!not )all(?! but)|(?<!not )every|everyone|everybody|everywhere|always|entire(?:ly)?|whole|wholly|"
    r"unanimous(?:ly)?|fully|completely|each|both|total(?:ly)?",
    "only": r"only|sole(?:ly)?|exclusive(?:ly)?|alone|nowhere else|no one else|nothing but|merely|single",
    "none": r"none|no one|nobody|nothing|not (?:a|one) single|not any|"
    r"no(?! (?:longer|doubt|matter|more than|fewer|less|later))",
    "most": r"most(?! of all)|majority|mostly|mainly|largely|chiefly|nearly all|almost all|bulk|predominantly|"
    r"more than half(?! an? )",
    "minority": r"minority|(?:less|fewer) than half(?! an? )",
    "few": r"few|hardly any|almost n(?:one|o one|obody|othing|o)|a handful|little|rarely|seldom",
    "many": r"many",
    "part": r"parts? of|partly|part|except|apart from|but not|not all|not every(?:one|body)?|"
    r"all but (?:\d+|one|two|three|four|five)",
    "some": r"some(?! \d)|several|others?|a number of|including",
}
_QUANTIFIER = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()) + r")\b", re.IGNORECASE
)
_NUMBERS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_TENS = "|".join(word for word, number in SMALL.items() if number > 19)
_ORDINAL = re.compile(
    rf"(?<!-)\b(?P<word>(?:(?P<tens>{_TENS})[- ])?(?:{'|'.join(_NUMBERS)})|last|\d+(?:st|nd|rd|th))\b"
    rf"(?! (?:half|quarter|of (?:{'|'.join(MONTHS)})))",
    re.IGNORECASE,
)
_EXCLUDES = {
    "all": {"some", "part", "many", "few", "minority", "none", "most"},
    "only": {"some", "many"},
    "none": {"some", "part", "many", "all", "most", "minority"},
    "most": {"few", "minority", "none"},
    "minority": {"most", "all", "none"},
    "few": {"most", "many", "all"},
    "many": {"few", "none"},
    "part": {"all", "none"},
    "some": {"none"},
}
_SAME = {(group, group) for group in _WORDS} | {
    (own, other)
    for own, others in (
        ("most", "all"),
        ("many", "all most some"),
        ("minority", "few"),
        ("part", "some many most few minority"),
        ("some", "all most many few part minority"),
    )
    for other in others.split()
}
_SHARES = {
    "all": (99.0, 100.0),
    "most": (50.0, 100.0),
    "minority": (0.0, 50.0),
    "few": (0.0, 35.0),
    "none": (0.0, 0.0),
    "part": (1.0, 99.0),
    "some": (1.0, 100.0),
}
_REST = {"most": "minority", "minority": "most", "few": "most"}  # of whom it holds if it does not of these
_HOLDS_NOT = re.compile(
    r"[^.,;:]{0,60}?\b(?:(?:is|are|was|were|ha[sd]|have|do|does|did|can|could|will|would) (?:still |yet )?not|\w+n[’']t"
    r"|never)\b"
)
_OF_A_CHANGE = re.compile(r"\b(?:by|to|from|up|down|rose|fell|grew|cut|gained|lost) (?:(?:about|some|nearly|over) )?$")
_PERCENT = re.compile(r"\s?(?:%|per ?cent)")
_OF = re.compile(r" (?:out )?of (?:all )?(?:(?:the|its|their|his|her|these|those|more than|about|some) )?")
_CHANGE = re.compile(
    r"\s?(?:%|per ?cent)?\s(?:rise|fall|increase|decrease|cut|drop|growth|gain|tax|rate|interest|swing|more|less)\b"
)


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A quantifier at `text[start:end]`, by the group that it belongs to."""

    span: Span
    group: str


def quantifiers_in(text: str) -> list[Quantifier]:
    """The quantifiers in order."""
    return [Quantifier(Span(*match.span()), _group(match)) for match in _QUANTIFIER.finditer(text)]


def _group(match: re.Match[str]) -> str:
    """The group that a quantifier belongs to; where it holds of these that something is not so, that of the rest."""
    group = next(name for name, words in match.groupdict().items() if words)
    return _REST.get(group, group) if _HOLDS_NOT.match(match.string, match.end()) else group


def compare_quantifiers(claim: str, context: InContext, alignment: Alignment) -> list[Slot]:
    """One slot for each quantifier of the claim, against those of the sentence and the shares that it gives."""
    own = quantifiers_in(claim)
    theirs = quantifiers_in(context.sentence) if own else []
    others = [other for other in theirs if not any((each.group, other.group) in _SAME for each in own)]
    return [
        _compare(each, theirs, others, context.sentence, alignment.held_beside(each.span) >= OF_THE_SAME)
        for each in own
    ]


def _compare(
    own: Quantifier, theirs: list[Quantifier], others: list[Quantifier], sentence: str, of_the_same: bool
) -> Slot:
    """A quantifier against those of the sentence; `others` are those that none of the claim's own agrees with."""
    for other in theirs:
        if (own.group, other.group) in _SAME:
            return Slot(SlotKind.QUANTIFIER, Outcome.MATCH, own.span, other.span, "same extent", False)
    if own.group in _SHARES and (share := _share(own, sentence, of_the_same)):
        return share
    for other in others:
        if of_the_same and other.group in _EXCLUDES[own.group]:
            return Slot(SlotKind.QUANTIFIER, Outcome.CLASH, own.span, other.span, "another extent")
    return Slot(SlotKind.QUANTIFIER, Outcome.SILENT, own.span, None, "extent")


def _share(own: Quantifier, sentence: str, of_the_same: bool) -> Slot | None:
    """The quantifier against a share in numbers: "most" against "two thirds", "80 per cent"; one that agrees, if any does."""
    low, high = _SHARES[own.group]
    another = None
    for found, percent in _shares_in(sentence):
        if low <= percent <= high:
            return Slot(SlotKind.QUANTIFIER, Outcome.MATCH, own.span, found, "the share agrees", False)
        another = another or Slot(SlotKind.QUANTIFIER, Outcome.CLASH, own.span, found, "another share", of_the_same)
    return another


def _shares_in(text: str) -> Iterator[tuple[Span, float]]:
    """The shares of a text in percent, those of counted things among them: "eight of the 27 hospitals"."""
    for number, following in zip_longest(numbers := numbers_in(text), numbers[1:]):
        if following and number.low <= following.low > 0 and _OF.fullmatch(text, number.end, following.start):
            yield Span(number.start, following.end), 100 * number.low / following.low
            continue
        in_percent = number.kind is NumberKind.SHARE or _PERCENT.match(text, number.end)
        if in_percent and not _OF_A_CHANGE.search(text[: number.start]) and not _CHANGE.match(text, number.end):
            yield Span(number.start, number.end), number.low


def compare_ordinals(claim: str, context: InContext) -> list[Slot]:
    """One slot for each ordinal of the claim that stands beside the same word in the sentence, or another one does."""
    slots = []
    said = _ordinals(context.sentence)
    for own in _ordinals(claim):
        neighbour = _neighbour(claim, own)
        beside = [match for match in said if neighbour and _neighbour(context.sentence, match) == neighbour]
        same = next((match for match in beside or said if _value(match) == _value(own)), None)
        span = Span(*own.span())
        if same:
            slots.append(Slot(SlotKind.ORDINAL, Outcome.MATCH, span, Span(*same.span()), "same rank"))
        elif beside:
            slots.append(Slot(SlotKind.ORDINAL, Outcome.CLASH, span, Span(*beside[0].span()), "another rank"))
        else:
            slots.append(Slot(SlotKind.ORDINAL, Outcome.SILENT, span, None, "rank"))
    return slots


def _ordinals(text: str) -> list[re.Match[str]]:
    """The ordinals that are no part of a date and no share: "6th June", "last week", "a third of"."""
    shares = [number for number in numbers_in(text) if number.kind is NumberKind.SHARE]
    others: list[Number | Time] = [*times_in(text), *shares]
    return [
        match
        for match in _ORDINAL.finditer(text)
        if not any(each.start < match.end() and match.start() < each.end for each in others)
    ]


def _neighbour(text: str, ordinal: re.Match[str]) -> str:
    """The word behind an ordinal, or the one before it where none follows: "finished second."."""
    found = re.match(r"[\s-]+(\w+)", text[ordinal.end() :]) or re.search(r"(\w+)\s+$", text[: ordinal.start()])
    return found[1].lower() if found else ""


def _value(match: re.Match[str]) -> int | str:
    word = match["word"].lower()
    if match["tens"]:
        return SMALL[match["tens"].lower()] + int(_NUMBERS[re.split("[- ]", word)[-1]])
    return _NUMBERS.get(word) or (int(re.sub(r"\D", "", word)) if word[0].isdigit() else word)
