from datetime import date
from pathlib import Path

import pytest

from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.index.build import build_index
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

ARTICLES = (
    Article(
        "august", "The strike began in August. Nine ships wait.", outlet="Post", published=PublicationDate("2024-08~")
    ),
    Article("day", "The strike ended. Ten ships left.", outlet="Herald", published=PublicationDate("2024-09-10")),
    Article("undated", "The strike is a strike. Eleven ships wait."),
    Article("year", "A strike of the year 2024. Twelve ships wait.", outlet="Post", published=PublicationDate("2024")),
)


@pytest.fixture
def index(fake_encoder, tmp_path: Path) -> HybridIndex:
    build_index(Collection(ARTICLES), tmp_path, fake_encoder)
    return HybridIndex(open_store(tmp_path), fake_encoder)


def found(index: HybridIndex, **restrictions) -> set[str]:
    return {hit.passage.article_id for hit in index.search("strike ships", 10, **restrictions)}


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2024, 8, 30), set()),
        (date(2024, 8, 31), {"august"}),
        (date(2024, 9, 10), {"august", "day"}),
        (date(2024, 12, 31), {"august", "day", "year"}),
    ],
)
def test_no_article_that_may_be_later_takes_part(index: HybridIndex, as_of: date, expected: set[str]) -> None:
    assert found(index, as_of=as_of) == expected


def test_only_the_named_outlets_take_part(index: HybridIndex) -> None:
    assert found(index, outlets={"Post"}) == {"august", "year"}


def test_without_restrictions_every_article_takes_part(index: HybridIndex) -> None:
    assert found(index) == {"august", "day", "undated", "year"}


def test_a_restriction_leaves_out_before_the_best_are_chosen(index: HybridIndex) -> None:
    hits = index.search("eleven ships wait", 1, as_of=date(2024, 8, 31))
    assert [hit.passage.article_id for hit in hits] == ["august"]


def test_a_passage_can_be_read_again_by_its_number(index: HybridIndex) -> None:
    for hit in index.search("strike", 10):
        assert index.passage(hit.number) == hit.passage
        article = index.article(hit.passage.article_id)
        assert [article.quote(span) for span in index.sentences(hit.passage)]


def test_asking_for_no_passage_is_refused(index: HybridIndex) -> None:
    with pytest.raises(ValueError, match="top_k is 0; ask for 1 or more"):
        index.search("strike", 0)


def test_a_query_without_a_known_word_still_has_nearest_passages(index: HybridIndex) -> None:
    assert len(index.search("zebra", 10)) == len(ARTICLES)
