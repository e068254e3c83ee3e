"""A follow-up question read with the conversation before it: "and how much did Canada give?"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from clipfile.app.claim_words import Word, words_in
from clipfile.corpus.grammar_words import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    HUMAN_NOUNS,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    SUBORDINATORS,
)
from clipfile.corpus.noun_phrases import is_plural
from clipfile.corpus.people import Person
from clipfile.index.tokens import terms_of

_OPENS_AS_FOLLOW_UP = re.compile(r"\s*(?:and|but|so(?! far\b)|or|also|then|what about|how about)\b(?!-)", re.IGNORECASE)
_PLURAL = frozenset("they them their theirs".split())
_POSSESSIVES = frozenset("his her its their".split())
_PERSONAL = frozenset("he she him hers it theirs".split()) | _POSSESSIVES | _PLURAL
_OBJECTS = frozenset("it them him her hers theirs".split())
_MALE = frozenset("he him his".split())
_FEMALE = frozenset("she her hers".split())
_GENDERS = {"m": _MALE, "f": _FEMALE}
_NOUN_FOLLOWS = (
    AUXILIARIES | DETERMINERS | QUANTIFIERS | PREPOSITIONS | COORDINATORS | frozenset("which what whose many".split())
)
_TIMES = frozenset(
    "year month week weekend morning afternoon evening season summer autumn winter spring time days".split()
)
_OTHERS = frozenset("other others else same".split())
_EMPTY = frozenset(terms_of("anything something else other others same more detail tell please"))
_IMPERSONAL = re.compile(  # the "it" that stands for what follows, or for nothing
    r"\bit (?:rain|snow|(?:take|took|cost)s?\b.* to)\b|\b(?:is|was|be|been) it (?:\S+ ){1,3}(?:that|who|whether|if)\b"
    r"|\bit (?:is|was|be|been) (?:\S+ ){1,2}(?:that|who|whether|if)\b"
    r"|\b(?:is|was) it (?:possible|legal|illegal|safe|dangerous|easy|hard|difficult|right|wrong|fair|important|necessary)"
    r" (?:to|for)\b",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(r"\s*(?:(?:and|but|so|then)\s+)?who\b(?![’']?re\b|\s+(?:are|were|have|do)\b)", re.IGNORECASE)
FEWEST_TERMS = 2  # a question with fewer search terms of its own leans on the one before
FEWEST_BESIDE_OTHERS = 4  # the same for one that asks of others


def depends_on_history(question: str) -> bool:
    """Whether a question leans on the one before: it opens with "and", points back, or is all but empty."""
    words = words_in(question)
    lower = {word.lower for word in words}
    fewest = FEWEST_TERMS if _OTHERS.isdisjoint(lower) else FEWEST_BESIDE_OTHERS
    if (
        fewest == FEWEST_TERMS
        and not AUXILIARIES.isdisjoint(lower)
        and any(word.is_capitalised and word.term for word in words[1:])
    ):
        fewest -= 1  # "Who is Lorne?" names all that it is about
    return (
        bool(_OPENS_AS_FOLLOW_UP.match(question))
        or len(set(terms_of(question)) - _EMPTY) < fewest
        or any(_points_back(question, words, number) for number in range(len(words)))
    )


def read_with_history(question: str, history: Sequence[str]) -> str:
    """The question as it is to be searched: a follow-up with the questions that it leans on, oldest first."""
    return " ".join(with_history(question, history))


def with_history(question: str, history: Sequence[str]) -> list[str]:
    """A question and those before it that it leans on, oldest first."""
    read = [question]
    for earlier in reversed(history):
        if not depends_on_history(read[0]):
            break
        read.insert(0, earlier)
    return read


def asks_who(question: str) -> bool:
    """Whether a question asks for one person."""
    return bool(_ASKS_WHO.match(question))


def asks_of_somebody(question: str) -> bool:
    """Whether a question has a pronoun that can stand for a person whom it does not name."""
    return bool(_pointing_to_somebody(question, words_in(question)))


def _pointing_to_somebody(question: str, words: Sequence[Word]) -> list[int]:
    return [
        number
        for number, word in enumerate(words)
        if word.lower in _MALE | _FEMALE | _PLURAL and _points_back(question, words, number)
    ]


def with_name(question: str, person: Person) -> str:
    """A question with the name of a person in place of the first pronoun that can stand for them, and its like."""
    words = words_in(question)
    pointing = _pointing_to_somebody(question, words)
    first = words[pointing[0]].lower if pointing else ""
    alike = next(group for group in (_MALE, _FEMALE, _PLURAL) if first in group or group is _PLURAL)
    if alike is not _PLURAL and person.gender and alike is not _GENDERS[person.gender]:
        return question
    for number in reversed(pointing):
        word = words[number]
        if word.lower in alike:
            name = f"{person.name}’s" if _is_possessive(words, number) else person.name
            question = f"{question[: word.start]}{name}{question[word.end :]}"
    return question


def _is_possessive(words: Sequence[Word], number: int) -> bool:
    """Whether a pronoun says whose the noun after it is."""
    after = words[number + 1] if number + 1 < len(words) else None
    return words[number].lower in _POSSESSIVES and after is not None and bool(after.term)


def _points_back(question: str, words: Sequence[Word], number: int) -> bool:
    """Whether a word stands for something that the question does not name."""
    word, before = words[number].lower, words[number - 1].lower if number else ""
    after = words[number + 1] if number + 1 < len(words) else None
    next_word = after.lower if after else ""
    if word in _PERSONAL:
        return not (word == "it" and _IMPERSONAL.search(question)) and not _is_named_before(words, number)
    if word in ("this", "these"):
        return next_word not in _TIMES
    if word == "those":  # "those who fled" are named by what follows
        return not after or next_word in AUXILIARIES or is_plural(next_word)
    if word == "that":
        return not after or before in AUXILIARIES or before in PREPOSITIONS
    if word == "there":
        return before not in BE and next_word not in BE
    if word == "then":
        return before not in DETERMINERS and question[words[number].end : words[number].end + 1] != "-"
    if word in ("one", "ones"):
        return next_word not in ("of", "in") and (not after or before in ("the", "this", "that", "which"))
    return False


def _is_named_before(words: Sequence[Word], number: int) -> bool:
    """Whether a noun before a pronoun can be what it stands for; an object is hardly ever the subject before it."""
    word, before = words[number].lower, words[number - 1].lower if number else ""
    after = words[number + 1] if number + 1 < len(words) else None
    is_subject = before in SUBORDINATORS | RELATIVES or (after is not None and after.lower in AUXILIARIES)
    nouns = [
        noun
        for earlier, noun in pairwise(words[:number])
        if noun.term
        and earlier.lower in _NOUN_FOLLOWS
        and not noun.lower.endswith(("ed", "ing"))
        and _agrees(noun, word)
    ]
    return len(nouns) > (word in _OBJECTS and not _is_possessive(words, number) and not is_subject)


def _agrees(noun: Word, pronoun: str) -> bool:
    """Whether a pronoun can stand for a noun: several, somebody or something; a name may be of any."""
    if noun.is_capitalised or pronoun in _PLURAL:
        return noun.is_capitalised or is_plural(noun.lower)
    return not is_plural(noun.lower) and (noun.lower in HUMAN_NOUNS) == (pronoun not in ("it", "its"))
