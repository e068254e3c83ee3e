"""The time that a quote tells of what a question asks, with the words of the clause in which it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clipfile.app.moments import CHANGES, Moment, moments_in
from clipfile.corpus.article import Article, Span
from clipfile.corpus.clauses import is_past
from clipfile.corpus.times import MONTHS, WEEKDAYS
from clipfile.corpus.words import words_of
from clipfile.index.tokens import terms_of

_ASKED_BY = re.compile(r"\W*(by|since|until|from|before|after) (?:when|what|which)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\W*(?:\w+\s)?when (?:will|is|are|does|do|shall|should)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:()–—]|,\s|\s(?=(?:but|while|which|who|whose|where|when|because|although|though)\s)"
    r"|\s(?=and (?:(?:has|have|had|was|were|is|are|will|would|could|then|later|did)\b|\w+ed\b))"
)
_VERB = re.compile(
    r"(?:was|were|is|are|will|would|has|have|had|can|could|may|might|must|should|did|does|came|went|began|\w+ed)\b"
)
_HANGS_ON = re.compile(
    r"(?:which|who|whose|on|at|in|by|from|until|since|before|after|early|late|shortly|just|around|about|not|\d+|"
    rf"{'|'.join(name.capitalize() for name in (*WEEKDAYS, *MONTHS))})\b"
)
_SAID = re.compile(
    r"\b(?:(?:said|says|told|announced|reported|confirmed|added|stated|wrote|testified|promised|acknowledged|informed|published|"
    r"released)(?:\s(?!that\b)[\w’'-]+){0,5}|(?:statement|announcement|interview|hearing|report|letter)(?:\s\w+)?)"
    r"\s(?:(?:on|in|at|the|last)\s)*$"
)
_DENIED = re.compile(
    r"\b(?:not(?:,[^,]*,)?|instead of|rather than|unlike)\s(?:on|in|at|by|for|until)\s(?:the\s)?$", re.IGNORECASE
)
_MOVED = re.compile(
    rf"{CHANGES}|\b(?:instead|no longer|shelved|new date|(?:behind|ahead of) schedule|"
    r"(?:later|earlier|sooner) than (?:planned|announced|promised|scheduled|foreseen|expected))\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"(?<!until )(?<!up to )\bnow\b")
_AFTER_AUXILIARY = re.compile(
    r"\b(?:to|will|would|shall|should|can|could|may|might|must|not|did|does|do)\s(?:\w+ly\s)?([a-z]+)"
)
_THIRD_PERSON = re.compile(r"\b[a-z]+[^\Ws]s\b")
_OF_NO_EVENT = frozenset(terms_of("said told announced reported made planned due expected set"))


@dataclass(frozen=True, slots=True)
class Told:
    """The time that a quote gives, at `span` in its article; `moved` are the words that say that it is a new one.

    terms: of its clause. asked: those of the question among them, names left out, since a pronoun may stand for one;
    `all_asked` says that none of the question's terms is missing.
    verbs: those that are surely verbs; `third_person` may be.
    """

    article: Article
    moment: Moment
    span: Span
    moved: Span | None
    terms: frozenset[str]
    asked: frozenset[str]
    all_asked: bool
    verbs: frozenset[str]
    third_person: frozenset[str]

    @property
    def about(self) -> str:
        """What is told, in words."""
        return "the date" if self.moment.days and not self.moment.minutes else "the time"


def time_told(article: Article, quote: Span, question: str) -> Told | None:
    """The time in the clause of a quote that has the most words of the question; `None` where it is not clear which it is."""
    text, asked = article.quote(quote), set(terms_of(question))
    clauses = _clauses(text)
    around = {
        each: _terms_around(text, clauses, each)
        for each in moments_in(text, article.published)
        if not _is_aside(text, each, asked)
    }
    most = max((len(asked & terms) for terms in around.values()), default=0)
    best = [each for each, terms in around.items() if len(asked & terms) == most and (most or len(around) == 1)]
    if len(best) > 1 and article.published and _TO_COME.match(question):
        best = [one for one in best if one.days and one.days[0][1] >= article.published.first_day]
    if len(best) > 1 and (by := _ASKED_BY.match(question)):
        best = [one for one in best if re.search(rf"\b{by[1]}\b", text[: one.span.end][-30:], re.IGNORECASE)]
    if len(best) != 1:
        return None
    terms, verbs = around[best[0]], _verbs(text)
    if asked & verbs - terms:
        return None
    moved = _MOVED.search(text) or _NOW.search(text, *clauses[_at(clauses, best[0])])
    third_person = {term for word in _THIRD_PERSON.findall(text) for term in terms_of(word)}
    return Told(
        article,
        best[0],
        _in_article(quote, best[0].span),
        moved and _in_article(quote, Span(*moved.span())),
        terms=frozenset(terms),
        asked=frozenset(terms & asked) - _names(question),
        all_asked=terms >= asked,
        verbs=frozenset(terms & verbs),
        third_person=frozenset(terms & third_person),
    )


def _names(question: str) -> set[str]:
    """The terms of the words with a capital behind the first one."""
    return {term for word in re.findall(r"(?<=\s)[A-Z][\w’'-]*", question) for term in terms_of(word)}


def _in_article(quote: Span, span: Span) -> Span:
    return Span(quote.start + span.start, quote.start + span.end)


def _is_aside(text: str, moment: Moment, asked: set[str]) -> bool:
    """Whether a time is that of a saying, or is denied: "said on Tuesday", "not in 2038"."""
    before = text[: moment.span.start]
    if said := _SAID.search(before):
        return not asked & set(terms_of(said[0]))
    return bool(_DENIED.search(before))


def _verbs(text: str) -> set[str]:
    """The terms of the verbs that are known by their form or by the word before them; those that tell of no event left out."""
    pasts = [word.text for word in words_of(text, Span(0, len(text))) if is_past(word)]
    return {term for word in (*pasts, *_AFTER_AUXILIARY.findall(text)) for term in terms_of(word)} - _OF_NO_EVENT


def _clauses(text: str) -> list[tuple[int, int]]:
    ends = [0, *(place for match in _CLAUSE.finditer(text) for place in match.span()), len(text)]
    return list(zip(ends[::2], ends[1::2], strict=True))


def _at(clauses: Sequence[tuple[int, int]], moment: Moment) -> int:
    return max((n for n, (start, _) in enumerate(clauses) if start <= moment.span.start), default=0)


def _terms_around(text: str, clauses: Sequence[tuple[int, int]], moment: Moment) -> set[str]:
    """The terms of a time's clause, with those of what an aside cut off from its verb, or of what it hangs on."""
    at = _at(clauses, moment)
    words = text[slice(*clauses[at])]
    if at > 1 and _VERB.match(words):
        words += " " + text[slice(*clauses[at - 2])]
    elif at and _HANGS_ON.match(words):
        words += " " + text[clauses[max(at - 2, 0)][0] : clauses[at][0]]
    return set(terms_of(words))
