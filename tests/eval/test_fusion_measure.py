"""The comparison of fusions over small sets, with an encoder whose vectors count letters."""

from pathlib import Path

import pytest
from tests_encoder import FakeEncoder

from clipfile.corpus.collection import Collection
from clipfile.eval.beir import Document, RetrievalSet, SetQuery
from clipfile.eval.fusion_measure import (
    BESIDE_COSINES,
    WEIGHTS,
    FusionSet,
    fusion_table,
    measure,
    public_set,
    shipped_set,
    ways,
)
from clipfile.eval.gold import Question
from clipfile.eval.sets import EvaluationSet, Half
from clipfile.index.hybrid import LEXICAL_WEIGHT

DOCUMENTS = (
    Document("d1", "", "Paris is the capital of France."),
    Document("d2", "", "The capital of Italy is Rome."),
)
QUERIES = (SetQuery("1", "Where is Rome?"), SetQuery("2", "Who won?"))


@pytest.fixture
def capitals(tmp_path: Path) -> FusionSet:
    return public_set(RetrievalSet("capitals", DOCUMENTS, QUERIES, {"1": {"d2": 1}}), tmp_path, FakeEncoder())


def test_the_weight_in_use_is_among_those_compared() -> None:
    assert LEXICAL_WEIGHT in WEIGHTS
    assert len(ways()) == len(WEIGHTS) + len(BESIDE_COSINES) + 1


def test_only_queries_with_judgements_are_asked(capitals: FusionSet) -> None:
    assert [query.query_id for query in capitals.queries] == ["1"]


def test_what_both_sides_find_first_is_first_by_every_fusion(capitals: FusionSet) -> None:
    assert set(measure(capitals).values()) == {1.0}


def test_shipped_sets_are_judged_by_the_gold_quotes_in_their_passages(
    collection: Collection, disagreement: Question, absent: Question, tmp_path: Path
) -> None:
    questions = (disagreement, absent)
    each = EvaluationSet("small", Half.DEVELOPMENT, tmp_path, collection, questions, ())
    fused = shipped_set(each, tmp_path / "index", FakeEncoder())
    assert [query.query_id for query in fused.queries] == ["q1"]
    assert set(fused.qrels["q1"]) == set(fused.names)  # each of the three articles is one passage and holds gold
    assert set(measure(fused).values()) == {1.0}


def test_the_mean_counts_each_set_the_same(capitals: FusionSet) -> None:
    table = fusion_table([(capitals, dict.fromkeys(ways(), 0.5)), (capitals, dict.fromkeys(ways(), 0.8))])
    assert table.header == ("fusion", "capitals (1)", "capitals (1)", "mean")
    assert table.rows[0] == ("0.0 BM25 + 1.0 late interaction", "0.5000", "0.8000", "0.6500")
