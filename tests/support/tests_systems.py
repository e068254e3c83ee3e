"""Systems whose measures are known beforehand: silence, the gold itself, and the gold of other questions."""

from collections.abc import Mapping, Sequence
from typing import Any

from clipfile.eval.gold import Claim, Question, QuestionType
from clipfile.eval.system import System


def silent_system() -> System:
    """The system that never answers: the floor of every measure but refusals."""
    return System("never answers", lambda question, history, as_of: _not_found(), lambda claim, as_of: _no_verdict())


def gold_system(questions: Sequence[Question], claims: Sequence[Claim] = ()) -> System:
    """The system that shows exactly the gold: the best that the measures allow."""
    answers = {_key(each.question, each.history, each.as_of): _gold_answer(each) for each in questions}
    return system_of_answers("gold", answers, {(each.claim, each.as_of): _gold_verdict(each) for each in claims})


def shuffled_system(questions: Sequence[Question], claims: Sequence[Claim] = (), by: int = 1) -> System:
    """The system that answers each question with the gold of another, `by` lines further on: chance."""
    answers = {
        _key(each.question, each.history, each.as_of): _gold_answer(questions[(number + by) % len(questions)])
        for number, each in enumerate(questions)
    }
    verdicts = {
        (each.claim, each.as_of): _gold_verdict(claims[(number + by) % len(claims)])
        for number, each in enumerate(claims)
    }
    return system_of_answers("shuffled", answers, verdicts)


Key = tuple[str, tuple[str, ...], str | None]


def system_of_answers(
    name: str, answers: Mapping[Key, dict[str, Any]], verdicts: Mapping[tuple[str, str | None], dict[str, Any]]
) -> System:
    """A system whose answers are known beforehand, by question, history and as-of date; what it lacks is not found."""
    return System(
        name,
        lambda question, history, as_of: answers.get(_key(question, history, as_of), _not_found()),
        lambda claim, as_of: verdicts.get((claim, as_of), _no_verdict()),
    )


def _key(question: str, history: Sequence[str], as_of: str | None) -> Key:
    return question, tuple(history), as_of


def _not_found() -> dict[str, Any]:
    return {"status": "not_found", "citations": [], "nearest": []}


def _no_verdict() -> dict[str, Any]:
    return {"verdict": "not_enough_evidence", "evidence": []}


def _gold_answer(question: Question) -> dict[str, Any]:
    """One quote of each side first, then the others."""
    sides = list(question.sides.values())
    ordered = [side[0] for side in sides] + [quote for side in sides for quote in side[1:]]
    citations = [
        {
            "article": quote.article_id,
            "start": quote.spans[0].start,
            "end": quote.spans[0].end,
            "quote": quote.quote,
            "score": 1.0,
            "stance": quote.side,
        }
        for quote in ordered
    ]
    return {"status": "answered" if citations else "not_found", "citations": citations, "nearest": []}


def _gold_verdict(claim: Claim) -> dict[str, Any]:
    shown = _gold_answer(Question(claim.claim_id, claim.claim, QuestionType.SINGLE_FACT, gold=claim.gold))
    return {"verdict": str(claim.verdict), "evidence": shown["citations"]}
