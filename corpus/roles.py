"""Roles: what the words around a name say that somebody is ("a baker in Tolsey", "Public Works Minister")."""

from collections.abc import Sequence

from clipfile.corpus.clauses import is_past
from clipfile.corpus.grammar_words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TITLES,
)
from clipfile.corpus.phrases import SUFFIXES, is_human
from clipfile.corpus.reporting_verbs import VERB_FORMS
from clipfile.corpus.words import Word

_GENTLE = frozenset("mr mrs ms miss mx dr sir dame lord lady".split())  # titles that say nothing of what somebody does
_OWNERS = POSSESSIVES - {"'s", "'"}
_SAYS = frozenset(("said", "says", "say", "told", "tells"))
_TIED_BY = "&/$€£%-"  # marks that do not end a role


def split_title(run: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The title and the name of a run of capitalised words: "Public Works Minister", "Selma Rask"."""
    for n in range(len(run) - 1, 0, -1):
        if n == 1 and len(run) > 2 and is_human(run[0]):  # "Teacher Mariam Doost"
            return list(run[:1]), list(run[1:])
        if plain(run[n - 1].text) in TITLES and plain(run[n].text) not in SUFFIXES:
            return list(run[:n]), list(run[n:])
    return [], list(run)


def plain(word: str) -> str:
    """A part of a name or a title in lower case, without the point of an abbreviation."""
    return word.lower().rstrip(".")


def role_after(text: str, words: Sequence[Word], run: range) -> str | None:
    """The role in "Ann Lee, 44, a baker in Tolsey"; "Ann Lee is the director of"; "Lee (a baker)"."""
    at = run.stop
    if at + 1 < len(words) and words[at].lower in ("is", "was") and words[at + 1].lower in ("the", "a", "an"):
        end = end_of_role(words, at + 1)
        return _slice(text, words, at + 1, end) if _is_description(words[at + 1 : end]) else None
    if at + 1 >= len(words) or words[at].text not in (",", "–", "—", "--", "("):
        return None
    start = at + 1
    if words[start].text.isdigit() and start + 2 < len(words) and words[start + 1].text == ",":
        start += 2
    end = end_of_role(words, start)
    if end <= start:
        return None
    first = words[start].lower
    if first == "who":
        verb = words[start + 1].lower if start + 1 < len(words) else ""
        lasting = (verb.endswith("s") and verb not in ("was", "says", "has")) or verb == "used"
        return _slice(text, words, start, end) if lasting else None
    if first in PREPOSITIONS or first in SUBORDINATORS or first.endswith("ing") or is_past(words[start]):
        return None
    return _slice(text, words, start, end) if _is_description(words[start:end]) else None


def role_before(text: str, words: Sequence[Word], run: range, title: Sequence[Word]) -> str | None:
    """The role in "Public Works Minister Ann Lee", "mayor Ann Lee" and "its director, Ann Lee"."""
    start = run.start
    if start > 1 and words[start - 1].text == ",":
        stretch = _stretch_start(words, start - 1)
        relative = next((n for n in range(stretch + 1, start - 1) if words[n].lower in RELATIVES), start - 1)
        role = _role_phrase(words, stretch, relative)  # "an architect who examined the wreck, Ann Lee"
        closes = run.stop >= len(words) or words[run.stop].is_mark
        owned = role and role.start > 0 and words[role.start - 1].lower in ("'s", "'")  # "Ann Lee's lawyer, Bram Loy"
        if role and closes and (owned or words[role.start].lower in DETERMINERS | _OWNERS):
            return _slice(text, words, role.start, role.stop)
    role = _role_phrase(words, max(_stretch_start(words, start), start - 8), start)
    if start and words[start - 1].lower in PREPOSITIONS:
        role = None
    named = [word for word in title if plain(word.text) not in _GENTLE]
    if role and (words[role.start].lower in DETERMINERS or is_human(words[start - 1])):
        return _slice(text, words, role.start, start + len(title) if named else start)
    return _slice(text, words, start, start + len(title)) if named else None


def end_of_role(words: Sequence[Word], start: int) -> int:
    """The index after the last word of a role: at the next mark outside brackets."""
    depth = 0
    for n in range(start, len(words)):
        if words[n].text == "(":
            depth += 1
        elif words[n].text == ")" and depth:
            depth -= 1
        elif words[n].is_mark and not depth and words[n].text not in _TIED_BY:
            return n
    return len(words)


def _stretch_start(words: Sequence[Word], end: int) -> int:
    start = end
    while start > 0 and not words[start - 1].is_mark:
        start -= 1
    return start


def _role_phrase(words: Sequence[Word], start: int, end: int) -> range | None:
    """The last noun phrase of a stretch, if it stands for a person."""
    begin = end
    for n in range(end - 1, start - 1, -1):
        lower = words[n].lower
        if lower in AUXILIARIES or lower in PERSONAL or lower in COORDINATORS | SUBORDINATORS | RELATIVES:
            break
        owned = n > start and words[n - 1].lower in DETERMINERS | POSSESSIVES
        if (is_past(words[n]) and lower != "retired" and not owned) or (lower in VERB_FORMS and not is_human(words[n])):
            break
        begin = n
        if lower in DETERMINERS | _OWNERS:
            break
    human = next((n for n in range(begin, end) if is_human(words[n])), end)
    begin = max((n + 1 for n in range(begin, human) if words[n].lower in PREPOSITIONS), default=begin)
    return range(begin, end) if begin < end and _names_human(words[begin:end]) else None


def _names_human(phrase: Sequence[Word]) -> bool:
    """Whether a phrase says that it is a person: its noun comes before any "who", among its first words."""
    for word in phrase[:12]:
        if word.lower in RELATIVES:
            return False
        if is_human(word):
            return True
    return False


def _is_description(phrase: Sequence[Word]) -> bool:
    """Whether a phrase says what somebody is, and is no clause."""
    if not _names_human(phrase):
        return False
    for n, word in enumerate(phrase):
        if word.lower in RELATIVES:
            break
        if word.lower in AUXILIARIES or word.lower in PERSONAL - {"one"} or word.lower in _SAYS:
            return False
        bare = n + 1 == len(phrase) or phrase[n + 1].lower not in PREPOSITIONS
        if is_past(word) and n and is_human(phrase[n - 1]) and (bare or phrase[0].lower not in ("a", "an")):
            return False  # a clause; but "a teacher draped in a flag"
    return True


def _slice(text: str, words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(text[words[start].start : words[end - 1].end].split())
