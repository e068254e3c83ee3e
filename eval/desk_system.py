"""The desk as a system under test: its index built anew and timed, its answers as the command line prints them."""

import time
from dataclasses import asdict
from pathlib import Path

from clipfile.app.desk import Desk, update_index
from clipfile.eval.ablation import as_shipped, places_of
from clipfile.eval.places import Place
from clipfile.eval.system import System
from clipfile.index.encoder import SentenceTransformerEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store


def load_encoder() -> tuple[SentenceTransformerEncoder, float]:
    """The default encoder, ready, and the seconds that this took."""
    start = time.perf_counter()
    encoder = SentenceTransformerEncoder()
    encoder.load()
    return encoder, time.perf_counter() - start


def build_desk(articles: Path, index: Path, encoder: SentenceTransformerEncoder) -> tuple[Desk, float]:
    """The desk over a folder of articles with its index in another, and the seconds that building it took."""
    start = time.perf_counter()
    update_index(articles, index, encoder)
    seconds = time.perf_counter() - start
    return Desk(HybridIndex(open_store(index, articles), encoder), articles), seconds


def desk_system(desk: Desk, index_seconds: float = 0.0, load_seconds: float = 0.0) -> System:
    """The desk as a system: claims are checked where it can check them."""
    check = getattr(desk, "check", None)
    passages = places_of(desk.index)

    def rank(query: str, as_of: str | None, depth: int) -> list[Place]:
        return [passages[number] for number in as_shipped(desk.index, query, as_of, depth)]

    return System(
        name="clipfile",
        ask=lambda question, history, as_of: asdict(desk.ask(question, history, as_of)),
        check=(lambda claim, as_of: asdict(check(claim, as_of))) if check else None,
        rank=rank,
        passages=passages,
        index_seconds=index_seconds,
        index_bytes=_size(desk.index.store.folder),
        load_seconds=load_seconds,
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
