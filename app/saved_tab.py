"""The Saved tab: an evidence file in, what it says of the articles as they are now and its quotes out."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from threading import Lock
from typing import Any

from clipfile.app.asked import checked_as_of
from clipfile.app.cards import Card
from clipfile.app.dateline import date_in_words, first_words, published_in_words, voice_in_words
from clipfile.app.evidence_file import EvidenceError, evidence_from, quotes_in, speakers_in
from clipfile.app.export import ASKED, evidence_as_markdown, result_of, shown_quotes
from clipfile.app.gradio_offline import gr
from clipfile.app.in_words import counted
from clipfile.app.page_parts import part
from clipfile.app.trace_in_words import RELATIONS
from clipfile.app.turns import as_of_in_words
from clipfile.app.verifying import Verified, place_now, verify_evidence
from clipfile.corpus.collection import Collection, CollectionError

LONGEST_FILE = 2_000_000  # characters; a saved answer has some ten thousand
MOST_SHOWN = 200  # quotes, and changes
UNEXPECTED = "Something went wrong with this file. The terminal that Clipfile runs in has the details."

TEMPLATE = """
<section class="saved" aria-label="Saved answers">
  <form class="asking">
    <label class="asking-text">A saved answer, claim check or trace
      <input type="file" accept=".json,application/json"></label>
    <p class="asking-help">Saved on this page, or with --save on the command line. Every quote is checked against the articles
      as they are now; the file does not leave this machine.</p>
  </form>
  <p class="announcement unseen" role="status"></p>
  <div class="saved-result"></div>
</section>
"""

WORDS = {str(relation): words for relation, words in RELATIONS.items()}

CollectionNow = Callable[[], Collection]

logger = logging.getLogger(__name__)


class Now(StrEnum):
    """Where a saved quote is now: at its place, elsewhere in its article, or no longer there."""

    STANDS = "stands"
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class SavedCard:
    """A saved quote; `note` is its stance or relation, in words."""

    card: Card
    note: str
    state: Now


@dataclass(frozen=True, slots=True)
class Saved:
    """An evidence file as the page shows it; `summary` says whether it holds, `problems` everything that changed."""

    kind: str
    asked: str
    badge: str
    result: str
    holds: bool
    summary: str
    problems: tuple[str, ...]
    quotes: tuple[SavedCard, ...]
    nearest: tuple[SavedCard, ...]
    markdown: str


def add_saved_tab(collection: Collection, collection_now: CollectionNow | None = None) -> gr.HTML:
    """Put the field for a saved answer into the tab that is open."""
    return part("saved", TEMPLATE, server_functions=[saved_opener(collection, collection_now)])


def saved_opener(
    collection: Collection, collection_now: CollectionNow | None = None
) -> Callable[[Any], dict[str, Any]]:
    """The function that the tab calls: a saved answer checked against the articles, or the sentence why it is none.

    They are checked as `collection_now` gives them; the reader shows those of `collection`.
    """
    lock = Lock()

    def open_saved(sent: Any) -> dict[str, Any]:
        sent = sent if isinstance(sent, dict) else {}
        name, text = sent.get("name"), sent.get("text")
        try:
            if not isinstance(text, str) or not isinstance(name, str):
                raise EvidenceError("Choose a file first.")
            if len(text) > LONGEST_FILE:
                raise EvidenceError(f"{name} has {len(text):,} characters; a saved answer has {LONGEST_FILE:,} at most")
            with lock:
                now = collection_now() if collection_now else collection
                return asdict(saved_of(evidence_from(text, name), now, collection))
        except (EvidenceError, CollectionError) as error:
            return {"error": str(error)}
        except Exception:
            logger.exception("A saved answer failed")
            return {"error": UNEXPECTED}

    return open_saved


def saved_of(evidence: Mapping[str, Any], now: Collection, shown: Collection | None = None) -> Saved:
    """An evidence file as the page shows it, checked against the articles `now`; the reader has those `shown`."""
    verified = verify_evidence(evidence, now)
    shown = shown or now
    settings = evidence.get("settings")
    as_of = settings.get("as_of") if isinstance(settings, dict) else None
    quotes = shown_quotes(evidence)
    nearest = [] if quotes else list(quotes_in(evidence["answer"].get("nearest")))
    return Saved(
        kind=ASKED.get(str(evidence.get("command")), "Question"),
        asked=str(evidence.get("asked") or ""),
        badge=_badge(as_of),
        result=result_of(evidence),
        holds=verified.holds,
        summary=summary_of(verified),
        problems=tuple(problem.message for problem in verified.problems[:MOST_SHOWN]),
        quotes=_cards(quotes, now, shown),
        nearest=_cards(nearest, now, shown),
        markdown=evidence_as_markdown(evidence),
    )


def summary_of(verified: Verified) -> str:
    """Whether a saved answer holds, in a sentence."""
    if verified.holds:
        quotes, articles = counted(verified.quotes, "quote"), counted(verified.articles, "article")
        stand = "stands" if verified.quotes == 1 else "stand"
        return f"It holds: {quotes} from {articles} {stand} as saved."
    return f"It does not hold: {counted(len(verified.problems), 'thing')} changed since it was saved."


def _badge(as_of: Any) -> str:
    """The as-of date that a file states, which may be anything."""
    try:
        return as_of_in_words(checked_as_of(as_of))
    except ValueError:
        return ""


def _cards(quotes: Sequence[Mapping[str, Any]], now: Collection, shown: Collection) -> tuple[SavedCard, ...]:
    return tuple(_card(quote, number, now, shown) for number, quote in enumerate(quotes[:MOST_SHOWN], 1))


def _card(quote: Mapping[str, Any], number: int, now: Collection, shown: Collection) -> SavedCard:
    """A saved quote as it stands now, to be opened where the reader has it; it ends at 0 where that is nowhere."""
    article, read = now.by_id.get(quote["article"]), shown.by_id.get(quote["article"])
    place = place_now(quote, article) if article else None
    opened = place_now(quote, read) if place and read else None
    date, inferred_from = published_in_words(article.published) if article else (date_in_words(None), "")
    voice, speaker = (each if isinstance(each := quote.get(name), str) else None for name in ("voice", "speaker"))
    card = Card(
        number=number,
        article=quote["article"],
        start=opened.start if opened else 0,
        end=opened.end if opened else 0,
        quote=quote["quote"],
        title=first_words(article) if article else quote["article"],
        outlet=(article.outlet if article else None) or "",
        date=date,
        inferred_from=inferred_from,
        voice=voice_in_words(voice, speaker, speakers_in(quote)),
        sure="",
    )
    state = Now.GONE if place is None else Now.STANDS if place.start == quote["start"] else Now.MOVED
    return SavedCard(card, str(quote.get("stance") or WORDS.get(str(quote.get("relation")), "")), state)
