"""Ages: numbers that say how old somebody is, and count nothing."""

import re

from clipfile.corpus.noun_phrases import is_people, is_plural, noun_phrase_at

_OLD = re.compile(
    r"[- ]?years?-olds?\b|[- ]month-olds?\b|[- ]week-olds?\b|-day-olds?\b|[- ]years?[- ]old(?=[ ](?!and\b)[a-z])"
)
_ABOUT = r"(?:now |then |just |only |about |around |barely )?"
_AGED = re.compile(
    rf"\b(?:aged|ages?|ages? of|age is|age was)(?: (?:between|from))? {_ABOUT}(?:\d+(?: ?(?:and|to|-|–) ?)?)?$",
    re.IGNORECASE,
)
_APPOSED = re.compile(rf"(?:[A-ZÀ-Ý][\w’'.-]+|\b(?P<noun>[a-z]+)),[ \u00a0]{_ABOUT}(?:\d+ and )?$")
_APART = re.compile(r",|\)|\.$| [-–—] | and (?:\d|(?:of|from|in|a|an|the)\b)")
_IS = re.compile(
    rf"\b(?:I am|I[’']m|I was|(?:he|she|who|(?:young|old|eld)(?:est|er)\b[^.;,]{{0,40}}) (?:is|was|turn(?:s|ed)))"
    rf" {_ABOUT}$|\bturn(?:s|ed|ing) {_ABOUT}$",
    re.IGNORECASE,
)
_AT = re.compile(rf"\bdie[sd]?(?: [\w ]{{0,20}})? at {_ABOUT}$", re.IGNORECASE)
_ENDS = re.compile(r"[.,;:!?)”]|$| (?:when|while|and|in|on|at the time|last|this|next|of|after|from)\b")
_OLDER = re.compile(r"\b(?P<noun>[a-z]+) (?:over|under|above|below) (?:the age of )?$")
_OF = re.compile(
    rf"\b(?:an?|the|one|another)\s+(?:[\w’'-]+\s+){{0,2}}?(?P<noun>[a-z]+)\s+of\s+{_ABOUT}$", re.IGNORECASE
)
_FAMILY = frozenset("sons daughters children twins brothers sisters grandchildren boys girls cousins".split())
_PERSONS = frozenset("man woman child baby son daughter".split())  # and what has a plural that is_people knows
_ANYBODY = frozenset("those anyone anybody everyone everybody".split())
_BODIES = frozenset("gang family household crew staff police number order quarter cluster charter".split())


def is_age(before: str, after: str, *, has_unit: bool, in_words: bool) -> bool:
    """Whether a number is an age, or the children of a "mother of four", by the words on either side."""
    if _OLD.match(after) or _AGED.search(before):
        return True
    if has_unit or is_counting(after):
        return False
    if _ENDS.match(after) and (_IS.search(before) or _AT.search(before)):
        return True
    if (apposed := _APPOSED.search(before)) and _APART.match(after):
        return not in_words if apposed["noun"] is None else _is_person(apposed["noun"])
    if (older := _OLDER.search(before)) and (older["noun"] in _ANYBODY or is_people(older["noun"])):
        return True  # "people over 70"
    of = _OF.search(before)
    return of is not None and _is_person(of["noun"].lower())


def is_counting(after: str) -> bool:
    """Whether a plural follows a number, which it counts."""
    phrase = noun_phrase_at(after, 0) if re.match(r"[ \u00a0][a-z]", after) else None
    return phrase is not None and is_plural(phrase.head)


def _is_person(noun: str) -> bool:
    many = noun in _BODIES or is_plural(noun) or noun.endswith("ment")
    return noun in _PERSONS | _FAMILY or (not many and is_people(f"{noun}s"))
