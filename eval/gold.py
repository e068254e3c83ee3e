"""What is asked and what is right: questions and claims with their gold quotes."""

from dataclasses import dataclass
from enum import StrEnum

from clipfile.app.verdict import Verdict
from clipfile.corpus.article import Span


class QuestionType(StrEnum):
    """What a question asks of the articles; FORMAT.md says what each means."""

    SINGLE_FACT = "single_fact"
    SEVERAL_ARTICLES = "several_articles"
    DISAGREE = "disagree"
    CHANGE = "change"
    WHO_SAID = "who_said"
    AS_OF = "as_of"
    FOLLOW_UP = "follow_up"
    FALSE_PREMISE = "false_premise"
    NOT_IN_ARTICLES = "not_in_articles"


class ClaimChange(StrEnum):
    """How a claim was made from what the articles say."""

    PARAPHRASE = "paraphrase"
    NEGATION = "negation"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    SCOPE = "scope"
    MODALITY = "modality"
    TWO_FACTS = "two_facts"
    ABSENT = "absent"
    BOTH_SIDES = "both_sides"


class GoldStance(StrEnum):
    """Which way a gold quote speaks about a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A verbatim quote that answers; `spans` are all the places where the article prints it.

    `side` names the answer that it gives: quotes with one `side` say the same thing. For a claim it is the stance.
    """

    article_id: str
    quote: str
    side: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its gold; without gold, the articles do not answer it."""

    question_id: str
    question: str
    type: QuestionType
    history: tuple[str, ...] = ()
    as_of: str | None = None
    gold: tuple[GoldQuote, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the articles answer."""
        return bool(self.gold)

    @property
    def sides(self) -> dict[str, list[GoldQuote]]:
        """The gold quotes by side, sides in the order of the file."""
        return by_side(self.gold)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its verdict and the quotes that settle it, if any."""

    claim_id: str
    claim: str
    verdict: Verdict
    change: ClaimChange
    as_of: str | None = None
    gold: tuple[GoldQuote, ...] = ()

    @property
    def sides(self) -> dict[str, list[GoldQuote]]:
        """The gold quotes by stance."""
        return by_side(self.gold)


def by_side(gold: tuple[GoldQuote, ...]) -> dict[str, list[GoldQuote]]:
    """Gold quotes by their side, sides in order of first mention."""
    sides: dict[str, list[GoldQuote]] = {}
    for quote in gold:
        sides.setdefault(quote.side, []).append(quote)
    return sides
