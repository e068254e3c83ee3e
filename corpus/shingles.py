"""Text that articles share word for word: runs of five words, and which share of one article's stand in another.

Broder, "On the resemblance and containment of documents" (1997), doi:10.1109/SEQUEN.1997.666900: containment is counted on
a sample of the runs, those whose hash is divisible by a number, where a collection has very many.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from clipfile.corpus.article import Article, Span
from clipfile.corpus.paragraphs import paragraphs_of
from clipfile.corpus.quotations import quotations_of

RUN = 5  # words
MOST_KEPT = 10_000_000  # runs of a whole collection; of more, a sample is kept
NEIGHBOURS = 10  # holders of one run that are paired with each other, so that boilerplate does not pair everything
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))  # the finaliser of SplitMix64
_BASE = np.uint64(0x9E3779B97F4A7C15)


def folded_words(text: str) -> list[str]:
    """The words of a text in lower case and without accents, numbers as printed; punctuation is left out."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(letter for letter in decomposed if not unicodedata.combining(letter)))


class ShingledTexts:
    """The hashed runs of words of every article: sorted arrays of uint64, one an article, each run once."""

    def __init__(self, articles: Iterable[tuple[Article, Sequence[Span]]]) -> None:
        numbers: dict[str, int] = {}
        runs = []
        for article, sentences in articles:
            words = folded_words(" ".join(article.quote(sentence) for sentence in sentences))
            known = np.fromiter((numbers.setdefault(word, len(numbers) + 1) for word in words), np.uint64, len(words))
            runs.append(_hashed_runs(known))
        self.sampling = 1 + sum(len(each) for each in runs) // MOST_KEPT
        self.runs: list[NDArray[np.uint64]] = [np.unique(each[each % np.uint64(self.sampling) == 0]) for each in runs]

    def containment(self, one: int, other: int) -> float:
        """The share of one article's runs that stand in the other, 0 to 1."""
        own = self.runs[one]
        return len(np.intersect1d(own, self.runs[other], assume_unique=True)) / len(own) if len(own) else 0.0

    def pairs(self, least: float) -> Iterator[tuple[int, int]]:
        """The pairs of articles, in order, of which one can have this share of its runs in the other."""
        if not self.runs:
            return
        sizes = [len(each) for each in self.runs]
        hashes = np.concatenate(self.runs)
        holders = np.repeat(np.arange(len(self.runs)), sizes)
        order = np.argsort(hashes, kind="stable")
        hashes, holders = hashes[order], holders[order]
        shared: Counter[tuple[int, int]] = Counter()
        for step in range(1, NEIGHBOURS + 1):
            same = hashes[step:] == hashes[:-step]
            if not same.any():
                break
            keys, counts = np.unique(holders[:-step][same] * len(self.runs) + holders[step:][same], return_counts=True)
            for key, count in zip(keys.tolist(), counts.tolist(), strict=True):
                shared[divmod(key, len(self.runs))] += count
        for (one, other), count in sorted(shared.items()):
            if count >= least * min(sizes[one], sizes[other]):
                yield one, other


def runs_outside_quotations(article: Article, sentences: Sequence[Span]) -> frozenset[tuple[str, ...]]:
    """The runs of words of an article's own: articles that print one statement share no more than that."""
    text = article.text
    quoted = [one.span for one in quotations_of(text, paragraphs_of(text))]
    own: list[str] = []
    for sentence in sentences:
        start = sentence.start
        for span in filter(sentence.overlaps, quoted):
            own.append(text[start : span.start])
            start = span.end
        own.append(text[start : sentence.end])
    words = folded_words(" ".join(own))
    return frozenset(zip(*(words[offset:] for offset in range(RUN)), strict=False))


def _hashed_runs(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    if len(words) < RUN:
        return np.zeros(0, np.uint64)
    hashed = np.zeros(len(words) - RUN + 1, np.uint64)
    for offset in range(RUN):
        hashed = hashed * _BASE + words[offset : len(words) - RUN + 1 + offset]
    hashed = (hashed ^ (hashed >> np.uint64(30))) * _MIX[0]
    hashed = (hashed ^ (hashed >> np.uint64(27))) * _MIX[1]
    return hashed ^ (hashed >> np.uint64(31))
