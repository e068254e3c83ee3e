from dataclasses import replace
from pathlib import Path

import pytest
from scipy.stats import binom
from tests_systems import gold_system, silent_system

from clipfile.corpus.collection import Collection
from clipfile.eval.comparison import compare, paired_test
from clipfile.eval.floors import Floor, FloorError, broken_floors, read_floor
from clipfile.eval.gold import Question
from clipfile.eval.intervals import Measured
from clipfile.eval.record_files import RecordError, read_record, to_json
from clipfile.eval.result import DeskPart, PartResult, SuiteResult, Variant
from clipfile.eval.sets import Half
from clipfile.eval.suite import run_part
from clipfile.eval.tables import comparison_table


def result(*parts: PartResult) -> SuiteResult:
    return SuiteResult("2030-01-01", "0.1.0", "abc", "here", 1.0, parts)


@pytest.fixture
def silent(disagreement: Question, absent: Question, collection: Collection) -> PartResult:
    return run_part("small", Half.DEVELOPMENT, collection, [disagreement, absent], (), silent_system())


@pytest.fixture
def golden(disagreement: Question, absent: Question, collection: Collection) -> PartResult:
    questions = [disagreement, absent]
    return run_part("small", Half.DEVELOPMENT, collection, questions, (), gold_system(questions))


def test_a_record_keeps_the_desk_and_the_ways_to_a_verdict(silent: PartResult, tmp_path: Path) -> None:
    row = Variant("one", "3 articles", {"precision": Measured(0.5, 0.25, 0.75, 4)})
    part = replace(silent, claim_ways=(row,), run={}, qrels={})
    written = replace(result(part), desk=(DeskPart("figures", (row,)),))
    path = tmp_path / "record.json"
    path.write_text(to_json(written), encoding="utf-8")
    assert read_record(path) == written


def test_mcnemar_counts_only_the_questions_that_changed() -> None:
    before, after = [0] * 8 + [1] + [1] * 20, [1] * 8 + [0] + [1] * 20
    # eight rose and one fell: twice the chance of one or fewer heads in nine throws
    assert paired_test(before, after) == (pytest.approx(2 * binom.cdf(1, 9, 0.5)), "McNemar, exact")


def test_nothing_changed_is_no_difference() -> None:
    assert paired_test([0, 1], [0, 1])[0] == 1
    assert paired_test([0.2, 0.7], [0.2, 0.7])[0] == 1


def test_the_permutation_test_of_four_equal_gains() -> None:
    p_value, test = paired_test([0.1, 0.2, 0.3, 0.4], [0.3, 0.4, 0.5, 0.6])
    assert p_value == pytest.approx(2 / 2**4)  # all signs as found, or all reversed
    assert test == "permutation"


def test_the_questions_that_changed_are_named(silent: PartResult, golden: PartResult) -> None:
    (comparison,) = compare(result(silent), result(golden))
    assert comparison.better == ("q1: How many people died?",)
    assert comparison.worse == ()
    assert compare(result(golden), result(silent))[0].worse == ("q1: How many people died?",)


def test_a_comparison_says_how_large_the_change_is_with_its_interval_and_of_what_run(
    silent: PartResult, golden: PartResult
) -> None:
    (comparison,) = compare(result(silent), result(golden))
    table = comparison_table(comparison)
    row = dict(zip(table.header, next(row for row in table.rows if row[0] == "right"), strict=True))
    # right on one of two questions before, on both now: each resample holds the gain no, one or two times
    assert (row["before"], row["now"], row["change"], row["n"]) == ("50.0%", "100.0%", "+50.0", "2")
    assert row["95% interval"] == "0.0 to +100.0"
    assert "The earlier run: 2030-01-01 abc." in table.note


def test_a_measure_that_did_not_change_has_no_interval(silent: PartResult) -> None:
    (comparison,) = compare(result(silent), result(silent))
    table = comparison_table(comparison)
    assert {row[table.header.index("95% interval")] for row in table.rows} == {""}


def test_held_out_questions_that_changed_are_named_by_id_alone(silent: PartResult, golden: PartResult) -> None:
    before, after = (result(replace(part, half=Half.HELD_OUT)) for part in (silent, golden))
    assert compare(before, after)[0].better == ("q1",)


def test_other_questions_or_articles_are_warned_of(silent: PartResult) -> None:
    changed = replace(silent, gold_hash="other", articles_hash="other")
    assert len(compare(result(silent), result(changed))[0].warnings) == 2


def test_only_sets_of_both_runs_are_compared(silent: PartResult) -> None:
    assert compare(result(silent), result(replace(silent, name="other"))) == []


def test_a_record_is_read_as_it_was_written(golden: PartResult, silent: PartResult, tmp_path) -> None:
    path = tmp_path / "run.json"
    written = result(golden, silent)
    path.write_text(to_json(written))
    assert read_record(path) == written


def test_the_misses_of_held_out_questions_are_not_written(silent: PartResult) -> None:
    assert "How many people died?" in to_json(result(silent))
    assert "How many people died?" not in to_json(result(replace(silent, half=Half.HELD_OUT)))


@pytest.mark.parametrize(
    ("content", "message"), [("{", "is no record of a run"), ('{"format": 0}', "has format 0, not 1")]
)
def test_what_is_no_record_is_refused(content: str, message: str, tmp_path) -> None:
    path = tmp_path / "run.json"
    path.write_text(content)
    with pytest.raises(RecordError, match=message):
        read_record(path)


def test_floors_are_read() -> None:
    assert read_floor("hit@3=0.9") == Floor("hit@3", 0.9)
    assert read_floor("haiti:hit@3=0.9") == Floor("hit@3", 0.9, "haiti")


@pytest.mark.parametrize("text", ["hit@3", "hit@3=high", "=", "hit@3:0.9"])
def test_a_floor_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(FloorError, match="is no floor; write measure=value"):
        read_floor(text)


@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_a_floor_that_nothing_could_break_is_refused(value: str) -> None:
    with pytest.raises(FloorError, match="holds whatever is measured; write a number"):
        read_floor(f"hit@3={value}")


@pytest.mark.parametrize(
    ("text", "advice"), [("hits@3=0.9", "did you mean 'hit@3'"), ("zzzzzz=1", "it is one of right, hit@1")]
)
def test_a_floor_that_names_no_measure_is_refused_before_a_run(text: str, advice: str) -> None:
    with pytest.raises(FloorError, match=f"names no measure; {advice}"):
        read_floor(text)


def test_a_measure_that_no_table_shows_may_have_a_floor() -> None:
    assert read_floor("haiti:gold_hit@10=0.9") == Floor("gold_hit@10", 0.9, "haiti")


@pytest.mark.parametrize(
    ("floor", "holds"),
    [
        (Floor("hit@3", 1.0), True),
        (Floor("hit@3", 1.0, "small"), True),
        (Floor("leaks", 0), True),
        (Floor("wrong_refusals", 0.0), True),
        (Floor("hit@3", 1.01), False),
        (Floor("leaks", -1), False),
        (Floor("latency_p95", 0.0), False),
    ],
)
def test_a_floor_holds_or_is_named(floor: Floor, holds: bool, golden: PartResult) -> None:
    assert (broken_floors([floor], result(golden)) == []) is holds


def test_a_broken_floor_says_value_and_floor(silent: PartResult) -> None:
    assert broken_floors([Floor("hit@3", 0.5)], result(silent)) == ["hit@3 of small (development) is 0, under 0.5"]
    assert broken_floors([Floor("ece", 0.5)], result(silent)) == [
        "ece of small (development) is not defined, and should be 0.5"
    ]


def test_an_unknown_measure_or_set_lists_those_there_are(silent: PartResult) -> None:
    with pytest.raises(FloorError, match=r"has no measure 'hits'; it has .*hit@3"):
        broken_floors([Floor("hits", 1)], result(silent))
    with pytest.raises(FloorError, match="there is no set 'big'; there are small"):
        broken_floors([Floor("hit@3", 1, "big")], result(silent))
