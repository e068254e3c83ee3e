"""The tree of an origin: order, depth and the lines that go on."""

from itertools import pairwise

from clipfile.app.lineage_tree import tree_of
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.lineage import Derivation, ToldBy
from clipfile.corpus.origins import Kind


def collection(**dates: str | None) -> Collection:
    articles = [
        Article(name, f"{name}.", published=PublicationDate(date) if date else None) for name, date in dates.items()
    ]
    return Collection(tuple(articles))


def derived(source: str, article: str) -> Derivation:
    return Derivation(source, article, Kind.COPY, True, ToldBy.DATES, 0.9, 0.9)


def drawn(articles: Collection, *derivations: Derivation) -> list[tuple[str, tuple[bool, ...]]]:
    ids = [article.article_id for article in articles]
    return [(branch.article, branch.guides) for branch in tree_of(ids, derivations, articles)]


def test_derived_articles_stand_below_their_source_by_date():
    articles = collection(late="2024-05-03", wire="2024-05-01", undated=None, early="2024-05-02")
    found = drawn(articles, derived("wire", "late"), derived("wire", "early"), derived("wire", "undated"))
    assert found == [("wire", ()), ("early", (True,)), ("late", (True,)), ("undated", (False,))]


def test_line_of_a_sibling_goes_on_past_a_grandchild():
    articles = collection(wire="2024-05-01", one="2024-05-02", below="2024-05-03", two="2024-05-04")
    found = drawn(articles, derived("wire", "one"), derived("one", "below"), derived("wire", "two"))
    assert found == [("wire", ()), ("one", (True,)), ("below", (True, False)), ("two", (False,))]


def test_origin_without_a_derivation_between_two_articles_has_two_roots():
    articles = collection(a="2024-05-02", b="2024-05-01", c="2024-05-03")
    assert drawn(articles, derived("a", "c")) == [("b", ()), ("a", ()), ("c", (False,))]


def test_long_line_of_copies_is_drawn_whole():
    names = [f"a{number:04}" for number in range(3000)]
    articles = collection(**dict.fromkeys(names, "2024"))
    chain = [derived(source, article) for source, article in pairwise(names)]
    assert len(tree_of(names, chain, articles)) == 3000
