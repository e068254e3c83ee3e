"""Who does it: the noun phrase before a verb, after a verb that comes first, or at the head of a sentence."""

from collections.abc import Sequence

from clipfile.corpus.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    HUMAN_NOUNS,
    IRREGULAR_PASTS,
    NAME_PARTICLES,
    NEGATIONS,
    ORGANISATION_NOUNS,
    PERIODS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from clipfile.corpus.words import QUOTED, Word

_HARD = {QUOTED, ";", ":", "?", "!", ".", "…"}
_SOFT = {",", "–", "—", "--", "-"}
_OPENS_APPOSITION = {"a", "an", "the", "one", "now", "then", "formerly", "both", "himself", "herself", "themselves", "aged"}
_ADJUNCT = {"on", "in", "at", "by", "during", "after", "before", "over", "via", "through", "as", "when", "while"}
_LONGEST = 40  # words of a noun phrase


def is_past(word: str) -> bool:
    """Whether a word in lower case looks like a verb in the past; "red" and "hundred" do not."""
    return word in IRREGULAR_PASTS or (word.endswith("ed") and len(word) > 4 and word not in ("hundred", "indeed"))


def is_adverb(word: str) -> bool:
    """Whether a word in lower case looks like an adverb."""
    return word in ADVERBS or (word.endswith("ly") and word not in ("family", "only", "assembly", "supply", "july"))


def subject_before(words: Sequence[Word], end: int) -> range | None:
    """The noun phrase that ends at a word, as indexes; `None` if none does.

    What stands between commas after it is passed over: of "Ann Lee, a baker in Tolsey, said" it is "Ann Lee".

    Args:
        words: the words of a sentence.
        end: the index after the last word of the phrase, and of what stands between commas after it.
    """
    if end > 0 and words[end - 1].text in _SOFT:
        return _before_apposition(words, end - 1)
    start = _segment_start(words, end, _HARD | _SOFT)
    return _nominal(words, start, end)


def subject_after(words: Sequence[Word], start: int) -> range | None:
    """The noun phrase that begins at a word, as indexes; `None` if none does, or if it goes on as a sentence."""
    if start >= len(words) or not _can_begin(words[start]):
        return None
    if words[start].lower in PERSONAL:
        return range(start, start + 1)
    end = start
    relative = False
    while end < len(words) and end - start < _LONGEST:
        word = words[end]
        if word.text == "(" and (closing := _closing(words, end)):
            end = closing + 1
            continue
        if word.is_mark and word.text not in "&/":
            break
        relative = relative or (word.lower in RELATIVES and end > start)
        if not relative and end > start and (word.lower in AUXILIARIES or word.lower in PERSONAL):
            return None
        if word.lower in _ADJUNCT and _is_adjunct(words, end):
            break
        if is_adverb(word.lower) and not relative and end > start and not words[end - 1].lower in DETERMINERS:
            break
        end += 1
    return range(start, end) if end > start else None


def main_subject(words: Sequence[Word]) -> range | None:
    """The noun phrase that the sentence opens with, after a phrase of time or place; `None` if it is not certain."""
    start = 0
    while start < len(words) and (words[start].is_mark and words[start].text not in _HARD):
        start += 1
    for _ in range(3):
        skipped = _after_opening(words, start)
        if skipped == start:
            break
        start = skipped
    if start >= len(words) or words[start].is_mark or not _can_begin(words[start]):
        return None
    if words[start].lower in PERSONAL:
        return range(start, start + 1)
    end = start
    while end < len(words) and not _ends_subject(words, start, end):
        if words[end].text == "(" and (closing := _closing(words, end)):
            end = closing
        end += 1
        if end - start > 12:
            return None
    return range(start, end) if end > start and end < len(words) else None


def _ends_subject(words: Sequence[Word], start: int, at: int) -> bool:
    word = words[at]
    if word.text == "(":
        return False
    if word.is_mark or word.lower in AUXILIARIES or word.lower in NEGATIONS or word.lower in RELATIVES:
        return True
    if at == start or word.is_capitalised:
        return False
    if is_adverb(word.lower):
        return True
    before = words[at - 1].lower
    return is_past(word.lower) and not (before in DETERMINERS or before in POSSESSIVES or before in PREPOSITIONS)


def _after_opening(words: Sequence[Word], start: int) -> int:
    """The index after what comes before the subject: "On Tuesday,", "Meanwhile", "Asked about it,", "But"."""
    if start >= len(words):
        return start
    first = words[start].lower
    if first in COORDINATORS or first in ("so", "then", "yesterday", "today", "meanwhile", "still", "now", "later"):
        return start + (2 if start + 1 < len(words) and words[start + 1].text == "," else 1)
    opening = (
        first in PREPOSITIONS
        or first in SUBORDINATORS
        or is_adverb(first)
        or (first.endswith("ing") and not words[start].text.isupper())
        or (is_past(first) and first not in AUXILIARIES)
        or (first in ("last", "this", "next", "earlier") and words[min(start + 1, len(words) - 1)].lower in PERIODS)
    )
    if not opening:
        return start
    comma = next((n for n in range(start, len(words)) if words[n].text in (",", QUOTED, ";", ":")), None)
    if comma is None or words[comma].text != ",":
        return start
    return comma + 1


def _can_begin(word: Word) -> bool:
    lower = word.lower
    if word.is_mark or lower in AUXILIARIES or lower in RELATIVES:
        return False
    return word.is_capitalised or lower in PERSONAL or lower not in (PREPOSITIONS | SUBORDINATORS | COORDINATORS)


def _closing(words: Sequence[Word], at: int) -> int | None:
    return next((n for n in range(at, min(at + 8, len(words))) if words[n].text == ")"), None)


def _is_adjunct(words: Sequence[Word], at: int) -> bool:
    """Whether a preposition opens a phrase of time or occasion: "on Tuesday", "in a statement", "by telephone"."""
    following = [word.lower for word in words[at + 1 : at + 6] if not word.is_mark]
    occasion = {
        "statement", "interview", "letter", "conference", "briefing", "telephone", "phone", "email", "e-mail", "speech",
        "report", "message", "post", "address", "hearing", "court", "call", "televised", "press", "news", "radio",
    }  # fmt: skip
    if not following:
        return False
    if words[at].lower in ("after", "before", "during", "when", "while", "as"):
        return True
    return following[0] in PERIODS or following[0].isdigit() or bool(occasion & set(following[:4]))


def _segment_start(words: Sequence[Word], end: int, marks: set[str]) -> int:
    """Where the stretch without such marks begins that ends at a word; brackets and what they hold belong to it."""
    start = end
    while start > 0:
        before = words[start - 1].text
        if before == ")" and (opening := _opening(words, start - 1)) is not None:
            start = opening
            continue
        if before in marks or (words[start - 1].is_mark and before not in "&/%$€£-"):
            break
        start -= 1
    return start


def _opening(words: Sequence[Word], at: int) -> int | None:
    return next((n for n in range(at, max(at - 8, -1), -1) if words[n].text == "("), None)


def _nominal(words: Sequence[Word], start: int, end: int) -> range | None:
    """The last noun phrase of a stretch that holds no finite verb of its own; `None` if there is none."""
    if end <= start:
        return None
    if words[end - 1].lower in PERSONAL and words[end - 1].lower != "one":
        return range(end - 1, end)
    start = _after_breaks(words, start, end)
    start = _after_fronted(words, start, end)
    if start >= end or end - start > _LONGEST or not _can_begin(words[start]) or words[end - 1].lower in PREPOSITIONS:
        return None
    for n in range(start, end):
        lower = words[n].lower
        if lower in RELATIVES and n > start:
            break
        if lower in AUXILIARIES or (lower in PERSONAL and lower != "one"):
            return _bare_tail(words, n + 1, end)
    last = words[end - 1].lower
    return None if last in DETERMINERS - {"all", "both", "others", "some", "many", "most"} else range(start, end)


def _bare_tail(words: Sequence[Word], start: int, end: int) -> range | None:
    """The last word, if it can be a subject alone after a sentence without a comma: "the dam was safe officials"."""
    if end - 1 >= start and words[end - 1].lower in HUMAN_NOUNS and words[end - 1].lower.endswith("s"):
        return range(end - 1, end)
    return None


def _after_breaks(words: Sequence[Word], start: int, end: int) -> int:
    """Where the last clause of a stretch begins."""
    for n in range(end - 1, start - 1, -1):
        lower = words[n].lower
        if lower in ("who", "whose", "which"):
            start_of_phrase = _after_breaks(words, start, n)
            return start_of_phrase
        if lower in SUBORDINATORS and not (lower in PREPOSITIONS and n > start):
            return n + 1
        if lower in COORDINATORS and (n == start or _has_verb(words, start, n)):
            return n + 1
    return start


def _has_verb(words: Sequence[Word], start: int, end: int) -> bool:
    for n in range(start, end):
        lower = words[n].lower
        if lower in AUXILIARIES or (n == start and lower in PERSONAL):
            return True
        before = words[n - 1].lower if n > start else "the"
        if is_past(lower) and not words[n].is_capitalised and before not in DETERMINERS | POSSESSIVES | PREPOSITIONS:
            return True
    return False


def _after_fronted(words: Sequence[Word], start: int, end: int) -> int:
    """Where the subject begins after "On Tuesday", "Last week", "In a statement", "Meanwhile"."""
    while start < end - 1 and is_adverb(words[start].lower) and words[start].lower not in ("almost", "both", "all"):
        start += 1
    if start >= end:
        return start
    first = words[start].lower
    if first in ("last", "next", "this", "earlier") or first in PERIODS:
        n = start
        while n < end and words[n].lower in PERIODS | {"this", "last", "next"}:
            n += 1
        return n if n < end and n > start and (first in PERIODS or n > start + 1) else start
    if first not in PREPOSITIONS and not first.endswith("ing"):
        return start
    for n in range(end - 1, start, -1):
        lower = words[n].lower
        before = words[n - 1].lower
        begins = lower in DETERMINERS or lower in POSSESSIVES - {"'s", "'"} or lower in HUMAN_NOUNS
        begins = begins or (words[n].is_capitalised and not words[n - 1].is_capitalised)
        if begins and not (
            before in PREPOSITIONS
            or before in DETERMINERS
            or before in POSSESSIVES
            or before in COORDINATORS
            or before in NAME_PARTICLES
            or (lower in HUMAN_NOUNS and before not in PERIODS)
        ):
            return n
    return end


def _before_apposition(words: Sequence[Word], comma: int) -> range | None:
    """The head of "Ann Lee, 44, a baker in Tolsey," whose last comma this is; `None` if it is no such thing."""
    segments: list[tuple[int, int]] = []  # from the right
    end = comma
    while end > 0:
        start = _segment_start(words, end, _HARD | _SOFT)
        if start < end:
            segments.append((start, end))
        if start == 0 or words[start - 1].text not in _SOFT:
            break
        end = start - 1
    if len(segments) < 2:
        return None
    if _is_introduced(words, segments[1], segments[0]):
        return _nominal(words, *segments[0])
    at = 0
    while _is_apposition(words, *segments[at]) or (at == 0 and _ends_place(words, segments)):
        if at + 1 == len(segments) or not _can_head(words, *segments[at + 1]):
            break
        at += 1
    return _nominal(words, *segments[at]) if at else None


def _ends_place(words: Sequence[Word], segments: Sequence[tuple[int, int]]) -> bool:
    """Whether the last stretch is the country after a town: "who lives in Halvern, Merovar,"."""
    return _is_apposition(words, *segments[1]) and all(word.is_capitalised for word in words[slice(*segments[0])])


def _can_head(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a stretch can be what the next one explains: a name, or a short phrase for people or institutions."""
    if _is_apposition(words, start, end):
        return True
    phrase = _nominal(words, start, end)
    if phrase is None or len(phrase) > 12 or _has_verb(words, phrase.start, phrase.stop):
        return False
    if phrase.start > start and words[start].lower not in COORDINATORS | SUBORDINATORS and not is_adverb(words[start].lower):
        return False
    found = [word for word in words[phrase.start : phrase.stop] if not word.is_mark]
    content = [word for word in found if word.lower not in DETERMINERS | POSSESSIVES | NAME_PARTICLES]
    named = bool(content) and all(word.is_capitalised for word in content)
    return named or any(word.lower in HUMAN_NOUNS or word.lower in ORGANISATION_NOUNS for word in content)


def _is_apposition(words: Sequence[Word], start: int, end: int) -> bool:
    if start >= end:
        return False
    first = words[start].lower
    if first in _OPENS_APPOSITION or first in RELATIVES or first in POSSESSIVES or first[0].isdigit():
        return True
    if first in ("from", "of") and start + 1 < end and words[start + 1].is_capitalised:
        return True
    if first in ("and", "speaking", "writing", "referring") or (is_past(first) and start > 0):
        return True
    return any(word.lower in HUMAN_NOUNS and not word.is_capitalised for word in words[start : start + 5])


def _is_introduced(words: Sequence[Word], before: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether a name follows what somebody is: "the mayor, Casper Loy"; "its director, Bram Ockley"."""
    is_name = all(word.is_capitalised or word.lower in NAME_PARTICLES for word in words[slice(*name)])
    role = words[slice(*before)]
    return (
        is_name
        and 0 < name[1] - name[0] <= 4
        and any(word.lower in HUMAN_NOUNS or word.lower in ORGANISATION_NOUNS for word in role)
        and not _has_verb(words, *before)
    )
