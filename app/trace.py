"""Where a pasted text stands: word for word, with small edits, or in other words, the earliest article first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np

from clipfile.app.citation import Citation, cite_from
from clipfile.app.edits import change_a_figure, edits_between
from clipfile.corpus.article import Article, Span
from clipfile.corpus.near import near_place
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.verbatim import bare, verbatim_spans
from clipfile.index.hybrid import HybridIndex
from clipfile.index.paraphrase import REWRITE, paraphrases, rewrite_probability
from clipfile.index.tokens import terms_of, words_of

LEXICAL = 400  # passages that share most words with the text, looked through for its very words
PASSAGES = 30  # passages found, looked through for the text in other words
NEAR_ARTICLES = 20
FEWEST_WORDS = 4  # a shorter text stands in many places by chance
LONGEST = 5000  # characters


class TraceError(ValueError):
    """A text that cannot be traced; the message says what to do."""


class Relation(StrEnum):
    """How a quote goes with the text: its very words, its words with small edits, or its sense."""

    VERBATIM = "verbatim"
    NEAR = "near"
    REWRITE = "rewrite"


ORDER = tuple(Relation)


@dataclass(frozen=True, slots=True)
class Match(Citation):
    """A citation, and how it goes with the text; `edits` are the words that differ, as pasted and as printed here."""

    relation: Relation = field(kw_only=True)
    edits: tuple[tuple[str, str], ...] = field(kw_only=True, default=())

    @property
    def has_other_figures(self) -> bool:
        """Whether a figure of the text is another one here."""
        return change_a_figure(self.edits)


@dataclass(frozen=True, slots=True)
class Headline:
    """An article whose title the text is, which need not stand in its own text."""

    article: str
    title: str
    outlet: str | None
    published: str | None
    published_from: str | None


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a text stands: earliest article first, undated ones last.

    `earliest` and `latest` are of dated articles, and of those with the text's own figures, where there are any. Of undated
    articles alone the first is `earliest`. Nothing where the text is nowhere. `headlines` are in the same order.
    """

    text: str
    matches: tuple[Match, ...] = ()
    earliest: Match | None = None
    latest: Match | None = None
    headlines: tuple[Headline, ...] = ()


def trace_text(index: HybridIndex, text: str, as_of: date | None = None) -> Trace:
    """Where a text of one or more sentences, or a part of one, stands in the articles.

    Each sentence is traced by itself only where no article has all of them together.

    Raises:
        TraceError: if the text is too short or too long to be traced.
    """
    _checked(text)
    found = _matches(index, text, as_of)
    if not any(match.relation is not Relation.REWRITE for match in found):
        sentences = sentences_of(text)
        parts = [text[span.start : span.end] for span in sentences] if len(sentences) > 1 else []
        for part in parts:
            found += _matches(index, part, as_of) if len(words_of(part)) >= FEWEST_WORDS else []
    found = [_as_printed(match, text) for match in found]
    matches = tuple(sorted(_apart(found), key=lambda match: _when(index, match)))
    of_text = with_own_figures(matches)
    dated = [match for match in of_text if match.published]
    headlines = tuple(_headlines(index, text, as_of))
    return Trace(text, matches, next(iter(dated or of_text), None), dated[-1] if dated else None, headlines)


def _as_printed(match: Match, text: str) -> Match:
    """A rewrite of a text that is a part of it word for word, as what it is."""
    printed = match.relation is Relation.REWRITE and verbatim_spans(text, match.quote)
    return replace(match, score=1.0, relation=Relation.VERBATIM) if printed else match


def with_own_figures(matches: Sequence[Match]) -> Sequence[Match]:
    """The matches with the figures of the text; all of them if none has these."""
    return [match for match in matches if not match.has_other_figures] or matches


def _headlines(index: HybridIndex, text: str, as_of: date | None) -> list[Headline]:
    """The articles found whose title is the text, which is read with each of their passages."""
    numbers = {index.store.numbers[hit.passage.article_id] for hit in index.search(bare(text) or text, PASSAGES, as_of)}
    titled = []
    for number in sorted(numbers, key=lambda number: (int(index.store.article_days[number]), number)):
        article = index.article(index.store.article_ids[number])
        span = next(iter(verbatim_spans(article.title, text)), None) if article.title else None
        if span and article.title and 2 * (span.end - span.start) > len(article.title):
            date_ = article.published
            stated = (date_.edtf, date_.inferred_from) if date_ else (None, None)
            titled.append(Headline(article.article_id, article.title, article.outlet, *stated))
    return titled


def _checked(text: str) -> None:
    if len(words_of(text)) < FEWEST_WORDS:
        raise TraceError(f"The text {text.strip()!r} is too short to trace; paste {FEWEST_WORDS} words or more")
    if len(text) > LONGEST:
        raise TraceError(f"The text has {len(text):,} characters; trace it in pieces of {LONGEST:,} or fewer")


def _matches(index: HybridIndex, text: str, as_of: date | None) -> list[Match]:
    """Where one text stands; each article once for small edits or other words, and not where it has the very words."""
    found = _verbatim(index, text, as_of)
    seen = {match.article for match in found}
    hits = index.search(bare(text) or text, PASSAGES, as_of)
    articles = list(dict.fromkeys(hit.passage.article_id for hit in hits))
    for article_id in articles[:NEAR_ARTICLES]:
        article = index.article(article_id)
        place = near_place(article.text, bare(text)) if article_id not in seen else None
        if place and _is_article(article, place.span) and _has_each_sentence(article.quote(place.span), text):
            match = _match(index, article, place.span, place.similarity / 100, Relation.NEAR)
            found.append(replace(match, edits=edits_between(text, match.quote)))
            seen.add(article_id)
    best: dict[str, Match] = {}
    for each in paraphrases(index, index.query(bare(text) or text), hits):
        sure = rewrite_probability(each.signals)
        article_id = each.article.article_id
        if article_id not in seen and sure >= REWRITE and (article_id not in best or sure > best[article_id].score):
            best[article_id] = _match(index, each.article, each.span, sure, Relation.REWRITE)
    for match in list(best.values()):  # a copy of that sentence is as much a rewrite, wherever it stands
        for copy in _verbatim(index, match.quote, as_of):
            if copy.article not in seen:
                best.setdefault(copy.article, replace(copy, score=match.score, relation=Relation.REWRITE))
    return found + list(best.values())


def _has_each_sentence(place: str, text: str) -> bool:
    """Whether a place is near to every sentence of a text, not to a long one with another beside it."""
    sentences = [text[span.start : span.end] for span in sentences_of(text)]
    long = [bare(each) for each in sentences if len(words_of(each)) >= FEWEST_WORDS]
    return len(sentences) < 2 or all(near_place(place, each) for each in long)


def _verbatim(index: HybridIndex, text: str, as_of: date | None) -> list[Match]:
    numbers = _holding_most(index, text, as_of)
    articles = [index.article(index.store.article_ids[number]) for number in numbers]
    return [
        _match(index, article, span, 1.0, Relation.VERBATIM)
        for article in articles
        for span in verbatim_spans(article.text, text)
        if _is_article(article, span)
    ]


def _holding_most(index: HybridIndex, text: str, as_of: date | None) -> list[int]:
    """The numbers of the articles whose passages share most with a text, in the order of the collection."""
    allowed = index.allowed(as_of, None)
    passages = np.arange(len(index.store)) if allowed is None else allowed
    if len(passages) > LEXICAL:  # fewer are all looked through: BM25 gives nothing for a word that half of them have
        scores = index.store.bm25.scores(sorted(set(terms_of(text))))
        passages = passages[scores[passages] > 0]
        passages = passages[np.lexsort((passages, -scores[passages]))[:LEXICAL]]
    return np.unique(index.store.passage_articles[passages]).tolist()


def _is_article(article: Article, span: Span) -> bool:
    return not any(span.overlaps(furniture) for furniture in article.furniture)


def _match(index: HybridIndex, article: Article, span: Span, score: float, relation: Relation) -> Match:
    citation = cite_from(index.store, article.article_id, span, score)
    known: dict[str, Any] = {each.name: getattr(citation, each.name) for each in fields(Citation)}
    return Match(relation=relation, **known)


def _apart(matches: Iterable[Match]) -> list[Match]:
    """The matches without those that overlap a closer one in the same article."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda each: (ORDER.index(each.relation), -each.score, each.article, each.start)):
        span = Span(match.start, match.end)
        if not any(match.article == other.article and span.overlaps(Span(other.start, other.end)) for other in kept):
            kept.append(match)
    return kept


def _when(index: HybridIndex, match: Match) -> tuple[int, int, str, int]:
    """What matches are sorted by: the last day that the article can be from, undated ones last."""
    number = index.store.numbers[match.article]
    return (int(index.store.article_days[number]), ORDER.index(match.relation), match.article, match.start)
