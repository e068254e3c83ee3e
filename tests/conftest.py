"""Fixtures that several folders of tests use: a hand-computable encoder and small collections on disk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from tests_encoder import FakeEncoder

from clipfile.app.desk import Desk, open_desk
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.index.encoder import SentenceTransformerEncoder

settings.register_profile("clipfile", deadline=None)  # a shared machine stalls; slowness has tests of its own
settings.load_profile("clipfile")


@pytest.fixture
def fake_encoder() -> FakeEncoder:
    return FakeEncoder()


@pytest.fixture(scope="session")
def encoder() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder()


@pytest.fixture
def collection_of() -> Callable[..., Collection]:
    """A collection from texts by id."""

    def make(**texts: str) -> Collection:
        return Collection(tuple(Article(article_id, text) for article_id, text in sorted(texts.items())))

    return make


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The desk over the shipped collection, its index built for this run."""
    return open_desk(index=tmp_path_factory.mktemp("shipped-index"), articles=shipped_folder())


def shipped_folder() -> Path:
    from clipfile.app.desk import shipped_articles

    return shipped_articles()
