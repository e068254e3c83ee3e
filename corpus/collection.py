"""A folder of articles, read: the articles, and the files that were passed over with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clipfile.corpus.article import Article, ArticleError


class CollectionError(ArticleError):
    """A folder that cannot be read as a collection; the message says which, what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the collection, and why, in a sentence."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The articles of a folder, ordered by id."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    by_id: dict[str, Article] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Makes the articles findable by id."""
        object.__setattr__(self, "by_id", {article.article_id: article for article in self.articles})

    def __iter__(self) -> Iterator[Article]:
        """The articles in order of their ids."""
        return iter(self.articles)

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self.articles)
