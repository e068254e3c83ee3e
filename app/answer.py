"""From a question to the quotes that answer it, or to the honest word that the articles do not say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clipfile.app.citation import Citation, cite_from
from clipfile.app.confidence import CANDIDATES, Candidate, answered, candidates_of
from clipfile.app.disagreements import disagreements_among, figures_in
from clipfile.app.follow_up import read_with_history
from clipfile.app.in_time import in_time
from clipfile.app.repeats import without_repeats
from clipfile.app.sides import all_sides
from clipfile.index.cross_encoder import CrossEncoder, titled
from clipfile.index.hybrid import HybridIndex
from clipfile.index.sentences import sentence_hits
from clipfile.index.tokens import terms_of, words_of

PASSAGES = 20  # passages whose sentences are looked at
CITATIONS = 6
CHARACTERS = 1200  # of quotes in one answer
NEAREST = 3
ANSWERED = 0.5  # probability from which the articles are said to answer


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
    reranker: CrossEncoder | None = None,
) -> Answer:
    """The quotes that answer a question, the best first, each other answer before repetitions; without a reranker less well.

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
    relevance = reranker.logits(text, [titled(hit) for hit in hits[:CANDIDATES]])[:, 0] if reranker and hits else None
    candidates = candidates_of(hits, relevance)
    found = answered(candidates) >= ANSWERED
    ranked = without_repeats(candidates)
    shown = _fitting(_with_all_sides(index, ranked, text)[:top_k]) if found else ranked[:NEAREST]
    citations = tuple(_cited(index, each) for each in shown)
    missing = _missing(text, query.terms, shown)
    if not found:
        return Answer(question, Status.NOT_FOUND, missing=missing, nearest=citations, query=text)
    return Answer(
        question,
        Status.ANSWERED,
        tuple(in_time(index, each, as_of) for each in citations),
        figures=tuple(figures_in(index.store, citations)),
        disagreements=tuple(disagreements_among(index.store, citations, text)),
        origins=len({citation.origin for citation in citations}),
        missing=missing,
        query=text,
    )


def _cited(index: HybridIndex, candidate: Candidate) -> Citation:
    return cite_from(index.store, candidate.hit.article.article_id, candidate.hit.span, candidate.probability)


def _with_all_sides(index: HybridIndex, candidates: Sequence[Candidate], text: str) -> list[Candidate]:
    citations = [_cited(index, each) for each in candidates]
    return all_sides(candidates, disagreements_among(index.store, citations, text))


def _fitting(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The first candidates whose quotes together have at most `CHARACTERS` characters; always at least one."""
    shown: list[Candidate] = []
    length = 0
    for each in candidates:
        length += len(each.hit.quote)
        if shown and length > CHARACTERS:
            break
        shown.append(each)
    return shown


def _missing(text: str, terms: Sequence[str], candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """The question's words, as typed, whose terms none of the sentences holds."""
    held = {term for each in candidates for term in each.hit.matched}
    words = {word: terms_of(word) for word in dict.fromkeys(words_of(text))}
    return tuple(word for word, of_word in words.items() if of_word and not held.intersection(of_word))
