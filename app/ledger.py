"""The figure ledger: every figure of a collection that measures what was asked for, oldest first, with its sentence."""

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from enum import StrEnum

from clipfile.corpus.article import Span
from clipfile.corpus.figures import Figure
from clipfile.corpus.measured import figure_words, key_words
from clipfile.corpus.times import period
from clipfile.corpus.units import CURRENCIES, normalised, unit_named
from clipfile.index.store import IndexedArticle

_ASKING = frozenset(
    "how many much number numbers figure figures count total what is are was were have has been".split()
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is a formula to a spreadsheet


class DateOf(StrEnum):
    """Where a row's date comes from."""

    AS_OF = "as_of"  # the text says as of when the figure holds
    PUBLISHED = "published"  # it does not; the article's date stands in
    NONE = "none"  # neither is known


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of the ledger; `value` is verbatim. `None` stands for "not stated".

    `date` is what the row is sorted by, as EDTF, and `date_of` where it comes from. `start` and `end` are the figure's
    place in the article, `sentence_start` and `sentence_end` that of its sentence.
    """

    value: str
    low: float | None
    high: float | None
    hedge: str
    unit: str
    counted: str | None
    base: str | None
    date: str | None
    date_of: DateOf
    as_of: str | None
    article: str
    outlet: str | None
    published: str | None
    speaker: str | None
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    sentence: str


def ledger(collection: Sequence[IndexedArticle], query: str = "") -> list[Row]:
    """The figures that measure what the words of a query say, by date, undated ones last; all for an empty query.

    A figure is chosen when every word of the query, or a synonym, is among the words for what it counts. A unit in the
    query ("dollars", "per cent", "metres") must be the figure's.
    """
    units, words = _asked(query)
    rows = [
        _row(one, sentence, figure)
        for one in collection
        for figure, sentence in _with_sentences(one)
        if words <= figure_words(figure) and units <= {figure.unit.partition(" per ")[0]}
    ]
    return sorted(rows, key=_order)


def to_csv(rows: Sequence[Row]) -> str:
    """The rows as CSV with a header; text that a spreadsheet would take for a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in fields(Row)])
    for row in rows:
        writer.writerow([_cell(value) for value in asdict(row).values()])
    return out.getvalue()


def _asked(query: str) -> tuple[set[str], frozenset[str]]:
    """The units that a query names, and the key words of the rest."""
    units, rest = set(), []
    for word in query.replace("per cent", "percent").split():
        unit = normalised(word.strip("?.,!"))
        if unit in CURRENCIES or unit_named(unit):
            units.add(unit)
        elif word.lower().strip("?.,!") not in _ASKING:
            rest.append(word)
    return units, key_words(" ".join(rest))


def _with_sentences(one: IndexedArticle) -> list[tuple[Figure, Span]]:
    pairs, position = [], 0
    for figure in one.figures:
        while position + 1 < len(one.sentences) and one.sentences[position].end <= figure.start:
            position += 1
        pairs.append((figure, one.sentences[position]))
    return pairs


def _row(indexed: IndexedArticle, sentence: Span, figure: Figure) -> Row:
    article = indexed.article
    published = article.published.edtf if article.published else None
    date_of = DateOf.AS_OF if figure.as_of else DateOf.PUBLISHED if published else DateOf.NONE
    return Row(
        value=article.text[figure.start : figure.end],
        low=figure.low,
        high=figure.high,
        hedge=figure.hedge.value,
        unit=figure.unit,
        counted=figure.counted,
        base=figure.base,
        date=figure.as_of or published,
        date_of=date_of,
        as_of=figure.as_of,
        article=article.article_id,
        outlet=article.outlet,
        published=published,
        speaker=indexed.voice(sentence).at(figure.start).speaker,
        start=figure.start,
        end=figure.end,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        sentence=article.quote(sentence),
    )


def _order(row: Row) -> tuple[bool, date, date, str, int]:
    """By the last day that the date can mean, so that "in 2024" stands behind "as of 27 September 2024"."""
    first, last = period(row.date) if row.date else (date.max, date.max)
    return row.date is None, last, first, row.article, row.start


def _cell(value: object) -> object:
    if isinstance(value, float):
        return f"{value:.10g}" if abs(value) < 1e10 else f"{value:.0f}"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
