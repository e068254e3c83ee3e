"""Slips of spelling in a question: a word that neither an article nor English has is read as the nearest of the articles'."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from clipfile.corpus.grammar_words import DOCUMENT_NOUNS, HUMAN_NOUNS, ORGANISATION_NOUNS, PLACE_NOUNS, TITLES
from clipfile.corpus.reporting_verbs import VERB_FORMS
from clipfile.index.tokens import FUNCTION_WORDS, fold, terms_of, words_of
from clipfile.index.trained_layers import base_folder

WORDS = "words.txt"
FEWEST_LETTERS = 5  # a shorter word is near too many others
TWO_EDITS = 8  # letters from which two edits are a slip; the first letter is hardly ever wrong and has to be the same

_WORD = re.compile(r"[^\W\d_]+")


def write_words(generation: Path, texts: Iterable[str]) -> None:
    """Writes the longer words of the texts of a generation with how often each occurs."""
    counts = Counter(word for text in texts for word in words_of(text) if len(word) >= FEWEST_LETTERS - 1)
    lines = [f"{word} {count}" for word, count in sorted(counts.items()) if word.isalpha()]
    (generation / WORDS).write_text("\n".join(lines), encoding="utf-8")


def read_words(generation: Path) -> dict[str, int]:
    """The longer words of a generation, in alphabetical order, with how often each occurs."""
    lines = (generation / WORDS).read_text(encoding="utf-8").splitlines()
    return {word: int(count) for word, _, count in (line.partition(" ") for line in lines)}


@cache
def english_words() -> frozenset[str]:
    """Words that are no slips, whatever the articles hold: single tokens of the installed encoder, and lists of news words."""
    lines = (base_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    listed = DOCUMENT_NOUNS | HUMAN_NOUNS | ORGANISATION_NOUNS | PLACE_NOUNS | TITLES | VERB_FORMS.keys()
    return frozenset(line for line in (*lines, *map(fold, listed)) if line.isalpha())


def corrected(text: str, words: Mapping[str, int], english: Iterable[str]) -> str:
    """The text with each slip replaced by the nearest of the words, in the case that it was typed in.

    The distance counts letters put in, left out, replaced or swapped (optimal string alignment); of equally near words
    the most frequent is taken.
    """
    known = english if isinstance(english, frozenset) else frozenset(english)

    def mended(match: re.Match[str]) -> str:
        typed = match.group()
        nearest = _nearest(fold(typed), words, known)
        if nearest is None:
            return typed
        return nearest.upper() if typed.isupper() else nearest.capitalize() if typed[0].isupper() else nearest

    return _WORD.sub(mended, text)


def _nearest(word: str, words: Mapping[str, int], english: frozenset[str]) -> str | None:
    """The word that was meant, or `None` where a word is no slip or near to none."""
    if len(word) < FEWEST_LETTERS or word in words or word in english or word in FUNCTION_WORDS:
        return None
    alike = [each for each in words if each[0] == word[0]]
    if _is_made_of(word, words, english, _stems(english).union(terms_of(" ".join(alike)))):
        return None
    from rapidfuzz import process  # loaded only for a word that is not known as it stands
    from rapidfuzz.distance import OSA

    limit = 2 if len(word) >= TWO_EDITS else 1
    near = process.extract(word, alike, scorer=OSA.distance, score_cutoff=limit, limit=None)
    slips = [each for each in near if _is_slip(word, each[0], each[1])]
    return min(slips, key=lambda each: (each[1], -words[each[0]], each[0]), default=(None,))[0]


@cache
def _stems(english: frozenset[str]) -> frozenset[str]:
    return frozenset(terms_of(" ".join(english)))


def _is_made_of(word: str, words: Mapping[str, int], english: frozenset[str], stems: frozenset[str]) -> bool:
    """Whether a word is a known one in another form, with a prefix or an ending."""

    def is_known(part: str) -> bool:
        return len(part) >= FEWEST_PART and (part in words or part in english or not stems.isdisjoint(terms_of(part)))

    without = {word, *(word.removesuffix(ending) for ending in _ENDINGS)}
    without |= {part.removeprefix(prefix) for part in without for prefix in _PREFIXES}
    return any(map(is_known, without))


def _is_slip(typed: str, meant: str, distance: int) -> bool:
    """Whether letters are lost, put in or swapped, or replaced by those that sound alike or are beside them on a keyboard."""
    from rapidfuzz.distance import Levenshtein

    edits = Levenshtein.editops(typed, meant)
    return len(edits) > distance or all(
        typed[edit.src_pos] + meant[edit.dest_pos] in _CONFUSED for edit in edits if edit.tag == "replace"
    )


_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")
_PREFIXES = ("re", "un", "over", "under", "mis", "out", "non")
FEWEST_PART = 4  # letters of a word without what was put before or behind it
_ALIKE = "aeiouy ckqsxz bp dt fv gj mn lr vw".split()
_SIDE_BY_SIDE = (
    "qwa wesq erds rtfd tygf yuhg uijh iokj oplk asz sdxz dfcx fgvc ghbv hjnb jkmn kl zx xc cv vb bn nm".split()
)
_CONFUSED = frozenset(one + other for group in _ALIKE + _SIDE_BY_SIDE for one in group for other in group)
