"""What a quantity counts: the noun phrase behind it, what is said of it (killed, displaced), what a share is of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clipfile.corpus.measures import OF_PEOPLE, active_before, measures_in
from clipfile.corpus.noun_phrases import STOP_WORDS, NounPhrase, noun_phrase_at
from clipfile.corpus.quantities import Quantity
from clipfile.corpus.units import CURRENCIES, NUMBER, PEOPLE, PERCENT, unit_named


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit of a quantity, what is counted, what a share is of, and what is said of the counted (killed, displaced).

    `known` is false when nothing in the sentence says what is counted.
    """

    unit: str
    counted: str | None
    base: str | None = None
    measure: str | None = None
    known: bool = True


_LEADING = re.compile(r"^(?:(?:more|other|additional|further|extra|new|strong)\s+)+", re.IGNORECASE)
_BREAK = re.compile(r"[,;:()–—]|\s-\s")
_TURN = re.compile(r"[,;:()–—]|\s-\s|\b(?:after|before|since|despite|following|because|while|unless|until|if)\b")
_NUMBER_OF = re.compile(
    r"\b(?:number|numbers|total|count|tally|share|percentage|proportion|figure)\s+(?:of|for)\s+(?:the\s+|its\s+|their\s+)?",
    re.IGNORECASE,
)
_NOUN_OF = re.compile(r"\b(?P<noun>[a-z][\w-]+)\s+of\s+$")
_TOPIC = re.compile(r"^[“\"‘']?(?:of|from|among)\s+(?:all\s+)?(?:the|these|those|its|their)\s+", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in)\s+(?:all\s+)?(?P<determiner>(?:the|these|those|its|their|his|her|our|my|this|that|an?)\s+)?")
_PREPOSITION = re.compile(r"\s+(?:for|in|at|from|on|by|to|with)\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s[^,;:]{1,40},\s(?=(?:were|was|are|is|have|has|had)\b)")
_MASS_OF = re.compile(r"\s+of\s+(?P<noun>(?!the\b|its\b|their\b|this\b|that\b|an?\b)[a-z][\w-]*(?:\s+[a-z][\w-]*)?)")
_COMPLEMENT = re.compile(
    r"\s+(?:who\s+|that\s+|which\s+)?(?P<words>(?:have\s+|has\s+|had\s+|are\s+|were\s+|was\s+|is\s+|been\s+|be\s+)*"
    r"(?:[a-z]+(?:ed|ing)|in|from|at|without|under|live|lives|need|needs|out|still)\b"
    r"(?:\s+[\w’'-]+){0,5})"
)
_AUXILIARY = re.compile(r"^(?:(?:have|has|had|are|were|was|is|been|be|still)\s+)+")
_MONEY_NOUN = re.compile(
    r"\b(?P<noun>costs?|price|value|damages?|budget|bill|grants?|fines?|funding|funds?|aid|loans?|debts?|revenues?|"
    r"profits?|loss(?:es)?|salar(?:y|ies)|wages?|compensation|claims?|investments?|contributions?|request|rents?|sales|"
    r"turnover|tax(?:es)?|fees?|pensions?|donations?|ransom|bail|rewards?|deficit|surplus|income|earnings|spending|"
    r"insurance|payout|payments?|bonus|relief|repairs?|exports|imports)\b(?P<of>\s+of\s+[\w’' -]{3,40}?(?=\s+(?:at|to|was|is|"
    r"had|has|rose|fell|came|will|would|could|by|in|for|reached)\b|[,;:(]|\s*$))?",
    re.IGNORECASE,
)
_MONEY_VERB = re.compile(
    r"\b(?P<verb>cost|costs|paid|pay|pays|raised|raise|pledged|promised|allocated|spent|spend|lost|owed|owes|charged|"
    r"charges|provided|earned|earns|collected|donated|invested|fined|borrowed|approved|released|sent|given|needed|"
    r"received|set aside|offered)\b",
    re.IGNORECASE,
)
_SUM_BEFORE = re.compile(
    r"\b(?:costs?|costing|charged?|charges|charging|worth|fined|fines? of|price of|grants? of|budget of|loan of|bill of|"
    r"rent of|ransom of|set aside|debts? of|damage of|loss(?:es)? of|(?:estimated|put|puts|putting|valued|priced) (?:[\w’'-]+ ){0,12}at|"
    r"(?:cost|price|damage|bill|value|budget|loss(?:es)?)\b[^.;:]{0,60}\b(?:at|to|is|was|of))\s+$",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\b(?:votes?|voted|voting)\b[^.;:]{0,20}$", re.IGNORECASE)
_COLLECTIVE = frozenset(
    "population force fleet crew team staff membership crowd garrison workforce army toll audience convoy contingent "
    "capacity group panel majority minority goal target turnout quota".split()
)
_MONEY_FOR = re.compile(
    r"\s+(?:worth\s+of|in|for|of|to|on|from)\s+(?:the\s+|its\s+|their\s+|an?\s+)?(?P<what>(?!19|20)[a-z][\w’'-]*(?:\s+(?!and\b|in\b|on\b|for\b|to\b)"
    r"[\w’'-]+){0,4})"
)
_MONEY_DONE = re.compile(r"\s+((?:needed|pledged|promised|raised|required|owed|requested|allocated|earmarked|spent)\b)")
_AFTER_SHARE = re.compile(
    r"\s+(?P<words>(?:lower|higher|less|more|fewer|[a-z]+ed|[a-z]+ing|in|under|without)\b(?:\s+[\w’'-]+){0,4})"
)


def counted_in(sentence: str, quantities: Sequence[Quantity], position: int) -> Counted:
    """What one of a sentence's quantities counts."""
    quantity = quantities[position]
    before = sentence[quantities[position - 1].end if position else 0 : quantity.start]
    limit = quantities[position + 1].start if position + 1 < len(quantities) else len(sentence)
    after = sentence[quantity.end : limit]
    if quantity.unit == PERCENT:
        return _share(sentence, quantity, before, limit)
    if quantity.unit in CURRENCIES:
        return Counted(quantity.unit + quantity.rate, _money(before, after))
    if quantity.unit is not None:
        measure = unit_named(quantity.unit)
        mass = _MASS_OF.match(after) if measure and measure.dimension != "time" else None
        return Counted(quantity.unit + quantity.rate, _first_noun(mass["noun"]) if mass else None)
    return _count(sentence, quantity, before, after)


def _count(sentence: str, quantity: Quantity, before: str, after: str) -> Counted:
    phrase = quantity.phrase
    if phrase is None and _VOTED.search(before):
        return Counted("votes", "votes")
    money = _sum_in_words(before, phrase) if phrase else None
    if phrase and money:
        return Counted(phrase.head.lower() + quantity.rate, money)
    measure = measure_of(sentence, quantity, before, after) if _is_whole(quantity) else None
    if phrase is None:
        named = _named_before(sentence, quantity, before)
        if named is None and measure in OF_PEOPLE:
            return Counted(PEOPLE, f"people {measure}", measure=measure)
        if named is None:
            return Counted(NUMBER, None, known=False)
        head = named[1]
        unit = PEOPLE if head in ("population", "dead", "toll") or (measure in OF_PEOPLE and head == measure) else head
        words = "people" if unit == PEOPLE and measure else named[0]
        return Counted(unit + quantity.rate, _with_measure(words, measure), measure=measure)
    words = _LEADING.sub("", phrase.words_of(sentence))
    head = phrase.head if phrase.head.isupper() or phrase.head[1:].lower() != phrase.head[1:] else phrase.head.lower()
    if head in ("persons", "dead", "person"):
        head, words = PEOPLE, "people"
    if measure:
        return Counted(head + quantity.rate, _with_measure(words, measure), measure=measure)
    tail = _complement(sentence, max(phrase.end, quantity.end))
    return Counted(head + quantity.rate, f"{words} {tail}" if tail else words)


def _is_whole(quantity: Quantity) -> bool:
    return float(quantity.high or quantity.low or 0).is_integer()


def _with_measure(words: str, measure: str | None) -> str:
    return f"{words} {measure}" if measure and measure not in words.lower().split() else words


def measure_of(sentence: str, quantity: Quantity, before: str, after: str) -> str | None:
    """What is said of the counted: an active verb right before, else the nearest word behind it, else before it."""
    active = active_before(before + " ") or active_before(re.sub(r"\b(?:a|the|another|some)\s*$", "", before) + " ")
    if active:
        return active
    words = sentence[quantity.phrase.start : quantity.phrase.end] if quantity.phrase else ""
    if inside := measures_in(words):
        return inside[0][1]
    if quantity.bare and _PREPOSITION.match(after):
        return None
    behind = _TURN.split(_ASIDE.sub(" ", after), maxsplit=1)[0]
    joined = re.match(r".*?\s(?:and|but)\s(?!(?:were|was|are|is|have|has|had)\b)", behind)
    behind = behind[: joined.end()] if joined else behind
    if found := measures_in(behind[:90]):
        return found[0][1]
    ahead = re.split(r"[;:()–—]|,\s(?:and|but|while)\s", before)[-1]
    found = measures_in(ahead[-80:])
    return found[-1][1] if found else None


def _sum_in_words(before: str, phrase: NounPhrase) -> str | None:
    """What a sum in a currency that is not known is for: "cost 9.1 million marens"."""
    return _money(before, "") if " " not in phrase.head and _SUM_BEFORE.search(before) and _one_word(phrase) else None


def _one_word(phrase: NounPhrase) -> bool:
    return phrase.end - phrase.start == len(phrase.head)


def _named_before(sentence: str, quantity: Quantity, before: str) -> tuple[str, str] | None:
    """The noun phrase and its head that a bare number goes back to in front of it: "the number of displaced people"."""
    noun = _NOUN_OF.search(before)
    if noun and noun["noun"] in _COLLECTIVE:
        return noun["noun"], noun["noun"]
    number_of = None
    for number_of in _NUMBER_OF.finditer(before):
        pass
    if number_of:
        phrase = noun_phrase_at(before, number_of.end())
        if phrase:
            return phrase.words_of(before), phrase.head.lower()
        dead = measures_in(before[number_of.end() : number_of.end() + 20])
        if dead:
            return "people", "people"
    topic = _TOPIC.match(sentence)
    if topic and topic.end() < quantity.start:
        phrase = noun_phrase_at(sentence, topic.end())
        if phrase:
            return ("people killed", "people") if phrase.head == "dead" else (phrase.words_of(sentence), phrase.head.lower())
    return None


def _complement(sentence: str, position: int) -> str | None:
    match = _COMPLEMENT.match(sentence, position)
    if not match:
        return None
    spoken = _AUXILIARY.sub("", _BREAK.split(match["words"])[0])
    words = re.split(r"\s(?:and|but|or|when|while|as|after|before|because|since|said|by|including)\b", spoken)[0].split()
    while words and (words[-1].lower() in STOP_WORDS or words[-1].isdigit()) and words[-1].lower() not in ("needs", "live", "lives"):
        words.pop()
    tail = " ".join(words)
    return tail if re.search(r"[a-z]{3}", tail) else None


def _share(sentence: str, quantity: Quantity, before: str, limit: int) -> Counted:
    of = _OF.match(sentence, quantity.end)
    at = of.end() if of else quantity.end
    phrase: NounPhrase | None = noun_phrase_at(sentence, at) if of or _the(sentence, at) else None
    if phrase is None and (determined := re.match(r"\s+(?:the|its|their|his|her|our|all)\s+", sentence[at:])):
        phrase = noun_phrase_at(sentence, at + determined.end())
    if phrase and phrase.end <= limit + 40:
        base = phrase.words_of(sentence)
        follow = _OF.match(sentence, phrase.end)
        if follow and sentence[phrase.end : phrase.end + 4].strip().startswith("of"):
            more = noun_phrase_at(sentence, follow.end())
            base = f"{base} of {more.words_of(sentence)}" if more else base
        rest = sentence[phrase.end : limit]
        measure = next((name for _, name in measures_in(_BREAK.split(rest, maxsplit=1)[0])), None)
        tail = measure or _complement(sentence, phrase.end)
        return Counted(PERCENT + quantity.rate, f"{base} {tail}" if tail else base, base)
    tail_match = _AFTER_SHARE.match(sentence, quantity.end)
    if tail_match:
        return Counted(PERCENT + quantity.rate, _BREAK.split(tail_match["words"])[0].strip())
    number_of = None
    for number_of in _NUMBER_OF.finditer(before):
        pass
    named = noun_phrase_at(before, number_of.end()) if number_of else None
    return Counted(PERCENT + quantity.rate, named.words_of(before) if named else None)


def _the(sentence: str, position: int) -> bool:
    return bool(re.match(r"\s+(?:the|its|their|his|her|our|all)\b", sentence[position:]))


def _money(before: str, after: str) -> str | None:
    """What a sum of money is for: "for emergency aid", "the cost of repairing roads", "pledged"."""
    phrase = noun_phrase_at(after, 0)
    if phrase and phrase.start <= 1 and phrase.head.islower():
        return phrase.words_of(after)
    ahead = re.split(r"[;:()]", before)[-1]
    nouns = list(_MONEY_NOUN.finditer(ahead))
    verbs = list(_MONEY_VERB.finditer(ahead))
    if done := _MONEY_DONE.match(after):
        return done[1]
    behind = _MONEY_FOR.match(after)
    if nouns and (not behind or re.search(r"\b(?:at|to|of|is|was|by)\s+$", ahead)):
        return " ".join(f"{nouns[-1]['noun']}{nouns[-1]['of'] or ''}".split())
    if behind:
        return " ".join(re.split(r"[,;:]", behind["what"])[0].split())
    return verbs[-1]["verb"] if verbs else None


def _first_noun(words: str) -> str:
    return words.split()[0]
