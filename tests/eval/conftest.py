"""A collection of three articles known by heart, and questions about it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.eval.gold import GoldQuote, Question, QuestionType
from clipfile.eval.places import Place, occurrences

FIRE = "The fire killed four people. The hall burned for nine hours. Officials blamed a heater."
INQUIRY = "Nine people died in the fire. A heater was not the cause, the inquiry found."
MARKET = "The market reopened in June. The fire killed four people."


@pytest.fixture
def collection() -> Collection:
    return Collection(
        (
            Article("fire", FIRE, published=PublicationDate("2030-05-02")),
            Article("inquiry", INQUIRY, published=PublicationDate("2030-06")),
            Article("market", MARKET),
        )
    )


@pytest.fixture
def gold(collection: Collection) -> Callable[..., GoldQuote]:
    """A gold quote from an article's id and its words."""

    def make(article_id: str, quote: str, side: str = "a") -> GoldQuote:
        return GoldQuote(article_id, quote, side, tuple(occurrences(collection.by_id[article_id].text, quote)))

    return make


@pytest.fixture
def place(collection: Collection) -> Callable[..., Place]:
    """Where an article prints some words."""

    def make(article_id: str, words: str) -> Place:
        start = collection.by_id[article_id].text.index(words)
        return Place(article_id, start, start + len(words))

    return make


@pytest.fixture
def citation(collection: Collection) -> Callable[..., dict]:
    """A citation as JSON, from an article's id and its words."""

    def make(article_id: str, words: str, score: float = 0.5, **more: object) -> dict:
        start = collection.by_id[article_id].text.index(words)
        return {
            "article": article_id,
            "start": start,
            "end": start + len(words),
            "quote": words,
            "score": score,
            **more,
        }

    return make


@pytest.fixture
def disagreement(gold: Callable[..., GoldQuote]) -> Question:
    """How many died: four (printed twice) or nine."""
    return Question(
        "q1",
        "How many people died?",
        QuestionType.DISAGREE,
        gold=(
            gold("fire", "The fire killed four people."),
            gold("market", "The fire killed four people."),
            gold("inquiry", "Nine people died in the fire.", "b"),
        ),
    )


@pytest.fixture
def absent() -> Question:
    return Question("q2", "Who won the election?", QuestionType.NOT_IN_ARTICLES)


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """A JSON Lines file with these records; a text stands as it is."""

    def write(*records: dict | str, name: str = "file.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in records))
        return path

    return write
