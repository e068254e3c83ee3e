"""Modality: done, planned, called for, possible, ongoing doubt; a pledge is not a delivery."""

import re

from clipfile.app.alignment import OF_THE_SAME, Alignment
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.corpus.article import Span

_PLANNED = (
    r"(?<!the )(?<!his )(?<!her )(?<![’']s )will|shall|would(?! not)|(?<!than )plan(?:s|ned|ning)?(?: to)?|pledg(?:e[sd]?|ing)|"
    r"(?<!than )promis(?:e[sd]?|ing)|vow(?:s|ed)?|intend(?:s|ed)?|(?<!than )expect(?:s|ed)?|"
    r"(?:is|are|was|were) (?:(?:scheduled|to|expected|slated|poised)(?: to)? |(?:set|meant|supposed) to )|"
    r"aim(?:s|ed)? to|hop(?:e[sd]?|ing)|about to|going to|"
    r"due (?:in|on|to(?= (?:be|\w+ (?:an?|the|his|her|its|their|in|on|at|from|before|after|next|this))\b))|"
    r"forthcoming|agreed to|committed to|"
    r"offer(?:s|ed)?|prepar(?:e[sd]?|ing) to|ready to|scheduled"
)
_CALLED_FOR = (
    r"call(?:s|ed|ing)? (?:for|on)|urg(?:e[sd]?|ing)|demand(?:s|ed|ing|(?! for))|ask(?:s|ed|ing)? (?:for|to)|"
    r"request(?:s|ed)?|wants?|wanted(?! (?:for|by)\b)|need(?:s|ed)?|should|must|ought|recommend(?:s|ed)?|"
    r"propos(?:e[sd]?|al|als)|suggest(?:s|ed)?|seek(?:s)?|sought"
)
_POSSIBLE = (
    r"may(?! (?:\d|19|20))|might|could|possibl[ey]|possibility|perhaps|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)|"
    r"threaten(?:s|ed)?|likely|if|whether|unclear|unlikely|allegedly|reportedly|suspected|suspects? (?:that|of)|"
    r"accused of|charged with|fear(?:s|ed)?"
)
_GROUPS = {"planned": _PLANNED, "called for": _CALLED_FOR, "possible": _POSSIBLE}
_MODAL = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _GROUPS.items()) + r")\b",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[.;:–—]|,\s(?:but|and|although|while|which|who)\b|\b(?:but|although|because|while)\b")
_IS_NOW = re.compile(  # "the charity is building", which may be told of what is to come
    r"(?!.*\b(?:was|were|had|has|have|been|did|[a-z]{2,}ed)\b).*?\b(?:is|are) (?:\w+ )?[a-z]+ing\b"
)
_ALREADY = re.compile(r"\balready\b", re.IGNORECASE)  # and so not to come
REACH = 70  # characters behind a modal that it governs
DONE = "done"


def modals_in(text: str) -> list[tuple[Span, Span, str]]:
    """The modal words in order: their span, the span that each governs, and its group."""
    found = []
    for match in _MODAL.finditer(text):
        if match[0] == "May":
            continue
        rest = text[match.end() : match.end() + REACH]
        stop = _BOUNDARY.search(rest)
        end = match.end() + (stop.start() if stop else len(rest))
        group = next(name for name, words in match.groupdict().items() if words).replace("_", " ")
        found.append((Span(*match.span()), Span(match.end(), end), group))
    return found


def compare_modality(claim: str, context: InContext, alignment: Alignment) -> list[Slot]:
    """One slot where the claim or the sentence does not say that a thing that they share is so, but is to be."""
    own = modals_in(claim)
    theirs = modals_in(context.sentence)
    if not own and not theirs:
        return []
    already = _ALREADY.search(claim)
    if theirs and already and not own and not _ALREADY.search(context.sentence):
        said, _, group = theirs[0]
        sure = alignment.held_beside() >= OF_THE_SAME
        return [Slot(SlotKind.MODALITY, Outcome.CLASH, Span(*already.span()), said, f"{DONE} against {group}", sure)]
    votes: dict[tuple[str, str], int] = {}
    for position, partner in enumerate(alignment.partners):
        word = alignment.claim[position]
        if partner < 0 or word.is_capitalised:
            continue
        pair = (_group(own, word.start), _group(theirs, alignment.sentence[partner].start))
        votes[pair] = votes.get(pair, 0) + 1
    telling = {pair: count for pair, count in votes.items() if pair != (DONE, DONE)}
    if not telling:
        return []
    pair = max(telling, key=lambda each: (telling[each], each))
    own_span = _span(own, pair[0]) or Span(0, len(claim))
    their_span = _span(theirs, pair[1]) or Span(0, len(context.sentence))
    if pair[1] == DONE or (pair[1] == "planned" and _IS_NOW.match(claim)):
        return []
    if pair[0] != DONE:
        return [Slot(SlotKind.MODALITY, Outcome.MATCH, own_span, their_span, f"{pair[0]} in both", pair[0] == pair[1])]
    if alignment.held_beside() < OF_THE_SAME:
        return []
    rule = f"{pair[0]} against {pair[1]}"
    return [Slot(SlotKind.MODALITY, Outcome.CLASH, own_span, their_span, rule)]


def _group(modals: list[tuple[Span, Span, str]], position: int) -> str:
    return next((group for _, scope, group in modals if scope.start <= position < scope.end), DONE)


def _span(modals: list[tuple[Span, Span, str]], group: str) -> Span | None:
    return next((span for span, _, each in modals if each == group), None)
