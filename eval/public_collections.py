"""Public retrieval sets as Clipfile sees them: each document an article, each query a question with its gold places."""

from collections.abc import Sequence
from pathlib import Path

from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.eval.beir import Document, RetrievalSet, SetQuery
from clipfile.eval.gold import GoldQuote, Question, QuestionType
from clipfile.eval.places import occurrences
from clipfile.index.build import Progress, build_index
from clipfile.index.encoder import Encoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store


def collection_of(documents: Sequence[Document]) -> Collection:
    """The documents as articles, ordered by id, with outlet and author where the set gives them; none without text."""
    ordered = sorted(documents, key=lambda each: each.document_id)
    articles = [
        Article(each.document_id, each.text, each.title or None, each.meta.get("source"), each.meta.get("author"))
        for each in ordered
        if each.text.strip()
    ]
    return Collection(tuple(articles))


def index_of(
    collection: Collection, folder: Path, encoder: Encoder, progress: Progress = lambda done, total: None
) -> HybridIndex:
    """The index of a collection in a folder, brought up to date."""
    build_index(collection, folder, encoder, progress=progress)
    return HybridIndex(open_store(folder), encoder)


def questions_of(retrieval: RetrievalSet, queries: Sequence[SetQuery], collection: Collection) -> list[Question]:
    """The queries as questions.

    Gold is the answer where the set gives one, at the places where the relevant documents print it; else each relevant document
    as a whole, and each of them a side. A query of type `unanswerable` or `null_query` has no gold.
    """
    return [_question(query, retrieval.qrels.get(query.query_id, {}), collection) for query in queries]


def _question(query: SetQuery, judged: dict[str, int], collection: Collection) -> Question:
    relevant = [each for each, relevance in judged.items() if relevance > 0 and each in collection.by_id]
    answers = list(dict.fromkeys(answer for answer in query.meta.get("answers", ()) if answer))
    if query.type in ("unanswerable", "null_query"):
        return Question(query.query_id, query.text, QuestionType.NOT_IN_ARTICLES)
    if answers:
        starts = dict(zip(query.meta.get("answers", ()), query.meta.get("starts", ()), strict=False))
        gold = [_answer(each, answer, starts.get(answer), collection) for each in relevant for answer in answers]
        return Question(query.query_id, query.text, QuestionType.SINGLE_FACT, gold=tuple(g for g in gold if g.spans))
    sides = [_whole(each, str(number), collection) for number, each in enumerate(relevant)]
    kind = QuestionType.SEVERAL_ARTICLES if len(sides) > 1 else QuestionType.SINGLE_FACT
    return Question(query.query_id, query.text, kind, gold=tuple(sides))


def _answer(article_id: str, answer: str, start: int | None, collection: Collection) -> GoldQuote:
    """The answer where the set says that it stands, else wherever the document prints it."""
    found = occurrences(collection.by_id[article_id].text, answer)
    stated = [span for span in found if span.start == start]
    return GoldQuote(article_id, answer, "a", tuple(stated or found))


def _whole(article_id: str, side: str, collection: Collection) -> GoldQuote:
    text = collection.by_id[article_id].text
    return GoldQuote(article_id, text, side, (Span(0, len(text)),))
