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
# The stance model's own odds, corrected by sure clashes: regressions over all features were fitted and ranked worse.
WITH_MODEL = Weights(
    Line(0.0, {"model_relevant": 1.0}),
    Line(0.0, {"model_polarity": 1.0, "figure_clash": -1.0, "date_clash": -0.5}),
)
