"""One run of the suite over all its sets: the desk, and beside it the parts exchanged and the peers."""

import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from clipfile.app.desk import Desk
from clipfile.app.follow_up import read_with_history
from clipfile.eval.ablation import RankingVariant, measured, places_of, retrieval_variants
from clipfile.eval.answer_variants import answer_variants, measured_answers, passages_shown
from clipfile.eval.claim_ways import claim_ways
from clipfile.eval.desk_system import desk_system
from clipfile.eval.evidence_desk import labelled_sets, measure_desk
from clipfile.eval.peers import PeerMissing, plain_retriever, txtai_index
from clipfile.eval.provenance import commit, version
from clipfile.eval.remembering import RememberingEncoder
from clipfile.eval.result import PartResult, SuiteResult, Variant
from clipfile.eval.sets import EvaluationSet, Half
from clipfile.eval.suite import run_part
from clipfile.eval.summary import means
from clipfile.eval.system import System
from clipfile.index.encoder import PLAIN_ENCODER, Encoder, SentenceTransformerEncoder

Say = Callable[[str], None]


def run_suite(
    sets: Sequence[EvaluationSet], index: Path | None = None, with_variants: bool = True, say: Say = lambda line: None
) -> SuiteResult:
    """All measures of the desk on all sets.

    The index of each folder of articles is built anew and timed, in a temporary folder unless `index` names one. With
    `with_variants` the parts of retrieval are exchanged one by one and the peers take part, on the first set alone to keep the
    run short, and never on held-out questions, which choose nothing; and the evidence desk is measured on the shipped labels
    of the same halves. `say` is told what is being done.
    """
    start = time.perf_counter()
    now, measured = datetime.now().astimezone().isoformat(timespec="minutes"), commit()
    say("Loading the encoder")
    encoder = RememberingEncoder(SentenceTransformerEncoder())
    encoder.encode(["ready"])
    parts = []
    with TemporaryDirectory(prefix="clipfile-eval-") as folder:
        desks: dict[Path, tuple[Desk, System]] = {}
        for number, each in enumerate(sets):
            if each.articles not in desks:
                say(f"Building the index of {each.name}")
                desks[each.articles] = desk_system(each.articles, index or Path(folder) / str(number), encoder)
            desk, system = desks[each.articles]
            say(f"Asking {len(each.questions)} questions and {len(each.claims)} claims of {each.name} ({each.half})")
            part = run_part(each.name, each.half, each.collection, each.questions, each.claims, system)
            part = replace(part, claim_ways=tuple(claim_ways(desk, each.claims, part.claims)) if part.claims else ())
            if with_variants and not number and each.half != Half.HELD_OUT and each.questions:
                say(f"Exchanging parts on {each.name}")
                part = with_comparisons(part, each, desk, encoder, Path(folder) / f"variants_{number}", say)
            parts.append(part)
        halves = [half for half in (Half.DEVELOPMENT, Half.HELD_OUT) if any(each.half == half for each in sets)]
        stores = {articles: desk.index.store for articles, (desk, _) in desks.items()}
        measured_desk = measure_desk(labelled_sets(halves), encoder, say, stores) if with_variants else []
    machine = f"Python {platform.python_version()}, {platform.machine()}, {_cores()} cores"
    seconds = time.perf_counter() - start
    return SuiteResult(now, version(), measured, machine, seconds, tuple(parts), tuple(measured_desk))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def with_comparisons(
    part: PartResult, each: EvaluationSet, desk: Desk, encoder: Encoder, folder: Path, say: Say
) -> PartResult:
    """The results with other ways of ranking and answering beside them, on the same questions."""
    installed = RememberingEncoder(SentenceTransformerEncoder(PLAIN_ENCODER))
    queries = {one.question_id: read_with_history(one.question, one.history) for one in each.questions}
    rankings = retrieval_variants(each.collection, encoder, folder, installed)
    peers = peer_rankings(each, desk, installed, say)
    answers = [
        measured_answers(name, note, ask, each.questions, each.collection)
        for name, note, ask in answer_variants(desk, each.collection, encoder)
    ]
    answers += [
        measured_answers(
            peer.name, peer.note, passages_shown(peer.rank, each.collection), each.questions, each.collection
        )
        for peer in peers
    ]
    return replace(
        part,
        rankings=tuple(measured([*rankings, *peers], each.questions, queries)),
        answers=(*answers, _own_row(part)),
    )


def peer_rankings(each: EvaluationSet, desk: Desk, encoder: Encoder, say: Say) -> list[RankingVariant]:
    """The peers that are installed, over the same articles with the encoder given; `say` is told of those that are not."""
    rank, windows = plain_retriever(each.collection, encoder)
    peers = [RankingVariant("plain retriever (peer)", "1,000-character windows by cosine", rank, windows)]
    passages = places_of(desk.index)
    try:
        ranking = txtai_index(each.collection, passages, encoder)
        peers.append(RankingVariant("txtai hybrid (peer)", "our passages", ranking, passages))
    except PeerMissing as missing:
        say(f"Without a peer: {missing}")
    return peers


def _own_row(part: PartResult) -> Variant:
    """The desk in the table of answers: over the same questions as the others, those that have an answer."""
    measures = [outcome.measures for outcome in part.questions if outcome.answerable]
    return Variant("clipfile", "as shipped; may say “not found”", means(measures))
