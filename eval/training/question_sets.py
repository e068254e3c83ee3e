"""Question sets in one shape for fitting and choosing: articles, and questions with the spans that answer them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.reading import read_collection


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and every span that answers it, by article; none where the articles do not answer."""

    question_id: str
    question: str
    answers: tuple[tuple[str, Span], ...]
    history: tuple[str, ...] = ()
    as_of: str | None = None

    def answered_by(self, article_id: str, span: Span) -> bool:
        """Whether a sentence holds at least half of an answering span."""
        return any(
            article_id == at and min(span.end, gold.end) - max(span.start, gold.start) >= (gold.end - gold.start) / 2
            for at, gold in self.answers
        )


def lines_of(path: Path) -> Iterator[dict]:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def from_gold_file(articles: Path, questions: Path) -> tuple[Collection, list[Asked]]:
    """A folder of articles and a question file as eval/FORMAT.md describes it."""
    collection = read_collection(articles)
    asked = []
    for record in lines_of(questions):
        spans = []
        for gold in record["gold"]:
            start = collection.by_id[gold["article"]].text.index(gold["quote"])
            spans.append((gold["article"], Span(start, start + len(gold["quote"]))))
        history = tuple(record.get("history", ()))
        asked.append(Asked(record["id"], record["question"], tuple(spans), history, record.get("as_of")))
    return collection, asked


def story_lines(*paths: Path) -> Iterator[tuple[int, dict]]:
    """The stories of files, each with its line number in its file, from 0."""
    for path in paths:
        yield from enumerate(lines_of(path))


def from_stories(*paths: Path, part: range | None = None) -> tuple[Collection, list[Asked]]:
    """The stories of the training files; with `part`, those whose line number modulo 5 is in it."""
    articles, asked = [], []
    for number, record in story_lines(*paths):
        if part is not None and number % 5 not in part:
            continue
        text, spans = "", []
        for sentence in record["sentences"]:
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += sentence + ("\n" if len(spans) % 3 == 0 else " ")
        story = record["story_id"]
        articles.append(Article(story, text, record["title"], published=PublicationDate(record["published"])))
        for n, each in enumerate(record["questions"]):
            asked.append(Asked(f"{story}-{n}", each["q"], tuple((story, spans[i]) for i in each["answers"])))
    return Collection(tuple(articles)), asked


def from_beir(folder: Path) -> tuple[Collection, list[Asked]]:
    """A retrieval set whose queries name their answers as text; a query without one is unanswerable."""
    texts = {record["id"]: record["text"] for record in lines_of(folder / "corpus.jsonl")}
    relevant: dict[str, list[str]] = {}
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, _ = line.split("\t")
        relevant.setdefault(query, []).append(document)
    asked = []
    for record in lines_of(folder / "queries.jsonl"):
        spans = [
            (document, Span(at, at + len(answer)))
            for document in relevant.get(record["id"], ())
            for answer in record["meta"].get("answers", ())
            if record["type"] != "unanswerable" and (at := texts[document].find(answer)) >= 0
        ]
        asked.append(Asked(record["id"], record["text"], tuple(dict.fromkeys(spans))))
    return Collection(tuple(Article(article_id, text) for article_id, text in sorted(texts.items()))), asked
