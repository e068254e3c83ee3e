"""Whether an evidence file still holds: each quote checked against the articles as they are now."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from clipfile.app.evidence_file import facts_of, quotes_in, seal_of
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.verbatim import verbatim_spans

SHOWN = 60  # characters of a quote in a message


class Change(StrEnum):
    """What is no longer as it was saved."""

    FILE_CHANGED = "file changed"
    ARTICLE_MISSING = "article missing"
    ARTICLE_CHANGED = "article changed"
    FACTS_CHANGED = "facts changed"
    HASH_MISSING = "hash missing"
    QUOTE_MOVED = "quote moved"
    QUOTE_GONE = "quote gone"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that changed: of which article, `None` for the file itself, and in words."""

    change: Change
    article: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked, and everything that changed; it holds if nothing did."""

    quotes: int
    articles: int
    problems: tuple[Problem, ...]

    @property
    def holds(self) -> bool:
        """Whether all is as it was saved."""
        return not self.problems


def verify_evidence(evidence: Mapping[str, Any], collection: Collection) -> Verified:
    """Checks the file's own seal, the hash of every article cited, and that every quote stands at its place."""
    quotes = list({(q["article"], q["start"], q["end"], q["quote"]): q for q in quotes_in(evidence["answer"])}.values())
    problems = []
    if evidence.get("sha256") != seal_of(evidence):
        words = "the evidence file itself was changed after it was saved: its SHA-256 is not the one it states"
        problems.append(Problem(Change.FILE_CHANGED, None, words))
    cited = dict.fromkeys([*evidence["articles"], *(quote["article"] for quote in quotes)])
    for article_id in cited:
        problems += _article_problems(article_id, evidence["articles"].get(article_id), collection)
    for quote in quotes:
        article = collection.by_id.get(quote["article"])
        if article is not None:
            problems += _quote_problems(quote, article, collection)
    return Verified(len(quotes), len(cited), tuple(problems))


def _article_problems(article_id: str, saved: Any, collection: Collection) -> list[Problem]:
    stated = saved.get("sha256") if isinstance(saved, dict) else None
    if stated is None:
        return [Problem(Change.HASH_MISSING, article_id, f"{article_id} is cited, but its SHA-256 is not in the file")]
    article = collection.by_id.get(article_id)
    if article is None:
        same = next((other.article_id for other in collection if other.content_hash == stated), None)
        where = f"; {same} has the same text" if same else ""
        return [Problem(Change.ARTICLE_MISSING, article_id, f"{article_id} is not among the articles{where}")]
    if article.content_hash != stated:
        words = f"{article_id} has changed: its SHA-256 is {article.content_hash}, not {stated}"
        return [Problem(Change.ARTICLE_CHANGED, article_id, words)]
    now = facts_of(article)
    return [
        Problem(Change.FACTS_CHANGED, article_id, f"{article_id}: its {name} is {now[name]!r}, not {saved.get(name)!r}")
        for name in now
        if now[name] != saved.get(name)
    ]


def place_now(quote: Mapping[str, Any], article: Article) -> Span | None:
    """Where a quote of an evidence file stands in its article now: at its place, else the first other one, or nowhere."""
    start, end = quote["start"], quote["end"]
    if 0 <= start < end <= len(article.text) and article.text[start:end] == quote["quote"]:
        return Span(start, end)
    return next(iter(_places(article, quote["quote"])), None)


def _quote_problems(quote: Mapping[str, Any], article: Article, collection: Collection) -> list[Problem]:
    start, end, words = quote["start"], quote["end"], quote["quote"]
    if 0 <= start < end <= len(article.text) and article.text[start:end] == words:
        return []
    place = f"{article.article_id} does not hold {_short(words)} at {start}-{end}"
    here = _places(article, words)
    if here:
        now = f"{place}; it stands at {', '.join(f'{span.start}-{span.end}' for span in here)}"
        return [Problem(Change.QUOTE_MOVED, article.article_id, now)]
    elsewhere = [
        f"{other.article_id} {span.start}-{span.end}" for other in collection for span in _places(other, words)
    ]
    if elsewhere:
        now = f"{place}, nor anywhere else; it stands in {', '.join(elsewhere)}"
        return [Problem(Change.QUOTE_MOVED, article.article_id, now)]
    there = article.text[max(start, 0) : max(end, 0)]
    differ = next((place for place, (one, other) in enumerate(zip(words, there, strict=False)) if one != other), 0)
    said = f"does not hold {_short(words, differ)} at {start}-{end}, nor anywhere else"
    now = f"{article.article_id} {said}; there stands {_short(there, differ)}"
    return [Problem(Change.QUOTE_GONE, article.article_id, now)]


def _places(article: Article, words: str) -> list[Span]:
    """Where an article prints exactly these words; if nowhere, where it does but for white space and marks."""
    start = article.text.find(words) if words else -1
    return [Span(start, start + len(words))] if start >= 0 else verbatim_spans(article.text, words)


def _short(words: str, differs: int = 0) -> str:
    """Words on one line; of many, those about the character where they differ from others."""
    skipped = max(0, min(differs - SHOWN // 2, len(words) - SHOWN))
    folded = " ".join(words[skipped:].split())
    return f"“{'…' * (skipped > 0)}{folded[:SHOWN]}{'…' * (len(folded) > SHOWN)}”"
