"""The suite measured with systems of which the results are known: gold, silence, the gold of another question."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from tests_systems import gold_system, shuffled_system, silent_system

from clipfile.app.verdict import Verdict
from clipfile.corpus.collection import Collection
from clipfile.eval.answers import answer_measures
from clipfile.eval.gold import Claim, ClaimChange, GoldQuote, Question, QuestionType
from clipfile.eval.places import Place, hits_any
from clipfile.eval.result import PartResult
from clipfile.eval.sets import EvaluationSet, Half, read_set, shipped_sets
from clipfile.eval.shown import ShownError, read_answer, read_verdict
from clipfile.eval.suite import run_part
from clipfile.eval.system import System
from clipfile.eval.verdicts import verdict_measures


@pytest.fixture(scope="module")
def development() -> EvaluationSet:
    return read_set(shipped_sets([Half.DEVELOPMENT])[0])


def run(each: EvaluationSet, system: System) -> PartResult:
    return run_part(each.name, each.half, each.collection, each.questions, each.claims, system)


@pytest.fixture(scope="module")
def golden(development: EvaluationSet) -> PartResult:
    return run(development, gold_system(development.questions, development.claims))


def test_gold_answers_score_one(golden: PartResult) -> None:
    measures = golden.measures
    ones = (
        "right hit@1 hit@3 hit@6 sides all_sides quoted_precision citation_precision citation_recall verbatim"
    ).split()
    ones += ["refusal_precision", "refusal_recall", "macro_f1", "verdict", "fever", "evidence_recall", "evidence_found"]
    assert {name: measures[name].value for name in ones} == pytest.approx(dict.fromkeys(ones, 1.0))
    zeros = ["wrong_refusals", "leaks", "claim_leaks", "excess_aurc", "ece"]
    assert {name: measures[name].value for name in zeros} == pytest.approx(dict.fromkeys(zeros, 0.0))


def test_gold_answers_are_no_misses(golden: PartResult) -> None:
    assert golden.misses == ()
    assert golden.claim_misses == ()


def test_a_silent_system_scores_zero_but_for_refusals(development: EvaluationSet) -> None:
    part = run(development, silent_system())
    names = ("hit@1 hit@3 hit@6 sides all_sides quoted_precision citation_precision citation_recall").split()
    names += ["evidence_recall", "evidence_found"]
    assert {part.measures[name].value for name in names} == {0.0}
    unanswerable = sum(not question.answerable for question in development.questions)
    assert part.measures["right"].value == unanswerable / len(development.questions)
    assert part.measures["refusal_recall"].value == 1
    assert part.measures["wrong_refusals"].value == 1
    assert len(part.misses) == len(development.questions) - unanswerable


def test_shuffled_answers_score_at_chance(development: EvaluationSet) -> None:
    """Over all shifts each question gets every other's gold once, so that their mean is the chance counted pair by pair."""
    asked = [question for question in development.questions if question.answerable]
    pairs = [
        any(
            hits_any(Place(quote.article_id, quote.spans[0].start, quote.spans[0].end), question.gold)
            for quote in first_three(other)
        )
        for question in asked
        for other in asked
        if other is not question
    ]
    chance = sum(pairs) / len(pairs)
    scores = []
    for by in range(1, len(asked)):
        system = shuffled_system(asked, by=by)
        answers = [read_answer(system.ask(each.question, each.history, each.as_of)) for each in asked]
        hits = [answer_measures(each, answer, {})["hit@3"] for each, answer in zip(asked, answers, strict=True)]
        scores.append(sum(hits) / len(hits))
    assert sum(scores) / len(scores) == pytest.approx(chance)
    assert 0 < chance < 0.05


def first_three(question: Question) -> list[GoldQuote]:
    sides = list(question.sides.values())
    return [*(side[0] for side in sides), *(quote for side in sides for quote in side[1:])][:3]


def test_shuffled_verdicts_score_at_chance(development: EvaluationSet) -> None:
    claims = development.claims
    scores = []
    for by in range(1, len(claims)):
        check = shuffled_system((), claims, by).check
        assert check is not None
        verdicts = [read_verdict(check(each.claim, each.as_of)) for each in claims]
        right = [verdict_measures(each, verdict)["verdict"] for each, verdict in zip(claims, verdicts, strict=True)]
        scores.append(sum(right) / len(right))
    pairs = [one.verdict == other.verdict for one in claims for other in claims if one is not other]
    assert sum(scores) / len(scores) == pytest.approx(sum(pairs) / len(pairs))


def test_what_is_searched_is_what_the_system_says_it_searched(disagreement: Question, collection: Collection) -> None:
    searched = []

    def rank(query: str, as_of: str | None, depth: int) -> list[Place]:
        searched.append((query, as_of))
        return [Place("fire", 0, 60)]

    answer = {"status": "not_found", "query": "How many people died in the fire?"}
    system = System("s", lambda *asked: answer, rank=rank, passages=[Place("fire", 0, 60)])
    part = run_part("s", Half.OWN, collection, [replace(disagreement, as_of="2031")], (), system)
    assert searched == [("How many people died in the fire?", "2031")]
    assert part.measures["mrr@10"].value == 1
    assert part.run == {"q1": ["fire:0-60"]}
    assert part.qrels == {"q1": {"fire:0-60": 1}}


def test_leaks_are_added_up(disagreement: Question, citation: Callable[..., dict], collection: Collection) -> None:
    later = citation("inquiry", "Nine people died in the fire.")
    answer = {"status": "answered", "citations": [later, later]}
    part = run_part(
        "s", Half.OWN, collection, [replace(disagreement, as_of="2030-05")], (), System("s", lambda *a: answer)
    )
    assert part.measures["leaks"].value == 2


def test_calibration_is_of_the_citations_shown(
    disagreement: Question, absent: Question, citation: Callable[..., dict], collection: Collection
) -> None:
    gold = citation("fire", "The fire killed four people.", 0.9)
    other = citation("fire", "Officials blamed a heater.", 0.6)
    answer = {"status": "answered", "citations": [gold, other]}
    part = run_part("s", Half.OWN, collection, [disagreement, absent], (), System("s", lambda *asked: answer))
    # four quotes: .9 right, .6 wrong, and both wrong for the other question
    assert part.measures["ece"].value == pytest.approx((2 * abs(0.9 - 1 / 2) + 2 * (0.6 - 0)) / 4)


def test_a_share_that_is_all_or_nothing_has_an_interval_and_what_is_counted_keeps_its_own(
    disagreement: Question, absent: Question, citation: Callable[..., dict], collection: Collection
) -> None:
    answer = {"status": "answered", "citations": [citation("fire", "The fire killed four people.")]}
    part = run_part("s", Half.OWN, collection, [disagreement, absent], (), System("s", lambda *asked: answer))
    verbatim, wrongly = part.measures["verbatim"], part.measures["wrong_refusals"]
    assert (verbatim.value, verbatim.n) == (1, 2) and verbatim.low == pytest.approx(0.342, abs=0.001)
    assert (wrongly.value, wrongly.n) == (0, 1) and wrongly.high == pytest.approx(0.793, abs=0.001)
    citations = part.measures["citations"]
    assert (citations.low, citations.high) == (1, 1)


def test_the_calibration_is_counted_over_the_questions_that_were_answered(
    disagreement: Question, absent: Question, citation: Callable[..., dict], collection: Collection
) -> None:
    shown = {"status": "answered", "citations": [citation("fire", "The fire killed four people.")]}
    system = System(
        "s", lambda question, *asked: shown if question == disagreement.question else {"status": "not_found"}
    )
    part = run_part("s", Half.OWN, collection, [disagreement, absent], (), system)
    assert part.measures["ece"].n == 1


def test_measures_are_taken_by_type_and_by_change(
    disagreement: Question, absent: Question, collection: Collection
) -> None:
    claims = [Claim("c", "Zebras.", Verdict.NOT_ENOUGH_EVIDENCE, ClaimChange.ABSENT)]
    part = run_part("s", Half.OWN, collection, [disagreement, absent], claims, silent_system())
    assert part.by_type["not_in_articles"]["right"].value == 1
    assert part.by_type["disagree"]["right"].value == 0
    assert part.by_change["absent"]["verdict"].value == 1


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({}, "status is None; an answer's status is 'answered' or 'not_found'"),
        ({"status": "not_found", "citations": [{}]}, r"citations\[0\] needs article, start, end and quote"),
        ({"status": "answered", "citations": [{"article": "a", "start": "x"}]}, r"citations\[0\] needs article"),
    ],
)
def test_an_answer_in_another_shape_is_refused(
    answer: dict, message: str, disagreement: Question, collection: Collection
) -> None:
    with pytest.raises(ShownError, match=message):
        run_part("s", Half.OWN, collection, [disagreement], (), System("s", lambda *asked: answer))


def test_not_found_with_citations_is_refused(
    disagreement: Question, citation: Callable[..., dict], collection: Collection
) -> None:
    answer = {"status": "not_found", "citations": [citation("fire", "Officials")]}
    with pytest.raises(ShownError, match="'not_found' with 1 citations; show what came near under 'nearest'"):
        run_part("s", Half.OWN, collection, [disagreement], (), System("s", lambda *asked: answer))


def test_an_unknown_verdict_is_refused(collection: Collection) -> None:
    claims = [Claim("c", "Zebras.", Verdict.NOT_ENOUGH_EVIDENCE, ClaimChange.ABSENT)]
    system = System("s", lambda *asked: {}, check=lambda claim, as_of: {"verdict": "maybe"})
    with pytest.raises(ShownError, match="verdict is 'maybe'; write one of supported, refuted"):
        run_part("s", Half.OWN, collection, (), claims, system)


def test_the_same_question_after_another_conversation_is_another_question(
    gold: Callable[..., GoldQuote], collection: Collection
) -> None:
    def asked(number: int, history: Sequence[str], words: str) -> Question:
        quote = gold("fire", words)
        return Question(f"q{number}", "And how long?", QuestionType.FOLLOW_UP, tuple(history), gold=(quote,))

    questions = [
        asked(1, ["Did it burn?"], "The hall burned for nine hours."),
        asked(2, ["Who?"], "Officials blamed a heater."),
    ]
    part = run_part("s", Half.OWN, collection, questions, (), gold_system(questions))
    assert part.measures["hit@1"].value == 1


def test_the_calibration_lies_in_its_interval(
    gold: Callable[..., GoldQuote], citation: Callable[..., dict], collection: Collection
) -> None:
    words = ["The fire killed four people.", "Officials blamed a heater."]
    questions = [
        Question(f"q{number}", f"{number}?", QuestionType.SINGLE_FACT, gold=(gold("fire", words[0]),))
        for number in range(60)
    ]
    answers = {  # of quotes shown with a score of .35, .45 or .55 just as many are gold, or nearly
        f"{number}?": {
            "status": "answered",
            "citations": [
                citation("fire", words[number // 3 % 20 >= 7 + 2 * (number % 3)], (0.35, 0.45, 0.55)[number % 3])
            ],
        }
        for number in range(60)
    }
    part = run_part("s", Half.OWN, collection, questions, (), System("s", lambda asked, *rest: answers[asked]))
    ece = part.measures["ece"]
    assert ece.value is not None and ece.low is not None and ece.high is not None
    assert ece.value < 0.01
    assert ece.low <= ece.value <= ece.high
