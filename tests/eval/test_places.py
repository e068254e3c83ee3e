from clipfile.corpus.article import Span
from clipfile.eval.gold import GoldQuote
from clipfile.eval.places import Place, characters, gold_characters, hits, occurrences, together_hit

TEN = GoldQuote("a", "0123456789", "a", (Span(100, 110),))


def test_half_of_the_gold_quote_is_a_hit() -> None:
    assert hits(Place("a", 105, 300), TEN)


def test_less_than_half_is_none() -> None:
    assert not hits(Place("a", 106, 300), TEN)


def test_the_same_characters_of_another_article_are_none() -> None:
    assert not hits(Place("b", 100, 110), TEN)


def test_two_places_together_may_cover_what_neither_does() -> None:
    ends = [Place("a", 100, 103), Place("a", 107, 110)]
    assert not any(hits(place, TEN) for place in ends)
    assert together_hit(ends, TEN)  # 6 of 10 characters


def test_characters_covered_twice_count_once() -> None:
    assert not together_hit([Place("a", 100, 104), Place("a", 101, 104)], TEN)  # 4 of 10


def test_a_quote_printed_twice_is_hit_at_either_place() -> None:
    twice = GoldQuote("a", "no no", "a", (Span(0, 5), Span(50, 55)))
    assert hits(Place("a", 50, 55), twice)


def test_occurrences_may_overlap() -> None:
    assert occurrences("aaaa", "aa") == [Span(0, 2), Span(1, 3), Span(2, 4)]


def test_an_empty_quote_stands_nowhere() -> None:
    assert occurrences("text", "") == []


def test_characters_are_counted_by_article_and_once() -> None:
    assert len(characters([Place("a", 0, 10), Place("a", 5, 12), Place("b", 0, 3)])) == 12 + 3
    assert len(gold_characters([TEN, TEN])) == 10
