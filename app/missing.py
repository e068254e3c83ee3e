"""Which words of a question or claim nothing that was found holds: only those that name what is asked about."""

import re
from collections.abc import Callable, Iterable

from clipfile.app.claim_words import Word, words_in
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


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, however it is written."""
    return tuple({word.lower(): word for word in reversed(list(words))}.values())[::-1]
