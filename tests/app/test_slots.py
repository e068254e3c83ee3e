"""Comparisons of a claim with one sentence: tables of pairs and what they say."""

import pytest

from clipfile.app.alignment import aligned
from clipfile.app.slot import InContext, Outcome, Slot, SlotKind, in_words
from clipfile.app.slots import compare_slots
from clipfile.corpus.article import Article, Span
from clipfile.corpus.dates import PublicationDate


def slots_of(claim: str, sentence: str, before: str = "", published: str = "2024-08") -> list[Slot]:
    text = f"{before}\n{sentence}" if before else sentence
    article = Article("a", text, published=PublicationDate(published))
    start = len(text) - len(sentence)
    spans = (Span(0, len(before)),) if before else ()
    context = InContext(article, Span(start, len(text)), spans)
    return compare_slots(claim, context, aligned(claim, sentence))


def outcome(kind: SlotKind, claim: str, sentence: str, **context: str) -> str:
    """The outcomes of a kind, the clash first; "none" where nothing was compared."""
    found = {str(slot.outcome) for slot in slots_of(claim, sentence, **context) if slot.kind is kind}
    return next((each for each in ("clash", "match", "silent") if each in found), "none")


FIGURES = [
    pytest.param("The bridge cost 19 million euros.", "The bridge cost 9.1 million euros.", "clash", id="other sum"),
    pytest.param("The bridge cost nine million euros.", "The bridge cost 9 million euros.", "match", id="in words"),
    pytest.param("About 15,000 members remain.", "Between 5,000 and 10,000 members remain.", "clash", id="range"),
    pytest.param("More than 700 officers came.", "Some 750 officers came.", "match", id="above a bound"),
    pytest.param("Fewer than 700 officers came.", "Some 900 officers came.", "clash", id="above an upper bound"),
    pytest.param("The dam is 58 metres high.", "The dam is 5.8 kilometres away.", "silent", id="height and distance"),
    pytest.param("80% of the houses stand.", "Over 80 per cent of the houses stand.", "match", id="per cent"),
    pytest.param("The gangs have 15,000 members.", "There are 200 gangs.", "silent", id="members and gangs"),
    pytest.param("41 people died.", "The road is 12 miles long.", "silent", id="other thing"),
    pytest.param(
        "The state sent 400 officers.",
        "It had planned for 2,500 officers, but only the 400 police of June came.",
        "silent",
        id="the number by another name",
    ),
    pytest.param(
        "One in 10,000 patients had a reaction.", "One in 10 patients had a reaction.", "clash", id="one in 10,000"
    ),
    pytest.param(
        "Over 60 percent of voters back the plan.",
        "Under 60 percent of voters back the plan.",
        "clash",
        id="over and under",
    ),
    pytest.param(
        "It will save 12 million euros.", "It will save 12 million euros, not 30 million.", "match", id="not another"
    ),
    pytest.param("It has 30 ships.", "It has 12 ships, not 30 ships.", "clash", id="the figure that is denied"),
    pytest.param("It has 12 ships.", "It was said to have not 30 ships.", "silent", id="a denied figure alone"),
    pytest.param("The economy grew by 0.5 percent.", "The economy grew by -0.5 percent.", "clash", id="minus"),
    pytest.param("Turnout was 60 percent.", "Turnout never exceeded 40 percent.", "clash", id="never exceeded"),
    pytest.param(
        "Turnout was 30 percent.", "Turnout never exceeded 40 percent.", "match", id="within what it never exceeded"
    ),
    pytest.param("Unemployment fell to 5 percent.", "Unemployment fell by 5 percent.", "silent", id="to and by"),
    pytest.param(
        "Unemployment rose to 5 percent.", "Unemployment rose from 5 percent to 10 percent.", "clash", id="to and from"
    ),
    pytest.param("33 percent of women work.", "33.3 percent of women work.", "match", id="without decimals"),
    pytest.param("The hall was full.", "The hall holds 900 people.", "none", id="no figure claimed"),
]


@pytest.mark.parametrize(("claim", "sentence", "expected"), FIGURES)
def test_figures_agree_or_exclude_each_other(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.FIGURE, claim, sentence) == expected


DATES = [
    pytest.param("They came in late June 2024.", "They came at the end of June.", "match", id="late and end of"),
    pytest.param("They came in early June 2024.", "They came at the end of June.", "clash", id="early and end of"),
    pytest.param("It fell in the first half of 2024.", "It fell in March.", "match", id="half of a year"),
    pytest.param("It fell in the autumn of 2023.", "It fell on October 2, 2023.", "match", id="season"),
    pytest.param("It fell in 2010.", "It fell in 2017.", "clash", id="other year"),
    pytest.param("It opened on a Tuesday.", "It opened on Wednesday.", "clash", id="other weekday"),
    pytest.param("It opened in May 2024.", "It opened to applause.", "silent", id="no date said"),
    pytest.param("It was built after 2010.", "It was built in 2014.", "silent", id="after a year"),
    pytest.param(
        "There has been no hospital since 2015.", "There was no hospital in 2018.", "silent", id="since a year"
    ),
    pytest.param("It will open by 2030.", "It will open in 2028.", "silent", id="by a year"),
    pytest.param("It was built after 2010.", "It was built in 2004.", "clash", id="before what it is after"),
    pytest.param("It fell on May 7, 2024.", "It fell on May 3-9, 2024.", "match", id="one of several days"),
    pytest.param("It fell on 12 May 2024.", "It fell between 3 and 9 May 2024.", "clash", id="none of several days"),
    pytest.param("It opened on June 9, 2024.", "It moved from May 7 to June 12, 2024.", "clash", id="two dates"),
    pytest.param("It opened on June 20.", "The yearly June fair opened on June 20.", "match", id="yearly is not early"),
    pytest.param("It opened.", "It opened in May.", "none", id="no date claimed"),
    pytest.param("It fell in winter 2023.", "It fell in July 2023.", "clash", id="winter is not summer"),
    pytest.param("It fell in winter 2023.", "It fell in December 2023.", "match", id="winter at the end of the year"),
    pytest.param("It fell in the winter of 2023-24.", "It fell in January 2024.", "match", id="winter over two years"),
    pytest.param("It fell last summer.", "It fell in July 2023.", "match", id="last summer, said in summer"),
    pytest.param("It fell last summer.", "It fell in March.", "clash", id="last summer, not in spring"),
    pytest.param("This fall in prices is new.", "Prices are new in March.", "none", id="a fall that is no season"),
    pytest.param("It was built in the nineteenth century.", "It was built in 1950.", "clash", id="century in words"),
    pytest.param("It was built in the 19th century.", "It was built in 1850.", "match", id="century"),
    pytest.param("It was built in the early 1990s.", "It was built in 1997.", "clash", id="part of a decade"),
    pytest.param("It fell two years ago.", "It fell in 2020.", "clash", id="years ago"),
    pytest.param("It fell three weeks ago.", "It fell in July.", "match", id="weeks ago"),
    pytest.param("It will open tomorrow.", "It will open on Thursday.", "silent", id="tomorrow and a weekday"),
    pytest.param("It fell last week.", "It fell on 6 August.", "match", id="last week"),
    pytest.param("It opened in October last year.", "It opened in October 2023.", "match", id="month last year"),
    pytest.param("It opened on Friday 2 August.", "It opened on 2 August.", "match", id="weekday and date"),
    pytest.param("It opened after 2010.", "It opened after 2012.", "silent", id="both after a year"),
    pytest.param("It was shut from 2010.", "It was shut in 2016.", "silent", id="from a year on"),
    pytest.param("It has been shut since 2019.", "It has been shut since 2021.", "clash", id="since another year"),
    pytest.param("It will open by the end of June.", "It will open on 2 July.", "clash", id="later than by the end of"),
    pytest.param("It fell in the last week of June.", "It fell on 3 June.", "clash", id="last week of a month"),
    pytest.param("More came in 2024 than in 2020.", "More came in 2024.", "match", id="one of two dates"),
    pytest.param("Theresa May won the seat.", "The seat was won in June.", "none", id="a name like a month"),
]


@pytest.mark.parametrize(
    ("claim", "sentence", "expected"),
    [
        pytest.param("It sailed in June.", "It sailed in late June 2019.", "match", id="any June"),
        pytest.param("It sailed in June.", "It sailed in July 2019.", "clash", id="another month"),
        pytest.param("It sailed in June 2020.", "It sailed in June 2019.", "clash", id="that June"),
        pytest.param("It sailed in May 2019.", "It sailed on 14 May of the same year.", "silent", id="the same year"),
    ],
)
def test_a_month_without_its_year_is_of_any(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.DATE, claim, sentence, published="2024-08") == expected


@pytest.mark.parametrize(("claim", "sentence", "expected"), DATES)
def test_dates_are_compared_as_intervals(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.DATE, claim, sentence, published="2024-08-14") == expected


NAMES = [
    pytest.param(
        "The inquiry is led by John Smith.", "The inquiry led by Maud Ferrant opened.", "clash", id="replaced"
    ),
    pytest.param(
        "The deal was signed by Save the Children.",
        "The deal for children was signed by UNICEF.",
        "clash",
        id="a common word of a name is not the name",
    ),
    pytest.param("The Kenyan police arrived.", "Police from Kenya arrived.", "match", id="people and country"),
    pytest.param("Washington sent officers.", "The U.S. sent officers.", "match", id="seat of government"),
    pytest.param("The Dam Safety Board met.", "The DSB met.", "match", id="initials"),
    pytest.param("Peru sent officers.", "Officers arrived.", "silent", id="not said"),
    pytest.param("The Bank of England raised rates.", "The Bank of Japan raised rates.", "clash", id="other bank"),
    pytest.param("The Bank of Japan raised rates.", "Japan’s central bank raised rates.", "match", id="of a country"),
    pytest.param("The ship left Port Alder.", "The ship left Port Esk.", "clash", id="one word of two"),
    pytest.param(
        "The Ministry of Health paid it.",
        "The Ministry of Defence paid it.",
        "clash",
        id="a ministry of another matter",
    ),
    pytest.param("John Smith won the seat.", "Anna Smith won the seat.", "clash", id="another first name"),
    pytest.param("Robert Berg won the seat.", "Rob Berg won the seat.", "match", id="short first name"),
    pytest.param("President Anna Berg won.", "Berg won.", "match", id="surname that opens the sentence"),
    pytest.param("Health Minister Anna Berg won.", "Mayor Anna Berg won.", "match", id="another title"),
    pytest.param(
        "The WHO paid it.", "It was paid by the World Health Organization.", "match", id="initials of a pronoun"
    ),
    pytest.param("It was won by Jack London.", "It was won by Britain.", "silent", id="a surname like a capital"),
    pytest.param("The Justice Department paid.", "The Health Department paid.", "clash", id="a department, no title"),
    pytest.param("It is in South America.", "It is in America.", "silent", id="a continent"),
    pytest.param("Hungarians voted.", "Voters in Hungary voted.", "match", id="people in the plural"),
    pytest.param(
        "The Emirati ship sank.", "The United Arab Emirates’ ship sank.", "match", id="country of three words"
    ),
]


@pytest.mark.parametrize(("claim", "sentence", "expected"), NAMES)
def test_names_are_found_replaced_or_not_said(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.NAME, claim, sentence) == expected


def test_a_name_known_from_the_sentence_before_is_not_missing() -> None:
    assert (
        outcome(SlotKind.NAME, "Maud Ferrant leads it.", "She leads it.", before="Maud Ferrant is a judge.") == "match"
    )


NEGATIONS = [
    pytest.param("The dam was inspected.", "The dam was not inspected.", "clash", id="not"),
    pytest.param("The dam was inspected.", "The dam was never inspected.", "clash", id="never"),
    pytest.param("The ship arrived.", "The ship failed to arrive.", "clash", id="failed to"),
    pytest.param("The ship arrived.", "The ship has yet to arrive.", "clash", id="has yet to"),
    pytest.param("The road is open.", "The road is no longer open.", "clash", id="no longer"),
    pytest.param("The dam was not inspected.", "Nobody inspected the dam.", "match", id="nobody"),
    pytest.param("They left without fighting.", "They left without fighting.", "match", id="without, in both"),
    pytest.param("They came not only by road.", "They came by road.", "none", id="not only"),
    pytest.param(
        "The court rejected the appeal.",
        "The appeal was rejected by the court.",
        "match",
        id="the negating verb on both sides",
    ),
    pytest.param("The dam was inspected.", "The dam was inspected.", "none", id="in neither"),
    pytest.param("The tax was not scrapped.", "The tax was scrapped, not raised.", "clash", id="not, of another word"),
    pytest.param(
        "The firm ruled out a sale.",
        "The firm did not rule out a sale.",
        "clash",
        id="the negating verb negated in one",
    ),
    pytest.param("No more than 40 people died.", "Forty people died.", "none", id="no more than"),
    pytest.param("No more doctors came.", "More doctors came.", "clash", id="no more"),
    pytest.param("The vote was not held until May.", "The vote was held in May.", "none", id="not until"),
    pytest.param("He was cleared of fraud.", "He was found not guilty of fraud.", "match", id="cleared of"),
    pytest.param("The army stopped short of war.", "The army went to war.", "clash", id="stopped short of"),
    pytest.param(
        "The dam was damaged.", "Claims that the dam was damaged are false.", "clash", id="called false behind"
    ),
    pytest.param("The dam was damaged.", "It is false that the dam was damaged.", "clash", id="called false before"),
    pytest.param(
        "Without a licence, it sailed to Lesk.", "It sailed without a licence.", "match", id="without, up to a comma"
    ),
    pytest.param(
        "The clerk praised it.", "The clerk, who did not vote, praised it.", "none", id="in a clause about somebody"
    ),
    pytest.param("The ship was old.", "He had not told buyers that the ship was old.", "none", id="what was not told"),
    pytest.param("The dam broke at night.", "The dam failed at night.", "none", id="failed, and not to do a thing"),
    pytest.param("The firm grows rice.", "It put an end to growing rice.", "clash", id="an end to"),
    pytest.param("The mayor backs it.", "The mayor withdrew her backing.", "clash", id="withdrawn"),
    pytest.param(
        "It was a gift, said the clerk.", "It was a gift, not a loan, said the clerk.", "none", id="set against another"
    ),
    pytest.param(
        "The council rejected the plan.", "The plan was not approved by the council.", "none", id="opposite negated"
    ),
    pytest.param("They backed it.", "He did not resign and they backed it.", "none", id="in another statement"),
    pytest.param(
        "The sum does not include houses.", "The sum leaves houses out.", "silent", id="not so, in other words"
    ),
    pytest.param("Lesk never sought food aid.", "Lesk asked for food for the first time.", "clash", id="never, once"),
]


@pytest.mark.parametrize(("claim", "sentence", "expected"), NEGATIONS)
def test_a_word_negated_in_one_of_the_two_clashes(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.NEGATION, claim, sentence) == expected


OPPOSITES = [
    pytest.param("More than a dozen men stayed.", "Fewer than 20 men stayed.", "none", id="bounds of figures"),
    pytest.param("Prices rose in May.", "Prices fell in May.", "clash", id="rise, fall"),
    pytest.param("The council approved the plan.", "The council rejected the plan.", "clash", id="approve, reject"),
    pytest.param("He left before the vote.", "He left after the vote.", "clash", id="before, after"),
    pytest.param("The gangs are united.", "The gangs are not divided.", "match", id="negated opposite"),
    pytest.param("It won by more votes.", "The court in Lessing upheld the freeze.", "none", id="a name of its stem"),
    pytest.param("It is cold in the South.", "It is cold in the North.", "clash", id="opposites with capitals"),
    pytest.param("It was the first strike in a decade.", "The strike began last year.", "none", id="last year"),
    pytest.param("Prices rose.", "Prices rose after they fell.", "none", id="the word itself is there"),
    pytest.param("The vote was fair.", "The vote was unfair.", "clash", id="un"),
    pytest.param("The bank cut its rate.", "The bank raised its rate.", "clash", id="cut, raise"),
    pytest.param("The court upheld the ban.", "The court overturned the ban.", "clash", id="uphold, overturn"),
    pytest.param("The poet is in prison.", "The poet was freed in May.", "clash", id="prison, free"),
    pytest.param("The crew got half of the sum.", "The crew got the full sum.", "clash", id="half, full"),
    pytest.param("The chief resigned.", "The chief was dismissed.", "clash", id="resigned, dismissed"),
    pytest.param("The guards stayed.", "The guards left.", "clash", id="stayed, left"),
    pytest.param("Sales doubled.", "Sales halved.", "clash", id="doubled, halved"),
    pytest.param("Rising seas explain the flood.", "Sales of rice declined.", "none", id="opposites of other things"),
    pytest.param("The firm made a profit.", "The firm made a loss.", "clash", id="profit, loss"),
]


@pytest.mark.parametrize(("claim", "sentence", "expected"), OPPOSITES)
def test_opposites_clash_unless_negated(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.OPPOSITE, claim, sentence) == expected


EXTENTS = [
    pytest.param("Every state kept its word.", "Several states kept their word.", "clash", id="every, several"),
    pytest.param("Most applications lacked proof.", "Four in five applications lacked proof.", "match", id="share"),
    pytest.param("Most of the houses stand.", "A quarter of the houses stand.", "clash", id="minority"),
    pytest.param("All of it was lost.", "All of it was lost.", "match", id="all"),
    pytest.param("It was lost.", "Some of it was lost.", "none", id="none claimed"),
    pytest.param("Not all ships sank.", "All ships sank.", "clash", id="not all, all"),
    pytest.param("All ships sank.", "Not all ships sank.", "clash", id="all, not all"),
    pytest.param("Everyone aboard died.", "All but one aboard died.", "clash", id="all but one"),
    pytest.param("Many ships sank.", "Few ships sank.", "clash", id="many, few"),
    pytest.param("The state owns it wholly.", "The state owns it partly.", "clash", id="wholly, partly"),
    pytest.param("A minority voted.", "40% voted.", "match", id="minority in numbers"),
    pytest.param("Almost none of them voted.", "2% of them voted.", "match", id="almost none"),
    pytest.param(
        "Most patients had a fever.", "One in 200 patients had a fever.", "clash", id="below one in a hundred"
    ),
    pytest.param("Most families have not applied.", "One in ten families applied.", "match", id="most have not"),
    pytest.param("Most families applied.", "Most families did not apply.", "clash", id="most did not"),
    pytest.param("Most people voted.", "People voted; prices rose by 3%.", "silent", id="a rise is no share"),
    pytest.param("All schools closed.", "Schools closed after a 5% cut.", "silent", id="a cut is no share"),
    pytest.param("All the money came from Lesk.", "Some members want a hall in Lesk.", "silent", id="of other things"),
    pytest.param("All ferries were late.", "Two of its nine ferries were late.", "clash", id="two of nine"),
    pytest.param("Both ferries were late.", "One of the two ferries was late.", "clash", id="one of two"),
    pytest.param("Most ferries were late.", "Seven out of nine ferries were late.", "match", id="seven of nine"),
    pytest.param("All ferries were late.", "Two of the crew were late.", "silent", id="two of others"),
    pytest.param("Most people voted.", "6% of people voted early, 70% by night.", "match", id="the share that agrees"),
    pytest.param("More than half a million moved.", "6% of all people moved.", "none", id="half a million"),
    pytest.param("No guest died at the hands of others.", "Nobody died.", "match", id="in other words"),
    pytest.param("It did not win any money.", "It won no money.", "none", id="any"),
]


@pytest.mark.parametrize(("claim", "sentence", "expected"), EXTENTS)
def test_quantifiers_and_shares_are_compared(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.QUANTIFIER, claim, sentence) == expected


RANKS = [
    pytest.param("It was the third attack.", "It was the second attack.", "clash", id="other rank"),
    pytest.param("She was the third judge.", "She was the twenty-third judge.", "clash", id="tens"),
    pytest.param(
        "It is a bridge of the 21st century.", "It is a bridge of the twenty-first century.", "match", id="words"
    ),
    pytest.param(
        "She was the first woman to lead it.",
        "She was the second woman to lead it and the first judge from the south.",
        "clash",
        id="the rank before the same word",
    ),
    pytest.param("It is an 18th-century mill.", "It is a nineteenth-century mill.", "clash", id="in words"),
    pytest.param("He finished second.", "He finished third.", "clash", id="at the end"),
    pytest.param("It opened on 6th June.", "It opened on 7th June.", "none", id="a date is no rank"),
    pytest.param("It fell last week.", "It fell for the first week.", "none", id="last week is no rank"),
    pytest.param("One fifth of them died.", "A tenth of them died.", "none", id="a share is no rank"),
]


@pytest.mark.parametrize(("claim", "sentence", "expected"), RANKS)
def test_ranks_are_compared_before_the_same_word(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.ORDINAL, claim, sentence) == expected


MODALITIES = [
    pytest.param("Kenya has deployed 1,000 officers.", "Kenya pledged to deploy 1,000 officers.", "clash", id="pledge"),
    pytest.param("The bridge was opened.", "The bridge would be opened.", "clash", id="would"),
    pytest.param("The bridge will be opened.", "The bridge is expected to be opened.", "match", id="both planned"),
    pytest.param("The court banned it.", "He called for the court to ban it.", "clash", id="called for"),
    pytest.param("The bridge was opened in May.", "The bridge was opened in May.", "none", id="done"),
    pytest.param("The man set the fire.", "The man is accused of setting the fire.", "clash", id="accused of"),
    pytest.param("Rain stopped the match.", "The match stopped due to rain.", "none", id="due to a cause"),
    pytest.param("The fair was opened.", "The fair is due to be opened.", "clash", id="due to be"),
    pytest.param("Ten boats sank.", "Three more boats than planned sank.", "none", id="than planned"),
    pytest.param("Berg is coming back.", "Berg will come back.", "none", id="is coming, will come"),
    pytest.param("The ward will stay open.", "The ward stays open.", "none", id="to be, and already so"),
    pytest.param("The table was set.", "The table was set for ten.", "none", id="set, and not to do a thing"),
    pytest.param("Sales of rice rose.", "Demand for rice rose.", "none", id="demand for goods"),
    pytest.param("The dead man’s will was read.", "The will was read.", "none", id="a testament"),
    pytest.param(
        "A nurse who moves to Lesk keeps her grade.",
        "Nurses of Lesk will be paid by grade.",
        "none",
        id="planned of another thing",
    ),
    pytest.param("The new plant already makes water.", "The plant will open in 2033.", "clash", id="already, to come"),
    pytest.param("The plant already makes water.", "It already makes water and will grow.", "none", id="already both"),
]


@pytest.mark.parametrize(("claim", "sentence", "expected"), MODALITIES)
def test_what_is_planned_is_not_done(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.MODALITY, claim, sentence) == expected


AGENTS = [
    pytest.param("The force is led by Kenya.", "The Kenyan-led force is short of money.", "match", id="led"),
    pytest.param(
        "Kenya leads the force.", "It took months to secure Kenyan leadership of the force.", "match", id="leadership"
    ),
    pytest.param(
        "Brazil leads the force.", "The force, led by Kenya, is short of money.", "clash", id="led by another"
    ),
    pytest.param("The United States leads the force.", "The Kenya-led force is short of money.", "clash", id="a union"),
    pytest.param("Brant Steel owns the Arl mill.", "The Arl mill belongs to Brant Steel.", "match", id="belongs to"),
    pytest.param(
        "Brant Steel owns the Arl mill.", "The mill's owner, Harrow Iron, shut it.", "clash", id="another owner"
    ),
    pytest.param(
        "Ann Lee runs Arl Power.", "Arl Power chief executive Ann Lee resigned.", "match", id="chief executive"
    ),
    pytest.param("Ann Lee leads the inquiry.", "The inquiry is chaired by Ann Lee.", "match", id="led and chaired"),
    pytest.param("Ann Lee leads the inquiry.", "Bram Loy led the inquiry until May.", "silent", id="led then"),
    pytest.param("Ann Lee leads the inquiry.", "Former inquiry head Bram Loy spoke.", "silent", id="former head"),
    pytest.param("Tom Reyes is the mayor of Lesk.", "Lesk Mayor Ida Voss spoke.", "clash", id="another mayor"),
    pytest.param("The mayor of Lesk is Tom Reyes.", "Tom Reyes, the mayor of Lesk, spoke.", "match", id="same mayor"),
    pytest.param(
        "The mayor of Lesk is Tom Reyes.", "The deputy mayor of Lesk, Ida Voss, spoke.", "silent", id="deputy"
    ),
    pytest.param("The union sued the port.", "The port sued the union on Friday.", "clash", id="changed places"),
    pytest.param("The union sued the port.", "The port was sued by the union.", "none", id="passive"),
    pytest.param("Lesk sent boats to Arl.", "On Friday, Arl sent boats to Lesk.", "clash", id="to whom"),
    pytest.param("A guard shot a thief.", "A guard was shot dead by a thief.", "clash", id="shot dead by"),
    pytest.param("Lesk met the envoys of Arl.", "The envoys of Arl met Lesk.", "none", id="each other"),
    pytest.param("The dam was built by Arl Works.", "The dam was built by Lesk Works.", "clash", id="built by another"),
    pytest.param(
        "Ann Lee led the trial.", "“It works,” said Bram Loy of Arl, who led the trial.", "clash", id="who led"
    ),
    pytest.param(
        "Ann Lee commands the force.", "The force landed. Its commander, Ann Lee, spoke.", "match", id="its head"
    ),
    pytest.param("The demand led the mill to hire.", "The demand led the mill to close.", "none", id="led to"),
]


@pytest.mark.parametrize(("claim", "sentence", "expected"), AGENTS)
def test_who_does_it_is_compared(claim: str, sentence: str, expected: str) -> None:
    assert outcome(SlotKind.AGENT, claim, sentence) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("Lesk was flooded on Monday.", "clash"), ("Arl was flooded on Monday.", "silent")],
)
def test_an_office_alone_is_that_of_what_the_sentences_before_name(before: str, expected: str) -> None:
    claim, sentence = "Tom Reyes is the mayor of Lesk.", "The mayor, Ida Voss, saw it."
    assert outcome(SlotKind.AGENT, claim, sentence, before=before) == expected


SURE = [
    pytest.param("Prices of rice rose.", "Prices of rice fell.", True, id="opposites of the same"),
    pytest.param("The mayor turned up.", "The mayor broke down.", False, id="opposites of other things"),
    pytest.param(
        "The new hall is bigger than the old.", "The old is smaller than the new hall.", False, id="turned round"
    ),
    pytest.param("The mayor stole the boat.", "The mayor never stole the boat.", True, id="not so"),
    pytest.param("The mayor took bribes.", "The mayor denied taking bribes.", False, id="only denied"),
    pytest.param(
        "The mayor of Lesk stole a boat at dawn.", "The mayor never saw the boat.", False, id="negated of another thing"
    ),
    pytest.param(
        "The rebels hold Port Arl.", "Police have yet to clear rebels out of Port Arl.", False, id="names shared"
    ),
]


@pytest.mark.parametrize(("claim", "sentence", "expected"), SURE)
def test_only_what_excludes_the_claim_is_sure(claim: str, sentence: str, expected: bool) -> None:
    assert any(slot.sure for slot in slots_of(claim, sentence) if slot.outcome is Outcome.CLASH) == expected


def test_a_slot_says_both_spans_in_words() -> None:
    claim, sentence = "The bridge cost 19 million euros.", "The bridge cost 9.1 million euros."
    slot = next(each for each in slots_of(claim, sentence) if each.outcome is Outcome.CLASH)
    assert in_words(slot, claim, sentence) == "another figure: “19 million euros” against “9.1 million euros”"
