"""From a question to the quotes that answer it, or to the honest word that the articles do not say."""

from dataclasses import dataclass
from enum import StrEnum

from clipfile.app.citation import Citation


class Status(StrEnum):
    """Whether the articles answer."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown for a question; `not_found` has no citations, and what came near is under `nearest`."""

    question: str
    status: Status
    citations: tuple[Citation, ...] = ()
    figures: tuple[dict, ...] = ()
    disagreements: tuple[dict, ...] = ()
    origins: int = 0
    missing: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    query: str = ""
