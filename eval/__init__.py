"""How good it is: held-out questions and claims, measures and the suite."""
