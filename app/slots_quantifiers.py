"""Quantifiers and ordinals: all against some, only against others too, the first against the second."""

import re
from dataclasses import dataclass

from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span
from clipfile.corpus.number_words import SMALL
from clipfile.corpus.numbers import NumberKind, numbers_in

_WORDS = {
    "all": r"all(?! but)|every|everyone|everybody|everywhere|always|entire(?:ly)?|whole|unanimous(?:ly)?|fully|completely|"
    r"each|total(?:ly)?|any",
    "only": r"only|sole(?:ly)?|exclusive(?:ly)?|alone|nowhere else|no one else|nothing but|merely|single",
    "none": r"none|no one|nobody|nothing|not (?:a|one) single|not any|no",
    "most": r"most(?! of all)|majority|mostly|mainly|largely|chiefly|nearly all|almost all|bulk|predominantly|more than half",
    "few": r"few|minority|hardly any|a handful|little|rarely|seldom|less than half|fewer than half",
    "some": r"some(?! \d)|several|parts? of|partly|part|others?|many|a number of|except|apart from|but not|not all|"
    r"not every|including",
}
_QUANTIFIER = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()) + r")\b", re.IGNORECASE
)
_ORDINAL = re.compile(
    r"(?<!-)\b(?P<word>(?:(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|last|\d+(?:st|nd|rd|th))\b"
    r"(?! (?:half|quarter|of (?:january|february|march|april|may|june|july|august|september|october|november|december)))",
    re.IGNORECASE,
)
_EXCLUDES = {
    "all": {"some", "few", "none", "most"},
    "only": {"some"},
    "none": {"some", "all", "most"},
    "most": {"few", "none"},
    "few": {"most", "all"},
    "some": {"none"},
}
_SAME = {(group, group) for group in _WORDS} | {("most", "all"), ("some", "most"), ("some", "all"), ("some", "few")}
_SHARES = {"all": (99.0, 100.0), "most": (50.0, 100.0), "few": (0.0, 35.0), "none": (0.0, 0.0), "some": (1.0, 99.0)}
_NUMBERS = {
    word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A quantifier at `text[start:end]`, by the group that it belongs to."""

    span: Span
    group: str


def quantifiers_in(text: str) -> list[Quantifier]:
    """The quantifiers in order."""
    return [
        Quantifier(Span(*match.span()), next(name for name, words in match.groupdict().items() if words))
        for match in _QUANTIFIER.finditer(text)
    ]


def compare_quantifiers(claim: str, context: InContext) -> list[Slot]:
    """One slot for each quantifier of the claim, against those of the sentence and the shares that it gives."""
    own = quantifiers_in(claim)
    theirs = quantifiers_in(context.sentence) if own else []
    return [_compare(each, theirs, context.sentence) for each in own]


def _compare(own: Quantifier, theirs: list[Quantifier], sentence: str) -> Slot:
    for other in theirs:
        if (own.group, other.group) in _SAME:
            return Slot(SlotKind.QUANTIFIER, Outcome.MATCH, own.span, other.span, "same extent", False)
    if own.group in _SHARES and (share := _share(own, sentence)):
        return share
    for other in theirs:
        if other.group in _EXCLUDES[own.group]:
            return Slot(SlotKind.QUANTIFIER, Outcome.CLASH, own.span, other.span, "another extent", False)
    return Slot(SlotKind.QUANTIFIER, Outcome.SILENT, own.span, None, "extent")


def _share(own: Quantifier, sentence: str) -> Slot | None:
    """The quantifier against a share in numbers: "most" against "two thirds", "80 per cent"."""
    low, high = _SHARES[own.group]
    for number in numbers_in(sentence):
        value = number.low * 100 if number.kind is NumberKind.SHARE and number.low <= 1 else number.low
        if number.kind is not NumberKind.SHARE and not re.match(r"\s?(?:%|per ?cent)", sentence[number.end :]):
            continue
        inside = low <= value <= high
        found = Span(number.start, number.end)
        rule = "the share agrees" if inside else "another share"
        return Slot(SlotKind.QUANTIFIER, Outcome.MATCH if inside else Outcome.CLASH, own.span, found, rule, False)
    return None


def compare_ordinals(claim: str, context: InContext) -> list[Slot]:
    """One slot for each ordinal of the claim that stands before the same word in the sentence, or another one does."""
    slots = []
    for own in _ORDINAL.finditer(claim):
        follows = _next_word(claim, own.end())
        said = list(_ORDINAL.finditer(context.sentence))
        beside = [match for match in said if follows and _next_word(context.sentence, match.end()) == follows]
        same = next((match for match in beside or said if _value(match) == _value(own)), None)
        span = Span(*own.span())
        if same:
            slots.append(Slot(SlotKind.ORDINAL, Outcome.MATCH, span, Span(*same.span()), "same rank"))
        elif beside:
            slots.append(Slot(SlotKind.ORDINAL, Outcome.CLASH, span, Span(*beside[0].span()), "another rank"))
        else:
            slots.append(Slot(SlotKind.ORDINAL, Outcome.SILENT, span, None, "rank"))
    return slots


def _next_word(text: str, position: int) -> str:
    match = re.match(r"\W*(\w+)", text[position:])
    return match[1].lower() if match else ""


def _value(match: re.Match[str]) -> int | str:
    word = match["word"].lower()
    if match["tens"]:
        return SMALL[match["tens"].lower()] + int(_NUMBERS[re.split("[- ]", word)[-1]])
    return _NUMBERS.get(word) or (int(re.sub(r"\D", "", word)) if word[0].isdigit() else word)
