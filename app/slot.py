"""A slot: one thing that a claim says and a sentence says too, otherwise, or not at all."""

from dataclasses import dataclass
from enum import StrEnum

from clipfile.corpus.article import Article, Span


class SlotKind(StrEnum):
    """What sort of thing is compared."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    ORDINAL = "ordinal"
    QUANTIFIER = "quantifier"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    MODALITY = "modality"
    AGENT = "agent"


class Outcome(StrEnum):
    """What the comparison says: the same, something that excludes it, or nothing."""

    MATCH = "match"
    CLASH = "clash"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Slot:
    """One comparison; `claim` and `sentence` are the spans compared, offsets in the claim and in the sentence.

    `sentence` is `None` where the sentence is silent. `rule` names what decided, in words that are shown. `sure` is
    false where the two may be about different things.
    """

    kind: SlotKind
    outcome: Outcome
    claim: Span
    sentence: Span | None
    rule: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class InContext:
    """A sentence of an article with the sentences before it, as spans of the article's text, and who says it."""

    article: Article
    span: Span
    before: tuple[Span, ...] = ()
    speaker: str | None = None

    @property
    def sentence(self) -> str:
        """The sentence, verbatim."""
        return self.article.quote(self.span)

    @property
    def around(self) -> str:
        """What a reader of the sentence knows beside it: the title, the sentences before, the speaker."""
        parts = [self.article.title or "", *(self.article.quote(span) for span in self.before), self.speaker or ""]
        return " ".join(part for part in parts if part)


def in_words(slot: Slot, claim: str, sentence: str) -> str:
    """The comparison in words: `figure: “41” against “57”`."""
    own = claim[slot.claim.start : slot.claim.end]
    if slot.sentence is None:
        return f"{slot.rule}: “{own}” not said"
    said = sentence[slot.sentence.start : slot.sentence.end]
    return f"{slot.rule}: “{own}” {'is' if slot.outcome is Outcome.MATCH else 'against'} “{said}”"
