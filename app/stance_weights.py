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


RULES_ALONE = Weights(
    Line(
        -2.881,
        {
            "similarity": 2.798,
            "known": 1.359,
            "held": 0.862,
            "likeness": 1.505,
            "worst": 1.375,
            "long_claim": 0.283,
            "long_sentence": -0.33,
            "names_missing": -0.471,
            "figure_silent": -0.596,
            "figure_match": 0.553,
            "date_silent": -0.16,
            "date_match": 0.384,
        },
    ),
    Line(
        0.11,
        {
            "figure_match": 0.749,
            "figure_clash": -1.422,
            "date_match": 0.394,
            "date_clash": -1.023,
            "name_clash": -1.69,
            "names_missing": -0.501,
            "ordinal_match": 0.714,
            "quantifier_match": 0.39,
            "negation_match": 0.801,
            "negation_differs": -0.254,
            "opposite_match": -1.018,
            "opposite_clash": -0.051,
            "reverse": -0.227,
        },
    ),
    without_figure=0.25,
    without_date=0.5,
)
# Fitted with the probabilities of the stance model in index/weights, for which they hold.
WITH_MODEL = Weights(
    Line(
        0.98,
        {
            "model_relevant": 0.947,
            "known": 0.589,
            "unknown": -0.411,
            "held": 0.567,
            "names_missing": -0.28,
            "figure_silent": -0.322,
            "figure_match": 0.488,
            "denial_apart": -0.502,
        },
    ),
    Line(
        -0.083,
        {
            "model_polarity": 0.973,
            "figure_match": 0.435,
            "figure_clash": -0.99,
            "date_match": 0.397,
            "date_clash": -0.262,
            "agent_match": 0.584,
            "agent_clash": -0.905,
            "agrees": 1.183,
        },
    ),
)
