"""Complements: whether what follows a verb is what it needs to report somebody's words."""

from collections.abc import Sequence
from enum import StrEnum

from clipfile.corpus.clauses import is_adverb, is_past
from clipfile.corpus.grammar_words import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PERIODS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENTS,
    QUANTIFIERS,
    RELATIVES,
)
from clipfile.corpus.number_words import SMALL
from clipfile.corpus.phrases import is_human
from clipfile.corpus.reporting_verbs import Form, Takes, VerbForm
from clipfile.corpus.words import QUOTED, Word

_MEASURES = frozenset(
    "cost costs number toll count figure figures total damage price death deaths dead losses loss bill share value time"
    " size population turnout chance chances odds cause estimate magnitude age rate level gap shortfall deficit difference debt"
    " backlog probability likelihood weight worth".split()
)
_FEELINGS = frozenset(
    "concern concerns doubt doubts fear fears hope hopes worry worries alarm regret support confidence scepticism"
    " skepticism outrage anger optimism frustration condolences sympathy thanks gratitude disappointment apprehension".split()
)
_CLAIMS = frozenset(
    "claim claims allegation allegations accusation accusations criticism criticisms suggestion suggestions charge charges"
    " notion idea report reports concerns fears argument arguments complaints complaint account accounts version finding"
    " findings assertion assertions characterization characterisation comparison calls theory rumours"
    " rumors speculation".split()
)
_APPEALS = frozenset(
    "call calls demand demands appeal appeals pledge promise vow warning threat plea criticism attack".split()
)
_DECISIONS = frozenset("decision decisions policy plan plans move record handling choice law ruling response".split())
_OWN_MATTER = frozenset("his her its their my our".split())  # "announced his resignation" is an act, not a report
_CURRENCIES = frozenset("£$€")
_WINDOW = 12  # words after the verb that are looked at
_QUOTED_WITHIN = 6  # words after the verb
_POINTING = frozenset("that this it him her them".split())
ROUGHLY = frozenset("about around roughly nearly almost over more less fewer than some only just between up to".split())
_COURTS = frozenset("court courts tribunal judge judges chamber".split())
_JUDGEMENTS = frozenset(
    "false untrue wrong unfair absurd nonsense rubbish unfounded misguided premature inaccurate overblown exaggerated"
    " unjustified unwarranted fake flimsy shoddy risky hasty clumsy crazy unworthy cowardly".split()
)
_NEVER_NOUNS = frozenset(  # verbs whose plain form is no noun: "Officers recommend approval"
    "recommend predict deny allege expect accuse criticise criticize condemn denounce foresee anticipate announce"
    " acknowledge admit".split()
)
_JUDGING = ("al", "ive", "ous", "ble", "ful", "less", "ic", "ary", "ing")
_ADDRESSING = frozenset("warn remind assure inform advise notify promise".split())  # "warned his superiors that"
_OPINIONS = frozenset("believe think suspect reckon assume suggest fear hope claim feel".split())
OF_THINGS = frozenset("hold show find hear give place set value rule read".split())  # one holds a sign, finds a note
_NAMING = frozenset(("call", "describe", "label", "term", "brand", "dub"))


class After(StrEnum):
    """What stands before a verb and its subject."""

    NOTHING = "nothing"
    COMMA = "comma"
    QUOTATION = "quotation"


def has_complement(words: Sequence[Word], at: int, form: VerbForm, after: After) -> bool:
    """Whether what follows a verb is what it needs.

    Args:
        words: the words of the sentence.
        at: the index of the verb.
        form: the verb.
        after: what stands before the verb and its subject.
    """
    following = words[at + 1 : at + 1 + _WINDOW]
    lower = [word.lower for word in following]
    if Takes.ANYTHING in form.takes:
        if form.verb == "ask" and {"question", "questions"} & set(lower[:3]):
            return False
        if form.verb == "say" and lower[:1] == ["it"] and QUOTED not in lower:
            return len(lower) > 1 and lower[1] not in PREPOSITIONS  # "said it to a full room"
        return form.verb != "tell" or not _is_tale(lower)
    if form.verb == "put" and (lower[:1] == ["it"] or _puts_down_to(lower)):
        return True  # "as Lee put it"
    if form.verb == "see":
        return _foresees(following)
    if form.verb in ("complain", "boast") and lower[:1] in (["of"], ["about"]):
        return True
    if form.verb in _OPINIONS and not _counts(following) and _goes_on(following):
        return True
    if form.verb in ("speak", "talk"):
        return lower[:1] in (["of"], ["about"]) and QUOTED in lower[:_QUOTED_WITHIN]
    if form.verb == "hint" and lower[:1] == ["at"]:
        return True
    if form.verb == "claim" and lower[:1] == ["to"]:
        return True
    if form.verb in _ADDRESSING and ("that" in lower[1:7] or (form.verb != "promise" and "of" in lower[1:4])):
        return True
    if form.verb == "point":
        return lower[:1] == ["out"] or (lower[:1] == ["to"] and len(lower) > 2)
    if form.verb == "call" and lower[:1] in (["for"], ["on"]):
        return True
    if form.verb in _NAMING and QUOTED in [word.text for word in words[at + 1 :]]:
        return True
    if form.verb == "call" and lower[:1] and (lower[0] in DETERMINERS | PERSONAL or lower[0] in POSSESSIVES):
        return _judges(following)
    if after is After.QUOTATION or QUOTED in [word.text for word in following[: _quoted_within(form)]]:
        return bool(form.takes - {Takes.ESTIMATE})
    if Takes.ESTIMATE in form.takes and _estimates([word.lower for word in words[at + 1 : at + 20]], form):
        return True
    if Takes.CLAUSE in form.takes and (opens_clause(following) or (after is not After.NOTHING and _closes(following))):
        return True
    if form.verb == "appeal" and _appeals(lower):
        return True
    asked = any(lower[n] == "to" and lower[n + 1] not in DETERMINERS for n in range(1, min(7, len(lower) - 1)))
    if Takes.REQUEST in form.takes and (lower[:1] in (["for"], ["that"]) or asked) and lower[:1] != ["to"]:
        return True
    return Takes.OBJECT in form.takes and _has_object(following, form)


def opens_clause(following: Sequence[Word]) -> bool:
    """Whether words are, or soon open, a clause: "that …", "there …", "she …", "earlier this month that", "the gangs have"."""
    if len(following) > 2 and following[0].text == following[2].text == "," and is_adverb(following[1]):
        following = following[3:]  # "conceded, however, that"
    if not following or following[0].is_mark:
        return bool(following) and following[0].text == ":"
    first = following[0].lower
    if first in ("that", "whether", "if", "how", "why", "there", "what"):
        return True
    if first in PERSONAL and not (first == "one" and len(following) > 1 and not following[1].is_mark):
        return True
    in_time = first in PREPOSITIONS or first in PERIODS or first in ("this", "last", "earlier")
    if in_time or is_adverb(following[0]):
        return any(word.lower == "that" for word in following[1:8])
    for word in following[1:]:
        if word.is_mark or word.lower in RELATIVES:
            return False
        if word.lower in MODALS or (word.lower in BE | HAVE and word.lower not in ("being", "having", "been")):
            return True
    return False


def _quoted_within(form: VerbForm) -> int:
    """How many words after a verb a quotation can be what it reports."""
    return 0 if form.verb in OF_THINGS else _QUOTED_WITHIN


def _is_tale(lower: Sequence[str]) -> bool:
    """Whether "told" is followed by stories or "each other", not by whom it is told."""
    tales = {"story", "stories", "tale", "tales", "joke", "jokes", "lie", "lies", "time", "himself", "herself"}
    return lower[:2] == ["each", "other"] or (bool(tales & set(lower[:3])) and "that" not in lower)


def _goes_on(following: Sequence[Word]) -> bool:
    """Whether a noun phrase with its verb follows without "that": "believe the man fled"."""
    for n, word in enumerate(following[:8]):
        if word.is_mark or word.lower in PREPOSITIONS:
            return False
        before = following[n - 1].lower
        bound = before in POSSESSIVES or (before in DETERMINERS and before not in QUANTIFIERS)
        if n and (is_past(word) or word.lower in PRESENTS) and not bound:
            return True
    return False


def _judges(following: Sequence[Word]) -> bool:
    """Whether "called it a shame", "called that explanation laughable": a quotation, "a" or a judging word comes soon."""
    ends = any(word.is_mark or word.lower in PREPOSITIONS | PERIODS or is_adverb(word) for word in following[1:3])
    if following[0].lower in _POINTING and len(following) > 2 and not ends:
        return True  # "called that demand blackmail"
    plain = following[0].lower in ("it", "this", "that") and len(following) > 2 and following[2].text == "."
    if plain and not (following[1].is_mark or following[1].lower in PREPOSITIONS | PERIODS | {"quits", "back"}):
        return not is_adverb(following[1])  # "called it fair."
    for n, word in enumerate(following[1:9], 1):
        if n > 1 and word.start - following[n - 1].end > 1:
            return True  # marks stand there around a word or two
        if word.text == QUOTED or word.lower in ("a", "an", "the") or (n > 1 and _is_judging(word)):
            return True
        if word.is_mark or word.lower in PREPOSITIONS:
            return False
    return False


def _appeals(lower: Sequence[str]) -> bool:
    """Whether "appealed (on Sunday) for help", "appealed to the union to come back"; to a court one appeals otherwise."""
    first = 0
    while first < len(lower) and lower[first] in PERIODS | {"on"}:
        first += 1
    to_whom = lower[first : first + 1] == ["to"] and not _COURTS & set(lower)
    return lower[first : first + 1] == ["for"] or (to_whom and bool({"to", "for"} & set(lower[first + 2 : first + 8])))


def _puts_down_to(lower: Sequence[str]) -> bool:
    """Whether "put that down to luck", "puts the rise down to the weather"; not "put the book down to rest"."""
    if lower[1:3] == ["down", "to"]:
        return lower[0] in _POINTING
    return lower[2:4] == ["down", "to"] and len(lower) > 4 and lower[4] in DETERMINERS | POSSESSIVES


def _foresees(following: Sequence[Word]) -> bool:
    """Whether "sees growth at 2%", "sees no peak before 2045": a share or a year comes soon."""
    for n, word in enumerate(following[1:10], 1):
        year = len(word.text) == 4 and word.text.startswith("20") and word.text.isdecimal()
        share = word.text == "%" or word.lower in ("percent", "percentage")
        if (year or share) and not _counts(following) and QUOTED not in [one.text for one in following[:n]]:
            return True
    return False


def _is_judging(word: Word) -> bool:
    return word.lower.endswith(_JUDGING) or word.lower in _JUDGEMENTS


def _counts(following: Sequence[Word]) -> bool:
    return bool(following) and following[0].text[0].isdigit()


def _estimates(lower: Sequence[str], form: VerbForm) -> bool:
    """Whether "put the toll at", or "which she estimated at"."""
    if lower[:1] == ["at"]:
        return form.verb in ("estimate", "put")
    if form.verb == "put" and any(_is_value(lower, n) for n in range(2, min(8, len(lower)))):
        return True
    return bool(_MEASURES & set(lower[:8])) and bool({"at", "as"} & set(lower[1:]))


def _is_value(lower: Sequence[str], at: int) -> bool:
    """Whether a number follows "at", or a share follows "on": "put it at nine", "puts the party on 31%"."""
    number = next((n for n in range(at, min(at + 3, len(lower))) if lower[n][0].isdigit() or lower[n] in SMALL), None)
    if number is None or not all(word in ROUGHLY for word in lower[at:number]):
        return False
    if any(word in PREPOSITIONS or word[0].isdigit() for word in lower[: at - 1] if word not in ("of", "for", "by")):
        return False  # "put 200 workers on leave at three sites"
    share = bool({"%", "percent", "per"} & set(lower[number + 1 : number + 2]))
    return lower[at - 1] == "at" or (lower[at - 1] == "on" and share)


def _closes(following: Sequence[Word]) -> bool:
    """Whether the sentence ends there, or only says when and where."""
    if not following or following[0].is_mark:
        return True
    first = following[0].lower
    return first in PREPOSITIONS | PERIODS or is_adverb(following[0]) or first in ("this", "when", "as", "while")


def _has_object(following: Sequence[Word], form: VerbForm) -> bool:
    if not following or (following[0].is_mark and following[0].text not in _CURRENCIES):
        return False
    first = following[0].lower
    if first in ("himself", "herself", "itself", "themselves", "victory"):
        return False
    if first == "responsibility":
        return form.verb == "deny"
    if form.verb in ("promise", "pledge", "vow", "threaten"):
        return True
    warns = form.verb in ("warn", "caution", "boast") and first in ("against", "of", "about")
    if first in PREPOSITIONS and not warns:
        return False
    if is_adverb(following[0]) and first not in ("all", "both"):
        return False
    if form.verb in ("liken", "compare"):
        return "to" in [word.lower for word in following[1:9]]
    if form.verb == "question":
        return not any(is_human(word) for word in following[:4])
    if form.verb == "note" and form.form is Form.BASE:
        return False
    if form.verb == "recall" and _counts(following):
        return False
    if form.verb == "defend":
        return bool((_CLAIMS | _DECISIONS) & {word.lower for word in following[:6]})
    if form.verb in ("reject", "dismiss"):
        bare = first in ("that", "this", "it") and (len(following) == 1 or following[1].is_mark)
        return (
            bare or "as" in [word.lower for word in following] or bool(_CLAIMS & {word.lower for word in following[:6]})
        )
    if form.verb in ("express", "voice"):
        return bool(_FEELINGS & {word.lower for word in following[:6]})
    if form.verb == "renew":
        return bool(_APPEALS & {word.lower for word in following[:5]})
    if form.verb in ("announce", "warn", "explain") and first in _OWN_MATTER:
        return False
    lives = len(following) > 2 and following[0].lower == "the" and following[1].lower in ("life", "lives")
    if form.verb in ("claim", "admit", "note") and (_counts(following) or lives):
        return False
    return form.form is not Form.BASE or form.verb in _NEVER_NOUNS or first in DETERMINERS | POSSESSIVES
