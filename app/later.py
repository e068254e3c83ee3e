"""The later article that gives a newer figure for what a quote counts: "later: …"."""

import re
from collections.abc import Iterator
from datetime import date

import numpy as np

from clipfile.app.citation import Citation, Elsewhere, elsewhere
from clipfile.app.stated import stated_in
from clipfile.corpus.article import Span
from clipfile.corpus.continued import continues
from clipfile.corpus.differences import Stated, Why, differences, is_later
from clipfile.corpus.times import period
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import UNDATED

NEAR = 24  # passages looked through: those whose vectors are nearest to that of the quote's own passage
LONG_BEFORE = 60  # days between the time that a figure is given for and its article, beyond which it is history
_ONCE = re.compile(r"\b(?:at one point|had been|once had|used to|at (?:its|the) (?:height|peak)|from \d{4} to \d{4})\b")


def later_than(index: HybridIndex, citation: Citation, as_of: date | None = None) -> Elsewhere | None:
    """The latest quote, up to a date, whose figure replaces one of a citation's; `None` where no article has one."""
    span = Span(citation.start, citation.end)
    indexed = index.store.indexed(citation.article)
    figures = [each for each in stated_in(indexed, span) if not _is_history(each)]
    if not figures or not indexed.article.published:
        return None
    latest: Stated | None = None
    for other in _near(index, citation, as_of):
        for older, newer, difference in differences(figures, [other]):
            if difference.why is Why.LATER_UPDATE and is_later(latest or older, newer) and continues(older, newer):
                latest = newer
    return elsewhere(latest.article, latest.sentence) if latest else None


def _is_history(stated: Stated) -> bool:
    """Whether the article itself gives a figure for a time long before: "in 2015 it had 21" is not replaced by later counts."""
    published, as_of = stated.article.published, stated.figure.as_of
    if _ONCE.search(stated.words):
        return True
    return bool(published and as_of and (published.first_day - period(as_of)[1]).days > LONG_BEFORE)


def _near(index: HybridIndex, citation: Citation, as_of: date | None) -> Iterator[Stated]:
    """The figures of later articles in the passages nearest to the citation's, nearest first."""
    store = index.store
    article = store.numbers[citation.article]
    first, last = np.searchsorted(store.passage_articles, (article, article + 1))
    own = int(first + np.searchsorted(store.passage_spans[first:last, 1], citation.start, side="right"))
    if own >= last:
        return
    for number in index.near(own, NEAR, as_of):
        passage = index.passage(number)
        indexed = store.indexed(passage.article_id)
        if store.article_days[article] < store.article_days[store.numbers[passage.article_id]] < UNDATED:
            yield from stated_in(indexed, Span(passage.start, passage.end))
