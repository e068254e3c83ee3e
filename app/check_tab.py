"""The "Check a claim" tab: a claim and a date in, the verdict with the quotes of both sides out."""

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import count
from threading import Lock
from typing import Any

from clipfile.app.asked import checked_as_of, well_formed
from clipfile.app.cards import Card, card_of, unsure
from clipfile.app.check_in_words import (
    check_as_record,
    decides,
    note_in_words,
    rule_in_words,
    side_of,
    sides_in_words,
    statements_of,
    verdict_in_words,
)
from clipfile.app.claim_export import check_as_claim_review, check_as_markdown
from clipfile.app.claim_parts import ClaimError
from clipfile.app.claims import ClaimCheck, PartCheck, StancedCitation
from clipfile.app.evidence_file import Prove, evidence_text
from clipfile.app.gradio_offline import gr
from clipfile.app.page_parts import part
from clipfile.app.stance import StanceKind
from clipfile.app.turns import as_of_in_words
from clipfile.corpus.collection import Collection

Check = Callable[[str, str | None], ClaimCheck]

LONGEST_SENT = 20_000  # characters; what is longer is not even read
UNEXPECTED = "Something went wrong with this claim. The terminal that Clipfile runs in has the details."

TEMPLATE = """
<section class="check" aria-label="Check a claim">
  <form class="asking">
    <label class="asking-text">Claim
      <textarea rows="3" placeholder="A statement, or a short paragraph: each sentence is checked"></textarea></label>
    <div class="asking-options">
      <label class="asking-as-of">As of <input type="text" placeholder="any date"></label>
      <button type="submit" class="send">Check</button>
    </div>
    <p class="asking-help">2024, 2024-08 or 2024-08-31: later and undated articles are left out</p>
  </form>
  <p class="announcement unseen" role="status"></p>
  <div class="check-result"></div>
</section>
"""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StancedCard:
    """A quote for or against a claim, and in words what decided."""

    card: Card
    rule: str


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """A statement of a claim, or the claim where it is one statement: its verdict and its quotes on both sides.

    `summary` is the verdict in words, `sides` how many origins stand on each; `decides` says that the claim has its verdict.
    """

    text: str
    verdict: str
    summary: str
    sides: str
    note: str
    decides: bool
    supports: tuple[StancedCard, ...]
    refutes: tuple[StancedCard, ...]
    missing: tuple[str, ...]
    nearest: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim check as the page shows it; `parts` is the claim itself where it has one statement."""

    claim: str
    verdict: str
    summary: str
    badge: str
    sides: str
    parts: tuple[CheckedPart, ...]
    markdown: str
    claim_review: str


def add_check_tab(check: Check, collection: Collection, prove: Prove | None = None) -> gr.HTML:
    """Put the claim field and the verdict into the tab that is open."""
    return part("check", TEMPLATE, server_functions=[claim_checker(check, collection, prove)])


def claim_checker(check: Check, collection: Collection, prove: Prove | None = None) -> Callable[[Any], dict[str, Any]]:
    """The function that the tab calls: a checked claim as the page shows it, or the sentence why it cannot be checked."""
    lock = Lock()

    def check_claim(sent: Any) -> dict[str, Any]:
        sent = sent if isinstance(sent, dict) else {}
        claim = sent.get("claim")
        try:
            if not isinstance(claim, str) or not claim.strip():
                raise ClaimError("Type a claim first.")
            claim, as_of = well_formed(claim), checked_as_of(sent.get("as_of"))
            with lock:
                found = check(claim[:LONGEST_SENT], as_of)
            evidence = evidence_text(prove("check", claim, check_as_record(found), as_of)) if prove else ""
            return asdict(checked_of(found, as_of, collection)) | {"evidence": evidence}
        except ValueError as error:
            return {"error": str(error)}
        except Exception:
            logger.exception("A claim failed")
            return {"error": UNEXPECTED}

    return check_claim


def checked_of(check: ClaimCheck, as_of: str | None, collection: Collection) -> Checked:
    """A claim check as the page shows it; the quotes are numbered through, statement by statement.

    Raises:
        QuoteError: if a quote is not a slice of its article.
    """
    numbers = count(1)
    return Checked(
        claim=check.claim,
        verdict=check.verdict,
        summary=verdict_in_words(check),
        badge=as_of_in_words(as_of),
        sides=sides_in_words(check),
        parts=tuple(_part(part, check, numbers, collection) for part in statements_of(check)),
        markdown=check_as_markdown(check, as_of, collection),
        claim_review=json.dumps(check_as_claim_review(check, collection), ensure_ascii=False, indent=1),
    )


def _part(
    part: ClaimCheck | PartCheck, check: ClaimCheck, numbers: Iterator[int], collection: Collection
) -> CheckedPart:
    return CheckedPart(
        text=part.text if isinstance(part, PartCheck) else part.claim,
        verdict=part.verdict,
        summary=verdict_in_words(part),
        sides=sides_in_words(part),
        note=note_in_words(part),
        decides=decides(part, check),
        supports=_stanced(side_of(part, StanceKind.SUPPORTS), numbers, collection),
        refutes=_stanced(side_of(part, StanceKind.REFUTES), numbers, collection),
        missing=part.missing,
        nearest=unsure([card_of(each, 0, collection) for each in part.nearest]),
    )


def _stanced(
    citations: list[StancedCitation], numbers: Iterator[int], collection: Collection
) -> tuple[StancedCard, ...]:
    return tuple(StancedCard(card_of(each, next(numbers), collection), rule_in_words(each)) for each in citations)
