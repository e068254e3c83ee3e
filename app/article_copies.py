"""Which articles are one text: copies and near-copies, by the runs of words that they share."""

from collections.abc import Sequence
from functools import lru_cache

from clipfile.corpus.article import Article
from clipfile.index.tokens import words_of

RUN = 5  # words
SAME_TEXT = 0.5  # share of the shorter article's runs that the other holds too


def origins_of(articles: Sequence[Article]) -> dict[str, int]:
    """A number for each article by id; near-copies share one."""
    numbers: dict[str, int] = {}
    for position, article in enumerate(articles):
        same = next((other for other in articles[:position] if are_copies(article, other)), None)
        numbers[article.article_id] = numbers[same.article_id] if same else position
    return numbers


def are_copies(a: Article, b: Article) -> bool:
    """Whether two articles share most of the shorter one's runs of words."""
    smaller, larger = sorted((_runs(a.text), _runs(b.text)), key=len)
    return bool(smaller) and len(smaller & larger) >= SAME_TEXT * len(smaller)


@lru_cache(maxsize=500)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = words_of(text)
    return frozenset(tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
