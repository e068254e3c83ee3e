"""The reader beside the conversation: opened at a quote by any part of the page, through `openArticle` in page.js."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from clipfile.app.gradio_offline import gr
from clipfile.app.page_parts import part
from clipfile.app.reading import reading_of
from clipfile.corpus.article import Span
from clipfile.corpus.collection import Collection

TEMPLATE = """
<dialog class="reader" aria-labelledby="reader-title">
  <header class="reader-head">
    <button type="button" class="reader-close" aria-label="Close the article">Close</button>
    <h2 id="reader-title" class="reader-title" tabindex="-1"></h2>
    <div class="reader-facts"></div>
  </header>
  <div class="reader-text" tabindex="0" role="region" aria-label="Text of the article"></div>
</dialog>
"""


def add_reader(collection: Collection) -> gr.HTML:
    """Put the reader on the page."""
    return part("reader", TEMPLATE, server_functions=[article_opener(collection)])


def article_opener(collection: Collection) -> Callable[[Any], dict[str, Any]]:
    """The function that the reader calls: an article at a quote, or the sentence why it cannot be opened."""

    def open_article(place: Any) -> dict[str, Any]:
        try:
            article_id, quote = _place(place)
            if article_id not in collection.by_id:
                raise ValueError(f"{article_id!r} is not in this collection.")
            return asdict(reading_of(collection.by_id[article_id], quote))
        except ValueError as error:
            return {"error": str(error)}

    return open_article


def _place(place: Any) -> tuple[str, Span | None]:
    """An article and a span out of what the browser sent, which may be anything."""
    if not isinstance(place, dict) or not isinstance(place.get("article"), str):
        raise ValueError("Name an article to open.")
    start, end = place.get("start"), place.get("end")
    if start is None and end is None:
        return place["article"], None
    if type(start) is not int or type(end) is not int:
        raise ValueError("A quote is a pair of whole numbers: where it starts and ends.")
    return place["article"], Span(start, end)
