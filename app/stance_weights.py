"""The weights of the stance's logistic regressions, as `eval/training/fit_stance.py` printed them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One logistic regression."""

    intercept: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """Whether a sentence settles a claim, and whether one that does supports it."""

    relevance: Line
    polarity: Line


WITHOUT_MODEL = Weights(
    Line(
        -10.662,
        {
            "similarity": 13.361,
            "known": 1.687,
            "likeness": 2.320,
            "worst": 0.738,
            "long_claim": 4.697,
            "long_sentence": -2.158,
            "names_missing": -1.580,
            "figure_silent": -1.252,
            "date_silent": -1.096,
            "date_match": 0.385,
        },
    ),
    Line(
        0.833,
        {
            "figure_match": 0.907,
            "figure_clash": -1.438,
            "date_match": 0.189,
            "date_clash": -1.022,
            "name_clash": -0.313,
            "names_missing": -0.618,
            "ordinal_match": 0.115,
            "ordinal_clash": -0.049,
            "quantifier_match": 0.465,
            "negation_match": 0.759,
            "negation_differs": -0.063,
            "opposite_match": 0.354,
            "opposite_clash": -0.225,
            "reverse": -0.558,
        },
    ),
)
WITH_MODEL = Weights(
    Line(
        -7.199,
        {
            "similarity": 6.205,
            "known": 2.815,
            "likeness": 1.433,
            "worst": 1.593,
            "long_claim": 2.847,
            "long_sentence": -0.744,
            "names_missing": -1.414,
            "figure_silent": -1.037,
            "date_silent": 0.549,
            "date_match": 0.906,
            "model_relevant": 0.527,
            "model_polarity": 0.067,
        },
    ),
    Line(
        0.798,
        {
            "figure_match": 0.504,
            "figure_clash": -0.685,
            "date_match": 0.202,
            "date_clash": -0.326,
            "name_clash": -0.066,
            "names_missing": -0.176,
            "ordinal_match": 0.158,
            "ordinal_clash": 0.000,
            "quantifier_match": 0.199,
            "negation_match": 0.202,
            "negation_differs": -0.067,
            "opposite_match": 0.244,
            "opposite_clash": 0.163,
            "reverse": -0.089,
            "model_polarity": 0.762,
        },
    ),
)
