"""The Origins tab: which articles share a source, drawn as trees, and two of them side by side."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict
from threading import Lock
from typing import Any

from clipfile.app.collection_tab import article_lister
from clipfile.app.dateline import first_words, published_in_words
from clipfile.app.gradio_offline import gr
from clipfile.app.in_words import counted
from clipfile.app.lineage_tree import Branch, tree_of
from clipfile.app.origins_in_words import REASONS
from clipfile.app.page_parts import part
from clipfile.app.side_by_side import counted_kinds, side_by_side
from clipfile.corpus.changes import Change
from clipfile.corpus.collection import Collection
from clipfile.corpus.lineage import Derivation, ToldBy
from clipfile.corpus.origins import Origin

Origins = Callable[[], tuple[Sequence[Origin], Sequence[Derivation]]]
Changes = Callable[[str, str], Sequence[Change]]

MOST_SHOWN = 200  # origins of several articles, and articles with an origin of their own
UNEXPECTED = "Something went wrong with these articles. The terminal that Clipfile runs in has the details."

TEMPLATE = """
<section class="origins" aria-label="Origins">
  <p class="origins-lead">Articles that copy or rewrite one another share one origin and count as one voice.</p>
  <p class="announcement unseen" role="status"></p>
  <div class="origins-result"></div>
  <form class="comparing" aria-label="Compare any two articles">
    <p class="comparing-title">Any two articles</p>
    <label class="comparing-filter" hidden>Offer articles with
      <input type="search" placeholder="a word of the title, outlet or date"></label>
    <label>First <select name="source" aria-label="First article"></select></label>
    <label>Second <select name="derived" aria-label="Second article"></select></label>
    <button type="submit" class="send">Compare</button>
  </form>
  <div class="comparison"></div>
</section>
"""

logger = logging.getLogger(__name__)


def add_origins_tab(origins: Origins, changes: Changes, collection: Collection) -> gr.HTML:
    """Put the trees of origins into the tab that is open."""
    functions: list[Callable] = [
        origin_lister(origins, collection),
        article_comparer(origins, changes, collection),
        article_lister(collection),
    ]
    return part("origins", TEMPLATE, server_functions=functions)


def origin_lister(origins: Origins, collection: Collection) -> Callable[[Any], dict[str, Any]]:
    """The function that gives the trees of origins with several articles, and the articles with one of their own."""

    def list_origins(_: Any) -> dict[str, Any]:
        try:
            found, derivations = origins()
        except Exception:
            logger.exception("Origins failed")
            return {"error": UNEXPECTED}
        shared = [origin for origin in found if len(origin.articles) > 1]
        alone = [origin.articles[0] for origin in found if len(origin.articles) == 1]
        return {
            "summary": _summary(len(collection), len(found)),
            "trees": [
                [_line(branch, collection) for branch in tree_of(origin.articles, derivations, collection)]
                for origin in shared[:MOST_SHOWN]
            ],
            "trees_left": max(0, len(shared) - MOST_SHOWN),
            "alone": [_facts(article_id, collection) for article_id in alone[:MOST_SHOWN]],
            "alone_total": len(alone),
        }

    return list_origins


def article_comparer(origins: Origins, changes: Changes, collection: Collection) -> Callable[[Any], dict[str, Any]]:
    """The function that lays any two articles side by side, or gives the sentence why they cannot be.

    Only of articles of one origin it is said that one dropped or added something.
    """
    lock = Lock()

    def compare_articles(wanted: Any) -> dict[str, Any]:
        wanted = wanted if isinstance(wanted, dict) else {}
        source, derived = wanted.get("source"), wanted.get("derived")
        if not (isinstance(source, str) and isinstance(derived, str)) or source == derived:
            return {"error": "Choose two different articles to compare."}
        try:
            with lock:
                found = changes(source, derived)
                related = any({source, derived} <= set(origin.articles) for origin in origins()[0])
            pairs = side_by_side(found, collection.by_id[source], collection.by_id[derived], related=related)
        except ValueError as error:
            return {"error": str(error)}
        except Exception:
            logger.exception("A comparison failed")
            return {"error": UNEXPECTED}
        return {
            "source": _facts(source, collection),
            "derived": _facts(derived, collection),
            "summary": counted_kinds(found, related=related),
            "related": related,
            "pairs": [asdict(pair) for pair in pairs],
        }

    return compare_articles


def _summary(articles: int, origins: int) -> str:
    return f"{counted(articles, 'article')}, {counted(origins, 'origin')}"


def _line(branch: Branch, collection: Collection) -> dict[str, Any]:
    """A line of a tree; of a root without `source`."""
    line = _facts(branch.article, collection) | {"guides": branch.guides}
    if branch.derivation is None:
        return line
    derivation = branch.derivation
    certain = derivation.told_by in (ToldBy.DATES, ToldBy.CREDIT)
    told = {"source": derivation.source, "kind": derivation.kind, "reason": REASONS[derivation.told_by]}
    return line | told | {"certain": certain}


def _facts(article_id: str, collection: Collection) -> dict[str, Any]:
    article = collection.by_id[article_id]
    date, inferred_from = published_in_words(article.published)
    facts = {"article": article_id, "title": first_words(article), "outlet": article.outlet or ""}
    return facts | {"date": date, "inferred_from": inferred_from}
