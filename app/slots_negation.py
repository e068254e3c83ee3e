"""Negation: whether what a claim says did happen, and what a sentence says of the same thing, both by word."""

import re

from clipfile.app.alignment import OF_THE_SAME, Alignment
from clipfile.app.claim_words import Word
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span

_CUES = frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely lacks lack lacked "
    "lacking refuse refuses refused refusing deny denies denied denying rejected "
    "rejects reject declined declines decline prevented prevents prevent stopped avoids avoided avoid halted "
    "unable unwilling unlikely withdraw withdraws withdrew withdrawn abandon abandons abandoned absent absence "
    "missing short insufficient refusal failure ruled".split()
)
_TWO_WORD_CUES = {
    ("no", "longer"), ("yet", "to"), ("ruled", "out"), ("far", "from"), ("instead", "of"), ("rather", "than"),
    ("short", "of"), ("too", "few"), ("too", "little"), ("rule", "out"), ("rules", "out"), ("ruling", "out"),
    ("fail", "to"), ("fails", "to"), ("failed", "to"), ("failing", "to"), ("end", "to"),
    ("false", "that"), ("untrue", "that"), ("cleared", "of"), ("acquitted", "of"), ("innocent", "of"),
}  # fmt: skip
_ONLY_IN_PAIRS = frozenset("yet ruled far instead rather short too".split())
_NOT_NEGATING = {("not", "only"), ("not", "just"), ("no", "doubt"), ("not", "least"), ("nothing", "but"), ("no", "fewer"),
                 ("no", "less"), ("no", "later"), ("stopped", "short"), ("stop", "short")}  # fmt: skip
_COMPARED = frozenset("more fewer less later earlier sooner higher lower".split())  # "no more than 40" counts
_OF_A_PHRASE = frozenset("without instead rather short".split())  # what they negate ends at a comma
_DENIALS = frozenset("deny denies denied denying".split())  # what somebody denies may still be so
_SMALL_WORDS = frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely".split()
)
_FALSE = re.compile(
    r"\bthat\s(?P<said>[^.;]{3,120}?)\s(?:is|are|was|were)\s(?P<cue>false|untrue|baseless|unfounded)\b(?! that)",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[.;:–—?!]|,\s(?:but|and|although|while|which|who)\b|\b(?:but|although|though|because|while|until)\b"
    r"|\sand\s(?:he|she|it|they|we|there)\b"
    # what was not told, or not known, was so
    r"|\b(?:tell|told|inform\w*|know|knew|known|realis\w+|realiz\w+|reveal\w*|disclos\w+|mention\w*|warn\w*)\b[^.;]*?\sthat\b"
)
_IN_A_CLAUSE = re.compile(r",\s(?:who|which|whose|where)\b[^,]*$")
REACH = 8  # words behind a cue that it can negate


def cues_in(words: tuple[Word, ...]) -> list[int]:
    """The positions of the words that negate what follows them."""
    found = []
    for position, word in enumerate(words):
        following = [each.lower for each in words[position + 1 : position + 1 + REACH]]
        pair = (word.lower, following[0] if following else "")
        counts = following[1:2] == ["than"] and following[0] in _COMPARED
        if pair in _NOT_NEGATING or counts or (word.lower == "not" and "until" in following):
            continue
        if pair in _TWO_WORD_CUES or (word.lower in _CUES and word.lower not in _ONLY_IN_PAIRS):
            found.append(position)
    return found


def negated_in(text: str, words: tuple[Word, ...]) -> dict[int, int]:
    """The positions of the words that are negated an odd number of times, each with its nearest cue."""
    times: dict[int, list[int]] = {}
    for cue in cues_in(words):
        before = text[: words[cue].start]
        set_against = words[cue].lower == "not" and before.endswith(", ")  # "a gift, not a loan, she said"
        ends = set_against or words[cue].lower in _OF_A_PHRASE or _IN_A_CLAUSE.search(before)
        for position in range(cue + 1, min(cue + 1 + REACH, len(words))):
            between = text[words[cue].end : words[position].start]
            if _BOUNDARY.search(between) or (ends and "," in between):
                break
            times.setdefault(position, []).append(cue)
    for match in _FALSE.finditer(text):
        cue = next(position for position, word in enumerate(words) if word.start == match.start("cue"))
        for position, word in enumerate(words):
            if match.start("said") <= word.start < match.end("said"):
                times.setdefault(position, []).append(cue)
    return {position: cues[-1] for position, cues in times.items() if len(cues) % 2}


def compare_negation(claim: str, context: InContext, alignment: Alignment) -> list[Slot]:
    """One slot where the claim or the sentence negates a word that the two share, none where neither does."""
    own = negated_in(claim, alignment.claim)
    theirs = negated_in(context.sentence, alignment.sentence)
    if not own and not theirs:
        return []
    cues = [alignment.claim[cue] for cue in own.values()]
    held = alignment.held_beside(*(Span(cue.start, cue.end) for cue in cues))
    lower = {cue.lower for cue in cues}
    same, differ = [], []
    for position, partner in enumerate(alignment.partners):
        if partner < 0 or alignment.claim[position].is_capitalised:
            continue
        cue = alignment.claim[own.get(position, position)]
        said = alignment.sentence[theirs.get(partner, partner)]
        if (position in own and partner in theirs) or _one_cue(position, own, partner, theirs, alignment):
            same.append((cue, said))
        elif position in own or partner in theirs:
            differ.append((cue, said))
    # what is not so can be said in other words, without a "not"; what never was, hardly
    least = OF_THE_SAME if lower.isdisjoint(_SMALL_WORDS) else 1.0
    if len(differ) > len(same) and (held >= least or lower <= {"never"}):
        cue, said = differ[0]
        denied = not {cue.lower, said.lower}.isdisjoint(_DENIALS)
        sure = not same and not denied and held >= OF_THE_SAME
        return [_slot(Outcome.CLASH, cue, said, "negated in one of them", sure)]
    if same:
        return [_slot(Outcome.MATCH, *same[0], "negated in both")]
    if own:
        cue = alignment.claim[next(iter(own.values()))]
        return [Slot(SlotKind.NEGATION, Outcome.SILENT, Span(cue.start, cue.end), None, "negation")]
    return []


def _one_cue(position: int, own: dict[int, int], partner: int, theirs: dict[int, int], alignment: Alignment) -> bool:
    """Whether the verb that negates a word on one side stands on the other too, where it follows: an appeal was rejected.

    It stands there as it does here, not negated itself on one side alone.
    """
    if position in own and partner not in theirs:
        cue, here, there, others = own[position], own, theirs, alignment.sentence
        word = alignment.claim[cue]
    elif partner in theirs and position not in own:
        cue, here, there, others = theirs[partner], theirs, own, alignment.claim
        word = alignment.sentence[cue]
    else:
        return False
    if word.lower in _SMALL_WORDS:
        return False
    return any(each.term == word.term and (place in there) == (cue in here) for place, each in enumerate(others))


def _slot(outcome: Outcome, own: Word, said: Word, rule: str, sure: bool = True) -> Slot:
    return Slot(SlotKind.NEGATION, outcome, Span(own.start, own.end), Span(said.start, said.end), rule, sure)
