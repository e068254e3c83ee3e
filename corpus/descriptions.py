"""Speakers without a personal name: "a woman in the sports hall", "the water authority", "several experts"."""

import re
from collections.abc import Sequence

from clipfile.corpus.clauses import is_past
from clipfile.corpus.grammar_words import (
    BE,
    DETERMINERS,
    HUMAN_NOUNS,
    ORGANISATION_NOUNS,
    PERIODS,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
)
from clipfile.corpus.phrases import (
    core_of,
    gender_of,
    is_document,
    is_human,
    is_institution,
    is_organisation,
    is_plural,
    singular,
)
from clipfile.corpus.speaker import Noted, Speaker
from clipfile.corpus.words import Word

_LONGEST = 16  # words of a description
_SAY_LITTLE = frozenset(("former", "same", "young", "retired", "first", "'s", "'"))


def described(words: Sequence[Word], text: str) -> Speaker:
    """A phrase as a speaker; an institution's name goes without "the" and without whose it is."""
    if len(words) > 2 and words[-1].is_capitalised and words[-1].lower in PERIODS:
        before = words[-2].lower
        words = words[:-2] if before == "on" else words if before in PREPOSITIONS else words[:-1]  # "a jury on Tuesday"
    named = _institution(words)
    words = named or words
    if len(words) > 1 and is_past(words[-1]) and words[-2].lower not in DETERMINERS | BE:
        words = words[:-1]  # "figures released (on Tuesday) show"
    core = core_of(words)
    people = [word for word in core if is_human(word)]
    human = bool(people)
    head = core[-1] if core else words[-1]
    document = is_document(head) and not is_human(head)
    institution = is_organisation(core) or is_institution(head) or document
    if len(words) > _LONGEST:
        stop = next((n for n, word in enumerate(words) if n > 1 and word.lower in RELATIVES), _LONGEST)
        words = words[: min(stop, _LONGEST)]
    name = " ".join(text[words[0].start : words[-1].end].split())
    lowered = not named and _opens_low(words, core)
    if lowered:
        name = name[0].lower() + name[1:]
    nouns = frozenset(word.lower for word in core) | {singular(word.lower) for word in core}
    return Speaker(
        name,
        gender=gender_of([word.lower for word in core if word.lower not in POSSESSIVES]),
        plural=is_plural(words),
        nouns=nouns,
        head=singular((people[-1] if people and not institution else head).lower),
        is_person=human and not document and (not institution or is_human(head)),
        is_institution=institution or (head.is_capitalised and not human),
        is_document=document,
        is_named=head.is_capitalised and not lowered,
    )


_ENDS_TITLE = frozenset("general officer executive".split())  # "the director" of a director general


def taken_up_by(words: Sequence[Word], noted: Sequence[Noted]) -> Speaker | None:
    """The one spoken of last to whom every word of "the …" applies."""
    core = [word.lower for word in core_of(words)][1:]
    wanted = {word for word in core if word not in _SAY_LITTLE}
    owners = {word.lower for word in words[len(core) + 1 :] if word.is_capitalised}
    if not wanted:
        return None
    of_person = core[-1] in HUMAN_NOUNS and core[-1] not in ORGANISATION_NOUNS
    for one in reversed(noted):
        applies = wanted <= one.speaker.nouns and owners <= one.speaker.nouns
        if not one.speaker.is_named and one.speaker.head not in (core[-1], ""):
            continue
        if applies and (of_person or one.speaker.role is None) and not is_modifier(core[-1], one.speaker.role or ""):
            return one.speaker
    return None


def is_modifier(noun: str, role: str) -> bool:
    """Whether a noun says whose head somebody is: the "guard" of a "coast guard commander"."""
    after = re.search(rf"\b{re.escape(noun)} ([a-z]+)", role.lower())
    return bool(after and after[1] in HUMAN_NOUNS - _ENDS_TITLE)


def _institution(words: Sequence[Word]) -> Sequence[Word] | None:
    """The name alone of "the Ministry of Works" and "Merovar's Civil Protection Office"."""
    owner = next((n for n, word in enumerate(words[:4]) if word.lower in ("'s", "'")), None)
    rest = words[owner + 1 :] if owner is not None else words[1:] if words[0].lower == "the" else ()
    core = core_of(rest) if rest else []
    if core and is_human(core[-1]):
        return None
    if core and all(word.is_capitalised for word in core) and (len(core) > 1 or owner is None):
        return rest
    if words[0].lower == "the" and all(word.is_capitalised or word.lower in ("'s", "'") for word in words):
        return words[1:]  # "the People's Daily"
    return None


def _opens_low(words: Sequence[Word], core: Sequence[Word]) -> bool:
    """Whether the first word has a capital only because a sentence opens with it."""
    first = words[0]
    if first.text.isupper() and len(first.text) > 1:
        return False
    if first.lower in DETERMINERS or first.lower in POSSESSIVES or first.lower in QUANTIFIERS:
        return True
    common = is_human(first) or is_institution(first) or is_document(first)
    return not any(word.is_capitalised for word in core[1:]) and (common or first.lower.endswith("s"))
