"""Whether two figures agree, clash or say nothing about each other."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clipfile.corpus.article import Span
from clipfile.corpus.compare_figures import Agreement, Reason, compare
from clipfile.corpus.figures import Figure, figures_of
from clipfile.corpus.hedges import Hedge
from clipfile.corpus.measured import Likeness, figure_words, same_thing


def figure(text: str) -> Figure:
    return figures_of(text, [Span(0, len(text))])[-1]


PAIRS = {
    "hedge against range, apart": ("about 15,000 members", "between 5,000 and 10,000 members", "clash", Reason.APART),
    "lower bound holds": (
        "more than half a million have been displaced",
        "the number of displaced people surged to nearly 703,000",
        "match",
        Reason.WITHIN_BOUND,
    ),
    "two lower bounds": ("over 80% of the city", "over 85% of the city", "match", Reason.HEDGES_OVERLAP),
    "at least holds": ("at least 41 people died", "44 people were killed", "match", Reason.WITHIN_BOUND),
    "far above at least": ("at least 19 people died", "71 people were killed", "match", Reason.FAR_WITHIN_BOUND),
    "below at least": ("at least 41 people died", "19 people were killed", "clash", Reason.APART),
    "rounded": ("700,000 people fled", "703,000 people fled", "match", Reason.ROUNDING),
    "small numbers are counted": ("400 gangs", "410 gangs", "clash", Reason.APART),
    "the same": ("$300 million for aid", "$300 million for aid", "match", Reason.SAME_VALUE),
    "half and percent": ("half of the town", "50 percent of the town", "match", Reason.SAME_VALUE),
    "about": ("about 57 million litres of water", "60 million litres of water", "match", Reason.HEDGES_OVERLAP),
    "units converted": ("58 metres high", "190 feet high", "match", Reason.ROUNDING),
    "basis points": ("50 basis points higher", "0.5 percentage points higher", "match", Reason.SAME_VALUE),
    "units converted, apart": ("58 metres high", "150 feet high", "clash", Reason.APART),
    "over and under one value": ("over 40% of the town", "under 40% of the town", "clash", Reason.APART),
    "at least and at most": ("at least 40% of the town", "at most 40% of the town", "match", Reason.WITHIN_BOUND),
    "without its decimals": ("33 percent of the town", "33.3 percent of the town", "match", Reason.ROUNDING),
    "more than decimals apart": ("120 metres high", "120.9 metres high", "clash", Reason.APART),
    "about what is below zero": (
        "about minus 5 degrees of frost",
        "minus 5 degrees of frost",
        "match",
        Reason.HEDGES_OVERLAP,
    ),
    "under what is below zero": (
        "under minus 5 degrees of frost",
        "minus 12 degrees of frost",
        "match",
        Reason.WITHIN_BOUND,
    ),
    "not under it": ("under minus 5 degrees of frost", "minus 2 degrees of frost", "clash", Reason.APART),
    "above what is below zero": (
        "over minus 5 degrees of frost",
        "minus 2 degrees of frost",
        "match",
        Reason.WITHIN_BOUND,
    ),
    "below zero": ("minus 5.2 degrees", "minus 5.24 degrees", "match", Reason.ROUNDING),
    "up to": ("up to 200 gangs", "nearly 200 gangs", "match", Reason.WITHIN_BOUND),
    "dead and missing": ("41 people died", "27 people are missing", "silent", Reason.OTHER_UNIT_OR_THING),
    "dollars and euros": ("$300 million for aid", "€200 million for aid", "silent", Reason.OTHER_UNIT_OR_THING),
    "people and percent": ("41 people", "41 percent of the people", "silent", Reason.OTHER_UNIT_OR_THING),
    "troops and officers": ("2,500 troops", "400 officers", "silent", Reason.OTHER_UNIT_OR_THING),
    "one says less": (
        "400 police officers deployed",
        "300 police officers arrested",
        "silent",
        Reason.OTHER_UNIT_OR_THING,
    ),
    "nobody says of what": ("it lasted ten minutes", "it lasted 25 minutes", "silent", Reason.UNCLEAR_THING),
}


@pytest.mark.parametrize(("a", "b", "agreement", "reason"), PAIRS.values(), ids=PAIRS.keys())
def test_figures_agree_clash_or_are_silent(a, b, agreement, reason):
    comparison = compare(figure(a), figure(b))
    assert (comparison.agreement, comparison.reason) == (agreement, reason)


def test_caller_who_knows_more_decides_what_is_the_same_thing():
    ten, twenty_five = figure("it lasted ten minutes"), figure("it lasted 25 minutes")
    assert compare(ten, twenty_five, Likeness.SAME).agreement is Agreement.CLASH


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("41 people died", "the number of deaths rose to 44", "same"),
        ("700,000 people fled their homes", "703,000 people were displaced", "same"),
        ("600,000 people were displaced", "hundreds of thousands of Haitians made homeless", "same"),
        ("131 children were killed", "3,661 people were killed", "unclear"),
        ("400 Kenyan officers", "150 Guatemalan officers", "unclear"),
        ("400 police officers", "300 Kenyan police", "same"),
        ("400 officers", "300 police", "other"),
        ("2,500 troops", "2,400 soldiers", "same"),
        ("three bridges", "three villages", "other"),
        ("nearly 200 gangs", "the gangs have 15,000 members", "other"),
        ("40 gangs", "900 gang members", "other"),
        ("30 ships", "400 ship workers", "other"),
        ("200 police", "400 police officers", "same"),
        ("300 families", "1,200 family members", "other"),
        ("thousands of families were displaced", "700,000 people were displaced", "other"),
    ],
)
def test_likeness_of_what_is_counted(a, b, likeness):
    assert same_thing(figure(a), figure(b)) == likeness


def test_killed_animals_are_no_people():
    killed = [figure_words(figure(text)) for text in ("22 miners were killed", "22 cows were killed")]
    assert ["people" in words for words in killed] == [True, False]


VALUES = st.floats(min_value=-1e12, max_value=1e12)
FIGURES = st.builds(
    lambda low, more, hedge, unit: Figure(
        0,
        1,
        None if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN) else low,
        None if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) else low + (abs(more) if hedge is Hedge.RANGE else 0),
        hedge,
        unit,
        "people killed" if unit == "people" else None,
    ),
    VALUES,
    VALUES,
    st.sampled_from(Hedge),
    st.sampled_from(["people", "metres", "feet", "USD", "percent"]),
)


@given(FIGURES, FIGURES)
@example(figure("at least 0 people"), figure("more than 1 people"))
@example(figure("at least 0 people"), figure("up to 1 people"))
def test_comparison_does_not_depend_on_the_order(a, b):
    assert compare(a, b) == compare(b, a)


@given(FIGURES)
def test_no_figure_clashes_with_itself(one):
    assert compare(one, one).agreement is Agreement.MATCH
