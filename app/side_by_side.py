"""Two articles side by side, sentence by sentence, with the words marked that one has and the other lacks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from clipfile.corpus.article import Article, Span
from clipfile.corpus.changes import Change, ChangeKind

KINDS = {
    ChangeKind.SAME: "the same",
    ChangeKind.REWORDED: "reworded",
    ChangeKind.RENUMBERED: "other figures",
    ChangeKind.REATTRIBUTED: "attributed otherwise",
    ChangeKind.DROPPED: "dropped",
    ChangeKind.ADDED: "added",
}
UNRELATED = KINDS | {ChangeKind.DROPPED: "only in the first", ChangeKind.ADDED: "only in the second"}


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A run of a sentence; `marked` where the counterpart lacks it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence at `text[start:end]` of its article, in pieces that make it up."""

    article: str
    start: int
    end: int
    pieces: tuple[MarkedPiece, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the source beside its counterpart, `None` where there is none; `kinds` in words."""

    kinds: tuple[str, ...]
    same: bool
    source: MarkedSentence | None
    derived: MarkedSentence | None


def side_by_side(changes: Sequence[Change], source: Article, derived: Article, *, related: bool = True) -> list[Pair]:
    """The changes as pairs of sentences, in their order.

    Args:
        changes: what became of each sentence.
        source: the article that the other goes back to, or the first of the two.
        derived: the other.
        related: whether one goes back to the other; else nothing is said to be dropped or added.
    """
    words = KINDS if related else UNRELATED
    return [
        Pair(
            tuple(words[kind] for kind in change.kinds),
            change.kinds == (ChangeKind.SAME,),
            _marked(source, change.source, change.dropped),
            _marked(derived, change.derived, change.added),
        )
        for change in changes
    ]


def counted_kinds(changes: Sequence[Change], *, related: bool = True) -> str:
    """How many sentences became what: "the same: 12 · reworded: 3 · dropped: 1"."""
    counts = Counter(kind for change in changes for kind in change.kinds)
    told = [f"{words}: {counts[kind]}" for kind, words in (KINDS if related else UNRELATED).items() if counts[kind]]
    return " · ".join(told) or "Neither article has a sentence."


def _marked(article: Article, sentence: Span | None, words: Sequence[Span]) -> MarkedSentence | None:
    if sentence is None:
        return None
    edges = sorted({sentence.start, sentence.end, *(edge for span in words for edge in (span.start, span.end))})
    pieces = [
        MarkedPiece(article.text[start:end], any(span.start <= start and end <= span.end for span in words))
        for start, end in pairwise(edges)
    ]
    return MarkedSentence(article.article_id, sentence.start, sentence.end, tuple(pieces))
