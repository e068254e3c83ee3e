"""The words of a sentence in the article's own voice: its quotations stand as one mark each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clipfile.corpus.article import Span

QUOTED = "“”"  # what stands for a quotation
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?:-\w+)*|\b[A-Z]\.(?=\s[A-Z])"  # U.S.-backed, J. Smith
    r"|\b(?:Mr|Mrs|Ms|Mx|Dr|Jr|Sr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Cmdr|Capt|Sgt|Maj|Adm|Rev|Hon|Supt|Insp)\."
    r"|\d+(?:[.,:\u00a0 ]\d+)*(?:-[a-z][\w-]*)?\w*"
    r"|\w+(?:[’'.&/‑-]\w+)*"
    r"|--|[^\w\s]"
)
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$", re.IGNORECASE)
_CLITIC = re.compile(r"(?:n[’']t|[’'](?:re|ve|ll|d|m))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark of punctuation, or a whole quotation; `text[start:end]`, offsets in characters."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """In lower case, with straight apostrophes."""
        return self.text.lower().replace("’", "'")

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation or a quotation."""
        return not (self.text[0].isalnum() or self.text[0] in "’'")


def words_of(text: str, sentence: Span, quoted: Sequence[Span] = ()) -> list[Word]:
    """The words of a sentence in order; a possessive ending and a shortened "is" or "not" are words of their own.

    Args:
        text: the article's text.
        sentence: the sentence.
        quoted: the quotations that are no part of the article's own voice, in order.
    """
    words: list[Word] = []
    start = sentence.start
    for quotation in quoted:
        if quotation.end <= start or quotation.start >= sentence.end:
            continue
        words.extend(_words_between(text, start, quotation.start))
        start = min(quotation.end, sentence.end)
        words.append(Word(QUOTED, max(quotation.start, sentence.start), start))
    words.extend(_words_between(text, start, sentence.end))
    return words


def _words_between(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        word, at = match[0], match.start()
        if word in '“”"‘«»„' or (word in "’'" and text[at - 1 : at] != "s"):
            continue  # the marks of words that are too few to be a quotation
        ending = _POSSESSIVE.search(word) or _CLITIC.search(word)
        if ending and ending.start():
            yield Word(word[: ending.start()], at, at + ending.start())
            yield Word(ending[0], at + ending.start(), match.end())
        else:
            yield Word(word, at, match.end())
