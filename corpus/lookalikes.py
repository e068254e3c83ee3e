"""Numbers that are no figures: names, ordinals, ages, list numbers, phone numbers; dates are found by times.py."""

import re

from clipfile.corpus.ages import is_age, is_counting
from clipfile.corpus.noun_phrases import STOP_WORDS, is_plural, noun_phrase_at

_DESIGNATORS = (  # a number behind one of these names a thing: Highway 7, page 12, container 88
    "highway|route|road|motorway|interstate|flight|boeing|airbus|articles?|sections?|clause|resolution|chapter|verse|"
    "pages?|pp?|room|gate|pier|berth|dock|terminal|building|unit|line|bus|tram|train|platform|channel|apollo|windows|iphone|"
    "covid|grade|class|phase|stage|step|level|category|type|model|formula|group|division|battalion|brigade|regiment|"
    "squadron|station|camp|district|ward|zone|sector|block|lot|exit|junction|studio|container|cell|hangar|hall|tower|"
    "reactor|no|nos|numbers?|nr|vol|volume|issue|figure|fig|table|version|series|season|episode|part|act|scene|round|"
    "game|match|day|week|year|case|count|file|form|law|bill|order|directive|proposition|amendment|protocol|title|rule|"
    "regulation|aged|ages?|lane|floor|apartment|flat|suite|box|postcode|zip|psalm|mark|mk|radio|area|appendix|annexe?|"
    "schedule|exhibit|question|point|item|kilometre|mile|top|world war|super bowl|under|agent|track|tier|band|bay"
)
_NAMED = re.compile(
    rf"(?<![\w-])(?:{_DESIGNATORS})(?:(?:\.|:)?[ \u00a0]?(?:#|№)?|s[ \u00a0](?:\d+(?:,| and| to)[ ])?)$",
    re.IGNORECASE,
)
_COUNTABLE = re.compile(
    r"(?:under|area|point|top|mile|kilometre|day|week|year|part|round|game|match|no|counts?|age)$", re.I
)
_CAPITAL_BEFORE = re.compile(r"(?<![.!?…:] )(?<![“\"‘(\[])(?<!^)\b([A-Z][\w’'-]*)[ \u00a0]$")
_PREPOSED = frozenset(  # capitalised at the start of a sentence, or before a figure anyway
    "about around some nearly almost over under up at between from only just more less fewer another all these those the "
    "of in on by with for and but or to an a its their his her our".split()
)
_PART_OF_DAY = r"(?:morning|afternoon|evening|night|weekday|day|dawn|noon)s?"
_CLOCK_BEFORE = re.compile(rf"\b{_PART_OF_DAY} at (?:about |around |exactly )?$", re.IGNORECASE)
_AT = re.compile(r"\bat (?:about |around |exactly )?$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(rf" (?:in the|every|each|that|this|the next|on \w+) {_PART_OF_DAY}\b| sharp\b", re.IGNORECASE)
_ENTRY_TIME = re.compile(
    r"\s*[012]?\d\.[0-5]\d(?:[ap]m)?[ \u00a0]+[A-Z]"
)  # of a live page: "21.04 Government survives"
_HYPHENATED = re.compile(r"[-‑][A-Za-z]|[ ]–[ ]point\b")
_COUNTED_HYPHEN = re.compile(
    r"[-‑](?:member|person|man|woman|strong|seat|judge|page|bed|bedroom|room|storey|story|vessel|ship|truck|vehicle|"
    r"car|nation|country|party|point|team|vote|odd|plus|hundred|thousand|million|billion)\b"
)
_NAMED_BY_WORDS = re.compile(r"[a-z][ \u00a0]$")  # the Three Rivers, in the middle of a sentence
_LISTED = re.compile(r"[;:—–]\s$")
_LIST_NUMBER = re.compile(r"\s*[(\[]?$")
_LIST_MARK = re.compile(r"[.)][ \u00a0\t]")
_PHONE = re.compile(
    r"\+\d[\d ()-]{6,}\d|\b\d{3}[- ]\d{3,4}[- ]\d{4}\b|\(\d{3}\) ?\d{3}-\d{4}|\b0\d{3,5} \d{5,6}\b|\b\d-\d{3}-\d{3}-\d{4}\b"
)
_CODE = re.compile(r"\b(?:ISBN|ISSN|DOI|doi|EC|IBAN)[: ]?[\w./-]*\d[\w./-]*|https?://\S+|www\.\S+|\S+@\S+|#\d+")
_IDIOM = re.compile(
    r"\b(?:24/7|9/11|50[-/]50|fifty-fifty|7/7|catch-22|zero[- ](?:tolerance|sum|hour)|at sixes and sevens|on all fours|"
    r"one or two|in two minds|a million (?:times|miles away)|one in a million|twenty-twenty|20/20|one hundred percent sure|"
    r"second to none|back to square one|ten to one|"
    r"(?:two|three|four)-?fold (?:challenge|problem|task|aim|purpose|threat|mission))\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\w.,$£€])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})\b(?![.,]\d|[ -]?(?:%|per))")
_RECORD = re.compile(r"\(\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?\)")
_NEAR = 60  # characters before and behind a number that tell
_LOOSE = re.compile(r"©[ ]?\d{4}|\[ ?\d{1,3} ?\]")
_NUMERAL_NAMES = re.compile(r"[ \u00a0]((?:[A-Z][\w’'.&-]*[ \u00a0]?)+)")
_DEMONYM = re.compile(
    r"(?:ese|ish|[ei]an|an|ic|i|ch|Swiss|Dutch|Welsh|Greek|Thai|Czech|Turk|U\.S\.|US|UK|EU|UN|U\.N\.|British|NATO)$"
)


def lookalike_spans(text: str) -> list[tuple[int, int]]:
    """Stretches of a sentence in which no number is a figure: phone numbers, codes, idioms, scores."""
    spans = [match.span() for pattern in (_PHONE, _CODE, _IDIOM, _RECORD, _LOOSE) for match in pattern.finditer(text)]
    spans += [match.span() for match in _SCORE.finditer(text) if int(match["a"]) >= int(match["b"])]
    return spans


def is_lookalike(text: str, start: int, end: int, *, has_unit: bool, in_words: bool) -> bool:
    """Whether the number at `text[start:end]` of a sentence names, ranks or ages something instead of counting it.

    Args:
        text: the sentence.
        start: where the number begins.
        end: where it ends.
        has_unit: whether a unit of measure or a currency stands with it.
        in_words: whether it is spelled in words.
    """
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if is_age(before, after, has_unit=has_unit, in_words=in_words):
        return True
    if re.match(r"[-‑][A-Z]", after):
        return True
    if _HYPHENATED.match(after) and not has_unit and not _COUNTED_HYPHEN.match(after):
        return True
    if has_unit:
        return False
    if (
        re.match(r" (?:noon|midnight)\b", after)
        or _CLOCK_BEFORE.search(before)
        or (_AT.search(before) and _CLOCK_AFTER.match(after))
    ):
        return True  # "every morning at five"
    if not in_words and start < _NEAR and _LIST_NUMBER.fullmatch(before) and _LIST_MARK.match(after):
        return True
    if _ENTRY_TIME.match(text) and not before.strip():
        return True
    if in_words and text[start].isupper() and _NAMED_BY_WORDS.search(before) and re.match(r"[ \u00a0][A-Z]", after):
        return True
    if in_words and after.startswith(",") and _LISTED.search(before):
        return True
    named = _NAMED.search(before)
    if named and not (_COUNTABLE.search(named[0].strip(" .:#")) and is_counting(after)):
        return True
    return _is_name(before, after)


def _is_name(before: str, after: str) -> bool:
    """Boeing 737, Agenda 2030 (a capitalised word in front) or 400 Mawozo, 10 Downing Street (one behind)."""
    follows = _NUMERAL_NAMES.match(after)
    if follows:
        last = follows[1].split()[-1].rstrip(".,")
        goes_on = re.match(r"[a-z]", after[follows.end() :]) and follows[0].endswith((" ", "\u00a0"))
        next_word = re.match(r"[\w’'-]*", after[follows.end() :])
        noun_next = bool(goes_on and next_word and is_plural(next_word[0]) and next_word[0] not in STOP_WORDS)
        if not (is_plural(last) or noun_next or (_DEMONYM.search(last) and goes_on)):
            return True
    if re.fullmatch(r"[A-Z]{2,}[ \u00a0]", before):
        return not re.match(r"[ \u00a0][a-z]", after) or not noun_phrase_at(after, 0)
    capital = _CAPITAL_BEFORE.search(before)
    if not capital or capital[1].lower() in _PREPOSED or capital[1].endswith(("’s", "'s", "’", "'")):
        return False
    return not is_counting(after) and not re.match(r"[ \u00a0](?:strong|more|other)\b", after)
