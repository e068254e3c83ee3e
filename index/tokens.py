"""Text to search terms: lower case, no accents, English stems, numbers and abbreviations in one spelling."""

import re
import unicodedata
from functools import cache, lru_cache

import Stemmer

FUNCTION_WORDS = frozenset(
    "a about an and are as at be been being but by can could did do does for from had has have he her him his how i if "
    "in into is it its many me much my of on or our she should so some such than that the their them then there these "
    "they this those to was we were what when where which who whom whose why will with would you your".split()
)
_ABBREVIATION = re.compile(r"\b(?:[a-z]\.){2,}")
_THOUSANDS = re.compile(r"(?<=\d)[,\u202f\u00a0](?=\d{3}\b)")
_PERCENT = re.compile(r"%|\bper\s?cent\b")
_POSSESSIVE = re.compile(r"['’]s?\b")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
_TERM = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return _stemmer().stemWord(word)


def fold(text: str) -> str:
    """Lower case without accents: `Jovenel Moïse` becomes `jovenel moise`, `Łódź` `lodz`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The words of a text, folded and not stemmed: `U.S.` is `us`, `3,661` is `3661`, `80%` is `80 percent`."""
    text = _ABBREVIATION.sub(lambda found: found.group().replace(".", ""), fold(text))
    text = _PERCENT.sub(" percent ", _THOUSANDS.sub("", text))
    return _TERM.findall(_POSSESSIVE.sub(" ", text))


def terms_of(text: str) -> list[str]:
    """The search terms of a text, in order: stems of its words, without function words; `five-year` gives two."""
    return [_stem(word) for word in words_of(text) if word not in FUNCTION_WORDS]
