"""What a quantity counts: the noun phrase behind it, what is said of it (killed, displaced), what a share is of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clipfile.corpus.measures import OF_PEOPLE, active_before, measures_in
from clipfile.corpus.noun_phrases import STOP_WORDS, NounPhrase, is_people, is_plural, noun_phrase_at
from clipfile.corpus.quantities import Quantity
from clipfile.corpus.subject_measured import FIGURE, subject_of
from clipfile.corpus.sums import is_spending, purpose_of, purpose_of_unknown_currency
from clipfile.corpus.units import CURRENCIES, NUMBER, PEOPLE, PERCENT, TIMES, unit_named


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
_TURN = re.compile(
    r"[,;:()–—]|\s-\s|\b(?:after|before|since|despite|following|because|while|unless|until|if|fear\w*|risks?|danger|"
    r"threat\w*|avoid|prevent)\b"
)
_NUMBER_OF = re.compile(
    r"\b(?:number|numbers|total|count|tally|share|percentage|proportion|figure)\s+(?:of|for)\s+(?:the\s+|its\s+|their\s+)?",
    re.IGNORECASE,
)
_NOUN_OF = re.compile(r"\b(?P<noun>[a-z][\w-]+)\s+of\s+$")
_TOPIC = re.compile(r"^[“\"‘']?(?:of|from|among)\s+(?:all\s+)?(?:the|these|those|its|their)\s+", re.IGNORECASE)
_DETERMINER = r"(?:the|these|those|its|their|his|her|our|my|this|that)"
_BASE = re.compile(rf"\s+(?:of\s+(?:all\s+)?(?:(?:{_DETERMINER}|an?)\s+)?|(?:all\s+)?{_DETERMINER}\s+|all\s+)")
_MANY = re.compile(r"[\d.,]+\s+(?=[a-z])")
_BASE_REACHES = 40  # characters behind the next quantity up to which the base may reach: 6% of the 11.5 million people
_OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:all|the|its|their|these|those)\s+)*")
_HAS = re.compile(r"\b(?:have|has|had|with|of)\s+(?:a total of\s+)?$")
_STRONG = re.compile(r"[ -]strong\b")
_COLLECTIVES = re.compile(r"\b(?:force|crowd|army|crew|team|staff|group|contingent|garrison|delegation|panel|choir)\b")
_MONEY_WORD = re.compile(
    r"\s+(?:in|worth\s+of)\s+((?:funds|funding|aid|cash|damages?|assistance|revenue|sales|taxes|debts?)\b)"
)
_PREPOSITION = re.compile(r"\s+(?:for|in|at|from|on|by|to|with)\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s[^,;:]{1,40},\s(?=(?:were|was|are|is|have|has|had)\b)")
_MASS_OF = re.compile(r"\s+of\s+(?P<noun>(?!the\b|its\b|their\b|this\b|that\b|an?\b)[a-z][\w-]*(?:\s+[a-z][\w-]*)?)")
_DIMENSIONS = {
    "high": "height",
    "tall": "height",
    "long": "length",
    "wide": "width",
    "deep": "depth",
    "thick": "thickness",
}
_COMPLEMENT = re.compile(
    r"\s+(?:who\s+|that\s+|which\s+)?(?P<words>(?:have\s+|has\s+|had\s+|are\s+|were\s+|was\s+|is\s+|been\s+|be\s+)*"
    r"(?:[a-z]+(?:ed|ing)|in|from|at|without|under|live|lives|need|needs|out|still)\b"
    r"(?:\s+[\w’'-]+){0,4})"
)
_TAIL_ENDS = re.compile(r"\s(?:and|but|or|when|while|as|after|before|because|since|said|by|including)\b")
_TELLING = frozenset("need needs live lives".split())
_AUXILIARY = re.compile(r"^(?:(?:have|has|had|are|were|was|is|been|be|still)\s+)+")
_EMPLOYED = re.compile(r"\bemploy(?:s|ed|ing)?\s+$", re.IGNORECASE)
_VOTED = re.compile(r"\b(?:votes?|voted|voting)\b[^.;:]{0,20}$", re.IGNORECASE)
_COLLECTIVE = frozenset(
    "population force fleet crew team staff membership crowd garrison workforce army toll audience convoy contingent "
    "capacity group panel majority minority goal target turnout quota".split()
)
_PERSONS = frozenset("population crowd crowds workforce attendance attendances audience audiences membership".split())
_AFTER_SHARE = re.compile(
    r"\s+(?P<words>(?:lower|higher|less|more|fewer|[a-z]+ed|[a-z]+ing|in(?! (?:\d|[A-Z]|the (?:\w+ )?(?:quarter|half|year)\b))|"
    r"under|without)\b(?:\s+[\w’'-]+){0,4})"
)


def counted_in(sentence: str, quantities: Sequence[Quantity], position: int) -> Counted:
    """What one of a sentence's quantities counts."""
    quantity = quantities[position]
    before = sentence[quantities[position - 1].end if position else 0 : quantity.start]
    limit = quantities[position + 1].start if position + 1 < len(quantities) else len(sentence)
    after = sentence[quantity.end : limit]
    ahead = _ahead(sentence, quantities, position)
    if quantity.unit == PERCENT:
        return _share(sentence, quantity, before, limit, ahead)
    if quantity.unit in CURRENCIES:
        purpose = purpose_of(before, after)
        subject = subject_of(ahead, moves_only=purpose is not None and not is_spending(purpose))
        if subject and purpose in ("cost", "costs") and "cost" not in subject:
            subject = f"{subject} cost"
        return Counted(quantity.unit + quantity.rate, subject or purpose)
    if quantity.unit is not None:
        measured = _measured(after) if unit_named(quantity.unit) else None
        return Counted(quantity.unit + quantity.rate, measured or subject_of(ahead, moves_only=True))
    count = _count(sentence, quantity, before, after)
    if not count.known and _OF_THE.fullmatch(after) and limit < len(sentence) and quantities[position + 1].unit is None:
        return counted_in(sentence, quantities, position + 1)  # 14 of the 67 injured
    subject = None if count.known or after.startswith(" more") else subject_of(ahead)
    if subject and _is_whole(quantity) and (toll := [name for _, name in measures_in(subject) if name in OF_PEOPLE]):
        return Counted(PEOPLE, f"people {toll[-1]}", measure=toll[-1])
    if not subject:
        return count
    people = subject.split()[-1].lower() in _PERSONS
    return replace(count, unit=PEOPLE + quantity.rate if people else count.unit, counted=subject, known=True)


def _ahead(sentence: str, quantities: Sequence[Quantity], position: int) -> str:
    """The words up to one of a sentence's quantities, with a mark in place of each one before that is no "doubled"."""
    words, start = "", 0
    for quantity in (each for each in quantities[:position] if each.unit != TIMES):
        words, start = f"{words}{sentence[start : quantity.start]}{FIGURE}", quantity.end
    return words + sentence[start : quantities[position].start]


def _count(sentence: str, quantity: Quantity, before: str, after: str) -> Counted:
    phrase = quantity.phrase
    if phrase is None:
        return _bare_count(sentence, quantity, before, after)
    if money := purpose_of_unknown_currency(before, phrase):
        return Counted(phrase.head.lower() + quantity.rate, money)
    words, head = _LEADING.sub("", phrase.words_of(sentence)), phrase.head
    if words == "strong":
        words = head  # a 12-strong crew
    if head in ("persons", "dead", "person"):
        head, words = PEOPLE, "people"
    measure = measure_of(sentence, quantity, before, after)
    if measure in OF_PEOPLE and not is_people(head) and not _said_at_once(before, after):
        measure = None
    if head == "members" and (owner := _owner(sentence[: quantity.start])):
        words = f"{words} of {owner}"
    tail = None if measure else _complement(sentence, max(phrase.end, quantity.end))
    said = f"{words} {tail}" if tail else _with_measure(words, measure)
    return Counted(head + quantity.rate, said, measure=measure)


def _bare_count(sentence: str, quantity: Quantity, before: str, after: str) -> Counted:
    """What a number counts that no noun follows: the number of the dead rose to 63."""
    if _EMPLOYED.search(before):
        return Counted(PEOPLE, "people employed")
    if _VOTED.search(before):
        return Counted("votes", "votes")
    measure = measure_of(sentence, quantity, before, after) if _is_whole(quantity) else None
    named = _named_before(sentence, quantity, before)
    if named is None and measure in OF_PEOPLE:
        return Counted(PEOPLE, f"people {measure}", measure=measure)
    if named is None:
        return Counted(NUMBER + quantity.rate, None, known=False)
    words, head = named
    unit = PEOPLE if head in ("population", "dead", "toll", "force", "crowd", "army") else head
    return Counted(
        unit + quantity.rate, _with_measure(PEOPLE if measure and unit == PEOPLE else words, measure), measure=measure
    )


def _owner(before: str) -> str | None:
    """Whose members they are: "the gangs, which are estimated to have 5,000 members"."""
    has = _HAS.search(before)
    nouns = [word for word in re.findall(r"[A-Za-z][\w-]+", before[: has.start()]) if is_plural(word)] if has else []
    return nouns[-1] if nouns else None


def _said_at_once(before: str, after: str) -> bool:
    """Whether the measure stands right beside the figure: "killing 60 sheep", "60 sheep were killed"."""
    return bool(active_before(before + " ") or measures_in(_AUXILIARY.sub("", after.strip()).partition(" ")[0]))


def _is_whole(quantity: Quantity) -> bool:
    return float(quantity.high or quantity.low or 0).is_integer()


def _with_measure(words: str, measure: str | None) -> str:
    return f"{words} {measure}" if measure and not measures_in(words) else words


def measure_of(sentence: str, quantity: Quantity, before: str, after: str) -> str | None:
    """What is said of the counted: an active verb right before, else the nearest word behind it, else before it."""
    active = active_before(before + " ") or active_before(re.sub(r"\b(?:a|the|another|some)\s*$", "", before) + " ")
    if active:
        return active
    words = sentence[quantity.phrase.start : quantity.phrase.end] if quantity.phrase else ""
    if inside := measures_in(words):
        return inside[0][1]
    if quantity.bare and _PREPOSITION.match(after):
        after = ""
        if not _NUMBER_OF.search(before):
            return None
    behind = _TURN.split(_ASIDE.sub(" ", after), maxsplit=1)[0]
    joined = re.match(r".*?\s(?:and|but)\s(?!(?:were|was|are|is|have|has|had)\b)", behind)
    behind = behind[: joined.end()] if joined else behind
    if found := measures_in(behind[:90]):
        return found[0][1]
    ahead = re.split(r"[;:()–—]|,\s(?:and|but|while)\s", before)[-1]
    found = measures_in(ahead[-80:])
    return found[-1][1] if found else None


def _named_before(sentence: str, quantity: Quantity, before: str) -> tuple[str, str] | None:
    """The noun phrase and its head that a bare number goes back to in front of it: "the number of displaced people"."""
    noun = _NOUN_OF.search(before)
    if noun and noun["noun"] in _COLLECTIVE:
        return noun["noun"], noun["noun"]
    if _STRONG.match(sentence, quantity.end) and (force := _last(_COLLECTIVES, before)):
        return force[0], force[0]
    if sums := _MONEY_WORD.match(sentence, quantity.end):
        return sums[1], NUMBER
    number_of = _last(_NUMBER_OF, before)
    if number_of:
        phrase = noun_phrase_at(before, number_of.end())
        if phrase:
            return phrase.words_of(before), phrase.head.lower()
        if measures_in(before[number_of.end() : number_of.end() + 20]):
            return PEOPLE, PEOPLE
    topic = _TOPIC.match(sentence)
    if topic and topic.end() < quantity.start:
        phrase = noun_phrase_at(sentence, topic.end())
        if phrase:
            dead = phrase.head == "dead"
            return ("people killed", PEOPLE) if dead else (phrase.words_of(sentence), phrase.head.lower())
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _complement(sentence: str, position: int) -> str | None:
    match = _COMPLEMENT.match(sentence, position)
    if not match:
        return None
    spoken = _AUXILIARY.sub("", _BREAK.split(match["words"])[0])
    words = _TAIL_ENDS.split(spoken)[0].split()
    while words and (words[-1].isdigit() or words[-1].lower() in STOP_WORDS - _TELLING):
        words.pop()
    tail = " ".join(words)
    return tail if re.search(r"[a-z]{3}", tail) else None


def _share(sentence: str, quantity: Quantity, before: str, limit: int, ahead: str) -> Counted:
    """What a share is of ("80 per cent of the city under gang control"), or what it is for ("turnout was 61 percent")."""
    unit = PERCENT + quantity.rate
    phrase = _base_at(sentence, quantity)
    if phrase and phrase.end <= limit + _BASE_REACHES:
        base = phrase.words_of(sentence)
        if follow := re.match(r"\s+of\s+(?:(?:the|its|their|a)\s+)?", sentence[phrase.end :]):
            more = noun_phrase_at(sentence, phrase.end + follow.end())
            base = f"{base} of {more.words_of(sentence)}" if more else base
        said = measures_in(_BREAK.split(sentence[phrase.end : limit], maxsplit=1)[0])
        tail = said[0][1] if said else _complement(sentence, phrase.end)
        return Counted(unit, subject_of(ahead, moves_only=True) or (f"{base} {tail}" if tail else base), base)
    if subject := subject_of(ahead):
        return Counted(unit, subject)
    if tail_match := _AFTER_SHARE.match(sentence, quantity.end, limit):
        return Counted(unit, _TAIL_ENDS.split(_BREAK.split(tail_match["words"])[0] + " ")[0].strip())
    number_of = _last(_NUMBER_OF, before)
    named = noun_phrase_at(before, number_of.end()) if number_of else None
    return Counted(unit, named.words_of(before) if named else None)


def _base_at(sentence: str, quantity: Quantity) -> NounPhrase | None:
    base = _BASE.match(sentence, quantity.end)
    if base:
        many = _MANY.match(sentence, base.end())  # a third of the 900 workers
        return noun_phrase_at(sentence, many.end() if many else base.end())
    each = re.search(r"\s(?:in|out of)\s", sentence[quantity.start : quantity.end])  # four in five
    return noun_phrase_at(sentence, quantity.end) if each else None


def _measured(after: str) -> str | None:
    """What a length, weight or duration is of: "96 millimetres of rain", "58 metres high"."""
    mass = _MASS_OF.match(after)
    if mass:
        return str(mass["noun"].split()[0])
    adjective = re.match(r"\s+(high|tall|long|wide|deep|thick)\b", after)
    return _DIMENSIONS[adjective[1]] if adjective else None
