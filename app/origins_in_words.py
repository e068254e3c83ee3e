"""Origins and derivations as a person reads them in a terminal, and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from clipfile.app.dateline import first_words, outlet_in_words, published_in_words
from clipfile.app.in_words import counted, printable
from clipfile.corpus.article import Article
from clipfile.corpus.changes import Change, ChangeKind
from clipfile.corpus.collection import Collection
from clipfile.corpus.lineage import Derivation, ToldBy
from clipfile.corpus.origins import Kind, Origin

VERBS = {Kind.COPY: "copies", Kind.REWRITE: "rewrites"}
REASONS = {
    ToldBy.DATES: "it is dated later",
    ToldBy.CREDIT: "it names that outlet as its source",
    ToldBy.LENGTH: "it is shorter; their dates do not tell which came first",
    ToldBy.GUESS: "likely; their dates do not tell which came first",
}


def origins_record(origins: Sequence[Origin], derivations: Sequence[Derivation]) -> dict[str, Any]:
    """The JSON object: every origin with its articles, and the derivations."""
    return {"origins": [asdict(each) for each in origins], "derivations": [asdict(each) for each in derivations]}


def origins_in_words(origins: Sequence[Origin], derivations: Sequence[Derivation], collection: Collection) -> str:
    """The origins of several articles with what derives from what; the others are counted."""
    n_articles = sum(len(origin.articles) for origin in origins)
    blocks = [f"{counted(n_articles, 'article')}, {counted(len(origins), 'origin')}"]
    for origin in origins:
        if len(origin.articles) == 1:
            continue
        lines = [f"{len(origin.articles)} articles of one origin"]
        lines += [f"  {_article(article_id, collection)}" for article_id in origin.articles]
        lines += [f"  {derivation_in_words(each)}" for each in derivations if each.derived in origin.articles]
        blocks.append("\n".join(lines))
    alone = sum(len(origin.articles) == 1 for origin in origins)
    blocks.append(f"{counted(alone, 'article')} with an origin of {'its' if alone == 1 else 'their'} own")
    return printable("\n\n".join(blocks))


def derivation_in_words(derivation: Derivation) -> str:
    """Which article goes back to which, and what tells so."""
    return f"{derivation.derived} {VERBS[derivation.kind]} {derivation.source}: {REASONS[derivation.told_by]}"


def changes_in_words(changes: Sequence[Change], source: Article, derived: Article) -> str:
    """Each sentence of two articles: the source's after "-", the derived one's after "+", one line where it is kept."""
    blocks = []
    for change in changes:
        before = " ".join(source.quote(change.source).split()) if change.source else ""
        after = " ".join(derived.quote(change.derived).split()) if change.derived else ""
        if change.kinds == (ChangeKind.SAME,):
            blocks.append(f"same\n= {after}")
            continue
        lines = [", ".join(change.kinds)]
        lines += [f"- {before}"] if before else []
        lines += [f"+ {after}"] if after else []
        blocks.append("\n".join(lines))
    return printable("\n\n".join(blocks))


def _article(article_id: str, collection: Collection) -> str:
    article = collection.by_id[article_id]
    date, _ = published_in_words(article.published)
    return f"{article_id} · {outlet_in_words(article.outlet)} · {date} · {first_words(article)}"
