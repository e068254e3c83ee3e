"""An article as the reader shows it: what is known of it, and its text with the quote and the furniture told apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from clipfile.app.dateline import first_words, published_in_words
from clipfile.app.links import web_link
from clipfile.corpus.article import Article, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is all quote or not, all furniture or not."""

    text: str
    quoted: bool
    furniture: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The reader's contents; what is not stated is empty. A paragraph is a line that is not blank, in pieces."""

    article: str
    title: str
    outlet: str
    date: str
    inferred_from: str
    author: str
    link: str
    quoted: bool
    paragraphs: tuple[tuple[Piece, ...], ...]


def reading_of(article: Article, quote: Span | None) -> Reading:
    """The article with a quote highlighted, or without one.

    Raises:
        ValueError: if the quote does not lie in the text.
    """
    if quote and not 0 <= quote.start < quote.end <= len(article.text):
        raise ValueError(
            f"{article.article_id} has {len(article.text)} characters; {quote.start} to {quote.end} is no part of it."
        )
    date, inferred_from = published_in_words(article.published)
    return Reading(
        article=article.article_id,
        title=first_words(article),
        outlet=article.outlet or "",
        date=date,
        inferred_from=inferred_from,
        author=article.author or "",
        link=web_link(article.url) or "",
        quoted=quote is not None,
        paragraphs=tuple(_paragraphs(article, quote)),
    )


def _paragraphs(article: Article, quote: Span | None) -> Iterator[tuple[Piece, ...]]:
    start = 0
    for line in article.text.splitlines(keepends=True):
        span = Span(start, start + len(line.rstrip()))
        start += len(line)
        if span.start < span.end:
            yield tuple(_pieces(article, span, quote))


def _pieces(article: Article, line: Span, quote: Span | None) -> Iterator[Piece]:
    """The line, cut wherever the quote or a furniture span begins or ends."""
    spans = [span for span in (*article.furniture, *([quote] if quote else [])) if span.overlaps(line)]
    inner = {edge for span in spans for edge in (span.start, span.end) if line.start < edge < line.end}
    edges = [line.start, *sorted(inner), line.end]
    for start, end in pairwise(edges):
        piece = Span(start, end)
        yield Piece(
            text=article.quote(piece),
            quoted=quote is not None and quote.overlaps(piece),
            furniture=any(span.overlaps(piece) for span in article.furniture),
        )
