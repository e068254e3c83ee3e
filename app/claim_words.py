"""The words of a claim or a sentence, each with its place and its search term."""

import re
from dataclasses import dataclass
from functools import lru_cache

from clipfile.index.tokens import FUNCTION_WORDS, fold, terms_of

_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|(?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SHORTENED_NOT = re.compile(r"n[’']t$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `text[start:end]`; `term` is its stem, empty for a function word; `lower` is folded, without 's."""

    text: str
    start: int
    end: int
    lower: str
    term: str

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=20_000)
def words_in(text: str) -> tuple[Word, ...]:
    """The words in order; marks are left out, and `don’t` is one word, `not` its folded form."""
    return tuple(_word(match) for match in _WORD.finditer(text))


def _word(match: re.Match[str]) -> Word:
    written = match[0]
    if _SHORTENED_NOT.search(written):
        return Word(written, match.start(), match.end(), "not", "")
    lower = fold(_POSSESSIVE.sub("", written).replace("’", "'").replace(".", "" if written[0].isalpha() else "."))
    terms = [] if lower in FUNCTION_WORDS else terms_of(written)
    return Word(written, match.start(), match.end(), lower, terms[0] if terms else "")


def content_of(words: tuple[Word, ...]) -> list[int]:
    """The positions of the words that carry meaning."""
    return [position for position, word in enumerate(words) if word.term]
