"""Questions about what somebody said: which known speakers are meant."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from clipfile.corpus.grammar_words import AUXILIARIES, IRREGULAR_PASTS, PERSONAL
from clipfile.corpus.reporting_verbs import VERB_FORMS, Form

_VERBS = frozenset(
    "say tell think believe claim argue warn announce predict describe call explain estimate expect promise pledge deny blame"
    " respond comment mention add write report ask demand suggest recommend state confirm admit acknowledge insist criticise"
    " criticize reveal declare note emphasize emphasise stress put feel".split()
)


def _spelled(form: Form, *more: str) -> str:
    """The verbs of saying in one form, as a pattern; "call off" and "put up" are none."""
    forms = [spelling for spelling, each in VERB_FORMS.items() if each.verb in _VERBS and each.form is form]
    return rf"(?!(?:put|call(?:s|ed|ing)?)\s+(?:up|off|out|down|in|back|together)\b)(?:{'|'.join((*forms, *more))})\b"


_BASE = _spelled(Form.BASE, "put", "react", "view")
_THIRD = _spelled(Form.THIRD, "reacts", "views")
_PAST = _spelled(Form.PAST, "reacted", "viewed")
_ING = _spelled(Form.PARTICIPLE, "reacting")
# After "did" a second verb makes the first a noun ("did the report say"), after a subject any verb does ("the states gave").
_BASE_VERB = rf"{_BASE}(?!\s+{_BASE})"
_FINITE = (
    rf"(?:say|says|{_PAST}|(?:{_BASE}|(?<!united ){_THIRD})"
    rf"(?!\s+(?:{'|'.join(map(re.escape, AUXILIARIES | IRREGULAR_PASTS))}|{_BASE}|{_PAST})\b))"
)
_VIEW = (
    r"(?:views?|opinions?|positions?|stance|take|comments?|remarks?|statements?|reactions?|response|responses|account|words"
    r"|claims?|assessment|estimates?|thoughts|criticisms?|explanation|quotes?|quotations?|warnings?|predictions?|testimony"
    r"|argument|arguments|version|description|message|accusations?|promises?)"
)
_AUXILIARY = r"did|do|does|has|have|had|is|are|was|were|would"
_SPEAKER = rf"(?P<speaker>(?:(?!\b(?:{_AUXILIARY}|what|who)\b)[^,?]){{2,80}}?)(?<!['’]s)(?<!s['’])"
_ADVERB = r"(?:(?:also|ever|never|not|first|just|later|once|\w+ly)\s+)?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:did|do|does|would|will)(?:n['’]t)?\s+{_SPEAKER}\s+{_ADVERB}{_BASE_VERB}",
        rf"\b(?:has|have|had)(?:n['’]t)?\s+{_SPEAKER}\s+{_ADVERB}{_PAST}",
        rf"\b(?:is|are|was|were|has been|have been)\s+{_SPEAKER}\s+(?:been\s+)?{_ADVERB}{_ING}",
        rf"\baccording to\s+{_SPEAKER}(?:\s*[,?]|[.!\s]*$)",
        rf"(?:^|\b(?:is|was|are|were|in|what|from)\s+){_SPEAKER}(?:['’]s|(?<=s)['’])\s+(?:own\s+)?{_VIEW}\b",
        rf"\b{_VIEW}\s+(?:of|by|from)\s+{_SPEAKER}\s+(?:on|about|regarding|concerning)\b",
        rf"\b(?:what|how|why|that)\s+{_SPEAKER}\s+(?:has\s+|have\s+|had\s+)?{_FINITE}",
        rf"^\s*quote\s+{_SPEAKER}\s+(?:on|about)\b",
        rf"^\s*{_SPEAKER}\s+{_FINITE}\s+what\b",
    )
)
_SMALL = PERSONAL | frozenset("a an the this that his her its their some of for at in on and him them us who".split())
_TITLES = frozenset("mr mrs ms miss mx dr sir prof professor president".split())
_SUFFIXES = frozenset("jr sr ii iii".split())
_DESCRIBING = frozenset(  # words that many names share and none is called by
    "united national international central federal general royal state public local regional global world new old first"
    " second third last latest next top senior chief former deputy acting north south east west northern southern eastern"
    " western other same own".split()
)
_HEAD_ENDS = re.compile(r",|\b(?:and|who|which|that|of|for|at|in|on|from|with|to|by)\b", re.IGNORECASE)
_LEAST_ALIKE = 84  # rapidfuzz's ratio of 0 to 100, for a slip in a name of several letters
_FEWEST_LETTERS = 5  # of a word that may be misspelled


def said_by(question: str, speakers: Mapping[str, str]) -> frozenset[str]:
    """The known speakers about whose words a question may be; none if it is about nobody's, or about a stranger's."""
    return asked_of(question, speakers)[1]


def asked_of(question: str, speakers: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """About whose words a question is, as typed there, and the known speakers whom that can mean; both empty as for `said_by`.

    Args:
        question: as the user typed it.
        speakers: known speakers and descriptions such as "a spokesperson", each with a role, by which "the coroner" is found.
    """
    for pattern in _PATTERNS:
        match = pattern.search(question)
        if match and (found := speakers_called(match["speaker"], speakers)):
            return match["speaker"], found
    return "", frozenset()


def speakers_called(name: str, speakers: Mapping[str, str]) -> frozenset[str]:
    """The speakers whom a name, surname, role or slightly misspelled name can mean: all that fit it best."""
    wanted, head = _words(name), _words(_HEAD_ENDS.split(name)[0])
    names = {speaker: _words(speaker) for speaker in speakers} if wanted else {}
    fits = {speaker: _likeness(wanted, head, words, speakers[speaker]) for speaker, words in names.items()}
    most = max(fits.values(), default=0)
    best = {tuple(names[speaker]) for speaker, fit in fits.items() if fit == most > 0}
    forms = set[tuple[str, ...]]().union(*map(_forms, best))
    return frozenset(
        speaker for speaker, words in names.items() if tuple(words) in forms or not best.isdisjoint(_forms(words))
    )


def _forms(words: Sequence[str]) -> set[tuple[str, ...]]:
    """The ways to write a speaker's name: in full, without its first words down to two, and as its first letters."""
    shorter = {tuple(words[first:]) for first in range(1, len(words) - 1)}
    return {tuple(words), *shorter, ("".join(word[0] for word in words),)}


def _likeness(wanted: Sequence[str], head: Sequence[str], name: Sequence[str], role: str) -> int:
    """How well words fit a speaker: 5 the same, 4 part of the name, 3 name and role, 2 role alone, 1 misspelled, 0 not.

    Of what is typed "the head of the agency" is no agency: its `head` has to be the name's last word.
    """
    if not name:
        return 0
    if list(wanted) == list(name) or _abbreviates(wanted, name) or _abbreviates(name, wanted):
        return 5
    if set(wanted) <= set(name) and (name[-1] in wanted or not _DESCRIBING.issuperset(wanted)):
        return 4
    roles = _words(role, titles=frozenset())
    if name[-1] in wanted and set(wanted) <= {*name, *roles}:
        return 3
    if head[-1:] == name[-1:] and len(wanted) > 1 and set(name) <= set(wanted):
        return 3
    role_head = _words(_HEAD_ENDS.split(role)[0], titles=frozenset()) or roles
    if role_head and role_head[-1] in wanted and set(wanted) <= set(roles):
        return 2
    return 1 if _is_slip(wanted, name) else 0


def _abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one word is made of the first letters of others."""
    return len(short) == 1 and len(short[0]) > 1 and short[0] == "".join(word[0] for word in long)


def _is_slip(wanted: Sequence[str], name: Sequence[str]) -> bool:
    """Whether every word of a name, its surname among them, is spelled nearly as a speaker's."""
    from rapidfuzz.fuzz import ratio  # loaded only for a name that is not known as it stands

    def is_near(one: str, other: str) -> bool:
        return one == other or (len(one) >= _FEWEST_LETTERS and ratio(one, other) >= _LEAST_ALIKE)

    return is_near(wanted[-1], name[-1]) and all(any(is_near(one, other) for other in name) for one in wanted)


def _words(name: str, titles: frozenset[str] = _TITLES) -> list[str]:
    """The words that tell speakers apart: lower case, without accents, small words, and titles beside other words."""
    folded = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    letters = "".join(character for character in folded if not unicodedata.combining(character))
    words = re.findall(r"[\w.'-]+", re.sub(r"\([^)]*\)", " ", letters))
    found = [word.removesuffix("'s").replace(".", "") for word in words]
    found = [word for word in found if word and word not in _SMALL and word not in _SUFFIXES]
    return [word for word in found if word not in titles] or found
