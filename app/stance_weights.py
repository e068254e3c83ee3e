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
        -3.575,
        {
            "similarity": 5.493,
            "known": 2.403,
            "held": -0.696,
            "likeness": 3.912,
            "worst": 2.08,
            "long_claim": -0.942,
            "long_sentence": -1.161,
            "names_missing": -0.816,
            "figure_silent": -0.816,
            "figure_match": 1.229,
            "date_silent": -0.346,
            "date_match": 0.794,
        },
    ),
    Line(
        0.128,
        {
            "figure_match": 0.921,
            "figure_clash": -1.132,
            "date_match": 0.277,
            "date_clash": -0.511,
            "name_clash": -0.212,
            "names_missing": -0.6,
            "ordinal_match": 0.266,
            "quantifier_match": 0.544,
            "negation_match": 0.379,
            "negation_differs": -0.231,
            "opposite_match": -0.029,
            "opposite_clash": -0.182,
            "reverse": -0.343,
        },
    ),
    without_figure=0.25,
    without_date=0.5,
)
# Fitted with the probabilities of the stance model in index/weights, for which they hold.
WITH_MODEL = Weights(
    Line(
        0.48,
        {
            "model_relevant": 0.984,
            "known": 2.206,
            "held": 1.372,
            "names_missing": -0.4,
            "figure_silent": -0.599,
            "figure_match": 1.114,
        },
    ),
    Line(
        0.17,
        {
            "model_polarity": 1.03,
            "figure_match": 0.801,
            "figure_clash": -1.179,
            "date_match": 0.283,
            "date_clash": -0.253,
        },
    ),
)
