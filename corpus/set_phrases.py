"""Set phrases that attribute without a verb of saying: "according to Rask", "in Rask's words", "to Rask, it is"."""

from collections.abc import Sequence
from dataclasses import dataclass

from clipfile.corpus.grammar_words import BE, NOBODY, POSSESSIVES
from clipfile.corpus.phrases import is_source
from clipfile.corpus.subjects import name_introduced, subject_after, subject_before
from clipfile.corpus.words import QUOTED, Word

_OPINIONS = frozenset("words view opinion telling estimation phrase".split())
_ACCOUNTS = frozenset("account reckoning admission estimate estimates".split())
_CONVICTIONS = frozenset(
    "adamant convinced confident certain sure hopeful worried concerned optimistic doubtful sceptical"
    " skeptical unconvinced insistent fearful".split()
)
_VERDICTS = frozenset(
    "view position hope verdict conclusion message claim warning finding assessment argument opinion lesson".split()
)
_IN_NAMES = frozenset(("the", "of", "for", "and"))
_OPENINGS = frozenset("according to in by that this such so".split())
_LONGEST = 12  # words of a source


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A phrase that attributes: from index `start` to before `stop`; `source` is the noun phrase in or after it."""

    start: int
    stop: int
    source: range


def set_phrase(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The set phrase that begins at a word; `None` if none does."""
    lower = words[at].lower
    if lower in BE:
        return _is_convinced(words, at)
    if lower not in _OPENINGS:
        return None
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if lower == "according" and following == "to":
        source = subject_after(words, at + 2) or _up_to_mark(words, at + 2)
        if source and source.stop < len(words):
            source = name_introduced(words, source.start, source.stop) or source  # "according to its director, Ann Lee"
        return SetPhrase(at, at + 2, source) if source else None
    if lower == "to" and at == 0:
        return _to_somebody(words)
    if lower in ("in", "by"):
        return _in_words(words, at, _OPINIONS if lower == "in" else _ACCOUNTS)
    if lower in ("that", "this", "such") and at == 0 and following in BE:
        return _is_verdict(words)
    if lower == "so" and at > 0 and words[at - 1].text in (",", QUOTED):
        return _so_somebody(words, at)
    return None


def _to_somebody(words: Sequence[Word]) -> SetPhrase | None:
    """The phrase in "To Johnston, it is"."""
    source = subject_after(words, 1) if len(words) > 4 and words[1].is_capitalised else None
    if source and len(source) <= 4 and source.stop < len(words) and words[source.stop].text == ",":
        return SetPhrase(0, 1, source)
    return None


def _in_words(words: Sequence[Word], at: int, nouns: frozenset[str]) -> SetPhrase | None:
    """The phrase in "in Rask's words", "in the view of the ministry", "by her own account"."""
    if at + 4 < len(words) and words[at + 1].lower == "the" and words[at + 2].lower in nouns:
        source = subject_after(words, at + 4) if words[at + 3].lower == "of" else None
        return SetPhrase(at, at + 4, source) if source else None
    if at + 2 < len(words) and words[at + 1].lower in ("my", "our", "your", "other"):
        return None
    for n in range(at + 2, min(at + 8, len(words))):
        if words[n].is_mark:
            return None
        if words[n].lower in nouns:
            owner = next((m for m in range(n - 1, at, -1) if words[m].lower in POSSESSIVES), None)
            if owner is None or n - owner > 2:
                return None
            return SetPhrase(at, n + 1, range(at + 1, owner if owner > at + 1 else owner + 1))
    return None


def _is_verdict(words: Sequence[Word]) -> SetPhrase | None:
    """The phrase in "That is the conclusion of a study"."""
    start = next((n for n in range(2, min(6, len(words))) if words[n].lower in _VERDICTS), None)
    if start is None or start + 2 >= len(words) or words[start + 1].lower not in ("of", "from"):
        return None
    source = subject_after(words, start + 2)
    return SetPhrase(0, start + 2, source) if source else None


def _is_convinced(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The phrase in "Lee is adamant that", "Lee's view is that"."""
    following = [word.lower for word in words[at + 1 : at + 3]]
    if at == 0 or len(following) < 2:
        return None
    bare = following[0] in ("adamant", "convinced") and not words[at + 2].is_mark
    if following[0] in _CONVICTIONS and (following[1] == "that" or bare):
        source = subject_before(words, at)
        if source and words[source.start].lower in NOBODY | {"not"}:
            return None
        return SetPhrase(at, at + 2, source) if source and is_source(words[source.start : source.stop]) else None
    if following[0] == "that" and words[at - 1].lower in _VERDICTS:
        owner = next((n for n in range(at - 2, -1, -1) if words[n].lower in ("'s", "'")), None)
        source = subject_before(words, owner) if owner else None
        return SetPhrase(at - 1, at + 2, source) if source and owner and at - owner < 4 else None
    return None


def _so_somebody(words: Sequence[Word], at: int) -> SetPhrase | None:
    """The phrase in "…, so Rask", as in text translated from German."""
    source = subject_after(words, at + 1)
    if source is None or (source.stop < len(words) and not words[source.stop].is_mark):
        return None
    phrase = words[source.start : source.stop]
    named = phrase[-1].is_capitalised and all(word.is_capitalised or word.lower in _IN_NAMES for word in phrase)
    pronoun = len(phrase) == 1 and phrase[0].lower in ("he", "she", "they")
    return SetPhrase(at, at + 1, source) if named or pronoun else None


def _up_to_mark(words: Sequence[Word], start: int) -> range | None:
    end = start
    while end < len(words) and not words[end].is_mark and end - start < _LONGEST:
        end += 1
    return range(start, end) if end > start else None
