"""How good a ranking of passages is: nDCG, reciprocal rank, recall and MAP by ir-measures, and gold sentences found.

ir-measures: MacAvaney, Macdonald and Ounis, "Streamlining Evaluation with ir-measures" (2022), arXiv:2111.13466.
"""

from collections.abc import Callable, Mapping, Sequence

import ir_measures
from ir_measures import AP, RR, R, nDCG

from clipfile.eval.gold import GoldQuote, Question
from clipfile.eval.places import Place, hits, hits_any

Rank = Callable[[str, str | None, int], list[Place]]
"""From a query, an as-of date and a number of passages to their ranking, best first."""

Run = Mapping[str, Sequence[str]]
"""Of each query, the ids of what was found, best first."""

Qrels = Mapping[str, Mapping[str, int]]
"""Of each query, how relevant what was judged is; more is better, 0 is not relevant."""

DEPTH = 100  # passages ranked for a question
GOLD_CUTS = (1, 3, 5, 10, 20)
MEASURES = {"ndcg@10": nDCG @ 10, "mrr@10": RR @ 10, "recall@10": R @ 10, "recall@100": R @ 100, "map": AP}


def ranking_measures(run: Run, qrels: Qrels) -> dict[str, dict[str, float]]:
    """Of each query in the qrels, its measures by name, 0 to 1; 0 where nothing was found or is relevant."""
    measured = {query_id: dict.fromkeys(MEASURES, 0.0) for query_id in qrels}
    names = {str(measure): name for name, measure in MEASURES.items()}
    for metric in ir_measures.iter_calc(list(MEASURES.values()), _judged(qrels), _scored(run)):
        if metric.query_id in measured:
            measured[metric.query_id][names[str(metric.measure)]] = float(metric.value)
    return measured


def _judged(qrels: Qrels) -> dict[str, dict[str, int]]:
    return {query_id: dict(judged) for query_id, judged in qrels.items() if any(judged.values())}


def _scored(run: Run) -> dict[str, dict[str, float]]:
    """Scores that fall with the rank, so that no measure has to break a tie."""
    return {
        query_id: {found: float(len(ranked) - rank) for rank, found in enumerate(ranked)}
        for query_id, ranked in run.items()
    }


def name_of(place: Place) -> str:
    """The id of a passage in a run: its article and characters."""
    return f"{place.article_id}:{place.start}-{place.end}"


def qrels_of(question: Question, passages: Sequence[Place]) -> dict[str, int]:
    """The passages that hold a gold quote, at least half of it, each relevant with 1."""
    return {name_of(passage): 1 for passage in passages if hits_any(passage, question.gold)}


def gold_measures(question: Question, ranked: Sequence[Place]) -> dict[str, float]:
    """What the first passages hold of the gold, whatever the passages are, so that cuttings can be compared.

    `gold_recall@k`: share of the gold sentences in the first k passages. `gold_hit@k`: whether there is one.
    `gold_sides@k`: share of the sides with one.
    """
    measures = {}
    for cut in GOLD_CUTS:
        first = ranked[:cut]
        measures[f"gold_recall@{cut}"] = sum(_held(quote, first) for quote in question.gold) / len(question.gold)
        sides = question.sides.values()
        measures[f"gold_sides@{cut}"] = sum(any(_held(quote, first) for quote in side) for side in sides) / len(sides)
        measures[f"gold_hit@{cut}"] = float(measures[f"gold_recall@{cut}"] > 0)
    return measures


def _held(quote: GoldQuote, places: Sequence[Place]) -> bool:
    return any(hits(place, quote) for place in places)


def question_rankings(
    questions: Sequence[Question], rank: Rank, passages: Sequence[Place], queries: Mapping[str, str]
) -> tuple[dict[str, list[Place]], dict[str, dict[str, float]]]:
    """Of each question that has an answer, its ranking, and all measures of it by name.

    `queries` holds what is searched for a question where that is not the question itself, as after a conversation.
    """
    asked = [question for question in questions if question.answerable]
    ranked = {
        question.question_id: rank(queries.get(question.question_id, question.question), question.as_of, DEPTH)
        for question in asked
    }
    run = {question_id: [name_of(place) for place in places] for question_id, places in ranked.items()}
    measures = ranking_measures(run, {question.question_id: qrels_of(question, passages) for question in asked})
    for question in asked:
        measures[question.question_id] |= gold_measures(question, ranked[question.question_id])
    return ranked, measures
