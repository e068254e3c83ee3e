"""Why two figures for one thing differ, and the words that decide it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.article import Article
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.differences import Stated, Why, difference, differences, is_later
from clipfile.corpus.figures import figures_of
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.voice import voices_of


def stated(text: str, published: str | None = None) -> list[Stated]:
    article = Article("a", text, published=PublicationDate(published) if published else None)
    sentences = sentences_of(text)
    voices = voices_of(text, sentences)
    figures = figures_of(text, sentences, article.published)
    return [
        Stated(article, sentence, each, voice, tuple(other for other in figures if other is not each))
        for sentence, voice in zip(sentences, voices, strict=True)
        for each in figures
        if sentence.start <= each.start < sentence.end
    ]


PAIRS = {
    "a toll that grows": (
        ("The blast killed at least 14 miners.", "2032-03-10"),
        ("The blast killed 22 miners.", "2032-03-13"),
        Why.LATER_UPDATE,
        ("at least 14 miners", "22 miners"),
    ),
    "words of an update decide": (
        ("The fund has raised 2.4 million dollars for the museum.", "2032-05-03"),
        ("The fund has now raised 3.9 million dollars for the museum.", "2032-06-02"),
        Why.LATER_UPDATE,
        ("2.4 million dollars", "now"),
    ),
    "two places": (
        ("In Ostry county 64 per cent of voters turned out.", "2032-11-07"),
        ("In Vell county 51 per cent of voters turned out.", "2032-11-07"),
        Why.OTHER_SCOPE,
        ("In Ostry county", "In Vell county"),
    ),
    "two years": (
        ("The court heard 1,870 asylum cases in 2030.", "2032-02-11"),
        ("The court heard 2,640 asylum cases in 2031.", "2032-02-12"),
        Why.OTHER_SCOPE,
        ("in 2030", "in 2031"),
    ),
    "something counted in": (
        ("The works employs 3,400 workers.", None),
        ("The works employs 5,000 workers, including contractors.", None),
        Why.OTHER_SCOPE,
        ("3,400 workers", "including contractors"),
    ),
    "two changes": (
        ("Shares of the lender plunged 12 percent on Tuesday.", "2032-05-05"),
        ("Shares of the lender rose 4 percent on Tuesday.", "2032-05-05"),
        Why.CONFLICT,
        ("12 percent", "4 percent"),
    ),
    "two sources": (
        ("The organisers said 90,000 people marched.", "2032-05-02"),
        ("Police said 35,000 people marched.", "2032-05-02"),
        Why.OTHER_ATTRIBUTION,
        ("The organisers said", "Police said"),
    ),
    "hedges overlap": (
        ("About 1,200 dockers walked out.", "2032-03-15"),
        ("In all 1,184 dockers walked out.", "2032-03-15"),
        Why.ROUNDING,
        ("About 1,200 dockers", "1,184 dockers"),
    ),
    "two outlets in their own words": (
        ("The hotel had 212 guests.", "2032-01-03"),
        ("The hotel had 260 guests.", "2032-01-03"),
        Why.CONFLICT,
        ("212 guests", "260 guests"),
    ),
    "a price that rose": (
        ("The tower will cost 30 million dollars.", "2032-03-08"),
        ("The cost of the tower has climbed to 52 million dollars.", "2033-02-11"),
        Why.LATER_UPDATE,
        ("30 million dollars", "has climbed"),
    ),
    "a rate that was raised": (
        ("The bank’s key rate stands at 4 percent.", "2032-03-08"),
        ("The bank has raised its key rate to 4.5 percent.", "2032-04-11"),
        Why.LATER_UPDATE,
        ("4 percent", "has raised its"),
    ),
    "one says more of what it counts": (
        ("The storm cut power to 60,000 homes in Tarn county.", "2032-11-04"),
        ("About 9,000 homes in Tarn county were still without power.", "2032-11-06"),
        Why.LATER_UPDATE,
        ("60,000 homes", "still"),
    ),
    "magnitudes": (
        ("The operator said the quake had a magnitude of 5.1.", "2032-03-01"),
        ("The institute measured a tremor of magnitude 5.6, it said.", "2032-03-01"),
        Why.OTHER_ATTRIBUTION,
        ("The operator said", "it said"),
    ),
    "a plan in the next clause": (
        ("The fund has collected 2 million dollars for the museum and will pay for a roof.", "2032-05-03"),
        ("The fund has now raised 5 million dollars for the museum.", "2032-06-02"),
        Why.LATER_UPDATE,
        ("2 million dollars", "now"),
    ),
    "one outlet against a source": (
        ("The hotel had 212 guests.", "2032-01-03"),
        ("The hotel had 260 guests, the manager said.", "2032-01-03"),
        Why.DIFFER,
        ("212 guests", "260 guests"),
    ),
}


@pytest.mark.parametrize(("one", "other", "why", "words"), PAIRS.values(), ids=PAIRS)
def test_why_two_figures_differ(one, other, why, words) -> None:
    a, b = stated(*one)[0], stated(*other)[0]
    found = difference(a, b)
    assert found is not None
    assert (found.why, a.article.quote(found.one), b.article.quote(found.other)) == (why, *words)


def test_where_a_sentence_opens_limits_its_later_figures_too() -> None:
    ostry = stated("In Ostry county 30 houses burned and 64 people died.", "2032-05-05")[1]
    assert difference(ostry, stated("In Vell county 51 people died.", "2032-05-05")[0]).why is Why.OTHER_SCOPE


def test_that_the_earlier_figure_had_risen_makes_the_later_one_no_update() -> None:
    earlier = stated("In the capital, turnout rose to 70 percent.", "2032-06-15")[0]
    later = stated("The vote drew a turnout of 58 percent.", "2032-06-16")[0]
    assert difference(earlier, later).why is Why.CONFLICT


@pytest.mark.parametrize(("one", "other"), [pair[:2] for pair in PAIRS.values()], ids=PAIRS)
def test_the_reason_does_not_depend_on_the_order(one, other) -> None:
    a, b = stated(*one)[0], stated(*other)[0]
    there, back = difference(a, b), difference(b, a)
    assert there and back
    assert (there.why, there.one, there.other) == (back.why, back.other, back.one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blast killed 14 miners.", "The blast injured 37 miners."),
        ("There are 40 gangs.", "The gangs have 3,000 members."),
        ("The army has 900 soldiers.", "The army gets 200 more soldiers."),
        ("Donors gave $90 million to the fund.", "The fund has $12 million in other donations."),
        ("A million bees died.", "The spraying killed 1,000,000 bees."),
        ("The mill made a profit of 9 million dollars.", "The mill was fined 2 million dollars."),
        ("The flood killed 14 people.", "The flood killed 22 cows."),
        ("Rents rose 4 percent.", "Rents were 61 percent of what they had."),
        ("The trade gap narrowed by 4 billion dollars.", "The trade gap was 31 billion dollars."),
        ("Unemployment tumbled 2 percent in May.", "Unemployment was 6 percent in May."),
        ("The bank cut its key rate by 0.5 percent.", "The bank kept its key rate at 4 percent."),
        ("Storms killed 20 people.", "It supplies 300,000 people with water."),
        ("More miners were killed than the 14 miners buried in May.", "The blast killed 22 miners."),
        ("The blast killed not 14 miners but more.", "The blast killed 22 miners."),
    ],
)
def test_other_things_and_equal_figures_do_not_differ(one, other) -> None:
    assert difference(stated(one)[0], stated(other)[0]) is None


def test_a_figure_that_both_quotes_have_is_not_set_against_others() -> None:
    found = differences(stated("Of 212 houses 30 houses stand."), stated("Of 212 houses 60 houses stand."))
    assert [(a.figure.low, b.figure.low) for a, b, _ in found] == [(30, 60)]


@given(st.dates(), st.dates())
def test_a_figure_is_never_later_than_itself_nor_than_a_later_one(one, other) -> None:
    a, b = (stated("The blast killed 14 miners.", day.isoformat())[0] for day in (one, other))
    assert is_later(a, b) == (one < other)


def test_undated_figures_are_not_later() -> None:
    dated, undated = stated("The blast killed 14 miners.", "2032-03-10")[0], stated("The blast killed 22 miners.")[0]
    assert not is_later(dated, undated)
    assert not is_later(undated, dated)
