"""Where figures stand in a plot, by arithmetic written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.app.figure_plot import Plot, plots_of, value_in_words
from clipfile.app.ledger import DateOf, Row


def row(low: float | None, high: float | None, date: str | None = "2024-05-01", unit: str = "people", **more) -> Row:
    known = {
        "value": "some",
        "hedge": "exact",
        "counted": "people displaced",
        "base": None,
        "date_of": DateOf.AS_OF if date else DateOf.NONE,
        "as_of": date,
        "article": "a",
        "outlet": "Gazette",
        "published": None,
        "speaker": None,
        "start": 0,
        "end": 4,
        "sentence_start": 0,
        "sentence_end": 9,
        "sentence": "some left",
    }
    return Row(**known | {"low": low, "high": high, "date": date, "unit": unit} | more)


def only(plots: list[Plot]) -> Plot:
    [plot] = plots
    return plot


def test_even_scale_begins_at_zero_and_ends_above_the_largest():
    plot = only(plots_of([row(500, 500), row(900, 900)]))
    assert [tick.label for tick in plot.values] == ["0", "200", "400", "600", "800", "1,000"]
    assert [mark.low for mark in plot.marks] == [pytest.approx(500 / 1000), pytest.approx(900 / 1000)]


def test_values_far_apart_stand_on_powers_of_ten():
    plot = only(plots_of([row(10, 10), row(1000, 1000)]))
    assert plot.logarithmic
    assert [tick.label for tick in plot.values] == ["10", "100", "1,000"]
    assert [mark.low for mark in plot.marks] == [0, 1]


def test_open_sides_and_ranges_are_kept_apart():
    plot = only(plots_of([row(700, None), row(None, 800), row(200, 1000)]))
    assert [(mark.low is None, mark.high is None) for mark in plot.marks] == [
        (False, True),
        (True, False),
        (False, False),
    ]
    assert plot.marks[2].high - plot.marks[2].low == pytest.approx(0.8)


def test_undated_figure_has_no_day_and_a_year_is_as_long_as_a_year():
    plot = only(plots_of([row(1, 1, "2024"), row(1, 1, "2024-07-01"), row(1, 1, None)]))
    year, day, undated = plot.marks
    assert (undated.first, undated.last) == (None, None)
    assert day.first == day.last
    assert year.first < day.first < year.last


def test_units_have_plots_of_their_own_and_a_single_figure_none():
    plots = plots_of(
        [row(1, 1), row(5, 5, unit="percent"), row(2, 2), row(6, 6, unit="percent"), row(3, 3, unit="USD")]
    )
    assert [(plot.unit, len(plot.marks)) for plot in plots] == [("people", 2), ("percent", 2)]


def test_a_peoples_name_counts_people():
    assert only(plots_of([row(1, 1), row(2, 2, unit="Belgians")])).unit == "people"


def test_outlets_with_most_figures_have_signs_of_their_own():
    rows = [row(1, 1, outlet=name) for name in "bacadaefghi"] + [row(1, 1, outlet=None)]
    plot = only(plots_of(rows))
    assert plot.outlets == ("a", "b", "c", "d", "e", "f", "g", "other outlets", "outlet not stated")
    assert [plot.outlets[mark.outlet] for mark in plot.marks][-3:] == [
        "other outlets",
        "other outlets",
        "outlet not stated",
    ]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (703_000, "people", "703,000"),
        (1.5e6, "people", "1.5 million"),
        (2e9, "USD", "2 billion"),
        (85, "percent", "85%"),
        (2.5, "metres", "2.5"),
    ],
)
def test_value_is_written_as_on_an_axis(value, unit, words):
    assert value_in_words(value, unit) == words


VALUES = st.floats(-1e12, 1e12, allow_nan=False, allow_subnormal=False) | st.integers(0, 100).map(float)
DATES = st.none() | st.dates().map(str) | st.integers(1000, 9999).map(str)


@given(st.lists(st.tuples(VALUES, VALUES, DATES), min_size=2, max_size=12))
def test_every_mark_and_tick_stands_inside_the_axes(found):
    rows = [row(min(one, other), max(one, other), date) for one, other, date in found]
    for plot in plots_of(rows):
        shares = [share for mark in plot.marks for share in (mark.first, mark.last, mark.low, mark.high)]
        shares += [tick.at for tick in (*plot.values, *plot.days)]
        assert all(-0.05 <= share <= 1.05 for share in shares if share is not None)
        assert len(plot.values) <= 16
