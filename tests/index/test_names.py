"""The names of a collection are in its index."""

from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.index.build import build_index
from clipfile.index.hybrid import HybridIndex
from clipfile.index.names import Names
from clipfile.index.store import open_store


def test_outlets_and_speakers_are_kept_in_the_index(tmp_path, fake_encoder):
    said = "“The dam is safe,” said Ana Maur, the coroner.\n"
    articles = Collection((Article("a", said, outlet="Post"), Article("b", "Nobody spoke.")))
    build_index(articles, tmp_path, fake_encoder)
    names = HybridIndex(open_store(tmp_path), fake_encoder).names
    assert names == Names(("Post", None), {"Ana Maur": "the coroner"})
