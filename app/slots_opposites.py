"""Opposites: a word of the claim whose opposite stands in the sentence; a general table of pairs."""

import re
from functools import cache

from clipfile.app.alignment import OF_THE_SAME, Alignment
from clipfile.app.claim_words import Word
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind
from clipfile.app.slots_negation import negated_in
from clipfile.corpus.article import Span
from clipfile.corpus.numbers import numbers_in
from clipfile.corpus.times import times_in
from clipfile.index.tokens import terms_of

_PAIRS = """
rise rose risen increase grow grew grown climb climbed soar jump surge up higher gain / fall fell fallen decrease \
drop decline shrink shrank slump plunge ease eased down lower dip
more / fewer less
most majority / minority few
larger bigger greater expand expanded expansion / smaller reduce reduced reduction cut
win won victory triumph / lose lost defeat
approve approved accept accepted agree agreed allow allowed permit permitted grant granted adopt adopted pass \
passed endorse welcome welcomed back backed / reject rejected refuse refused deny denied ban banned forbid \
forbidden block blocked veto vetoed oppose opposed turned
support supported favour favor favoured backing / oppose opposed opposition against criticise criticised criticize \
criticized
before / after
open opened reopen reopened / close closed shut
strengthen strengthened stronger / weaken weakened weaker
united unity unanimous / divided division split infighting quarrel quarrels
success succeed succeeded successful / fail failed failure unsuccessful
begin began begun start started / end ended stop stopped finish finished halt halted cease ceased
arrive arrived enter entered come came / leave left depart departed withdraw withdrew withdrawn
guilty convict convicted / innocent acquit acquitted cleared
confirm confirmed admit admitted concede conceded / deny denied dispute disputed reject rejected
alive survive survived / dead die died killed
safe safety / dangerous danger unsafe
early earlier sooner / late later
legal lawful / illegal unlawful
public / private
praise praised / criticise criticised criticize criticized condemn condemned
improve improved improvement better / worsen worsened worse deteriorate deteriorated
include included / exclude excluded
advance advanced / retreat retreated
hire hired / fire fired dismiss dismissed sack sacked
buy bought / sell sold
add added / remove removed
free freed released / detained arrested jailed imprisoned prison jail custody
possible / impossible
first / last
north northern / south southern
east eastern / west western
man men male / woman women female
adults / children
always / never
cheap cheaper / expensive dearer
full / empty
longer / shorter
faster / slower
raise raised lift lifted / lower lowered cut slash slashed
above / below
profit profits / loss losses
uphold upheld / overturn overturned quash quashed dismiss dismissed
keep kept retain retained / scrap scrapped abolish abolished axe axed
accurate / inaccurate
complete / incomplete
sufficient / insufficient
valid / invalid
effective / ineffective
eligible / ineligible
regular / irregular
relevant / irrelevant
responsible / irresponsible
enough sufficient ample adequate / short shortage insufficient lack lacking underfunded ill-equipped
peace calm / violence war
gains headway progress / setback setbacks stalled stalemate
happy pleased glad / unhappy angry reluctant wary
willing ready / unwilling reluctant
permanent / temporary
voluntary / forced compulsory mandatory
half / whole full fully entire entirely all
once / twice
stay stayed remain remained / leave left move moved depart departed
resign resigned resignation quit / dismiss dismissed dismissal sack sacked fired
double doubled treble trebled triple tripled / halve halved half
biggest largest highest / smallest lowest
alone / together
weekly / monthly
monthly / yearly annual annually
"""


@cache
def _opposites() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _PAIRS.strip().splitlines():
        left, right = (set(terms_of(side)) for side in line.split(" / "))
        for own, others in ((left, right), (right, left)):
            for term in own:
                table.setdefault(term, set()).update(others - own)
    return {term: frozenset(others) for term, others in table.items()}


@cache
def _table_words() -> frozenset[str]:
    return frozenset(_PAIRS.split())


_BOUND = re.compile(r"\b(?:more|less|fewer) than (?:an? |the |about )?$", re.IGNORECASE)
OF_THE_LIKE = 0.5  # share of a claim's other words below which opposites tell nothing
LONGER_THAN = 2  # letters of a word that "un" turns round: "fair", and no "it"


def are_opposites(term: str, other: str) -> bool:
    """Whether two stems are opposites: a pair of the table, or one that "un" turns round."""
    shorter, longer = sorted((term, other), key=len)
    return other in _opposites().get(term, ()) or (len(shorter) > LONGER_THAN and longer == f"un{shorter}")


def compare_opposites(claim: str, context: InContext, alignment: Alignment) -> list[Slot]:
    """One slot for each word of the claim whose opposite stands in the sentence; negated, the opposite says the same."""
    own_negated = negated_in(claim, alignment.claim)
    their_negated = negated_in(context.sentence, alignment.sentence)
    held = {word.term for word in alignment.sentence if word.term}
    turned = _compared_with(alignment.claim) != _compared_with(alignment.sentence)
    own_figures, figures = _in_figures(claim), _in_figures(context.sentence)
    slots = []
    for position, word in enumerate(alignment.claim):
        key = word.term or word.lower
        if not key or key in held or _within(word, own_figures):
            continue
        for other, said in enumerate(alignment.sentence):
            if (
                not _within(said, figures)
                and not _is_name(said)
                and are_opposites(key, said.term or said.lower)
                and not (said.term and _in_claim(said.term, alignment))
            ):
                differ = (position in own_negated) == (other in their_negated)
                outcome = Outcome.CLASH if differ else Outcome.MATCH
                rule = "the opposite" if differ else "the opposite, negated"
                spans = Span(word.start, word.end), Span(said.start, said.end)
                beside = alignment.held_beside(spans[0])
                if beside >= OF_THE_LIKE or not differ:
                    sure = not turned and beside >= OF_THE_SAME
                    slots.append(Slot(SlotKind.OPPOSITE, outcome, *spans, rule, sure))
                break
    return slots


def _compared_with(words: tuple[Word, ...]) -> str:
    """The first word that carries meaning behind "than", or none."""
    place = next((place for place, word in enumerate(words) if word.lower == "than"), len(words))
    return next((word.term for word in words[place:] if word.term and word.lower != "than"), "")


def _in_figures(text: str) -> list[Span]:
    """The times of a text, and its "more than" and the like before numbers, which are compared as such."""
    bounds = (_BOUND.search(text, 0, number.start) for number in numbers_in(text))
    times = [Span(time.start, time.end) for time in times_in(text)]
    return [*times, *(Span(*bound.span()) for bound in bounds if bound)]


def _within(word: Word, spans: list[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)


def _is_name(word: Word) -> bool:
    """Whether a word only shares its stem with one of the table: Lessing is a town, and not less."""
    return (
        word.is_capitalised
        and word.start > 0
        and word.lower not in _table_words()
        and bool(_opposites().get(word.term))
    )


def _in_claim(term: str, alignment: Alignment) -> bool:
    return any(word.term == term for word in alignment.claim)
