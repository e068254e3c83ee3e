"""When: whether a question asks for a time, and why the times that two quotes tell differ."""

import re
from collections.abc import Sequence

from clipfile.app.citation import Citation
from clipfile.app.moments import exclude
from clipfile.app.told_time import Told, time_told
from clipfile.corpus.article import Span
from clipfile.corpus.differences import Difference, Why
from clipfile.index.store import Store

# Chosen on the collections of eval/training, see eval/disagreements/README.md.
SURE_OF_WHEN = 0.6  # score of a quote from which its time is told as another than that of the best one
_DOES = (
    r"(?:(?:exactly|roughly|precisely|else)\s)?(?:did|do|does|was|were|is|are|will|would|should|shall|can|could|may|might|"
    r"must|has|have|had)\b"
)
_KNOWS = r"(?:knows?|known|says?|said|tells?(?:\s(?:me|us))?|told|clear|sure)\s(?:since\s|until\s|by\s)?"
_WHEN = re.compile(
    rf"^\W*(?:(?:by|since|until|till|from|on|at|in|around|before|after)\s)?(?:when,?\s{_DOES}|how\slong\sago\b"
    r"|(?:what|which)\s(?:date|day|weekday|time|hour|year|month|week|season)\b"
    r"|(?:what(?:[’']s|\s(?:is|was))\s)?(?:the\s(?:\w+\s)?(?:date|deadline)\b|(?:the\s)?(?:date|day|time)\sof\b))"
    rf"|^(?!\W*(?:what|who|whom|whose|why|where|which|how)\b).*\b{_KNOWS}when\b",
    re.IGNORECASE,
)


def asks_when(question: str) -> bool:
    """Whether a question asks for a time."""
    return bool(_WHEN.search(question))


def times_told(store: Store, citations: Sequence[Citation], question: str) -> list[Told | None]:
    """For each quote the time that it gives for what is asked, where the quote is sure enough to answer."""
    asks = asks_when(question)
    return [
        time_told(store.indexed(each.article).article, Span(each.start, each.end), question)
        if asks and each.score >= SURE_OF_WHEN
        else None
        for each in citations
    ]


def time_difference(one: Told, other: Told) -> Difference | None:
    """Why two times differ; `None` where both can be true.

    That it is a later change is said where the later article has words for one. Weekdays are of one week only if their
    articles are.
    """
    if not exclude(one.moment, other.moment) or not _of_one_event(one, other):
        return None
    if one.moment.is_weekday and other.moment.is_weekday and not _of_one_week(one, other):
        return None
    if _is_changed(one, other) and other.moved:
        return Difference(Why.LATER_UPDATE, one.span, other.moved)
    if _is_changed(other, one) and one.moved:
        return Difference(Why.LATER_UPDATE, one.moved, other.span)
    return Difference(Why.DIFFER, one.span, other.span)


def _of_one_event(one: Told, other: Told) -> bool:
    """Whether two times surely are of one event: their clauses have all words of the question, or most of them and one verb.

    Where a time is said to be a new one, the other clause may have the verb as a noun: "the opening has been put back".
    """
    if one.all_asked and other.all_asked:
        return True
    if one.asked | other.asked and 2 * len(one.asked & other.asked) <= len(one.asked | other.asked):
        return False
    if one.moved or other.moved:
        return bool(one.terms & other.terms & (one.verbs | other.verbs))
    return bool(one.verbs & (other.verbs | other.third_person) | other.verbs & one.third_person)


def _of_one_week(one: Told, other: Told) -> bool:
    days = one.article.published, other.article.published
    return days[0] is not None and days[1] is not None and abs((days[1].last_day - days[0].last_day).days) < 7


def _is_changed(older: Told, newer: Told) -> bool:
    before, after = older.article.published, newer.article.published
    return before is not None and after is not None and before.last_day < after.first_day
