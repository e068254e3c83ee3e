"""Which quotes are shown, and in which order: each different answer before a repetition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.app.confidence import Candidate
from clipfile.app.repeats import different_first, without_repeats
from clipfile.app.sides import all_sides
from clipfile.corpus.article import Article, Span
from clipfile.corpus.passages import Passage
from clipfile.index.hybrid import Hit
from clipfile.index.sentences import SentenceHit


def candidate(article_id: str, quote: str, probability: float) -> Candidate:
    span = Span(0, len(quote))
    hit = Hit(Passage(f"{article_id}#1", article_id, 0, len(quote)), 1.0, 1.0, 1.0, 1.0, 0)
    return Candidate(SentenceHit(Article(article_id, quote), span, hit, 0.5, 0.5, frozenset()), {}, probability)


def side(article_id: str, words: str) -> dict:
    return {"article": article_id, "start": 0, "words": words}


def ids(candidates: list[Candidate]) -> list[str]:
    return [each.hit.article.article_id for each in candidates]


LONG = "The regional health ministry said that {} people had died in the floods along the river."


def test_the_same_sentence_appears_once():
    found = [candidate("a", LONG.format("41"), 0.9), candidate("b", LONG.format("41"), 0.8)]
    assert ids(without_repeats(found)) == ["a"]


@pytest.mark.parametrize("other", ["57", "fifty-seven"])
def test_the_same_sentence_with_another_number_is_another_answer(other: str):
    found = [candidate("a", LONG.format("41"), 0.9), candidate("b", LONG.format(other), 0.8)]
    assert ids(without_repeats(found)) == ids(different_first(found)) == ["a", "b"]


def test_what_mostly_repeats_goes_behind_what_does_not():
    found = [
        candidate("a", "Rain and blocked drains made the old dam fail in March, an inquiry said.", 0.9),
        candidate("b", "The old dam failed in March after rain.", 0.8),
        candidate("c", "Engineers blame an earthquake.", 0.7),
    ]
    assert ids(different_first(found)) == ["a", "c", "b"]


def test_a_faint_quote_with_a_figure_of_its_own_is_shown_before_stronger_ones_without():
    found = [
        candidate("a", "About 8,200 villagers fled.", 0.90),
        candidate("b", "Buses took families to schools.", 0.60),
        candidate("c", "Volunteers cooked meals.", 0.50),
        candidate("d", "Shelters were crowded.", 0.40),
        candidate("e", "Some 2,400 villagers remain outside their homes.", 0.02),
    ]
    differing = [{"sides": [side("a", "8,200 villagers"), side("e", "Some 2,400 villagers")]}]
    assert ids(all_sides(found, differing)) == ["a", "b", "c", "e", "d"]
    assert ids(all_sides(found, [])) == ["a", "b", "c", "d"]  # .02 is under a tenth of .90


def test_a_figure_that_a_quote_before_gives_is_no_side_of_its_own():
    found = [
        candidate("a", "About 8,200 villagers fled.", 0.9),
        candidate("b", "Buses came.", 0.8),
        candidate("c", "Volunteers cooked.", 0.7),
        candidate("d", "Officials counted roughly 8 200 evacuees.", 0.02),
        candidate("e", "Last week 2,400 were homeless.", 0.02),
    ]
    sides = [side("a", "8,200 villagers"), side("d", "8 200 evacuees"), side("e", "2,400")]
    assert ids(all_sides(found, [{"sides": sides}])) == ["a", "b", "c", "e"]


def test_a_faint_quote_is_shown_only_with_a_figure_of_its_own_or_where_it_is_preferred_to_the_best():
    found = [
        candidate("a", "About 8,200 villagers fled.", 0.9),
        candidate("b", "Buses came.", 0.08),
        candidate("c", "Last week 2,400 were homeless.", 0.02),
    ]
    sides = [side("a", "8,200 villagers"), side("c", "2,400")]
    assert ids(all_sides(found, [])) == ["a"]
    assert ids(all_sides(found, [{"sides": sides}])) == ["a", "c"]
    assert ids(all_sides([*found[1:], found[0]], [])) == ["b", "c", "a"]


def test_nothing_found_shows_nothing():
    assert all_sides([], []) == []


@given(st.lists(st.tuples(st.sampled_from("rain dam flood river 41 57".split()), st.floats(0.01, 0.99)), max_size=12))
def test_no_candidate_appears_twice_and_the_most_probable_comes_first(drawn: list[tuple[str, float]]):
    found = sorted(
        (candidate(f"a{n}", f"The {word} was seen {word}.", p) for n, (word, p) in enumerate(drawn)),
        key=lambda each: -each.probability,
    )
    shown = all_sides(found, [{"sides": [side("a1", "41"), side("a2", "57")]}])
    assert len(set(ids(shown))) == len(shown)
    assert shown[:1] == found[:1]
