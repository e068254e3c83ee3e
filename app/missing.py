"""Which words of a question or claim nothing that was found holds: only those that name what is asked about."""

import re
from collections.abc import Callable, Iterable, Sequence

from clipfile.app.claim_words import Word, words_in
from clipfile.app.slots_names import Name, names_in
from clipfile.corpus.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    INTERJECTIONS,
    NEGATIONS,
    NOBODY,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

_COMPARING = frozenset(
    "less least fewer fewest more most much many little enough same different other such bigger biggest larger largest smaller"
    " smallest higher highest lower lowest greater greatest better best worse worst longer longest shorter shortest".split()
)
_ASKING = frozenset("say says said tell tells told mention mentions mentioned exactly please".split())
_EMPTY = frozenset().union(
    ADVERBS, AUXILIARIES, COORDINATORS, DETERMINERS, INTERJECTIONS, NEGATIONS, NOBODY, PERSONAL, POSSESSIVES,
    PREPOSITIONS, RELATIVES, SUBORDINATORS, _COMPARING, _ASKING,
)  # fmt: skip
MOST_NAMES = 3  # in one question; of more some may well be missing from what answers
ALIKE = 4  # letters that words which are near have in common
ENDING = 3  # letters at their ends that may differ
_LETTERS = re.compile(r"[A-Z]{2,}s?")  # which stand for a long name as often as not
_POSSESSIVE = re.compile(r"[’']s?$", re.IGNORECASE)


def missing_words(text: str, is_held: Callable[[Word], bool]) -> tuple[str, ...]:
    """The nouns, names, figures and main verbs of a text that are not held, as typed; "how high" asks, it names nothing."""
    words = words_in(text)
    after_how = {number + 1 for number, word in enumerate(words) if word.lower == "how"}
    missing = (
        _POSSESSIVE.sub("", word.text)
        for number, word in enumerate(words)
        if word.term and word.lower not in _EMPTY and number not in after_how and not is_held(word)
    )
    return _once(missing)


def names_a_stranger(text: str, read: Sequence[str], is_known: Callable[[str], bool]) -> bool:
    """Whether a text names somebody or something of which what was read holds no part, in whatever form, nor the initials.

    A country that the articles never name may be their own: only one that `is_known` from them can be missed.
    """
    if not any(word.islower() and len(word) >= ALIKE for word in text.split()):
        return False  # where every word has a capital, it tells nothing
    held = {word.lower for each in read for word in words_in(each)}
    countries = {name.country for each in read for name in names_in(each, with_openers=True)}

    def is_held(name: Name) -> bool:
        if name.country:
            return name.country in countries or not is_known(text[name.start : name.end])
        if _LETTERS.fullmatch(text, name.start, name.end) or name.initials in held:
            return True
        return any(_is_near(word, each) for word in name.words for each in held)

    names = names_in(text)
    return len(names) <= MOST_NAMES and not all(map(is_held, names))


def _is_near(one: str, other: str) -> bool:
    """Whether words are one but for their endings: a town and its people."""
    return one.startswith(_trunk(other)) and other.startswith(_trunk(one))


def _trunk(word: str) -> str:
    return word[: max(ALIKE, len(word) - ENDING)]


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, however it is written."""
    return tuple({word.lower(): word for word in reversed(list(words))}.values())[::-1]
