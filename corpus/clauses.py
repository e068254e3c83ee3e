"""Clauses without a parser: where a stretch of words begins, and which noun phrase at its end can be a subject."""

from collections.abc import Sequence

from clipfile.corpus.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    IRREGULAR_PASTS,
    NAME_PARTICLES,
    OPENING_ADVERBS,
    PERIODS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENTS,
    RELATIVES,
    SUBORDINATORS,
)
from clipfile.corpus.phrases import is_human, is_institution
from clipfile.corpus.words import QUOTED, Word

HARD_MARKS = frozenset((QUOTED, ";", ":", "?", "!", ".", "…"))  # a subject never reaches over these
SOFT_MARKS = frozenset((",", "–", "—", "--", "-"))  # these can part a subject from its verb in pairs
_NO_PASTS = frozenset("red bed led shed sled hundred sacred kindred naked wicked rugged greed".split())
_QUESTIONS = frozenset(("what", "how", "why"))
_CLAIMS = frozenset(
    "claim claims charge charges allegation allegations accusation accusations suggestion figure".split()
)
_OBJECTS = frozenset("her him them us me".split())
LONGEST = 40  # words of a noun phrase


def is_past(word: Word) -> bool:
    """Whether a word looks like a verb in the past; "red", "hundred" and "Mohammed" do not."""
    lower = word.lower
    if word.is_capitalised:
        return False  # a surname such as "Fell"
    if lower in IRREGULAR_PASTS:
        return True
    if not lower.endswith("ed") or lower in _NO_PASTS:
        return False
    return not lower.endswith("eed") or lower.endswith(("greed", "freed", "decreed", "teed"))


def is_adverb(word: Word) -> bool:
    """Whether a word looks like an adverb; "Italy", "Kelly" and "family" do not."""
    lower = word.lower
    if lower in ADVERBS:
        return True
    return not word.is_capitalised and lower.endswith("ly") and lower not in ("family", "assembly", "supply", "july")


def can_begin(word: Word) -> bool:
    """Whether a word can be the first of a noun phrase."""
    lower = word.lower
    if word.is_mark or lower in AUXILIARIES or lower in RELATIVES - {"that"} or lower in _QUESTIONS:
        return False
    return lower in PERSONAL or lower in ("that", "so") or lower not in (PREPOSITIONS | SUBORDINATORS | COORDINATORS)


def segment_start(words: Sequence[Word], end: int, marks: frozenset[str]) -> int:
    """Where the stretch without such marks begins that ends at a word; brackets and what they hold belong to it."""
    start = end
    while start > 0:
        before = words[start - 1].text
        if before == ")" and (opening := opening_bracket(words, start - 1)) is not None:
            start = opening
            continue
        if before in marks or (words[start - 1].is_mark and before not in "&/%$€£-"):
            break
        start -= 1
    return start


def opening_bracket(words: Sequence[Word], at: int) -> int | None:
    """Where the bracket opens that closes at a word, if near."""
    return next((n for n in range(at, max(at - 8, -1), -1) if words[n].text == "("), None)


def closing_bracket(words: Sequence[Word], at: int) -> int | None:
    """Where the bracket closes that opens at a word, if near."""
    return next((n for n in range(at, min(at + 8, len(words))) if words[n].text == ")"), None)


def last_noun_phrase(words: Sequence[Word], start: int, end: int) -> range | None:
    """The last noun phrase of a stretch that holds no finite verb of its own; `None` if there is none."""
    if end <= start:
        return None
    if words[end - 1].lower in PERSONAL and words[end - 1].lower != "one":
        return range(end - 1, end)
    if words[end - 1].lower in _OBJECTS:  # "those who know her say"
        who = next((n for n in range(end - 2, start, -1) if words[n].lower == "who"), None)
        if who is not None:
            return range(who - 1, end)
    loose = PERIODS | PREPOSITIONS | {"same", "who", "which", "himself", "herself", "itself", "themselves"}
    while (
        end - start > 1
        and words[end - 1].lower in loose
        and not (
            _dates(words, start, end - 1) or (words[end - 1].lower == "minutes" and words[end - 2].lower in DETERMINERS)
        )
    ):
        end -= 1  # "Ghani on Monday urged"
    if end - start > 1 and words[end - 1].lower in ("the", "that") and end < len(words) and words[end].lower in loose:
        end -= 1  # "an audit the following year found"
    start = _after_breaks(words, start, end)
    start = _after_fronted(words, start, end)
    start = next((n for n in range(start + 2, end) if _is_claimed(words, n)), start)
    if start >= end or end - start > LONGEST or not can_begin(words[start]) or words[end - 1].lower in PREPOSITIONS:
        return None
    for n in range(start, end):
        lower = words[n].lower
        if lower in RELATIVES and n > start:
            break
        if lower in AUXILIARIES or (lower in PERSONAL - {"one"} and (n > start or not _joins(words, n + 1, end))):
            return _bare_tail(words, n + 1, end)
        if lower in ("said", "says", "told") and not words[n].is_capitalised:
            return _bare_tail(words, n + 1, end)  # "the Vatican said in a brief" before "note"
    last = words[end - 1].lower
    if last in PRESENTS and end - start > 1 and is_human(words[end - 2]):
        return None  # "insurers expect"
    return (
        None
        if last in DETERMINERS - {"all", "both", "others", "some", "many", "most", "several"}
        else range(start, end)
    )


def _dates(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether a noun for a time tells from when something is: "a memo from that year"."""
    return at - start > 2 and words[at - 1].lower in DETERMINERS and words[at - 2].lower in ("from", "of")


def _is_claimed(words: Sequence[Word], at: int) -> bool:
    """Whether those begin at a word who deny what stands before it: "a claim the commission denies"."""
    return words[at - 1].lower in _CLAIMS and (words[at].lower in DETERMINERS | POSSESSIVES or words[at].is_capitalised)


def _joins(words: Sequence[Word], at: int, end: int) -> bool:
    return at < end and words[at].lower == "and"


def _bare_tail(words: Sequence[Word], start: int, end: int) -> range | None:
    """The last word, if it can be a subject alone after a sentence without a comma: "the dam was safe officials"."""
    if end - 1 >= start and is_human(words[end - 1]) and words[end - 1].lower.endswith("s"):
        return range(end - 1, end)
    return None


def _after_breaks(words: Sequence[Word], start: int, end: int) -> int:
    """Where the last clause of a stretch begins."""
    for n in range(end - 1, start - 1, -1):
        lower = words[n].lower
        if lower in ("which", "whom", "whose") and start < n < end - 1 and words[n - 1].lower in PREPOSITIONS - {"of"}:
            return n + 1  # "an email in which Lee wrote"
        if lower in ("who", "whose", "which"):
            return _after_breaks(words, start, n)
        if lower == "that" and n + 1 < end and (is_past(words[n + 1]) or words[n + 1].lower in AUXILIARIES):
            return _after_breaks(words, start, n)  # "a quake that killed many"
        if lower == "that" and n > start and words[n - 1].lower in PREPOSITIONS:
            continue  # "a memo from that year"
        if lower == "that" and start < n < end - 1 and _is_told_of(words, start, n):
            return _after_breaks(words, start, n)
        unsure = n > start and (lower in PREPOSITIONS or lower == "as") and not has_verb(words, start, n)
        if lower in SUBORDINATORS and not unsure:
            return n + 1
        joint = n == start + 1 and words[start].lower in PERSONAL  # "he and others"
        if lower in COORDINATORS and not joint and (n == start or has_verb(words, start, n)):
            return n + 1
    return start


def _is_told_of(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether "that" tells something of who stands before it: "the association that owns the block"."""
    before, after = words[at - 1], words[at + 1]
    own_subject = (
        after.is_capitalised
        or after.lower in DETERMINERS | POSSESSIVES | PERSONAL | PREPOSITIONS
        or is_human(after)
        or is_institution(after)
    )
    return (is_human(before) or is_institution(before)) and not own_subject and not has_verb(words, start, at)


def has_verb(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a stretch holds what looks like a finite verb."""
    for n in range(start, end):
        lower = words[n].lower
        if lower in RELATIVES and n > start:
            return False
        if lower in AUXILIARIES or (n == start and lower in PERSONAL - {"one"}):
            return True
        takes_object = n + 1 < end and words[n + 1].lower in DETERMINERS  # "showed no emotion"
        before = words[n - 1].lower if n > start else "" if takes_object else "the"
        if is_past(words[n]) and before not in DETERMINERS | POSSESSIVES | PREPOSITIONS:
            return True
    return False


def _is_opening_adverb(word: Word) -> bool:
    return word.lower in OPENING_ADVERBS and word.lower not in ("almost", "both", "all")


def _opens_participle(words: Sequence[Word], start: int) -> bool:
    """Whether "Speaking in Geneva" opens a stretch; "Neighboring Estmark" does not."""
    following = words[start + 1].lower
    return words[start].lower.endswith("ing") and following in PREPOSITIONS | DETERMINERS | POSSESSIVES | PERSONAL


def _after_fronted(words: Sequence[Word], start: int, end: int) -> int:
    """Where the subject begins after "On Tuesday", "Last week", "In a statement", "Meanwhile"."""
    while start < end - 1 and _is_opening_adverb(words[start]):
        start += 1
    if start >= end:
        return start
    first = words[start].lower
    if first in ("last", "next", "this", "earlier") or first in PERIODS:
        n = start
        while n < end and words[n].lower in PERIODS | {"this", "last", "next"}:
            n += 1
        return n if n < end and n > start and (first in PERIODS or n > start + 1) else start
    if first not in PREPOSITIONS and not _opens_participle(words, start):
        return start
    for n in range(end - 1, start, -1):
        lower = words[n].lower
        before = words[n - 1].lower
        begins = lower in DETERMINERS or lower in POSSESSIVES - {"'s", "'"} or is_human(words[n])
        begins = begins or (words[n].is_capitalised and not words[n - 1].is_capitalised)
        if begins and not (
            before in PREPOSITIONS
            or before in DETERMINERS
            or before in POSSESSIVES
            or before in COORDINATORS
            or before in NAME_PARTICLES
            or (is_human(words[n]) and before not in PERIODS)
        ):
            return n
    return end
