"""From a question to the quotes that answer it, or to the honest word that the articles do not say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clipfile.app.citation import Citation, cite
from clipfile.app.confidence import THRESHOLD, background_of, probability, signals_of
from clipfile.app.follow_up import read_with_history
from clipfile.app.repeats import without_repeats
from clipfile.index.hybrid import HybridIndex
from clipfile.index.sentences import SentenceHit, sentence_hits
from clipfile.index.tokens import terms_of, words_of

PASSAGES = 20  # passages whose sentences are looked at
CITATIONS = 6
CHARACTERS = 1200  # of quotes in one answer
NEAREST = 3
FAINTEST = 0.4  # a quote is shown if it is at least this share as probable as the best one


class QuestionError(ValueError):
    """A question that cannot be answered as it is; the message says what to do."""


class Status(StrEnum):
    """Whether the articles answer."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown for a question; `not_found` has no citations, and what came near is under `nearest`.

    query: the question as it was searched, with the conversation before it where it leans on that.
    missing: the words of the question that nothing shown or near holds.
    origins: how many independent origins the citations have.
    """

    question: str
    status: Status
    citations: tuple[Citation, ...] = ()
    figures: tuple[dict, ...] = ()
    disagreements: tuple[dict, ...] = ()
    origins: int = 0
    missing: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    query: str = ""


def answer_question(
    index: HybridIndex,
    question: str,
    history: Sequence[str] = (),
    as_of: date | None = None,
    top_k: int = CITATIONS,
) -> Answer:
    """The quotes that answer a question, best first.

    Raises:
        QuestionError: if the question holds no word to search for.
        ValueError: if `top_k` is less than 1.
    """
    if top_k < 1:
        raise ValueError(f"top_k is {top_k}; ask for 1 or more")
    text = read_with_history(question, history)
    if not words_of(text):
        raise QuestionError(
            f"The question {question!r} holds no word; ask in words, for example: Who leads the mission?"
        )
    query = index.query(text)
    hits = sentence_hits(index, query, index.search(text, PASSAGES, as_of))
    if not hits:
        return Answer(question, Status.NOT_FOUND, missing=_missing(text, query.terms, hits), query=text)
    background = background_of(hits)
    sure = {id(hit): probability(signals_of(hit, background)) for hit in hits}
    ranked = without_repeats(sorted(hits, key=lambda hit: -round(sure[id(hit)], 6)))
    best = sure[id(ranked[0])]
    if best < THRESHOLD:
        nearest = tuple(_cited(index, hit, sure[id(hit)]) for hit in ranked[:NEAREST])
        missing = _missing(text, query.terms, ranked[:NEAREST])
        return Answer(question, Status.NOT_FOUND, missing=missing, nearest=nearest, query=text)
    shown = _fitting([hit for hit in ranked if sure[id(hit)] >= FAINTEST * best][:top_k])
    citations = tuple(_cited(index, hit, sure[id(hit)]) for hit in shown)
    return Answer(
        question,
        Status.ANSWERED,
        citations,
        origins=len({citation.origin for citation in citations}),
        missing=_missing(text, query.terms, shown),
        query=text,
    )


def _cited(index: HybridIndex, hit: SentenceHit, score: float) -> Citation:
    return cite(hit.article, hit.span, score, index.store.origin(hit.article.article_id))


def _fitting(hits: Sequence[SentenceHit]) -> list[SentenceHit]:
    """The first hits whose quotes together have at most `CHARACTERS` characters; always at least one."""
    shown, length = [], 0
    for hit in hits:
        length += len(hit.quote)
        if shown and length > CHARACTERS:
            break
        shown.append(hit)
    return shown


def _missing(text: str, terms: Sequence[str], hits: Sequence[SentenceHit]) -> tuple[str, ...]:
    """The question's words, as typed, whose terms none of the sentences holds."""
    held = {term for hit in hits for term in hit.matched}
    words = {word: terms_of(word) for word in dict.fromkeys(words_of(text))}
    return tuple(word for word, of_word in words.items() if of_word and not held.intersection(of_word))
