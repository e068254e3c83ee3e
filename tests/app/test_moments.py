"""Whether two times that texts name can be one."""

import pytest

from clipfile.app.moments import exclude, moments_in
from clipfile.corpus.dates import PublicationDate

FRIDAY = PublicationDate("2035-05-11")
EXCLUDE = {
    "two days": ("It opens on 4 May.", "It opens on 11 May.", True),
    "one day in two spellings": ("It opens on May 4, 2035.", "It opens on 4 May.", False),
    "a day in its month": ("It opened in June.", "It opened on 12 June.", False),
    "a day in another month": ("It opened in July.", "It opened on 12 June.", True),
    "two weekdays": ("It broke early on Tuesday.", "It broke on Monday night.", True),
    "a weekday and its date": ("It broke on Tuesday.", "It broke on 8 May.", False),
    "a weekday and the date of another": ("It broke on Tuesday.", "It broke on 9 May.", True),
    "a night has two days": ("It broke overnight on Tuesday.", "It broke on Monday night.", False),
    "the night between two days": ("It broke overnight Monday to Tuesday.", "It broke early on Tuesday.", False),
    "two hours": ("It broke at 6.40 a.m.", "It broke at 9.05 in the morning.", True),
    "one hour in two spellings": ("It broke at 18.30.", "It broke at half past six.", False),
    "an hour with a day": ("It broke on Tuesday at 3 p.m.", "It broke at noon on Tuesday.", True),
    "an hour in its part of the day": ("It broke on Tuesday afternoon.", "It broke at 3 p.m. on Tuesday.", False),
    "an hour in another part": ("It broke on Tuesday morning.", "It broke at 3 p.m. on Tuesday.", True),
    "an hour without its half of the day": ("It broke at three.", "It broke at 3 p.m.", False),
    "noon by the clock": ("It broke at noon.", "It broke at twelve o'clock.", False),
    "minutes apart": ("It broke at noon.", "It broke at 11.58.", False),
    "noon and three": ("It broke at noon.", "It broke at three, she said.", True),
    "up to a day": ("It opens by 4 May.", "It opened on 2 May.", False),
    "beyond a day": ("It opens by 4 May.", "It opened on 7 May.", True),
    "two deadlines": ("It is to be ready by the end of 2034.", "It is to be ready by the end of 2036.", True),
    "not before": ("It will not open before 2037.", "It opens in summer 2036.", True),
    "at the earliest": ("It opens in 2037 at the earliest.", "It opens in 2038.", False),
    "a stretch holds its days": ("It ran from 3 May to 9 May.", "It ran on 5 May.", False),
    "months before a change": ("It was put back from May to June.", "It opens in May.", True),
    "days before a change": ("It was moved from 4 May to 11 May.", "It opens on 4 May.", True),
    "a season": ("It opens in spring 2035.", "It opens in autumn 2035.", True),
    "a season in whatever year": ("It opens in the autumn.", "It opens in October 2034.", False),
    "by a season": ("It opens by the summer.", "It opened in April.", False),
    "last fall, in a place": ("It broke last fall in Oulmet.", "It broke in May 2034.", True),
    "a season is as long for whatever year": ("It opens in the summer.", "It opens on 12 October.", False),
    "a year of its own": ("It broke on 28 November of last year.", "It broke in November 2034.", False),
    "last month of that name": ("It broke last June.", "It broke in June 2035.", True),
    "what is to come": ("It will open on 4 April.", "It opened on 4 April 2035.", True),
    "about a year": ("It fills by about 2055.", "It fills in 2055.", False),
    "so long ago": ("It broke three years ago.", "It broke in 2029.", True),
}


@pytest.mark.parametrize(("one", "other", "expected"), EXCLUDE.values(), ids=EXCLUDE)
def test_times_exclude_each_other_where_no_reading_of_both_fits(one: str, other: str, expected: bool) -> None:
    a, b = (moments_in(text, FRIDAY) for text in (one, other))
    assert [exclude(x, y) for x in a for y in b] == [expected]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It broke early on Tuesday.", ["early on Tuesday"]),
        ("It opened on Wednesday, 9 May, at 6.30 in the morning.", ["on Wednesday, 9 May, at 6.30 in the morning"]),
        ("It rang at 6.15 a.m. on Tuesday.", ["6.15 a.m. on Tuesday"]),
        ("It is to be ready by about 2055.", ["by about 2055"]),
        ("He was woken in the morning.", []),
        ("It rose at 6.40 per cent.", []),
        ("It was half a year late, in July.", ["July"]),
    ],
)
def test_a_time_is_found_with_the_words_that_limit_it(text: str, words: list[str]) -> None:
    assert [text[each.span.start : each.span.end] for each in moments_in(text, FRIDAY)] == words


def test_weekdays_say_nothing_where_the_day_of_the_article_is_not_known() -> None:
    assert moments_in("It broke on Tuesday.", PublicationDate("2035-05")) == []
    assert moments_in("It broke on Tuesday.", None) == []
