"""Which questions and claims are asked of which articles: the shipped sets in two halves, or the user's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import clipfile.corpus
from clipfile.corpus.collection import Collection
from clipfile.corpus.reading import read_collection
from clipfile.eval.gold import Claim, Question
from clipfile.eval.gold_files import read_claims, read_questions

HERE = Path(__file__).parent
SHIPPED_ARTICLES = Path(clipfile.corpus.__path__[0]) / "articles"


class Half(StrEnum):
    """Development questions may be looked at and tuned on; held-out ones are only ever reported; own are the user's."""

    DEVELOPMENT = "development"
    HELD_OUT = "held_out"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class SetFiles:
    """Where a set is: a folder of articles, and a file of questions, of claims, or both."""

    name: str
    half: Half
    articles: Path
    questions: Path | None
    claims: Path | None


COLLECTIONS = {
    "dam_failure": Half.DEVELOPMENT,
    "port_strike": Half.HELD_OUT,
    "salt_lake": Half.HELD_OUT,
    "school_meals": Half.HELD_OUT,
}


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """A set, read and checked."""

    name: str
    half: Half
    articles: Path
    collection: Collection
    questions: tuple[Question, ...]
    claims: tuple[Claim, ...]


def shipped_sets(halves: Sequence[Half]) -> list[SetFiles]:
    """The sets that are shipped, those of one collection one after another, only of the halves asked for.

    The Haiti questions have both halves. Of the invented collections one is for development; the others are held out with
    their articles, so that they also show what an unseen collection does.
    """
    files = [
        SetFiles(
            "haiti", half, SHIPPED_ARTICLES, HERE / "questions" / f"{half}.jsonl", HERE / "claims" / f"{half}.jsonl"
        )
        for half in (Half.DEVELOPMENT, Half.HELD_OUT)
    ]
    for name, half in COLLECTIONS.items():
        folder = HERE / "collections" / name
        labels = folder / "labels"
        files.append(SetFiles(name, half, folder / "articles", labels / "questions.jsonl", labels / "claims.jsonl"))
    return [each for each in files if each.half in halves]


def read_set(files: SetFiles) -> EvaluationSet:
    """A set from its files.

    Raises:
        CollectionError: if the articles cannot be read.
        GoldFileError: if a line of the questions or claims is not as FORMAT.md says.
    """
    collection = read_collection(files.articles)
    questions = read_questions(files.questions, collection) if files.questions else []
    claims = read_claims(files.claims, collection) if files.claims else []
    return EvaluationSet(files.name, files.half, files.articles, collection, tuple(questions), tuple(claims))
