"""All comparisons of a claim with one sentence in its context, slot by slot."""

from clipfile.app.alignment import Alignment
from clipfile.app.slot import InContext, Outcome, Slot
from clipfile.app.slots_agents import compare_agents
from clipfile.app.slots_dates import compare_dates
from clipfile.app.slots_figures import compare_figures
from clipfile.app.slots_modality import compare_modality
from clipfile.app.slots_names import compare_names
from clipfile.app.slots_negation import compare_negation
from clipfile.app.slots_opposites import compare_opposites
from clipfile.app.slots_quantifiers import compare_ordinals, compare_quantifiers


def compare_slots(claim: str, context: InContext, alignment: Alignment) -> list[Slot]:
    """What a claim says and the sentence says too, says otherwise, or does not say."""
    opposites = compare_opposites(claim, context, alignment)
    negations = compare_negation(claim, context, alignment)
    if any(
        slot.outcome is Outcome.MATCH for slot in opposites
    ):  # "rejected" and "did not approve": negated, yet the same
        negations = [slot for slot in negations if slot.outcome is not Outcome.CLASH]
    return [
        *compare_figures(claim, context),
        *compare_dates(claim, context),
        *compare_names(claim, context, alignment),
        *compare_ordinals(claim, context),
        *compare_quantifiers(claim, context, alignment),
        *negations,
        *opposites,
        *compare_modality(claim, context, alignment),
        *compare_agents(claim, context, alignment),
    ]
