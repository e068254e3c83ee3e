"""Public sets that lie in a folder: what Clipfile reaches on each, beside what others published."""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from clipfile.app.desk import Desk, open_desk
from clipfile.app.progress import progress_bar
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.eval.beir import Document, RetrievalSet, SetQuery, read_beir
from clipfile.eval.desk_system import as_system
from clipfile.eval.intervals import Measured
from clipfile.eval.provenance import commit
from clipfile.eval.public_claims import REPORTED_SPLITS, measure_claims, read_claim_set, sampled
from clipfile.eval.public_collections import collection_of, index_of, questions_of
from clipfile.eval.public_ramdocs import measure_ramdocs
from clipfile.eval.public_results import PublicResult, keep_results, kept_results
from clipfile.eval.public_retrieval import document_rankings, document_run
from clipfile.eval.published import published_for
from clipfile.eval.result import Variant
from clipfile.eval.sets import Half
from clipfile.eval.shown import Ask
from clipfile.eval.suite import run_part
from clipfile.eval.summary import means
from clipfile.eval.trec import InterchangeError, write_run
from clipfile.index.encoder import DEFAULT_ENCODER, PLAIN_ENCODER, Encoder, SentenceTransformerEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

RANKED = ("scifact_beir", "fm2_retrieval", "multihoprag_facts", "squad2_sample", "xquad_en")
ANSWERED = ("multihoprag_facts", "squad2_sample", "xquad_en")
AMONG_OWN_DOCUMENTS = "ramdocs"
CLAIM_SETS = (
    *("fm2", "fever_nli", "scifact", "vitaminc_mini", "wice", "climate_fever_claims", "conjnli", "breaking_nli"),
    *("mnli_mini", "cad_nli", "infotabs", "summedits_other_domains", "scitail_test"),
)
WHOLE = ("scifact_beir", "fm2_retrieval")  # ranking alone, which is quick
SAMPLE = 100  # questions or claims of another set, unless told otherwise: enough for intervals of ten points
OF_RAMDOCS = 50  # its questions have an index each

Say = Callable[[str], None]
T = TypeVar("T")


def run_public(
    data: Path,
    names: Sequence[str] = (),
    sample: int | None = None,
    index: Path | None = None,
    say: Say = lambda line: None,
    encoder_name: str = DEFAULT_ENCODER,
    results: Path | None = None,
) -> list[PublicResult]:
    """All public sets in a folder, or those named.

    Args:
        data: the folder of sets.
        names: which sets; all that are known and there if empty.
        sample: at most so many questions or claims of each; None for those of PUBLIC.md.
        index: where indexes are kept; else they are made and thrown away.
        say: is told what is being done.
        encoder_name: name or folder of the encoder.
        results: where results are kept; what is there already is not measured again.

    Raises:
        InterchangeError: if the folder holds no set, or a file is not as it should be.
    """
    known = [*RANKED, AMONG_OWN_DOCUMENTS, *CLAIM_SETS]
    there = [name for name in known if _folder(data, name).is_dir() or _file(data, name).is_file()]
    if unknown := [name for name in names if name not in there]:
        raise InterchangeError(
            f"{data} holds no set {unknown[0]!r}; it holds {', '.join(there) or 'none that is known'}"
        )
    if not there:
        raise InterchangeError(f"{data} holds no set; put folders into {data / 'retrieval'}: {', '.join(known[:6])}")
    encoder = SentenceTransformerEncoder(encoder_name)
    found: list[PublicResult] = []
    with TemporaryDirectory(prefix="clipfile-public-") as temporary:
        for name in names or there:
            say(name)
            own = kept_results(results, name) if results else None
            if own is None:
                own = _measured(data, name, sample, index or Path(temporary), encoder, say)
                if results:
                    keep_results(results, name, own)
            found += own
    return found


def _measured(
    data: Path, name: str, sample: int | None, kept: Path, encoder: SentenceTransformerEncoder, say: Say
) -> list[PublicResult]:
    """Everything that is measured on one set."""
    measured = f"{date.today()} {commit()}".strip()
    results: list[PublicResult] = []
    if name == AMONG_OWN_DOCUMENTS:
        results.append(_ramdocs(read_beir(_folder(data, name)), sample or OF_RAMDOCS, encoder))
    elif _folder(data, name).is_dir():
        retrieval = reported_part(read_beir(_folder(data, name)))
        size = sample or (len(retrieval.queries) if name in WHOLE else SAMPLE)
        results += _retrieval_set(retrieval, size, kept / name, encoder, say)
        if published_for(name) and encoder.name == DEFAULT_ENCODER:
            plain = SentenceTransformerEncoder(PLAIN_ENCODER)
            (installed,) = _retrieval_set(retrieval, size, kept / f"{name}_installed", plain, say)
            results[0] = replace(results[0], rows=(*results[0].rows, *installed.rows[1:]))  # BM25 has no encoder
    if _file(data, name).is_file():
        results.append(_claims(_file(data, name), sample or SAMPLE, encoder))
    return [replace(each, measured=measured) for each in results]


def reported_part(retrieval: RetrievalSet) -> RetrievalSet:
    """The set with the queries that may be reported: of its test part, else of its development part, else all."""
    splits = {query.meta.get("split") for query in retrieval.queries}
    return retrieval.part(next((each for each in REPORTED_SPLITS if each in splits), "test"))


def _folder(data: Path, name: str) -> Path:
    return data / "retrieval" / name


def _file(data: Path, name: str) -> Path:
    return data / "claims" / f"{name}.jsonl"


def _retrieval_set(
    retrieval: RetrievalSet, sample: int, folder: Path, encoder: Encoder, say: Say
) -> list[PublicResult]:
    collection = collection_of(retrieval.documents)
    with progress_bar("Indexing") as progress:
        index = index_of(collection, folder, encoder, progress)
    judged = [query for query in retrieval.queries if retrieval.qrels.get(query.query_id)]
    queries: list[SetQuery] = sampled(judged, sample)
    rows = document_rankings(index, retrieval, queries, say)
    found = [PublicResult(retrieval.name, "retrieval", len(collection), len(queries), len(judged), tuple(rows))]
    if retrieval.name in ANSWERED:
        say("  answers")
        queries = sampled(retrieval.queries, sample)
        questions = questions_of(retrieval, queries, collection)
        part = run_part(
            retrieval.name, Half.OWN, collection, questions, (), as_system(open_desk(None, folder, encoder.name))
        )
        row = Variant("clipfile", "ours", part.measures)
        found.append(
            PublicResult(retrieval.name, "answers", len(collection), len(queries), len(retrieval.queries), (row,))
        )
    return found


def run_beir(folder: Path, split: str, index: Path | None, run_file: Path | None, say: Say) -> list[PublicResult]:
    """Our rankings on any folder in the shape of BEIR; the one that is shipped is written as a TREC run where asked.

    Raises:
        InterchangeError: if a file is missing or a line is not as it should be.
    """
    retrieval = read_beir(folder, split).part(split)
    say("Building the index")
    with TemporaryDirectory(prefix="clipfile-beir-") as temporary:
        kept = (index or Path(temporary)) / retrieval.name
        results = _retrieval_set(retrieval, len(retrieval.queries), kept, SentenceTransformerEncoder(), say)
        if run_file:
            built = HybridIndex(open_store(kept), SentenceTransformerEncoder())
            write_run(run_file, document_run(built, retrieval.queries), "clipfile")
    return [each for each in results if each.kind == "retrieval"]


def desks_over(encoder: Encoder) -> Callable[[Collection, Callable[[Desk], T]], T]:
    """A function that opens the desk over a small collection, for one call and with models that are loaded once."""
    shipped: list[Desk] = []

    def among(collection: Collection, use: Callable[[Desk], T]) -> T:
        with TemporaryDirectory(prefix="clipfile-public-") as folder:
            index = index_of(collection, Path(folder), encoder)
            if not shipped:
                shipped.append(open_desk(None, Path(folder), encoder.name))
            desk = copy(shipped[0])
            desk.index = index
            return use(desk)

    return among


def _ramdocs(retrieval: RetrievalSet, sample: int, encoder: Encoder) -> PublicResult:
    def ask_among(documents: Sequence[Document]) -> Ask:
        def ask(question: str, history: Sequence[str], as_of: str | None) -> dict[str, Any]:
            return asdict(among(collection_of(documents), lambda desk: desk.ask(question)))

        return ask

    among = desks_over(encoder)

    queries: list[SetQuery] = sampled(retrieval.queries, sample)
    measures: dict[str, Measured] = means(measure_ramdocs(retrieval, queries, ask_among))
    rows = (Variant("clipfile", "ours", measures),)
    return PublicResult(retrieval.name, "answers", len(retrieval.documents), len(queries), len(retrieval.queries), rows)


def _claims(path: Path, sample: int, encoder: Encoder) -> PublicResult:
    def check_among(evidence: Sequence[str], claim: str) -> dict[str, Any]:
        articles = tuple(Article(f"evidence-{number}", text) for number, text in enumerate(evidence) if text.strip())
        return asdict(among(Collection(articles), lambda desk: desk.check(claim)))

    among = desks_over(encoder)
    available = read_claim_set(path)
    rows = sampled(available, sample)
    row = Variant("clipfile", "ours", measure_claims(rows, check_among))
    documents = sum(len(each.evidence) for each in rows)
    return PublicResult(path.stem, "claims", documents, len(rows), len(available), (row,))
