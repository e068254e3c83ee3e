"""What a figure is given for in front of it: "*Turnout* rose to 61 percent", "cut its *key rate* by 0.2 points"."""

import re

from clipfile.corpus.noun_phrases import STOP_WORDS

FIGURE = "#"
"""Stands for each figure in the words before, so that "rose 4% to €3bn" is one statement."""
MOVES = (  # a figure right behind one of them, or behind "by", is a change
    "rose|ris(?:es?|en|ing)|f(?:ell|alls?|allen|alling)|gr(?:ew|ows?|own|owing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|"
    r"surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|(?:in|de)creas(?:es?|ed|ing)|declin(?:es?|ed|ing)|dropp?(?:s|ed|ing)?|"
    r"dipp?(?:s|ed|ing)?|slid(?:es?|ing)?|slipp?(?:s|ed|ing)?|plung(?:es?|ed|ing)|tumbl(?:es?|ed|ing)|slump(?:s|ed|ing)?|"
    r"edg(?:es?|ed|ing)|widen(?:s|ed|ing)?|narrow(?:s|ed|ing)?|shr(?:inks?|ank|unk|inking)|contract(?:s|ed|ing)|"
    r"expand(?:s|ed|ing)|eas(?:es?|ed|ing)|gain(?:s|ed|ing)|rebound(?:s|ed|ing)?"
)
_STANDS = (
    r"reach(?:es|ed|ing)?|hits?|total(?:s|l?ed|l?ing)|averag(?:es?|ed|ing)|stands?|stood|remain(?:s|ed)?|amount(?:s|ed)|"
    r"c(?:ame|omes?)|(?<!\ba )(?<!the )costs?|exceed(?:s|ed)|doubl(?:es?|ed)|halv(?:es?|ed)|trebl(?:es?|ed)|"
    r"tripl(?:es?|ed)|clos(?:es?|ed)|trad(?:es?|ed|ing)|ended|finished|go(?:es)?|went|s(?:ells?|old)\s+for|"
    r"fetch(?:es|ed)|ran(?:ged?|ges)|peak(?:s|ed)|settl(?:es?|ed)"
)
_TO = (  # what may stand between the verb and the figure
    r"(?:\s*(?:#|,|or|and|up|down|in|back|by|to|at|from|of|about|around|some|just|still|now|only|already|more|less|than|nearly|"
    r"almost|over|under|below|above|between|a|an|the|record|low|high|estimated|roughly|again|even|further|against|compared|"
    r"with|as|much|little|higher|lower|per|year|month|earlier|ago|before|expected|forecast|[a-z]+ly)(?![\w-]))*\s*"
)
_VERB = re.compile(rf"(?:(?<![\w-])(?:(?P<moves>{MOVES}|{_STANDS})|is|was|are|were)\b|:|,\s+at\b){_TO}$")
_DETERMINER = r"(?:(?:the|an?|its|their|his|her|our|this|that|these|those|all)\s+)?"
_WORD = rf"(?!(?:{'|'.join(sorted(STOP_WORDS))})\b)[^\W\d][\w’'&-]*"
_NAMED = rf"{_DETERMINER}(?P<subject>{_WORD}(?:\s{_WORD}){{0,4}}?(?:\sof\s{_DETERMINER}{_WORD}(?:\s{_WORD}){{0,2}}?)?)"
_SUBJECT = re.compile(
    rf"\s*{_NAMED}"
    r"(?:\s(?:of|at|in|for|on|among|across|between|to|with|from|per|before|after)"
    r"\s(?:(?!\b(?:that|which|who|says?|said|it|he|she|they|but|while)\b)[^,;]){1,60}?)?(?:\s(?:this|last|each|every)\s\w+)?(?:,[^,;]{1,60},)?"
    r"(?:\s+(?:has|have|had|is|are|was|were|will|would|could|may|might|also|still|since|now|then|been|expected|forecast|"
    r"projected|likely|set|due|to|more|than|almost|[a-z]+ly))*\s*",
    re.IGNORECASE,
)
_SET = re.compile(
    r"\b(?:rais(?:es?|ed|ing)|lift(?:s|ed|ing)?|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|increas(?:es?|ed|ing)|"
    r"trimm?(?:s|ed|ing)?|slash(?:es|ed|ing)?|ke(?:eps?|pt|eping)|l(?:eft|eaves?|eaving)|h(?:olds?|eld|olding)|puts?|putting|"
    r"estimat(?:es?|ed|ing)|boost(?:s|ed|ing)?|push(?:es|ed|ing)?|br(?:ings?|ought|inging)|t(?:akes?|ook|aking)|"
    rf"dr(?:ives?|ove|iving))\s+{_NAMED}"
    rf"(?:\s(?:in|for|on|at)\s[^,;#]{{1,40}}?)?\s+(?:by|to|at|from|up|down|unchanged)\b{_TO}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:(“\"—–]\s?|,\s|\b(?:that|said|says|but|while|as|because|when|although|though|after|with|if)\s"
)
_AND = re.compile(r"\band\s")
_NOUN_OF = re.compile(rf"\b(?P<subject>{_WORD})\s+of\s+$")
_NO_MEASURE = frozenset(  # which say how a figure stands to another, not what it is for
    "total average maximum minimum rise increase fall drop decline jump gain addition majority number tune tally rest "
    "equivalent excess out one some part period series top end".split()
)
_HOW_MANY = re.compile(rf"^(?:total\s)?(?:number|total|tally|count) of\s{_DETERMINER}", re.IGNORECASE)
_FARTHEST = 200  # characters


def subject_of(before: str, *, moves_only: bool = False) -> str | None:
    """What a figure behind these words of its sentence is given for, verbatim; `None` where nothing says.

    Args:
        before: the sentence up to the figure, with `FIGURE` in place of each figure before.
        moves_only: whether only verbs of rising, falling and amounting give one, and "is" does not.
    """
    before = before[-_FARTHEST:]
    found = _NOUN_OF.search(before) or _SET.search(before) or _subject(before, moves_only)
    words = _HOW_MANY.sub("", " ".join(found["subject"].split())) if found else ""
    return words if words and words.split(" of ")[0].split()[-1].lower() not in _NO_MEASURE else None


def _subject(before: str, moves_only: bool) -> re.Match[str] | None:
    """The subject of the verb right before the figure: of the nearest clause, else behind an "and"."""
    verb = _VERB.search(before)
    if verb is None or (moves_only and not verb["moves"]):
        return None
    ahead = before[: verb.start()]
    clauses, others = ([match.end() for match in pattern.finditer(ahead)] for pattern in (_CLAUSE, _AND))
    starts = [*reversed([0, *clauses]), *reversed(others)]
    return next((found for start in starts if (found := _SUBJECT.fullmatch(ahead, start))), None)
