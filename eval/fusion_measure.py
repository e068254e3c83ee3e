"""Which fusion ranks passages best on development sets: python -m clipfile.eval.fusion_measure --data FOLDER.

Weighted sums of BM25 and late interaction, with several weights, of BM25 and cosines, and reciprocal rank fusion of the
latter two, by nDCG@10, on sets that choose and are not reported:
SciFact's training queries, FM2's development claims, a sample of SQuAD 2's development questions, and the shipped development
questions. Bruch, Gai and Ingber (2023), doi:10.1145/3596512, compare the same two kinds of fusion.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from clipfile.app.follow_up import read_with_history
from clipfile.eval.ablation import cosine_sum, last_day, places_of, rank_fusion
from clipfile.eval.beir import RetrievalSet, read_beir
from clipfile.eval.public_collections import collection_of, index_of
from clipfile.eval.public_retrieval import PASSAGES_RANKED, best_documents
from clipfile.eval.ranking import DEPTH, Qrels, name_of, qrels_of, ranking_measures
from clipfile.eval.sets import EvaluationSet, Half, read_set, shipped_sets
from clipfile.eval.table import Table, as_markdown
from clipfile.index.encoder import DEFAULT_ENCODER, Encoder, SentenceTransformerEncoder
from clipfile.index.hybrid import LEXICAL_WEIGHT, HybridIndex

WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)  # of BM25 beside late interaction
BESIDE_COSINES = (0.3, 0.4, 0.5)  # of BM25 beside cosines
PUBLIC = (("scifact_beir", "train"), ("fm2_retrieval", "dev"), ("squad2_sample", "dev"))
MEASURE = "ndcg@10"

Search = Callable[[HybridIndex, str, str | None, int], list[int]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its as-of date, if any."""

    query_id: str
    text: str
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class FusionSet:
    """An index, what is asked of it, what is relevant, and of each passage the name that it is judged by."""

    name: str
    index: HybridIndex
    queries: tuple[Asked, ...]
    qrels: Qrels
    names: tuple[str, ...]


def ways() -> dict[str, Search]:
    """The fusions by name."""
    late = {f"{weight:.1f} BM25 + {1 - weight:.1f} late interaction": _late(weight) for weight in WEIGHTS}
    cosines = {
        f"{weight:.1f} BM25 + {1 - weight:.1f} cosine": partial(cosine_sum, weight=weight) for weight in BESIDE_COSINES
    }
    return {**late, **cosines, "reciprocal rank fusion": rank_fusion}


def _late(weight: float) -> Search:
    def search(index: HybridIndex, query: str, as_of: str | None, depth: int) -> list[int]:
        return [hit.number for hit in index.search(query, depth, last_day(as_of), lexical_weight=weight)]

    return search


def measure(fused: FusionSet) -> dict[str, float]:
    """The mean nDCG@10 of each fusion over the queries that have judgements; each query is encoded once."""
    runs: dict[str, dict[str, list[str]]] = {way: {} for way in ways()}
    for query in fused.queries:
        for way, search in ways().items():
            found = search(fused.index, query.text, query.as_of, PASSAGES_RANKED)
            runs[way][query.query_id] = best_documents([fused.names[number] for number in found])[:DEPTH]
    scores = {way: ranking_measures(run, fused.qrels) for way, run in runs.items()}
    return {way: sum(each[MEASURE] for each in of.values()) / len(of) for way, of in scores.items()}


def public_set(retrieval: RetrievalSet, folder: Path, encoder: Encoder) -> FusionSet:
    """A public set, its documents judged; queries without judgements are left out."""
    index = index_of(collection_of(retrieval.documents), folder, encoder)
    queries = tuple(Asked(each.query_id, each.text) for each in retrieval.queries if each.query_id in retrieval.qrels)
    names = tuple(place.article_id for place in places_of(index))
    return FusionSet(
        retrieval.name, index, queries, {each.query_id: retrieval.qrels[each.query_id] for each in queries}, names
    )


def shipped_set(each: EvaluationSet, folder: Path, encoder: Encoder) -> FusionSet:
    """A shipped set, its passages judged by the gold quotes in them."""
    index = index_of(each.collection, folder, encoder)
    places = places_of(index)
    questions = [question for question in each.questions if question.answerable]
    queries = tuple(
        Asked(one.question_id, read_with_history(one.question, one.history), one.as_of) for one in questions
    )
    qrels = {question.question_id: qrels_of(question, places) for question in questions}
    return FusionSet(each.name, index, queries, qrels, tuple(map(name_of, places)))


def fusion_table(measured: Sequence[tuple[FusionSet, dict[str, float]]]) -> Table:
    """The fusions, a column for each set, and the mean over the sets, each counting the same."""
    header = ("fusion", *(f"{each.name} ({len(each.queries)})" for each, _ in measured), "mean")
    rows = [
        (
            way,
            *(f"{scores[way]:.4f}" for _, scores in measured),
            f"{_mean([scores[way] for _, scores in measured]):.4f}",
        )
        for way in ways()
    ]
    return Table("nDCG@10 on development sets", header, tuple(rows), f"The weight in use is {LEXICAL_WEIGHT}.")


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


@click.command()
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder with retrieval/NAME."
)
@click.option("--index", type=click.Path(file_okay=False, path_type=Path), help="Keep the indexes here.")
@click.option("--encoder", "name", default=DEFAULT_ENCODER, show_default=True, help="Name or folder of the encoder.")
def main(data: Path, index: Path | None, name: str) -> None:
    """Prints the table as Markdown."""
    encoder = SentenceTransformerEncoder(name)
    measured = []
    with TemporaryDirectory(prefix="clipfile-fusion-") as temporary:
        kept = index or Path(temporary)
        for set_name, split in PUBLIC:
            fused = public_set(read_beir(data / "retrieval" / set_name).part(split), kept / set_name, encoder)
            measured.append((fused, measure(fused)))
        for files in shipped_sets([Half.DEVELOPMENT]):
            each = read_set(files)
            fused = shipped_set(each, kept / each.name, encoder)
            measured.append((fused, measure(fused)))
    click.echo(as_markdown(fusion_table(measured)))


if __name__ == "__main__":
    main()
