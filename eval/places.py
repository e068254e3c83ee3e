"""Which characters of which article: whether what is shown covers a gold quote, and by how much."""

from collections.abc import Iterable
from dataclasses import dataclass

from clipfile.corpus.article import Span
from clipfile.eval.gold import GoldQuote

HIT_SHARE = 0.5  # a span hits a gold quote when it covers at least this share of the quote's characters


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """`text[start:end]` of an article."""

    article_id: str
    start: int
    end: int


def occurrences(text: str, quote: str) -> list[Span]:
    """Every place where a text prints a quote, in order; overlapping ones too."""
    found, start = [], text.find(quote) if quote else -1
    while start >= 0:
        found.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return found


def hits(place: Place, gold: GoldQuote) -> bool:
    """Whether a place alone covers at least half of a gold quote's characters, where the article prints it."""
    return place.article_id == gold.article_id and any(
        min(place.end, span.end) - max(place.start, span.start) >= HIT_SHARE * (span.end - span.start)
        for span in gold.spans
    )


def together_hit(places: Iterable[Place], gold: GoldQuote) -> bool:
    """Whether places taken together cover at least half of a gold quote's characters."""
    covered = {
        position
        for place in places
        if place.article_id == gold.article_id
        for span in gold.spans
        for position in range(max(place.start, span.start), min(place.end, span.end))
    }
    return any(
        sum(position in covered for position in range(span.start, span.end)) >= HIT_SHARE * (span.end - span.start)
        for span in gold.spans
    )


def hits_any(place: Place, gold: Iterable[GoldQuote]) -> bool:
    """Whether a place hits at least one of the gold quotes."""
    return any(hits(place, quote) for quote in gold)


def characters(places: Iterable[Place]) -> set[tuple[str, int]]:
    """The characters of places, each counted once: article and offset."""
    return {(place.article_id, position) for place in places for position in range(place.start, place.end)}


def gold_characters(gold: Iterable[GoldQuote]) -> set[tuple[str, int]]:
    """The characters of gold quotes, at every place where they are printed."""
    return characters(Place(quote.article_id, span.start, span.end) for quote in gold for span in quote.spans)
