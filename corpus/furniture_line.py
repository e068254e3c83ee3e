"""One line of a page, as the rules for furniture see it."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from clipfile.corpus.article import Span
from clipfile.corpus.furniture_wording import Kind

STOP = re.compile(r"[.!?…][\"”’')\]]*$")
_FULL_STOP = re.compile(r"(?:\.|…)[\"”’')\]]*$|[.!?][”\"’]$")
_INNER_STOP = re.compile(r"[a-z”’\"][.!?][”’\"]? [A-Z“‘\"]")
BYLINE = re.compile(r"by\b", re.IGNORECASE)
_LONG = 25  # words; a headline that is longer is known by the byline below it
_LONGEST_HEADLINE = 60
_CLOSED = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_SHORT = 5  # words; labels, names and tags


@dataclass(frozen=True)
class Line:
    """A paragraph with what its own wording makes it."""

    span: Span
    words: str
    kind: Kind | None
    blank_before: bool

    @cached_property
    def length(self) -> int:
        """Words."""
        return len(self.words.split())

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as running text and not as a headline."""
        if self.length >= _LONG:
            return True
        if self.length < 4:
            return False
        return bool(_FULL_STOP.search(self.words) or (STOP.search(self.words) and _INNER_STOP.search(self.words)))

    @cached_property
    def is_short(self) -> bool:
        """Whether it is a label or a name: a few words that are no sentence."""
        return self.length <= _SHORT and not STOP.search(self.words)


def is_long_headline(lines: Sequence[Line], number: int) -> bool:
    """Whether a line as long as a paragraph is a headline: nothing closes it, and a byline or a date stands below it."""
    below = next((line for line in lines[number + 1 : number + 3] if line.kind or line.is_prose), None)
    return (
        _LONG <= lines[number].length <= _LONGEST_HEADLINE
        and not _CLOSED.search(lines[number].words)
        and below is not None
        and below.kind is Kind.STAMP
    )


def body_of(lines: Sequence[Line], marked: Set[int]) -> list[int]:
    """The numbers of the lines of running text that are not marked as furniture."""
    return [number for number, line in enumerate(lines) if number not in marked and line.is_prose]
