"""The quantity that a question asks for - how many, how long, what share - and the figures that can be one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from clipfile.corpus.figures import Figure
from clipfile.corpus.measured import figure_words, key_words
from clipfile.corpus.measures import OF_PEOPLE
from clipfile.corpus.noun_phrases import GROUPS_OF_PEOPLE, is_people, is_plural, noun_phrase_at
from clipfile.corpus.units import CURRENCIES, PEOPLE, PERCENT, TIMES, unit_after, unit_named


class Quantity(StrEnum):
    """A kind of quantity."""

    COUNT = "count"  # how many towns
    MEASURE = "measure"  # how many tonnes, how far, how big
    TIME = "time"  # how old, how much time
    EXTENT = "extent"  # how long: of time or of way
    SHARE = "share"  # what share, how large a part
    AMOUNT = "amount"  # how much, at what price


@dataclass(frozen=True, slots=True)
class AskedQuantity:
    """What is asked for.

    people: of a count whether it is of people, `None` where the question does not say.
    head: the key words of the noun that is counted: members.
    beside: those of the words that say which ones: of gang members gang.
    """

    kind: Quantity
    people: bool | None = None
    head: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    def only_beside(self, figures: Iterable[Figure]) -> bool:
        """Whether figures count what the noun's modifiers name and none counts the noun: gangs, not gang members."""
        words = [(key_words(each.unit), figure_words(each)) for each in figures]
        return any(unit & self.beside for unit, _ in words) and not any(self.head <= counted for _, counted in words)

    def is_named_by(self, figure: Figure) -> bool:
        """Whether a figure counts the very things asked for, by a noun and what says which ones."""
        return bool(self.beside) and self.head | self.beside <= figure_words(figure)

    def can_be(self, figure: Figure) -> bool:
        """Whether a figure is of that kind; a word that is no known unit is either counted or money of an unknown name."""
        head = figure.unit.partition(" per ")[0]
        unit = unit_named(head)
        if head in (PERCENT, TIMES):
            return self.kind in (Quantity.SHARE, Quantity.AMOUNT)
        if head in CURRENCIES:
            return self.kind is Quantity.AMOUNT
        if unit is None and self.kind is Quantity.COUNT:
            return self.people in (None, _are_people(head, figure_words(figure)))
        if unit is None:
            return self.kind is Quantity.AMOUNT and not _are_people(head, figure_words(figure))
        if self.kind is Quantity.EXTENT:
            return unit.dimension in ("time", "length")
        if unit.dimension == "time":
            return self.kind is Quantity.TIME
        return self.kind in (Quantity.MEASURE, Quantity.AMOUNT)


_HOW_MANY = re.compile(r"\b(?:how many|(?:what|which) number of)\s+(?:of the\s+|of\s+)?")
_HOW_LARGE = r"\bhow (?:high|big|large|great) (?:is|was|are|were) (?:the|an?|its|his|her|their) (?:\w+ )?"
_ASKED = {
    Quantity.SHARE: r"\b(?:(?:what|which) |how (?:large|big|great|small) an? )"
    r"(?:share(?! prices?\b)|fraction|portion|percentage|proportion|per ?cent)\b"
    rf"|\bhow (?:large|big|great|small) a part\b|{_HOW_LARGE}share\b",
    Quantity.COUNT: rf"{_HOW_LARGE}(?:toll|crowd|turnout|audience)\b",
    Quantity.TIME: r"\bhow old\b|\bhow much (?:time|longer|later|earlier)\b",
    Quantity.EXTENT: r"\bhow long\b",
    Quantity.AMOUNT: r"\bhow much\b|\bwhat (?:(?:is|was) )?(?:the )?(?:price|sum|amount|volume|cost)\b|\bwhat .+ costs?\b"
    rf"|{_HOW_LARGE}(?:fine|price|bill|budget|costs?|debts?|loss|losses|profit|salary|rent|fees?|reward|ransom)\b",
    Quantity.MEASURE: r"\bhow (?:far|high|deep|wide|tall|big|large|heavy)\b",
}


def asked_quantity(question: str) -> AskedQuantity | None:
    """The quantity that a question asks for; `None` if it asks for none."""
    lower = question.lower()
    if many := _HOW_MANY.search(lower):
        phrase, unit = noun_phrase_at(lower, many.end()), unit_after(lower, many.end())
        if phrase and unit and unit.end == phrase.end:
            return AskedQuantity(_measured(unit.name))
        if not phrase:
            return _counted("")
        head = key_words(phrase.head)
        return replace(_counted(phrase.head), head=head, beside=key_words(phrase.words_of(lower)) - head)
    kind = next((kind for kind, pattern in _ASKED.items() if re.search(pattern, lower)), None)
    return AskedQuantity(kind) if kind else None


def _measured(unit: str) -> Quantity:
    """What "how many" of a unit asks for."""
    if unit in CURRENCIES:
        return Quantity.AMOUNT
    if unit == PERCENT:
        return Quantity.SHARE
    known = unit_named(unit)
    return Quantity.TIME if known and known.dimension == "time" else Quantity.MEASURE


def _counted(noun: str) -> AskedQuantity:
    """What "how many" of a noun asks for; where none is found, or no plural, it is not known of what."""
    if _are_people(noun, key_words(noun)):
        return AskedQuantity(Quantity.COUNT, people=True)
    return AskedQuantity(Quantity.COUNT, people=False if is_plural(noun) else None)


def _are_people(noun: str, keys: frozenset[str]) -> bool:
    """Whether a noun with these key words counts people: residents, lives, the dead; families are counted themselves."""
    if noun.lower() in GROUPS_OF_PEOPLE:
        return False
    return is_people(noun) or PEOPLE in keys or any(f"={name}" in keys for name in OF_PEOPLE)
