"""What a sum of money is for: "40 million euros for emergency aid", "put the cost of repairs at $3 million"."""

import re

from clipfile.corpus.noun_phrases import NounPhrase, noun_phrase_at

_NOUN = re.compile(
    r"\b(?P<noun>costs?|price|value|damages?|budget|bill|grants?|fines?|funding|funds?|aid|loans?|debts?|revenues?|"
    r"profits?|loss(?:es)?|salar(?:y|ies)|wages?|compensation|claims?|investments?|contributions?|request|rents?|sales|"
    r"turnover|tax(?:es)?|fees?|pensions?|donations?|ransom|bail|rewards?|deficit|surplus|income|earnings|spending|"
    r"insurance|payout|payments?|bonus|relief|repairs?|exports|imports|valuation|offer)\b(?P<of>\s+of\s+[\w’' -]{3,40}?"
    r"(?=\s+(?:at|to|was|is|had|has|rose|fell|came|will|would|could|by|in|for|reached)\b|[,;:(]|\s*$))?",
)
_VERB = re.compile(
    r"\b(?P<verb>cost|costs|paid|pay|pays|raised|raise|pledged|promised|allocated|spent|spend|lost|owed|owes|charged|"
    r"charges|provided|earned|earns|collected|donated|invested|fined|borrowed|approved|released|sent|given|needed|"
    r"received|set aside|offered|worth)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\s+((?:needed|pledged|promised|raised|required|owed|requested|allocated|earmarked|spent)\b)")
_FOR = re.compile(
    r"\s+(?:worth\s+of|in|for|of|to|on|from)\s+(?:the\s+|its\s+|their\s+|an?\s+)?"
    r"(?P<what>(?!19|20|(?:him|her|it|them|us|me|this|that)\b)[a-z][\w’'-]*(?:\s+(?!and\b|in\b|on\b|for\b|to\b)[\w’'-]+){0,4})"
)
_VERB_NEAR = 20  # characters
_NOUN_SAYS = re.compile(r"\b(?:at|to|of|is|was|by)\s+$")
_SUM_BEFORE = re.compile(  # words right before a number that make it a sum, whatever the currency is called
    r"\b(?:costs?|costing|charged?|charges|charging|worth|fined|fines? of|price of|grants? of|budget of|loan of|bill of|"
    r"profits? of|turnover of|sales of|revenues? of|deficit of|surplus of|"
    r"rent of|ransom of|set aside|debts? of|damage of|loss(?:es)? of|"
    r"(?:estimated|put|puts|putting|valued|priced) (?:[\w’'-]+ ){0,12}at|"
    r"(?:cost|price|damage|bill|value|budget|loss(?:es)?)\b[^.;:]{0,60}\b(?:at|to|is|was|of))\s+$",
    re.IGNORECASE,
)


def purpose_of(before: str, after: str) -> str | None:
    """What a sum is for, from the words of its sentence before and after it."""
    phrase = noun_phrase_at(after, 0)
    if phrase and phrase.start <= 1 and phrase.head.islower():
        return phrase.words_of(after)
    if done := _DONE.match(after):
        return done[1]
    ahead = re.split(r"[;:()]", before)[-1]
    nouns = list(_NOUN.finditer(ahead))
    behind = _FOR.match(after)
    if nouns and (not behind or _NOUN_SAYS.search(ahead)):
        return " ".join(f"{nouns[-1]['noun']}{nouns[-1]['of'] or ''}".split())
    if behind:
        return " ".join(behind["what"].split())
    verbs = list(_VERB.finditer(ahead))
    return verbs[-1]["verb"] if verbs else None


def purpose_of_unknown_currency(before: str, phrase: NounPhrase) -> str | None:
    """What a sum is for whose currency is in no list, told by the words before it: "cost 9.1 million marens"."""
    one_word = phrase.end - phrase.start == len(phrase.head)
    return purpose_of(before, "") if one_word and _SUM_BEFORE.search(before) else None


def is_spending(purpose: str) -> bool:
    """Whether a purpose is but the verb that moves the money: "raised", "worth"."""
    return _VERB.fullmatch(purpose) is not None


def says_money(before: str) -> bool:
    """Whether the words right before a number speak of paying or raising: "it has collected …"."""
    return bool(_VERB.search(before[-_VERB_NEAR:]))
