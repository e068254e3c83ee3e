"""The Collection tab: what is in the folder, what is known of each article, and the files that were passed over."""

from collections.abc import Callable
from typing import Any

from clipfile.app.dateline import first_words, published_in_words, time_span
from clipfile.app.gradio_offline import gr
from clipfile.app.page_parts import part
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection

ROWS_AT_A_TIME = 100
LONGEST_SEARCH = 200  # characters; the rest is left out

TEMPLATE = """
<section class="collection" aria-label="The collection">
  <form class="collection-filter" role="search">
    <label>Show articles with <input type="search" placeholder="a word of the title, outlet or date"></label>
  </form>
  <p class="collection-count" role="status"></p>
  <table>
    <thead>
      <tr><th scope="col">Article</th><th scope="col">Outlet</th><th scope="col">Published</th>
      <th scope="col" class="words">Words</th></tr>
    </thead>
    <tbody></tbody>
  </table>
  <button type="button" class="more plain">Show more</button>
  <details class="skipped"><summary></summary><ul></ul></details>
</section>
"""


def add_collection_tab(collection: Collection) -> gr.HTML:
    """Put the table of articles into the tab that is open."""
    return part("collection", TEMPLATE, server_functions=[article_lister(collection)])


def article_lister(collection: Collection) -> Callable[[Any], dict[str, Any]]:
    """The function that the table calls: the rows from `offset` on whose title, outlet or date holds `search`."""
    skipped = [{"name": skipped.path.name, "reason": skipped.reason} for skipped in collection.skipped]

    def list_articles(wanted: Any) -> dict[str, Any]:
        wanted = wanted if isinstance(wanted, dict) else {}
        search, offset = wanted.get("search"), wanted.get("offset")
        first = max(offset, 0) if type(offset) is int else 0
        words = search[:LONGEST_SEARCH].casefold().split() if isinstance(search, str) else []
        found = [article for article in collection if all(word in _searched(article) for word in words)]
        return {
            "rows": [_row(article) for article in found[first : first + ROWS_AT_A_TIME]],
            "found": len(found),
            "total": len(collection),
            "skipped": skipped[:ROWS_AT_A_TIME],
            "skipped_total": len(skipped),
        }

    return list_articles


def collection_in_words(collection: Collection) -> str:
    """The collection in a line: "5 articles · August 2024 to January 2025"."""
    number = f"{len(collection):,} article" + ("" if len(collection) == 1 else "s")
    dates = time_span([article.published for article in collection if article.published])
    return f"{number} · {dates}" if dates else number


def _row(article: Article) -> dict[str, Any]:
    date, inferred_from = published_in_words(article.published)
    return {
        "article": article.article_id,
        "title": first_words(article),
        "outlet": article.outlet or "",
        "date": date,
        "inferred_from": inferred_from,
        "words": len(article.text.split()),
    }


def _searched(article: Article) -> str:
    """What the words of a search are looked for in."""
    date, _ = published_in_words(article.published)
    return f"{first_words(article)} {article.outlet or ''} {date} {article.article_id}".casefold()
