"""The stretch of a sentence that a claim is about, and what becomes of a model's two readings."""

from collections.abc import Sequence

import numpy as np
import pytest

from clipfile.app.alignment import aligned
from clipfile.app.close_reading import read_closely, stretch_about

STRETCHES = [
    pytest.param("The dam broke.", "Late on Friday, the dam broke, said its owner.", "the dam broke", id="inside"),
    pytest.param(
        "The dam broke.", "The dam, built in 1974, broke; ten died.", "The dam, built in 1974, broke", id="far"
    ),
    pytest.param("The dam broke.", "“The dam broke.”", "The dam broke.", id="quotation marks"),
    pytest.param(
        "Rain fell.", "The dam broke, and ten died.", "The dam broke, and ten died.", id="no word of the claim"
    ),
    pytest.param("It cost 1,500 euros.", "Work ended — it cost 1,500 euros.", "it cost 1,500 euros.", id="a number"),
    pytest.param("Ten died.", "The dam (ten died) was old.", "ten died", id="brackets"),
]


@pytest.mark.parametrize(("claim", "quote", "expected"), STRETCHES)
def test_the_stretch_about_a_claim_runs_from_the_first_part_with_a_word_of_it_to_the_last(
    claim: str, quote: str, expected: str
) -> None:
    assert stretch_about(quote, aligned(claim, quote)) == expected


class Reading:
    """Refutes what is read, 4 to 1, unless it is the stretch, which supports 9 to 1; keeps what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.claims: list[str] = []

    def probabilities(self, claim: str, sentences: Sequence[str]) -> np.ndarray:
        self.read += sentences
        self.claims.append(claim)
        rows = [(0.45, 0.05, 0.5) if each == "the dam broke" else (0.16, 0.64, 0.2) for each in sentences]
        return np.array(rows, np.float32)


def closely(quotes: Sequence[str]) -> tuple[np.ndarray, list[str]]:
    model, claim = Reading(), "The dam broke."
    read = [f"Title: {quote}" for quote in quotes]
    return read_closely(model, claim, read, quotes, [aligned(claim, quote) for quote in quotes]), model.read


def test_for_or_against_is_the_mean_of_both_readings_and_about_the_claim_what_the_whole_says() -> None:
    shares, read = closely(["On Friday, the dam broke, it said."])
    odds = (9 / 4) ** 0.5  # of 9 to 1 for and 4 to 1 against
    assert shares[0] == pytest.approx([0.8 * odds / (1 + odds), 0.8 / (1 + odds), 0.2], rel=1e-4)
    assert read == ["Title: On Friday, the dam broke, it said.", "the dam broke"]


def test_a_sentence_that_is_all_about_the_claim_is_read_once() -> None:
    shares, read = closely(["The dam broke."])
    assert shares[0] == pytest.approx([0.16, 0.64, 0.2])
    assert read == ["Title: The dam broke."]


@pytest.mark.parametrize("claim", ["The dam broke", "The dam broke.", "The dam broke. "])
def test_a_claim_is_read_with_its_full_stop(claim: str) -> None:
    model = Reading()
    read_closely(model, claim, ["Title: The dam broke."], ["The dam broke."], [aligned(claim, "The dam broke.")])
    assert {each.rstrip() for each in model.claims} == {"The dam broke."}
