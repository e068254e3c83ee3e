"""The weights of the stance's logistic regression, as `eval/training/fit_stance.py` printed them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OneClass:
    """The weights of one stance against neutral."""

    intercept: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of both stances."""

    supports: OneClass
    refutes: OneClass


WITHOUT_MODEL = Weights(
    OneClass(-9.0, {"similarity": 8.0, "known": 4.0, "near_clash": -3.0}),
    OneClass(-9.0, {"similarity": 6.0, "known": 3.0, "near_clash": 3.0, "near_sure_clash": 2.0}),
)
WITH_MODEL = Weights(
    OneClass(0.0, {"model_supports": 1.0}),
    OneClass(0.0, {"model_refutes": 1.0}),
)
