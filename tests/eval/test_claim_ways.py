"""Claims by rules and model, with a model whose probabilities are known."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
from tests_encoder import FakeEncoder
from tests_systems import silent_system

from clipfile.app.desk import Desk
from clipfile.app.verdict import RULES_ALONE, WITH_MODEL, Verdict, verdict_from
from clipfile.corpus.collection import Collection
from clipfile.eval.claim_ways import apart, claim_ways, measures_of, outcome_of
from clipfile.eval.gold import Claim, ClaimChange
from clipfile.eval.remembering import RememberingStanceModel
from clipfile.eval.result import PartResult
from clipfile.eval.shown import ShownVerdict, read_verdict
from clipfile.eval.suite import run_part
from clipfile.eval.tables import claim_ways_table
from clipfile.index.build import build_index
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

PLANES = (RULES_ALONE, WITH_MODEL)
KILLED = "The fire killed four people."
CLAIMS = [
    Claim("c1", KILLED, Verdict.SUPPORTED, ClaimChange.PARAPHRASE),
    Claim("c2", "The fire killed nine people.", Verdict.REFUTED, ClaimChange.FIGURE),
    Claim("c3", "The fire killed no people.", Verdict.REFUTED, ClaimChange.NEGATION),
]
SHIPPED = [outcome_of(claim, ShownVerdict(Verdict.SUPPORTED, (), ())) for claim in CLAIMS]


class Reading:
    """Supports what holds the word `four`, refutes what holds `Nine`, by 0.8; else neutral."""

    def __init__(self) -> None:
        self.read = 0

    def probabilities(self, claim: str, sentences: Sequence[str]) -> np.ndarray:
        self.read += 1
        rows = {True: (0.8, 0.1, 0.1), False: (0.1, 0.1, 0.8)}
        return np.array([(0.1, 0.8, 0.1) if "Nine" in each else rows["four" in each] for each in sentences], np.float32)


@pytest.fixture
def index(collection: Collection, tmp_path: Path) -> HybridIndex:
    build_index(collection, tmp_path / "index", FakeEncoder())
    return HybridIndex(open_store(tmp_path / "index"), FakeEncoder())


def test_without_a_model_there_are_the_rules_alone(index: HybridIndex) -> None:
    assert [way.name for way in claim_ways(Desk(index), CLAIMS, SHIPPED)] == ["slot rules alone"]


def test_with_a_model_there_are_three_ways(index: HybridIndex) -> None:
    ways = claim_ways(Desk(index, stance_model=Reading()), CLAIMS, SHIPPED)
    assert [way.name for way in ways] == ["slot rules alone", "stance model alone", "both"]
    assert len({tuple(way.measures) for way in ways}) == 1


def test_the_model_alone_decides_by_its_probabilities(index: HybridIndex, collection: Collection) -> None:
    _, shown = apart(index, Reading(), KILLED, None)
    assert shown["verdict"] == Verdict.CONFLICTING  # 0.8 on either side
    assert {each["stance"] for each in shown["evidence"]} == {"supports", "refutes"}
    for each in shown["evidence"]:
        assert collection.by_id[each["article"]].text[each["start"] : each["end"]] == each["quote"]
        assert each["score"] == pytest.approx(0.8)
    assert read_verdict(shown).verdict == Verdict.CONFLICTING


def test_the_model_alone_is_judged_by_the_weights_that_ship_with_it(index: HybridIndex) -> None:
    steps = [step / 20 for step in range(1, 20)]
    row = next(
        (supports, refutes)
        for supports in steps
        for refutes in steps
        if supports + refutes < 1 and len({verdict_from([(supports, refutes)], each) for each in PLANES}) == 2
    )

    class Unsure(Reading):
        def probabilities(self, claim: str, sentences: Sequence[str]) -> np.ndarray:
            return np.array([(*row, 1 - sum(row)) for _ in sentences])

    _, shown = apart(index, Unsure(), KILLED, None)
    assert shown["verdict"] == verdict_from([row], WITH_MODEL)


def test_the_model_alone_uses_no_article_after_the_date(index: HybridIndex) -> None:
    _, shown = apart(index, Reading(), KILLED, "2030-05")
    assert shown["verdict"] == Verdict.SUPPORTED
    assert {each["article"] for each in shown["evidence"]} == {"fire"}


def test_a_question_is_no_claim(index: HybridIndex) -> None:
    nothing = {"verdict": "not_enough_evidence", "evidence": []}
    assert apart(index, Reading(), "Who died in the fire?", None) == (nothing, nothing)


@pytest.mark.parametrize("claim", [*(each.claim for each in CLAIMS), f"{KILLED} The fire killed nine people."])
def test_the_rules_alone_show_what_a_desk_without_a_model_shows(index: HybridIndex, claim: str) -> None:
    rules, _ = apart(index, Reading(), claim, None)
    desk = asdict(Desk(index).check(claim))
    assert rules["verdict"] == desk["verdict"]
    fields = ("article", "start", "end", "quote", "stance")
    quotes = [[{name: each[name] for name in fields} for each in shown["evidence"]] for shown in (rules, desk)]
    assert quotes[0] == quotes[1]


def test_sentences_are_found_once_for_rules_and_model(index: HybridIndex) -> None:
    model = Reading()
    apart(index, model, KILLED, None)
    assert model.read == 1


def test_measures_by_label_and_by_change() -> None:
    given = [Verdict.SUPPORTED, Verdict.SUPPORTED, Verdict.REFUTED]
    measures = measures_of(
        [outcome_of(claim, ShownVerdict(verdict, (), ())) for claim, verdict in zip(CLAIMS, given, strict=True)]
    )
    assert measures["f1:supported"].value == pytest.approx(2 * 1 / (1 + 2))
    assert measures["f1:refuted"].value == pytest.approx(2 * 1 / (2 + 1))
    assert (measures["f1:supported"].n, measures["f1:refuted"].n) == (1, 2)
    assert measures["f1:conflicting"].value is None
    assert measures["macro_f1"].value == pytest.approx((2 / 3 + 2 / 3 + 0 + 0) / 4)
    assert [measures[f"verdict:{change}"].value for change in ("paraphrase", "figure", "negation")] == [1, 0, 1]


def test_table_has_a_column_for_each_way(index: HybridIndex, collection: Collection) -> None:
    part = run_part("small", "own", collection, (), CLAIMS, silent_system())
    assert claim_ways_table(part).rows == ()
    table = claim_ways_table(with_ways(part, Desk(index, stance_model=Reading())))
    assert table.header == ("", "n", "slot rules alone", "stance model alone", "both")
    assert {"macro-F1", "F1, supported", "right verdict, figure"} <= {row[0] for row in table.rows}
    assert "rules alone decide" in claim_ways_table(with_ways(part, Desk(index))).note


def with_ways(part: PartResult, desk: Desk) -> PartResult:
    return replace(part, claim_ways=tuple(claim_ways(desk, CLAIMS, SHIPPED)))


def test_a_remembering_model_reads_each_pair_once() -> None:
    inside = Reading()
    model = RememberingStanceModel(inside)
    first = model.probabilities("c", ["four"])
    assert model.probabilities("c", ["four"]).tolist() == first.tolist()
    assert inside.read == 1
    both = model.probabilities("c", ["Nine", "four"])
    assert both[1].tolist() == first[0].tolist()
    assert inside.read == 2
    assert model.probabilities("c", []).shape == (0, 3)
