"""Question sets in one shape for fitting and choosing: articles, and questions with the spans that answer them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.reading import read_collection

HERE = Path(__file__).parent
HELD_BACK = 4  # matters whose line number modulo 5 is this train no model
VERDICTS = {"supports": "supported", "refutes": "refuted", "neutral": "not_enough_evidence"}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WrittenClaim:
    """An invented claim, its verdict, how it was changed, and stances of sentences."""

    claim: str
    verdict: str
    kind: str
    stances: tuple[tuple[Place, str], ...]


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


def pooled(sets: Sequence[tuple[Collection, list[Asked]]]) -> tuple[Collection, list[Asked]]:
    """The articles of several sets as one large folder, with the questions of all but those as of a date."""
    articles, asked = [], []
    for number, (collection, questions) in enumerate(sets):
        articles += [replace(each, article_id=f"{number}/{each.article_id}") for each in collection]
        asked += [
            replace(each, answers=tuple((f"{number}/{article}", span) for article, span in each.answers))
            for each in questions
            if not each.as_of
        ]
    return Collection(tuple(articles)), asked


@dataclass(frozen=True, slots=True)
class Written:
    """An invented article of the training files.

    sentences: in order; `outlet` is empty where none is invented.
    """

    title: str
    published: str
    sentences: tuple[str, ...]
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """Invented articles on one matter, with questions and claims about them.

    Sentences are named by (article, sentence), from 0. questions: with every sentence that answers; none where nothing
    does. claims: with the stances of sentences, the neutral ones among them near the claim in words or topic.
    held_back: that no model is trained on it.
    """

    name: str
    articles: tuple[Written, ...]
    questions: tuple[tuple[str, tuple[Place, ...]], ...]
    claims: tuple[WrittenClaim, ...]
    held_back: bool

    def sentence(self, place: Place) -> str:
        """The sentence at a place."""
        return self.articles[place[0]].sentences[place[1]]

    def places(self) -> list[Place]:
        """Every sentence, in order."""
        return [(a, s) for a, article in enumerate(self.articles) for s in range(len(article.sentences))]

    def before(self, place: Place) -> str:
        """The sentence before one in its article; empty for the first."""
        return self.sentence((place[0], place[1] - 1)) if place[1] else ""


@dataclass(frozen=True, slots=True)
class SingleSentence:
    """An invented sentence with the headline above it and the sentence before it, and claims with their stances."""

    title: str
    before: str
    sentence: str
    claims: tuple[tuple[str, str], ...]
    held_back: bool


def single_sentences() -> Iterator[SingleSentence]:
    """The sentences of this folder that stand alone; every fifth of a file is held back."""
    for path in sorted(HERE.glob("sentences_*.jsonl")):
        for number, record in enumerate(lines_of(path)):
            claims = tuple((claim, stance) for stance, claim in record["claims"])
            yield SingleSentence(record["title"], record["before"], record["sentence"], claims, number % 5 == HELD_BACK)


def matters() -> Iterator[Matter]:
    """The stories (one article each) and the collections (several) of this folder; every fifth of a file is held back."""
    for path in sorted(HERE.glob("stories_*.jsonl")):
        for number, record in enumerate(lines_of(path)):
            questions = tuple((each["q"], tuple((0, n) for n in each["answers"])) for each in record["questions"])
            claims = tuple(
                WrittenClaim(
                    each["c"], VERDICTS[each["label"]], each["kind"], (((0, each["evidence"]), each["label"]),)
                )
                for each in record["claims"]
            )
            article = Written(record["title"], record["published"], tuple(record["sentences"]))
            yield Matter(record["story_id"], (article,), questions, claims, number % 5 == HELD_BACK)
    for path in sorted(HERE.glob("collections_*.jsonl")):
        for number, record in enumerate(lines_of(path)):
            articles = tuple(
                Written(each["title"], each["published"], tuple(each["sentences"]), each["outlet"])
                for each in record["articles"]
            )
            questions = tuple((each["q"], tuple(map(_place, each["answers"]))) for each in record["questions"])
            claims = tuple(
                WrittenClaim(
                    each["c"],
                    each["verdict"].replace(" ", "_"),
                    each["kind"],
                    tuple((_place(at), at[2]) for at in each["evidence"])
                    + tuple((_place(at), "neutral") for at in each["near"]),
                )
                for each in record["claims"]
            )
            yield Matter(record["collection_id"], articles, questions, claims, number % 5 == HELD_BACK)


def _place(numbers: Sequence) -> Place:
    return int(numbers[0]), int(numbers[1])


def as_collection(matter: Matter) -> tuple[Collection, dict[Place, tuple[str, Span]]]:
    """The articles of a matter, three sentences a paragraph, and where each sentence stands: article and span."""
    articles, spans = [], {}
    for a, written in enumerate(matter.articles):
        text, article_id = "", f"{matter.name}-{a}"
        for s, sentence in enumerate(written.sentences):
            spans[a, s] = (article_id, Span(len(text), len(text) + len(sentence)))
            text += sentence + ("\n" if s % 3 == 2 else " ")
        published = PublicationDate(written.published)
        articles.append(Article(article_id, text, written.title, outlet=written.outlet or None, published=published))
    return Collection(tuple(articles)), spans


def from_matter(matter: Matter) -> tuple[Collection, list[Asked]]:
    """A matter's articles and questions."""
    collection, spans = as_collection(matter)
    asked = [
        Asked(f"{matter.name}-{n}", question, tuple(spans[place] for place in answers))
        for n, (question, answers) in enumerate(matter.questions)
    ]
    return collection, asked
