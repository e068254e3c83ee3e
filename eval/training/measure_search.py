"""Prints how well passages are found in one large folder: python eval/training/measure_search.py.

The invented collections of eval/training that no model was trained on, the dam failure and the shipped articles lie together in
one index, as a newsroom's would, and each of their questions with an answer is asked of all. Where small folders are searched
one by one, nearly every passage is looked at, whatever ranks them.
"""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from question_sets import Asked, from_gold_file, from_matter, matters, pooled

from clipfile.app.answer import PASSAGES
from clipfile.app.desk import shipped_articles
from clipfile.app.follow_up import read_with_history
from clipfile.corpus.collection import Collection
from clipfile.eval.ablation import Search, cosine_sum, lexical_only, rank_fusion
from clipfile.index.build import build_index
from clipfile.index.encoder import DEFAULT_ENCODER, SentenceTransformerEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

EVAL = Path(__file__).parent.parent
WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4)  # of BM25 beside late interaction
DEPTHS = (1, 3, PASSAGES)


def large_folder() -> tuple[Collection, list[Asked]]:
    """All articles as one collection, and all questions with an answer."""
    dam = EVAL / "collections" / "dam_failure"
    held_back = [matter for matter in matters() if matter.held_back and len(matter.articles) > 1]
    collection, asked = pooled(
        [
            *(from_matter(matter) for matter in held_back),
            from_gold_file(dam / "articles", dam / "labels" / "questions.jsonl"),
            from_gold_file(shipped_articles(), EVAL / "questions" / "development.jsonl"),
        ]
    )
    return collection, [each for each in asked if each.answers]


def ways() -> dict[str, Search]:
    """The rankings compared."""

    def late(weight: float) -> Callable[[HybridIndex, str, str | None, int], list[int]]:
        return lambda index, query, as_of, depth: [
            hit.number for hit in index.search(query, depth, lexical_weight=weight)
        ]

    return {
        "BM25 alone": lexical_only,
        "reciprocal rank fusion of BM25 and cosine": rank_fusion,
        "0.4 BM25 + 0.6 cosine": partial(cosine_sum, weight=0.4),
        **{f"{weight:.1f} BM25 + {1 - weight:.1f} late interaction": late(weight) for weight in WEIGHTS},
    }


def main() -> None:
    """Prints the share of questions with an answering passage among the first, for each way to rank."""
    collection, asked = large_folder()
    encoder = SentenceTransformerEncoder(DEFAULT_ENCODER)
    with tempfile.TemporaryDirectory() as folder:
        build_index(collection, Path(folder), encoder)
        index = HybridIndex(open_store(Path(folder)), encoder)
        passages = [index.passage(number) for number in range(len(index.store))]
        print(f"{len(collection.articles)} articles, {len(passages)} passages, {len(asked)} questions")
        print("| | " + " | ".join(f"in {depth}" for depth in DEPTHS) + " |")
        print("|---|" + "---:|" * len(DEPTHS))
        for name, search in ways().items():
            ranks = []
            for each in asked:
                found = search(index, read_with_history(each.question, each.history), None, PASSAGES)
                answering = (
                    rank
                    for rank, number in enumerate(found)
                    if any(
                        article == passages[number].article_id
                        and passages[number].start <= span.start < passages[number].end
                        for article, span in each.answers
                    )
                )
                ranks.append(next(answering, PASSAGES))
            shares = " | ".join(f"{np.mean(np.array(ranks) < depth):.3f}" for depth in DEPTHS)
            print(f"| {name} | {shares} |", flush=True)


if __name__ == "__main__":
    main()
