"""Which of the sentences found a question prefers: the speaker's or about the thing it asks for, the newest or the oldest."""

import re
from collections.abc import Sequence

from clipfile.app.asked_quantity import asked_quantity
from clipfile.app.confidence import Candidate
from clipfile.app.logistic import logit
from clipfile.app.query_reading import Order, Reading
from clipfile.corpus.figures import Figure
from clipfile.corpus.times import MONTHS
from clipfile.index.sentences import SentenceHit
from clipfile.index.store import UNDATED, Store
from clipfile.index.tokens import terms_of

ASKED_FOR = 3.0  # log odds that a sentence gains from being the speaker's, or about the thing, that is asked for
REASON = 1.0  # the same from saying that it gives a reason, where one is asked for
STRONG = 0.5  # share of the best probability from which the newest, or the oldest, comes first

_ASKS_WHY = re.compile(r"\W*(?:why|how come)\b", re.IGNORECASE)
_GIVES_REASON = re.compile(  # "since" of a time gives none
    r"\b(?:because|due to|owing to|thanks to|caused by|as a result|on the grounds?|so that|in order to"
    rf"|since (?!\w+day|\d|last|then|{'|'.join(MONTHS)}))\b",
    re.IGNORECASE,
)


def preferred(store: Store, candidates: Sequence[Candidate], reading: Reading) -> list[Candidate]:
    """The candidates in the order that the question asks for; their probabilities stay as they are."""
    ordered = list(candidates)
    quantity = asked_quantity(reading.text)
    asks_why = bool(_ASKS_WHY.match(reading.text))
    if reading.speakers or reading.about or asks_why or (quantity and quantity.beside):

        def gained(hit: SentenceHit) -> float:
            beside = quantity is not None and quantity.only_beside(_figures(store, hit))
            asked_for = _is_said_by(store, hit, reading.speakers) + _is_about(hit, reading.about) - beside
            return ASKED_FOR * asked_for + REASON * (asks_why and bool(_GIVES_REASON.search(hit.quote)))

        ordered.sort(key=lambda each: -logit(each.probability) - gained(each.hit))
    if reading.order and ordered:
        strong = [each for each in ordered if each.probability >= STRONG * max(each.probability for each in candidates)]
        strong.sort(key=lambda each: _day(store, each, reading.order))
        ordered = strong + [each for each in ordered if each not in strong]
    return ordered


def _figures(store: Store, hit: SentenceHit) -> list[Figure]:
    return store.indexed(hit.article.article_id).figures_in(hit.span)


def _is_said_by(store: Store, hit: SentenceHit, speakers: frozenset[str]) -> bool:
    return not speakers.isdisjoint(store.indexed(hit.article.article_id).voice(hit.span).speakers)


def _is_about(hit: SentenceHit, terms: frozenset[str]) -> bool:
    """Whether a sentence, with its article's title, holds all of some terms; of none it is not."""
    return bool(terms) and terms <= hit.matched.union(terms_of(hit.article.title or ""))


def _day(store: Store, candidate: Candidate, order: Order | None) -> int:
    """What sorts by the day of the article, undated ones last."""
    day = int(store.article_days[store.numbers[candidate.hit.article.article_id]])
    return day if order is Order.FIRST or day == UNDATED else -day
