"""The figures in quotes, and where quotes give different figures or times for the same thing, with the reason."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from itertools import combinations
from typing import Any

from clipfile.app.asked_quantity import AskedQuantity, asked_quantity
from clipfile.app.citation import Citation
from clipfile.app.slots_names import names_in
from clipfile.app.stated import stated_in
from clipfile.app.told_time import Told
from clipfile.app.when import time_difference, times_told
from clipfile.corpus.article import Span
from clipfile.corpus.compare_figures import meant
from clipfile.corpus.differences import Difference, Stated, Why, clause_of, differences
from clipfile.corpus.measured import figure_words, key_words
from clipfile.corpus.units import PEOPLE
from clipfile.index.store import Store

# Gravest first. A kind is shown if it is right for 80% and more of the labelled pairs for which it is found, see
# eval/disagreements/README.md; a kind that fell below would be shown as "differ".
SHOWN = (Why.CONFLICT, Why.OTHER_ATTRIBUTION, Why.LATER_UPDATE, Why.OTHER_SCOPE, Why.DIFFER)
SURE = 0.5  # score from which a quote is likelier than not to answer
FAINTEST = 0.15  # score from which a quote is a side: below it hardly one answers
FURTHEST = 5.0  # times that figures for one thing are apart at the most, where no words say that it is one

_MUCH_MONEY = re.compile(r"(?<=how much) money\b", re.IGNORECASE)  # says of what kind the figure is, not for what
_PARTS = re.compile(r"\b(?:including|of which|of whom|among them)\b", re.IGNORECASE)


def figures_in(store: Store, citations: Sequence[Citation]) -> list[dict[str, Any]]:
    """The figures of the quotes as records: value, unit and hedge, the words, and where they stand."""
    return [
        asdict(each.figure) | {"words": _words(each), "article": citation.article, "speaker": each.voice.speaker}
        for citation in citations
        for each in _stated(store, citation)
    ]


def disagreements_among(
    store: Store, citations: Sequence[Citation], question: str, faintest: float = FAINTEST
) -> list[dict[str, Any]]:
    """Where quotes give different figures or times for what is asked, with every side: `about`, `kind`, `sides`.

    A side is a citation with the `words` of its figure or time and those that `decide` the kind. Figures of one article do not
    disagree with each other, and copies of one origin do not either. Where no two quotes have a figure in words of the
    question, all figures of the kind of quantity that is asked for are compared; why those differ is not told. That figures
    differ for no known reason is told where both quotes are likelier than not to answer; one of them is enough where the
    figures are what the question asks for, in its own words. Quotes with a score under `faintest` are no sides.
    """
    stated = [_stated(store, each) for each in citations]
    asked, one_matter = _about_what_is_asked(stated, key_words(_MUCH_MONEY.sub("", question)) - {PEOPLE}), False
    quantity = asked_quantity(question)
    if sum(map(bool, asked)) < 2 and quantity:
        countries = _countries(question) or _countries(question.title())
        asked, one_matter = _of_its_kind(stated, quantity, countries), True
    groups: list[_Group] = []
    sides = [number for number, each in enumerate(citations) if each.score >= faintest]
    for one, other in combinations(sides, 2):
        found = _gravest(asked[one], asked[other], one_matter)
        if found and _may_disagree(citations[one], citations[other]):
            scores = citations[one].score, citations[other].score
            enough = not one_matter and quantity and all(quantity.can_be(each.figure) for each in found[:2])
            named = enough and quantity and all(quantity.is_named_by(each.figure) for each in found[:2])
            likely = named or (max(scores) if enough else min(scores)) >= SURE
            if likely or found[2].why is not Why.DIFFER:
                _grouped(groups, found[2], ((one, found[0], found[2].one), (other, found[1], found[2].other)))
    groups.sort(key=lambda group: SHOWN.index(group.why))
    return [_record(group, citations) for group in [*_in_time(store, citations, question), *groups]]


class _Group:
    """Quotes that differ for one reason; `sides` has for each citation its figure or time and the deciding words."""

    def __init__(self, why: Why) -> None:
        self.why = why
        self.sides: dict[int, tuple[Stated | Told, Span]] = {}


def _in_time(store: Store, citations: Sequence[Citation], question: str) -> list[_Group]:
    """The times that differ from the one of the quote that is likeliest to answer."""
    groups: list[_Group] = []
    told = times_told(store, citations, question)
    best = max(range(len(citations)), key=lambda number: citations[number].score, default=0)
    for other, theirs in enumerate(told):
        own = told[best]
        if not own or not theirs or not _may_disagree(citations[best], citations[other]):
            continue
        if found := time_difference(own, theirs):
            _grouped(groups, found, ((best, own, found.one), (other, theirs, found.other)))
    return groups


def _grouped(groups: list[_Group], found: Difference, sides: Sequence[tuple[int, Stated | Told, Span]]) -> None:
    """Puts a pair into the first group of its kind that has one of its quotes, else into a new one."""
    numbers = {number for number, _, _ in sides}
    group = next((each for each in groups if each.why is found.why and numbers & each.sides.keys()), None)
    if group is None:
        group = _Group(found.why)
        groups.append(group)
    for number, stated, words in sides:
        group.sides.setdefault(number, (stated, words))


def _gravest(
    one: Sequence[Stated], other: Sequence[Stated], one_matter: bool
) -> tuple[Stated, Stated, Difference] | None:
    found = differences(one, other, one_matter)
    if one_matter:
        found = [(a, b, Difference(Why.DIFFER, a.span, b.span)) for a, b, why in found if why.why in SHOWN]
    shown = [(a, b, why) for a, b, why in found if why.why in SHOWN and (why.why is not Why.DIFFER or _near(a, b))]
    return min(shown, key=lambda each: SHOWN.index(each[2].why), default=None)


def _near(one: Stated, other: Stated) -> bool:
    """Whether two figures are near enough to be of one thing."""
    (low, high), (other_low, other_high) = meant(one.figure), meant(other.figure)
    return low <= FURTHEST * other_high and other_low <= FURTHEST * high


def _about_what_is_asked(stated: Sequence[Sequence[Stated]], asked: frozenset[str]) -> list[list[Stated]]:
    """Of each quote the figures that share the most words with the question, of all quotes, and one word at least."""
    shared = {id(each): len(asked & figure_words(each.figure)) for of_quote in stated for each in of_quote}
    most = max(shared.values(), default=0)
    return [[each for each in of_quote if shared[id(each)] == most > 0] for of_quote in stated]


def _of_its_kind(
    stated: Sequence[Sequence[Stated]], quantity: AskedQuantity, countries: frozenset[str]
) -> list[list[Stated]]:
    """Of each quote the figures that can be the quantity asked for, no parts of it, of one of the countries if any."""
    return [
        [
            each
            for each in of_quote
            if quantity.can_be(each.figure) and not _is_part(each) and not _is_of_another(each, countries)
        ]
        for of_quote in stated
    ]


def _is_part(stated: Stated) -> bool:
    """Whether a figure is one of those that make up what its sentence tells of: "including $3 million for boats"."""
    return bool(_PARTS.search(stated.words, 0, stated.figure.start - stated.sentence.start))


def _is_of_another(stated: Stated, countries: frozenset[str]) -> bool:
    """Whether a figure's clause, or its sentence where that names no country, names none of the countries asked about."""
    start, end = clause_of(stated)
    named = _countries(stated.words[start:end]) or _countries(stated.words)
    return bool(countries) and countries.isdisjoint(named)


def _countries(text: str) -> frozenset[str]:
    return frozenset(each.country for each in names_in(text, with_openers=True) if each.country)


def _may_disagree(one: Citation, other: Citation) -> bool:
    return one.article != other.article and not one.origin == other.origin is not None


def _record(group: _Group, citations: Sequence[Citation]) -> dict[str, Any]:
    said = [each for each, _ in group.sides.values()]
    counted = [each.figure.counted for each in said if isinstance(each, Stated) and each.figure.counted]
    order = sorted(group.sides)
    if group.why is Why.LATER_UPDATE:
        order.sort(key=lambda number: citations[number].published or "~")  # the undated last
    about = counted[0] if counted else said[0].figure.unit if isinstance(said[0], Stated) else said[0].about
    sides = []
    for number in order:
        stated, words = group.sides[number]
        whose = _of_clause(stated) if isinstance(stated, Stated) else {}
        told = {"words": _words(stated), "decides": stated.article.quote(words)}
        sides.append(asdict(citations[number]) | whose | told)
    return {"about": about, "kind": group.why.value, "sides": sides}


def _of_clause(stated: Stated) -> dict[str, Any]:
    """Whose words a figure is, where the clauses of its sentence are several people's."""
    voice = stated.voice
    return {"speaker": voice.speaker, "voice": voice.kind.value, "speakers": voice.speakers}


def _stated(store: Store, citation: Citation) -> list[Stated]:
    return stated_in(store.indexed(citation.article), Span(citation.start, citation.end))


def _words(stated: Stated | Told) -> str:
    return stated.article.quote(stated.span)
