"""Which of the sentences found a question prefers: the speaker's or about the thing it asks for, the newest or the oldest."""

from collections.abc import Sequence

from clipfile.app.confidence import Candidate
from clipfile.app.logistic import logit
from clipfile.app.query_reading import Order, Reading
from clipfile.index.sentences import SentenceHit
from clipfile.index.store import UNDATED, Store
from clipfile.index.tokens import terms_of

ASKED_FOR = 3.0  # log odds that a sentence gains from being the speaker's, or about the thing, that is asked for
STRONG = 0.5  # share of the best probability from which the newest, or the oldest, comes first


def preferred(store: Store, candidates: Sequence[Candidate], reading: Reading) -> list[Candidate]:
    """The candidates in the order that the question asks for; their probabilities stay as they are."""
    ordered = list(candidates)
    if reading.speakers or reading.about:
        ordered.sort(
            key=lambda each: (
                -logit(each.probability)
                - ASKED_FOR * (_is_said_by(store, each.hit, reading.speakers) + _is_about(each.hit, reading.about))
            )
        )
    if reading.order and ordered:
        strong = [each for each in ordered if each.probability >= STRONG * max(each.probability for each in candidates)]
        strong.sort(key=lambda each: _day(store, each, reading.order))
        ordered = strong + [each for each in ordered if each not in strong]
    return ordered


def _is_said_by(store: Store, hit: SentenceHit, speakers: frozenset[str]) -> bool:
    return not speakers.isdisjoint(store.indexed(hit.article.article_id).voice(hit.span).speakers)


def _is_about(hit: SentenceHit, terms: frozenset[str]) -> bool:
    """Whether a sentence, with its article's title, holds all of some terms; of none it is not."""
    return bool(terms) and terms <= hit.matched.union(terms_of(hit.article.title or ""))


def _day(store: Store, candidate: Candidate, order: Order | None) -> int:
    """What sorts by the day of the article, undated ones last."""
    day = int(store.article_days[store.numbers[candidate.hit.article.article_id]])
    return day if order is Order.FIRST or day == UNDATED else -day
