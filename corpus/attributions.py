"""Attributions: the words of a sentence that say who said it ("said Ann Lee", "according to the ministry")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clipfile.corpus.article import Span
from clipfile.corpus.clauses import has_verb, is_adverb, is_past
from clipfile.corpus.complements import ROUGHLY, After, opens_clause
from clipfile.corpus.grammar_words import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    NOBODY,
    PERIODS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from clipfile.corpus.number_words import SMALL
from clipfile.corpus.phrases import (
    capitalised_runs,
    core_of,
    is_document,
    is_human,
    is_institution,
    is_listed,
    is_organisation,
    is_source,
)
from clipfile.corpus.predicates import NO_SOURCE, fits
from clipfile.corpus.reporting_verbs import PHRASAL_FORMS, VERB_FORMS, Form, Takes, VerbForm
from clipfile.corpus.set_phrases import set_phrase
from clipfile.corpus.subjects import main_subject, name_introduced, subject_after, subject_before
from clipfile.corpus.words import QUOTED, Word

_BEFORE_VERB = frozenset("some many most several another that as by in with while all both".split())
_LINKS = (",", QUOTED, "–", "—", "--")  # what a trailing "she said" follows
_OF_AGENTS = frozenset(
    "describe call estimate report condemn criticise criticize confirm dispute deny praise denounce hail label dub"
    " dismiss reject accuse predict announce say think believe contradict echo tell warn inform assure".split()
)
_NOUNS_TOO = frozenset("object document fault echo counter rebuke rubbish text email".split())
_FEELINGS = frozenset("caution fear hope doubt".split())
_MOVES = frozenset("hold put set give show call go find".split())
_PARTICLES = frozenset("up down off back away out over aside".split())
_FATES = frozenset("dead killed drowned injured wounded hurt missing trapped safe alive".split())
_AS_SAID = frozenset("observe note remark acknowledge admit concede explain report".split())  # "as Lee observed, …"
_TO_WHOM = frozenset("tell warn remind assure inform".split())  # "telling lawmakers that"
_PREDICTED = frozenset("say tell argue urge ask".split())
_LEADS_ON = frozenset(("went", "goes"))
_HABITS = frozenset("used like likes liked love loves loved".split())
_INVERTED = frozenset("say warn add report explain write announce confirm reveal inform indicate insist admit".split())
_NEAR = 4  # words of a subject between a quotation and its verb
_QUOTES = frozenset("quote quotes quoted quoting cite cites cited citing".split())
_HEARERS = frozenset("court tribunal inquest jury hearing panel inquiry".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said something.

    source: the noun phrase of the sentence; empty where nobody is named.
    span: the words that attribute, from the source to the verb or the other way round.
    is_aside: whether it stands between commas or after one, and so attributes the whole sentence.
    """

    source: tuple[Word, ...]
    span: Span
    is_aside: bool = False


def attributions_in(words: Sequence[Word]) -> list[Attribution]:
    """The attributions of a sentence in order."""
    found: list[Attribution] = []
    for at in range(len(words)):
        phrase = set_phrase(words, at)
        one = _attribution(words, phrase.source, phrase.start, phrase.stop - 1) if phrase else _of_verb(words, at)
        if one:
            found.append(replace(one, is_aside=_is_aside(words, one)))
    found = [one for one in found if not _is_reported(one, found)]
    return sorted([*found, *_without_verb(words, found)], key=lambda one: one.span.start)


def after_quotation(words: Sequence[Word]) -> list[Attribution]:
    """The attribution right after a quotation that a comma closes, whatever its verb: "“…,” deadpanned Ann Lee"."""
    if len(words) < 3:
        return []
    inverted = subject_after(words, 2) if is_past(words[1]) and words[1].lower not in AUXILIARIES else None
    if inverted and inverted.stop < len(words) and not words[inverted.stop].is_mark:
        inverted = None
    pasts = [n for n in range(2, len(words)) if is_past(words[n]) and words[n].lower not in AUXILIARIES]
    subjects = ((subject_before(words, n), n) for n in pasts)
    said = (inverted, 1) if inverted else next(((one, n) for one, n in subjects if one and one.start == 1), None)
    if said is None or said[0] is None or not is_source(words[said[0].start : said[0].stop]):
        return []
    one = _attribution(words, said[0], said[1], said[1])
    return [replace(one, is_aside=True)] if one else []


def _is_reported(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether an aside parts subject and verb, and so reports both: "She left, one of them recalled, and asked for tea"."""
    between = (each.span.start for each in others if each.is_aside and each is not one)
    return bool(one.source) and any(one.source[0].start < start < one.span.start for start in between)


def _without_verb(words: Sequence[Word], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions that leave out the verb of one before: "Police said 40 were hurt; the hospital, 52"."""
    for n, word in enumerate(words):
        before = next((one for one in reversed(found) if one.span.end < word.start), None)
        if word.text != ";" or before is None:
            continue
        source = subject_after(words, n + 1)
        if source is None or source.stop + 1 >= len(words) or words[source.stop].text != ",":
            continue
        left = words[source.stop + 1]
        said = next((each for each in words if each.start > before.span.end and each.lower != "that"), word)
        whose = said.lower in PERSONAL or said.text[0].isdigit() or said.lower in SMALL or said.lower in ROUGHLY
        counts = left.text[0].isdigit() or left.lower in SMALL or left.lower in ROUGHLY
        phrase = words[source.start : source.stop]
        known = any(is_human(one) or is_institution(one) for one in core_of(phrase))
        if left.lower in ("that", "at") or (whose and counts and known):
            yield Attribution(tuple(phrase), Span(phrase[0].start, phrase[-1].end))


def _is_aside(words: Sequence[Word], one: Attribution) -> bool:
    """Whether commas or the end of the sentence part an attribution from what it attributes."""
    first = next((n for n, word in enumerate(words) if word.start >= one.span.start), 0)
    last = next((n for n, word in enumerate(words) if word.end >= one.span.end), len(words) - 1)
    while last + 1 < len(words) and (
        words[last + 1].lower in PERIODS | {"on", "in", "this"} or is_adverb(words[last + 1])
    ):
        last += 1
    if words[last].lower == "told":
        told = last + 1  # "…, his lawyer told the court"
        while told < len(words) and told - last <= _NEAR and not words[told].is_mark:
            told += 1
        last = told - 1 if told > last + 1 and not has_verb(words, last + 1, told) else last
    closes = last + 1 >= len(words) or words[last + 1].text in (",", ".", "–", "—", "--")
    return first > 0 and words[first - 1].text in (",", "–", "—", "--") and closes


def _attribution(words: Sequence[Word], source: range | None, first: int, last: int) -> Attribution | None:
    """An attribution whose words run from its source to its verb, or the other way round."""
    if not source:
        return Attribution((), Span(words[first].start, words[last].end))
    if words[source.start].lower in NO_SOURCE:
        return None
    start, end = min(first, source.start), max(last, source.stop - 1)
    if any(words[n].text in (QUOTED, ";") for n in range(start, end)):
        start, end = first, last  # the subject stands apart: the verb alone attributes
    return Attribution(tuple(words[source.start : source.stop]), Span(words[start].start, words[end].end))


def _of_verb(words: Sequence[Word], at: int) -> Attribution | None:
    following = words[at + 1].lower if at + 1 < len(words) else ""
    form = PHRASAL_FORMS.get((words[at].lower, following)) or VERB_FORMS.get(words[at].lower)
    if form is None or (words[at].is_capitalised and at > 0 and words[at - 1].text != QUOTED):
        return None
    says_that = following == "that"
    if form.verb in _NOUNS_TOO and form.form in (Form.BASE, Form.THIRD) and not says_that:
        return None  # "court documents"
    if words[at].lower in _FEELINGS and at > 0 and _is_finite(words[at - 1]):
        return None  # "urges caution"
    start = _verb_start(words, at)
    if start is None:
        return None
    if words[start].lower in _LEADS_ON | _HABITS and words[at - 1].lower == "to":
        form = replace(form, form=Form.PAST)  # "went on to say", "liked to say"
    before = {word.lower for word in words[start:at]}
    quotes = form.verb == "call" and any(word.text == QUOTED for word in words[:at])  # "“…,” he called out"
    if form.verb in _MOVES and following in _PARTICLES and not quotes:
        return None  # "held up a photograph"
    if words[at].lower in _QUOTES and any(word.lower == "saying" for word in words[at + 2 : at + 16]):
        return None  # "quoted an official as saying": the official's words
    told = words[at + 2] if at + 2 < len(words) else words[at]
    bare = told.is_mark or told is words[at] or told.lower in PREPOSITIONS | COORDINATORS | SUBORDINATORS | PERIODS
    if following in _FATES and bare and form.form in (Form.PAST, Form.PARTICIPLE):
        return None  # "seven confirmed dead"
    beside_quote = any(word.text == QUOTED for word in words[max(start - _NEAR, 0) : start])
    if "would" in before and form.verb == "say" and (beside_quote or "only" in before | {following}):
        before, form = before - MODALS, replace(form, form=Form.PAST)  # "would say only that", "“…,” she would say"
    if before & MODALS == {"will"} and form.verb in _PREDICTED and _is_announced(words[at + 1 : at + 10]):
        before, form = before - MODALS, replace(form, form=Form.PAST)  # "will tell lawmakers on Monday that"
    if form.form is Form.BASE and before & DO:
        before, form = before - DO, replace(form, form=Form.PAST)  # "he did say"
    if before & (MODALS | DO | NEGATIONS):
        return None
    if (
        before & BE
        and form.verb == "tell"
        and (hearing := subject_before(words, start))
        and _is_hearing(words, hearing)
    ):
        return _attribution(words, None, hearing.start, at)  # "the court was told"
    if before & BE and form.form is not Form.PARTICIPLE:
        return _of_agent(words, at, form)
    if form.form is Form.PARTICIPLE and not before & BE:
        return _of_participle(words, at, form)
    if start == 0 or words[start - 1].is_mark:
        return _beside_mark(words, start, at, form)
    return _after_subject(words, start, at, form)


def _is_announced(following: Sequence[Word]) -> bool:
    """Whether "will tell lawmakers on Monday that" says when; "critics will say that" only supposes."""
    end = next((n for n, word in enumerate(following) if word.lower == "that"), 0)
    return any(word.lower in PERIODS for word in following[:end])


def _is_finite(word: Word) -> bool:
    """Whether a word is a reporting verb as it stands after "he" or "she", so that a noun comes after it."""
    form = VERB_FORMS.get(word.lower)
    return form is not None and not word.is_capitalised and form.form in (Form.THIRD, Form.PAST)


def _verb_start(words: Sequence[Word], at: int) -> int | None:
    """The index of the first word of the verb, its auxiliaries and adverbs; `None` where it can be no verb."""
    start = at
    while start > 0:
        before = words[start - 1].lower
        floating = before in ("all", "both") and not (start > 1 and words[start - 2].lower in ("they", "we", "who"))
        month = words[start - 1].is_capitalised and start > 1  # "a report last May called"
        if (before in HAVE | BE | DO | MODALS | NEGATIONS and not month) or (
            is_adverb(words[start - 1]) and start > 1 and not floating
        ):
            start -= 1
        elif (opens := _before_aside(words, start) or _before_phrase_inside(words, start)) is not None:
            start = opens
        else:
            break
    start = _before_time(words, start)
    if start == 0:
        return start
    before = words[start - 1].lower
    if before == "to" and start > 3 and words[start - 2].lower == "on" and words[start - 3].lower in _LEADS_ON:
        return start - 3  # "went on to say"
    if before == "to" and start > 2 and words[start - 2].lower in _HABITS:
        return start - 2  # "liked to say"
    if before == "her" and at + 1 < len(words) and words[at + 1].lower == "that":
        return start  # "those who know her say that"
    if before == "to" or before in PREPOSITIONS | POSSESSIVES | DETERMINERS:
        return start if before in _BEFORE_VERB else None
    return start


def _before_aside(words: Sequence[Word], at: int) -> int | None:
    """Where commas open that enclose something inside a verb: "has, however, dismissed", "has, for his part, denied"."""
    comma = next((n for n in range(at - 3, max(at - 3 - _NEAR, 1), -1) if words[n].text == ","), None)
    if words[at - 1].text != "," or comma is None or words[comma - 1].lower not in HAVE | BE | MODALS:
        return None
    return comma if is_adverb(words[comma + 1]) or words[comma + 1].lower in PREPOSITIONS else None


def _before_phrase_inside(words: Sequence[Word], at: int) -> int | None:
    """Where a phrase begins that stands inside a verb: "has in the past denied", "has for its part said"."""
    if at > 2 and words[at - 1].lower in PERIODS and words[at - 2].lower in ("this", "last"):
        return at - 2  # "the minister this week said"
    if at < 4 or words[at - 1].lower not in PERIODS | {"past", "part", "hand"}:
        return None
    opens = next((n for n in range(at - 2, max(at - 6, 0), -1) if words[n].lower in ("in", "on", "over", "for")), 0)
    return opens if opens and words[opens - 1].lower in HAVE else None


def _before_time(words: Sequence[Word], at: int) -> int:
    """Where a phrase of time begins that stands between a comma and the verb: "Ann Lee, a baker, on Thursday told"."""
    start = at
    while start > 0 and words[start - 1].lower in PERIODS | {"on", "this"}:
        start -= 1
    return start if 0 < start < at and words[start - 1].text == "," else at


def _beside_mark(words: Sequence[Word], start: int, at: int, form: VerbForm) -> Attribution | None:
    """A verb after a comma, a quotation or nothing: "Ann Lee, a baker, said"; "…, said Ann Lee"."""
    after = subject_after(words, at + 1 + form.has_particle) if form.form is not Form.BASE else None
    closes = after is not None and form.verb in ("say", "add") and _is_name_at_end(words, after)
    if start and words[start - 1].text != QUOTED and not closes:
        subject = subject_before(words, start)
        if subject and fits(words, subject, at, form, _before_asides(words, subject.start, at)):
            return _attribution(words, subject, start, at)
    if after and after.stop < len(words):
        after = name_introduced(words, after.start, after.stop) or after  # "said its director, Ann Lee"
    if after and _is_inverted(words, start, at, after, form):
        return _attribution(words, after, at, at)
    return None


def _is_name_at_end(words: Sequence[Word], phrase: range) -> bool:
    """Whether a full name ends the sentence: "The firm, based in Tolsey, sank, said Ann Lee."."""
    named = len(phrase) > 1 and all(word.is_capitalised for word in words[phrase.start : phrase.stop])
    return named and [word.text for word in words[phrase.stop :]] == ["."]


def _after_subject(words: Sequence[Word], start: int, at: int, form: VerbForm) -> Attribution | None:
    before = words[start - 1].lower
    if before in COORDINATORS:
        subject = main_subject(words)
        nearer = _subject_of_clause(words, start - 1)
        if nearer and (subject is None or not _can_speak(words, subject)):
            subject = nearer  # "shares fell after the company cut its forecast and said"
        if subject is None or subject.stop > start - 1 or not fits(words, subject, at, form):
            return None
        return Attribution(tuple(words[subject.start : subject.stop]), Span(words[start].start, words[at].end))
    if before == "whom" and start > 4 and words[start - 2].lower == "of" and words[start - 4].text == ",":
        several = range(start - 5, start - 4)  # "aides, several of whom said"
        return _attribution(words, several, start, at) if is_human(words[start - 5]) else None
    if before in RELATIVES:
        said = form.verb in ("say", "tell", "add") and start > 2 and words[start - 2].text == ","
        if not said or before not in ("who", "which"):
            return None
        subject = _antecedent(words, start - 2) or subject_before(words, start - 2) or _agent_before(words, start - 2)
        if before == "which" and subject and not is_organisation(words[subject.start : subject.stop]):
            return None
        return _attribution(words, subject, start, at) if subject else None
    subject = subject_before(words, start)
    if subject is None:
        return None
    as_said = form.verb in _AS_SAID and words[subject.start - 1].lower == "as" and words[at + 1].text == ","
    after = After.COMMA if subject.start and at + 1 < len(words) and as_said else _before(words, subject.start)
    if not fits(words, subject, at, form, after):
        return None
    if form.verb == "hear":
        return _attribution(words, None, subject.start, at) if _is_hearing(words, subject) else None
    return _attribution(words, subject, start, at)


def _is_hearing(words: Sequence[Word], subject: range) -> bool:
    """Whether somebody speaks before those whom a noun phrase names: "the court heard"."""
    return any(word.lower in _HEARERS for word in words[subject.start : subject.stop])


def _can_speak(words: Sequence[Word], subject: range) -> bool:
    """Whether a subject is somebody, and no common noun that has its capital from the head of the sentence."""
    phrase = words[subject.start : subject.stop]
    core = core_of(phrase)
    common = len(phrase) > 1 or phrase[0].lower.endswith("s")
    bare = subject.start == 0 and len(core) == 1 and not is_listed(core) and not core[0].is_name and common
    return is_source(phrase) and not bare


def _subject_of_clause(words: Sequence[Word], end: int) -> range | None:
    """The subject of the last "after …" or "when …" before a word."""
    opens = next((n for n in range(end - 1, 0, -1) if words[n].lower in SUBORDINATORS), None)
    subject = main_subject(words[opens + 1 : end]) if opens is not None else None
    if subject is None or opens is None:
        return None
    return range(subject.start + opens + 1, subject.stop + opens + 1)


def _before(words: Sequence[Word], start: int) -> After:
    """What stands before a subject."""
    if start == 0 or words[start - 1].text not in _LINKS:
        return After.NOTHING
    quoted = words[start - 1].text == QUOTED or (start > 1 and words[start - 2].text == QUOTED)
    return After.QUOTATION if quoted else After.COMMA


def _antecedent(words: Sequence[Word], end: int) -> range | None:
    """The name with its title that ends before a comma: "raised by Labour MP Ann Lee, who said"."""
    runs = [run for run in capitalised_runs(words[:end]) if run.stop == end]
    return runs[0] if runs else None


def _agent_before(words: Sequence[Word], end: int) -> range | None:
    """The noun phrase after "by" that ends before a comma: "they were called by the diocese, who said"."""
    by = next(
        (n for n in range(end - 1, max(end - 2 * _NEAR, 0), -1) if words[n].lower == "by" or words[n].is_mark), None
    )
    return range(by + 1, end) if by is not None and words[by].lower == "by" and by + 1 < end else None


def _before_asides(words: Sequence[Word], start: int, at: int) -> After:
    """What stands before a subject and the role that introduces it: "“…,” the mayor, Ann Lee, remarked"."""
    first = next((n for n in range(1, start) if words[n].text == ","), 0)
    if at + 2 == len(words) and words[at + 1].text == "." and first < start - 1 and has_verb(words, 0, first):
        return After.COMMA  # "The road is shut, the mayor, Ann Lee, believes."
    for n in range(start - 1, max(start - 14, -1), -1):
        if words[n].text == QUOTED:
            return After.QUOTATION
        if words[n].is_mark and words[n].text != ",":
            break
    return After.NOTHING


def _is_inverted(words: Sequence[Word], start: int, at: int, after: range, form: VerbForm) -> bool:
    """Whether a verb with its subject after it stands where it can: after a quotation or a comma, or first."""
    if not form.takes & {Takes.ANYTHING, Takes.CLAUSE, Takes.QUOTATION} or start != at:
        return False
    phrase = words[after.start : after.stop]
    if phrase[0].lower in {"i", "we", "you", "it", "that"} | NOBODY:
        return False
    if start == 0:
        return form.verb in ("say", "add") and phrase[0].is_capitalised
    before = _before(words, start)
    following = words[after.stop].lower if after.stop < len(words) else "."
    if phrase[0].lower in PERSONAL and following in AUXILIARIES:
        return False  # "…, said he had been at home"
    named = len(phrase) > 1 and all(word.is_capitalised for word in phrase)
    return before is After.QUOTATION or (
        before is After.COMMA and (named or form.verb in _INVERTED) and is_source(phrase)
    )


def _of_participle(words: Sequence[Word], at: int, form: VerbForm) -> Attribution | None:
    """The attribution in "…, adding that" (the subject's) and "with one official citing" (the official's)."""
    if at == 0:
        return None
    if form.verb == "say" and words[at - 1].lower == "as" and (quoted := _quoted_as(words, at - 1)):
        return _attribution(words, quoted, at, at)
    following = words[at + 1 :]
    reports = (
        opens_clause(following[:8])
        or (form.verb in _TO_WHOM and any(word.lower == "that" for word in following[1:7]))
        or (form.verb == "say" and bool(following) and not following[0].is_mark)
        or QUOTED in [word.text for word in following[:6]]
        or (Takes.OBJECT in form.takes and form.verb in ("cite", "blame", "accuse", "deny", "urge", "describe"))
        or (form.verb == "point" and following[:1] and following[0].lower in ("out", "to"))
    )
    if not reports:
        return None
    if form.verb == "cite" and words[at - 1].text in _LINKS:
        return None  # "withdrew the drug, citing new data": a reason for a deed
    if words[at - 1].text in _LINKS or words[at - 1].lower in ("and", "as", "by", "while", "again"):
        subject = _clause_subject(words, at)
        if subject is None or subject.stop > at or words[subject.start].lower in NO_SOURCE | {"you", "there"}:
            return None
        return Attribution(tuple(words[subject.start : subject.stop]), Span(words[at].start, words[at].end))
    if is_document(words[at - 1]) and form.verb in ("say", "warn", "ask", "claim", "announce", "call", "demand"):
        subject = main_subject(words)
        if subject and subject.stop < at - 1:
            return Attribution(tuple(words[subject.start : subject.stop]), Span(words[at].start, words[at].end))
    if form.verb == "say" and (subject := main_subject(words)) and subject.stop < at:
        phrase = words[subject.start : subject.stop]
        if phrase[0].lower in ("he", "she") or all(word.is_capitalised for word in phrase):
            return Attribution(tuple(phrase), Span(words[at].start, words[at].end))
    for n in range(at - 1, max(at - 12, -1), -1):
        if words[n].lower == "with" and n + 1 < at:
            return _attribution(words, range(n + 1, at), at, at)
        if words[n].is_mark:
            return None
    return None


def _quoted_as(words: Sequence[Word], end: int) -> range | None:
    """Whom "the agency quoted an official as saying" quotes."""
    for n in range(end - 1, max(end - 16, 0), -1):
        if words[n].is_mark and words[n].text not in ",&":
            return None
        if words[n].lower in _QUOTES:
            passive = any(word.lower in BE for word in words[max(n - 2, 0) : n])
            return range(n + 1, end) if n + 1 < end and not passive else None
    return None


def _clause_subject(words: Sequence[Word], at: int) -> range | None:
    """The subject at the head of the sentence, or of what follows the last semicolon before a word."""
    start = next((n + 1 for n in range(at - 1, -1, -1) if words[n].text == ";"), 0)
    subject = main_subject(words[start:])
    return range(subject.start + start, subject.stop + start) if subject else None


def _of_agent(words: Sequence[Word], at: int, form: VerbForm) -> Attribution | None:
    """The attribution in "was described by the minister as"."""
    if at + 2 >= len(words) or words[at + 1].lower != "by" or form.verb not in _OF_AGENTS:
        return None
    end = at + 2
    while end < len(words) and words[end].lower not in ("to", "as", "for", "that") and not words[end].is_mark:
        end += 1
    source = range(at + 2, end)
    if form.verb in _TO_WHOM and is_document(words[end - 1]) and words[at + 2].lower not in DETERMINERS | POSSESSIVES:
        return None  # "was warned by text message"
    if not source or words[source.start].lower.endswith("ing") or not is_source(words[source.start : source.stop]):
        return None
    return _attribution(words, source, at, at)
