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
    """Whether a sentence settles a claim, and whether one that does supports it.

    without_figure, without_date: the share of its support that a sentence keeps that lacks a figure or date of the claim
    or has another; some, since both are also said in words that no rule reads.
    """

    relevance: Line
    polarity: Line
    without_figure: float = 1.0
    without_date: float = 1.0


WITHOUT_MODEL = Weights(
    Line(
        -1.822,
        {
            "similarity": 1.048,
            "known": 1.379,
            "held": 0.965,
            "likeness": 1.202,
            "worst": 0.81,
            "long_claim": 0.079,
            "long_sentence": -0.186,
            "names_missing": -0.665,
            "figure_silent": -0.774,
            "figure_match": 0.63,
            "date_silent": -0.187,
            "date_match": 0.45,
        },
    ),
    Line(
        0.007,
        {
            "figure_match": 0.94,
            "figure_clash": -1.144,
            "date_match": 0.484,
            "date_clash": -0.373,
            "name_clash": -0.213,
            "names_missing": -0.532,
            "ordinal_match": 0.184,
            "quantifier_match": 0.32,
            "negation_match": 0.427,
            "negation_differs": -0.174,
            "opposite_match": 0.002,
            "opposite_clash": 0.013,
            "reverse": -0.204,
        },
    ),
    without_figure=0.25,
    without_date=0.5,
)
# Fitted with the probabilities of the stance model in index/weights, for which they hold.
WITH_MODEL = Weights(
    Line(
        0.704,
        {
            "model_relevant": 0.971,
            "known": 0.684,
            "held": 0.516,
            "names_missing": -0.413,
            "figure_silent": -0.424,
            "figure_match": 0.502,
        },
    ),
    Line(
        0.321,
        {
            "model_polarity": 0.939,
            "figure_match": 0.753,
            "figure_clash": -1.113,
            "date_match": 0.483,
            "date_clash": -0.146,
        },
    ),
)
