"""Figures: what is one and what is not, and each of its fields."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.article import Span
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.figures import Figure, figures_of
from clipfile.corpus.sentences import sentences_of

PUBLISHED = PublicationDate("2031-03-10")  # a Monday


def figures(text: str, published: PublicationDate | None = PUBLISHED) -> list[Figure]:
    return figures_of(text, sentences_of(text), published)


def the_figure(text: str) -> Figure:
    [figure] = figures(text)
    return figure


HEDGED = {  # text: words of the figure, low, high, hedge
    "exact": ("It has 264 large dams.", "264 large dams", 264, 264, "exact"),
    "about": ("About 8,200 people left.", "About 8,200 people", 8200, 8200, "about"),
    "some": ("Some 3 million children starve.", "Some 3 million children", 3e6, 3e6, "about"),
    "perhaps": ("It passes perhaps four litres.", "perhaps four litres", 4, 4, "about"),
    "closer to": ("It is closer to 35 per cent.", "closer to 35 per cent", 35, 35, "about"),
    "or so": ("Twenty or so men came.", "Twenty or so men", 20, 20, "about"),
    "nearly": ("It hit nearly 703,000 homes.", "nearly 703,000 homes", 703_000, 703_000, "nearly"),
    "at least": ("At least 41 people died.", "At least 41 people", 41, None, "at_least"),
    "not less than": ("Not less than 41 persons perished.", "Not less than 41 persons", 41, None, "at_least"),
    "or more": ("A crowd of 40 people or more.", "40 people or more", 40, None, "at_least"),
    "plus": ("They sent 200+ officers.", "200+ officers", 200, None, "at_least"),
    "up to": ("It holds up to 30 tonnes.", "up to 30 tonnes", None, 30, "at_most"),
    "no more than": ("It took no more than 10 minutes.", "no more than 10 minutes", None, 10, "at_most"),
    "within": ("It was sent within five days.", "within five days", None, 5, "at_most"),
    "more than": ("More than half a million fled.", "More than half a million", 500_000, None, "more_than"),
    "just over": ("The force has just over 1,000 men.", "just over 1,000 men", 1000, None, "more_than"),
    "fewer than": ("It serves fewer than 9,000 people.", "fewer than 9,000 people", None, 9000, "less_than"),
    "under": ("It drained in under four hours.", "under four hours", None, 4, "less_than"),
    "between": (
        "They have between 5,000 and 10,000 members.",
        "between 5,000 and 10,000 members",
        5000,
        10_000,
        "range",
    ),
    "dash": ("They have 5,000-10,000 members.", "5,000-10,000 members", 5000, 10_000, "range"),
    "percent on both ends": ("They make up 30% to 50% of it.", "30% to 50%", 30, 50, "range"),
    "million on the second end": ("It costs 5 to 10 million euros.", "5 to 10 million euros", 5e6, 10e6, "range"),
    "or": ("It takes two or three weeks.", "two or three weeks", 2, 3, "range"),
    "hundreds of": ("Hundreds of women sued.", "Hundreds of women", 200, 1000, "about"),
    "by one to another": ("They cut aid by €600m to €700m.", "€600m to €700m", 6e8, 7e8, "range"),
    "what is lost": ("It lost 1.2bn to 1.4bn tonnes.", "1.2bn to 1.4bn tonnes", 1.2e9, 1.4e9, "range"),
    "one sign for two": ("It is worth £1.2bn-1.4bn.", "£1.2bn-1.4bn", 1.2e9, 1.4e9, "range"),
    "between two shares": (
        "Between a quarter and a half of it burned.",
        "Between a quarter and a half",
        25,
        50,
        "range",
    ),
    "points of thousands": ("It costs 2.500 euros.", "2.500 euros", 2500, 2500, "exact"),
    "points of thousands with a sign": ("It costs €350.000.", "€350.000", 350_000, 350_000, "exact"),
    "points of thousands of people": ("Some 12.000 people came.", "Some 12.000 people", 12_000, 12_000, "about"),
    "a price with a tenth of a cent": ("Petrol is $3.459 a gallon.", "$3.459 a gallon", 3.459, 3.459, "exact"),
    "a length with three decimals": ("He ran 2.000 metres.", "2.000 metres", 2, 2, "exact"),
    "a week and a half": ("It took a week and a half.", "a week and a half", 1.5, 1.5, "exact"),
    "share in words": ("About half of the town burned.", "About half", 50, 50, "about"),
}


@pytest.mark.parametrize(("text", "words", "low", "high", "hedge"), HEDGED.values(), ids=HEDGED.keys())
def test_figure_has_hedge_and_bounds(text, words, low, high, hedge):
    figure = the_figure(text)
    assert (text[figure.start : figure.end], figure.low, figure.high, figure.hedge) == (words, low, high, hedge)


UNITS = {
    "percent sign": ("It lost 71 % of its water.", "percent"),
    "per cent": ("It lost 71 per cent of its water.", "percent"),
    "percentage points": ("It rose four percentage points.", "percentage points"),
    "basis points": ("It rose 25 basis points.", "basis points"),
    "light-years": ("It is 1.2 billion light-years away.", "light-years"),
    "dollars": ("It gave $300 million.", "USD"),
    "other dollars": ("Each costs NZ$1.90 to make.", "NZD"),
    "pounds": ("It cost 12.4 million pounds.", "GBP"),
    "pence": ("It costs 85p to enter.", "cents"),
    "a sign behind": ("It costs 30 € to enter.", "EUR"),
    "the race": ("She ran in the 800m final.", "metres"),
    "a currency that no list has": ("It cost 9.1 million marens.", "marens"),
    "people": ("Not 41 persons died.", "people"),
    "a counted noun": ("It owns 22 fire engines.", "engines"),
    "a nation's name": ("They sent two dozen Jamaicans.", "Jamaicans"),
    "length": ("It is 58 meters high.", "metres"),
    "short length": ("It stood 46km away.", "kilometres"),
    "hyphen": ("They held a 72-hour strike.", "hours"),
    "rate": ("It passes 19 litres a second.", "litres per second"),
    "speed": ("Winds of 70 km/h blew.", "kilometres per hour"),
    "rate of many": ("It had 48 cases per 100,000 people.", "cases per 100000"),
    "rate of many in words": ("It had nine cases in every thousand births.", "cases per thousand"),
    "rate of a sum": ("A place costs 5,900 dollars a month.", "USD per month"),
    "rate of a count": ("It gets about 300 letters a year.", "letters per year"),
    "price": ("It comes to 11 cents a loaf.", "cents per loaf"),
    "temperature": ("It rose to 35C.", "degrees Celsius"),
    "crew": ("Two crew members were wounded.", "members"),
    "strong": ("A 12-strong choir sang.", "people"),
    "magnitude": ("It had a magnitude of 3.1.", "magnitude"),
    "times": ("It was ten times that.", "times"),
    "doubling": ("They agreed on doubling the size of the force.", "times"),
}


@pytest.mark.parametrize(("text", "unit"), UNITS.values(), ids=UNITS.keys())
def test_figure_has_the_one_name_of_its_unit(text, unit):
    assert the_figure(text).unit == unit


COUNTED = {
    "a body that counts": ("The board counts 31 cases of mumps.", "cases"),
    "an illness that ends in s": ("The number of measles cases has risen to 14.", "measles cases"),
    "noun phrase": ("It sent 600 more Kenyan police officers.", "Kenyan police officers"),
    "an editor's brackets": ("It sent 600 more Kenyan [officers].", "Kenyan officers"),
    "what is said of them": ("At least 41 people died in the flood.", "people killed"),
    "said before": ("A blast killed at least 19 people.", "people killed"),
    "said of a bare number": ("So far 2,212 were injured.", "people injured"),
    "the number of": ("The number of displaced people surged to 703,000.", "people displaced"),
    "of the dead": ("Of the dead, 33 lived in the town.", "people killed"),
    "members of whom": ("The gangs are thought to have 5,000 members.", "members of gangs"),
    "a sum for": ("It set aside $40 million for emergency aid.", "emergency aid"),
    "a sum that something costs": ("She put the cost of repairs at $4 million.", "cost of repairs"),
    "a sum that was raised": ("The amount raised was $4 million.", "amount raised"),
    "how many more": ("Rainfall was 12 more than usual.", None),
    "a sum that is named behind": ("It won a $6,000 grant.", "grant"),
    "what halves": ("The population has halved to 12,000.", "population"),
    "whom it employs": ("The plant employs 400.", "people employed"),
    "paid for somebody": ("The club paid £4m for him.", "paid"),
    "what costs": ("The stone bridge cost $3 million.", "stone bridge cost"),
    "a cost": ("The cost of the bridge was $3 million.", "cost of the bridge"),
    "what rises": ("Revenue at the company rose to 4.1 billion.", "Revenue"),
    "what stands at": ("The jobless rate in Corran stood at 12 percent.", "jobless rate"),
    "what is": ("Turnout in the north was 61 percent.", "Turnout"),
    "what is said to fall": ("Officials said house prices will fall by 4% in March.", "house prices"),
    "a sum in a year": ("The club’s revenue rose to £41m in the year to June.", "club’s revenue"),
    "a share of what is moved": ("The deficit widened to 4.4% of output.", "deficit"),
    "what is cut": ("The bank cut its key rate to 4.5%.", "key rate"),
    "what is cut of something": ("It cut its forecast of economic growth to 2%.", "forecast of economic growth"),
    "what is said behind an and": ("Rain fell and turnout rose to 61 percent.", "turnout"),
    "a total of something else": ("The total was 61 percent.", None),
    "what is so long": ("The wall was 58 metres.", None),
    "a noun of": ("The region recorded a turnout of 61 percent.", "turnout"),
    "a share in time": ("It grew 0.3% in the second quarter.", None),
    "what rises this season": ("Attendances this season have risen to 38,400.", "Attendances"),
    "a number of": ("The number of cases has since climbed to 340.", "cases"),
    "a population": ("Corran’s population is 41,000.", "Corran’s population"),
    "a sale": ("The painting sold for $14 million.", "painting"),
    "a label": ("Attendance: 42,118.", "Attendance"),
    "a toll that rises": ("The death toll rose to 57 on Monday.", "people killed"),
    "a length of": ("It was 96 millimetres of rain.", "rain"),
    "a height": ("It is 58 metres high.", "height"),
}


@pytest.mark.parametrize(("text", "counted"), COUNTED.values(), ids=COUNTED.keys())
def test_figure_says_what_is_counted(text, counted):
    assert the_figure(text).counted == counted


def test_fear_of_being_killed_kills_nobody():
    assert "killed" not in (the_figure("Some 2 million people live in fear of being killed.").counted or "")


def test_bare_number_counts_what_the_number_before_it_counts():
    first, second = figures("Of the dead, 33 were found in Velsing and eight in Aldrun.")
    assert (second.low, second.unit, second.counted) == (8, first.unit, first.counted)


def test_bare_number_goes_back_to_the_sentence_before():
    figure = figures("The office has nine inspectors for 264 dams. In 2015 it had 21.")[-1]
    assert (figure.low, figure.unit, figure.as_of) == (21, "inspectors", "2015")


def test_each_figure_of_a_statement_is_of_its_subject():
    found = figures("Sales were up 4% at $3bn, or $1.31 a share, compared with $2.9bn in 2030.")
    assert [figure.counted for figure in found] == ["Sales"] * 4


def test_figure_that_another_is_set_against_is_of_the_same():
    found = figures(
        "Inflation stood at 6.1 percent in May, down from 6.8 percent. A seat went to 9 euros from 14 euros."
    )
    assert [figure.counted for figure in found] == ["Inflation", "Inflation", "seat", "seat"]


def test_value_that_something_doubled_to_is_no_multiple():
    twice, value = figures("The number of cases doubled to 340.")
    assert (twice.unit, value.low, value.unit, value.counted) == ("times", 340, "number", "cases")


def test_attendance_is_of_people_and_a_count_a_day_keeps_its_rate():
    assert [the_figure(text).unit for text in ("Attendance rose to 38,400.", "It rose to 340 a day.")] == [
        "people",
        "number per day",
    ]


def test_bare_number_never_goes_back_to_a_multiple():
    assert figures("Prices doubled in 2030. In 2031 it had 21.")[-1].unit == "number"


def test_part_of_a_number_of_people_counts_the_same_people():
    assert [figure.counted for figure in figures("At least 14 of the 67 injured are in hospital.")] == [
        "people injured"
    ] * 2


def test_share_of_a_number_has_its_noun_as_the_base():
    assert figures("A third of the 900 workers walked out.")[0].base == "workers"


def test_what_a_share_did_ends_at_the_next_figure():
    share = figures("Of those asked, 54 percent backed the plan and 31 percent opposed it.")[0]
    assert share.counted == "backed the plan"


def test_large_sum_has_no_stray_decimals_and_a_price_is_no_length():
    assert the_figure("The debt stands at 4.1 trillion yen.").low == 4_100_000_000_000
    assert the_figure("The house was sold for 1.2m.").low == 1_200_000


def test_votes_against_are_no_votes_in_favour():
    assert [each.counted for each in figures("It has 212 votes in favour and 88 against.")] == [
        "votes in favour",
        "votes against",
    ]


def test_sum_set_against_a_rate_is_of_the_same():
    assert figures("Parking costs rose to £2.40 an hour, up from £2.")[1].counted == "Parking costs"


def test_what_turned_over_has_no_bound():
    assert the_figure("It turned over two kilometres from the harbour.").hedge == "exact"


def test_who_says_it_is_not_what_is_measured():
    assert [figure.counted for figure in figures("He said it rose 4%. A colleague says that it is 35 percent.")] == [
        None
    ] * 2


def test_number_out_of_another_counts_the_same():
    part, whole = figures("It left 31 of 212 houses standing.")
    assert (part.low, part.unit, whole.low) == (31, "houses", 212)


def test_percentage_has_what_it_is_of():
    share, people = figures("That is 6 per cent of the country’s population of 11.5 million.")
    assert (share.base, people.unit, people.low) == ("country’s population", "people", 11_500_000)


def test_change_from_one_value_to_another_is_two_figures_of_one_unit():
    low, high = figures("Fines will rise from 5,000 to 12,000 euros.")
    assert [(one.low, one.unit) for one in (low, high)] == [(5000, "EUR"), (12_000, "EUR")]


def test_what_something_falls_by_and_to_are_two_figures():
    assert [figure.low for figure in figures("The price fell by $5 to $60.")] == [5, 60]


def test_part_of_them_is_of_those_counted_before():
    people, children, women = figures("Around 61,000 people fled, a third of them children. Half of them are women.")[
        :3
    ]
    assert (children.counted, children.base) == (people.counted, people.counted)
    assert women.unit == "percent"
    length, horses = figures("They run along 400 metres of wall, forty-three of them, in blue.")
    assert (length.unit, horses.unit) == ("metres", "number")


def test_bare_sum_after_a_price_is_money():
    assert [one.unit for one in figures("It costs 2,000 euros a metre, or 1.5 million with the path.")] == [
        "EUR per metre",
        "EUR",
    ]


def test_sum_to_which_something_doubled_is_of_it():
    assert [one.counted for one in figures("Sales more than doubled to $4m.")] == [None, "Sales"]


def test_vote_is_two_figures_and_no_range():
    assert [figure.low for figure in figures("The board voted by two to seven.")] == [2, 7]


AS_OF = {
    "as of": ("As of March 9, at least 41 people had died.", "2031-03-09"),
    "by": ("By 9 March, 57 people were known to have died.", "2031-03-09"),
    "in a year": ("In 2024, at least 5,600 people were killed.", "2024"),
    "behind": ("Some 2,400 people were still out of their homes on June 1.", "2031-06-01"),
    "last year": ("Last year 40 people were killed.", "2030"),
    "so far this year": ("The gangs have killed 40 people so far this year.", "2031"),
    "a half of the year": ("In all, 131 children were killed in the first half of the year.", "2031-01/2031-06"),
    "when the toll was given": ("The flood killed at least 19 people, officials said on Tuesday.", "2031-03-04"),
    "nothing says": ("The flood killed at least 19 people.", None),
    "when something else happened": ("The dam, built in 1974, serves 310,000 people.", None),
    "a length holds always": ("In 2024, it was 58 metres high.", None),
    "a weekday to come": ("The bank will cut 300 jobs by Friday.", "2031-03-14"),
    "a weekday to come first": ("By Friday the force hopes to have 800 officers.", "2031-03-14"),
    "when it struck": ("A similar fire in 2024 killed 93 people.", "2024"),
    "when it struck, between commas": ("The last such storm, in 2024, left 93 people dead.", "2024"),
    "since": ("It has paid 40 families since 2018.", None),
}


@pytest.mark.parametrize(("text", "as_of"), AS_OF.values(), ids=AS_OF.keys())
def test_figure_holds_as_of_what_the_words_around_it_say(text, as_of):
    assert the_figure(text).as_of == as_of


def test_sentence_about_the_figures_dates_the_toll_before_it():
    toll = figures("At least 41 people died. The figure, given as of March 9, covers the whole valley.")[0]
    assert toll.as_of == "2031-03-09"


NOT_FIGURES = {
    "date": "It met on 9 March 2031 and on Oct. 8, 2029.",
    "year": "It began in 2016, in the late 1990s and before 2010.",
    "clock": "It broke at 11:40 p.m. and again at 12.20am.",
    "opening hours": "It opens between 8 and 10 a.m. and from 6-9pm.",
    "ordinal": "The 31st session was its third and its 2nd.",
    "road": "Highway 7 was cut.",
    "aircraft": "A Boeing 737 and an F-16 landed.",
    "group of states": "The G7 and the G20 met.",
    "gang named by a number": "An assault by the gang 400 Mawozo was repelled.",
    "container": "The heating in container 88 works.",
    "article": "Under Article 5 and section 12 it may.",
    "phase": "The mission is in phase one.",
    "age": "Jean, a 32-year-old resident, and Ann Lee, 67, agreed.",
    "age of a man": "A man of 67 and a girl of nine were among the dead.",
    "age turned": "The victim, who turned 67 last week, was found on Monday.",
    "age that is just told": "She died aged just 23.",
    "age at death": "He died at 67.",
    "age when it happened": "She was 19 when she drowned.",
    "age of the youngest": "The youngest victim was 11.",
    "age of one without a name": "Their daughter, now 12, was missing, and the driver, 45 and from Corran, was detained.",
    "ages of brothers": "He leaves his sons, 12 and 15.",
    "children of a mother": "A mother of four was killed.",
    "people over an age": "Of the dead, most were people over 70 and children under five.",
    "anyone under an age": "It is closed to anyone under 18.",
    "time of an entry": "21.04 Government survives.",
    "lines of a screen": "The clip is in 720p and 1080p.",
    "years of age": "She was born at the age of 16 in her thirties.",
    "exits": "It is shut between exits 14 and 19.",
    "noon": "They met at 12 noon.",
    "phone number": "Call +44 20 7946 0958 or 555-0134-2211.",
    "score": "They won 3-1 and lost 31-17.",
    "list number": "1. Lottery winner comes forward",
    "reference": "It closed.[12]",
    "idiom": "It was a catch-22 and open 24/7.",
    "pronoun": "One of them said that one person may not.",
    "address": "It is at 10 Downing Street.",
    "the two": "The two agreed.",
    "compound": "It is a three-legged stool.",
    "named by a number": "It met the Three Rivers council.",
    "web address": "See https://example.org/2031/17 for more.",
}


@pytest.mark.parametrize("text", NOT_FIGURES.values(), ids=NOT_FIGURES.keys())
def test_number_that_counts_nothing_is_no_figure(text):
    assert figures(text) == []


def test_figures_outside_the_sentences_are_left_out():
    text = "Three bridges fell. Read more: 500 jobs to go"
    assert [text[one.start : one.end] for one in figures_of(text, [Span(0, 19)])] == ["Three bridges"]


DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
WRITTEN = ["%d %B %Y", "%B %d, %Y", "%b. %d, %Y", "%Y-%m-%d", "%B %Y", "%d %B"]


@given(DATES, st.sampled_from(WRITTEN))
def test_no_number_of_a_date_is_a_figure(day, written):
    words = day.strftime(written).replace("May.", "May")
    assert figures(f"The council met on {words} in the hall.") == []


PIECES = st.lists(
    st.sampled_from(
        "12 3,400 8 200 £12.4m $ % 1/2 ½ half a third of more than at least between and to - – from five million dozens "
        "of people killed per cent in 2024 as of March 9 , . ( ) [ ] “ ” ’ Boeing 737 km metres a year doubled The one two "
        "officers who were\n last on Tuesday :".split(" ")
    ),
    max_size=30,
).map(" ".join)


@given(st.one_of(PIECES, st.text(max_size=200)))
def test_every_figure_is_a_slice_of_one_sentence_with_ordered_bounds(text):
    sentences = sentences_of(text)
    found = figures_of(text, sentences, PUBLISHED)
    for figure in found:
        assert any(one.start <= figure.start < figure.end <= one.end for one in sentences)
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert found == figures_of(text, sentences, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The driver of 12 buses met a gang of 14.", [12, 14]),
        ("In Corran, 67 were arrested.", [67]),
        ("Of those in Corran, nine, all of them children, were killed.", [9]),
        ("She was 12 under par.", [12]),
    ],
)
def test_what_stands_like_an_age_and_counts_something_is_none(text, values):
    assert [figure.low for figure in figures(text)] == values


def test_a_row_of_a_table_gives_no_figure():
    text = "| Revenue | 1,430 | 1,370 |\nRevenue was 1,370 crowns."
    figures = figures_of(text, sentences_of(text))
    assert [text[figure.start : figure.end] for figure in figures] == ["1,370 crowns"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Revenue fell 4.2% to 1.37 billion crowns.", ["4.2%", "1.37 billion crowns"]),
        ("Every morning at five Ann Lee unlocks the door.", []),
        ("Ann Lee opens at six every morning with two bakers.", ["two bakers"]),
        ("I had 212 children in the club. I am 61.", ["212 children"]),
        ("- Sept. 2: Sunday hours begin", []),
        ("[1] Safety Board, Annual Report 2019, p. 44.", []),
        ("He sent me two lines.\n\nWhat would you do with the 65 million?", ["two lines", "65 million"]),
    ],
)
def test_neighbours_of_other_kinds_clock_times_and_pages_are_told_apart(text: str, words: list[str]):
    found = figures_of(text, sentences_of(text))
    assert [text[figure.start : figure.end] for figure in found] == words
    assert "lines" not in [figure.unit for figure in found[1:]]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Six people are still missing, down from 14 on Wednesday.", [None, "2025-03-12"]),
        ("Revenue fell to 1.37 billion euros from 1.43 billion a year earlier.", [None, "2024"]),
        ("Revenue fell to 1.37 billion euros last year.", ["2024"]),
    ],
)
def test_the_day_behind_an_earlier_figure_is_its_own(text: str, dates: list[str | None]):
    figures = figures_of(text, sentences_of(text), PublicationDate("2025-03-14"))
    assert [figure.as_of for figure in figures] == dates
