"""Attributions: the words of a sentence that say who said it ("said Ann Lee", "according to the ministry")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clipfile.corpus.article import Span
from clipfile.corpus.grammar_words import (
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    DOCUMENT_NOUNS,
    HAVE,
    HUMAN_NOUNS,
    MODALS,
    NEGATIONS,
    NOBODY,
    NOT_A_REPORT_AFTER,
    ORGANISATION_NOUNS,
    PERIODS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)
from clipfile.corpus.reporting_verbs import VERB_FORMS, Form, Takes, VerbForm
from clipfile.corpus.subjects import is_adverb, main_subject, subject_after, subject_before
from clipfile.corpus.words import QUOTED, Word

_MEASURES = frozenset(
    "cost costs number toll count figure figures total damage price death deaths dead losses loss bill share value time"
    " size population turnout chance chances odds cause losses estimate magnitude age rate level".split()
)
_FEELINGS = frozenset(
    "concern concerns doubt doubts fear fears hope hopes worry worries alarm regret support confidence scepticism"
    " skepticism outrage anger optimism frustration condolences sympathy thanks gratitude disappointment".split()
)
_ALREADY_TOLD = frozenset("tell remind assure inform".split())
_OWN_MATTER = frozenset("his her its their my our".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said something.

    source: the noun phrase of the sentence; empty where it is the subject of the sentence that is not certain.
    span: the words that attribute, from the source to the verb or the other way round.
    """

    source: tuple[Word, ...]
    span: Span
    verb: str


def attributions_in(words: Sequence[Word]) -> list[Attribution]:
    """The attributions of a sentence in order."""
    found: list[Attribution] = []
    for at in range(len(words)):
        one = _of_verb(words, at) or _of_preposition(words, at) or _of_words(words, at)
        if one:
            found.append(one)
    return found


def _attribution(words: Sequence[Word], source: range | None, first: int, last: int, verb: str) -> Attribution:
    if source:
        first, last = min(first, source.start), max(last, source.stop - 1)
    named = tuple(words[source.start : source.stop]) if source else ()
    return Attribution(named, Span(words[first].start, words[last].end), verb)


def _of_verb(words: Sequence[Word], at: int) -> Attribution | None:
    form = VERB_FORMS.get(words[at].lower)
    if form is None or (words[at].is_capitalised and at > 0 and words[at - 1].text != QUOTED):
        return None
    start = _verb_start(words, at)
    if start is None:
        return None
    before = {word.lower for word in words[start:at]}
    if before & (MODALS | DO | NEGATIONS):
        return None
    if before & BE and form.form is not Form.PARTICIPLE:
        return _of_agent(words, at, form)
    if form.form is Form.PARTICIPLE and not before & BE:
        return _of_participle(words, at, form)
    if start == 0 or words[start - 1].is_mark:
        after = subject_after(words, at + 1) if form.form is not Form.BASE else None
        before_mark = subject_before(words, start) if start and words[start - 1].text != QUOTED else None
        if before_mark and _fits(words, before_mark, at, form, False):
            return _attribution(words, before_mark, start, at, form.verb)
        if after and _is_inverted(words, start, at, after, form):
            return _attribution(words, after, at, at, form.verb)
        return None
    return _after_subject(words, start, at, form)


def _verb_start(words: Sequence[Word], at: int) -> int | None:
    """The index of the first word of the verb, its auxiliaries and adverbs; `None` where it can be no verb."""
    start = at
    while start > 0:
        before = words[start - 1].lower
        if before in HAVE | BE | DO | MODALS | NEGATIONS or (is_adverb(before) and start > 1):
            start -= 1
        else:
            break
    if start == 0:
        return start
    before = words[start - 1].lower
    if before == "to" or before in PREPOSITIONS or before in POSSESSIVES or before in DETERMINERS - {"all", "both"}:
        nominal = before in ("some", "many", "most", "several", "another", "that", "as", "by", "in", "with", "while")
        return start if nominal else None
    return start


def _after_subject(words: Sequence[Word], start: int, at: int, form: VerbForm) -> Attribution | None:
    before = words[start - 1].lower
    if before in COORDINATORS:
        if not _complement(words, at, form, False):
            return None
        subject = main_subject(words)
        if subject is None or subject.stop > start - 1:
            return None
        return _attribution_of(words, subject, start, at, form) if _agrees(words, subject, form) else None
    if before in RELATIVES:
        if before != "who" or Takes.ANYTHING not in form.takes or start < 2:
            return None
        end = start - 2 if words[start - 2].text == "," else start - 1
        subject = subject_before(words, end)
        return _attribution_of(words, subject, start, at, form) if subject else None
    subject = subject_before(words, start)
    if subject is None or not _fits(words, subject, at, form, _is_trailing(words, subject)):
        return None
    return _attribution(words, subject, start, at, form.verb)


def _attribution_of(words: Sequence[Word], subject: range, start: int, at: int, form: VerbForm) -> Attribution | None:
    """An attribution whose subject stands apart: its own words are only the verb."""
    if words[subject.start].lower in NOBODY | {"i", "we", "you"}:
        return None
    named = tuple(words[subject.start : subject.stop])
    return Attribution(named, Span(words[start].start, words[at].end), form.verb)


def _fits(words: Sequence[Word], subject: range, at: int, form: VerbForm, trailing: bool) -> bool:
    first = words[subject.start].lower
    if first in NOBODY | {"i", "we", "no"} or (subject.start > 0 and _introduces_no_report(words, subject.start - 1)):
        return False
    if not _agrees(words, subject, form) or not _complement(words, at, form, trailing):
        return False
    if Takes.ANYTHING in form.takes:
        return True
    return form.human or is_source(words[subject.start : subject.stop])


def _introduces_no_report(words: Sequence[Word], at: int) -> bool:
    return words[at].lower in NOT_A_REPORT_AFTER


def _is_trailing(words: Sequence[Word], subject: range) -> bool:
    return subject.start > 0 and words[subject.start - 1].text in (",", QUOTED, "–", "—", "--")


def is_source(phrase: Sequence[Word]) -> bool:
    """Whether a noun phrase stands for people, an institution or a document."""
    words = [word for word in phrase if not word.is_mark]
    if words and words[0].lower in PERSONAL:
        return words[0].lower != "it"
    core = core_of(words)
    listed = any(word.lower in HUMAN_NOUNS | ORGANISATION_NOUNS | DOCUMENT_NOUNS for word in core)
    return listed or (bool(core) and core[-1].is_capitalised and (len(core) > 1 or core[0].lower not in DETERMINERS))


def core_of(phrase: Sequence[Word]) -> list[Word]:
    """The words of a noun phrase before the first "of", "in", "who" and their like; of "one of the men" the second part."""
    words = [word for word in phrase if not word.is_mark]
    if len(words) > 2 and words[1].lower == "of" and words[0].lower in ("one", "some", "many", "most", "several", "two"):
        words = words[2:]
    for n, word in enumerate(words):
        if n and (word.lower in PREPOSITIONS or word.lower in RELATIVES):
            return words[:n]
    return words


def _agrees(words: Sequence[Word], subject: range, form: VerbForm) -> bool:
    """Whether subject and verb agree in number, where the form of the verb tells."""
    if form.form is Form.PAST:
        return True
    phrase = words[subject.start : subject.stop]
    first = phrase[0].lower
    if first in PERSONAL:
        return (first in ("they", "we", "you")) == (form.form is Form.BASE)
    plural = _is_plural(phrase)
    return plural if form.form is Form.BASE else not plural or phrase[-1].is_capitalised


def _is_plural(phrase: Sequence[Word]) -> bool:
    core = core_of(phrase)
    if any(word.lower == "and" for word in phrase):
        return True
    plural = {"people", "police", "men", "women", "children", "some", "many", "others", "most", "several", "both", "all"}
    if any(word.lower in plural for word in core):
        return True
    last = core[-1].lower if core else ""
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _complement(words: Sequence[Word], at: int, form: VerbForm, trailing: bool) -> bool:
    """Whether what follows the verb is what it needs to report something."""
    following = words[at + 1 : at + 12]
    lower = [word.lower for word in following]
    takes = form.takes
    if Takes.ANYTHING in takes:
        return lower[:1] not in (["hello"], ["goodbye"]) and not (form.verb in ("add", "observe") and _counts(following))
    if form.verb == "point":
        return lower[:1] == ["out"] or (lower[:1] == ["to"] and len(lower) > 2)
    if form.verb == "call" and lower[:1] in (["for"], ["on"]):
        return True
    if QUOTED in [word.text for word in following[:4]] or (at > 0 and _follows_quotation(words, at)):
        return bool(takes - {Takes.ESTIMATE})
    if Takes.ESTIMATE in takes and _MEASURES & set(lower[:8]) and {"at", "as"} & set(lower[1:]):
        return True
    if Takes.CLAUSE in takes and (_opens_clause(following) or (trailing and _closes(following))):
        return True
    if Takes.REQUEST in takes and (lower[:1] in (["for"], ["that"]) or "to" in lower[1:7]) and lower[:1] != ["to"]:
        return True
    if Takes.OBJECT in takes:
        return _has_object(following, form)
    return False


def _follows_quotation(words: Sequence[Word], at: int) -> bool:
    """Whether a quotation stands right before the verb and its subject."""
    for n in range(at - 1, max(at - 14, -1), -1):
        if words[n].text == QUOTED:
            return True
        if words[n].text in (";", ":", "."):
            return False
    return False


def _counts(following: Sequence[Word]) -> bool:
    return bool(following) and following[0].text[0].isdigit()


def _opens_clause(following: Sequence[Word]) -> bool:
    if not following:
        return False
    first = following[0].lower
    if first in ("that", "whether", "if", "how", "why", "there", ":", "what"):
        return True
    if first in PERSONAL - {"one"} or (first == "in" and any(word.text == QUOTED for word in following)):
        return True
    if first in PREPOSITIONS or following[0].is_mark:
        return any(word.lower == "that" for word in following[1:8]) and not following[0].is_mark
    for n, word in enumerate(following[1:], 1):
        if word.is_mark or word.lower in RELATIVES or (word.lower in PREPOSITIONS and n > 6):
            return False
        if word.lower in MODALS or (word.lower in BE | HAVE and word.lower not in ("being", "having", "been")):
            return True
    return False


def _closes(following: Sequence[Word]) -> bool:
    """Whether the sentence ends there, or only says when and where."""
    if not following or following[0].is_mark:
        return True
    first = following[0].lower
    return first in PREPOSITIONS | PERIODS or is_adverb(first) or first in ("this", "when", "as", "while")


def _has_object(following: Sequence[Word], form: VerbForm) -> bool:
    if not following or following[0].is_mark or following[0].lower in PREPOSITIONS - {"against", "of"}:
        return False
    first = following[0].lower
    if first in ("himself", "herself", "itself", "themselves", "responsibility", "victory") or is_adverb(first):
        return False
    if form.verb in ("express", "voice"):
        return bool(_FEELINGS & {word.lower for word in following[:6]})
    if form.verb in ("announce", "warn", "explain") and first in _OWN_MATTER:
        return False
    if form.verb in ("claim", "admit", "note") and (_counts(following) or first == "the" and "lives" in str(following[1])):
        return False
    if form.verb in ("promise", "pledge", "vow"):
        return True
    return form.form is not Form.BASE or first in DETERMINERS | POSSESSIVES


def _is_inverted(words: Sequence[Word], start: int, at: int, after: range, form: VerbForm) -> bool:
    """Whether a verb with its subject after it stands where it can: after a quotation or a comma, or first."""
    if not form.takes & {Takes.ANYTHING, Takes.CLAUSE, Takes.QUOTATION} or start != at:
        return False
    phrase = words[after.start : after.stop]
    if phrase[0].lower in {"i", "we", "you", "it", "that"} | NOBODY:
        return False
    if start == 0:
        return form.verb in ("say", "add") and phrase[0].is_capitalised
    if words[start - 1].text not in (",", QUOTED, "–", "—", "--"):
        return False
    quoted = words[start - 1].text == QUOTED or (start > 1 and words[start - 2].text == QUOTED)
    return quoted or (form.verb in ("say", "warn", "add", "report", "explain", "write") and is_source(phrase))


def _of_participle(words: Sequence[Word], at: int, form: VerbForm) -> Attribution | None:
    """ "…, adding that": the subject of the sentence says it, or the one of "with one official citing"."""
    if at == 0:
        return None
    before = words[at - 1].lower
    following = words[at + 1 :]
    reports = (
        _opens_clause(following[:8])
        or QUOTED in [word.text for word in following[:6]]
        or (Takes.OBJECT in form.takes and form.verb in ("cite", "blame", "accuse", "deny", "urge", "describe"))
        or (form.verb == "point" and following[:1] and following[0].lower in ("out", "to"))
    )
    if not reports:
        return None
    if words[at - 1].text in (",", "–", "—", QUOTED) or before in ("and", "as", "by", "while", "again"):
        subject = main_subject(words)
        if subject and subject.stop <= at and words[subject.start].lower not in {"i", "we", "you", "there"} | NOBODY:
            return _attribution_of(words, subject, at, at, form)
        return None
    for n in range(at - 1, max(at - 12, -1), -1):
        if words[n].lower == "with" and n + 1 < at:
            return _attribution(words, range(n + 1, at), at, at, form.verb)
        if words[n].is_mark:
            return None
    return None


def _of_agent(words: Sequence[Word], at: int, form: VerbForm) -> Attribution | None:
    """ "…, as it was described by the minister"."""
    if at + 2 >= len(words) or words[at + 1].lower != "by" or not form.takes & {Takes.OBJECT, Takes.CLAUSE}:
        return None
    source = subject_after(words, at + 2)
    end = at + 2
    while source is None and end < len(words) and words[end].lower != "to" and not words[end].is_mark:
        end += 1
    source = source or range(at + 2, end)
    stop = next((n for n in source if words[n].lower == "to"), source.stop)
    source = range(source.start, stop)
    if not source or words[source.start].lower.endswith("ing") or not is_source(words[source.start : source.stop]):
        return None
    return _attribution(words, source, at, at, form.verb)


def _of_preposition(words: Sequence[Word], at: int) -> Attribution | None:
    """ "According to the ministry"; "To Johnston, it is"."""
    lower = words[at].lower
    if lower == "according" and at + 2 < len(words) and words[at + 1].lower == "to":
        source = subject_after(words, at + 2) or _up_to_mark(words, at + 2)
        return _attribution(words, source, at, at + 1, "according to") if source else None
    if at == 0 and lower == "to" and len(words) > 4 and words[1].is_capitalised:
        source = subject_after(words, 1)
        if source and len(source) <= 4 and source.stop < len(words) and words[source.stop].text == ",":
            return _attribution(words, source, 0, 0, "to")
    return None


def _up_to_mark(words: Sequence[Word], start: int) -> range | None:
    end = start
    while end < len(words) and not words[end].is_mark and end - start < 12:
        end += 1
    return range(start, end) if end > start else None


def _of_words(words: Sequence[Word], at: int) -> Attribution | None:
    """ "In Rask's words", "in the view of the ministry", "by her account"."""
    lower = words[at].lower
    if lower not in ("in", "by"):
        return None
    nouns = ("words", "view", "opinion", "telling", "estimation", "phrase") if lower == "in" else ("account", "reckoning")
    if at + 3 < len(words) and words[at + 1].lower == "the" and words[at + 2].lower in nouns:
        source = subject_after(words, at + 4) if words[at + 3].lower == "of" else None
        return _attribution(words, source, at, at + 3, "words") if source else None
    for n in range(at + 2, min(at + 8, len(words))):
        if words[n].is_mark:
            return None
        if words[n].lower in nouns and (words[n - 1].lower in POSSESSIVES):
            end = n - 1
            source = range(at + 1, end if end > at + 1 else n)
            return _attribution(words, source, at, n, "words") if words[at + 1].lower not in ("my", "our") else None
    return None
