"""The suite: asks a system every question and claim of a set, times it, and measures what it shows."""

import hashlib
import resource
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.eval.answers import answer_measures, leaks
from clipfile.eval.ceiling import ceilings
from clipfile.eval.claim_misses import claim_miss_of
from clipfile.eval.gold import Claim, Question
from clipfile.eval.intervals import Measured
from clipfile.eval.misses import miss_of
from clipfile.eval.places import Place, hits_any
from clipfile.eval.ranking import name_of, qrels_of, question_rankings
from clipfile.eval.result import ClaimOutcome, Cost, PartResult, QuestionOutcome
from clipfile.eval.shown import ShownAnswer, ShownVerdict, read_answer, read_verdict
from clipfile.eval.summary import by_key, claim_summary, means, question_summary
from clipfile.eval.system import System
from clipfile.eval.verdicts import verdict_measures

MIB = 1024 * 1024
T = TypeVar("T")
OutcomeT = TypeVar("OutcomeT", QuestionOutcome, ClaimOutcome)

Progress = Callable[[str, int, int], None]


def run_part(
    name: str,
    half: str,
    collection: Collection,
    questions: Sequence[Question],
    claims: Sequence[Claim],
    system: System,
    progress: Progress = lambda what, done, total: None,
) -> PartResult:
    """All measures of a system on one set of questions and claims.

    `progress` is called with what is being asked, how many are done, and of how many.
    """
    answers = _timed(questions, "questions", lambda each: system.ask(each.question, each.history, each.as_of), progress)
    shown = [read_answer(answer) for answer, _ in answers]
    queries = {each.question_id: answer.query for each, answer in zip(questions, shown, strict=True) if answer.query}
    ranked: dict[str, list[Place]] | None = None
    rankings: dict[str, dict[str, float]] = {}
    if system.rank:
        ranked, rankings = question_rankings(questions, system.rank, system.passages, queries)
    outcomes = [
        _question_outcome(each, answer, seconds, rankings.get(each.question_id, {}), collection.by_id)
        for each, answer, (_, seconds) in zip(questions, shown, answers, strict=True)
    ]
    misses = [
        miss_of(each, answer, None if ranked is None else ranked.get(each.question_id, []), system.passages)
        for each, answer in zip(questions, shown, strict=True)
    ]
    verdicts: list[tuple[dict[str, Any], float]] = []
    if check := system.check:
        verdicts = _timed(claims, "claims", lambda each: check(each.claim, each.as_of), progress)
    checked = [(claim, read_verdict(shown), seconds) for claim, (shown, seconds) in zip(claims, verdicts, strict=False)]
    checks = [_claim_outcome(*each, collection.by_id) for each in checked]
    return PartResult(
        name=name,
        half=half,
        articles=len(collection),
        articles_hash=_hash(article.content_hash for article in collection),
        gold_hash=_hash(repr(each) for each in (*questions, *claims)),
        questions=tuple(outcomes),
        claims=tuple(checks),
        measures=(question_summary(outcomes) if outcomes else {}) | (claim_summary(checks) if checks else {}),
        by_type=_grouped(outcomes, lambda each: each.type),
        by_change=_grouped(checks, lambda each: each.change),
        cost=_cost(system),
        ceilings=tuple(ceilings(collection, questions)),
        misses=tuple(miss for miss in misses if miss),
        claim_misses=tuple(miss for claim, verdict, _ in checked if (miss := claim_miss_of(claim, verdict))),
        run={asked: [name_of(place) for place in places] for asked, places in (ranked or {}).items()},
        qrels={each.question_id: qrels_of(each, system.passages) for each in questions if each.answerable and ranked},
    )


def _grouped(outcomes: Sequence[OutcomeT], key: Callable[[OutcomeT], str]) -> dict[str, dict[str, Measured]]:
    groups = by_key(outcomes, key)
    return {name: means([outcome.measures for outcome in group]) for name, group in groups.items()}


def _timed(
    asked: Sequence[T], what: str, ask: Callable[[T], dict[str, Any]], progress: Progress
) -> list[tuple[dict[str, Any], float]]:
    """Of each thing asked, the answer and the seconds that it took."""
    answers = []
    for each in asked:
        start = time.perf_counter()
        answer = ask(each)
        answers.append((answer, time.perf_counter() - start))
        progress(what, len(answers), len(asked))
    return answers


def _question_outcome(
    question: Question, shown: ShownAnswer, seconds: float, rankings: dict[str, float], articles: Mapping[str, Article]
) -> QuestionOutcome:
    quotes = shown.citations or shown.nearest
    return QuestionOutcome(
        question_id=question.question_id,
        type=question.type,
        answerable=question.answerable,
        answered=shown.answered,
        confidence=shown.confidence,
        scores=tuple(quote.score for quote in quotes),
        hits=tuple(hits_any(quote.place, question.gold) for quote in quotes),
        leaks=leaks(question.as_of, shown.everything, articles),
        seconds=seconds,
        measures=answer_measures(question, shown, articles) | rankings,
    )


def _claim_outcome(claim: Claim, shown: ShownVerdict, seconds: float, articles: Mapping[str, Article]) -> ClaimOutcome:
    return ClaimOutcome(
        claim_id=claim.claim_id,
        change=claim.change,
        gold=claim.verdict,
        verdict=shown.verdict,
        leaks=leaks(claim.as_of, shown.everything, articles),
        seconds=seconds,
        measures=verdict_measures(claim, shown),
    )


def _cost(system: System) -> Cost:
    return Cost(system.index_seconds, system.index_bytes / MIB, peak_memory() / MIB, system.load_seconds)


def peak_memory() -> int:
    """The most memory that this process ever held, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024  # Linux counts in KiB


def _hash(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()[:16]
