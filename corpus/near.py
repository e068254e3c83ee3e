"""Where a text prints an excerpt with small edits: a word dropped or swapped, a typing error, another number."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from clipfile.corpus.article import Span

SIMILAR = 85.0  # of 100: see eval/trace_measure.py
SIMILAR_SHORT = 92.0  # where one word more or less is the difference
SHORT = 8  # words
_STEPS = 12  # words by which each end of the place found is moved at the most
_TOKEN = re.compile(r"\w+(?:[’'.,-]\w+)*[^\w\s]*")


@dataclass(frozen=True, slots=True)
class Near:
    """A place and how similar its words are to the excerpt: `fuzz.ratio`, 0 to 100."""

    span: Span
    similarity: float


def near_place(text: str, excerpt: str) -> Near | None:
    """The place of the text that is most similar to the excerpt, in whole words; `None` if none is similar enough."""
    words = [Span(*match.span()) for match in _TOKEN.finditer(text)]
    wanted = " ".join(excerpt.casefold().split())
    least = SIMILAR if len(wanted.split()) >= SHORT else SIMILAR_SHORT
    lowered = text.lower()
    if not words or not wanted or len(lowered) != len(text) or len(wanted) > len(lowered):
        return None
    found = fuzz.partial_ratio_alignment(wanted, lowered, score_cutoff=least - 15)
    if found is None:
        return None
    first = next((n for n, word in enumerate(words) if word.end > found.dest_start), len(words) - 1)
    last = next((n for n in range(len(words) - 1, -1, -1) if words[n].start < found.dest_end), 0)
    first, last, similarity = _fitted(lowered, wanted, words, first, max(first, last))
    if similarity < least:
        return None
    return Near(Span(words[first].start, words[last].end), similarity)


def _fitted(text: str, wanted: str, words: list[Span], first: int, last: int) -> tuple[int, int, float]:
    """The ends moved word by word as long as that makes the place more similar."""

    def similarity(one: int, other: int) -> float:
        return fuzz.ratio(wanted, " ".join(text[words[one].start : words[other].end].split()))

    best = similarity(first, last)
    for _ in range(2 * _STEPS):
        moves = ((first - 1, last), (first + 1, last), (first, last - 1), (first, last + 1))
        allowed = [(one, other) for one, other in moves if 0 <= one <= other < len(words)]
        score, move = max(((similarity(*move), move) for move in allowed), default=(0.0, (first, last)))
        if score <= best:
            break
        best, (first, last) = score, move
    return first, last, best
