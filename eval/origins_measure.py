"""How well origins are found: pairs of copies, pairs of rewrites, and the direction of derivations, against labels."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from clipfile.corpus.lineage import Derivation
from clipfile.corpus.reading import read_collection
from clipfile.eval.share import Share
from clipfile.index.build import build_index
from clipfile.index.encoder import SentenceTransformerEncoder
from clipfile.index.origins import read_derivations, read_origins
from clipfile.index.store import Store, open_store

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class GoldOrigins:
    """The labelled pairs of articles of one origin, those among them that are copies, and the derivations."""

    pairs: frozenset[Pair]
    copies: frozenset[Pair]
    derivations: tuple[tuple[str, str, bool], ...]

    @property
    def rewrites(self) -> frozenset[Pair]:
        """The pairs of one origin that are not copies of each other; translations are rewrites."""
        return self.pairs - self.copies


def read_gold_origins(path: Path) -> GoldOrigins:
    """The labels of a JSON Lines file, a group of articles a line.

    Two articles of a group are copies of each other if only copies lead from one to the other.
    """
    groups = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    pairs = {frozenset(pair) for group in groups for pair in combinations(group["articles"], 2)}
    edges = [edge for group in groups for edge in group["edges"]]
    copied = [(edge["source"], edge["derived"]) for edge in edges if edge["kind"] == "copy"]
    copies = {pair for pair in pairs if _joined(pair, copied)}
    derivations = tuple((edge["source"], edge["derived"], edge["order_known"]) for edge in edges)
    return GoldOrigins(frozenset(pairs), frozenset(copies), derivations)


def _joined(pair: Pair, edges: Sequence[tuple[str, str]]) -> bool:
    one, other = sorted(pair)
    reached = {one}
    for _ in edges:
        for edge in edges:
            if reached.intersection(edge):
                reached.update(edge)
    return other in reached


@dataclass(frozen=True, slots=True)
class OriginsMeasure:
    """Precision and recall of pairs of articles of one origin, of copies and of rewrites, and how many directions are right.

    A wrong pair counts against the precision of copies and of rewrites alike.

    dated: of the labelled derivations of which the dates tell the direction, how many are found.
    directed: of all labelled derivations.
    said: of the derivations that are said to be known from dates, how many are labelled.
    missed, wrong: the pairs in words.
    """

    precision: Share
    recall: Share
    copies_precision: Share
    copies_recall: Share
    rewrites_precision: Share
    rewrites_recall: Share
    dated: Share
    directed: Share
    said: Share
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def rewrites_f1(self) -> float:
        """F1 of the pairs of rewrites, 0 to 1."""
        both = self.rewrites_precision.all + self.rewrites_recall.all
        return 2 * self.rewrites_recall.right / both if both else 1.0


def measure(gold: GoldOrigins, found: frozenset[Pair], derivations: Sequence[Derivation]) -> OriginsMeasure:
    """The pairs and derivations found against the labelled ones."""
    copies, rewrites, wrong = gold.copies & found, gold.rewrites & found, found - gold.pairs
    directions = {(each.source, each.derived) for each in derivations}
    said = {(each.source, each.derived) for each in derivations if each.order_known}
    every = {edge[:2] for edge in gold.derivations}
    dated = {edge[:2] for edge in gold.derivations if edge[2]}
    return OriginsMeasure(
        Share(len(gold.pairs & found), len(found)),
        Share(len(gold.pairs & found), len(gold.pairs)),
        Share(len(copies), len(copies | wrong)),
        Share(len(copies), len(gold.copies)),
        Share(len(rewrites), len(rewrites | wrong)),
        Share(len(rewrites), len(gold.rewrites)),
        Share(len(directions & dated), len(dated)),
        Share(len(directions & every), len(every)),
        Share(len(said & every), len(said)),
        tuple(" + ".join(sorted(pair)) for pair in sorted(gold.pairs - found, key=sorted)),
        tuple(" + ".join(sorted(pair)) for pair in sorted(wrong, key=sorted)),
    )


def measure_store(store: Store, labels: Path) -> OriginsMeasure:
    """The origins in an index, against the labels in a file."""
    origins, derivations = read_origins(store), read_derivations(store)
    found = frozenset(frozenset(pair) for origin in origins for pair in combinations(origin.articles, 2))
    return measure(read_gold_origins(labels), found, derivations)


def table(measured: OriginsMeasure) -> str:
    """The measures as lines of text."""
    lines = [
        f"pairs of one origin       precision {measured.precision}  recall {measured.recall}",
        f"pairs of copies           precision {measured.copies_precision}  recall {measured.copies_recall}",
        f"pairs of rewrites         F1 {measured.rewrites_f1:.3f}  recall {measured.rewrites_recall}",
        f"derivations, dates tell   {measured.dated}",
        f"derivations, all          {measured.directed}",
        f"said to be known, right   {measured.said}",
    ]
    lines += [f"missed: {pair}" for pair in measured.missed] + [f"wrong:  {pair}" for pair in measured.wrong]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table for `FOLDER/articles` and `FOLDER/labels/origins.jsonl`."""
    folder = Path((sys.argv[1:] if arguments is None else arguments)[0])
    with TemporaryDirectory(prefix="clipfile-origins-") as index:
        build_index(read_collection(folder / "articles"), Path(index), SentenceTransformerEncoder())
        print(table(measure_store(open_store(Path(index)), folder / "labels" / "origins.jsonl")))


if __name__ == "__main__":
    main()
