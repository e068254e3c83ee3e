"""What cutting articles into sentences and passages allows: no ranking can find more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.passages import passages_of
from clipfile.corpus.sentences import sentences_of
from clipfile.eval.gold import GoldQuote, Question
from clipfile.eval.places import Place, hits_any

WIDTHS = (40, 60, 90, 120, 200)  # words

Cut = Callable[[Article], list[Span]]


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that a cutting allows, as shares from 0 to 1.

    whole: gold quotes that stand whole within one piece.
    hit: gold quotes of which one piece holds at least half.
    questions: questions of which every side has such a gold quote.
    words: mean length of a piece.
    """

    cutting: str
    pieces: int
    words: float
    whole: float
    hit: float
    questions: float


def ceilings(collection: Collection, questions: Sequence[Question]) -> list[Ceiling]:
    """The ceiling of single sentences, and of passages of several widths."""
    cuttings: dict[str, Cut] = {"sentences": _sentences}
    cuttings |= {f"passages of {words} words": _passages(words) for words in WIDTHS}
    answerable = [question for question in questions if question.answerable]
    return [_ceiling(name, cut, collection, answerable) for name, cut in cuttings.items()] if answerable else []


def _sentences(article: Article) -> list[Span]:
    return sentences_of(article.text, article.furniture)


def _passages(words: int) -> Cut:
    def cut(article: Article) -> list[Span]:
        passages = passages_of(article.article_id, article.text, _sentences(article), words)
        return [Span(passage.start, passage.end) for passage in passages]

    return cut


def _ceiling(name: str, cut: Cut, collection: Collection, questions: Sequence[Question]) -> Ceiling:
    places = [Place(article.article_id, span.start, span.end) for article in collection for span in cut(article)]
    gold = [quote for question in questions for quote in question.gold]
    words = [len(collection.by_id[place.article_id].text[place.start : place.end].split()) for place in places]
    reachable = [
        all(any(_hit(quote, places) for quote in side) for side in question.sides.values()) for question in questions
    ]
    return Ceiling(
        name,
        len(places),
        sum(words) / max(len(words), 1),
        sum(_whole(quote, places) for quote in gold) / len(gold),
        sum(_hit(quote, places) for quote in gold) / len(gold),
        sum(reachable) / len(questions),
    )


def _hit(quote: GoldQuote, places: Sequence[Place]) -> bool:
    return any(hits_any(place, [quote]) for place in places)


def _whole(quote: GoldQuote, places: Sequence[Place]) -> bool:
    return any(
        place.article_id == quote.article_id and place.start <= span.start and span.end <= place.end
        for place in places
        for span in quote.spans
    )
