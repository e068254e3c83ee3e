"""Names of a claim against those of a sentence: found, known from the context, replaced by another, or not there."""

from dataclasses import dataclass
from itertools import pairwise

from clipfile.app.alignment import Alignment
from clipfile.app.claim_words import Word, words_in
from clipfile.app.countries import LONGEST_NAME, country_of
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span
from clipfile.corpus.grammar_words import TITLES
from clipfile.corpus.times import MONTHS, WEEKDAYS

_OF_AN_OFFICE = frozenset("foreign defence defense finance home interior state treasury executive justice head".split())
_BEFORE_NAMES = TITLES - _OF_AN_OFFICE  # no titles before a ministry
_NEVER_NAMES = frozenset([*MONTHS, *WEEKDAYS, *"the in on at since until from by after before during".split()])
_NOT_TELLING = _BEFORE_NAMES | _NEVER_NAMES
_JOINS = frozenset("of the de la du and for".split())
REPLACED_FROM = 0.7  # share of the claim's other words that a sentence must hold for another name to stand instead


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `text[start:end]`: a country by its plain name, or the folded words of any other, in order."""

    start: int
    end: int
    country: str | None
    words: tuple[str, ...]
    initials: str = ""

    def same_as(self, other: "Name") -> bool:
        """Whether the two name the same, as far as their words say: one may leave words of the other out.

        "Anna Berg" is "Berg" and "Anna M. Berg", and no "Anna Holt"; the "Bank of Lesk" is no "Bank of Tolsey".
        """
        if self.country or other.country:
            return self.country == other.country
        own, others = set(self.words), set(other.words)
        if own <= others or others <= own or self.initials in others or other.initials in own:
            return True
        several = len(self.words) > 1
        return several and self.words[1:] == other.words[1:] and self.words[0][:2] == other.words[0][:2]  # Rob, Robert


def names_in(text: str, with_openers: bool = False) -> list[Name]:
    """Runs of capitalised words in order; one word that opens a sentence, which any word may, only where that is asked.

    A country in a longer name is named too: the Bank of Japan, Japan.
    """
    words = words_in(text)
    names, position = [], 0
    while position < len(words):
        country = _country_at(words, position)
        if country:
            names.append(country[0])
            position = country[1]
            continue
        end = _run_end(text, words, position)
        run = words[position:end]
        if run and _is_name(text, run, with_openers):
            names.append(_name(run))
        inside = next((each for each in range(position, end) if _country_at(words, each)), end)
        position = max(inside, position + 1)
    return names


def _country_at(words: tuple[Word, ...], position: int) -> tuple[Name, int] | None:
    first = words[position]
    if not first.is_capitalised or first.text == "Us" or _ends_a_name(words, position):
        return None
    for end in range(min(position + LONGEST_NAME, len(words)), position, -1):
        country = country_of(" ".join(word.lower for word in words[position:end]))
        if country:
            return Name(first.start, words[end - 1].end, country, (country,)), end
    return None


def _ends_a_name(words: tuple[Word, ...], position: int) -> bool:
    """Whether a word belongs to the capitalised one before it, which opens no sentence: New Mexico, Jack London."""
    if position < 2:
        return False
    first, before, word = words[position - 2 : position + 1]
    beside = first.end + 1 == before.start and before.end + 1 == word.start
    if not beside or not _tells(before) or not before.text.isalpha():
        return False
    return not country_of(before.lower) and not country_of(f"{first.lower} {before.lower}")


def _run_end(text: str, words: tuple[Word, ...], start: int) -> int:
    end = start
    while end < len(words):
        word = words[end]
        joined = end > start and not text[words[end - 1].end : word.start].strip(" -.")
        if end > start and not joined:
            break
        if end > start and (country := _country_at(words, end)):
            named = words[end - 1].lower in _JOINS and any(_tells(word) for word in words[start : end - 1])
            return country[1] if named else end
        if word.is_capitalised or (
            word.lower in _JOINS and end > start and end + 1 < len(words) and words[end + 1].is_capitalised
        ):
            end += 1
            continue
        break
    return end


def _is_name(text: str, run: tuple[Word, ...], with_openers: bool) -> bool:
    telling = [word for word in run if _tells(word)]
    if not telling:
        return False
    before = text[: run[0].start].rstrip()
    opens = not with_openers and (not before or before[-1] in '.!?“"‘:')
    return not opens or len(telling) > 1 or telling[0] is not run[0] or telling[0].text.isupper()


def _tells(word: Word) -> bool:
    """Whether a word can be a name: capitalised, no title, and no function word but in capitals, as the WHO."""
    known = word.term or (len(word.text) > 2 and word.text.isupper())
    return bool(known) and word.is_capitalised and word.lower not in _NOT_TELLING


def _name(run: tuple[Word, ...]) -> Name:
    """A name without the titles before it: "Health Minister Anna Berg" is Anna Berg."""
    titles = [place for place, word in enumerate(run[:-1], 1) if word.lower in _BEFORE_NAMES and word.text.isalpha()]
    untitled = [word for word in run[max(titles, default=0) :] if _tells(word) or word.lower in _BEFORE_NAMES]
    telling = [word for word in untitled if len(word.text) > 1] or [word for word in run if _tells(word)]
    initials = "".join(word.lower[0] for word in telling) if len(telling) > 1 else ""
    of = {word.start for before, word in pairwise(run) if before.lower in _JOINS}
    words = tuple((word.start in of and country_of(word.text)) or word.lower for word in telling)
    return Name(run[0].start, run[-1].end, None, words, initials)


def compare_names(claim: str, context: InContext, alignment: Alignment) -> list[Slot]:
    """One slot for each name of the claim; a clash where another name of its kind stands in the same statement."""
    own = names_in(claim)
    if not own:
        return []
    theirs, known = names_in(context.sentence), names_in(context.sentence, with_openers=True)
    around = names_in(context.around, with_openers=True)
    held = {word.lower for word in words_in(context.sentence)} | {each.country for each in theirs}
    others = [each for each in theirs if not any(each.same_as(name) for name in own)]
    replaced = _others_covered(own, alignment) >= REPLACED_FROM
    slots = []
    for name in own:
        span = Span(name.start, name.end)
        found = next((each for each in known if each.same_as(name)), None)
        if found or held.issuperset(name.words):
            said = Span(found.start, found.end) if found else None
            slots.append(Slot(SlotKind.NAME, Outcome.MATCH, span, said, "same name"))
        elif any(each.same_as(name) for each in around):
            slots.append(Slot(SlotKind.NAME, Outcome.MATCH, span, None, "name in the context", sure=False))
        elif replaced and (instead := [each for each in others if bool(each.country) == bool(name.country)]):
            said = Span(instead[0].start, instead[0].end)
            slots.append(Slot(SlotKind.NAME, Outcome.CLASH, span, said, "another name", sure=False))
        else:
            slots.append(Slot(SlotKind.NAME, Outcome.SILENT, span, None, "name"))
    return slots


def _others_covered(own: list[Name], alignment: Alignment) -> float:
    """The share of the claim's words outside its names that the sentence holds."""
    rest = [
        position
        for position, word in enumerate(alignment.claim)
        if word.term and not any(name.start <= word.start < name.end for name in own)
    ]
    return sum(alignment.partners[position] >= 0 for position in rest) / len(rest) if rest else 0.0
