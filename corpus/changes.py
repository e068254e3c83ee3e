"""What became of each sentence when one article was made from another: kept, reworded, renumbered, reattributed, or gone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.alignment import SAME_SENSE, aligned
from clipfile.corpus.article import Article, Span
from clipfile.corpus.numbers import numbers_in
from clipfile.corpus.voice import Voice, voices_of

_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|\w+(?:[’'-]\w+)*")

_SMALL = frozenset("a an the of for in at s his her their its".split())


class ChangeKind(StrEnum):
    """What happened to a sentence; `reattributed` is another voice or another speaker."""

    SAME = "same"
    REWORDED = "reworded"
    RENUMBERED = "renumbered"
    REATTRIBUTED = "reattributed"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence of the source beside its counterpart; `None` where there is none.

    dropped: the words of the source, as spans of its text, that the counterpart lacks.
    added: the words of the counterpart that the source lacks.
    """

    kinds: tuple[ChangeKind, ...]
    source: Span | None
    derived: Span | None
    dropped: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()


def changes_between(
    source: Article,
    derived: Article,
    sentences: tuple[Sequence[Span], Sequence[Span]],
    vectors: tuple[NDArray[np.float32], NDArray[np.float32]],
) -> list[Change]:
    """Every sentence of both articles once, in the order of the derived one; what it dropped stands where it was.

    Args:
        source: the article that the other goes back to.
        derived: the other.
        sentences: those of the source, and those of the derived article.
        vectors: theirs, (n_sentences, dimension) each, rows of unit length.
    """
    pairs = {pair.other: pair.one for pair in aligned(*vectors, least=SAME_SENSE)}
    kept = set(pairs.values())
    voices = [voices_of(one.text, own, one.emphasis) for one, own in zip((source, derived), sentences, strict=True)]
    changes: list[Change] = []
    told = 0  # the sentences of the source before this one have been dealt with
    for number, span in enumerate(sentences[1]):
        if number not in pairs:
            changes.append(Change((ChangeKind.ADDED,), None, span))
            continue
        of_source = pairs[number]
        changes += [_dropped(sentences[0][n]) for n in range(told, of_source) if n not in kept]
        told = max(told, of_source)
        reattributed = _is_reattributed(voices[0][of_source], voices[1][number])
        changes.append(_compared(source, derived, sentences[0][of_source], span, reattributed))
    return changes + [_dropped(sentences[0][n]) for n in range(told, len(sentences[0])) if n not in kept]


def _dropped(span: Span) -> Change:
    return Change((ChangeKind.DROPPED,), span, None)


def _is_reattributed(before: Voice, after: Voice) -> bool:
    """Whether a sentence became the outlet's own, a quotation lost its marks, or somebody else is said to have said it."""
    if before.kind is not after.kind:
        return True
    named = before.speaker and after.speaker
    return bool(named) and not _parts(before.speaker) & _parts(after.speaker)


def _parts(speaker: str | None) -> set[str]:
    return {word for word in re.findall(r"\w+", (speaker or "").casefold()) if word not in _SMALL}


def _compared(source: Article, derived: Article, one: Span, other: Span, reattributed: bool) -> Change:
    words, others = list(_words(source, one)), list(_words(derived, other))
    matcher = SequenceMatcher(None, [word for word, _ in words], [word for word, _ in others], autojunk=False)
    dropped, added = [], []
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            dropped += [Span(words[start][1].start, words[end - 1][1].end)] if end > start else []
            added += (
                [Span(others[other_start][1].start, others[other_end - 1][1].end)] if other_end > other_start else []
            )
    kinds = _kinds(source.quote(one), derived.quote(other), reattributed, bool(dropped or added))
    return Change(kinds, one, other, tuple(dropped), tuple(added))


def _words(article: Article, sentence: Span) -> Iterator[tuple[str, Span]]:
    for match in _WORD.finditer(article.text, sentence.start, sentence.end):
        yield match[0].casefold().replace("’", "'"), Span(*match.span())


def _kinds(before: str, after: str, reattributed: bool, reworded: bool) -> tuple[ChangeKind, ...]:
    kinds = []
    one, other = _values(before), _values(after)
    if one - other and other - one:
        kinds.append(ChangeKind.RENUMBERED)
    if reattributed:
        kinds.append(ChangeKind.REATTRIBUTED)
    if reworded and not kinds:
        kinds.append(ChangeKind.REWORDED)
    return tuple(kinds) or (ChangeKind.SAME,)


def _values(text: str) -> set[float]:
    """The numbers of a sentence, "one" left out, since it is mostly a pronoun."""
    return {
        round(each.low, 3)
        for each in numbers_in(text)
        if each.low == each.high and not (each.in_words and each.low == 1)
    }
