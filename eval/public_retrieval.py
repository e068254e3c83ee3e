"""Rankings of documents on public sets: BM25, dense and fused, by ir-measures."""

from collections.abc import Callable, Sequence

from clipfile.eval.ablation import Search, as_shipped, cosine_sum, dense_only, lexical_only, places_of, rank_fusion
from clipfile.eval.beir import RetrievalSet, SetQuery
from clipfile.eval.ranking import DEPTH, ranking_measures
from clipfile.eval.result import Variant
from clipfile.eval.summary import means
from clipfile.index.encoder import DEFAULT_ENCODER
from clipfile.index.hybrid import HybridIndex

PASSAGES_RANKED = 5 * DEPTH  # several passages may be of one document
WAYS: dict[str, Search] = {
    "BM25 alone": lexical_only,
    "dense alone": dense_only,
    "reciprocal rank fusion": rank_fusion,
    "weighted sum of BM25 and cosines": cosine_sum,
    "BM25 and late interaction (as shipped)": as_shipped,
}


def document_rankings(
    index: HybridIndex, retrieval: RetrievalSet, queries: Sequence[SetQuery], say: Callable[[str], None]
) -> list[Variant]:
    """The measures of each way to rank, over the queries that have judgements."""
    judged = [query for query in queries if query.query_id in retrieval.qrels]
    qrels = {query.query_id: retrieval.qrels[query.query_id] for query in judged}
    encoder = index.encoder.name
    note = "ours" if encoder == DEFAULT_ENCODER else f"ours, {encoder}"
    rows = []
    for name, search in WAYS.items():
        say(f"  {name}")
        measures = ranking_measures(document_run(index, judged, search), qrels)
        rows.append(Variant(name, note, means(list(measures.values()))))
    return rows


def document_run(index: HybridIndex, queries: Sequence[SetQuery], search: Search = as_shipped) -> dict[str, list[str]]:
    """Of each query the ids of its documents, best first; a document ranks where its best passage does."""
    documents = [place.article_id for place in places_of(index)]
    return {
        query.query_id: best_documents([documents[n] for n in search(index, query.text, None, PASSAGES_RANKED)])
        for query in queries
    }


def best_documents(ranked: Sequence[str]) -> list[str]:
    """The documents of ranked passages, each where its first passage stands; 100 at the most."""
    return list(dict.fromkeys(ranked))[:DEPTH]
