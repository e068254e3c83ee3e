"""The people whom an article names, with what it says they are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clipfile.corpus.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    FEMALE,
    HUMAN_NOUNS,
    MALE,
    NAME_PARTICLES,
    ORGANISATION_NOUNS,
    PERIODS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    SUBORDINATORS,
    TITLES,
)
from clipfile.corpus.words import Word

_SUFFIXES = frozenset("jr sr ii iii iv obe mbe phd md".split())
_NO_NAME = (
    ADVERBS | AUXILIARIES | COORDINATORS | DETERMINERS | PERIODS | PERSONAL | POSSESSIVES | PREPOSITIONS | QUANTIFIERS
) | (RELATIVES | SUBORDINATORS)
_GENTLE = frozenset("mr mrs ms miss mx dr sir dame lord lady".split())  # titles that say nothing of what somebody does
_PLACE = frozenset("in at from near to into across outside through toward towards around on".split())
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names.

    name: as it first stands in full.
    role: what the article introduces them as, in its own words.
    gender: "f" or "m" where a title, a noun or a pronoun tells.
    start: where the article first names them in full.
    """

    name: str
    role: str | None = None
    gender: str | None = None
    start: int = 0

    @property
    def role_words(self) -> frozenset[str]:
        """The words of the role, in lower case."""
        return frozenset(re.findall(r"[\w-]+", (self.role or "").lower()))


@dataclass(frozen=True, slots=True)
class People:
    """The people of an article, findable by any part of their names."""

    everybody: tuple[Person, ...]
    by_part: Mapping[str, tuple[Person, ...]] = field(repr=False, compare=False)

    def called(self, name: Sequence[str]) -> list[Person]:
        """Those whom a name can mean: all its parts are parts of theirs, the last one preferably their surname."""
        parts = [part for part in map(_part, name) if part not in _SUFFIXES]
        if not parts:
            return []
        found = [one for one in self.by_part.get(parts[-1], ()) if set(parts) <= set(_parts(one.name))]
        surname = [one for one in found if _parts(one.name)[-1] == parts[-1]]
        return surname or found


def is_human(word: Word) -> bool:
    """Whether a word is a noun for people: "director", "director-general", "44-year-old"."""
    lower = word.lower
    return lower in HUMAN_NOUNS or any(part in HUMAN_NOUNS for part in lower.split("-")) or lower.endswith("-year-old")


def split_title(run: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The title and the name of a run of capitalised words: "Public Works Minister", "Selma Rask"."""
    for n in range(len(run) - 1, 0, -1):
        if _part(run[n - 1].text) in TITLES and _part(run[n].text) not in _SUFFIXES:
            return list(run[:n]), list(run[n:])
    return [], list(run)


def gender_of(words: Sequence[Word]) -> str | None:
    """What titles, nouns and pronouns tell of somebody's gender; `None` where they tell nothing, or both."""
    lowered = {part for word in words for part in (_part(word.text), word.lower)}
    female, male = bool(lowered & FEMALE), bool(lowered & MALE)
    return None if female == male else "f" if female else "m"


def capitalised_runs(words: Sequence[Word]) -> Iterator[range]:
    """The longest stretches of capitalised words, with "de", "van" and their like inside."""
    n = 0
    while n < len(words):
        if not _is_name_word(words, n):
            n += 1
            continue
        end = n + 1
        while end < len(words):
            if _is_name_word(words, end):
                end += 1
            elif words[end].lower in NAME_PARTICLES and end + 1 < len(words) and _is_name_word(words, end + 1):
                end += 2
            else:
                break
        yield range(n, end)
        n = end


def is_organisation(run: Sequence[Word]) -> bool:
    """Whether a run of capitalised words names an institution."""
    return any(word.lower in ORGANISATION_NOUNS or _is_acronym(word.text) for word in run)


def people_in(text: str, sentences: Sequence[Sequence[Word]]) -> People:
    """The people whom an article names.

    Args:
        text: the article's text.
        sentences: the words of its sentences, without what is quoted.
    """
    single = {words[run.start].text for words in sentences for run in capitalised_runs(words) if len(run) == 1}
    found: dict[str, Person] = {}
    for words in sentences:
        for run in capitalised_runs(words):
            person = _person(text, words, run, single)
            if person:
                known = _known(found, person)
                if known is None:
                    found[person.name] = person
                else:
                    found[known.name] = _merged(known, person)
    everybody = tuple(_without_repeats(found.values()))
    by_part: dict[str, tuple[Person, ...]] = {}
    for person in everybody:
        for part in set(_parts(person.name)):
            by_part[part] = (*by_part.get(part, ()), person)
    return People(everybody, by_part)


def _known(found: Mapping[str, Person], person: Person) -> Person | None:
    """The person already found who is meant; a surname alone counts when only one bears it."""
    if person.name in found:
        return found[person.name]
    if " " not in person.name:
        bearers = [one for one in found.values() if _parts(one.name)[-1] == _part(person.name)]
        return bearers[0] if len(bearers) == 1 else None
    return None


def _merged(known: Person, again: Person) -> Person:
    better = known.role is None or (known.role.startswith("who") and again.role)
    return replace(known, role=again.role if better else known.role, gender=known.gender or again.gender)


def _without_repeats(people: Iterator[Person] | object) -> Iterator[Person]:
    """Everybody, without those found by surname alone before somebody of that surname was introduced."""
    everybody = list(people)  # type: ignore[call-overload]
    for person in everybody:
        others = [one for one in everybody if one is not person and _parts(one.name)[-1] == _part(person.name)]
        if " " in person.name or not others:
            same = [one for one in everybody if " " not in one.name and _part(one.name) == _parts(person.name)[-1]]
            yield _merged(person, same[0]) if " " in person.name and same else person


def _person(text: str, words: Sequence[Word], run: range, single: set[str]) -> Person | None:
    """The person whom a run of capitalised words names; `None` if it is somebody or something else."""
    title, name = split_title(words[run.start : run.stop])
    if title and run.start + len(title) < run.stop and len(name) > 2 and _after_place(words, run):
        name = name[-2:]
    if not name or len(name) > _LONGEST_NAME or is_organisation(name) or name[0].lower in NAME_PARTICLES:
        return None
    role = _role_after(text, words, run) or _role_before(text, words, run, title)
    certain = bool(title) or role is not None
    before = words[run.start - 1].lower if run.start else ""
    if not certain and (before in _PLACE or before in ("the", "of", "a", "an")):
        return None
    if before == "the" and not title:
        return None
    if len(name) == 1 and (not certain or _part(name[0].text) in TITLES):
        return None
    if len(name) > 1 and not certain and name[-1].text not in single:
        return None
    gender = gender_of([*title, *_relative(words, run)]) or _gender_of_role(role)
    return Person(text[name[0].start : name[-1].end], role, gender, name[0].start)


def _gender_of_role(role: str | None) -> str | None:
    if role is None:
        return None
    words = set(re.findall(r"[\w-]+", re.split(r"\b(?:of|for|to|in|at)\b", role.lower())[0]))
    female, male = bool(words & FEMALE), bool(words & MALE)
    return None if female == male else "f" if female else "m"


def _after_place(words: Sequence[Word], run: range) -> bool:
    return run.start > 0 and words[run.start - 1].lower in PREPOSITIONS


def _role_after(text: str, words: Sequence[Word], run: range) -> str | None:
    """The role in "Ann Lee, 44, a baker in Tolsey"; "Ann Lee is the director of"; "Lee (a baker)"."""
    at = run.stop
    if at + 1 < len(words) and words[at].lower in ("is", "was") and words[at + 1].lower in ("the", "a", "an"):
        end = _end_of_role(words, at + 1)
        return _slice(text, words, at + 1, end) if _names_human(words[at + 1 : end]) else None
    if at + 1 >= len(words) or words[at].text not in (",", "–", "—", "--", "("):
        return None
    start = at + 1
    if words[start].text.isdigit() and start + 1 < len(words) and words[start + 1].text == ",":
        start += 2
    end = _end_of_role(words, start)
    if end <= start:
        return None
    first = words[start].lower
    if first == "who":
        verb = words[start + 1].lower if start + 1 < len(words) else ""
        lasting = (verb.endswith("s") and verb not in ("was", "says")) or verb in ("used", "was")
        return _slice(text, words, start, end) if lasting else None
    opens = first in DETERMINERS or first in POSSESSIVES or first in ("one", "now", "then", "formerly")
    if _names_human(words[start:end]) and (opens or not _has_auxiliary(words[start:end])):
        return _slice(text, words, start, end)
    return None


def _role_before(text: str, words: Sequence[Word], run: range, title: Sequence[Word]) -> str | None:
    """The role in "Public Works Minister Ann Lee", "mayor Ann Lee" and "its director, Ann Lee"."""
    start = run.start
    if start > 1 and words[start - 1].text == ",":
        begin = start - 1
        while begin > 0 and not words[begin - 1].is_mark:
            begin -= 1
        role = _role_phrase(words, begin, start - 1)
        closes = run.stop >= len(words) or words[run.stop].is_mark
        if role and closes and words[role.start].lower in DETERMINERS | POSSESSIVES - {"'s", "'"}:
            return _slice(text, words, role.start, role.stop)
    begin = start
    while begin > 0 and not words[begin - 1].is_mark and start - begin < 8:
        begin -= 1
    role = _role_phrase(words, begin, start) if begin < start else None
    named = [word for word in title if _part(word.text) not in _GENTLE]
    if role and (words[role.start].lower in DETERMINERS or is_human(words[start - 1])):
        return _slice(text, words, role.start, start + len(title) if named else start)
    return _slice(text, words, start, start + len(title)) if named else None


def _role_phrase(words: Sequence[Word], start: int, end: int) -> range | None:
    """The last noun phrase of a stretch, if it stands for a person."""
    begin = end
    for n in range(end - 1, start - 1, -1):
        lower = words[n].lower
        if lower in AUXILIARIES or lower in PERSONAL or lower in COORDINATORS | SUBORDINATORS | RELATIVES:
            break
        if (lower.endswith("ed") and len(lower) > 4 and lower != "retired") or lower in ("said", "says", "told"):
            break
        begin = n
        if lower in DETERMINERS | POSSESSIVES - {"'s", "'"}:
            break
    while begin < end and words[begin].lower in PREPOSITIONS:
        begin += 1
    return range(begin, end) if begin < end and _names_human(words[begin:end]) else None


def _end_of_role(words: Sequence[Word], start: int) -> int:
    depth = 0
    for n in range(start, len(words)):
        if words[n].text == "(":
            depth += 1
        elif words[n].text == ")" and depth:
            depth -= 1
        elif words[n].is_mark and not depth and words[n].text not in "&/$€£%-":
            return n
    return len(words)


def _names_human(phrase: Sequence[Word]) -> bool:
    """Whether a phrase says that it is a person: its noun comes before any "who", among its first words."""
    for word in phrase[:12]:
        if word.lower in RELATIVES:
            return False
        if is_human(word):
            return True
    return False


def _has_auxiliary(phrase: Sequence[Word]) -> bool:
    return any(word.lower in AUXILIARIES for word in phrase)


def _relative(words: Sequence[Word], run: range) -> Sequence[Word]:
    """The words of a "who" or "whose" that follows a name."""
    at = run.stop
    if at + 1 < len(words) and words[at].text == "," and words[at + 1].lower in ("who", "whose"):
        return words[at + 1 : _end_of_role(words, at + 1)]
    return []


def _slice(text: str, words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(text[words[start].start : words[end - 1].end].split())


def _is_name_word(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.is_mark or not word.is_capitalised or word.lower in ("'s", "'", "i"):
        return False
    return not (word.lower in _NO_NAME and (at == 0 or words[at - 1].is_mark or word.lower in PERIODS))


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    return len(letters) > 1 and letters.isupper() and _part(word) not in _SUFFIXES


def _part(word: str) -> str:
    return word.lower().rstrip(".")


def _parts(name: str) -> list[str]:
    parts = [_part(part) for part in name.split()]
    return [part for part in parts if part not in _SUFFIXES] or parts
