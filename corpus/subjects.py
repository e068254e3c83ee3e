"""Who does it: the noun phrase before a verb, after a verb that comes first, or at the head of a sentence."""

from collections.abc import Sequence

from clipfile.corpus.appositions import can_head, head_of_apposition, is_introduced
from clipfile.corpus.clauses import (
    HARD_MARKS,
    LONGEST,
    SOFT_MARKS,
    can_begin,
    closing_bracket,
    is_adverb,
    is_past,
    last_noun_phrase,
    segment_start,
)
from clipfile.corpus.grammar_words import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    NEGATIONS,
    OPENING_ADVERBS,
    PERIODS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENTS,
    RELATIVES,
    SUBORDINATORS,
)
from clipfile.corpus.phrases import capitalised_runs, is_document, is_human, is_institution
from clipfile.corpus.reporting_verbs import VERB_FORMS, Form
from clipfile.corpus.words import QUOTED, Word

_ADJUNCT = frozenset("on in at by during after before over via through as when while".split())
_OCCASIONS = frozenset(
    "statement interview letter conference briefing telephone phone email e-mail speech report message post address"
    " hearing court call televised press news radio".split()
)
_HE_OR_SHE = frozenset(("he", "she"))
_MOST_OPENINGS = 4  # phrases before a subject
_LONGEST_OPENING = 12  # words of a subject at the head of a sentence


def subject_before(words: Sequence[Word], end: int) -> range | None:
    """The noun phrase that ends at a word, as indexes; `None` if none does.

    What stands between commas after it is passed over: of "Ann Lee, a baker in Tolsey, said" it is "Ann Lee".

    Args:
        words: the words of a sentence.
        end: the index after the last word of the phrase, and of what stands between commas after it.
    """
    if end > 0 and words[end - 1].text in SOFT_MARKS:
        return head_of_apposition(words, end - 1)
    start = segment_start(words, end, HARD_MARKS | SOFT_MARKS)
    return last_noun_phrase(words, start, end)


def subject_after(words: Sequence[Word], start: int) -> range | None:
    """The noun phrase that begins at a word, as indexes; `None` if none does, or if it goes on as a sentence."""
    if start >= len(words) or not can_begin(words[start]):
        return None
    if _is_pronoun(words, start):
        return range(start, start + 1)
    end = start
    relative = False
    while end < len(words) and end - start < LONGEST:
        word = words[end]
        if word.text == "(" and (closing := closing_bracket(words, end)):
            end = closing + 1
            continue
        if word.is_mark and word.text not in "&/":
            break
        relative = relative or (word.lower in RELATIVES and end > start)
        if not relative and end > start and (word.lower in AUXILIARIES or word.lower in PERSONAL - {"one"}):
            return None
        if word.lower in _ADJUNCT and _is_adjunct(words, end):
            break
        if is_adverb(word) and not relative and end > start and words[end - 1].lower not in DETERMINERS:
            break
        end += 1
    return range(start, end) if end > start else None


def main_subject(words: Sequence[Word]) -> range | None:
    """The noun phrase that the sentence opens with, after a phrase of time or place; `None` if it is not certain."""
    start = 0
    while start < len(words) and (words[start].is_mark and words[start].text not in HARD_MARKS):
        start += 1
    for _ in range(_MOST_OPENINGS):
        skipped = _after_opening(words, start)
        if skipped == start:
            found = _subject_from(words, start)
            if found is None or found.stop == len(words) or words[found.stop].text != ",":
                return found
            fronted = (
                found.stop + 2 < len(words) and words[found.stop + 1].lower in _HE_OR_SHE
            )  # "A keeper's son, he left"
            if can_head(words, found.start, found.stop) and not fronted:
                return found
            skipped = found.stop + 1  # "Wary of the lack of results, governments have"
        start = skipped
    return None


def _subject_from(words: Sequence[Word], start: int) -> range | None:
    """The noun phrase that begins at a word and has something after it."""
    if start < len(words) and words[start].lower in PREPOSITIONS:
        return _after_place(words, start)
    if start >= len(words) or words[start].is_mark or not can_begin(words[start]):
        return None
    if _is_pronoun(words, start):
        return range(start, start + 1) if start + 1 < len(words) else None
    end = start
    while end < len(words) and not _ends_subject(words, start, end):
        if words[end].text == "(" and (closing := closing_bracket(words, end)):
            end = closing
        end += 1
        if end - start > _LONGEST_OPENING:
            return None
    if end == start or end >= len(words):
        return None
    return name_introduced(words, start, end) or range(start, end)


def _after_place(words: Sequence[Word], start: int) -> range | None:
    """The subject after a phrase of place or time without a comma: "At the clinic Dr Quispe showed"."""
    for n in range(start + 2, len(words)):
        if words[n].is_mark:
            return None
        if words[n].lower in AUXILIARIES or is_past(words[n]) or words[n].lower in PRESENTS:
            return last_noun_phrase(words, start, n)
    return None


def name_introduced(words: Sequence[Word], start: int, end: int) -> range | None:
    """The name that follows a role and a comma: "the mayor, Casper Loy"; `None` if none does."""
    after = next((n for n in range(end + 1, len(words)) if words[n].is_mark), len(words))
    if words[end].text != ",":
        return None
    if is_introduced(words, (start, end), (end + 1, after)):
        return range(end + 1, after)
    named = _name_with_role(words, end + 1, after)
    return named if named and is_introduced(words, (start, end), (named.start, named.stop)) else None


def _name_with_role(words: Sequence[Word], start: int, end: int) -> range | None:
    """The name in a stretch such as "the engineer Tomasz Bielak" or "bus driver Leroy Tan", whose role comes first."""
    run = next((one for one in capitalised_runs(words[:end]) if one.stop == end and one.start > start), None)
    if run is None or len(run) < 2 or not is_human(words[run.start - 1]):
        return None
    before = words[start : run.start]
    named = before[0].lower not in DETERMINERS | POSSESSIVES and any(word.is_capitalised for word in before)
    return None if named or any(word.is_mark for word in before) else run


def _is_pronoun(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a pronoun; "one" is none before a noun."""
    if words[at].lower != "one":
        return words[at].lower in PERSONAL
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or following.is_mark or following.lower in AUXILIARIES or is_past(following)


def _ends_subject(words: Sequence[Word], start: int, at: int) -> bool:
    word = words[at]
    if word.text == "(":
        return False
    if word.is_mark or word.lower in AUXILIARIES or word.lower in NEGATIONS or word.lower in RELATIVES:
        return True
    if at == start or word.is_capitalised:
        return False
    if is_adverb(word):
        return True
    before = words[at - 1].lower
    if before in DETERMINERS or before in POSSESSIVES or before in PREPOSITIONS:
        return False
    if word.lower == "turned" and at + 1 < len(words) and is_human(words[at + 1]):
        return False  # "her colleague turned rival"
    if is_past(word) or word.lower in PRESENTS or _follows_name(words, start, at) or _has_object(words, at):
        return True
    form = VERB_FORMS.get(word.lower)
    if form is None or not (words[at - 1].is_capitalised or is_human(words[at - 1])):
        return False
    return form.form in (Form.THIRD, Form.PAST) or (form.form is Form.BASE and before.endswith("s"))


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Whether a word looks like a verb in the present by its object: "the union rejects the plan", "ministers back its aim"."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    verb = words[at].lower
    in_number = verb.endswith("s") != words[at - 1].lower.endswith("s") and not verb.endswith(("ss", "ing"))
    linking = PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES | DETERMINERS | POSSESSIVES | PERIODS
    return in_number and verb not in linking and following in DETERMINERS | POSSESSIVES - {"'s", "'", "’s", "’"}


def _follows_name(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether a word after a full name looks like its verb: "Ann Lee walks up the hill"."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    named = at - start > 1 and all(word.is_capitalised for word in words[start:at])
    noun = is_human(words[at]) or is_institution(words[at]) or is_document(words[at])
    return (
        named
        and not noun
        and words[at].lower.endswith("s")
        and following in PREPOSITIONS | DETERMINERS | POSSESSIVES | {","}
    )


def _after_opening(words: Sequence[Word], start: int) -> int:
    """The index after what comes before the subject: "On Tuesday,", "Meanwhile", "Asked about it,", "But"."""
    if start >= len(words):
        return start
    first = words[start].lower
    if first in COORDINATORS or first in ("so", "then", "yesterday", "today", "meanwhile", "still", "now", "later"):
        return start + (2 if start + 1 < len(words) and words[start + 1].text == "," else 1)
    if first in ("last", "this", "next", "earlier") and start + 2 < len(words) and words[start + 1].lower in PERIODS:
        return start + (3 if words[start + 2].text == "," else 2)
    every = first in ("every", "each", "one") and any(word.lower in PERIODS for word in words[start + 1 : start + 4])
    opening = (
        every
        or first in PREPOSITIONS
        or first in SUBORDINATORS
        or words[start].lower in OPENING_ADVERBS
        or (_ends_in(words, start, ("ing", "ed")) and first not in AUXILIARIES)
    )
    if not opening:
        return start
    comma = next((n for n in range(start, len(words)) if words[n].text in (",", QUOTED, ";", ":")), None)
    if comma is None or words[comma].text != ",":
        return start
    if any(words[n].lower in BE and words[n + 1].is_capitalised for n in range(start, comma)):
        return start  # "Among them was Ann Lee, a baker"
    return comma + 1


def _ends_in(words: Sequence[Word], at: int, endings: tuple[str, ...]) -> bool:
    """Whether a sentence opens with a participle: "Asked about it, she"; not "Beijing, which" or "United Airlines"."""
    following = words[at + 1] if at + 1 < len(words) else None
    opens = following is not None and not following.is_mark and not following.is_capitalised
    return opens and words[at].lower.endswith(endings) and len(words[at].text) > 4


def _is_adjunct(words: Sequence[Word], at: int) -> bool:
    """Whether a preposition opens a phrase of time or occasion: "on Tuesday", "in a statement", "by telephone"."""
    following = [word.lower for word in words[at + 1 : at + 6] if not word.is_mark]
    if not following:
        return False
    if words[at].lower in ("after", "before", "during", "when", "while", "as"):
        return True
    if words[at].lower == "in" and following[0] == "part":
        return True
    return following[0] in PERIODS or following[0].isdigit() or bool(_OCCASIONS & set(following[:4]))
