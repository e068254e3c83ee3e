"""What a question itself says of where to look: an outlet, a date, a speaker, the latest; and slips of spelling in it.

An outlet, an article's month and "as of" a date restrict the search; a speaker and "latest" or "first reported" decide
among the sentences found. Names come from the collection.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from clipfile.app.said_by import asked_of, said_by, speakers_called
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.grammar_words import AUXILIARIES
from clipfile.corpus.times import MONTHS, TimeKind, period, times_in
from clipfile.index.names import Names
from clipfile.index.spelling import corrected, english_words
from clipfile.index.tokens import terms_of, words_of

_STORY = r"(?:articles?|stor(?:y|ies)|pieces?|coverage|reporting|account|write-up)"
_SAYS = r"(?:say|says|said|report|reports|reported|write|writes|wrote|state|states)"
_TELLS = rf"(?:{_SAYS}|claim|claims|give|gives|put|call|calls)"
_AS_OF = re.compile(r"\bas (?:of|at) (?:the )?(?:end of |beginning of |start of )?", re.IGNORECASE)
_MONTH = re.compile("|".join(MONTHS), re.IGNORECASE)
_MONTH_STORY = re.compile(
    r"(?P<aside>\b(?:in|from|of|by|according to) )?\bthe (?:early |mid-?|late )?"
    rf"(?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))? {_STORY}\b[,:]?",
    re.IGNORECASE,
)
_NEWS = (
    r"(?:(?:known|reported|published|official|public|confirmed|preliminary|full|police|government|death|damage|casualty) ){0,2}"
    r"(?:reports?|articles?|stor(?:y|ies)|figures?|counts?|tolls?|estimates?|numbers?|totals?|tall(?:y|ies)|accounts?|coverage)"
)
_LATEST = re.compile(  # "the latest model" is a thing's name, of whatever date the article is
    r"\b(?:latest|most recent|newest|up-to-date)\b(?! (?:\w+ )?(?:model|version|edition|generation|technology|software|album"
    r"|book|novel|film|movie|series|signing)s?\b)|\bmost recently\b|\blast\b(?= (?:reported|known|count|figure)\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:first|initially|originally) reported\b"
    rf"|\b(?:first|earliest|initial)\b(?= {_NEWS}\b)",
    re.IGNORECASE,
)
_CUT_SHORT = re.compile(r"\W*(?:and|but|or|what about|how about)\s+(?P<name>[^?]+?)\W*", re.IGNORECASE)
_GENERIC = frozenset("news online media newspaper magazine tv radio website".split())  # with which outlets' names end


class Order(StrEnum):
    """Which of the articles that answer are to come first."""

    LATEST = "latest"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it is to be searched.

    text: what is searched: slips mended, words that only say where to look, or for the latest, left out.
    as_of: the last day that an article may be from.
    outlets: the outlets to which the search is restricted, any if empty.
    month: the first and last day of the month from which an article has to be.
    speakers: whose words are asked for.
    order: whether the newest or the oldest articles come first.
    about: the terms of a follow-up that only names something else to ask the same of.
    spelling: the text with slips mended, where there was one.
    placing: the text, where it only says where to look.
    """

    text: str
    as_of: date | None = None
    outlets: frozenset[str] = frozenset()
    month: tuple[date, date] | None = None
    speakers: frozenset[str] = frozenset()
    order: Order | None = None
    about: frozenset[str] = frozenset()
    spelling: str | None = None
    placing: str = ""

    @property
    def restricted(self) -> bool:
        """Whether the question's words leave articles out."""
        return bool(self.outlets or self.month or self.as_of)

    @property
    def where(self) -> str:
        """The restriction in words: "by The Lantern, as of 2024-10-31"."""
        parts = [f"by {' or '.join(sorted(self.outlets))}"] if self.outlets else []
        parts += [f"of {self.month[0]:%B %Y}"] if self.month else []
        parts += [f"dated {self.as_of} or earlier"] if self.as_of else []
        return ", ".join(parts)

    def everywhere(self) -> "Reading":
        """The same without what leaves articles out."""
        return replace(self, outlets=frozenset(), month=None, as_of=None)


def read_question(
    questions: Sequence[str], names: Names, days: Sequence[date | None], words: Mapping[str, int]
) -> Reading:
    """Reads a question against a collection; what it says of where to look takes the place of what those before it say.

    Args:
        questions: the question, after those of the conversation that it leans on.
        names: the outlets and speakers of the collection.
        days: the last day that each article's date can mean, in order; `None` for an undated one.
        words: the words of the collection with how often each occurs.
    """
    mended = [corrected(each, words, english_words()) for each in questions]
    reading, *others = (_read_one(each, names, days) for each in mended)
    for each in others:
        reading = _followed(reading, each, names.speakers)
    spelling = " ".join(mended) if mended != list(questions) else None
    if terms_of(reading.text):
        return replace(reading, spelling=spelling)
    return replace(reading, text=" ".join(mended), spelling=spelling, placing=" ".join(mended))


def ended(question: str) -> str:
    """A question with the mark that a hurried hand leaves out: without it the reranker, trained with it, is too sure."""
    return question if re.search(r"[?.!]\W*$", question) else f"{question.rstrip()}?"


def _read_one(text: str, names: Names, days: Sequence[date | None]) -> Reading:
    left, outlets = _outlets(text, names.outlets)
    left, month = _month(left, [day for day in days if day])
    left, as_of = _as_of(left, max((day for day in days if day), default=None))
    order = Order.LATEST if _LATEST.search(left) else Order.FIRST if _FIRST.search(left) else None
    asked = _tidy((_LATEST if order is Order.LATEST else _FIRST).sub("", left)) if order else left
    return Reading(asked, as_of, outlets, month, said_by(left, names.speakers), order)


def _followed(before: Reading, follow_up: Reading, speakers: Mapping[str, str]) -> Reading:
    """Two questions read as one: a follow-up cut short ("and Lorne?") asks the same of another speaker or of something else."""
    words = set(words_of(follow_up.text))
    short = _CUT_SHORT.fullmatch(follow_up.text) if words.isdisjoint(AUXILIARIES) else None
    name = asked_of(before.text, speakers)[0]
    other = speakers_called(short["name"], speakers) if short and name else frozenset()
    goes_on = words.isdisjoint(AUXILIARIES) or bool(words & {"he", "she", "they"})
    return Reading(
        before.text.replace(name, short["name"]) if short and other else f"{before.text} {follow_up.text}",
        follow_up.as_of or before.as_of,
        follow_up.outlets or before.outlets,
        follow_up.month or before.month,
        other or follow_up.speakers or (before.speakers if goes_on else frozenset()),
        follow_up.order or before.order,
        frozenset(terms_of(short["name"])) if short and not other else frozenset(),
    )


def _outlets(text: str, outlets: Sequence[str | None]) -> tuple[str, frozenset[str]]:
    """The text without "according to" an outlet, and the outlets that it asks for."""
    found: set[str] = set()
    known = {each for each in outlets if each}
    for outlet in sorted(known):
        for form in _forms(outlet, known):
            name = rf"(?:the )?{form}(?:['’]s?)?"
            printed = rf"(?i:the )?{form}(?:['’]s?)?" if " " not in form else rf"(?i:{name})"
            aside = re.compile(
                rf"[\s,]*\b(?:(?i:(?:according to|reported by|per) {name})|(?i:in) {printed})(?i: {_STORY})?(?![\w-])[,:]?"
            )
            inside = re.compile(
                rf"\b(?i:did|does|has|do) {printed} (?i:{_TELLS})\b|\b{printed} (?i:{_STORY})\b"
                rf"|\b{printed}(?<=['’]s) (?i:take|version|view|reports?)\b"
            )
            if aside.search(text) or inside.search(text):
                found.add(outlet)
                text = _untold(_tidy(aside.sub(" ", text)), printed)
    return text, frozenset(found)


def _untold(text: str, teller: str) -> str:
    """The text without "did the Courier say": "What about the dam?".

    Args:
        text: the question.
        teller: who tells, as a pattern.
    """
    return _tidy(re.sub(rf"\b(?i:did|does|has|do) {teller}(?i: {_STORY})? (?i:{_SAYS})\b", " ", text))


def _tidy(text: str) -> str:
    return re.sub(r"\s+([?.!,])", r"\1", " ".join(text.split()))


def _forms(outlet: str, outlets: set[str]) -> list[str]:
    """The ways to name an outlet, as patterns: its name, and its last word where no other outlet has it."""
    words = outlet.removeprefix("The ").split()
    if len(words) > 1 and words[-1].lower() in _GENERIC:
        return [*map(re.escape, (" ".join(words), " ".join(words[:-1])))]
    forms = [" ".join(map(re.escape, words))]
    if len(words) > 1 and sum(other.split()[-1] == words[-1] for other in outlets) == 1:
        forms.append(re.escape(words[-1]))
    return forms


def _month(text: str, days: Sequence[date]) -> tuple[str, tuple[date, date] | None]:
    """The text without "in the March article", and the month meant: without a year, the newest that has an article."""
    match = _MONTH_STORY.search(text)
    if not match:
        return text, None
    number = MONTHS.index(match["month"].lower()) + 1
    if match["year"]:
        year = int(match["year"])
    elif days:
        year = max((day.year for day in days if day.month == number), default=max(days).year)
    else:
        return text, None
    left = _tidy(text.replace(match.group(), " ")) if match["aside"] else _untold(text, re.escape(match.group()))
    return left, period(f"{year}-{number:02}")


def _as_of(text: str, newest: date | None) -> tuple[str, date | None]:
    """The text without "as of" a date, and its last day; without a year, the last such date of the collection's time."""
    for match in _AS_OF.finditer(text):
        written = PublicationDate(newest.isoformat()) if newest else None
        rest = _MONTH.sub(lambda month: month.group().capitalize(), text[match.end() :])
        for time in times_in(rest, written)[:1]:
            if time.start == 0 and time.kind is TimeKind.DATE and time.edtf:
                before, after = text[: match.start()].rstrip(" ,"), text[match.end() + time.end :].lstrip(" ,")
                return _tidy(f"{before} {after}"), period(time.edtf)[1]
    return text, None
