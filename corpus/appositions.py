"""Appositions: the subject of a verb that stands behind what explains it ("Ann Lee, 44, a baker in Tolsey, said")."""

from collections.abc import Sequence

from clipfile.corpus.clauses import (
    HARD_MARKS,
    SOFT_MARKS,
    has_verb,
    is_adverb,
    is_past,
    last_noun_phrase,
    segment_start,
)
from clipfile.corpus.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NAME_PARTICLES,
    POSSESSIVES,
    RELATIVES,
    SUBORDINATORS,
)
from clipfile.corpus.phrases import SUFFIXES, is_human, is_institution, is_party_tag
from clipfile.corpus.words import Word

_DEFINITE = frozenset("the his her its their one".split())
_LONGEST_NAME = 5  # words
_LONGEST_ASIDE = 8  # words
_OPENS_ASIDE = frozenset("in on at by for after during via through unlike like".split())
_ONE_OF_SEVERAL = frozenset("a the one another other first second third fourth".split())
_REVEREND = frozenset("rev reverend hon honourable".split())  # titles that "the" can stand before
_OPENS_APPOSITION = frozenset("a an the one now then formerly both himself herself themselves aged".split())


def head_of_apposition(words: Sequence[Word], comma: int) -> range | None:
    """The head of "Ann Lee, 44, a baker in Tolsey," whose last comma this is; `None` if it is no such thing."""
    segments: list[tuple[int, int]] = []  # from the right
    end = comma
    while end > 0:
        start = segment_start(words, end, HARD_MARKS | SOFT_MARKS)
        if start < end:
            segments.append((start, end))
        if start == 0 or words[start - 1].text not in SOFT_MARKS:
            break
        end = start - 1
    if len(segments) < 2 or words[segments[0][0]].lower in AUXILIARIES - {"being", "having"}:
        return None  # "The bank, which is old, has 300 branches, said Ann Lee"
    if is_introduced(words, segments[1], segments[0]):
        return last_noun_phrase(words, *segments[0])
    at = 0
    while (
        _is_apposition(words, *segments[at])
        or _is_belonging(words, segments[at:])
        or (not at and (_ends_place(words, segments) or _is_aside(words, *segments[0])))
    ):
        if at + 1 == len(segments) or not can_head(words, *segments[at + 1]):
            break
        at += 1
    several = [word.lower for word in words[slice(*segments[at])]]
    one_of_several = several[0] == "one" or set(several) <= _ONE_OF_SEVERAL
    if (
        at and one_of_several and words[segments[at - 1][0]].lower in ("a", "an", "the")
    ):  # "One of them, a shopkeeper, said"
        return last_noun_phrase(words, *segments[at - 1])  # "One of them, a shopkeeper, said"
    return last_noun_phrase(words, *segments[at]) if at else None


def _is_belonging(words: Sequence[Word], segments: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch says where somebody belongs: "Dev Anand, of the group Safe Crossing,"."""
    belongs = len(segments) > 1 and words[segments[0][0]].lower in ("of", "from", "with", "at")
    return belongs and can_head(words, *segments[1])


def _ends_place(words: Sequence[Word], segments: Sequence[tuple[int, int]]) -> bool:
    """Whether the last stretch is the country after a town: "who lives in Halvern, Merovar,"."""
    return _is_apposition(words, *segments[1]) and all(word.is_capitalised for word in words[slice(*segments[0])])


def _is_aside(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a stretch parts a subject from its verb: "however", "by contrast", "in a statement"."""
    if all(is_adverb(word) or word.lower == "though" for word in words[start:end]):
        return True
    opens = words[start].lower in _OPENS_ASIDE and end - start > 1
    return opens and end - start <= _LONGEST_ASIDE and not has_verb(words, start, end)


def can_head(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a stretch can be what the next one explains: a name, or a short phrase for people or institutions."""
    if _is_apposition(words, start, end):
        return True
    phrase = last_noun_phrase(words, start, end)
    if phrase is None or len(phrase) > 12 or has_verb(words, phrase.start, phrase.stop):
        return False
    named = all(word.is_capitalised for word in words[phrase.start : phrase.stop])
    if len(phrase) > 1 and named and phrase.start > start:
        return True  # "In a blog post Ann Lee, a director, said"
    if phrase.start > start and words[start].lower not in COORDINATORS | SUBORDINATORS and not is_adverb(words[start]):
        return False
    found = [word for word in words[phrase.start : phrase.stop] if not word.is_mark]
    content = [word for word in found if word.lower not in DETERMINERS | POSSESSIVES | NAME_PARTICLES]
    named = bool(content) and all(word.is_capitalised for word in content[-2:])
    single = all(word.lower in _ONE_OF_SEVERAL for word in found)  # "One, a retired clerk, said"
    return named or single or any(is_human(word) or is_institution(word) for word in content)


def _is_apposition(words: Sequence[Word], start: int, end: int) -> bool:
    if start >= end:
        return False
    first = words[start].lower
    if first in _OPENS_APPOSITION or first in RELATIVES or first in POSSESSIVES or first[0].isdigit():
        return True
    if end - start == 2 and is_adverb(words[start]):
        return True  # "the mayor, visibly moved, said"
    if all(word.lower.rstrip(".") in SUFFIXES for word in words[start:end]):
        return True  # "Ann Lee, MD, PhD"
    if is_party_tag(words[start]) or (
        words[start].is_capitalised and end - start == 2 and words[end - 1].text.isdigit()
    ):
        return True  # "Local 88"
    if first in ("from", "of") and start + 1 < end and words[start + 1].is_capitalised:
        return True
    if start > 0 and end - start < 5 and start + 1 < end and words[start + 1].lower in ("of", "from", "for"):
        return True  # "Republican of Idaho"
    if first == "and":
        return start + 1 < end and not words[start + 1].is_capitalised
    if first in ("speaking", "writing", "referring") or (start > 0 and _is_participle(words[start])):
        return True
    return any(is_human(word) and not word.is_capitalised for word in words[start : start + 5])


def _is_participle(word: Word) -> bool:
    return is_past(word) or (word.lower.endswith("ing") and len(word.text) > 5 and not word.is_capitalised)


def is_introduced(words: Sequence[Word], before: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether a name follows what somebody is: "the mayor, Casper Loy"; "its director, Bram Ockley"."""
    if name[1] - name[0] > 2 and words[name[0]].lower == "the" and words[name[0] + 1].lower.rstrip(".") in _REVEREND:
        name = (name[0] + 1, name[1])
    is_name = all(word.is_capitalised or word.lower in NAME_PARTICLES for word in words[slice(*name)])
    relative = next((n for n in range(before[0] + 1, before[1]) if words[n].lower in RELATIVES), before[1])
    before = (before[0], relative)  # "an architect who examined the wreck, Ann Lee"
    role = words[slice(*before)]
    if not is_name or not 0 < name[1] - name[0] <= _LONGEST_NAME or not role or is_party_tag(words[name[0]]):
        return False
    if role[0].lower == "of":
        return False  # "Ann Lee, of Mill Lane, Tolsey, denies"
    owned = role[0].lower in POSSESSIVES and is_human(role[-1])  # "her colleague turned rival"
    if has_verb(words, *before) and not owned:
        return False
    whose = role[0].lower in _DEFINITE or any(
        word.lower in ("'s", "'") for word in role
    )  # "Lee's opposite number, Tom Sik"
    definite = whose and len(role) <= _LONGEST_NAME and not role[-1].is_capitalised
    return definite or any(is_human(word) or is_institution(word) for word in role)
