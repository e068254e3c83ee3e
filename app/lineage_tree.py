"""The articles of one origin as a tree in lines: each below the article that it goes back to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from clipfile.corpus.collection import Collection
from clipfile.corpus.lineage import Derivation


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the tree; `derivation` is how the article goes back to the one above it, `None` for a root.

    guides: for each level of the tree down to this article's, whether its line goes on below this one.
    """

    article: str
    derivation: Derivation | None
    guides: tuple[bool, ...] = ()


def tree_of(articles: Sequence[str], derivations: Sequence[Derivation], collection: Collection) -> list[Branch]:
    """The tree from top to bottom, roots and siblings by date, undated ones last.

    Args:
        articles: the ids of an origin's articles.
        derivations: those of the collection; at most one for each derived article, and no circle.
        collection: the articles.
    """
    members = set(articles)
    derived = {each.derived: each for each in derivations if each.derived in members}
    below: dict[str, list[str]] = defaultdict(list)
    for each in derived.values():
        below[each.source].append(each.derived)

    def by_date(article_ids: Sequence[str]) -> list[str]:
        return sorted(article_ids, key=lambda article_id: (_days(collection, article_id), article_id))

    roots = by_date([article_id for article_id in articles if article_id not in derived])
    waiting: list[tuple[str, tuple[bool, ...]]] = [(root, ()) for root in reversed(roots)]
    branches = []
    while waiting:
        article_id, guides = waiting.pop()
        branches.append(Branch(article_id, derived.get(article_id), guides))
        children = by_date(below[article_id])
        waiting += [(child, (*guides, child != children[-1])) for child in reversed(children)]
    return branches


def _days(collection: Collection, article_id: str) -> tuple[bool, int]:
    published = collection.by_id[article_id].published
    return published is None, published.last_day.toordinal() if published else 0
