"""The desk over a folder that changes while it is open, as it does under a page."""

import shutil
from pathlib import Path

import pytest

from clipfile.app.desk import Desk, open_desk, update_index
from clipfile.corpus.collection import CollectionError

FERRY = "Ferry stops\n\nThe ferry to Osterhamn stopped on Monday. Ida Lund said nobody complained.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY)
    return folder


@pytest.fixture
def desk(articles, tmp_path) -> Desk:
    return open_desk(articles, tmp_path / "index")


def test_desk_that_is_held_answers_after_another_command_has_built_the_index_anew(desk, articles):
    desk.hold()
    (articles / "bus.txt").write_text("Bus starts\n\nA bus runs to Osterhamn from Tuesday.\n")
    update_index(articles, desk.index.store.folder.parent, desk.index.encoder)
    assert not desk.index.store.folder.exists()
    assert {each.article for each in desk.ask("When did the ferry stop?").citations} == {"ferry"}
    assert desk.check("The ferry stopped on Monday.").claim
    assert len(desk.origins()[0]) == 1
    assert len(desk.collection) == 1


def test_articles_are_read_again_only_where_the_folder_has_changed(desk, articles):
    assert desk.collection_now() is desk.collection
    (articles / "ferry.txt").write_text(FERRY.replace("Monday", "Friday"))
    assert "Friday" in desk.collection_now().by_id["ferry"].text
    shutil.rmtree(articles)
    with pytest.raises(CollectionError, match="does not exist"):
        desk.collection_now()


@pytest.mark.parametrize("place", [".", "index"])
def test_an_index_is_not_kept_where_it_would_be_read_as_articles(articles, place):
    with pytest.raises(CollectionError, match="lies in the folder of articles"):
        open_desk(articles, articles / place)
    assert [path.name for path in articles.iterdir()] == ["ferry.txt"]


def test_an_index_may_be_hidden_among_the_articles(articles):
    assert len(open_desk(articles, articles / ".index").collection) == 1
    assert len(open_desk(articles, articles / ".index").collection_now()) == 1
