"""How good one answer is, by exact span: gold quotes shown, all sides shown, how much of what is quoted is gold."""

from collections.abc import Mapping, Sequence

from clipfile.corpus.article import Article
from clipfile.corpus.dates import bounds
from clipfile.eval.citations import citation_precision, citation_recall
from clipfile.eval.gold import Question
from clipfile.eval.places import Place, characters, gold_characters, hits, hits_any
from clipfile.eval.shown import ShownAnswer, ShownQuote

CUTS = (1, 3, 6)  # the first citation, those seen without scrolling, and all that an answer may have
ALL_SHOWN = CUTS[-1]


def answer_measures(question: Question, shown: ShownAnswer, articles: Mapping[str, Article]) -> dict[str, float]:
    """The measures of one answer by name, each a share from 0 to 1 unless its name says otherwise.

    For a question that the articles answer, all of them; where nothing is quoted they are 0, as in ALCE. For any
    question: `right` (a gold quote in the first three citations, or no answer where there is none) and, where
    something is shown, `verbatim`, `citations` and `quoted_characters`.
    """
    measures: dict[str, float] = {}
    if question.answerable:
        first = first_hit(question, shown.places)
        measures |= {f"hit@{cut}": float(first is not None and first <= cut) for cut in CUTS}
        measures["sides"] = sides_shown(question, shown.places[:ALL_SHOWN]) / len(question.sides)
        if len(question.sides) > 1:
            measures["all_sides"] = float(measures["sides"] == 1)
        measures["quoted_precision"] = quoted_precision(question, shown.places)
        measures["citation_precision"] = citation_precision(question.sides.values(), shown.places)
        measures["citation_recall"] = citation_recall(question.sides.values(), shown.places)
        measures["right"] = measures["hit@3"]
    else:
        measures["right"] = float(not shown.answered)
    if shown.everything:
        exact = [is_verbatim(quote, articles) for quote in shown.everything]
        measures["verbatim"] = sum(exact) / len(exact)
    if shown.citations:
        measures["citations"] = len(shown.citations)
        measures["quoted_characters"] = sum(len(quote.quote) for quote in shown.citations)
    return measures


def first_hit(question: Question, places: Sequence[Place]) -> int | None:
    """The rank, from 1, of the first place that hits a gold quote."""
    return next((rank for rank, place in enumerate(places, 1) if hits_any(place, question.gold)), None)


def sides_shown(question: Question, places: Sequence[Place]) -> int:
    """How many sides have a gold quote that one of the places hits."""
    return sum(any(hits(place, quote) for place in places for quote in gold) for gold in question.sides.values())


def quoted_precision(question: Question, places: Sequence[Place]) -> float:
    """Share of the quoted characters, each counted once, that belong to a gold quote."""
    quoted = characters(places)
    return len(quoted & gold_characters(question.gold)) / len(quoted) if quoted else 0.0


def is_verbatim(shown: ShownQuote, articles: Mapping[str, Article]) -> bool:
    """Whether a quote is exactly the slice of the article that it is said to be."""
    article, place = articles.get(shown.place.article_id), shown.place
    return article is not None and bool(shown.quote) and article.text[place.start : place.end] == shown.quote


def leaks(as_of: str | None, quotes: Sequence[ShownQuote], articles: Mapping[str, Article]) -> int:
    """How many quotes come from an article that is undated or may be later than the as-of date; 0 without a date.

    An article dated `2024-08` may be from the 31st, so that it is later than `2024-08-15`.
    """
    if as_of is None:
        return 0
    last_day = bounds(as_of)[1]
    published = [articles[quote.place.article_id].published for quote in quotes if quote.place.article_id in articles]
    return sum(date is None or date.last_day > last_day for date in published)
