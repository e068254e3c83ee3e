"""What a noun phrase stands for: people, an institution or a document; one or several; a name or a description."""

import re
from collections.abc import Iterator, Sequence

from clipfile.corpus.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FEMALE,
    HUMAN_NOUNS,
    INTERJECTIONS,
    IRREGULAR_PASTS,
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
)
from clipfile.corpus.words import Word

SUFFIXES = frozenset("jr sr ii iii iv kc qc mp obe mbe cbe phd md".split())  # what stands after a name
_NO_NAME = frozenset().union(
    ADVERBS, AUXILIARIES, COORDINATORS, DETERMINERS, INTERJECTIONS, PERIODS, PERSONAL, POSSESSIVES, PREPOSITIONS,
    QUANTIFIERS, RELATIVES, SUBORDINATORS,
)  # fmt: skip
_PLURALS = frozenset("people police men women children sides some many others most several both all".split())
_DOERS = ("ers", "ors", "ians", "ees")  # voters, surveyors, technicians, employees
_MOST_PARTICLES = 3  # of a name, one after another: "van de la"
_TRADES = ("keeper", "worker", "owner", "dealer", "warden", "master", "mistress", "monger", "fighter", "goer")
_MULTITUDES = frozenset("number range group handful majority variety couple lot dozen crowd string".split())
_CLOSE = frozenset("close near loyal".split())  # "three sources close to him"
_PARTY_TAG = re.compile(r"(?:[DRIL]|DFL)-[A-Z]")  # Ann Lee, D-Ohio
_NO_PERSON_IN_MAN = frozenset(
    "human inhuman german roman ottoman norman talisman specimen regimen acumen abdomen".split()
)
_NO_PERSON_IN_IST = frozenset(
    "exist assist resist consist persist insist mist twist fist wrist waist heist checklist"
    " shortlist blacklist waitlist wishlist".split()
)


def core_of(phrase: Sequence[Word]) -> list[Word]:
    """The words of a noun phrase up to the first "of", "in", "who" and their like; of "one of the men" the second part.

    Whose it is, is left out: of "the operator's sheets" it is "sheets".
    """
    words = [word for word in phrase if not word.is_mark]
    partitive = {"none"}
    if len(words) > 2 and words[1].lower == "of" and words[0].lower in partitive | QUANTIFIERS:
        words = words[2:]
    of = next((n for n, word in enumerate(words[:4]) if word.lower == "of"), 0)
    if 0 < of < len(words) - 1 and any(word.lower in _MULTITUDES for word in words[:of]):
        words = words[of + 1 :]  # "a wide range of experts"
    end = next((n for n in range(1, len(words)) if _ends_core(words, n)), len(words))
    owned = [n for n in range(end) if words[n].lower in ("'s", "'")]
    return words[owned[-1] + 1 : end] if owned and owned[-1] + 1 < end else words[:end]


def _ends_core(words: Sequence[Word], at: int) -> bool:
    """Whether a word opens what is told of a noun: "of Tolsey", "who left", "released on Tuesday"."""
    word, before = words[at], words[at - 1].lower
    if word.lower in PREPOSITIONS | RELATIVES or (
        word.lower in _CLOSE and words[min(at + 1, len(words) - 1)].lower == "to"
    ):
        return True
    participle = not word.is_capitalised and (word.lower.endswith("ed") or word.lower in IRREGULAR_PASTS)
    if not participle or before in DETERMINERS | POSSESSIVES | QUANTIFIERS or before in ADVERBS:
        return False
    return at + 1 == len(words) or words[at + 1].lower in PREPOSITIONS | PERIODS


def singular(noun: str) -> str:
    """The singular of a noun in lower case, by its spelling."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def is_institution(word: Word) -> bool:
    """Whether a word is a noun for an institution: "agency", "ministries"."""
    return word.lower in ORGANISATION_NOUNS or singular(word.lower) in ORGANISATION_NOUNS


def is_document(word: Word) -> bool:
    """Whether a word is a noun for a document: "report", "surveys"."""
    return word.lower in DOCUMENT_NOUNS or singular(word.lower) in DOCUMENT_NOUNS


def is_human(word: Word) -> bool:
    """Whether a word is a noun for people: "director", "director-general", "44-year-old", "entomologist"."""
    lower = word.lower
    one = singular(lower)
    if lower in HUMAN_NOUNS or one in HUMAN_NOUNS or lower.endswith(("-year-old", "-mate")):
        return True
    if any(part in HUMAN_NOUNS for part in one.split("-")):
        return True
    if one.endswith(_TRADES) and len(one) > 8:
        return True
    if lower.endswith(("man", "men", "woman", "women")) and len(lower) > 5 and lower not in _NO_PERSON_IN_MAN:
        return True
    return (len(one) > 6 and one.endswith("ist") and one not in _NO_PERSON_IN_IST) or one.endswith("ician")


def is_source(phrase: Sequence[Word]) -> bool:
    """Whether a noun phrase stands for people, an institution or a document."""
    words = [word for word in phrase if not word.is_mark]
    if not words or (words[0].lower in PERSONAL and len(words) == 1):
        return bool(words)
    if [word.lower for word in words[1:]] == ["of", "them"] or [word.lower for word in words] == ["the", "latter"]:
        return True
    core = core_of(words)
    if is_listed(core):
        return True
    if core and core[-1].lower.endswith(_DOERS) and len(core[-1].text) > 5:
        return True
    last = next((word for word in reversed(core) if word.lower not in ("'s", "'")), None)
    return (
        last is not None
        and (last.is_capitalised or last.lower in _PLURALS)
        and last.lower not in _NO_NAME - QUANTIFIERS
    )


def is_listed(words: Sequence[Word]) -> bool:
    """Whether one of the words is a noun for people, an institution or a document, or a pronoun."""
    return any(
        is_human(word) or is_institution(word) or is_document(word) or word.lower in PERSONAL or word.lower in _PLURALS
        for word in words
    )


def is_plural(phrase: Sequence[Word]) -> bool:
    """Whether a noun phrase stands for more than one; a name that ends in "s" does not."""
    words = [word for word in phrase if not word.is_mark]
    if not words or words[0].lower in ("one", "a", "an", "another", "each", "every"):
        return any(word.lower in _MULTITUDES for word in words[:3]) and any(word.lower == "of" for word in words[:4])
    if any(word.lower == "and" for word in words):
        return True
    core = core_of(words)
    last = core[-1].lower if core else ""
    if last in _PLURALS or (last.endswith("men") and is_human(core[-1])):
        return True
    return (
        last.endswith("s")
        and not last.endswith(("ss", "us", "is", "'s"))
        and (not core[-1].is_capitalised or is_human(core[-1]))
    )


def is_organisation(run: Sequence[Word]) -> bool:
    """Whether a run of capitalised words names an institution."""
    return any(is_institution(word) or is_acronym(word.text) for word in run)


def is_party_tag(word: Word) -> bool:
    """Whether a word is a politician's party and place: "R-Texas"."""
    return bool(_PARTY_TAG.match(word.text))


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals only, such as UN and U.S."""
    letters = word.replace(".", "").replace("-", "")
    return len(letters) > 1 and letters.isupper() and word.lower().rstrip(".") not in SUFFIXES


def gender_of(words: Sequence[str]) -> str | None:
    """What titles, nouns and pronouns in lower case tell of somebody's gender; `None` where they tell nothing, or both."""
    female, male = bool(FEMALE & set(words)), bool(MALE & set(words))
    return None if female == male else "f" if female else "m"


def capitalised_runs(words: Sequence[Word]) -> Iterator[range]:
    """The longest stretches of capitalised words, with "de", "van" and their like inside."""
    at = 0
    while at < len(words):
        if not _is_name_word(words, at):
            at += 1
            continue
        end = at + 1
        while end < len(words):
            if _is_name_word(words, end):
                end += 1
            elif (after := _after_particles(words, end)) > end:
                end = after + 1
            else:
                break
        yield range(at, end)
        at = end


def _after_particles(words: Sequence[Word], at: int) -> int:
    """The index of the name word behind "de la"; the same index where there is none."""
    after = at
    while after < len(words) and after - at < _MOST_PARTICLES and words[after].lower in NAME_PARTICLES:
        after += 1
    return after if after < len(words) and _is_name_word(words, after) else at


def _is_name_word(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.is_capitalised or word.lower == "i" or is_party_tag(word):
        return False
    return not (word.lower in _NO_NAME and (at == 0 or words[at - 1].is_mark or word.lower in PERIODS))
