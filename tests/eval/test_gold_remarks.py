from collections.abc import Callable
from pathlib import Path

import pytest

from clipfile.corpus.collection import Collection
from clipfile.eval.gold import GoldQuote, Question, QuestionType
from clipfile.eval.gold_remarks import remarks_on
from clipfile.eval.sets import EvaluationSet, Half, read_set, shipped_sets


@pytest.mark.parametrize(
    ("quote", "remark"),
    [
        ("The fire killed four people.", ""),
        ("fire killed four people", ""),  # most of the sentence
        ("four", "q1, gold 1: is a small part of its sentence, and easily hit; copy the whole sentence: 'four'"),
        (
            "The fire killed four people. The hall burned for nine hours.",
            "q1, gold 1: holds 2 sentences, and half of it counts as a hit; list each sentence that answers by itself",
        ),
    ],
)
def test_a_quote_that_is_no_whole_sentence_is_remarked_on(
    quote: str, remark: str, gold: Callable[..., GoldQuote], collection: Collection
) -> None:
    question = Question("q1", "How many died?", QuestionType.SINGLE_FACT, gold=(gold("fire", quote),))
    found = list(remarks_on(EvaluationSet("small", Half.OWN, Path(), collection, (question,), ())))
    assert len(found) == bool(remark)
    assert all(each.startswith(remark) for each in found)


def test_nothing_is_remarked_on_in_the_shipped_sets() -> None:
    assert not [remark for files in shipped_sets([Half.DEVELOPMENT]) for remark in remarks_on(read_set(files))]
