"""Dates and periods that a text names."""

from datetime import date

import pytest

from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.times import TimeKind, period, times_in

PUBLISHED = PublicationDate("2031-03-04")  # a Tuesday

NAMED = {
    "day and month": ("as of 9 March", "9 March", "2031-03-09"),
    "month and day": ("as of September 27, the UN", "September 27", "2030-09-27"),
    "full date": ("Oct. 8, 2029", "Oct. 8, 2029", "2029-10-08"),
    "day first": ("on 14 November 2029 to", "14 November 2029", "2029-11-14"),
    "month of a year": ("in October 2023 by", "October 2023", "2023-10"),
    "late in a month": ("in late June 2024", "late June 2024", "2024-06"),
    "end of a month": ("At the end of March it", "the end of March", "2031-03"),
    "month before a full stop": ("It began in July.", "July", "2031-07"),
    "month nearest to publication": ("is due in December", "December", "2030-12"),
    "year": ("In 2015 it had 21", "2015", "2015"),
    "ISO": ("2022-11-18", "2022-11-18", "2022-11-18"),
    "years": ("from 2004 to 2017,", "from 2004 to 2017", "2004/2017"),
    "short years": ("the 2010-11 season", "2010-11", "2010/2011"),
    "half of the year": ("in the first half of the year", "the first half of the year", "2031-01/2031-06"),
    "quarter of a year": ("the third quarter of 2024", "the third quarter of 2024", "2024-07/2024-09"),
    "months": ("between January and May,", "between January and May", "2031-01/2031-05"),
    "months of a year": ("from November 2023 to May 2024", "from November 2023 to May 2024", "2023-11/2024-05"),
    "last year": ("rose last year", "last year", "2030"),
    "so far this year": ("killed so far this year", "so far this year", "2031"),
    "last month": ("it fell last month", "last month", "2031-02"),
    "weekday": ("said on Monday", "on Monday", "2031-03-03"),
    "weekday of publication": ("said on Tuesday", "on Tuesday", "2031-03-04"),
    "yesterday": ("said yesterday", "yesterday", "2031-03-03"),
    "last week": ("it fell last week", "last week", "2031-02-24/2031-03-02"),
    "year that opens a sentence": ("In 2020 prices rose.", "2020", "2020"),
    "month before a name": ("In June Peru left", "June", "2031-06"),
    "the march of a month": ("the March election", "March", "2031-03"),
}


@pytest.mark.parametrize(("text", "words", "edtf"), NAMED.values(), ids=NAMED.keys())
def test_time_is_found_and_resolved(text, words, edtf):
    [time] = times_in(text, PUBLISHED)
    assert (text[time.start : time.end], time.edtf) == (words, edtf)


@pytest.mark.parametrize("text", ["at 11:40 p.m.", "at 12.20am", "at 5.20 a.m.", "at 1400 GMT", "by two o'clock"])
def test_clock_time_has_no_date(text):
    [time] = times_in(text, PUBLISHED)
    assert (time.kind, time.edtf) == (TimeKind.CLOCK, None)


@pytest.mark.parametrize("text", ["2000 people fled", "2100 soldiers", "it may rain", "they march on", "25.4 hectares"])
def test_counts_and_verbs_are_no_times(text):
    assert times_in(text, PUBLISHED) == []


@pytest.mark.parametrize(
    "text", ["Jan Berg won", "Jan won", "Mrs May won", "May said so", "told April Holt", "The March for Peace"]
)
def test_names_and_marches_are_no_months(text):
    assert times_in(text, PUBLISHED) == []


def test_the_last_week_of_a_month_is_not_the_week_before():
    assert [time.edtf for time in times_in("in the last week of May", PUBLISHED)] == ["2031-05"]


@pytest.mark.parametrize("text", ["last year", "on Monday", "in March", "9 March", "yesterday"])
def test_relative_time_of_an_undated_article_is_unresolved(text):
    assert [time.edtf for time in times_in(text, None)] == [None]


def test_weekday_is_unresolved_when_only_the_month_of_publication_is_known():
    assert [time.edtf for time in times_in("said on Monday", PublicationDate("2031-03~"))] == [None]


def test_impossible_day_is_unresolved():
    assert [time.edtf for time in times_in("31 February 2030")] == [None]


def test_period_of_an_interval_is_its_first_and_last_day():
    assert period("2024-01/2024-05") == (date(2024, 1, 1), date(2024, 5, 31))
