"""ALCE's precision and recall with the arithmetic written out: side a is characters 0 to 10, side b 100 to 110."""

import pytest

from clipfile.corpus.article import Span
from clipfile.eval.citations import citation_precision, citation_recall
from clipfile.eval.gold import GoldQuote
from clipfile.eval.places import Place

A = [GoldQuote("x", "a" * 10, "a", (Span(0, 10),))]
B = [GoldQuote("x", "b" * 10, "b", (Span(100, 110),))]
WHOLE_A, WHOLE_B, NEITHER = Place("x", 0, 10), Place("x", 100, 110), Place("x", 50, 60)
START_OF_A, END_OF_A = Place("x", 0, 3), Place("x", 7, 10)


@pytest.mark.parametrize(
    ("places", "precision", "recall"),
    [
        ([WHOLE_A, WHOLE_B], 1, 1),
        ([WHOLE_A], 1, 1 / 2),
        ([WHOLE_A, NEITHER], 1 / 2, 1 / 2),
        ([NEITHER], 0, 0),
        ([], 0, 0),
        ([START_OF_A, END_OF_A], 1, 1 / 2),  # neither covers side a alone, and each is needed
        ([START_OF_A], 0, 0),
        ([WHOLE_A, START_OF_A], 1 / 2, 1 / 2),  # the second adds nothing
        ([WHOLE_A, WHOLE_A], 1, 1 / 2),  # each entails it alone
    ],
)
def test_precision_and_recall(places: list[Place], precision: float, recall: float) -> None:
    assert citation_precision([A, B], places) == pytest.approx(precision)
    assert citation_recall([A, B], places) == pytest.approx(recall)


def test_either_quote_of_a_side_will_do() -> None:
    side = [*A, GoldQuote("y", "a" * 10, "a", (Span(0, 10),))]
    assert citation_recall([side], [Place("y", 0, 10)]) == 1
