"""What the page shows of a citation: a card with the quote, and in words where, when and by whom it was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from clipfile.app.citation import Citation
from clipfile.app.dateline import date_in_words, first_words, voice_in_words
from clipfile.corpus.collection import Collection


class QuoteError(ValueError):
    """A citation that is not a slice of its article; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Card:
    """A numbered quote; `number` is 0 for a quote that is not among the numbered ones.

    What is not stated is empty; `inferred_from` holds the words that the date was inferred from,
    `sure` is how sure it is that the quote answers.
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


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: its card, and the words of the quote that decide it."""

    card: Card
    words: str


def card_of(citation: Citation, number: int, collection: Collection) -> Card:
    """The card of a citation.

    Raises:
        QuoteError: if the quote is not what stands in the article at its place.
    """
    article = collection.by_id.get(citation.article)
    if article is None:
        raise QuoteError(f"{citation.article} is cited, but it is not in the collection. Start Clipfile again.")
    if not citation.quote or article.text[citation.start : citation.end] != citation.quote:
        raise QuoteError(
            f"{citation.article} does not hold the quote at characters {citation.start} to {citation.end}; "
            "has the file changed? Start Clipfile again."
        )
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
        voice=voice_in_words(citation.voice, citation.speaker),
        sure=f"{citation.score:.0%}",
    )


def cards_of(citations: Sequence[Citation], collection: Collection) -> tuple[Card, ...]:
    """The cards of citations, numbered from 1."""
    return tuple(card_of(citation, number, collection) for number, citation in enumerate(citations, start=1))


def side_of(found: Mapping, cards: Sequence[Card], collection: Collection) -> Side:
    """One side of a disagreement: a citation as in the JSON, with the deciding `words` if they are known.

    It keeps its number if it is among the cards.
    """
    known: dict[str, Any] = {field.name: found.get(field.name) for field in fields(Citation)}
    citation = Citation(**known | {"score": found.get("score") or 0.0})
    place = (citation.article, citation.start, citation.end)
    numbers = [card.number for card in cards if (card.article, card.start, card.end) == place]
    card = card_of(citation, numbers[0] if numbers else 0, collection)
    words = found.get("words")
    return Side(card, words if isinstance(words, str) and words and words in card.quote else card.quote)
