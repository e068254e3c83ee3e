import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests_encoder import FakeEncoder

from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.index.build import IndexBusy, build_index
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import FORMAT, IndexMismatch, IndexMissing, current_generation, open_store

STRIKE = "The port strike began on Monday. Dockers want more pay."
DAM = "The dam broke at night. Water ran into the valley. Nobody was warned."


def test_every_passage_is_encoded_once_and_never_again(collection_of, fake_encoder, tmp_path) -> None:
    first = build_index(collection_of(strike=STRIKE, dam=DAM), tmp_path, fake_encoder)
    second = build_index(collection_of(strike=STRIKE, dam=DAM), tmp_path, fake_encoder)
    assert (first.encoded, first.added) == (2, ("dam", "strike"))
    assert (second.encoded, second.unchanged) == (0, ("dam", "strike"))


def test_only_what_changed_is_encoded(collection_of, fake_encoder, tmp_path) -> None:
    build_index(collection_of(strike=STRIKE, dam=DAM), tmp_path, fake_encoder)
    report = build_index(collection_of(strike=STRIKE, dam=DAM + " Later it rained."), tmp_path, fake_encoder)
    assert (report.encoded, report.changed, report.unchanged) == (1, ("dam",), ("strike",))


def test_an_article_that_is_gone_is_gone_from_the_files(collection_of, fake_encoder, tmp_path) -> None:
    build_index(collection_of(strike=STRIKE, dam=DAM), tmp_path, fake_encoder)
    report = build_index(collection_of(dam=DAM), tmp_path, fake_encoder)
    assert report.removed == ("strike",)
    assert not any(b"Dockers" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_an_updated_index_equals_one_built_from_nothing(collection_of, fake_encoder, tmp_path) -> None:
    build_index(collection_of(strike=STRIKE, other="Something else."), tmp_path / "a", fake_encoder)
    build_index(collection_of(strike=STRIKE, dam=DAM), tmp_path / "a", fake_encoder)
    build_index(collection_of(strike=STRIKE, dam=DAM), tmp_path / "b", fake_encoder)
    one, two = current_generation(tmp_path / "a"), current_generation(tmp_path / "b")
    assert one and two
    for path in one.iterdir():
        assert path.read_bytes() == (two / path.name).read_bytes(), path.name


def test_what_is_known_of_an_article_survives_the_files(fake_encoder, tmp_path) -> None:
    article = Article("a", DAM, "Dam", "Post", "Ann", PublicationDate("2024-08~", "“last month”"), "https://x.example")
    build_index(Collection((article,)), tmp_path, fake_encoder)
    assert open_store(tmp_path).indexed_article(0).article == article


def test_no_index_says_how_to_build_one(tmp_path) -> None:
    with pytest.raises(IndexMissing, match="Build one with: clipfile index"):
        open_store(tmp_path)


def test_an_index_of_another_format_is_refused(collection_of, fake_encoder, tmp_path) -> None:
    build_index(collection_of(dam=DAM), tmp_path, fake_encoder)
    manifest = current_generation(tmp_path) / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"format": {FORMAT}', '"format": 0'))
    with pytest.raises(IndexMismatch, match="format 0"):
        open_store(tmp_path)
    assert build_index(collection_of(dam=DAM), tmp_path, fake_encoder).encoded == 1


@pytest.mark.parametrize("changed", ["name", "fingerprint"])
def test_an_index_of_another_encoder_is_refused(collection_of, fake_encoder, tmp_path, changed: str) -> None:
    build_index(collection_of(dam=DAM), tmp_path, fake_encoder)
    setattr(fake_encoder, changed, "other")
    with pytest.raises(IndexMismatch, match="with the encoder 'fake', not"):
        HybridIndex(open_store(tmp_path), fake_encoder)


def test_a_second_build_at_the_same_time_is_refused(collection_of, fake_encoder, tmp_path) -> None:
    def meanwhile(done: int, total: int) -> None:
        with pytest.raises(IndexBusy, match="Another build"):
            build_index(collection_of(dam=DAM), tmp_path, fake_encoder)

    build_index(collection_of(dam=DAM), tmp_path, fake_encoder, progress=meanwhile)


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200), min_size=1, max_size=4))
def test_save_and_load_give_the_same_ranking(texts: list[str]) -> None:
    collection = Collection(tuple(Article(f"a{n}", text) for n, text in enumerate(texts)))
    with tempfile.TemporaryDirectory() as folder:
        build_index(collection, Path(folder), FakeEncoder())
        first = HybridIndex(open_store(Path(folder)), FakeEncoder()).search("dam a e 1", 5)
        again = HybridIndex(open_store(Path(folder)), FakeEncoder()).search("dam a e 1", 5)
    assert first == again
    assert all(np.isfinite(hit.score) for hit in first)


KILLED_BUILD = """
import sys, time
from pathlib import Path
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.index.build import build_index
from tests_encoder import FakeEncoder
n = int(sys.argv[2])
articles = tuple(Article(f"a{i:04}", f"Text {i} of build {n}. It has two sentences.") for i in range(2000))
show = lambda done, total: print(done, flush=True)
build_index(Collection(articles), Path(sys.argv[1]), FakeEncoder(), progress=show)
"""


def test_kill_9_at_any_moment_leaves_the_old_index_whole(collection_of, fake_encoder, tmp_path) -> None:
    folder = tmp_path / "index"
    build_index(collection_of(dam=DAM), folder, fake_encoder)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent / "support")}
    for n, wait in enumerate((0.0, 0.05, 0.15, 0.3, 0.5)):
        build = subprocess.Popen(
            [sys.executable, "-c", KILLED_BUILD, str(folder), str(n)], env=environment, stdout=subprocess.PIPE
        )
        build.stdout.readline()
        time.sleep(wait)
        build.send_signal(signal.SIGKILL)
        build.wait()
        build.stdout.close()
        index = HybridIndex(open_store(folder), fake_encoder)
        hits = index.search("dam text", 5)
        articles = {hit.passage.article_id for hit in hits}
        assert articles == {"dam"} or all(article.startswith("a") for article in articles)
        assert all(index.passage(hit.number) == hit.passage for hit in hits)
    assert build_index(collection_of(dam=DAM), folder, fake_encoder).passages == 1
