"""The record of a run of the suite: what came of each question and claim, the measures, and what was measured."""

from dataclasses import dataclass, field

from clipfile.eval.ceiling import Ceiling
from clipfile.eval.claim_misses import ClaimMiss
from clipfile.eval.intervals import Measured
from clipfile.eval.misses import Miss

FORMAT = 1


@dataclass(frozen=True, slots=True)
class QuestionOutcome:
    """What came of a question.

    confidence: the best score shown, 0 to 1; of what came near where it was not answered.
    scores, hits: of each citation the score shown with it, and whether it hits a gold quote; of what came near where
        there is no citation.
    leaks: quotes shown from articles later than the question's as-of date.
    seconds: from the question to the answer.
    """

    question_id: str
    type: str
    answerable: bool
    answered: bool
    confidence: float
    scores: tuple[float, ...]
    hits: tuple[bool, ...]
    leaks: int
    seconds: float
    measures: dict[str, float]


@dataclass(frozen=True, slots=True)
class ClaimOutcome:
    """What came of a claim; `gold` and `verdict` are the right verdict and the one given."""

    claim_id: str
    change: str
    gold: str
    verdict: str
    leaks: int
    seconds: float
    measures: dict[str, float]


@dataclass(frozen=True, slots=True)
class Variant:
    """One row of a comparison of systems on the same questions."""

    name: str
    note: str
    measures: dict[str, Measured]


@dataclass(frozen=True, slots=True)
class Cost:
    """What the run cost: seconds, and mebibytes (1,048,576 bytes)."""

    index_seconds: float
    index_mib: float
    peak_memory_mib: float
    load_seconds: float


@dataclass(frozen=True, slots=True)
class DeskPart:
    """A part of the evidence desk against its labels, a row for each set of them; `name` is what was measured."""

    name: str
    rows: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class PartResult:
    """The results on one set of questions and claims over one collection.

    `by_type` and `by_change` hold the measures of each type of question and each way claims were made. `gold_hash`
    changes with the questions and claims, `articles_hash` with the articles. `rankings` and `answers` compare it with
    other systems, `claim_ways` has its rules and its stance model alone and together. `run` and `qrels` are the ranking of
    passages, and which of them are relevant.
    """

    name: str
    half: str
    articles: int
    articles_hash: str
    gold_hash: str
    questions: tuple[QuestionOutcome, ...]
    claims: tuple[ClaimOutcome, ...]
    measures: dict[str, Measured]
    by_type: dict[str, dict[str, Measured]]
    by_change: dict[str, dict[str, Measured]]
    cost: Cost | None = None
    ceilings: tuple[Ceiling, ...] = ()
    rankings: tuple[Variant, ...] = ()
    answers: tuple[Variant, ...] = ()
    claim_ways: tuple[Variant, ...] = ()
    misses: tuple[Miss, ...] = ()
    claim_misses: tuple[ClaimMiss, ...] = ()
    run: dict[str, list[str]] = field(default_factory=dict, compare=False)
    qrels: dict[str, dict[str, int]] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class SuiteResult:
    """A run of the suite: when, on what version and machine, its parts, and the evidence desk against its labels."""

    date: str
    version: str
    commit: str
    machine: str
    seconds: float
    parts: tuple[PartResult, ...]
    desk: tuple[DeskPart, ...] = ()
    format: int = FORMAT
