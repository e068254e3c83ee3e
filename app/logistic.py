"""Probabilities as log odds, and back."""

import math


def logit(probability: float, least: float = 1e-6) -> float:
    """The log odds of a probability; below `least`, and above its complement, nothing is told apart."""
    within = min(max(probability, least), 1 - least)
    return math.log(within / (1 - within))


def logistic(log_odds: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + math.exp(-log_odds))
