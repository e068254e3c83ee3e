"""Speakers: who is meant by "Venn", "she", "the spokeswoman" or "the authority" at one place of an article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clipfile.corpus.attributions import core_of
from clipfile.corpus.grammar_words import (
    DETERMINERS,
    DOCUMENT_NOUNS,
    FEMALE,
    HUMAN_NOUNS,
    MALE,
    OFFICE_NOUNS,
    ORGANISATION_NOUNS,
    POSSESSIVES,
)
from clipfile.corpus.people import People, Person, capitalised_runs, gender_of, is_human, is_organisation, split_title
from clipfile.corpus.words import Word

_REACH = 2  # paragraphs back to which a pronoun can point
_DEFINITE = {"the", "that", "this", "these", "those", "both"}
_FAMILY = frozenset("mother father sister brother wife husband son daughter aunt uncle parents family lawyer".split())
_AGE = re.compile(r"\d+-year-old$|^[a-z]+-year-old$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody or something that can be the source of words.

    name: in full, or the description as introduced.
    role: what the article introduces them as.
    gender: "f" or "m"; `None` where nothing tells, and for institutions.
    plural: whether it is more than one.
    nouns: the words, in lower case, that a later "the spokeswoman" can take up.
    is_person: whether "he" or "she" can mean it.
    named: whether it has a name.
    """

    name: str
    role: str | None = None
    gender: str | None = None
    plural: bool = False
    nouns: frozenset[str] = frozenset()
    is_person: bool = True
    named: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """That somebody was spoken of, and where."""

    speaker: Speaker
    paragraph: int
    is_subject: bool


def resolve(
    phrase: Sequence[Word], text: str, people: People, noted: Sequence[Noted], paragraph: int
) -> Speaker | None:
    """Whom a noun phrase means; `None` if the article does not say.

    Args:
        phrase: the words of the noun phrase.
        text: the article's text.
        people: the people whom the article names.
        noted: who was spoken of before, in order.
        paragraph: the number of the paragraph in which the phrase stands.
    """
    words = [word for word in phrase if not word.is_mark or word.text in "()&,"]
    while words and words[-1].text in ",(":
        words.pop()
    if not words:
        return None
    first = words[0].lower
    if len(words) == 1 and first in ("he", "she", "they", "it"):
        return _of_pronoun(words[0], people, noted, paragraph)
    if len(words) == 1 and first in ("one", "who", "you", "i", "we", "this", "that", "these", "those", "there"):
        return None
    return _of_name(words, text, people, noted) or _of_description(words, text, people, noted, paragraph)


def speaker_of(person: Person) -> Speaker:
    """A named person as a speaker."""
    return Speaker(person.name, person.role, person.gender, nouns=person.role_words, named=True)


def _of_name(words: Sequence[Word], text: str, people: People, noted: Sequence[Noted]) -> Speaker | None:
    """Whom a phrase that ends in a name means: "Venn", "Judge Maud Ferrant", "the minister for works Selma Rask"."""
    if any(word.lower == "and" or word.text == "," for word in words):
        return None
    runs = list(capitalised_runs(words))
    if not runs or runs[-1].stop < len(words):
        return None
    run = words[runs[-1].start :]
    title, name = split_title(run)
    before = words[: runs[-1].start]
    if before and (not any(is_human(word) for word in before) or before[-1].lower in POSSESSIVES):
        return None
    if before and before[-1].lower in ("of", "for", "at", "in", "from", "with", "the", "to"):
        return None
    found = people.called([word.text for word in name])
    if not found and len(name) > 2:
        found = people.called([word.text for word in name[-2:]])
    if found:
        return _latest([speaker_of(person) for person in found], noted)
    if is_organisation(name) or before:
        return None
    role = text[title[0].start : title[-1].end] if title else None
    nouns = frozenset(word.lower for word in run)
    named = text[name[0].start : name[-1].end]
    return Speaker(named, role, gender_of(title), nouns=nouns, named=True)


def _latest(speakers: Sequence[Speaker], noted: Sequence[Noted]) -> Speaker:
    """Of several that can be meant the one spoken of last; the first one introduced if none was."""
    names = [one.name for one in speakers]
    for one in reversed(noted):
        if one.speaker.name in names:
            return replace(speakers[names.index(one.speaker.name)], gender=one.speaker.gender)
    return speakers[0]


def _of_pronoun(word: Word, people: People, noted: Sequence[Noted], paragraph: int) -> Speaker | None:
    pronoun = word.lower
    gender = "f" if pronoun in FEMALE else "m" if pronoun in MALE else None
    recent = [one for one in noted if paragraph - one.paragraph <= _REACH and one.is_subject]
    for one in reversed(recent):
        speaker = one.speaker
        if pronoun == "it":
            fits = not speaker.is_person and not speaker.plural
        elif pronoun == "they":
            fits = speaker.plural or not speaker.is_person
        else:
            fits = speaker.is_person and not speaker.plural and speaker.gender in (None, gender)
        if fits:
            return replace(speaker, gender=gender) if gender else speaker
    if pronoun == "they":
        return next((one.speaker for one in reversed(recent) if not one.speaker.named and one.speaker.gender is None), None)
    if gender and not any(one.speaker.is_person for one in noted):
        return _named_later(people, word.start, gender)
    return None


def _named_later(people: People, start: int, gender: str | None) -> Speaker | None:
    """The first person introduced after a place, if nothing speaks against it: an opening may name somebody late."""
    later = sorted((one for one in people.everybody if one.start > start), key=lambda one: one.start)
    if later and (gender is None or later[0].gender in (None, gender)):
        return replace(speaker_of(later[0]), gender=gender or later[0].gender)
    return None


def _of_description(
    words: Sequence[Word], text: str, people: People, noted: Sequence[Noted], paragraph: int
) -> Speaker:
    core = [word.lower for word in core_of(words)]
    described = _described(words, text)
    if words[0].lower in _DEFINITE and core[1:]:
        taken_up = _taken_up(core[1:], words, people, noted)
        if taken_up:
            return taken_up
        if _another_word(core[1:], words, described, noted, paragraph) and not described.plural:
            return _another_word_for(words, people, noted, paragraph, described) or described
    return described


def _described(words: Sequence[Word], text: str) -> Speaker:
    """The phrase itself as a speaker; an institution's name goes without "the" and without whose it is."""
    core = core_of(words)
    owner = next((n for n, word in enumerate(words) if word.lower in ("'s", "'")), None)
    rest = list(words[owner + 1 :]) if owner is not None else []
    if rest and owner is not None and owner <= 2 and all(word.is_capitalised for word in core_of(rest)):
        words, core = rest, core_of(rest)
    nouns = frozenset(word.lower for word in core) | {_singular(word.lower) for word in core}
    institution = is_organisation(core) or any(word.lower in ORGANISATION_NOUNS for word in core)
    human = any(is_human(word) for word in core) and not (institution and core[-1].lower in ORGANISATION_NOUNS)
    first = words[0]
    if first.lower == "the" and len(words) > 1 and words[1].is_capitalised and core[-1].is_capitalised:
        words = words[1:]
    name = " ".join(text[words[0].start : words[-1].end].split())
    if words[0] is first and first.lower in DETERMINERS | POSSESSIVES and not first.text.isupper():
        name = name[0].lower() + name[1:]
    elif not any(word.is_capitalised for word in core[1:]) and _is_common(first):
        name = name[0].lower() + name[1:]
    plural = _is_plural(words, core)
    document = any(word.lower in DOCUMENT_NOUNS for word in core) and not human
    return Speaker(name, None, gender_of(core), plural, nouns, human and not document, named=core[-1].is_capitalised)


def _is_common(word: Word) -> bool:
    lower = word.lower
    return is_human(word) or lower in ORGANISATION_NOUNS or lower in DOCUMENT_NOUNS or lower.endswith("s")


def _is_plural(words: Sequence[Word], core: Sequence[Word]) -> bool:
    if words[0].lower in ("one", "a", "an", "another", "each", "every"):
        return False
    last = core[-1].lower
    return any(word.lower == "and" for word in words) or last in ("people", "police", "men", "women", "children") or (
        last.endswith("s") and not last.endswith(("ss", "us", "is")) and not core[-1].is_capitalised
    )


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _taken_up(core: Sequence[str], words: Sequence[Word], people: People, noted: Sequence[Noted]) -> Speaker | None:
    """Somebody spoken of before, or introduced anywhere by name, to whom every word of "the …" applies."""
    wanted = {word for word in core if word not in ("former", "same", "young", "retired", "first", "'s", "'")}
    of_whom = {word.lower for word in words[len(core) + 1 :] if word.is_capitalised}
    for one in reversed(noted):
        if wanted and wanted <= one.speaker.nouns and not (of_whom and not of_whom <= one.speaker.nouns):
            human = core[-1] in HUMAN_NOUNS
            if not (one.speaker.role and not human):
                return one.speaker
    if core[-1] in HUMAN_NOUNS and core[-1] not in ORGANISATION_NOUNS:
        bearers = [one for one in people.everybody if wanted <= one.role_words]
        if len(bearers) == 1 and not of_whom - bearers[0].role_words:
            return speaker_of(bearers[0])
    return None


def _another_word(
    core: Sequence[str], words: Sequence[Word], described: Speaker, noted: Sequence[Noted], paragraph: int
) -> bool:
    """Whether "the nurse" may be another word for somebody just named, not somebody new."""
    head = core[-1]
    if _AGE.search(head):
        return True
    human = head in HUMAN_NOUNS and head not in OFFICE_NOUNS and head not in ORGANISATION_NOUNS
    return human and head not in _FAMILY and len(words) == len(core) + 1


def _another_word_for(
    words: Sequence[Word], people: People, noted: Sequence[Noted], paragraph: int, described: Speaker
) -> Speaker | None:
    for one in reversed(noted):
        if paragraph - one.paragraph > 1:
            break
        speaker = one.speaker
        fits = speaker.is_person and speaker.named and not speaker.plural and one.is_subject
        if fits and (described.gender is None or speaker.gender in (None, described.gender)):
            occupied = any(noun in HUMAN_NOUNS for noun in speaker.nouns) and not _AGE.search(words[-1].lower)
            return None if occupied else speaker
    if not any(one.speaker.is_person for one in noted):
        return _named_later(people, words[0].start, described.gender)
    return None
