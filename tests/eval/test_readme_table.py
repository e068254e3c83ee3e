"""The README's table of quality: what the suite prints, in its form."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests_systems import gold_system

from clipfile.corpus.collection import Collection
from clipfile.eval.gold import Claim, ClaimChange, Question
from clipfile.eval.intervals import Measured
from clipfile.eval.readme_table import MEASURED, ROWS, TABLE, ReadmeError, main, quality_table, refreshed
from clipfile.eval.record_files import to_json
from clipfile.eval.result import PartResult, SuiteResult
from clipfile.eval.sets import Half, read_set, shipped_sets
from clipfile.eval.suite import run_part
from clipfile.eval.words import WORDS

README = Path(__file__).parents[2] / "README.md"
CELL = re.compile(r"–|\d+%( \(\d+ to \d+\))?|\.\d\d( \(\.\d\d to \.\d\d\))?|1\.00|\d+")


@pytest.fixture
def part(disagreement: Question, absent: Question, collection: Collection) -> PartResult:
    questions = (disagreement, absent)
    claims = (Claim("c1", "Four died.", "supported", ClaimChange.PARAPHRASE),)
    return run_part("port_fire", Half.HELD_OUT, collection, questions, claims, gold_system(questions))


def result(*parts: PartResult) -> SuiteResult:
    return SuiteResult("2030-05-06T10:00+00:00", "0.1.0", "0123abcdef", "here", 1.0, parts)


def test_the_readme_has_the_table_that_the_suite_prints() -> None:
    text = README.read_text(encoding="utf-8")
    found, measured = TABLE.search(text), MEASURED.search(text)
    assert found and measured and measured.start() < found.start()
    header, _, counts, *rows = ([cell.strip() for cell in line.split("|")[1:-1]] for line in found.group().splitlines())
    held_out = [read_set(files) for files in shipped_sets([Half.HELD_OUT])]
    assert header == [
        "measure",
        *(f"{each.name.replace('_', ' ').capitalize()}, {len(each.collection)} articles" for each in held_out),
    ]
    assert counts == ["questions (claims)", *(f"{len(each.questions)} ({len(each.claims)})" for each in held_out)]
    assert [row[0] for row in rows] == list(ROWS)
    assert all(CELL.fullmatch(cell) for row in rows for cell in row[1:])


def test_every_row_is_a_measure_of_the_suite(part: PartResult) -> None:
    assert set(ROWS.values()) <= set(WORDS)
    assert set(ROWS.values()) - set(part.measures) <= {"macro_f1", "gold_hit@3"}  # this system checks and ranks nothing


def test_values_are_rounded_and_have_their_intervals(part: PartResult) -> None:
    measures = {
        "hit@3": Measured(0.714, 0.607, 0.810, 84),
        "ece": Measured(0.083, 0.06, 0.118, 84),
        "leaks": Measured(0.0),
    }
    measures |= {"verbatim": Measured(1.0, 1.0, 1.0, 100), "macro_f1": Measured(0.507, 0.404, 0.6, 100)}
    table = quality_table([replace(part, measures=measures)])
    assert table.startswith("| measure | Port fire, 3 articles |\n|---|---:|\n| questions (claims) | 2 (1) |\n")
    for cell in ("71% (61 to 81)", ".08 (.06 to .12)", "| 100% |", "| 0 |", ".51 (.40 to .60)", "| – |"):
        assert cell in table


def test_only_the_table_the_date_and_the_commit_are_exchanged(part: PartResult, tmp_path: Path) -> None:
    readme, record = tmp_path / "README.md", tmp_path / "run.json"
    readme.write_text(
        "Before, on 2029-01-01 at commit abc+ (so).\n\n| measure | x |\n|---|---:|\n| old | 1 |\n\nAfter.\n"
    )
    record.write_text(to_json(result(replace(part, half=Half.DEVELOPMENT), part)))
    main([str(readme), str(record)])
    before, table, after = readme.read_text().split("\n\n")
    assert (before, after) == ("Before, on 2030-05-06 at commit 0123abcdef (so).", "After.\n")
    assert table + "\n" == quality_table([part])


def test_a_run_without_held_out_sets_or_a_readme_without_the_table_is_refused(part: PartResult) -> None:
    with pytest.raises(ReadmeError, match="no held-out half; write one with: clipfile eval --half held_out"):
        refreshed(README.read_text(encoding="utf-8"), result(replace(part, half=Half.DEVELOPMENT)))
    with pytest.raises(ReadmeError, match="There is no table"):
        refreshed("nothing", result(part))
