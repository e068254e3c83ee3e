"""The people whom an article names, with what it says they are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clipfile.corpus.clauses import is_adverb, is_past
from clipfile.corpus.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    FEMALE,
    HUMAN_NOUNS,
    MALE,
    NAME_PARTICLES,
    PLACE_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENTS,
    RELATIVES,
    TITLES,
)
from clipfile.corpus.number_words import SMALL
from clipfile.corpus.phrases import SUFFIXES, capitalised_runs, gender_of, is_human, is_institution, is_organisation
from clipfile.corpus.reporting_verbs import VERB_FORMS
from clipfile.corpus.roles import end_of_role, plain, role_after, role_before, split_title
from clipfile.corpus.words import Word

_PLACE = frozenset("in at from near to into across outside through toward towards around on".split())
_NOT_BEFORE_PERSON = (PREPOSITIONS | DETERMINERS) - {"with", "to"}
_PEOPLES = ("ican", "ean", "ian", "ish", "ese", "french", "dutch")  # "past American attempts" names nobody
_CHIEF_EXECUTIVE = frozenset("ceo chief executive".split())
COURTESY = frozenset("mr mrs ms miss mx".split())
_LONGEST_NAME = 5  # words
_LONGEST_ROLE = 8  # words
_SMALL_IN_ROLES = frozenset("a an and at for in of the".split())
_PRONOUNS = frozenset("he she him her his hers himself herself".split())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names.

    name: as it first stands in full.
    role: what the article introduces them as, in its own words.
    title: what stands before the name where the role comes after it: "Mayor" Ann Lee, a former teacher.
    gender: "f" or "m" where a title, a noun or a pronoun tells.
    start: where the article first names them in full.
    age: in years, where it stands right after the name.
    """

    name: str
    role: str | None = None
    gender: str | None = None
    start: int = 0
    title: str | None = None
    age: int | None = None

    @property
    def role_words(self) -> frozenset[str]:
        """The words of the role and the title, in lower case."""
        words = frozenset(re.findall(r"[\w-]+", f"{self.role or ''} {self.title or ''}".lower()))
        return words | _CHIEF_EXECUTIVE if words & {"ceo"} or words >= {"chief", "executive"} else words

    @property
    def role_initials(self) -> frozenset[str]:
        """The initials, in lower case, of two and more words of the role up to a noun for people: "ps"."""
        words = [word for word in re.findall(r"\w+", (self.role or "").lower()) if word not in _SMALL_IN_ROLES]
        words = words[:_LONGEST_ROLE]
        ends = [n + 1 for n, word in enumerate(words) if word in HUMAN_NOUNS]
        first = "".join(word[0] for word in words)
        return frozenset(first[start:end] for end in ends for start in range(end - 1))

    @property
    def parts(self) -> list[str]:
        """The parts of the name in lower case, without "Jr." and the like."""
        parts = [plain(part) for part in self.name.split()]
        return [part for part in parts if part not in SUFFIXES] or parts


@dataclass(frozen=True, slots=True)
class People:
    """The people of an article, findable by any part of their names.

    bare: the surnames that stand without a title.
    """

    everybody: tuple[Person, ...]
    bare: frozenset[str]
    by_part: Mapping[str, tuple[Person, ...]] = field(repr=False, compare=False)

    def called(self, name: Sequence[str], title: Sequence[str] = ()) -> list[Person]:
        """Those whom a name can mean: all its parts are parts of theirs, the last one preferably their surname.

        In an article that writes "Brown" of one person, "Mrs Brown" is another.
        """
        gentle = [one for one in map(plain, title) if one in COURTESY]
        if gentle and len(name) == 1 and name[0] in self.bare:
            return []
        gender = gender_of(gentle)
        parts = [part for part in map(plain, name) if part not in SUFFIXES]
        if not parts:
            return []
        found = [one for one in self.by_part.get(parts[-1], ()) if set(parts) <= set(one.parts)]
        found = [one for one in found if gender is None or one.gender in (None, gender)]
        return [one for one in found if one.parts[-1] == parts[-1] or _has_two_surnames(one, parts[-1])] or found


def _has_two_surnames(person: Person, part: str) -> bool:
    """Whether a part of a name of three and more is neither its first nor its last: "Garza" of "Ana Garza Luna"."""
    return len(person.parts) > 2 and part in person.parts[1:-1]


def people_in(text: str, sentences: Sequence[Sequence[Word]]) -> People:
    """The people whom an article names.

    Args:
        text: the article's text.
        sentences: the words of its sentences, without what is quoted.
    """
    bare, surnames = _standing_alone(sentences)
    found: dict[str, Person] = {}
    for number, words in enumerate(sentences):
        following = sentences[number + 1] if number + 1 < len(sentences) else ()
        for run in capitalised_runs(words):
            person = _person(text, words, run, surnames, following)
            if person and not (" " not in person.name and person.name in bare and _courtesy(words[run.start])):
                known = _known(found, person)
                found[known.name if known else person.name] = _merged(known, person) if known else person
    if not found and _is_of_somebody(sentences) and len(only := may_be_named(text, sentences)) == 1:
        found[only[0].name] = only[0]
    everybody = _without_repeats(list(found.values()))
    by_part: dict[str, tuple[Person, ...]] = {}
    for person in everybody:
        for part in dict.fromkeys(person.parts):
            by_part[part] = (*by_part.get(part, ()), person)
    return People(tuple(everybody), frozenset(bare), by_part)


def may_be_named(text: str, sentences: Sequence[Sequence[Word]]) -> list[Person]:
    """The full names that can be a person's of whom nothing is told, as in "Ann Lee runs the mill."."""
    found: dict[str, Person] = {}
    for words in sentences:
        for run in capitalised_runs(words):
            name = words[run.start : run.stop]
            placed = run.start and words[run.start - 1].lower in _NOT_BEFORE_PERSON
            common = any(re.search(rf"\b{re.escape(word.text.lower())}\b", text) for word in name)  # "the mill"
            if len(name) in (2, 3) and not placed and not common and not is_organisation(name):
                full = text[name[0].start : name[-1].end]
                found.setdefault(full, Person(full, start=name[0].start))
    return list(found.values())


def _courtesy(word: Word) -> bool:
    return plain(word.text) in COURTESY


def _standing_alone(sentences: Iterable[Sequence[Word]]) -> tuple[set[str], set[str]]:
    """The capitalised words that stand alone somewhere: "Korlu"; and those that do so with or without a title."""
    bare: set[str] = set()
    alone: set[str] = set()
    for words in sentences:
        for run in capitalised_runs(words):
            title, name = split_title(words[run.start : run.stop])
            if len(name) == 1:
                alone.add(name[0].text)
                if not title:
                    bare.add(name[0].text)
    return bare, alone


def _is_of_somebody(sentences: Iterable[Sequence[Word]]) -> bool:
    """Whether the article has a "he" or "she" and no other word for a person: then whom it names is meant."""
    words = [word for sentence in sentences for word in sentence]
    return any(word.lower in ("he", "she") for word in words) and not any(map(is_human, words))


def _known(found: Mapping[str, Person], person: Person) -> Person | None:
    """The person already found who is meant; a surname alone counts when only one bears it."""
    if person.name in found or " " in person.name:
        return found.get(person.name)
    bearers = [one for one in found.values() if one.parts[-1] == person.parts[-1]]
    if not bearers:  # "Dame Ruth", "Mr Rahim" of Rahim Osman
        bearers = [one for one in found.values() if person.parts[-1] in one.parts]
    return bearers[0] if len(bearers) == 1 else None


def _merged(known: Person, again: Person) -> Person:
    better = known.role is None or (known.role.startswith("who") and again.role)
    role = again.role if better else known.role
    return replace(
        known,
        role=role,
        gender=known.gender or again.gender,
        title=known.title or again.title,
        age=known.age or again.age,
    )


def _without_repeats(found: Sequence[Person]) -> list[Person]:
    """Everybody once: a surname that stood before its bearer was introduced goes with the full name."""
    full = [one for one in found if " " in one.name]
    alone = {one.parts[-1]: one for one in found if " " not in one.name}
    kept = [_merged(one, alone[one.parts[-1]]) if one.parts[-1] in alone else one for one in full]
    surnames = {one.parts[-1] for one in full}
    return sorted([*kept, *(one for part, one in alone.items() if part not in surnames)], key=lambda one: one.start)


def _person(
    text: str, words: Sequence[Word], run: range, surnames: set[str], following: Sequence[Word]
) -> Person | None:
    """The person whom a run of capitalised words names; `None` if it is somebody or something else."""
    title, name = split_title(words[run.start : run.stop])
    office = _office(words, run)
    if len(name) > 2 and (office is not None or (title and run.start and words[run.start - 1].lower in PREPOSITIONS)):
        part = next((n for n, word in enumerate(name) if not is_institution(word)), 0)
        name = name[part:] if 0 < part < len(name) - 1 else name[-2:]  # "Director for Relief in Merovar Ann Lee"
    if not name or len(name) > _LONGEST_NAME or is_organisation(name) or name[0].lower in NAME_PARTICLES:
        return None
    if name[0].lower in SMALL:
        return None  # "Fourteen, the governor agreed"
    if all(plain(word.text) in TITLES or is_human(word) for word in name):
        return None  # "the Prime Minister"
    if name[0].lower in PLACE_NOUNS or name[-1].lower in PLACE_NOUNS:
        return None
    role = role_after(text, words, run)
    if role is None and office is not None:
        role = " ".join(text[words[office].start : name[0].start].split())
    before_name = role_before(text, words, run, title)
    role = role or before_name
    before = words[run.start - 1].lower if run.start else ""
    if before == "the" and not title and office is None:
        return None
    if not title and role is None and not _is_likely(words, run, surnames, before, following):
        return None
    gender = gender_of([*(plain(word.text) for word in title), *_relative(words, run)]) or _gender_of_role(role)
    also = before_name if before_name != role else None
    return Person(text[name[0].start : name[-1].end], role, gender, name[0].start, also, _age(words, run))


def _age(words: Sequence[Word], run: range) -> int | None:
    """The age in "Ann Lee, 44,"."""
    if run.stop + 1 >= len(words) or words[run.stop].text != ",":
        return None
    number, after = words[run.stop + 1].text, words[min(run.stop + 2, len(words) - 1)]
    return int(number) if number.isdecimal() and len(number) < 3 and after.is_mark else None


def _office(words: Sequence[Word], run: range) -> int | None:
    """Where a title begins whose "of" or "for" reaches to the name: "Secretary of State Ann Lee"."""
    if len(run) < 2 or run.start < 2 or words[run.start - 1].lower not in PREPOSITIONS | COORDINATORS | {"the"}:
        return None
    start = run.start
    while start > 0 and not words[start - 1].is_mark and run.start - start < 12:
        start -= 1
    for n in range(start, run.start - 1):
        if words[n].is_capitalised and plain(words[n].text) in TITLES and words[n + 1].lower in ("of", "for", "at"):
            while n > start and words[n - 1].is_capitalised and words[n - 1].lower not in DETERMINERS:
                n -= 1
            return n
    return None


def _is_likely(words: Sequence[Word], run: range, surnames: set[str], before: str, following: Sequence[Word]) -> bool:
    """Whether a name without title and role is a person's: the surname stands alone elsewhere, or "she" comes after."""
    relative = run.stop + 1 < len(words) and words[run.stop + 1].lower in ("who", "whose")
    if len(run) > 1 and (_age(words, run) is not None or (relative and words[run.stop].text == ",")):
        return True
    after = words[run.stop] if run.stop < len(words) else words[-1]
    owns = after.lower in ("'s", "'")  # "on Ann Lee's table"
    if len(run) == 1 or (before in _PLACE and not owns) or before in ("of", "a", "an"):
        return False
    acts = is_past(after) or after.lower in AUXILIARIES | PRESENTS or after.lower in VERB_FORMS
    if words[run.stop - 1].text in surnames:
        small = after.is_mark or after.lower in POSSESSIVES | PREPOSITIONS | COORDINATORS | RELATIVES
        certain = run.stop == len(words) or acts or small or is_adverb(after)
        return certain or not words[run.stop - 1].lower.endswith(_PEOPLES)
    acts = acts and len(run) < 4
    others = [one for one in capitalised_runs(words) if one != run and len(one) > 1]
    near = {word.lower for word in (*words[run.stop :], *following[:12])}
    return acts and not others and bool(near & _PRONOUNS)


def _relative(words: Sequence[Word], run: range) -> list[str]:
    """The words of a "who" or "whose" that follows a name."""
    at = run.stop
    if at + 1 < len(words) and words[at].text == "," and words[at + 1].lower in ("who", "whose"):
        return [word.lower for word in words[at + 1 : end_of_role(words, at + 1)] if word.lower in _PRONOUNS]
    return []


def _gender_of_role(role: str | None) -> str | None:
    if role is None:
        return None
    own = re.split(r"[’']s?\s", role.lower())[-1]  # of "the dead man's mother" the mother
    nouns = re.findall(r"[\w-]+", re.split(r"\b(?:of|for|to|in|at)\b", own)[0])
    if nouns and nouns[0] in ("his", "her"):
        nouns = nouns[1:]
    return gender_of([noun for noun in nouns if noun in FEMALE | MALE])
