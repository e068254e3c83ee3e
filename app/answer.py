"""From a question to the quotes that answer it, or to the honest word that the articles do not say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from clipfile.app.citation import Citation, cite_from
from clipfile.app.claim_words import Word
from clipfile.app.confidence import CANDIDATES, TOGETHER, Candidate, answered, candidates_of
from clipfile.app.disagreements import disagreements_among, figures_in
from clipfile.app.follow_up import asks_of_somebody, asks_who, with_history, with_name
from clipfile.app.in_time import in_time
from clipfile.app.missing import missing_words, names_a_stranger
from clipfile.app.outright import answers_outright
from clipfile.app.person_named import person_named
from clipfile.app.preferred import preferred
from clipfile.app.query_reading import Reading, ended, read_question
from clipfile.app.repeats import without_repeats
from clipfile.app.sides import all_sides
from clipfile.app.why import Explaining, Why
from clipfile.corpus.voice import VoiceKind
from clipfile.index.abbreviations import both_forms
from clipfile.index.cross_encoder import CrossEncoder
from clipfile.index.hybrid import Hit, HybridIndex, Query
from clipfile.index.sentences import SentenceHit, read_by_model, sentence_hits
from clipfile.index.store import UNDATED
from clipfile.index.tokens import terms_of, words_of

PASSAGES = 20  # passages whose sentences are looked at
CITATIONS = 6
CHARACTERS = 1200  # of quotes in one answer
NEAREST = 3
# The probability from which the articles are said to answer: silence over an answer that is there costs as much as quotes that
# do not answer.
ANSWERED = 0.5
OUTRIGHT = 0.8  # the probability that a sentence answers which does so by its form


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
    notes: how the question was read, where not as it was typed: sentences for the user.
    why: for each citation, or each of the nearest, what led to it, where that is asked for.
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
    notes: tuple[str, ...] = ()
    why: tuple[Why, ...] = ()


def answer_question(
    index: HybridIndex,
    question: str,
    history: Sequence[str] = (),
    as_of: date | None = None,
    top_k: int = CITATIONS,
    reranker: CrossEncoder | None = None,
    explain: bool = False,
) -> Answer:
    """The quotes that answer a question, the best first, each other answer before repetitions; without a reranker less well.

    Raises:
        QuestionError: if the question holds no word to search for.
        ValueError: if `top_k` is less than 1.
    """
    if top_k < 1:
        raise ValueError(f"top_k is {top_k}; ask for 1 or more")
    asked = _asked(index, question, history, as_of, reranker)
    if not words_of(" ".join(asked)):
        raise QuestionError(
            f"The question {question!r} holds no word; ask in words, for example: Who leads the mission?"
        )
    reading, notes = _read(index, asked, as_of)
    text, day = reading.text, _earlier(as_of, reading.as_of)
    query = index.query(text)
    passages = _passages(index, reading, day)
    hits = [hit for hit in sentence_hits(index, query, passages) if not _only_asks(index, hit)]
    relevance = reranker.logits(ended(text), read_by_reranker(index, hits))[:, 0] if reranker and hits else None
    candidates = candidates_of(hits, relevance)
    outright = [each for each in candidates if answers_outright(index, each.hit, reading)]
    allowed = index.allowed(day, reading.outlets or None, reading.month)
    searched = len(index.store) if allowed is None else len(allowed)
    sure = OUTRIGHT if outright else _answered(index, query, candidates, searched)
    found = sure >= ANSWERED
    others = [replace(each, probability=sure * each.probability) for each in candidates if each not in outright]
    candidates = [replace(each, probability=OUTRIGHT) for each in outright] + others
    ranked = without_repeats(preferred(index.store, candidates, reading))
    shown = _fitting(_with_all_sides(index, ranked, text)[:top_k]) if found else ranked[:NEAREST]
    citations = tuple(_cited(index, each) for each in shown)
    why: tuple[Why, ...] = ()
    if explain:
        explaining = Explaining(index, query, passages, hits, candidates, allowed)
        why = tuple(explaining.why(each) for each in shown)
    answer = Answer(
        question, Status.NOT_FOUND, missing=_missing(index, reading, shown, citations), query=text, notes=notes, why=why
    )
    if not found:
        return replace(answer, nearest=citations)
    return replace(
        answer,
        status=Status.ANSWERED,
        citations=tuple(in_time(index, each, day) for each in citations),
        figures=tuple(figures_in(index.store, citations)),
        disagreements=tuple(disagreements_among(index.store, citations, text)),
        origins=len({citation.origin for citation in citations}),
    )


def _asked(
    index: HybridIndex, question: str, history: Sequence[str], as_of: date | None, reranker: CrossEncoder | None
) -> list[str]:
    """The question after those that it leans on; its "she" is the one whom the answer to a who-question before it names."""
    asked = with_history(question, history)
    last = max((number for number, each in enumerate(asked[:-1]) if asks_who(each)), default=None)
    if last is None or not any(map(asks_of_somebody, asked[last + 1 :])):
        return asked
    answer = answer_question(index, asked[last], asked[:last], as_of, 1, reranker)
    person = person_named(index.store, answer.citations[0], asked[last]) if answer.citations else None
    if person is None:
        return asked
    *earlier, read = [*asked[: last + 1], *(with_name(each, person) for each in asked[last + 1 :])]
    return with_history(read, earlier)


def _only_asks(index: HybridIndex, hit: SentenceHit) -> bool:
    """Whether a sentence is a question of the outlet's own; somebody's words may be one and answer."""
    return hit.is_question and index.store.indexed(hit.article.article_id).voice(hit.span).kind is VoiceKind.ASSERTED


def _is_in_words_of(index: HybridIndex, query: Query) -> bool:
    """Whether the articles hold a term of the question at all; without one, what is nearest in meaning is nearest by chance."""
    return not query.terms or any(index.store.bm25.holding(term) for term in query.terms)


def _answered(index: HybridIndex, query: Query, candidates: Sequence[Candidate], searched: int) -> float:
    """The probability that the articles answer; none where they lack all words of the question, or one of its names.

    `searched` is the number of passages that took part.
    """
    different = without_repeats(candidates)
    if not _is_in_words_of(index, query) or _is_about_a_stranger(index, query.text, different[:TOGETHER]):
        return 0.0
    return answered(different, searched)


def _is_about_a_stranger(index: HybridIndex, text: str, candidates: Sequence[Candidate]) -> bool:
    """Whether a question names what neither the passages of the best candidates nor their titles, speakers or outlets name."""
    cited = [_cited(index, each) for each in candidates]
    read = [part for each in cited for part in (each.title, each.speaker, each.outlet) if part]
    for hit in (each.hit for each in candidates):
        read.append(hit.article.text[hit.hit.passage.start : hit.hit.passage.end])
    read += both_forms(" ".join(read), index.abbreviations)
    return names_a_stranger(text, read, lambda name: all(map(index.store.bm25.holding, terms_of(name))))


def read_by_reranker(index: HybridIndex, hits: Sequence[SentenceHit]) -> list[str]:
    """What the reranker reads of the candidates among the sentences found."""
    return read_by_model(index, hits[:CANDIDATES])


def _read(index: HybridIndex, asked: Sequence[str], as_of: date | None) -> tuple[Reading, tuple[str, ...]]:
    """The question as it is to be searched, and what the user is told of that; a restriction that leaves nothing is lifted."""
    days = [date.fromordinal(day) if day != UNDATED else None for day in index.store.article_days.tolist()]
    reading = read_question(asked, index.names, days, index.words)
    notes = [f"Searched as “{reading.spelling}”."] if reading.spelling else []
    if reading.restricted:
        if _leaves_any(index, reading, _earlier(as_of, reading.as_of)):
            notes.append(f"Only articles {reading.where} were searched, as the question asks.")
        else:
            notes.append(f"No article is {reading.where}, as the question asks; all were searched.")
            reading = reading.everywhere()
    if as_of and not _leaves_any(index, reading, as_of):
        notes.append(f"No article is dated {as_of} or earlier.")
    return reading, tuple(notes)


def _leaves_any(index: HybridIndex, reading: Reading, as_of: date | None) -> bool:
    """Whether the restrictions of a question leave any passage."""
    allowed = index.allowed(as_of, reading.outlets or None, reading.month)
    return allowed is None or len(allowed) > 0


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day), default=None)


def _passages(index: HybridIndex, reading: Reading, as_of: date | None) -> list[Hit]:
    return index.search(reading.text, PASSAGES, as_of, reading.outlets or None, published=reading.month)


def _cited(index: HybridIndex, candidate: Candidate) -> Citation:
    return cite_from(index.store, candidate.hit.article.article_id, candidate.hit.span, candidate.probability)


def _with_all_sides(index: HybridIndex, candidates: Sequence[Candidate], text: str) -> list[Candidate]:
    citations = [_cited(index, each) for each in candidates]
    return all_sides(candidates, disagreements_among(index.store, citations, text, faintest=0.0))


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


def _missing(
    index: HybridIndex, reading: Reading, candidates: Sequence[Candidate], shown: Sequence[Citation]
) -> tuple[str, ...]:
    """The question's words, as typed, that none of the quotes holds in whatever form or abbreviation, nor their speakers."""
    held = {term for each in candidates for term in each.hit.matched}
    held.update(term for each in shown for term in terms_of(each.speaker or ""))
    held.update(terms_of(" ".join((reading.placing, *reading.outlets))))

    def is_held(word: Word) -> bool:
        forms = [terms_of(word.text), *map(terms_of, both_forms(word.text, index.abbreviations))]
        return any(form and held.issuperset(form) for form in forms)

    return missing_words(reading.text, is_held)
