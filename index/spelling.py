"""Slips of spelling in a question: a word that neither an article nor English has is read as the nearest of the articles'."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from clipfile.index.tokens import FUNCTION_WORDS, fold, words_of
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
    """Words common enough in English to be one token of the installed encoder; not slips, whatever the articles hold."""
    lines = (base_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line.isalpha())


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
    from rapidfuzz import process  # loaded only for a word that is not known as it stands
    from rapidfuzz.distance import OSA

    if any(word.removesuffix(ending) in words or word.removesuffix(ending) in english for ending in _ENDINGS):
        return None
    limit = 2 if len(word) >= TWO_EDITS else 1
    near = process.extract(
        word, [each for each in words if each[0] == word[0]], scorer=OSA.distance, score_cutoff=limit, limit=None
    )
    return min(near, key=lambda each: (each[1], -words[each[0]], each[0]), default=(None,))[0]


_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")  # of a known word: another form of it, not a slip
