"""The desk as a system under test: its index built anew and timed, its answers as the command line prints them."""

import time
from dataclasses import asdict
from pathlib import Path

from clipfile.app.desk import Desk, open_desk, update_index
from clipfile.eval.ablation import as_shipped, places_of
from clipfile.eval.places import Place
from clipfile.eval.remembering import RememberingReranker, RememberingStanceModel
from clipfile.eval.system import System
from clipfile.index.encoder import Encoder
from clipfile.index.hybrid import HybridIndex

FIRST_QUESTION = "Who said what?"  # loads whatever is loaded when it is first used


def desk_system(articles: Path, index: Path, encoder: Encoder) -> tuple[Desk, System]:
    """The desk over a folder of articles, opened as the command line opens it, its index built into another folder.

    `encoder` is the default one, loaded already, so that building the index is timed without its loading. It may be one that
    remembers, as the reranker here is: each text, question and claim is measured the first time that it is read.
    """
    start = time.perf_counter()
    update_index(articles, index, encoder)
    built = time.perf_counter()
    desk = open_desk(articles, index)
    desk.index = HybridIndex(desk.index.store, encoder)
    if desk.reranker:
        desk.reranker = RememberingReranker(desk.reranker)
    if desk.stance_model:
        desk.stance_model = RememberingStanceModel(desk.stance_model)
    desk.ask(FIRST_QUESTION)
    desk.check(FIRST_QUESTION)
    return desk, as_system(desk, built - start, time.perf_counter() - built)


def as_system(desk: Desk, index_seconds: float = 0.0, load_seconds: float = 0.0) -> System:
    """A desk as a system under test."""
    passages = places_of(desk.index)

    def rank(query: str, as_of: str | None, depth: int) -> list[Place]:
        return [passages[number] for number in as_shipped(desk.index, query, as_of, depth)]

    return System(
        name="clipfile",
        ask=lambda question, history, as_of: asdict(desk.ask(question, history, as_of)),
        check=lambda claim, as_of: asdict(desk.check(claim, as_of)),
        rank=rank,
        passages=passages,
        index_seconds=index_seconds,
        index_bytes=_size(desk.index.store.folder),
        load_seconds=load_seconds,
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
