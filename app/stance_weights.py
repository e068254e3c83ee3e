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
        -1.824,
        {
            "similarity": 1.051,
            "known": 1.381,
            "held": 0.973,
            "likeness": 1.21,
            "worst": 0.814,
            "long_claim": 0.078,
            "long_sentence": -0.194,
            "names_missing": -0.679,
            "figure_silent": -0.763,
            "figure_match": 0.617,
            "date_silent": -0.164,
            "date_match": 0.428,
        },
    ),
    Line(
        0.059,
        {
            "figure_match": 0.934,
            "figure_clash": -1.166,
            "date_match": 0.464,
            "date_clash": -0.49,
            "name_clash": -0.219,
            "names_missing": -0.498,
            "ordinal_match": 0.179,
            "quantifier_match": 0.291,
            "negation_match": 0.395,
            "negation_differs": -0.32,
            "opposite_match": -0.097,
            "opposite_clash": 0.006,
            "reverse": -0.224,
        },
    ),
    without_figure=0.25,
    without_date=0.5,
)
# Fitted with the probabilities of the stance model in index/weights, for which they hold.
WITH_MODEL = Weights(
    Line(
        0.841,
        {
            "model_relevant": 0.964,
            "known": 0.643,
            "held": 0.504,
            "names_missing": -0.41,
            "figure_silent": -0.422,
            "figure_match": 0.486,
            "denial_apart": -0.33,
        },
    ),
    Line(
        -0.098,
        {
            "model_polarity": 0.964,
            "figure_match": 0.576,
            "figure_clash": -0.796,
            "date_match": 0.451,
            "date_clash": -0.109,
            "agrees": 1.155,
        },
    ),
)
