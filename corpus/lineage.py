"""Lineage: within an origin, which article derives from which, and what tells so."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clipfile.corpus.article import Article
from clipfile.corpus.furniture import credit_line_of
from clipfile.corpus.origins import Kind, Shared

MUCH_SHORTER = 0.8  # of the other's length: an article that keeps less than this of another is the one that was cut
_KIND = re.compile(r"(?: (?:News|Press|Wire))?(?: (?:Agency|Service))$| (?:News|Wire)$")
DATELINE_WITHIN = 1500  # characters of the article's beginning, which can hold furniture


class ToldBy(StrEnum):
    """What tells the direction; `guess` where nothing does and the likelier one is given."""

    DATES = "dates"
    CREDIT = "credit"
    LENGTH = "length"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Derivation:
    """`derived` goes back to `source`; `order_known` is whether their dates tell so."""

    source: str
    derived: str
    kind: Kind
    order_known: bool
    told_by: ToldBy
    verbatim: float
    aligned: float


def derivations_of(articles: Sequence[Article], shared: Sequence[Shared], lengths: Sequence[int]) -> list[Derivation]:
    """For each article that goes back to another the one it is nearest to among those before it, in order.

    Args:
        articles: the collection.
        shared: the pairs that are copies or rewrites.
        lengths: words of each article outside furniture.
    """
    credits = credits_of(articles, {number for pair in shared for number in (pair.one, pair.other)})
    candidates = []
    for pair in shared:
        if pair.kind:
            source, derived, told_by = _direction(pair, articles, lengths, credits)
            guessed = told_by not in (ToldBy.DATES, ToldBy.CREDIT)
            nearness = round(pair.contained[derived == pair.other] if pair.kind is Kind.COPY else pair.sense, 3)
            rank = (pair.kind is Kind.REWRITE, not credits(derived, source), guessed, -nearness, source, derived)
            candidates.append((rank, source, derived, pair.kind, told_by, pair))
    sources: dict[int, int] = {}
    found: dict[int, Derivation] = {}
    for _, source, derived, kind, told_by, pair in sorted(candidates, key=lambda each: each[0]):
        if derived in sources or derived in _line(source, sources):
            continue
        sources[derived] = source
        ids = articles[source].article_id, articles[derived].article_id
        shares = round(pair.verbatim, 3), round(pair.aligned, 3)
        found[derived] = Derivation(*ids, kind, told_by is ToldBy.DATES, told_by, *shares)
    return [found[derived] for derived in sorted(found)]


def _line(article: int, sources: Mapping[int, int]) -> Iterator[int]:
    """An article and those before it, back to the first."""
    yield article
    while article in sources:
        article = sources[article]
        yield article


def credits_of(articles: Sequence[Article], wanted: set[int]) -> Callable[[int, int], bool]:
    """The function that says whether one article names another's outlet as where it comes from."""
    lines = {number: credit_words(articles[number]) for number in wanted}

    def credits(one: int, other: int) -> bool:
        outlet = articles[other].outlet
        own = articles[one].outlet
        return (
            bool(outlet) and outlet != own and re.search(rf"\b(?:{names_of(outlet or '')})\b", lines[one]) is not None
        )

    return credits


def names_of(outlet: str) -> str:
    """A pattern for what a dateline calls an outlet: by its name, without "News Agency" at the end, or by its initials."""
    words = outlet.split()
    initials = "".join(word[0] for word in words) if len(words) > 1 else outlet
    return "|".join(map(re.escape, (outlet, _KIND.sub("", outlet) or outlet, initials)))


def credit_words(article: Article) -> str:
    """The words of an article that name where it was taken from: author, dateline and the line at its end."""
    datelines = re.findall(r"\(([^()]{2,60})\)\s*[-–—]", article.text[:DATELINE_WITHIN])
    return " · ".join([article.author or "", *datelines, credit_line_of(article.text) or ""])


def _direction(
    pair: Shared, articles: Sequence[Article], lengths: Sequence[int], credits: Callable[[int, int], bool]
) -> tuple[int, int, ToldBy]:
    """Source, derived, and what tells so."""
    one, other = pair.one, pair.other
    for source, derived in ((one, other), (other, one)):
        first, second = articles[source].published, articles[derived].published
        if first and second and first.last_day < second.first_day:
            return source, derived, ToldBy.DATES
    if credits(one, other) != credits(other, one):
        return (other, one, ToldBy.CREDIT) if credits(one, other) else (one, other, ToldBy.CREDIT)
    for source, derived in ((one, other), (other, one)):
        if lengths[derived] < MUCH_SHORTER * lengths[source]:
            return source, derived, ToldBy.LENGTH
    source, derived = sorted((one, other), key=lambda number: (_last_day(articles[number]), -lengths[number], number))
    return source, derived, ToldBy.GUESS


def _last_day(article: Article) -> date:
    return article.published.last_day if article.published else date.max
