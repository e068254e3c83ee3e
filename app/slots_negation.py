"""Negation: whether what a claim says did happen, and what a sentence says of the same thing, both by word."""

import re

from clipfile.app.alignment import Alignment
from clipfile.app.claim_words import Word
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span

_CUES = frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely lacks lack lacked lacking "
    "fail fails failed failing refuse refuses refused refusing deny denies denied denying rejected rejects reject "
    "declined declines decline prevented prevents prevent stopped avoids avoided avoid halted unable unwilling unlikely "
    "absent absence missing short insufficient refusal failure ruled".split()
)
_TWO_WORD_CUES = {
    ("no", "longer"), ("yet", "to"), ("ruled", "out"), ("far", "from"), ("instead", "of"), ("rather", "than"),
    ("short", "of"), ("too", "few"), ("too", "little"),
}  # fmt: skip
_ONLY_IN_PAIRS = frozenset("yet ruled far instead rather short too".split())
_NOT_NEGATING = {("not", "only"), ("not", "just"), ("no", "doubt"), ("not", "least"), ("nothing", "but"), ("no", "fewer"),
                 ("no", "less"), ("not", "until"), ("no", "later")}  # fmt: skip
_BEFORE = frozenset("nobody nothing none neither nowhere".split())
_BOUNDARY = re.compile(
    r"[.;:–—?!]|,\s(?:but|and|although|while|which|who)\b|\b(?:but|although|though|because|while|until)\b"
)
REACH = 8  # words behind a cue that it can negate
_UNTRUE = re.compile(r"^(?:un|in|im|dis)(?=[a-z]{4})")


def cues_in(words: tuple[Word, ...]) -> list[int]:
    """The positions of the words that negate what follows them."""
    found = []
    for position, word in enumerate(words):
        pair = (word.lower, words[position + 1].lower if position + 1 < len(words) else "")
        if pair in _NOT_NEGATING:
            continue
        if pair in _TWO_WORD_CUES or (word.lower in _CUES and word.lower not in _ONLY_IN_PAIRS):
            found.append(position)
    return found


def negated_in(text: str, words: tuple[Word, ...]) -> dict[int, int]:
    """The positions of the words that are negated an odd number of times, each with its nearest cue."""
    times: dict[int, list[int]] = {}
    for cue in cues_in(words):
        for position in range(cue + 1, min(cue + 1 + REACH, len(words))):
            if _BOUNDARY.search(text[words[cue].end : words[position].start]):
                break
            times.setdefault(position, []).append(cue)
    return {position: cues[-1] for position, cues in times.items() if len(cues) % 2}


def compare_negation(claim: str, context: InContext, alignment: Alignment) -> list[Slot]:
    """One slot where the claim or the sentence negates a word that the two share, none where neither does."""
    sentence = context.sentence
    own = negated_in(claim, alignment.claim)
    theirs = negated_in(sentence, alignment.sentence)
    if not own and not theirs:
        return []
    same, differ = [], []
    for position, partner in enumerate(alignment.partners):
        if partner < 0 or alignment.claim[position].is_capitalised:
            continue
        if _one_cue(position, own, partner, theirs, alignment):
            same.append((position, partner))
        elif (position in own) == (partner in theirs):
            if position in own:
                same.append((position, partner))
        else:
            differ.append((position, partner))
    if len(differ) > len(same):
        position, partner = differ[0]
        cue = alignment.claim[own[position]] if position in own else alignment.claim[position]
        said = alignment.sentence[theirs[partner]] if partner in theirs else alignment.sentence[partner]
        return [_slot(Outcome.CLASH, cue, said, "negated in one of them", sure=not same)]
    if same:
        position, partner = same[0]
        cue = alignment.claim[own[position]] if position in own else alignment.claim[position]
        said = alignment.sentence[theirs[partner]] if partner in theirs else alignment.sentence[partner]
        return [_slot(Outcome.MATCH, cue, said, "negated in both")]
    if own:
        cue = alignment.claim[next(iter(own.values()))]
        return [Slot(SlotKind.NEGATION, Outcome.SILENT, Span(cue.start, cue.end), None, "negation")]
    return []


def _one_cue(position: int, own: dict[int, int], partner: int, theirs: dict[int, int], alignment: Alignment) -> bool:
    """Whether the verb that negates a word on one side stands on the other too, where it follows: an appeal was rejected."""
    if position in own and partner not in theirs:
        cue, others = alignment.claim[own[position]], alignment.sentence
    elif partner in theirs and position not in own:
        cue, others = alignment.sentence[theirs[partner]], alignment.claim
    else:
        return False
    return bool(cue.term) and any(word.term == cue.term for word in others)


def _slot(outcome: Outcome, own: Word, said: Word, rule: str, sure: bool = True) -> Slot:
    return Slot(SlotKind.NEGATION, outcome, Span(own.start, own.end), Span(said.start, said.end), rule, sure)
