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


# Fitted on invented stories and on dam_failure by an earlier form of the script; `--rules` prints new ones.
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
