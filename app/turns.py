"""One turn of the conversation as the page shows it: a question, and the cards of its answer, or a sentence why not."""

from collections.abc import Mapping
from dataclasses import dataclass

from clipfile.app.answer import Answer, Status
from clipfile.app.cards import Card, Side, cards_of, side_of, unsure
from clipfile.app.dateline import date_in_words
from clipfile.app.in_words import counted
from clipfile.app.markdown import answer_as_markdown
from clipfile.corpus.collection import Collection
from clipfile.corpus.differences import Why

ASKING = "asking"
FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Difference:
    """Articles that differ: on what, of which kind, and every side; empty words where they are not known."""

    about: str
    kind: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it; `state` is a `Status`, or "asking" or "failed"; `summary` is a sentence.

    `as_of` is the date that was asked for, as it was written; `badge` says it in words.
    """

    question: str
    as_of: str | None = None
    badge: str = ""
    state: str = ASKING
    summary: str = ""
    read_as: str = ""
    notes: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    differences: tuple[Difference, ...] = ()
    missing: tuple[str, ...] = ()
    nearest: tuple[Card, ...] = ()
    markdown: str = ""


def turn_of(answer: Answer, question: str, as_of: str | None, collection: Collection) -> Turn:
    """The turn of an answered question.

    Raises:
        QuoteError: if a citation is not a slice of its article.
    """
    answers = answer.status == Status.ANSWERED
    cards = cards_of(answer.citations, collection, answer.why if answers else ())
    return Turn(
        question=question,
        as_of=as_of,
        badge=as_of_in_words(as_of),
        state=answer.status,
        summary=summary_of(answer),
        read_as=_read_as(answer, question),
        notes=answer.notes,
        cards=cards,
        differences=tuple(_difference(found, cards, collection) for found in answer.disagreements),
        missing=answer.missing,
        nearest=() if answers else unsure(cards_of(answer.nearest, collection, answer.why)),
        markdown=answer_as_markdown(answer, question, as_of, collection) if answer.citations else "",
    )


def _read_as(answer: Answer, question: str) -> str:
    """The question as it was read, unless the user typed it so or a note says it."""
    if answer.query in ("", question) or any(f"“{answer.query}”" in note for note in answer.notes):
        return ""
    return answer.query


def summary_of(answer: Answer) -> str:
    """How much answers: "4 quotes from 3 articles, 2 origins" if some share one; or that the articles do not say."""
    if answer.status == Status.NOT_FOUND:
        return "The articles do not say."
    articles = {citation.article for citation in answer.citations}
    summary = f"{counted(len(answer.citations), 'quote')} from {counted(len(articles), 'article')}"
    return f"{summary}, {counted(answer.origins, 'origin')}" if 0 < answer.origins < len(articles) else summary


def as_of_in_words(as_of: str | None) -> str:
    """The badge of a question that was asked as of a date."""
    return f"As of {date_in_words(as_of)}" if as_of else ""


def _difference(found: Mapping, cards: tuple[Card, ...], collection: Collection) -> Difference:
    sides = tuple(side_of(side, cards, collection) for side in found.get("sides", ()))
    kind = str(found.get("kind") or "")
    return Difference(str(found.get("about") or ""), kind if kind != Why.DIFFER else "", sides)
