"""The Trace tab: a pasted text in, the quotes of the articles that have it out, the earliest first."""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from threading import Lock
from typing import Any

from clipfile.app.asked import checked_as_of, well_formed
from clipfile.app.cards import Card, card_of
from clipfile.app.evidence_file import Prove, evidence_text
from clipfile.app.gradio_offline import gr
from clipfile.app.page_parts import part
from clipfile.app.trace import LONGEST, Trace, TraceError
from clipfile.app.trace_in_words import relation_in_words, summary_of, trace_record
from clipfile.app.turns import as_of_in_words
from clipfile.corpus.collection import Collection

TraceText = Callable[[str, str | None], Trace]

UNEXPECTED = "Something went wrong with this text. The terminal that Clipfile runs in has the details."

TEMPLATE = """
<section class="trace" aria-label="Trace a text">
  <form class="asking">
    <label class="asking-text">Text
      <textarea rows="3" placeholder="Paste a sentence, a part of one, or several"></textarea></label>
    <div class="asking-options">
      <label class="asking-as-of">As of <input type="text" placeholder="any date"></label>
      <button type="submit" class="send">Trace</button>
    </div>
    <p class="asking-help">2024, 2024-08 or 2024-08-31: later and undated articles are left out</p>
  </form>
  <p class="announcement unseen" role="status"></p>
  <div class="trace-result"></div>
</section>
"""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MatchCard:
    """A quote that has the text, and in words how it does."""

    card: Card
    relation: str


@dataclass(frozen=True, slots=True)
class Traced:
    """A trace as the page shows it."""

    text: str
    badge: str
    summary: str
    matches: tuple[MatchCard, ...]


def add_trace_tab(trace: TraceText, collection: Collection, prove: Prove | None = None) -> gr.HTML:
    """Put the text field and what comes of it into the tab that is open."""
    return part("trace", TEMPLATE, server_functions=[text_tracer(trace, collection, prove)])


def text_tracer(
    trace: TraceText, collection: Collection, prove: Prove | None = None
) -> Callable[[Any], dict[str, Any]]:
    """The function that the tab calls: a traced text as the page shows it, or the sentence why it cannot be traced."""
    lock = Lock()

    def trace_text(sent: Any) -> dict[str, Any]:
        sent = sent if isinstance(sent, dict) else {}
        text = sent.get("text")
        try:
            if not isinstance(text, str) or not text.strip():
                raise TraceError("Paste a text first.")
            text, as_of = well_formed(text), checked_as_of(sent.get("as_of"))
            with lock:
                found = trace(text[: LONGEST + 1], as_of)
            evidence = evidence_text(prove("trace", text, trace_record(found), as_of)) if prove else ""
            return asdict(traced_of(found, as_of, collection)) | {"evidence": evidence}
        except ValueError as error:
            return {"error": str(error)}
        except Exception:
            logger.exception("A trace failed")
            return {"error": UNEXPECTED}

    return trace_text


def traced_of(trace: Trace, as_of: str | None, collection: Collection) -> Traced:
    """A trace as the page shows it.

    Raises:
        QuoteError: if a quote is not a slice of its article.
    """
    return Traced(
        text=trace.text.strip(),
        badge=as_of_in_words(as_of),
        summary=summary_of(trace),
        matches=tuple(
            MatchCard(card_of(match, number, collection), relation_in_words(match.relation, match.edits))
            for number, match in enumerate(trace.matches, 1)
        ),
    )
