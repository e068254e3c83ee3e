import pytest

from clipfile.index.tokens import terms_of, words_of


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("600", "600 more officers"),
        ("3661", "at least 3,661 people"),
        ("80%", "over 80 per cent of the city"),
        ("80 percent", "over 80% of the city"),
        ("five-year", "a five year plan"),
        ("U.S.", "the US-backed mission"),
        ("US", "the U.S. Southern Command"),
        ("Moise", "President Jovenel Moïse"),
        ("Lodz", "the mayor of Łódź"),
        ("Sorensen", "Mette Sørensen"),
        ("deploying", "the deployment"),
        ("Haiti’s", "Haiti"),
        ("$86.2 million", "some $86.2 million in support"),
    ],
)
def test_the_same_thing_in_another_spelling_shares_a_term(asked: str, printed: str) -> None:
    assert set(terms_of(asked)) <= set(terms_of(printed))


def test_function_words_are_not_searched() -> None:
    assert terms_of("What is the name of the mission?") == ["name", "mission"]


def test_words_are_folded_and_not_stemmed() -> None:
    assert words_of("The U.S.-backed Élite’s 25%") == ["the", "us", "backed", "elite", "25", "percent"]
