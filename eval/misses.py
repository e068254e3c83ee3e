"""Every question that was not answered as it should be, and a guess at the stage that lost it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from clipfile.app.answer import PASSAGES
from clipfile.eval.answers import ALL_SHOWN, first_hit
from clipfile.eval.gold import GoldQuote, Question
from clipfile.eval.places import Place, hits, hits_any
from clipfile.eval.shown import ShownAnswer, ShownQuote

SEEN = 3  # citations in which the answer should be


class Stage(StrEnum):
    """Where an answer was lost, in the order of the stages."""

    LEFT_OUT = "left out"
    NOT_RETRIEVED = "not retrieved"
    RANKED_LOW = "ranked low"
    WRONGLY_ABSTAINED = "wrongly abstained"
    NOT_CHOSEN = "not chosen as quote"
    SHOWN_LOW = "shown low"
    WRONGLY_ANSWERED = "wrongly answered"


EXPLANATIONS = {
    Stage.LEFT_OUT: "no passage holds the gold quote: it is marked as furniture, or cut apart",
    Stage.NOT_RETRIEVED: "no ranked passage holds the gold quote",
    Stage.RANKED_LOW: f"the gold quote is in a passage below the first {PASSAGES}, which the answer does not read",
    Stage.WRONGLY_ABSTAINED: f"the gold quote is in the first {PASSAGES} passages, but the system said “not found”",
    Stage.NOT_CHOSEN: f"the gold quote is in the first {PASSAGES} passages, but other sentences were shown",
    Stage.SHOWN_LOW: f"the gold quote is shown, but not among the first {SEEN} citations",
    Stage.WRONGLY_ANSWERED: "the articles do not answer, but the system did",
}


@dataclass(frozen=True, slots=True)
class MissQuote:
    """A quote in the report of a miss; `hit` is whether a gold quote was shown, or whether a shown quote is gold."""

    article_id: str
    quote: str
    hit: bool
    note: str


@dataclass(frozen=True, slots=True)
class Miss:
    """A question, its gold, what was shown instead, and the stage that lost it; `rank` is the gold's best passage.

    `partly` is true where an answer was shown, but not all sides.
    """

    question_id: str
    type: str
    question: str
    history: tuple[str, ...]
    as_of: str | None
    stage: Stage
    rank: int | None
    partly: bool
    gold: tuple[MissQuote, ...]
    shown: tuple[MissQuote, ...]
    nearest: tuple[MissQuote, ...]


def miss_of(
    question: Question, shown: ShownAnswer, ranked: Sequence[Place] | None, passages: Sequence[Place]
) -> Miss | None:
    """The miss of a question; None where the first three citations hit gold and the first six show all sides.

    `ranked` is None for a system whose ranking is not known; then the guess rests on what is shown alone.
    """
    first = shown.places[:ALL_SHOWN]
    lost = [quote for gold in question.sides.values() if not _any_shown(gold, first) for quote in gold]
    seen = (first_hit(question, shown.places) or ALL_SHOWN + 1) <= SEEN
    if question.answerable and seen and not lost:
        return None
    if not question.answerable and not shown.answered:
        return None
    rank = _best_rank(lost, ranked or ())
    return Miss(
        question.question_id,
        question.type,
        question.question,
        question.history,
        question.as_of,
        _stage(question, shown, lost, rank, None if ranked is None else passages),
        rank,
        question.answerable and seen,
        tuple(MissQuote(each.article_id, each.quote, _any_shown([each], first), each.side) for each in question.gold),
        tuple(_shown_quote(each, question) for each in shown.citations),
        tuple(_shown_quote(each, question) for each in shown.nearest),
    )


def _stage(
    question: Question,
    shown: ShownAnswer,
    lost: Sequence[GoldQuote],
    rank: int | None,
    passages: Sequence[Place] | None,
) -> Stage:
    if not question.answerable:
        return Stage.WRONGLY_ANSWERED
    if not lost:
        return Stage.SHOWN_LOW
    if passages is not None and not any(hits_any(passage, lost) for passage in passages):
        return Stage.LEFT_OUT
    if passages is not None and rank is None:
        return Stage.NOT_RETRIEVED
    if rank is not None and rank > PASSAGES:
        return Stage.RANKED_LOW
    return Stage.NOT_CHOSEN if shown.answered else Stage.WRONGLY_ABSTAINED


def _any_shown(gold: Sequence[GoldQuote], places: Sequence[Place]) -> bool:
    return any(hits(place, quote) for place in places for quote in gold)


def _best_rank(gold: Sequence[GoldQuote], ranked: Sequence[Place]) -> int | None:
    return next((rank for rank, place in enumerate(ranked, 1) if hits_any(place, gold)), None)


def _shown_quote(each: ShownQuote, question: Question) -> MissQuote:
    return MissQuote(each.place.article_id, each.quote, hits_any(each.place, question.gold), f"{each.score:.2f}")
