"""`clipfile eval` from the command line: what it prints, writes and refuses."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests_systems import gold_system

from clipfile.eval.command import evaluate
from clipfile.eval.result import SuiteResult
from clipfile.eval.sets import EvaluationSet, Half, SetFiles
from clipfile.eval.suite import run_part
from clipfile.eval.trec import read_qrels, read_run
from clipfile.eval.words import WORDS

FIRE = (
    "---\ntitle: 'Fire'\npublished: '2030-05-02'\n---\nThe fire in the old grain hall killed four people on Tuesday.\n"
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(evaluate, list(arguments))


@pytest.fixture
def own(tmp_path: Path) -> list[str]:
    """An article and a question about it, as options."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "fire.txt").write_text(FIRE)
    gold = [{"article": "fire", "quote": "The fire in the old grain hall killed four people on Tuesday."}]
    question = {"id": "q1", "question": "How many people did the fire kill?", "type": "single_fact", "gold": gold}
    absent = {"id": "q2", "question": "Who won the chess match?", "type": "not_in_articles", "gold": []}
    (tmp_path / "q.jsonl").write_text(f"{json.dumps(question)}\n{json.dumps(absent)}\n")
    return ["--articles", str(tmp_path / "mine"), "--questions", str(tmp_path / "q.jsonl")]


@pytest.fixture
def gold_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The suite run over gold answers in place of a desk, so that nothing is loaded."""

    def gold_suite(sets: Sequence[EvaluationSet], *settings: object) -> SuiteResult:
        parts = [
            run_part(each.name, each.half, each.collection, each.questions, each.claims, gold_system(each.questions))
            for each in sets
        ]
        return SuiteResult("2030-01-01", "0.1.0", "abc", "here", 1.0, tuple(parts))

    monkeypatch.setattr("clipfile.eval.run.run_suite", gold_suite)


@pytest.mark.usefixtures("gold_desk")
def test_tables_of_an_own_set_are_printed(run: Callable[..., Result], own: list[str]) -> None:
    done = run(*own)
    assert done.exit_code == 0, done.output
    assert "Mine: 2 questions, 0 claims, 1 article\n" in done.stdout
    assert "gold quote in first 3" in done.stdout


@pytest.mark.usefixtures("gold_desk")
def test_a_record_can_be_compared_with(run: Callable[..., Result], own: list[str], tmp_path: Path) -> None:
    done = run(*own, "--json")
    assert json.loads(done.stdout)["parts"][0]["measures"]["hit@3"]["value"] == 1
    (tmp_path / "before.json").write_text(done.stdout)
    compared = run(*own, "--compare", str(tmp_path / "before.json"), "--markdown")
    assert "**Compared with the earlier run: Mine**" in compared.stdout


@pytest.mark.usefixtures("gold_desk")
def test_a_report_is_written(run: Callable[..., Result], own: list[str], tmp_path: Path) -> None:
    done = run(*own, "--report", "report.html")
    assert "Report: report.html" in done.stderr
    assert (tmp_path / "report.html").read_text().startswith("<!doctype html>")


@pytest.mark.usefixtures("gold_desk")
def test_floors_that_hold_end_well_and_broken_ones_with_status_1(run: Callable[..., Result], own: list[str]) -> None:
    assert run(*own, "--fail-under", "hit@3=1", "--fail-under", "leaks=0").exit_code == 0
    done = run(*own, "--fail-under", "hit@3=1.1")
    assert done.exit_code == 1
    assert "clipfile eval: hit@3 of mine (own) is 1, under 1.1" in done.stderr


@pytest.mark.usefixtures("gold_desk")
@pytest.mark.parametrize("before", [0, 2, 3], ids=["none", "the articles", "--json too"])
def test_options_before_the_command_count_as_those_after_it(own: list[str], before: int) -> None:
    from clipfile.app.command_line import clipfile

    shared = ["--articles", own[1], "--json"]
    arguments = [*shared[:before], "eval", *shared[before:], *own[2:]]
    assert json.loads(CliRunner().invoke(clipfile, arguments).stdout)["parts"][0]["name"] == "mine"


def test_what_stands_before_eval_and_is_not_read_there_is_refused(own: list[str]) -> None:
    from clipfile.app.command_line import clipfile

    done = CliRunner().invoke(clipfile, ["--encoder", "small", "eval", *own], standalone_mode=False)
    assert "No such option '--encoder'" in str(done.exception)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--half", "development", "desk"], "--half stands before desk, which does not read it there; put it after"),
        (["{own}", "--half", "development"], "--half chooses among the shipped sets"),
        (["{own}", "--json", "--markdown"], "--markdown is another way to print than --json; choose one"),
        (["{own}", "--json", "--compare", "b.json"], "--compare is not in what --json prints"),
        (["{own}", "--report", "none/r.html"], "none/r.html cannot be written: there is no folder none"),
        (["{own}", "--run", "none/r.txt"], "none/r.txt cannot be written: there is no folder none"),
        (["init", "mine", "-n", "0"], "0 is not in the range x>=1"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_what_would_have_no_effect_is_refused_before_anything_runs(
    arguments: list[str], message: str, run: Callable[..., Result], own: list[str]
) -> None:
    done = run(*(part for each in arguments for part in (own if each == "{own}" else [each])))
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.split())


@pytest.mark.usefixtures("gold_desk")
def test_a_record_of_other_sets_is_named_with_both(run: Callable[..., Result], own: list[str], tmp_path: Path) -> None:
    (tmp_path / "before.json").write_text(run(*own, "--json").stdout.replace('"mine"', '"theirs"'))
    done = run(*own, "--compare", "before.json")
    assert "before.json is a run of theirs (own), not of mine (own); name another" in " ".join(done.stderr.split())


@pytest.mark.usefixtures("gold_desk")
def test_the_folder_where_one_is_has_its_name(
    run: Callable[..., Result], own: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "mine")
    assert "Mine: 2 questions" in run("--articles", ".", *own[2:]).stdout


@pytest.mark.usefixtures("gold_desk")
def test_the_command_clipfile_hands_the_status_on(own: list[str]) -> None:
    from clipfile.app.command_line import clipfile

    assert CliRunner().invoke(clipfile, ["eval", *own, "--fail-under", "hit@3=1.1"]).exit_code == 1
    assert CliRunner().invoke(clipfile, ["eval", *own, "--fail-under", "hit@3=1"]).exit_code == 0


def test_a_floor_written_otherwise_is_refused_before_anything_runs(run: Callable[..., Result], own: list[str]) -> None:
    assert "write measure=value" in str(run(*own, "--fail-under", "hit@3").exception)


def test_own_articles_without_questions_say_what_to_add(run: Callable[..., Result], tmp_path: Path) -> None:
    done = run("--articles", str(tmp_path))
    assert done.exit_code == 2
    assert "add --questions FILE or --claims FILE" in done.stderr


def test_init_writes_two_files_and_says_what_to_run(run: Callable[..., Result], own: list[str], tmp_path: Path) -> None:
    done = run("init", str(tmp_path / "mine"), "--out", "new", "-n", "1")
    assert done.exit_code == 0, done.output
    assert "clipfile eval --articles" in done.stdout
    assert "killed four people" in (tmp_path / "new" / "questions.jsonl").read_text()


def test_init_names_folders_as_a_shell_reads_them(run: Callable[..., Result], own: list[str], tmp_path: Path) -> None:
    (tmp_path / "mine").rename(tmp_path / "my articles")
    assert "eval --articles 'my articles' --questions" in run("init", "my articles", "--out", "new").stdout


def test_check_counts_what_is_right_and_names_what_is_wrong(
    run: Callable[..., Result], own: list[str], tmp_path: Path
) -> None:
    assert "mine, own: 2 questions, 0 claims: nothing wrong" in run("check", *own).stdout
    part = (tmp_path / "q.jsonl").read_text().replace("The fire in the old grain hall killed four", "four")
    (tmp_path / "q.jsonl").write_text(part)
    assert "q1, gold 1: is a small part of its sentence" in run("check", *own).stdout
    (tmp_path / "q.jsonl").write_text('{"id": "q1"}')
    assert "q.jsonl:1: question is None; write a text" in str(run("check", *own).exception)


def test_check_names_no_quote_of_the_held_out_sets(
    run: Callable[..., Result], own: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quotes = (tmp_path / "q.jsonl").read_text().replace("The fire in the old grain hall killed four", "four")
    (tmp_path / "q.jsonl").write_text(quotes)
    files = [SetFiles("mine", half, Path(own[1]), Path(own[3]), None) for half in (Half.HELD_OUT, Half.DEVELOPMENT)]
    monkeypatch.setattr("clipfile.eval.sets.shipped_sets", lambda half: files)
    lines = run("check").stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["mine, held_out", "mine, development", "q1, gold 1"]


def test_trec_files_of_any_system_are_measured(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "run.txt").write_text("q Q0 x 1 2 s\nq Q0 right 2 1 s\n")
    (tmp_path / "qrels.txt").write_text("q 0 right 1\n")
    assert "MRR@10" in (shown := run("trec", "run.txt", "qrels.txt").stdout)
    assert ".500" in shown


def test_agreement_of_two_own_files(run: Callable[..., Result], own: list[str]) -> None:
    done = run("agreement", *own[:2], "--questions", own[3], own[3])
    assert done.exit_code == 0, done.output
    header, labels = done.stdout.split("\n")[1], done.stdout.split("\n")[4]
    assert header.split()[-9:-3] == ["same", "label", "labels", "questions", "or", "claims"]
    assert labels.split()[-3:] == ["2", "2", "none"]  # one sentence, asked of by two questions


def test_a_package_that_is_missing_is_named_with_what_to_install(
    run: Callable[..., Result], own: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "clipfile.eval.run", None)
    assert isinstance(run(*own).exception, ModuleNotFoundError)  # one of ours is no matter of installing
    missing = ModuleNotFoundError("no", name="ir_measures")

    class Missing:
        def __getattr__(self, name: str) -> None:
            raise missing

    monkeypatch.setitem(__import__("sys").modules, "clipfile.eval.run", Missing())
    assert "ir_measures is not installed; the suite needs: pip install '.[eval]'" in str(run(*own).exception)


def test_the_real_desk_runs_from_end_to_end(run: Callable[..., Result], own: list[str], tmp_path: Path) -> None:
    done = run(*own, "--quick", "--run", "run.txt", "--qrels", "qrels.txt", "--fail-under", "verbatim=1")
    assert done.exit_code == 0, done.output
    assert "Building the index of mine" in done.stderr
    assert read_run(tmp_path / "run.txt") == {"q1": ["fire:0-61"]}
    assert read_qrels(tmp_path / "qrels.txt") == {"q1": {"fire:0-61": 1}}


def test_a_folder_of_beir_is_measured_and_its_run_written(run: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "qrels").mkdir(parents=True)
    documents = {"d1": "Paris is the capital of France.", "d2": "Rome is the capital of Italy."}
    lines = [json.dumps({"_id": document_id, "title": "", "text": text}) for document_id, text in documents.items()]
    (folder / "corpus.jsonl").write_text("\n".join(lines))
    (folder / "queries.jsonl").write_text(json.dumps({"_id": "q1", "text": "What is the capital of Italy?"}))
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td2\t1\n")
    done = run("beir", str(folder), "--run", "run.txt")
    assert done.exit_code == 0, done.output
    assert "mine, retrieval: 1 queries, 2 documents" in done.stdout
    assert read_run(tmp_path / "run.txt")["q1"][0] == "d2"


def test_every_command_and_option_is_in_the_data_card() -> None:
    card = (Path(__file__).parents[2] / "eval" / "README.md").read_text()
    names = {f"clipfile eval {name}" for name in evaluate.commands}
    names |= {
        option for command in (evaluate, *evaluate.commands.values()) for each in command.params for option in each.opts
    }
    assert sorted(name for name in names if name.startswith(("--", "clipfile")) and name not in card) == []


def test_every_measure_that_has_words_is_in_the_data_card() -> None:
    card = (Path(__file__).parents[2] / "eval" / "README.md").read_text()
    assert "gold_recall@k" in card and "latency_p50" in card
    families = ("gold_", "latency_", "check_", "recall@", "claim_leaks", "citations", "quoted_characters")
    of_ramdocs = ("answered", "right_shown", "all_right_shown", "wrong_")
    listed = [name for name in WORDS if not name.startswith((*families, *of_ramdocs))]
    assert [name for name in listed if f"`{name}`" not in card] == []
