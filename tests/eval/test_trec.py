from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.eval.beir import read_beir
from clipfile.eval.trec import InterchangeError, read_qrels, read_run, write_qrels, write_run

IDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8)


@given(run=st.dictionaries(IDS, st.lists(IDS, min_size=1, max_size=5, unique=True)))
def test_a_run_is_read_as_it_was_written(run: dict, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("run") / "run.txt"
    write_run(path, run, "clipfile")
    assert read_run(path) == run


def test_names_with_spaces_are_one_field_in_both_files(tmp_path: Path) -> None:
    write_run(tmp_path / "run.txt", {"q 1": ["harbour budget:0-9"]}, "clipfile")
    write_qrels(tmp_path / "qrels.txt", {"q 1": {"harbour budget:0-9": 1}})
    assert read_run(tmp_path / "run.txt") == {"q%201": ["harbour%20budget:0-9"]}
    assert read_qrels(tmp_path / "qrels.txt") == {"q%201": {"harbour%20budget:0-9": 1}}


def test_a_run_is_ordered_by_score_and_ties_by_line(tmp_path: Path) -> None:
    path = tmp_path / "run.txt"
    path.write_text("q Q0 low 1 0.5 x\nq Q0 high 2 2e1 x\nq Q0 low2 3 0.5 x\n")
    assert read_run(path) == {"q": ["high", "low", "low2"]}


def test_a_run_has_ranks_from_1_and_falling_scores(tmp_path: Path) -> None:
    write_run(tmp_path / "run.txt", {"q": ["a", "b"]}, "name")
    assert (tmp_path / "run.txt").read_text() == "q Q0 a 1 2 name\nq Q0 b 2 1 name\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("q Q0 d 1 0.5", "run.txt:1: 5 fields; a run line is: query Q0 document rank score name"),
        ("q Q0 d 1 high x", "run.txt:1: the score is 'high'; write a number"),
        ("q Q0 d 1 2 x\nq Q0 d 2 1 x", "run.txt:2: 'd' stands twice for query 'q'; keep one"),
    ],
)
def test_a_bad_run_line_is_named(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "run.txt").write_text(line)
    with pytest.raises(InterchangeError, match=message):
        read_run(tmp_path / "run.txt")


def test_qrels_are_read_in_both_shapes(tmp_path: Path) -> None:
    (tmp_path / "trec").write_text("q 0 d 1\nq 0 e 0\n")
    (tmp_path / "beir").write_text("query-id\tcorpus-id\tscore\nq\td\t1\nq\te\t0\n")
    assert read_qrels(tmp_path / "trec") == read_qrels(tmp_path / "beir") == {"q": {"d": 1, "e": 0}}


def test_qrels_are_read_as_they_were_written(tmp_path: Path) -> None:
    qrels = {"q": {"d": 1, "e": 0}, "r": {"d": 2}}
    write_qrels(tmp_path / "qrels", qrels)
    assert read_qrels(tmp_path / "qrels") == qrels


def test_an_id_may_hold_a_space_where_tabs_part_the_fields(tmp_path: Path) -> None:
    (tmp_path / "qrels").write_text("query-id\tcorpus-id\tscore\nq 1\td 1\t1\n")
    assert read_qrels(tmp_path / "qrels") == {"q 1": {"d 1": 1}}


@pytest.mark.parametrize(
    ("line", "message"),
    [("q d", "qrels:1: 2 fields; write: query 0 document relevance"), ("q 0 d yes", "qrels:1: the relevance is 'yes'")],
)
def test_a_bad_qrels_line_is_named(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "qrels").write_text(line)
    with pytest.raises(InterchangeError, match=message):
        read_qrels(tmp_path / "qrels")


def write_set(folder: Path, key: str, qrels: str) -> Path:
    (folder / qrels).parent.mkdir(parents=True, exist_ok=True)
    (folder / "corpus.jsonl").write_text(
        f'{{"{key}": "d1", "title": "T", "text": "One."}}\n{{"{key}": "d2", "text": "Two."}}\n'
    )
    queries = [f'{{"{key}": "{name}", "text": "{name}?"}}' for name in ("q1", "q2")]
    (folder / "queries.jsonl").write_text("\n".join(queries))
    (folder / qrels).write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\n")
    return folder


def test_the_flat_shape_keeps_queries_without_an_answer(tmp_path: Path) -> None:
    read = read_beir(write_set(tmp_path / "mine", "id", "qrels.tsv"))
    assert read.name == "mine"
    assert [each.document_id for each in read.documents] == ["d1", "d2"]
    assert [each.query_id for each in read.queries] == ["q1", "q2"]


def test_the_shape_of_beir_keeps_the_queries_of_its_split(tmp_path: Path) -> None:
    read = read_beir(write_set(tmp_path, "_id", "qrels/test.tsv"))
    assert [each.query_id for each in read.queries] == ["q1"]
    assert read.qrels == {"q1": {"d1": 1}}


def test_a_part_keeps_its_split_only(tmp_path: Path) -> None:
    folder = write_set(tmp_path, "id", "qrels.tsv")
    (folder / "queries.jsonl").write_text(
        '{"id": "q1", "text": "?", "meta": {"split": "train"}}\n{"id": "q2", "text": "?", "meta": {"split": "test"}}'
    )
    part = read_beir(folder).part("test")
    assert [each.query_id for each in part.queries] == ["q2"]
    assert part.qrels == {}


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("corpus.jsonl", "{", r"corpus.jsonl:1: not JSON"),
        ("corpus.jsonl", '{"id": "d1"}', r"corpus.jsonl:1: needs an id \(or _id\) and a text"),
        ("queries.jsonl", '{"id": "q1", "text": "?"}\n{"id": "q1", "text": "?"}', "id 'q1' stands twice"),
        ("queries.jsonl", '{"id": "x", "text": "?"}', r"no query of the qrels is in queries.jsonl \('q1' is not\)"),
    ],
)
def test_a_bad_set_is_named(file: str, content: str, message: str, tmp_path: Path) -> None:
    folder = write_set(tmp_path, "id", "qrels.tsv")
    (folder / file).write_text(content)
    with pytest.raises(InterchangeError, match=message):
        read_beir(folder)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        InterchangeError, match=r"corpus.jsonl is missing; a set is corpus.jsonl, queries.jsonl and qrels.tsv"
    ):
        read_beir(tmp_path)
