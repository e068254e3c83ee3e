"""A citation: a verbatim span of an article, with all that is known of who says it, where and when."""

from dataclasses import dataclass, replace

from clipfile.corpus.article import Article, Span
from clipfile.corpus.voice import Voice
from clipfile.index.store import Store


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A quote of another article that goes with a citation."""

    article: str
    outlet: str | None
    published: str | None
    published_from: str | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Citation:
    """`article.text[start:end] == quote`, always. `None` stands for "not stated".

    `score` is a share from 0 to 1: how sure it is that the quote answers. `later` is the latest quote, up to the as-of date,
    whose figure replaces one of this quote's. `first_reported` and `latest` are the first and the last dated article of its
    origin that print these words, where that is another article. All three are `None` where there is none, or where it was not
    looked for. `speakers` are all whose words the quote holds, where its clauses or sentences are several people's.
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
    later: Elsewhere | None = None
    first_reported: Elsewhere | None = None
    latest: Elsewhere | None = None
    speakers: tuple[str, ...] = ()


def cite(article: Article, span: Span, score: float, origin: int | None = None, voice: Voice | None = None) -> Citation:
    """The citation of a span of an article, whose origin has this number and whose words have this voice."""
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
        speaker=voice.speaker if voice else None,
        voice=voice.kind.value if voice else None,
        origin=origin,
        score=round(score, 4),
    )


def elsewhere(article: Article, span: Span) -> Elsewhere:
    """A span of an article as what goes with a citation of another."""
    published = article.published
    return Elsewhere(
        article=article.article_id,
        outlet=article.outlet,
        published=published.edtf if published else None,
        published_from=published.inferred_from if published else None,
        start=span.start,
        end=span.end,
        quote=article.quote(span),
    )


def cite_from(store: Store, article_id: str, span: Span, score: float) -> Citation:
    """The citation of a span with all that an index knows of it."""
    indexed = store.indexed(article_id)
    citation = cite(indexed.article, span, score, store.origin(article_id), indexed.voice(span))
    return replace(citation, speakers=indexed.speakers(span))
