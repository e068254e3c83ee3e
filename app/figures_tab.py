"""The Figures tab: words for what is counted in, every figure for it out, as a table, a plot over time and CSV."""

import logging
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from threading import Lock
from typing import Any

from clipfile.app.asked import checked_as_of, well_formed
from clipfile.app.dateline import date_in_words, published_in_words
from clipfile.app.figure_plot import plots_of, value_in_words
from clipfile.app.gradio_offline import gr
from clipfile.app.in_words import counted
from clipfile.app.ledger import DateOf, Row, to_csv
from clipfile.app.page_parts import part
from clipfile.app.turns import as_of_in_words
from clipfile.corpus.collection import Collection
from clipfile.corpus.hedges import Hedge
from clipfile.corpus.units import NUMBER, PERCENT

Figures = Callable[[str, str | None], Sequence[Row]]

ROWS_AT_A_TIME = 100
MOST_PLOTTED = 2000  # figures; more are no longer told apart
LONGEST_WORDS = 200  # characters; the rest is left out
SUGGESTED = 8
MOST_ARTICLES = 1000  # in a collection that is read through for suggestions
UNEXPECTED = "Something went wrong with these figures. The terminal that Clipfile runs in has the details."

TEMPLATE = """
<section class="figures" aria-label="Figures">
  <form class="asking" role="search">
    <label class="asking-text">What is counted
      <input type="search" placeholder="people displaced; or empty for all"></label>
    <div class="asking-options">
      <label class="asking-as-of">As of <input type="text" placeholder="any date"></label>
      <button type="submit" class="send">Show figures</button>
    </div>
    <p class="asking-help">2024, 2024-08 or 2024-08-31: later and undated articles are left out</p>
  </form>
  <p class="suggestions" hidden></p>
  <p class="announcement unseen" role="status"></p>
  <div class="figures-result"></div>
</section>
"""
HEDGES = {
    Hedge.ABOUT: "about",
    Hedge.NEARLY: "nearly",
    Hedge.AT_LEAST: "at least",
    Hedge.MORE_THAN: "more than",
    Hedge.AT_MOST: "up to",
    Hedge.LESS_THAN: "less than",
}

logger = logging.getLogger(__name__)


def add_figures_tab(figures: Figures, collection: Collection) -> gr.HTML:
    """Put the search for figures, the plot and the table into the tab that is open."""
    return part(
        "figures",
        TEMPLATE,
        server_functions=[figure_lister(figures, collection), figure_suggester(figures, collection)],
    )


def figure_lister(figures: Figures, collection: Collection) -> Callable[[Any], dict[str, Any]]:
    """The function that the tab calls: the rows from `offset` on, with the plots and the CSV of all for the first ones.

    What goes wrong is a sentence under `error`.
    """
    lock = Lock()

    def list_figures(wanted: Any) -> dict[str, Any]:
        wanted = wanted if isinstance(wanted, dict) else {}
        words, offset = wanted.get("words"), wanted.get("offset")
        words = well_formed(words[:LONGEST_WORDS].strip()) if isinstance(words, str) else ""
        first = max(offset, 0) if type(offset) is int else 0
        try:
            as_of = checked_as_of(wanted.get("as_of"))
            with lock:
                rows = figures(words, as_of)
        except ValueError as error:
            return {"error": str(error)}
        except Exception:
            logger.exception("Figures failed")
            return {"error": UNEXPECTED}
        shown: dict[str, Any] = {
            "words": words,
            "badge": as_of_in_words(as_of),
            "summary": summary_of(rows),
            "found": len(rows),
            "rows": rows_shown(rows[first : first + ROWS_AT_A_TIME], collection),
        }
        if first == 0:
            plotted = rows if words and len(rows) <= MOST_PLOTTED else []
            shown |= {"plots": [asdict(plot) for plot in plots_of(plotted)], "csv": to_csv(rows)}
            shown["plotted"] = rows_shown(plotted, collection)
        return shown

    return list_figures


def figure_suggester(figures: Figures, collection: Collection) -> Callable[[Any], list[str]]:
    """The function that names what most articles count, the most frequent first; nothing of a large collection."""

    def suggest_figures(_: Any) -> list[str]:
        return most_counted(figures("", None)) if len(collection) <= MOST_ARTICLES else []

    return suggest_figures


def most_counted(rows: Sequence[Row]) -> list[str]:
    """What is counted in most articles, in words of more than one, and in two articles at least."""
    articles: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.counted and " " in row.counted:
            articles[row.counted].add(row.article)
    several = [what for what, found in articles.items() if len(found) > 1]
    return sorted(several, key=lambda what: (-len(articles[what]), what))[:SUGGESTED]


def summary_of(rows: Sequence[Row]) -> str:
    """How many figures in how many articles: "6 figures in 4 articles"."""
    articles = len({row.article for row in rows})
    if not rows:
        return "No figure for these words. Name what is counted in a word or two."
    return f"{counted(len(rows), 'figure')} in {counted(articles, 'article')}"


def rows_shown(rows: Sequence[Row], collection: Collection) -> list[dict[str, Any]]:
    """Rows of the ledger as the page shows them; what is not stated is empty."""
    return [_shown(row, *published_in_words(collection.by_id[row.article].published)) for row in rows]


def _shown(row: Row, published: str, inferred_from: str) -> dict[str, Any]:
    return {
        "article": row.article,
        "start": row.sentence_start,
        "end": row.sentence_end,
        "value": row.value,
        "read_as": read_as(row),
        "unit": "" if row.unit in (NUMBER, PERCENT) else row.unit,
        "counted": " ".join(filter(None, (row.counted, f"of {row.base}" if row.base else ""))),
        "as_of": " to ".join(date_in_words(day) for day in row.as_of.split("/")) if row.as_of else "",
        "date_of": row.date_of if row.date_of is not DateOf.AS_OF else "",
        "outlet": row.outlet or "",
        "date": published,
        "inferred_from": inferred_from,
        "speaker": row.speaker or "",
        "sentence": row.sentence,
    }


def read_as(row: Row) -> str:
    """The value as it was read: "at least 700,000", "2,000 to 10,000"."""
    low, high = (None if value is None else value_in_words(value, row.unit) for value in (row.low, row.high))
    if low and high and low != high:
        return f"{low} to {high}"
    return " ".join(filter(None, (HEDGES.get(Hedge(row.hedge)), low or high)))
