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
            "similarity": 1.049,
            "known": 1.38,
            "held": 0.966,
            "likeness": 1.203,
            "worst": 0.811,
            "long_claim": 0.08,
            "long_sentence": -0.186,
            "names_missing": -0.666,
            "figure_silent": -0.764,
            "figure_match": 0.622,
            "date_silent": -0.186,
            "date_match": 0.449,
        },
    ),
    Line(
        0.01,
        {
            "figure_match": 0.937,
            "figure_clash": -1.147,
            "date_match": 0.483,
            "date_clash": -0.374,
            "name_clash": -0.214,
            "names_missing": -0.53,
            "ordinal_match": 0.184,
            "quantifier_match": 0.327,
            "negation_match": 0.426,
            "negation_differs": -0.175,
            "opposite_match": 0.002,
            "opposite_clash": 0.013,
            "reverse": -0.205,
        },
    ),
    without_figure=0.25,
    without_date=0.5,
)
# Fitted with the probabilities of the stance model in index/weights, for which they hold.
WITH_MODEL = Weights(
    Line(
        0.706,
        {
            "model_relevant": 0.972,
            "known": 0.687,
            "held": 0.518,
            "names_missing": -0.424,
            "figure_silent": -0.417,
            "figure_match": 0.495,
        },
    ),
    Line(
        -0.115,
        {
            "model_polarity": 0.903,
            "figure_match": 0.636,
            "figure_clash": -0.944,
            "date_match": 0.462,
            "date_clash": -0.054,
            "agrees": 1.109,
        },
    ),
)
