"""Numbers in digits and words; outside truth: num2words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from clipfile.corpus.number_words import value_of
from clipfile.corpus.numbers import NumberKind, numbers_in

VALUES = {
    "comma": ("3,661 people", 3661),
    "space": ("8 200 persons", 8200),
    "narrow space": ("120\u202f000 litres", 120_000),
    "point groups": ("1.234.567 inhabitants", 1_234_567),
    "apostrophe groups": ("15’000 francs", 15_000),
    "decimal point": ("3.1 points", 3.1),
    "decimal comma": ("12,4 million pounds", 12_400_000),
    "million": ("86.2 million", 86_200_000),
    "million, in binary not exact": ("4.1 million", 4_100_000),
    "letter of a sum": ("£12.4m", 12_400_000),
    "letter before a noun": ("12.4m people", 12_400_000),
    "letter of a length": ("a wall 12m high", 12),
    "billions": ("1.3bn", 1_300_000_000),
    "words": ("Fifty-six of the dead", 56),
    "hundred in words": ("Four hundred police", 400),
    "a hundred": ("a hundred years", 100),
    "thousands in words": ("two hundred and five thousand", 205_000),
    "half a million": ("half a million", 500_000),
    "quarter of a million": ("a quarter of a million", 250_000),
    "three quarters of a million": ("three-quarters of a million", 750_000),
    "and a half": ("two and a half million", 2_500_000),
    "a million and a half": ("a million and a half people", 1_500_000),
    "minus": ("-5 degrees", -5),
    "minus in words": ("minus 5 degrees", -5),
    "dozen": ("a dozen eggs", 12),
    "dozens counted": ("three dozen trucks", 36),
    "half a dozen": ("half a dozen men", 6),
    "half an hour": ("half an hour", 0.5),
    "an hour and a half": ("an hour and a half", 1.5),
    "glyph": ("3½ hours", 3.5),
    "a whole and a fraction": ("2 1/2 hours", 2.5),
    "a half-million": ("a half-million people", 500_000),
    "half dozen": ("a half dozen men", 6),
    "quarter-million": ("a quarter-million barrels", 250_000),
}


@pytest.mark.parametrize(("text", "value"), VALUES.values(), ids=VALUES.keys())
def test_number_has_the_value_that_its_words_say(text, value):
    assert [number.low for number in numbers_in(text)] == [value]


@pytest.mark.parametrize(
    "text", ["31st", "F-16", "GPT-4", "hit .349/.421", "the 1990s", "IL2017b", "millionaires", "tenants"]
)
def test_digits_and_words_inside_other_words_are_no_numbers(text):
    assert numbers_in(text) == []


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("half of them", 50),
        ("a third of the vote", 100 / 3),
        ("by a quarter.", 25),
        ("two thirds of it", 200 / 3),
        ("three-quarters of", 75),
        ("one in four homes", 25),
        ("nine out of ten forms", 90),
        ("one in 10,000 people", 0.01),
        ("1 in 5 million", 1 / 50_000),
        ("one in ten thousand", 0.01),
    ],
)
def test_share_is_given_in_percent(text, percent):
    [number] = numbers_in(text)
    assert (number.kind, number.low) == (NumberKind.SHARE, pytest.approx(percent))


@pytest.mark.parametrize("text", ["the third time", "a third party", "the second half of the match", "a quarter final"])
def test_rank_is_no_share(text):
    assert all(number.kind is not NumberKind.SHARE for number in numbers_in(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of trucks", 24, 100),
        ("hundreds of women", 200, 1_000),
        ("tens of thousands", 20_000, 100_000),
        ("hundreds of thousands", 200_000, 1_000_000),
        ("millions", 2_000_000, 10_000_000),
    ],
)
def test_vague_word_is_twice_to_ten_times_its_size(text, low, high):
    [number] = numbers_in(text)
    assert (number.kind, number.low, number.high) == (NumberKind.VAGUE, low, high)


@pytest.mark.parametrize(
    ("text", "times"), [("doubling the size", 2), ("sales tripled", 3), ("a tenfold rise", 10), ("twice the price", 2)]
)
def test_multiples_are_times(text, times):
    [number] = numbers_in(text)
    assert (number.kind, number.low) == (NumberKind.TIMES, times)


@given(st.integers(min_value=1, max_value=10**12))
def test_every_number_that_num2words_writes_is_read_back(number):
    words = num2words(number)
    assert value_of(words) == number
    assert [found.low for found in numbers_in(f"It was {words}.")] == [number]


def test_word_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="'several' is not part of one"):
        value_of("several hundred")
