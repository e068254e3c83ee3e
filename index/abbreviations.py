"""Abbreviations that an article itself expands: "Southern Coast Guard Service (SCGS)" or the other way round.

The long form is found as by Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
Text" (2003), doi:10.1142/9789812776303_0042, and has to give the first letter of each of its longer words to the short one.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clipfile.index.tokens import FUNCTION_WORDS, fold, terms_of, words_of

ABBREVIATIONS = "abbreviations.json"
LONGEST = 10  # letters of a short form
MOST_MORE_WORDS = 5  # words that a long form may have more than the short one has letters

_SHORT = r"[A-Z][A-Za-z&.-]*[A-Z][A-Za-z.]*"
_LONG_FIRST = re.compile(rf"(?P<before>[^()\n]{{3,160}}?)[ ]?\((?:the[ ])?[“\"'‘]?(?P<short>{_SHORT})[”\"'’]?\)")
_SHORT_FIRST = re.compile(rf"\b(?P<short>{_SHORT})[ ]\((?:the[ ])?(?P<long>[^()\n]{{5,100}})\)")
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form with what it stands for; `is_word` if the articles also print its letters as an ordinary word."""

    short: str
    long: str
    is_word: bool = False


def abbreviations_in(texts: Iterable[str]) -> list[Abbreviation]:
    """The abbreviations that texts expand, by short form; of several long forms the one found most often."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    lower: set[str] = set()
    for text in texts:
        for match in _LONG_FIRST.finditer(text):
            if long := long_form(match["short"], match["before"]):
                found[_plain(match["short"])][long] += 1
        for match in _SHORT_FIRST.finditer(text):
            long = match["long"].strip()
            if long_form(match["short"], long) == long:
                found[_plain(match["short"])][long] += 1
        lower.update(word.rstrip(".") for word in _WORD.findall(text) if word.islower())
    return [
        Abbreviation(short, max(longs, key=lambda long: (longs[long], long)), _is_word(short, lower))
        for short, longs in sorted(found.items())
    ]


def long_form(short: str, before: str) -> str | None:
    """The end of a text that a short form abbreviates, or `None`: its letters in order, the first at a word's beginning."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    if not 2 <= len(letters) <= LONGEST:
        return None
    words = list(_WORD.finditer(before))
    for match in reversed(words[-(len(letters) + MOST_MORE_WORDS) :]):
        long = before[match.start() :].strip()
        if fold(long)[:1] == letters[0] and _abbreviates(letters, long):
            return long if len(long) > len(short) else None
    return None


def _abbreviates(letters: list[str], long: str) -> bool:
    """Whether the letters stand in the long form in order and every longer word of it gives its first one."""
    words = [fold(word).replace(".", "") for word in _WORD.findall(long)]
    return any(len(word) > 1 for word in words) and _taken(tuple(letters), tuple(words))


def _taken(letters: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if word in FUNCTION_WORDS and _taken(letters, rest):
        return True
    if not letters or not word.startswith(letters[0]):
        return False
    return any(_taken(letters[taken:], rest) for taken in _runs(letters, word))


def _runs(letters: tuple[str, ...], word: str) -> Iterable[int]:
    """How many of the letters a word can give, its first one included."""
    position = 0
    for taken, letter in enumerate(letters, 1):
        position = word.find(letter, position) + 1
        if not position:
            return
        yield taken


def _plain(short: str) -> str:
    return short.replace(".", "")


def _is_word(short: str, lower: set[str]) -> bool:
    return short.lower() in lower or short.lower() in FUNCTION_WORDS


def write_abbreviations(generation: Path, texts: Iterable[str]) -> None:
    """Writes the abbreviations that the articles of a generation expand."""
    records = [{"short": each.short, "long": each.long, "is_word": each.is_word} for each in abbreviations_in(texts)]
    (generation / ABBREVIATIONS).write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")


def read_abbreviations(generation: Path) -> list[Abbreviation]:
    """The abbreviations of a generation."""
    records = json.loads((generation / ABBREVIATIONS).read_text(encoding="utf-8"))
    return [Abbreviation(**record) for record in records]


def both_forms(text: str, abbreviations: Iterable[Abbreviation]) -> list[str]:
    """The forms that a text leaves out: the long one of each short form in it, and the short one of each long form.

    A short form that is an ordinary word too counts only where it is written with its capitals.
    """
    words, terms = words_of(text), terms_of(text)
    missing = []
    for each in abbreviations:
        long = terms_of(each.long)
        has_long = any(terms[start : start + len(long)] == long for start in range(len(terms)))
        pattern = rf"(?<!\w){re.escape(each.short)}(?:['’]?s)?(?!\w)"
        has_short = bool(re.search(pattern, text)) or (not each.is_word and fold(each.short) in words)
        if has_short and not has_long:
            missing.append(each.long)
        elif has_long and not has_short:
            missing.append(each.short)
    return missing
