"""The public sets with small sets of the same shape, and the published figures."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests_encoder import FakeEncoder

from clipfile.eval.beir import Document, RetrievalSet, SetQuery
from clipfile.eval.gold import QuestionType
from clipfile.eval.intervals import Measured
from clipfile.eval.public import CLAIM_SETS, reported_part, run_public
from clipfile.eval.public_claims import ClaimRow, measure_claims, read_claim_set, sampled
from clipfile.eval.public_collections import collection_of, index_of, questions_of
from clipfile.eval.public_ramdocs import answers_shown, measure_ramdocs, plain
from clipfile.eval.public_results import PublicResult, keep_results, kept_results
from clipfile.eval.public_retrieval import best_documents, document_rankings
from clipfile.eval.public_tables import public_in_words, public_json
from clipfile.eval.published import PUBLISHED, STANCE_TRAINED_ON, published_for
from clipfile.eval.result import Variant
from clipfile.eval.table import as_markdown
from clipfile.eval.trec import InterchangeError

DOCUMENTS = (
    Document("d1", "Capital", "Paris is the capital of France. It lies on the Seine.", {"q": "1"}),
    Document("d2", "", "The capital of Italy is Rome.", {"q": "1"}),
    Document("d3", "", " ", {"q": "2"}),
)
QUERIES = (
    SetQuery("1", "What is the capital of France?", "factoid", {"answers": ["Paris", "Paris"], "gold": ["Paris"]}),
    SetQuery("2", "Who won?", "unanswerable", {"answers": [""]}),
    SetQuery("3", "Which capitals?", "comparison_query"),
)
SMALL = RetrievalSet("small", DOCUMENTS, QUERIES, {"1": {"d1": 1}, "2": {"d1": 1}, "3": {"d1": 1, "d2": 1, "d3": 1}})


def test_gold_is_the_answer_where_the_set_gives_one() -> None:
    answer, absent, both = questions_of(SMALL, QUERIES, collection_of(DOCUMENTS))
    assert [(each.article_id, each.quote, each.spans[0].start) for each in answer.gold] == [("d1", "Paris", 0)]
    assert (absent.type, absent.gold) == (QuestionType.NOT_IN_ARTICLES, ())
    assert [each.side for each in both.gold] == ["0", "1"]  # whole documents, each a side; the empty one is left out


def test_documents_without_text_are_left_out() -> None:
    assert [article.article_id for article in collection_of(DOCUMENTS)] == ["d1", "d2"]


def test_a_document_ranks_where_its_best_passage_does() -> None:
    assert best_documents(["b", "a", "b", "c", "a"]) == ["b", "a", "c"]


def test_rankings_of_documents_are_measured(tmp_path: Path) -> None:
    index = index_of(collection_of(DOCUMENTS), tmp_path, FakeEncoder())
    rows = document_rankings(index, SMALL, QUERIES[:1], lambda line: None)
    assert [row.name for row in rows][-1] == "BM25 and late interaction (as shipped)"
    assert rows[-1].note == "ours, fake"  # an encoder that is not the default one is named
    assert rows[-1].measures["mrr@10"].value == 1


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([], {"right_shown": 0, "all_right_shown": 0, "wrong_shown": 0, "wrong_alone": 0}),
        (["It was 1954."], {"right_shown": 1 / 2, "all_right_shown": 0, "wrong_shown": 0, "wrong_alone": 0}),
        (["From 1900 to 1904, or 1954"], {"right_shown": 1, "all_right_shown": 1, "wrong_shown": 0, "wrong_alone": 0}),
        (["In 1972."], {"right_shown": 0, "wrong_shown": 1, "wrong_alone": 1, "wrong_as_disagreement": 0}),
        (["In 1972.", "In 1954."], {"right_shown": 1 / 2, "wrong_shown": 1, "wrong_alone": 0}),
        (["In 19721954"], {"right_shown": 0, "wrong_shown": 0}),
    ],
)
def test_right_and_wrong_answers_are_looked_for_as_whole_words(quotes: list[str], expected: dict) -> None:
    answer = {"status": "answered", "citations": [{"quote": quote} for quote in quotes]}
    found = answers_shown(["1954", "1900 to 1904"], ["1972", "1972"], answer)
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_misinformation_named_in_a_disagreement_counts_as_one() -> None:
    answer = {
        "status": "answered",
        "citations": [{"quote": "In 1972."}],
        "disagreements": [{"figures": ["1972", "1954"]}],
    }
    assert answers_shown(["1954"], ["1972"], answer)["wrong_as_disagreement"] == 1


def test_words_are_compared_without_case_accents_articles_and_punctuation() -> None:
    assert plain("The Café, “Bar”!") == "cafe bar"


def test_each_question_of_ramdocs_has_its_own_documents() -> None:
    seen = []

    def ask_among(documents):
        seen.append([document.document_id for document in documents])
        return lambda *asked: {"status": "not_found"}

    measures = measure_ramdocs(SMALL, QUERIES[:2], ask_among)
    assert seen == [["d1", "d2"], ["d3"]]
    assert [each["answered"] for each in measures] == [0, 0]


def claim_file(folder: Path, *records: dict) -> Path:
    path = folder / "claims.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records))
    return path


def row(split: str | None, label: str = "supports", **more: object) -> dict:
    return {"claim": "c", "evidence": "e", "label": label, "split": split, **more}


@pytest.mark.parametrize(
    ("splits", "kept"),
    [
        (["train", "test", "dev"], ["test"]),
        (["train", "dev_a", "dev_b"], ["dev_a", "dev_b"]),
        (["train", "val"], ["val"]),
        ([None, None], ["", ""]),
    ],
)
def test_only_the_part_that_may_be_reported_is_read(splits: list, kept: list[str], tmp_path: Path) -> None:
    assert [each.split for each in read_claim_set(claim_file(tmp_path, *map(row, splits)))] == kept


@pytest.mark.parametrize(
    ("splits", "kept"),
    [(["train", "test", "dev"], ["1"]), (["train", "dev", "dev"], ["1", "2"]), ([None, None, None], ["0", "1", "2"])],
)
def test_only_queries_that_may_be_reported_are_asked(splits: list, kept: list[str]) -> None:
    queries = tuple(
        SetQuery(str(number), "Who?", meta={"split": split} if split else {}) for number, split in enumerate(splits)
    )
    part = reported_part(RetrievalSet("small", DOCUMENTS, queries, {each: {"d1": 1} for each in "012"}))
    assert [query.query_id for query in part.queries] == list(part.qrels) == kept


def test_labels_of_one_annotator_are_left_out(tmp_path: Path) -> None:
    path = claim_file(tmp_path, row("dev"), row("dev", meta={"label_kind": "one_annotator"}))
    assert len(read_claim_set(path)) == 1


def test_evidence_may_be_several_sentences(tmp_path: Path) -> None:
    (read,) = read_claim_set(
        claim_file(tmp_path, row(None, evidence=[["one", "supports", "T"], ["two", "neutral", "T"]]))
    )
    assert read.evidence == ("one", "two")


def test_a_claim_line_that_lacks_something_is_named(tmp_path: Path) -> None:
    with pytest.raises(InterchangeError, match=r"claims\.jsonl:1: needs claim, evidence and label"):
        read_claim_set(claim_file(tmp_path, {"claim": "c"}))


def check_as(verdict: str) -> Callable:
    return lambda evidence, claim: {"verdict": verdict}


def test_claims_are_measured_over_the_labels_of_the_set() -> None:
    rows = [ClaimRow("c", ("e",), label, "") for label in ("supports", "supports", "refutes", "neutral")]
    found = measure_claims(rows, check_as("supported"))
    assert found["verdict"].value == 1 / 2
    assert found["macro_f1"].value == pytest.approx((2 * 2 / (2 + 4) + 0 + 0) / 3)


def test_with_two_labels_all_but_support_is_the_other() -> None:
    rows = [ClaimRow("c", ("e",), label, "") for label in ("supports", "not_supported")]
    assert measure_claims(rows, check_as("not_enough_evidence"))["verdict"].value == 1 / 2
    assert measure_claims(rows, check_as("conflicting"))["verdict"].value == 1 / 2


def test_a_sample_is_the_same_each_time_and_in_order() -> None:
    drawn = sampled(range(100), 10)
    assert drawn == sampled(range(100), 10) == sorted(drawn)
    assert len(drawn) == 10
    assert sampled([1, 2], 10) == [1, 2]


@pytest.mark.parametrize(("names", "message"), [((), "holds no set; put folders into"), (("x",), "holds no set 'x'")])
def test_a_folder_without_sets_is_refused(names: tuple, message: str, tmp_path: Path) -> None:
    with pytest.raises(InterchangeError, match=message):
        run_public(tmp_path, names, 10, None, lambda line: None)


def test_published_figures_are_marked_with_their_source() -> None:
    measures = {name: Measured(0.7, 0.6, 0.8, 300) for name in ("ndcg@10", "mrr@10", "recall@10", "recall@100")}
    words = public_in_words(
        [PublicResult("scifact_beir", "retrieval", 5183, 300, 300, (Variant("mine", "ours", measures),))]
    )
    assert all(each.source for each in PUBLISHED)
    for each in published_for("scifact_beir"):
        line = next(line for line in words.split("\n") if line.startswith(each.system))
        assert "published" in line and f"{each.value:.3f}".lstrip("0") in line
        assert f"{each.system}: {each.source}" in words
    assert "Same 300 test queries" in words
    assert json.loads(public_json([])) == []


def test_claims_of_all_sets_are_one_table() -> None:
    measures = {"macro_f1": Measured(0.5, 0.4, 0.6, 10), "verdict": Measured(0.6, 0.5, 0.7, 10)}
    results = [
        PublicResult(name, "claims", 10, 10, 200, (Variant("clipfile", "", measures),)) for name in ("one", "two")
    ]
    words = public_in_words(results)
    assert words.count("10 of 200") == 2
    assert words.count("Claims with their evidence given") == 1
    assert "**Claims with their evidence given**" in public_in_words(results, as_markdown)


def test_results_that_are_kept_are_not_measured_again(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "fm2.jsonl").write_text("not to be read")
    measures = {"macro_f1": Measured(0.5, 0.4, 0.6, 10), "verdict": Measured(0.6, 0.5, 0.7, 10)}
    kept = [PublicResult("fm2", "claims", 10, 10, 200, (Variant("clipfile", "ours", measures),), "2030-01-01 abc")]
    keep_results(tmp_path / "kept", "fm2", kept)
    assert kept_results(tmp_path / "kept", "fm2") == kept
    assert run_public(tmp_path, results=tmp_path / "kept") == kept
    assert "2030-01-01 abc" in public_in_words(kept)


def test_what_was_never_measured_is_not_kept(tmp_path: Path) -> None:
    assert kept_results(tmp_path, "fm2") is None


def test_a_file_that_holds_no_results_is_named(tmp_path: Path) -> None:
    (tmp_path / "fm2.json").write_text("[1]")
    with pytest.raises(InterchangeError, match=r"fm2\.json holds no results .*; delete it"):
        kept_results(tmp_path, "fm2")


def test_sets_whose_measured_rows_were_trained_on_are_left_out() -> None:
    assert not {"fever_symmetric", "negation_nli"} & set(CLAIM_SETS)
    assert set(STANCE_TRAINED_ON) <= set(CLAIM_SETS)
