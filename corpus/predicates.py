"""Whether a noun phrase can be the subject of a reporting verb: number, kind of noun, and what the verb needs."""

from collections.abc import Sequence

from clipfile.corpus.clauses import is_adverb
from clipfile.corpus.complements import OF_THINGS, After, has_complement, opens_clause
from clipfile.corpus.grammar_words import (
    BE,
    COORDINATORS,
    NOBODY,
    NOT_A_REPORT_AFTER,
    PERIODS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
)
from clipfile.corpus.phrases import core_of, is_document, is_human, is_listed, is_plural, is_source, singular
from clipfile.corpus.reporting_verbs import Form, Takes, VerbForm
from clipfile.corpus.words import Word

NO_SOURCE = NOBODY | {"i", "we"}  # pronouns that name no source
_DEPICTING = frozenset("show reveal indicate suggest".split())
_FINDERS = frozenset(  # who finds what is not a thing: a study "found no link"
    "study report review inquiry audit investigation survey analysis trial poll panel scientist researcher research"
    " investigator auditor inspector inspectorate coroner ombudsman regulator watchdog scholar jury court judge tribunal"
    " commission paper team model simulation".split()
)


def fits(words: Sequence[Word], subject: range, at: int, form: VerbForm, after: After = After.NOTHING) -> bool:
    """Whether a noun phrase can be the subject of a verb that reports what follows or precedes it."""
    phrase = words[subject.start : subject.stop]
    those_who = len(phrase) > 2 and phrase[0].lower == "those" and phrase[1].lower == "who"
    if phrase[0].lower in NO_SOURCE | {"no"} and not those_who:
        return False
    if subject.start > 0 and words[subject.start - 1].lower in NOT_A_REPORT_AFTER | {"what", "whatever"}:
        return False
    if form.verb == "understand" and (after is After.NOTHING or (len(phrase) == 1 and phrase[0].lower in PERSONAL)):
        return False  # "he understands that it is late"
    named = phrase[0].is_name and form.verb not in OF_THINGS
    if not form.human and subject == range(1) and not is_listed(phrase) and not named:
        return False  # "Experience suggests": the first word of a sentence has a capital in any case
    says_that = at + 1 < len(words) and words[at + 1].lower == "that"
    if Takes.ANYTHING not in form.takes and not says_that and _is_relative(words, subject):
        return False
    if not _agrees(phrase, form):
        return False
    if not has_complement(words, at, form, after) and not _depicts(words, phrase, at, form):
        return False
    plain = at + 1 < len(words) and not opens_clause(words[at + 1 : at + 9]) and not _is_aside(words, subject, at)
    if form.verb == "find" and plain and not any(singular(word.lower) in _FINDERS for word in phrase):
        return False
    where = words[:6] if words[0].lower == "in" else phrase
    if form.verb == "document" and not any(is_document(word) or word.lower in _FINDERS for word in where):
        return False  # "has documented the lives of miners"
    if form.verb == "hold" and not says_that:
        return False  # "has held the title"
    if form.verb == "point" and is_plural(phrase) and not any(is_human(word) for word in phrase):
        return False
    if form.verb == "tell" and not is_source(phrase):
        return False  # "the smell tells them"
    if Takes.ANYTHING in form.takes or after is After.QUOTATION or is_source(phrase):
        return True
    core = core_of(phrase)
    if core and singular(core[-1].lower) in _FINDERS and form.verb in _DEPICTING | {"find"}:
        return True  # "a trial in two clinics suggests"
    return form.human and "that" in [word.lower for word in words[at + 1 : at + 8]]


def _is_aside(words: Sequence[Word], subject: range, at: int) -> bool:
    """Whether commas enclose subject and verb, or they end the sentence: "…, the authors found, …"."""
    return subject.start > 0 and words[subject.start - 1].text == "," and words[at + 1].text in (",", ".")


def _depicts(words: Sequence[Word], phrase: Sequence[Word], at: int, form: VerbForm) -> bool:
    """Whether a document shows a thing: "Satellite images showed fresh craters"."""
    core = core_of(phrase)
    if form.verb not in _DEPICTING or not core or not is_document(core[-1]) or is_human(core[-1]):
        return False
    return at + 1 < len(words) and not words[at + 1].is_mark and words[at + 1].lower not in PREPOSITIONS


def _is_relative(words: Sequence[Word], subject: range) -> bool:
    """Whether a pronoun opens a relative clause: "the money they pledged"."""
    if len(subject) > 1 or subject.start == 0 or words[subject.start].lower not in PERSONAL:
        return False
    before = words[subject.start - 1]
    small = before.lower in SUBORDINATORS | COORDINATORS | PERIODS | BE | PREPOSITIONS
    return not (small or before.is_mark or is_adverb(before) or before.is_capitalised)


def _agrees(phrase: Sequence[Word], form: VerbForm) -> bool:
    """Whether subject and verb agree in number, where the form of the verb tells."""
    if form.form is Form.PAST:
        return True
    first = phrase[0].lower
    if first in PERSONAL and len(phrase) == 1:
        return (first in ("they", "we", "you")) == (form.form is Form.BASE)
    core = core_of(phrase)
    name = bool(core) and core[-1].is_capitalised  # "Adams", "The Friends of the Library", "Residents" at the start
    if core and core[-1].lower in ("data", "media", "police", "staff", "family", "couple"):
        return True
    either = name and (core[-1].lower.endswith("s") or len(phrase) > 1)
    return either or is_plural(phrase) == (form.form is Form.BASE)
