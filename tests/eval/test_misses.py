"""Each stage that can lose an answer, made to lose it."""

from collections.abc import Callable

import pytest

from clipfile.app.answer import PASSAGES
from clipfile.app.verdict import Verdict
from clipfile.eval.claim_misses import ClaimStage, claim_miss_of
from clipfile.eval.gold import Claim, ClaimChange, GoldQuote, Question
from clipfile.eval.misses import Stage, miss_of
from clipfile.eval.places import Place
from clipfile.eval.shown import read_answer, read_verdict

FIRE, INQUIRY, MARKET = Place("fire", 0, 60), Place("inquiry", 0, 77), Place("market", 28, 57)
OTHER = Place("fire", 60, 88)
ALL = [FIRE, INQUIRY, MARKET, OTHER]
NOT_FOUND = read_answer({"status": "not_found"})


@pytest.fixture
def shown(citation: Callable[..., dict]) -> Callable:
    def make(*quotes: tuple[str, str]):
        return read_answer({"status": "answered", "citations": [citation(*quote) for quote in quotes]})

    return make


FOUR = ("fire", "The fire killed four people.")
NINE = ("inquiry", "Nine people died in the fire.")
HEATER = ("fire", "Officials blamed a heater.")


def test_all_sides_among_the_first_are_no_miss(disagreement: Question, shown: Callable) -> None:
    assert miss_of(disagreement, shown(FOUR, NINE), ALL, ALL) is None


def test_rightly_silent_is_no_miss(absent: Question) -> None:
    assert miss_of(absent, NOT_FOUND, [], ALL) is None


@pytest.mark.parametrize(
    ("quotes", "ranked", "passages", "stage", "rank"),
    [
        ([HEATER], [OTHER], [OTHER], Stage.LEFT_OUT, None),
        ([HEATER], [OTHER], ALL, Stage.NOT_RETRIEVED, None),
        ([HEATER], [OTHER] * PASSAGES + [FIRE], ALL, Stage.RANKED_LOW, PASSAGES + 1),
        ([HEATER], [OTHER] * (PASSAGES - 1) + [FIRE], ALL, Stage.NOT_CHOSEN, PASSAGES),
        ([], [FIRE], ALL, Stage.WRONGLY_ABSTAINED, 1),
        ([], [OTHER], ALL, Stage.NOT_RETRIEVED, None),
        ([HEATER, HEATER, HEATER, FOUR, NINE], ALL, ALL, Stage.SHOWN_LOW, None),
    ],
)
def test_the_stage_is_the_first_that_lost_it(
    quotes: list, ranked: list, passages: list, stage: Stage, rank: int | None, disagreement: Question, shown: Callable
) -> None:
    miss = miss_of(disagreement, shown(*quotes) if quotes else NOT_FOUND, ranked, passages)
    assert miss is not None
    assert (miss.stage, miss.rank, miss.partly) == (stage, rank, False)


def test_a_side_that_is_missing_is_looked_for_alone(disagreement: Question, shown: Callable) -> None:
    miss = miss_of(disagreement, shown(FOUR), [FIRE, INQUIRY], ALL)
    assert miss is not None
    assert (miss.stage, miss.rank, miss.partly) == (Stage.NOT_CHOSEN, 2, True)
    assert [each.hit for each in miss.gold] == [True, False, False]
    assert [each.hit for each in miss.shown] == [True]


def test_an_answer_to_what_cannot_be_answered_is_a_miss(absent: Question, shown: Callable) -> None:
    miss = miss_of(absent, shown(HEATER), [], ALL)
    assert miss is not None
    assert miss.stage == Stage.WRONGLY_ANSWERED


def test_without_a_known_ranking_the_guess_rests_on_what_is_shown(disagreement: Question, shown: Callable) -> None:
    miss = miss_of(disagreement, shown(HEATER), None, ())
    assert miss is not None
    assert miss.stage == Stage.NOT_CHOSEN


@pytest.mark.parametrize(
    ("verdict", "evidence", "stage"),
    [
        ("refuted", [], ClaimStage.NO_EVIDENCE),
        ("refuted", [(*HEATER, "refutes")], ClaimStage.NO_EVIDENCE),
        ("refuted", [(*FOUR, "refutes")], ClaimStage.WRONG_STANCE),
        ("refuted", [(*FOUR, "supports")], ClaimStage.WRONG_VERDICT),
    ],
)
def test_the_stage_of_a_wrong_verdict(
    verdict: str, evidence: list, stage: ClaimStage, gold: Callable[..., GoldQuote], citation: Callable[..., dict]
) -> None:
    claim = Claim("c", "Four died.", Verdict.SUPPORTED, ClaimChange.PARAPHRASE, gold=(gold(*FOUR, "supports"),))
    quotes = [citation(article, words, stance=stance) for article, words, stance in evidence]
    miss = claim_miss_of(claim, read_verdict({"verdict": verdict, "evidence": quotes}))
    assert miss is not None
    assert miss.stage == stage


def test_a_verdict_where_nothing_settles_the_claim() -> None:
    claim = Claim("c", "Zebras.", Verdict.NOT_ENOUGH_EVIDENCE, ClaimChange.ABSENT)
    miss = claim_miss_of(claim, read_verdict({"verdict": "supported"}))
    assert miss is not None
    assert miss.stage == ClaimStage.INVENTED
    assert claim_miss_of(claim, read_verdict({"verdict": "not_enough_evidence"})) is None
