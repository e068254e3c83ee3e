"""A citation: a verbatim span of an article, with all that is known of who says it, where and when."""

from dataclasses import dataclass

from clipfile.corpus.article import Article, Span


@dataclass(frozen=True, slots=True)
class Citation:
    """`article.text[start:end] == quote`, always. `None` stands for "not stated".

    `score` is a share from 0 to 1: how sure it is that the quote answers.
    """

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    published_from: str | None
    start: int
    end: int
    quote: str
    speaker: str | None
    voice: str | None
    origin: int | None
    score: float


def cite(article: Article, span: Span, score: float, origin: int | None = None) -> Citation:
    """The citation of a span of an article, whose origin has this number."""
    published = article.published
    return Citation(
        article=article.article_id,
        title=article.title,
        outlet=article.outlet,
        published=published.edtf if published else None,
        published_from=published.inferred_from if published else None,
        start=span.start,
        end=span.end,
        quote=article.quote(span),
        speaker=None,
        voice=None,
        origin=origin,
        score=round(score, 4),
    )
