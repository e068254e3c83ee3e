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
from clipfile.index.build import build_index
from clipfile.index.encoder import SentenceTransformerEncoder
from clipfile.index.origins import read_derivations, read_origins
from clipfile.index.store import open_store

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


def table(gold: GoldOrigins, found: frozenset[Pair], derivations: Sequence[Derivation]) -> str:
    """The measures as lines of text."""
    right = gold.pairs & found
    rewrites = gold.rewrites & found
    wrong = found - gold.pairs
    precision = len(rewrites) / max(1, len(rewrites | wrong))
    recall = len(rewrites) / max(1, len(gold.rewrites))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    directions = {(each.source, each.derived) for each in derivations}
    known = [edge[:2] for edge in gold.derivations if edge[2]]
    every = [edge[:2] for edge in gold.derivations]
    said_known = {(each.source, each.derived) for each in derivations if each.order_known}
    lines = [
        f"pairs of one origin       precision {_share(len(right), len(found))}  recall {_share(len(right), len(gold.pairs))}",
        f"pairs of copies           precision {_share(len(gold.copies & found), len((gold.copies & found) | wrong))}"
        f"  recall {_share(len(gold.copies & found), len(gold.copies))}",
        f"pairs of rewrites         F1 {f1:.3f}  recall {_share(len(rewrites), len(gold.rewrites))}",
        f"derivations, dates tell   {_share(len(directions.intersection(known)), len(known))}",
        f"derivations, all          {_share(len(directions.intersection(every)), len(every))}",
        f"said to be known, wrong   {len(said_known - set(every))} of {len(said_known)}",
    ]
    lines += [f"missed: {' + '.join(sorted(pair))}" for pair in sorted(gold.pairs - found, key=sorted)]
    lines += [f"wrong:  {' + '.join(sorted(pair))}" for pair in sorted(wrong, key=sorted)]
    return "\n".join(lines)


def _share(right: int, all_of: int) -> str:
    return f"{right / all_of if all_of else 1.0:.3f} ({right}/{all_of})"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table for `FOLDER/articles` and `FOLDER/labels/origins.jsonl`."""
    folder = Path((sys.argv[1:] if arguments is None else arguments)[0])
    with TemporaryDirectory() as index:
        build_index(read_collection(folder / "articles"), Path(index), SentenceTransformerEncoder())
        store = open_store(Path(index))
        origins = read_origins(store)
        derivations = read_derivations(store)
    found = frozenset(frozenset(pair) for origin in origins for pair in combinations(origin.articles, 2))
    print(table(read_gold_origins(folder / "labels" / "origins.jsonl"), found, derivations))


if __name__ == "__main__":
    main()
