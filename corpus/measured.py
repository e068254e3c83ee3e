"""Whether two figures measure the same thing: same unit, and the same things counted."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from clipfile.corpus.figures import Figure
from clipfile.corpus.measures import OF_PEOPLE, group_of, measures_in
from clipfile.corpus.noun_phrases import is_people
from clipfile.corpus.units import CURRENCIES, NUMBER, PEOPLE, PERCENT, TIMES, unit_named


class Likeness(StrEnum):
    """Whether two figures measure the same thing."""

    SAME = "same"
    UNCLEAR = "unclear"  # one of them says less than the other
    OTHER = "other"


_SYNONYMS = (
    "people person persons residents resident inhabitants inhabitant citizens civilians locals villagers individuals men "
    "women humans population lives souls victims casualties dead",
    "police policemen policewomen cops constables",
    "troops soldiers soldier servicemen forces personnel military",
    "child children kids minors pupils students schoolchildren",
    "raised collected donated",
    "houses house homes home dwellings",
    "cost costs price bill expense expenses worth",
    "damage damages losses loss",
    "workers worker employees employee staff workforce",
    "company companies firm firms businesses business",
    "sites site camps camp",
    "water",
    "aid assistance relief help support funding funds fund money contribution contributions donation donations",
    "attack attacks assault assaults raid raids",
    "members member fighters gunmen militants",
    "vehicles vehicle cars car trucks truck mraps",
    "wage wages pay salary salaries",
    "ships ship vessels vessel boats boat",
    "area city territory region",
    "school schools",
    "families family households household",
)
_BODIES = "police military army navy militia staff personnel crew clergy infantry cavalry security"
_ANIMALS = frozenset(
    """animals cattle cows cow calves sheep lambs goats pigs horses dogs cats birds hens chickens geese ducks turkeys bees fish
    salmon whales dolphins seals turtles elephants lions wolves bears deer reindeer livestock poultry""".split()
)  # which are killed and injured as people are
_GROUPS = frozenset(["families"])  # of several people each, so that their number says nothing of theirs
_EMPTY = frozenset(
    "a an the of in at on for from to with and or by its their his her our this that these those who which have has had are "
    "were was is be been being more other total new some all out still now so far it them they".split()
)
_NOT_COUNTS = CURRENCIES | {PERCENT, TIMES, "magnitude"}
_OF_PEOPLE = frozenset(f"={name}" for name in OF_PEOPLE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@cache
def _synonym_stems() -> dict[str, str]:
    return {_stem(word): group.split()[0] for group in _SYNONYMS for word in group.split()}


@cache
def _stem(word: str) -> str:
    import Stemmer

    return str(Stemmer.Stemmer("english").stemWord(word.lower()))


@lru_cache(maxsize=8192)
def key_words(text: str) -> frozenset[str]:
    """The words that say what is counted, as stems; words of one group of synonyms (killed, dead) are one."""
    keys: set[str] = {f"={name}" for _, name in measures_in(text)}
    for word in _WORD.findall(text.replace("’s", "").replace("'s", "")):
        lower = word.lower()
        if lower in _EMPTY or group_of(lower):
            continue
        stem = _stem(lower)
        keys.add(_synonym_stems().get(stem, stem))
    return frozenset(keys)


def figure_words(figure: Figure) -> frozenset[str]:
    """The key words of all that is known of what a figure counts; the dead are people, the police are officers."""
    words = key_words(f"{figure.unit} {figure.counted or ''} {figure.base or ''}")
    words |= {PEOPLE} if words & _OF_PEOPLE and _split(figure.unit)[0] not in _ANIMALS else set()
    return words | {_stem("officers")} if "police" in words else words


def same_thing(a: Figure, b: Figure) -> Likeness:
    """Whether two figures measure the same thing; `UNCLEAR` when one says too little to tell."""
    if not same_kind_of_unit(a.unit, b.unit):
        return Likeness.OTHER
    if _is_count(a.unit) and _is_count(b.unit):
        return _same_count(a, b)
    if a.unit == b.unit == "magnitude":
        return Likeness.SAME  # the unit says what is measured
    words_a, words_b = (key_words(f"{figure.counted or ''} {figure.base or ''}") for figure in (a, b))
    if not words_a or not words_b:
        return Likeness.UNCLEAR
    if not words_a & words_b:
        return Likeness.UNCLEAR if a.unit in CURRENCIES else Likeness.OTHER
    said_a, said_b = _said(words_a), _said(words_b)
    if said_a and said_b and not said_a & said_b:
        return Likeness.OTHER
    return Likeness.SAME


def _same_count(a: Figure, b: Figure) -> Likeness:
    """The heads must be one noun or synonyms, what is said (killed, missing) and the modifiers must not differ."""
    words_a, words_b = key_words(a.counted or ""), key_words(b.counted or "")
    said_a, said_b = _said(words_a), _said(words_b)
    if said_a and said_b and not said_a & said_b:
        return Likeness.OTHER
    head_a, head_b = _head(a, said_a), _head(b, said_b)
    if NUMBER in (head_a, head_b):
        return Likeness.UNCLEAR
    if head_a != head_b and (
        _GROUPS & {head_a, head_b} or (_split(a.unit)[0] in _ANIMALS) != (_split(b.unit)[0] in _ANIMALS)
    ):
        return Likeness.OTHER
    if head_a != head_b and not (_are_members(b, head_a, words_b) or _are_members(a, head_b, words_a)):
        return Likeness.UNCLEAR if said_a & said_b else Likeness.OTHER
    if said_a != said_b:
        return Likeness.UNCLEAR
    more_a, more_b = words_a - said_a - {head_a, head_b}, words_b - said_b - {head_a, head_b}
    return Likeness.SAME if more_a & more_b or not more_a or not more_b else Likeness.UNCLEAR


def _are_members(figure: Figure, body: str, words: frozenset[str]) -> bool:
    """Whether people are counted who make up a body that has no plural: police officers are police.

    Of bodies that can be counted themselves the members are another thing: gang members are not gangs.
    """
    return body in _bodies() and body in words and is_people(_split(figure.unit)[0])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(_synonym_stems().get(_stem(word), _stem(word)) for word in _BODIES.split())


def _head(figure: Figure, said: frozenset[str]) -> str:
    """The counted noun as the name of its group of synonyms; Haitians who fled are people, and so are deaths."""
    unit = _split(figure.unit)[0]
    nation = unit[:1].isupper() and unit.endswith("s") and said & _OF_PEOPLE
    if nation or group_of(unit) in OF_PEOPLE:
        return PEOPLE
    stem = _stem(unit)
    return _synonym_stems().get(stem, stem) if unit != NUMBER else NUMBER


def _is_count(unit: str) -> bool:
    head = _split(unit)[0]
    return unit_named(head) is None and head not in _NOT_COUNTS


def same_kind_of_unit(a: str, b: str) -> bool:
    """Whether values in two units can be compared: the same currency, or lengths, or counts."""
    head_a, rate_a = _split(a)
    head_b, rate_b = _split(b)
    if rate_a != rate_b:
        return False
    if head_a == head_b:
        return True
    measure_a, measure_b = unit_named(head_a), unit_named(head_b)
    if measure_a and measure_b:
        return measure_a.dimension == measure_b.dimension and PERCENT not in (head_a, head_b)
    return not (measure_a or measure_b or head_a in _NOT_COUNTS or head_b in _NOT_COUNTS)


def _said(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.startswith("="))


def _split(unit: str) -> tuple[str, str]:
    head, _, rate = unit.partition(" per ")
    return head, rate
