"""A citation in its time: who printed its words first and last, and which later article replaces its figure."""

from dataclasses import replace
from datetime import date

import numpy as np

from clipfile.app.citation import Citation, Elsewhere, elsewhere
from clipfile.app.later import later_than
from clipfile.corpus.article import Article, Span
from clipfile.corpus.verbatim import verbatim_spans
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import UNDATED, Store


def in_time(index: HybridIndex, citation: Citation, as_of: date | None = None) -> Citation:
    """The citation with its first and latest report and what replaces it, none of them beyond a date."""
    first, latest = first_and_latest(index.store, citation, as_of)
    return replace(citation, later=later_than(index, citation, as_of), first_reported=first, latest=latest)


def first_and_latest(
    store: Store, citation: Citation, as_of: date | None = None
) -> tuple[Elsewhere | None, Elsewhere | None]:
    """The first and the last dated article that print a citation's words, among those of its origin; `None` for itself.

    Those of the citation's own day are neither. An undated citation has none, since it may be from before or after the others.
    """
    own = store.numbers[citation.article]
    if store.article_days[own] == UNDATED:
        return None, None
    limit = UNDATED - 1 if as_of is None else as_of.toordinal()
    same = np.flatnonzero((store.origins == store.origins[own]) & (store.article_days <= limit))
    places = [
        (int(store.article_days[number]), int(number), span)
        for number in same
        if number != own and (span := _place(store.indexed_article(int(number)).article, citation.quote))
    ]
    day = int(store.article_days[own])
    earlier = min((place for place in places if place[0] < day), default=None)
    later = max((place for place in places if place[0] > day), default=None)
    first, latest = (
        elsewhere(store.indexed_article(place[1]).article, place[2]) if place else None for place in (earlier, later)
    )
    return first, latest


def _place(article: Article, words: str) -> Span | None:
    """Where an article first prints some words, furniture left out."""
    spans = verbatim_spans(article.text, words)
    return next((span for span in spans if not any(span.overlaps(other) for other in article.furniture)), None)
