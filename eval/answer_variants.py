"""What choosing sentences is worth: the same questions, with other ways from the passages found to the quotes shown."""

from collections.abc import Callable, Sequence
from dataclasses import asdict

import numpy as np

from clipfile.app.answer import CITATIONS, PASSAGES, read_by_reranker
from clipfile.app.desk import Desk
from clipfile.app.follow_up import read_with_history
from clipfile.corpus.collection import Collection
from clipfile.eval.ablation import as_shipped, last_day, places_of
from clipfile.eval.answers import answer_measures
from clipfile.eval.gold import Question
from clipfile.eval.places import Place
from clipfile.eval.ranking import Rank
from clipfile.eval.result import Variant
from clipfile.eval.shown import Ask, read_answer
from clipfile.eval.summary import means
from clipfile.index.cross_encoder import CrossEncoder
from clipfile.index.encoder import Encoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.sentences import SentenceHit, sentence_hits

FIRST_PASSAGES = 3

Order = Callable[[HybridIndex, str, list[SentenceHit]], list[SentenceHit]]
"""From an index, a query and the sentences of the passages found to those sentences, best first."""


def measured_answers(name: str, note: str, ask: Ask, questions: Sequence[Question], collection: Collection) -> Variant:
    """The answer measures of a system over the questions that have an answer."""
    asked = [each for each in questions if each.answerable]
    answers = [read_answer(ask(each.question, each.history, each.as_of)) for each in asked]
    measures = [answer_measures(each, answer, collection.by_id) for each, answer in zip(asked, answers, strict=True)]
    return Variant(name, note, means(measures))


def answer_variants(desk: Desk, collection: Collection, encoder: Encoder) -> list[tuple[str, str, Ask]]:
    """Ways from the shipped ranking to what is shown, each with a name and a note; all but the last never abstain."""
    index = desk.index
    passages = places_of(index)

    def ranked(query: str, as_of: str | None, depth: int) -> list[Place]:
        return [passages[number] for number in as_shipped(index, query, as_of, depth)]

    without = Desk(index, desk.articles)
    reranked = (
        [("sentences by the reranker", "", sentences_shown(index, by_reranker(desk.reranker)))] if desk.reranker else []
    )
    return [
        (f"first {FIRST_PASSAGES} passages, whole", "no sentence choice", passages_shown(ranked, collection)),
        ("sentences by the vector of each", "cosine with the question", sentences_shown(index, by_vector(encoder))),
        ("sentences by shared words", "weighted by rarity", sentences_shown(index, by_words)),
        ("sentences by late interaction", "token vectors", sentences_shown(index, by_tokens)),
        *reranked,
        ("clipfile without its reranker", "may say “not found”", lambda *asked: asdict(without.ask(*asked))),
    ]


def passages_shown(rank: Rank, collection: Collection, n_passages: int = FIRST_PASSAGES) -> Ask:
    """A system that shows the first passages of a ranking as they are: what a plain retriever puts before a reader."""

    def ask(question: str, history: Sequence[str], as_of: str | None) -> dict:
        query = read_with_history(question, history)
        citations = [_citation(place, collection) for place in rank(query, as_of, n_passages)]
        return {"status": "answered" if citations else "not_found", "citations": citations, "query": query}

    return ask


def sentences_shown(index: HybridIndex, order: Order) -> Ask:
    """A system that shows the best six sentences of the passages found, in some order."""

    def ask(question: str, history: Sequence[str], as_of: str | None) -> dict:
        text = read_with_history(question, history)
        hits = sentence_hits(index, index.query(text), index.search(text, PASSAGES, last_day(as_of)))
        citations = [
            {
                "article": hit.article.article_id,
                "start": hit.span.start,
                "end": hit.span.end,
                "quote": hit.quote,
                "score": 0.0,
            }
            for hit in order(index, text, hits)[:CITATIONS]
        ]
        return {"status": "answered" if citations else "not_found", "citations": citations, "query": text}

    return ask


def by_tokens(index: HybridIndex, query: str, hits: list[SentenceHit]) -> list[SentenceHit]:
    """By late interaction, as the index ranks sentences."""
    return hits


def by_words(index: HybridIndex, query: str, hits: list[SentenceHit]) -> list[SentenceHit]:
    """By the share of the query's terms that a sentence holds, weighted by rarity."""
    return sorted(hits, key=lambda hit: -hit.coverage)


def by_reranker(reranker: CrossEncoder) -> Order:
    """By the trained cross-encoder alone, among the sentences that it is given to read."""

    def order(index: HybridIndex, query: str, hits: list[SentenceHit]) -> list[SentenceHit]:
        read = read_by_reranker(index, hits)
        relevance = reranker.logits(query, read)[:, 0] if read else np.zeros(0)
        return [hits[position] for position in np.argsort(-relevance, kind="stable")]

    return order


def by_vector(encoder: Encoder) -> Order:
    """By the cosine of the sentence's own vector."""

    def order(index: HybridIndex, query: str, hits: list[SentenceHit]) -> list[SentenceHit]:
        vectors = np.array([encoded.vector for encoded in encoder.encode([hit.quote for hit in hits])])
        cosines = vectors @ index.query(query).encoded.vector if hits else np.zeros(0)
        return [hits[position] for position in np.argsort(-cosines, kind="stable")]

    return order


def _citation(place: Place, collection: Collection) -> dict:
    quote = collection.by_id[place.article_id].text[place.start : place.end]
    return {"article": place.article_id, "start": place.start, "end": place.end, "quote": quote, "score": 0.0}
