"""What a system shows, read from its JSON: the same few facts whatever the system, so that any can be scored."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from clipfile.app.verdict import Verdict
from clipfile.eval.places import Place

CITATION_FIELDS = {"article", "start", "end", "quote"}

Ask = Callable[[str, Sequence[str], str | None], dict[str, Any]]
"""From a question, the earlier questions and an as-of date to the JSON of an answer."""

Check = Callable[[str, str | None], dict[str, Any]]
"""From a claim and an as-of date to the JSON of a claim check."""


class ShownError(ValueError):
    """An answer that is not in the shape that `clipfile ask --json` prints; the message says which field is wrong."""


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote as shown: where it is said to stand, its words, the score shown with it, and for evidence the stance."""

    place: Place
    quote: str
    score: float
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer as shown; `query` is what was searched, where the system says so.

    everything: every quote anywhere in the answer, those of disagreements too.
    confidence: how sure the system is that the articles answer, 0 to 1, where it says so; else the best score shown, of the
        citations, or of what came near where nothing was found.
    """

    answered: bool
    citations: tuple[ShownQuote, ...]
    nearest: tuple[ShownQuote, ...]
    everything: tuple[ShownQuote, ...]
    query: str | None
    confidence: float

    @property
    def places(self) -> list[Place]:
        """Where the citations stand, best first."""
        return [citation.place for citation in self.citations]


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """A claim check as shown; `everything` is every quote anywhere in it, those of its parts and what came near too."""

    verdict: Verdict
    evidence: tuple[ShownQuote, ...]
    everything: tuple[ShownQuote, ...]


def read_answer(shown: dict[str, Any]) -> ShownAnswer:
    """An answer from its JSON.

    Raises:
        ShownError: if a field is missing or holds something else than it should.
    """
    status = shown.get("status")
    if status not in ("answered", "not_found"):
        raise ShownError(f"status is {status!r}; an answer's status is 'answered' or 'not_found'")
    citations = _quotes(shown, "citations")
    if status == "not_found" and citations:
        raise ShownError(f"status is 'not_found' with {len(citations)} citations; show what came near under 'nearest'")
    nearest = _quotes(shown, "nearest")
    confidence = shown.get("confidence")
    if confidence is None:
        confidence = max((quote.score for quote in citations or nearest), default=0.0)
    everything = tuple(quotes_within(shown))
    return ShownAnswer(
        status == "answered", citations, nearest, everything, shown.get("query") or None, float(confidence)
    )


def quotes_within(shown: Any) -> Iterator[ShownQuote]:
    """Every citation anywhere in a JSON value, in the order in which they stand."""
    if isinstance(shown, dict):
        if shown.keys() >= CITATION_FIELDS:
            yield _quote(shown, "a citation")
        for each in shown.values():
            yield from quotes_within(each)
    elif isinstance(shown, list | tuple):
        for each in shown:
            yield from quotes_within(each)


def read_verdict(shown: dict[str, Any]) -> ShownVerdict:
    """A claim check from its JSON.

    Raises:
        ShownError: if a field is missing or holds something else than it should.
    """
    try:
        verdict = Verdict(str(shown.get("verdict")))
    except ValueError as error:
        raise ShownError(f"verdict is {shown.get('verdict')!r}; write one of {', '.join(Verdict)}") from error
    return ShownVerdict(verdict, _quotes(shown, "evidence"), tuple(quotes_within(shown)))


def _quotes(shown: dict[str, Any], key: str) -> tuple[ShownQuote, ...]:
    return tuple(_quote(each, f"{key}[{number}]") for number, each in enumerate(shown.get(key) or ()))


def _quote(citation: dict[str, Any], where: str) -> ShownQuote:
    try:
        place = Place(str(citation["article"]), int(citation["start"]), int(citation["end"]))
        return ShownQuote(place, str(citation["quote"]), float(citation.get("score") or 0.0), citation.get("stance"))
    except (KeyError, TypeError, ValueError) as error:
        raise ShownError(f"{where} needs article, start, end and quote; it is {citation!r}") from error
