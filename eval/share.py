"""A share with what it is counted from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `all`."""

    right: int
    all: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; 1 of nothing."""
        return self.right / self.all if self.all else 1.0

    def __str__(self) -> str:
        """The share with what it is counted from."""
        return f"{self.value:.3f}  ({self.right}/{self.all})"
