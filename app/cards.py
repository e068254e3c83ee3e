"""What the page shows of a citation: a card with the quote, and in words where, when and by whom it was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from clipfile.app.citation import Citation, Elsewhere
from clipfile.app.dateline import date_in_words, first_words, voice_in_words
from clipfile.app.why import Why, why_in_words
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection

POINTED = ("later", "first_reported", "latest")  # the fields of a citation that point to other quotes


class QuoteError(ValueError):
    """A citation that is not a slice of its article; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A quote of another article that goes with a card; `label` says how: a later figure, or the same words first or last."""

    label: str
    article: str
    start: int
    end: int
    quote: str
    outlet: str
    date: str


@dataclass(frozen=True, slots=True)
class Card:
    """A numbered quote; `number` is 0 for a quote that is not among the numbered ones.

    What is not stated is empty; `inferred_from` holds the words that the date was inferred from,
    `sure` is how sure it is that the quote answers, `why` what led to it.
    """

    number: int
    article: str
    start: int
    end: int
    quote: str
    title: str
    outlet: str
    date: str
    inferred_from: str
    voice: str
    sure: str
    pointers: tuple[Pointer, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: its card, its words, and those that decide the kind where they are others."""

    card: Card
    words: str
    decides: str = ""


def card_of(citation: Citation, number: int, collection: Collection) -> Card:
    """The card of a citation.

    Raises:
        QuoteError: if the quote, or one that goes with it, is not what stands in its article at its place.
    """
    article = _article_of(citation, collection)
    labelled = (("Later", citation.later), ("First reported", citation.first_reported), ("Latest", citation.latest))
    return Card(
        number=number,
        article=citation.article,
        start=citation.start,
        end=citation.end,
        quote=citation.quote,
        title=first_words(article),
        outlet=citation.outlet or "",
        date=date_in_words(citation.published, inferred=citation.published_from is not None),
        inferred_from=citation.published_from or "",
        voice=voice_in_words(citation.voice, citation.speaker, citation.speakers),
        sure=f"{citation.score:.0%}",
        pointers=tuple(_pointer(label, other, collection) for label, other in labelled if other),
    )


def _pointer(label: str, other: Elsewhere, collection: Collection) -> Pointer:
    _article_of(other, collection)
    return Pointer(
        label=label,
        article=other.article,
        start=other.start,
        end=other.end,
        quote=other.quote,
        outlet=other.outlet or "",
        date=date_in_words(other.published, inferred=other.published_from is not None),
    )


def _article_of(quoted: Citation | Elsewhere, collection: Collection) -> Article:
    """The article that a quote is cut from.

    Raises:
        QuoteError: if the quote is not what stands there.
    """
    article = collection.by_id.get(quoted.article)
    if article is None:
        raise QuoteError(f"{quoted.article} is cited, but it is not in the collection. Start Clipfile again.")
    if not quoted.quote or article.text[quoted.start : quoted.end] != quoted.quote:
        raise QuoteError(
            f"{quoted.article} does not hold the quote at characters {quoted.start} to {quoted.end}; "
            "has the file changed? Start Clipfile again."
        )
    return article


def cards_of(citations: Sequence[Citation], collection: Collection, why: Sequence[Why] = ()) -> tuple[Card, ...]:
    """The cards of citations, numbered from 1, each with what led to it where that is known."""
    cards = [card_of(citation, number, collection) for number, citation in enumerate(citations, start=1)]
    reasons = [why_in_words(each) for each in why] or [""] * len(cards)
    return tuple(replace(card, why=reason) for card, reason in zip(cards, reasons, strict=True))


def unsure(cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards of what only came near, which is no answer and so none that is sure."""
    return tuple(replace(card, sure="") for card in cards)


def side_of(found: Mapping, cards: Sequence[Card], collection: Collection) -> Side:
    """One side of a disagreement: a citation as in the JSON, with the deciding `words` if they are known.

    It keeps its number if it is among the cards, which have what goes with the quote.
    """
    known: dict[str, Any] = {field.name: found.get(field.name) for field in fields(Citation)}
    known |= dict.fromkeys(POINTED) | {"speakers": tuple(found.get("speakers") or ())}
    citation = Citation(**known | {"score": found.get("score") or 0.0})
    place = (citation.article, citation.start, citation.end)
    numbers = [card.number for card in cards if (card.article, card.start, card.end) == place]
    card = card_of(citation, numbers[0] if numbers else 0, collection)
    words, decides = (_part_of(card.quote, found.get(name)) for name in ("words", "decides"))
    return Side(card, words or card.quote, decides if decides not in (words or card.quote) else "")


def _part_of(quote: str, words: Any) -> str:
    return words if isinstance(words, str) and words in quote else ""
