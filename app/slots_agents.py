"""Agents: who does what to whom, and who leads, owns or heads what, against whom a sentence names."""

from clipfile.app.alignment import OF_THE_SAME, Alignment
from clipfile.app.claim_words import words_in
from clipfile.app.deeds import Deed, Party, deeds_in
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind

MOST = 0.75  # share of a claim's words from which it tells of an office
_EACH_OTHER = frozenset("meet marri fight border face resembl".split())  # what each of two does to the other


def compare_agents(claim: str, context: InContext, alignment: Alignment) -> list[Slot]:
    """At most one slot: the one whom the claim names does it, another does, or the two have changed places.

    That it is the same one counts for an office alone: whatever else a claim says of a deed may be wrong.
    """
    deeds = [deed for deed in deeds_in(claim) if not deed.is_office or _is_told(deed, alignment)]
    said = deeds_in(context.sentence) if deeds else ()
    pairs = [(own, other) for own in deeds for other in said if own.may_be(other) and own.negated == other.negated]
    sure = alignment.held_beside() >= OF_THE_SAME
    known = {word.term for word in words_in(f"{context.around} {context.sentence}")}
    same = [(own, other) for own, other in pairs if _of_the_same(own, other, known)]
    if agreed := next((pair for pair in same if pair[0].agent.same_as(pair[1].agent)), None):
        return [_slot(Outcome.MATCH, *agreed, "same holder", True)] if agreed[0].is_office else []
    if turned := next((pair for pair in pairs if _changed_places(*pair)), None):
        return [_slot(Outcome.CLASH, *turned, "the other way round", sure)]
    for own, other in same:
        if own.verb == other.verb and own.past == other.past and _are_two(own.agent, other.agent):
            if own.is_sole and other.is_sole:
                return [_slot(Outcome.CLASH, own, other, "another holder", bool(other.objects))]
            if not own.is_office and sure:
                return [_slot(Outcome.CLASH, own, other, "another does it", False)]
    return [Slot(SlotKind.AGENT, Outcome.SILENT, deed.agent.span, None, "holder") for deed in deeds if deed.is_office][
        :1
    ]


def _is_told(deed: Deed, alignment: Alignment) -> bool:
    """Whether most of the claim's words are those of an office, which others may only mention."""
    spans = [deed.span, deed.agent.span, *(each.span for each in deed.objects)]
    inside = [any(span.start <= word.start < span.end for span in spans) for word in alignment.claim if word.term]
    return bool(deed.objects) and sum(inside) >= MOST * len(inside)


def _of_the_same(own: Deed, other: Deed, known: set[str]) -> bool:
    """Whether both are done to the same; an office without more is that of what the sentence is about."""
    if own.is_office and other.is_office and not other.objects:
        return any(
            {*each.names, each.head} <= known
            for each in own.objects
            if each.names or own.agent.names & other.agent.names
        )
    return any(each.same_as(said) for each in own.objects for said in other.objects)


def _changed_places(own: Deed, other: Deed) -> bool:
    """Whether who does it here has it done to him there, and the other way round."""
    if own.verb in _EACH_OTHER or own.agent.same_as(other.agent):
        return False
    return any(
        own.agent.same_as(said) and each.same_as(other.agent) and not own.agent.same_as(each) and not each.same_as(said)
        for each in own.objects
        for said in other.objects
    )


def _are_two(own: Party, other: Party) -> bool:
    """Whether both are names of a kind, and not of the same."""
    return own.is_name and other.is_name and own.is_body == other.is_body and own.differs_from(other)


def _slot(outcome: Outcome, own: Deed, other: Deed, rule: str, sure: bool) -> Slot:
    return Slot(SlotKind.AGENT, outcome, own.agent.span, other.agent.span, rule, sure)
