import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from clipfile.app.command_line import clipfile
from clipfile.app.in_words import printable

STRIKE = "---\ntitle: Strike\noutlet: Post\npublished: '2024-08'\n---\nNine hundred dockers stopped work. They want more pay.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "strike.txt").write_text(STRIKE)
    (articles / "empty.txt").write_text("")
    return articles


@pytest.fixture
def run(tmp_path: Path, folder: Path):
    """Runs the command in a process of its own, with an index of the test's own."""

    def run_command(*arguments: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "-c", "from clipfile.app.command_line import main; main()", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

    return run_command


def test_help_comes_at_once_and_names_every_command(run) -> None:
    started = time.monotonic()
    done = run("--help")
    assert time.monotonic() - started < 1  # without loading: a model takes seconds
    assert done.returncode == 0
    assert all(name in done.stdout for name in clipfile.commands)


@pytest.mark.parametrize("name", sorted(clipfile.commands))
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    assert clipfile.commands[name].help
    assert f"clipfile {name}" in (Path(__file__).parents[2] / "README.md").read_text()


@pytest.mark.parametrize("name", ["ask", "check", "trace", "figures"])
def test_examples_in_the_help_stand_on_lines_of_their_own(name: str) -> None:
    lines = CliRunner().invoke(clipfile, [name, "--help"]).output.splitlines()
    examples = [line for line in lines if line.strip().startswith(f"clipfile {name}")]
    assert len(examples) >= 2
    assert all(line.count("clipfile") == 1 for line in examples)


def test_help_offers_no_option_without_effect() -> None:
    assert "--batch" not in CliRunner().invoke(clipfile, ["figures", "--help"]).output
    assert "--top-k" not in CliRunner().invoke(clipfile, ["trace", "--help"]).output
    assert "--as-of" not in CliRunner().invoke(clipfile, ["verify", "--help"]).output


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("10\u00a0000 tonnes, 5\u202f000 km, wood\u00adland", "10\u00a0000 tonnes, 5\u202f000 km, wood\u00adland"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
        (
            "a\x1b[31mred\x9b, \u202eback\u202c, \u2066in\u2069",
            "a\ufffd[31mred\ufffd, \ufffdback\ufffd, \ufffdin\ufffd",
        ),
        ("line\n\ttab\r\u2028", "line\n\ttab\ufffd\ufffd"),
    ],
    ids=["spaces of every width", "a joiner inside a word", "escapes and directions", "line ends"],
)
def test_only_what_could_steer_a_terminal_is_replaced(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_quotes_and_their_sources_keep_within_a_narrow_terminal(run, folder, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    (folder / "strike.txt").write_text(STRIKE.replace("dockers", "dockers, pilots, cooks and lock-keepers of the port"))
    done = run("ask", "How many stopped work?", "--articles", str(folder), "--index", str(tmp_path / "index"))
    quote, _, source = done.stdout.partition("[1]")[2].partition("Post")
    assert len(quote.splitlines()) > 2
    assert max(map(len, [*quote.splitlines(), *f"    Post{source}".splitlines()])) <= 44


def test_options_may_stand_before_or_after_the_command(run, folder, tmp_path) -> None:
    index = str(tmp_path / "index")
    before = run("--articles", str(folder), "--index", index, "--json", "ask", "How many dockers stopped work?")
    after = run("ask", "How many dockers stopped work?", "--json", "--index", index, "--articles", str(folder))
    assert before.returncode == after.returncode == 0
    assert before.stdout == after.stdout
    assert set(json.loads(before.stdout)) >= {
        "id", "question", "status", "citations", "figures", "disagreements", "origins", "missing", "nearest",
    }  # fmt: skip


def test_why_shows_each_stage_to_a_reader_and_in_json(run, folder, tmp_path) -> None:
    asked = [
        "ask",
        "How many dockers stopped work?",
        "--why",
        "--articles",
        str(folder),
        "--index",
        str(tmp_path / "i"),
    ]
    assert "why: vectors 1 of 1" in run(*asked).stdout  # a word that the only passage holds has no weight in BM25
    why = json.loads(run(*asked, "--json").stdout)["why"][0]
    assert why["reranker"]["rank"] == why["fusion"]["rank"] == 1
    assert why["matched"] == ["dockers", "stopped", "work"]


def test_the_index_is_kept_with_the_encoder_that_was_named(run, folder, tmp_path) -> None:
    place = ["--articles", str(folder), "--index", str(tmp_path / "index")]
    assert run("index", *place, "--encoder", "all-MiniLM-L6-v2").returncode == 0
    assert run("ask", "How many dockers stopped work?", *place).returncode == 0
    refused = run("ask", "How many dockers stopped work?", *place, "--encoder", "clipfile")
    assert refused.returncode == 2
    assert "was built with the encoder 'all-MiniLM-L6-v2'" in refused.stderr
    assert "build it again with: clipfile index" in refused.stderr


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("ask", "How many dockers stopped work?"),
        ("check", "Nine hundred dockers stopped work."),
        ("trace", "dockers stopped work. They want more pay"),
    ],
)
def test_what_is_saved_holds_until_an_article_changes(run, folder, tmp_path, command, asked) -> None:
    place = ["--articles", str(folder), "--index", str(tmp_path / "index")]
    saved = tmp_path / "saved.json"
    assert run(command, asked, *place, "--save", str(saved)).returncode == 0
    assert json.loads(saved.read_text(encoding="utf-8"))["command"] == command
    assert "saved.json holds" in run("verify", str(saved), *place).stdout
    (folder / "strike.txt").write_text(STRIKE.replace("dockers", "porters"))
    changed = run("verify", str(saved), *place)
    assert changed.returncode == 1
    assert "strike has changed" in changed.stderr


def test_a_batch_gives_one_object_a_line_in_order(run, folder, tmp_path) -> None:
    batch = tmp_path / "batch.jsonl"
    lines = [{"id": "b", "question": "Who stopped work?"}, {"id": "a", "question": "Why?", "history": ["Who struck?"]}]
    batch.write_text("\n".join(json.dumps(line) for line in lines))
    done = run("ask", "--batch", str(batch), "--articles", str(folder), "--index", str(tmp_path / "index"))
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["b", "a"]


@pytest.mark.parametrize(
    ("command", "field", "empty"),
    [("ask", "status", "not_found"), ("check", "verdict", "not_enough_evidence"), ("trace", "matches", [])],
)
def test_a_line_of_a_batch_without_a_word_does_not_stop_the_others(
    run, folder, tmp_path, command, field, empty
) -> None:
    asked = {"ask": "question", "check": "claim", "trace": "text"}[command]
    batch = tmp_path / "batch.jsonl"
    batch.write_text(
        "".join(json.dumps({"id": n, asked: text}) + "\n" for n, text in enumerate(("?!", "The dockers stopped.")))
    )
    done = run(command, "--batch", str(batch), "--articles", str(folder), "--index", str(tmp_path / "index"))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records] == [0, 1]
    assert records[0][field] == empty


def test_a_batch_is_read_whatever_program_wrote_it(run, folder, tmp_path) -> None:
    batch = tmp_path / "batch.jsonl"
    lines = ['{"id": 1, "question": "Who\u2028stopped work?"}', '{"id": "\\ud83d", "question": "Who \\ud83d struck?"}']
    batch.write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    done = run("ask", "--batch", str(batch), "--articles", str(folder), "--index", str(tmp_path / "index"))
    assert done.returncode == 0
    assert [json.loads(line)["id"] for line in done.stdout.split("\n") if line] == [1, "\ufffd"]


@pytest.mark.parametrize("command", ["ask", "check", "trace", "figures"])
def test_bytes_that_are_no_character_are_read_as_unknown_ones(run, folder, tmp_path, command) -> None:
    asked = b"How many dockers stopped w\xffrk on Friday?"
    done = run(command, asked, "--articles", str(folder), "--index", str(tmp_path / "index"))
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)


def test_indexing_tells_a_program_what_it_did(run, folder, tmp_path) -> None:
    done = run("index", str(folder), "--index", str(tmp_path / "index"), "--json")
    assert json.loads(done.stdout)["added"] == ["strike"]


def test_indexing_says_what_was_added_and_passed_over(run, folder, tmp_path) -> None:
    done = run("index", str(folder), "--index", str(tmp_path / "index"))
    assert done.returncode == 0
    assert "1 added" in done.stdout
    assert "empty.txt" in done.stdout
    assert done.stderr == ""  # no bar where no one watches it


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ask"], "What is the question?"),
        (["ask", "Who?", "--as-of", "last week"], "'last week' is not a date"),
        (["ask", "?!"], "holds no word"),
        (["ask", "Who?", "--articles", "no-such-folder"], "no-such-folder does not exist"),
        (["ask", "Who?", "--index", "no-such-index"], "Build one with: clipfile index"),
        (["ask", "--batch", "no-such-file"], "no-such-file cannot be read"),
        (["export", "no-such-file"], "no-such-file cannot be opened: no such file or directory"),
        (["origins", "unfit-for-purpose", "no-such-article"], "'no-such-article' is not among the articles"),
        (["ask", "Who?", "--top-k", "0"], "0 is not in the range"),
        (["dig"], "No such command 'dig'"),
    ],
)
def test_bad_input_gets_one_sentence_on_stderr_and_status_2(run, arguments: list[str], sentence: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"id": 2}', 'no "question"'),
        ('{"question": "Who?", "as_of": "last week"}', "'last week' is not a date"),
        ('{"question": "Who?", "as_of": 2024}', '"as_of" is not text'),
    ],
)
def test_a_wrong_line_of_a_batch_is_named(run, tmp_path, line: str, sentence: str) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(f'{{"id": 1, "question": "Who?"}}\n{line}\n')
    done = run("ask", "--batch", str(batch))
    assert done.returncode == 2
    assert f"line 2: {sentence}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("other", ["Who?", "--save=answer.json"])
def test_what_a_batch_would_leave_undone_is_refused(run, tmp_path, other: str) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 1, "question": "Who?"}\n')
    done = run("ask", "--batch", str(batch), other)
    assert done.returncode == 2
    assert "--batch goes neither with a question of its own nor with --save" in done.stderr


def test_a_full_disk_is_named(run, folder, tmp_path) -> None:
    place = ["--articles", str(folder), "--index", str(tmp_path / "index")]
    done = run("ask", "How many dockers stopped work?", *place, "--save", "/dev/full")
    assert done.returncode == 2
    assert done.stderr.endswith("The output cannot be written: no space left on device\n")
