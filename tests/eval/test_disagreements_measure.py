"""The kinds of disagreements are counted, and those that are shown are precise enough to be shown."""

from collections import Counter

import pytest

from clipfile.corpus.differences import Why
from clipfile.eval.disagreements_measure import DEVELOPMENT, judge, table

LEAST = 0.8  # precision of a kind on the development pairs from which it is shown


@pytest.fixture(scope="module")
def judged():
    return [one for path in DEVELOPMENT for one in judge(path)]


@pytest.mark.parametrize("why", [why for why in Why if why is not Why.DIFFER])
def test_every_kind_that_is_shown_is_precise_on_the_development_pairs(judged, why) -> None:
    found = [one for one in judged if one.found_kind is why]
    assert sum(one.kind is why for one in found) >= LEAST * len(found) > 0


def test_several_pairs_of_each_kind_are_labelled(judged) -> None:
    assert min(Counter(one.kind for one in judged).values()) >= 10


def test_a_quote_that_is_not_in_its_text_is_an_error_of_the_labels(tmp_path) -> None:
    labels = tmp_path / "labels" / "pairs.jsonl"
    labels.parent.mkdir()
    side = '{"outlet": "O", "published": "2032", "text": "One goat.", "quote": "Two goats."}'
    labels.write_text(f'{{"a": {side}, "b": {side}, "kind": "none", "words": ""}}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="copy labels verbatim"):
        judge(labels)


def test_the_table_has_a_line_for_each_kind(judged) -> None:
    assert all(why in table(judged) for why in Why if why is not Why.DIFFER)
