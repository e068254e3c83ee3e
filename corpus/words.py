"""The words of a sentence in the article's own voice: its quotations stand as one mark each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clipfile.corpus.article import Span
from clipfile.corpus.grammar_words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    PERIODS,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBORDINATORS,
)
from clipfile.corpus.times import MONTHS

QUOTED = "“”"  # what stands for a quotation
_MARKS = '“”"‘«»„'
_WORD = re.compile(
    r"\b(?:[DRIL]|DFL)-(?:(?:[A-Z]\.){2}|[A-Z][a-z]+\.(?=,|\s[a-z]))"  # R-Mont., D-N.Y.
    r"|(?:[A-Z]\.){2,}(?:-\w+)*|\b[A-Z]\.(?=\s[A-Z])"  # U.S.-backed, J. Smith
    r"|\b(?:Mr|Mrs|Ms|Mx|Dr|Jr|Sr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Cmdr|Capt|Sgt|Maj|Adm|Rev|Hon|Supt|Insp"
    r"|Pvt|Cpl|Det|Fr|Msgr|Atty|Dist|Brig|Asst|Dept)\."
    r"|\b(?:[Nn]os?|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.(?=\s\d)|\b[ap]\.m\."  # No. 14, Jan. 9, 10 a.m.
    r"|\b(?:Inc|Corp|Ltd|Co|Ave|Blvd|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo"
    r"|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.(?=,|\s[a-z])"
    r"|\d+(?:[.,:\u00a0 ]\d+)*(?:-[a-z][\w-]*)?\w*"
    r"|\w+(?:[’'.&/‑-]\w+)*"
    r"|--|[^\w\s]"
)
_ALSO_NAMES = frozenset("will per may april june august".split())  # first names that are small words or months as well
_MONTHS = frozenset(MONTHS)
_SMALL = frozenset(("early", "late", "mid")).union(
    ADVERBS, COORDINATORS, DETERMINERS, PERIODS, POSSESSIVES, PREPOSITIONS, QUANTIFIERS, SUBORDINATORS
)  # what stands before a month that is one
_BODIES = frozenset(("WHO", "US"))  # spelled like small words
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$", re.IGNORECASE)
_CLITIC = re.compile(r"(?:n[’']t|[’'](?:re|ve|ll|d|m))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark of punctuation, or a whole quotation; `text[start:end]`, offsets in characters.

    lower: in lower case, with straight apostrophes; a name that is spelled like a small word keeps its capital.
    is_capitalised: whether it begins with a capital letter.
    is_mark: whether it is punctuation or a quotation.
    """

    text: str
    start: int
    end: int
    lower: str
    is_capitalised: bool
    is_mark: bool

    @property
    def is_name(self) -> bool:
        """Whether it is known for a name, though it opens the sentence or is spelled like another word."""
        return self.is_capitalised and self.lower == self.text


def as_name(word: Word) -> Word:
    """The same word, known for a name: its `lower` keeps the capital."""
    return replace(word, lower=word.text)


def word_of(text: str, start: int) -> Word:
    """A word with what its spelling tells."""
    first = text[0]
    is_mark = not first.isalnum() and first not in "’'"
    return Word(text, start, start + len(text), text.lower().replace("’", "'"), first.isupper(), is_mark)


def words_of(text: str, sentence: Span, quoted: Sequence[Span] = ()) -> list[Word]:
    """The words of a sentence in order; a possessive ending and a shortened "is" or "not" are words of their own.

    Args:
        text: the article's text.
        sentence: the sentence.
        quoted: the quotations that are no part of the article's own voice, in order.
    """
    words: list[Word] = []
    start = sentence.start
    first = bisect_right(quoted, start, key=lambda one: one.end)
    last = bisect_left(quoted, sentence.end, key=lambda one: one.start)
    for quotation in quoted[first:last]:
        words.extend(_words_between(text, start, quotation.start))
        start = min(quotation.end, sentence.end)
        words.append(Word(QUOTED, max(quotation.start, sentence.start), start, QUOTED, False, True))
    words.extend(_words_between(text, start, sentence.end))
    shouted = not any(word.text.islower() for word in words)
    words = [as_name(word) if word.text in _BODIES and not shouted else word for word in words]
    return [_as_name(words, n) if one.lower in _ALSO_NAMES | _MONTHS else one for n, one in enumerate(words)]


def _as_name(words: Sequence[Word], at: int) -> Word:
    """A word such as "Will", with its capital also in `lower` where it is part of a name: "Will Loy", "Owen March"."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else word
    before = words[at - 1] if at else None
    if not word.is_capitalised or word.text.isupper() or words[-1].text == "?":
        return word
    if word.lower in _MONTHS and before and before.is_capitalised and not following.text[0].isdigit():
        return word if before.text.isupper() or before.lower in _SMALL else as_name(word)  # "Owen March"
    first = before is None or before.is_mark or before.lower not in _SMALL
    return as_name(word) if word.lower in _ALSO_NAMES and first and following.is_capitalised else word


def _words_between(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        found, at = match[0], match.start()
        if found in _MARKS or (found in "’'" and text[at - 1 : at] != "s"):
            continue  # the marks of words that are too few to be a quotation
        ending = (_POSSESSIVE.search(found) or _CLITIC.search(found)) if "’" in found or "'" in found else None
        if ending and ending.start():
            yield word_of(found[: ending.start()], at)
            yield word_of(ending[0], at + ending.start())
        else:
            yield word_of(found, at)
