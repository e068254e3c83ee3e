"""Whose words a sentence is: voice, speaker, role and evidence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipfile.corpus.article import Span
from clipfile.corpus.paragraphs import paragraphs_of
from clipfile.corpus.quotations import quotations_of
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.voice import Voice, voices_of


def voices(text: str) -> list[Voice]:
    return voices_of(text, sentences_of(text))


def heard(text: str) -> list[tuple[str, str | None]]:
    return [(str(voice.kind), voice.speaker) for voice in voices(text)]


LEE = ("quoted", "Ann Lee")
INTRODUCED = "Ann Lee, a baker in Tolsey, was there. "

QUOTATIONS = {
    "curly": ("“It came at night,” Ann Lee said.", ["“It came at night,”"]),
    "straight": ('"It came at night," Ann Lee said. "We ran."', ['"It came at night,"', '"We ran."']),
    "single": ("‘It’s the neighbours’ dog,’ she said.", ["‘It’s the neighbours’ dog,’"]),
    "single at the end of a word in s": ("She called it ‘the boys’ and left.", ["‘the boys’"]),
    "straight single": ("'It's late,' she said.", ["'It's late,'"]),
    "guillemets": ("«It came at night», she said.", ["«It came at night»"]),
    "old wire style": ("``It came at night,'' she said.", ["``It came at night,''"]),
    "nested": ("“He said ‘run’ and we ran,” she said.", ["“He said ‘run’ and we ran,”"]),
    "two paragraphs": ("“It came.\n\n“We ran,” she said.", ["“It came.", "“We ran,”"]),
    "an apostrophe is no mark": ("The residents’ homes are the city’s.", []),
    "years are no quotation": ("In the ’90s and the '80s it rained.", []),
    "inches are no quotation": ('A 6" pipe burst.', []),
    "never closed, in the middle": ("He saw “ and left.", []),
    "never closed, at the start": ("“We ran, she said.", ["“We ran, she said."]),
}


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS.values(), ids=QUOTATIONS)
def test_quotations_are_found_with_every_kind_of_mark(text: str, expected: list[str]) -> None:
    found = quotations_of(text, paragraphs_of(text))
    assert [text[one.span.start : one.span.end] for one in found] == expected


ATTRIBUTIONS = {  # one sentence: voice, speaker
    "X said": ("Ann Lee said the road was shut.", "attributed", "Ann Lee"),
    "said X": ("The road was shut, said Ann Lee.", "attributed", "Ann Lee"),
    "X, a Y at Z, said": ("Ann Lee, a baker at the Tolsey mill, said the road was shut.", "attributed", "Ann Lee"),
    "X, 44, of Z, said": ("Ann Lee, 44, of Tolsey, said the road was shut.", "attributed", "Ann Lee"),
    "the Y, X, said": ("The mayor, Ann Lee, said the road was shut.", "attributed", "Ann Lee"),
    "Y X said": ("Public Works Minister Ann Lee said the road was shut.", "attributed", "Ann Lee"),
    "according to X": ("The road was shut, according to Ann Lee.", "attributed", "Ann Lee"),
    "according to an institution": ("According to the United Nations, 40 died.", "attributed", "United Nations"),
    "X told somebody that": ("Lee told the BBC this month that the road was shut.", "attributed", "Lee"),
    "X confirmed that": ("The ministry confirmed that the road was shut.", "attributed", "the ministry"),
    "X, who says": ("Ann Lee, who owns the mill, warned that the road was shut.", "attributed", "Ann Lee"),
    "present": ("Villagers say the road was shut.", "attributed", "villagers"),
    "headless": ("The road was shut, officials said on Tuesday.", "attributed", "officials"),
    "critics": ("Critics argue that the road should be shut.", "attributed", "critics"),
    "anonymous": (
        "One clerk who used to work at the mill said, speaking on condition of anonymity, that it was shut.",
        "attributed",
        "one clerk who used to work at the mill",
    ),
    "joint": (
        "In a joint statement, the Harbour Board and the city council urged people to stay away.",
        "attributed",
        "the Harbour Board and the city council",
    ),
    "with one citing": (
        "The road was shut, with one American official citing the rain.",
        "attributed",
        "one American official",
    ),
    "participle": ("Benin put the plan on hold, arguing that the road was shut.", "attributed", "Benin"),
    "second verb": (
        "The government of Benin met and announced that the road was shut.",
        "attributed",
        "the government of Benin",
    ),
    "in X's words": ("The road was, in Ann Lee’s words, a river.", "attributed", "Ann Lee"),
    "to X": ("To Johnston, it is the rain that counts.", "attributed", "Johnston"),
    "estimate": ("The council put the cost at 9 million marens.", "attributed", "the council"),
    "denied": ("The ministry denied the claim.", "attributed", "the ministry"),
    "a report found": ("A 2023 audit found that the road was shut.", "attributed", "a 2023 audit"),
    "open letter": (
        "“We ask you to shut the road before it is too late,” several members of Congress wrote in an open letter.",
        "quoted",
        "several members of Congress",
    ),
    "partial quotation": ("Ann Lee said the road was “a river with a number on it”.", "quoted", "Ann Lee"),
    "two words are no quotation": ("Ann Lee said the road was “a river”.", "attributed", "Ann Lee"),
    "quoted and after it": (
        "“The road was shut,” the Bahamian foreign minister said.",
        "quoted",
        "the Bahamian foreign minister",
    ),
    "quoted, said X": ("“The road was shut,” said O’Neill.", "quoted", "O’Neill"),
    "colon": ("Ann Lee was clear: “The road stays shut.”", "quoted", "Ann Lee"),
    "a question": ("“Where is the road?” she asked.", "quoted", None),
    "shot back": ("“The road was shut,” Ann Lee shot back.", "quoted", "Ann Lee"),
    "chips in X": ("“The road was shut,” chips in Ann Lee.", "quoted", "Ann Lee"),
    "remembers X": ("“The road was shut,” remembers Ann Lee, a clerk at the mill.", "quoted", "Ann Lee"),
    "texted": ("“The road was shut,” one clerk texted.", "quoted", "one clerk"),
    "not said he": ("Ann Lee, defending, said he had been at home.", "attributed", "Ann Lee"),
    "to whom and that": ("Ann Lee disagreed, telling clerks that the road was shut.", "attributed", "Ann Lee"),
    "X, of a street, town, denies": ("Ann Lee, 44, of Mill Lane, Tolsey, denies theft.", "attributed", "Ann Lee"),
    "X, which …, is, said Y": ("The mill, which has 30 rooms, is safe, said its owner, Ann Lee.", "attributed", "Ann Lee"),
    "X, based in Z, did, said Y": ("The firm, based in Tolsey, lost a third of it, said Ann Lee.", "attributed", "Ann Lee"),
    "X, a Y, praised Z": ("Ann Lee, a clerk, praised Tom Strode.", "attributed", "Ann Lee"),
    "X, MD, PhD, of Z": ("Ann Lee, MD, PhD, of the clinic, said it rained.", "attributed", "Ann Lee"),
    "the court was told": ("The court was told that the road was shut.", "attributed", None),
    "urges caution": ("Ann Lee, who owns the mill, urges caution.", "attributed", "Ann Lee"),
    "did say": ("Ann Lee did say that the road was shut.", "attributed", "Ann Lee"),
    "accepted that": ("Ann Lee accepted that the road was shut.", "attributed", "Ann Lee"),
    "a trial suggests": ("The drug works, a trial in two clinics suggests.", "attributed", "a trial in two clinics"),
    "his lawyer told the court": ("Poe said he was sorry, his lawyer told the court.", "attributed", "his lawyer"),
    "the hospital had, the clinic": ("Police said the hospital had 40 dead; the clinic, 52.", "attributed", "police"),
    "dateline": ("TOLSEY (Wire) – The road was shut, police said on Friday.", "attributed", "police"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "voice", "speaker"), ATTRIBUTIONS.values(), ids=ATTRIBUTIONS)
def test_attribution_is_found(text: str, voice: str, speaker: str | None) -> None:
    assert heard(text) == [(voice, speaker)]


ASSERTED = {
    "plain": "The road was shut on Friday.",
    "scare quotes": "In “red zones” across the city a new war is beginning.",
    "a title": "A man hummed “The Old Man and the Sea” on the bus.",
    "declined to say": "The ministry declined to say who had shut the road.",
    "did not answer": "The ministry did not say who had shut the road.",
    "would not say": "Lee would not say who had shut the road.",
    "was told": "The driver was told that the road was shut.",
    "is said to be": "The mill is said to be haunted.",
    "is expected": "The minister is expected to visit on Wednesday.",
    "are estimated": "The gangs are estimated to have 5,000 members.",
    "nobody said": "Nobody said that the road was shut.",
    "after officials warned": "People left after officials warned of a flood.",
    "United States": "The United States sent three ships.",
    "an act, not a report": "Henry announced his resignation in March.",
    "claimed lives": "The flood claimed 19 lives.",
    "reports, a noun": "The ministry has read the reports.",
    "found a thing": "Police found a knife in the car.",
    "who argue": "Scientists who argue for caution publish less.",
    "a relative clause": "The money they pledged has not come.",
    "a promise in passing": "Canada, which has pledged 86 million, is not a member.",
    "a plan": "The council means to pull down 12 houses.",
    "shot, no words": "Two men were shot back in May.",
    "hit back, no words": "The army hit back at dawn with rockets.",
    "put on leave": "The firm put 200 workers on leave at three sites.",
    "put down": "The mayor put the book down to rest.",
    "sees, no forecast": "The mayor sees 30 people a day.",
    "appealed to a court": "Lee appealed to the court to overturn the verdict.",
    "nobody is named": "It was not known how many had died.",
}


@pytest.mark.parametrize("text", ASSERTED.values(), ids=ASSERTED)
def test_what_the_outlet_says_itself_is_asserted(text: str) -> None:
    assert heard(text) == [("asserted", None)]


WHO = {  # sentence: speaker
    "Asked whether the road was shut, Lee said it was.": "Lee",
    "Speaking to reporters outside the court, Lee said the road was shut.": "Lee",
    "In a post on social media, Lee called for the road to be shut.": "Lee",
    "Lee, speaking through an interpreter, said that the road was shut.": "Lee",
    "Lee also said the road was shut.": "Lee",
    "Lee has repeatedly said that the road is shut.": "Lee",
    "Lee went on to say that the road was shut.": "Lee",
    "Lee said in a statement on Friday that the road was shut.": "Lee",
    "The company, which owns the mill, did not deny the leak but said it was small.": "the company",
    "The two leaders agreed that the road should be shut.": "the two leaders",
    "Both sides say they want peace.": "both sides",
    "A person close to the talks said an agreement was near.": "a person close to the talks",
    "Three people familiar with the matter said an agreement was near.": "three people familiar with the matter",
    "Sources close to the minister told the BBC that an agreement was near.": "sources close to the minister",
    "A spokesperson for the company told Reuters by email that it would appeal.": "a spokesperson for the company",
    "The World Health Organization estimates that 400,000 children died.": "World Health Organization",
    "The World Health Organization (WHO) estimates that 400,000 children died.": "World Health Organization",
    "Human Rights Watch accused the army of shelling the town.": "Human Rights Watch",
    "Amnesty International has documented 40 cases, it said in a report.": "Amnesty International",
    "A Reuters investigation found that the gates had been left open.": "a Reuters investigation",
    "Court documents show that the gates had been left open.": "court documents",
    "The lawsuit alleges that the gates had been left open.": "the lawsuit",
    "Prosecutors allege he stole the money.": "prosecutors",
    "Police say the man fled on foot.": "police",
    "The man fled on foot, police say.": "police",
    "Police believe the man fled on foot.": "police",
    "Witnesses described seeing a bright flash.": "witnesses",
    "Local media reported three deaths.": "local media",
    "State television reported that three people had died.": "state television",
    "Analysts expect the bank to raise rates.": "analysts",
    "Economists had forecast growth of 2 percent.": "economists",
    "Economists polled by Reuters had forecast growth of 2 percent.": "economists polled by Reuters",
    "The White House on Tuesday defended the decision.": "White House",
    "Moscow denies involvement.": "Moscow",
    "Beijing has said it will respond.": "Beijing",
    "Kyiv says Russia fired 40 missiles overnight.": "Kyiv",
    "The president insisted there was no crisis.": "the president",
    "The prime minister’s office said he would travel on Friday.": "the prime minister’s office",
    "A senior official, who declined to be named, warned of shortages.": "a senior official",
    "Union leaders vowed to fight on.": "union leaders",
    "Campaign groups condemned the ruling.": "campaign groups",
    "The charity urged the government to act.": "the charity",
    "The judge ruled that the search was illegal.": "the judge",
    "Doctors advise parents not to worry.": "doctors",
    "The study’s authors caution that the sample was small.": "the study’s authors",
    "The authors write that the sample was small.": "the authors",
    "The letter, signed by 40 doctors, says the ward is unsafe.": "the letter",
    "A leaked memo suggests ministers knew.": "a leaked memo",
    "Official figures show that prices rose by 4%.": "official figures",
    "The latest data suggest that prices rose by 4%.": "the latest data",
    "A survey by the union found that one in three nurses planned to leave.": "a survey by the union",
    "One in three nurses said they planned to leave.": "one in three nurses",
    "Nearly half of those asked said they planned to leave.": "nearly half of those asked",
    "Some residents complained of a smell of gas.": "some residents",
    "The road, Lee said, was shut.": "Lee",
    "The road, officials said on Monday, was shut.": "officials",
    "The road was, as Lee put it, a river.": "Lee",
    "As Lee puts it, the road is a river.": "Lee",
    "Lee’s view is that the road should be shut.": "Lee",
    "Lee reckons the road will reopen.": "Lee",
    "Lee is adamant that the road will reopen.": "Lee",
    "Lee is convinced the road will reopen.": "Lee",
    "Lee was quoted as saying the road would reopen.": "Lee",
    "The army claimed to have killed nine rebels.": "the army",
    "The guild has, however, dismissed the claims.": "the guild",
    "Its director general, Prof Amina Saidimu, on Thursday told a committee that rain was near.": "Amina Saidimu",
    "The drivers’ union, Local 88, says its members want a raise.": "the drivers’ union",
    "Ms. Lee, who drove the No. 14 for 22 years, said the road was shut.": "Lee",
    "State Sen. Tom Reddick, R-Colbert, who chairs the committee, called for hearings.": "Tom Reddick",
    "Internal records reviewed by The Lantern show that the gates were open.": "Internal records reviewed by The Lantern",
    "Satellite images taken on Wednesday showed fresh craters.": "Satellite images",
    "The gates were open, figures released on Tuesday show.": "figures",
    "The city puts the gap at $31 million.": "the city",
    "The Eastern Front denied responsibility.": "Eastern Front",
    "An audit tabled in December had flagged lapses in the inspection of bridges.": "an audit",
    "Warm rain, the authors found, does harm.": "the authors",
    "Morwen Capital, which owns a sixth of it, renewed its call for a breakup.": "Morwen Capital",
    "Joaquín de la Torre y Paz said the road was shut.": "Joaquín de la Torre y Paz",
    "The leader of the opposition, the Rev Tom Askwith, said the road was shut.": "Tom Askwith",
    "Tom Strode, however, maintained that the road was shut.": "Tom Strode",
    "The ministry, in a statement, said the road was shut.": "the ministry",
    "The bank, by contrast, expects 1.5%.": "the bank",
    "The ministry has in the past denied that the road was shut.": "the ministry",
    "The ministry has for its part denied that the road was shut.": "the ministry",
    "The union has on the other hand said that the road was shut.": "the union",
    "Sen. Ann Lee, R-Mont., said Thursday the road was shut.": "Ann Lee",
    "The association that owns the mill said the road was shut.": "the association that owns the mill",
    "A memo from that year states that the road was shut.": "a memo from that year",
    "The road was shut, the board’s head of traffic, Ann Lee, believes.": "Ann Lee",
    "The road was shut, the ministry said in a brief note.": "the ministry",
    "As Lee once observed, the road is a river.": "Lee",
    "Coach Ann Lee felt her side deserved more.": "Ann Lee",
    "Diplomats are sceptical that an agreement is near.": "diplomats",
    "The council puts it at nine.": "the council",
    "A poll by the Lantern puts the party on 31%.": "a poll by the Lantern",
    "The bank sees growth at 2%.": "the bank",
    "The mayor puts that down to cheaper seats.": "the mayor",
    "The government puts the rise down to the weather.": "the government",
    "Lee told the Lantern that the road was shut, a claim the ministry denies.": "Lee",
    "The industry called the remarks unfounded.": "the industry",
    "Officers recommend approval.": "officers",
    "The mayor appealed on Sunday for calm.": "the mayor",
    "The road will reopen, the Lantern understands.": "Lantern",
    "The Lantern quoted an official as saying the road was shut.": "an official",
    "The road was shut, the WHO said on Friday.": "WHO",
    "Its leader, Per Askel, said the road was shut.": "Per Askel",
    "Its leader, Owen March, said the council had shut the road.": "Owen March",
    "A jury on Tuesday found the city at fault, saying that the road was shut.": "a jury",
    "The minister this week said that the road was shut.": "the minister",
    "The union rejects the plan, saying that the road was shut.": "the union",
    "Ministers back the plan, arguing that the road was shut.": "ministers",
    "Ann Lee charged that the road was shut.": "Ann Lee",
    "Sgt April Lund said the road was shut.": "April Lund",
    "Mrs May last week said the road was shut.": "May",
    "The road was shut, said one man whose name is being protected.": "one man whose name is being protected",
    "June Askel, whose son was hurt, said the road was shut.": "June Askel",
    "Late March rains fell, Lee said.": "Lee",
    "Lee has made it clear that the road was shut.": "Lee",
    "The ministry takes the view that the road is shut.": "the ministry",
    "Tom Strode met them and gave assurances that the road was shut.": "Tom Strode",
    "The union is of the opinion that the road is shut.": "the union",
    "Lee’s answer was that the road was shut.": "Lee",
    "The road, as the ministry sees it, is shut.": "the ministry",
    "If Lee is to be believed, the road is shut.": "Lee",
    "The road was shut, on Lee’s account, by noon.": "Lee",
    "It was shut, in Lee’s judgement, too late.": "Lee",
    "Some 300 came, by the count of a guard.": "a guard",
    "Lee wanted to know why the road was shut.": "Lee",
    "Lee is said by colleagues to have kept a copy.": "colleagues",
    "That was contradicted by the guild, which said it had asked twice.": "the guild",
    "Lee’s lawyer, Tom Strode, objected that the road was shut.": "Tom Strode",
    "An internal memo instructs staff to shut the road.": "an internal memo",
    "Lee will tell lawmakers on Monday that the road is shut.": "Lee",
    "Lee promises £14m for the road.": "Lee",
    "Lee conceded, however, that the road was shut.": "Lee",
    "Ahmed Said, a baker, said the road was shut.": "Ahmed Said",
    "Tom Strode, 61, denies all charges.": "Tom Strode",
    "His lawyer has called the case flimsy.": "his lawyer",
    "One resident compared it to a passing train.": "one resident",
    "An audit the following year found that it leaked.": "an audit",
    "The ministry has, for its part, indicated that the road was shut.": "the ministry",
    "His words were echoed by clerk Tom Strode.": "Tom Strode",
    "Six of nine lifts failed, the inspectorate found.": "the inspectorate",
    "Residents led by Ann Lee claimed the road was shut.": "residents led by Ann Lee",
    "For the union, that is beside the point.": "the union",
    "Lee was told by the insurer that the road was shut.": "the insurer",
    "They were called in by the diocese, which says it acted.": "the diocese",
    "Fourteen, the governor later agreed, was nearer the truth.": "the governor",
    "Roe showed an email in which Lee wrote that the road was shut.": "Lee",
    "Their model, published in March, suggests the church could flood.": "their model",
    "The mayor, visibly moved, promised that it would end.": "the mayor",
    "The bank signalled that the road was shut.": "the bank",
    "Two members wanted a cut, the minutes show.": "the minutes",
    "Lee disagrees that the road is shut.": "Lee",
    "Lee’s opposite number, Tom Strode, called it fair.": "Tom Strode",
    "The auditor has flagged missing receipts worth $4 million.": "the auditor",
    "One, a retired matron, thinks it is late.": "a retired matron",
    "A third, a clerk at the mill, said it rained.": "a clerk at the mill",
    "She left early, one of them recalled, and asked for coffee.": "one of them",
    "The road is shut, confirmed the ministry.": "the ministry",
    "The road is shut, so its spokesman Lars Hem.": "Lars Hem",
}


@pytest.mark.parametrize(("text", "speaker"), WHO.items(), ids=WHO)
def test_the_one_who_says_it_is_named(text: str, speaker: str) -> None:
    assert heard(text) == [("attributed", speaker)]


NOBODY = (
    "He was accused of taking bribes.",
    "She was asked to leave.",
    "The call was answered at noon.",
    "They told each other stories.",
    "He told stories to the children.",
    "She wrote three novels.",
    "The company recalled 40,000 cars.",
    "The team added two players.",
    "The city observed a minute of silence.",
    "The crowd held signs and sang.",
    "The clock shows noon.",
    "The film tells the story of a miner.",
    "The army held the town for a week.",
    "The company reported to the regulator every month.",
    "He reads the paper at breakfast.",
    "The sign read nothing.",
    "Police questioned three men.",
    "Police found three bodies in the house.",
    "The court ordered him to pay $300.",
    "The board approved the plan.",
    "The ministry issued a permit.",
    "The road is known as Lee’s Way.",
    "The plan has been criticised.",
    "The plan drew criticism from residents.",
    "Calls for his resignation have grown.",
    "Reports of looting spread.",
    "The warnings came too late.",
    "The claims could not be verified.",
    "What he said is not known.",
    "Nobody could say how many had died.",
    "Few believe the road will reopen.",
    "If officials say so, the road will be shut.",
    "The mayor did not respond to a request for comment.",
    "The company could not be reached for comment.",
    "The minister declined to comment.",
    "Lee refused to say who had called.",
    "He promised himself a holiday.",
    "The country's fears came true.",
    "The notes were found in a drawer.",
    "Prices hit a record.",
    "The answer is simple.",
    "This shows how hard it is.",
    "That suggests a deeper problem.",
    "Experience suggests that floods come twice.",
    "The attack underlines the danger.",
    "It was a warm day, and people sat outside.",
    "The president signed the bill.",
    "The prime minister met the king.",
    "The town’s name means river.",
    "He is expected to announce a plan.",
    "He is to tell parliament on Monday.",
    "She agreed to pay.",
    "They agreed a price.",
    "The team hopes to win.",
    "The government plans to sell the mill.",
    "The government wants to sell the mill.",
    "Thousands believe in it.",
    "He thought of his mother.",
    "She felt the ground move.",
    "The dog found its way home.",
    "The council voted to close the library.",
    "The mission claimed 19 lives.",
    "Rescuers feared the worst.",
    "She said it to a full room.",
    "On the minister’s account was a coin.",
    "Nine were told by post.",
    "He challenged the champion to a race.",
    "The rain made it clear that the dam was lost.",
    "Lee gave him the warning that came by post.",
    "Lee sat on the committee’s account.",
    "Lee met them with claims of her own.",
    "Critics will say that the road is shut.",
)


@pytest.mark.parametrize("text", NOBODY, ids=NOBODY)
def test_a_verb_of_saying_in_another_sense_reports_nothing(text: str) -> None:
    assert heard(text) == [("asserted", None)]


CARRIED = {
    "split quotation": ("“It came at night,” Ann Lee said. “We ran.”", [LEE, LEE]),
    "several sentences": ("“It came. We ran. It was dark,” Ann Lee said.", [LEE, LEE, LEE]),
    "over paragraphs": ("“It came,” said Ann Lee. “We ran.\n\n“It was dark.”", [LEE, LEE, LEE]),
    "attributed in the second paragraph": ("“It came.\n\n“We ran,” Ann Lee said.", [LEE, LEE]),
    "a paragraph of its own": ("“It came,” Ann Lee said.\n\n“We all ran up the hill.”", [LEE, LEE]),
    "after a description": (
        "Ann Lee called it a trap. “We all ran up the hill.”",
        [("attributed", "Ann Lee"), LEE],
    ),
    "after what she does": (INTRODUCED + "Lee shook her head. “It came at night.”", [("asserted", None)] * 2 + [LEE]),
    "another speaker": (
        "“It came,” Ann Lee said.\n\n“We ran,” said Bob Roe.",
        [LEE, ("quoted", "Bob Roe")],
    ),
    "a colon before the paragraph": ("Ann Lee had this to say:\n\n“It came at night.”", [("asserted", None), LEE]),
    "not an answer": ("“Where were you?” Ann Lee asked. “At home?”\n\n“On the hill all night.”", [LEE, LEE, ("quoted", None)]),
    "not in the passive": (
        "“It came,” Ann Lee said.\n\n“Shame on all of you,” was shouted after her.",
        [LEE, ("quoted", None)],
    ),
    "repeated in a pull quote": (
        "“It came at night and we all ran.”\n\nRain fell.\n\n“It came at night and we all ran,” Ann Lee said.",
        [LEE, ("asserted", None), LEE],
    ),
    "named in the next paragraph": (
        "“It came at night. We ran.”\n\nAnn Lee lives by the mill. “It was dark,” she said.",
        [LEE, LEE, ("asserted", None), LEE],
    ),
    "none at all": ("“It came at night and we all ran.”", [("quoted", None)]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CARRIED.values(), ids=CARRIED)
def test_a_quotation_without_attribution_goes_on_from_another(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert heard(text) == expected


_RAIN = "\n\nThe rain went on.\n\n"
RESOLVED = {  # the last sentence's speaker
    "surname": (INTRODUCED + "Lee said it rained.", "Ann Lee"),
    "named later in full": ("“It came,” Lee said.\n\nAnn Lee, a baker, ran.\n\n“We ran,” Lee said.", "Ann Lee"),
    "she": (INTRODUCED + "She said it rained.", "Ann Lee"),
    "he is not she": ("Mr Roe met Ms Lee. Ms Lee left. He said it rained.", "Roe"),
    "title": (INTRODUCED + "Ms Lee said it rained.", "Ann Lee"),
    "role": ("Bob Roe, a professor at Halvern, came. Rain fell. The professor said it rained.", "Bob Roe"),
    "role in other words": (
        "Bob Roe, a retired Haitian army colonel, came. The retired Haitian colonel said it rained.",
        "Bob Roe",
    ),
    "the spokeswoman": (
        "“It is safe,” said Irma Dallet, a spokeswoman for the board. The spokeswoman added that it rained.",
        "Irma Dallet",
    ),
    "another minister": (
        "Irma Dallet, the finance minister, came. The Bahamian foreign minister said it rained.",
        "the Bahamian foreign minister",
    ),
    "age": (INTRODUCED + "The 44-year-old said it rained.", "Ann Lee"),
    "the person": (
        "A person familiar with the dam said it rained. “It came at night,” the person said.",
        "a person familiar with the dam",
    ),
    "institution": (
        "The Ondel Water Authority runs the dam. The authority said it rained.",
        "Ondel Water Authority",
    ),
    "its report": (
        "The inquiry said in its report that it rained. The report says the dam broke.",
        "the inquiry",
    ),
    "they": (
        "In a joint statement, the board and the council urged calm. “The banks are still moving,” they said.",
        "the board and the council",
    ),
    "her letter": (INTRODUCED + "Her letter warned that it would rain.", "Ann Lee"),
    "named late": ("“I wrote it down,” she says.\n\nHanne Korlu inspected dams before she retired.", None),
    "a stranger's she": ("The road was shut. She said it rained.", None),
    "initials of a role": ("Principal Secretary Wanjala Otido came. “We saw it,” said the PS.", "Wanjala Otido"),
    "initials of an institution": ("UN expert Bob Roe came. It rained, according to the UN.", "UN"),
    "another word for the role": ("Governor Peter Nasieku came. The county boss said it rained.", "Peter Nasieku"),
    "a word for another role": ("Judge Ann Lee came. The county boss said it rained.", "the county boss"),
    "from somewhere": ("Coach Viktor Szalai came. The Hungarian said it rained.", "Viktor Szalai"),
    "title and role": (
        "Opposition leader Julio Roe, a former teacher, came. Rain fell. The opposition leader said it rained.",
        "Julio Roe",
    ),
    "the elder": ("Bob Roe, 71, met Julio Roe, 44. The elder Roe said it rained.", "Bob Roe"),
    "first of two surnames": ("Ana Garza Luna, a baker, came. Garza said it rained.", "Ana Garza Luna"),
    "short name of a company": ("Morwen Capital said it rained. Rain fell. Morwen said it snowed.", "Morwen Capital"),
    "the company": ("Pellworth said on Monday that it rained. The company said it snowed.", "Pellworth"),
    "not a company": ("The Finance Ministry said that it rained. The company said it snowed.", "the company"),
    "the statement": (
        "In a statement sent on Monday, the guild said it rained. “It is mischievous,” read the statement in part.",
        "the guild",
    ),
    "role before the name": ("Her partner, the engineer Tomasz Bielak, came. He said it rained.", "Tomasz Bielak"),
    "turned": ("Her colleague turned rival, Pat Durcan, came. He said it rained.", "Pat Durcan"),
    "said of a title": ("Superintendent of Police Meera Joshi came. Joshi said it rained.", "Meera Joshi"),
    "the German": ("Coach Ann Lee came. The German said it rained.", "Ann Lee"),
    "anybody's landlord": ("“We ran,” said Jo Speke, 44. The landlord said it rained.", "the landlord"),
    "whose bakery": ("Jo Speke, whose bakery burned, came. The baker said it rained.", "Jo Speke"),
    "the archbishop": ("Archbishop Piet Lanz came. The archbishop said it rained.", "Piet Lanz"),
    "Dame and first name": ("The inquiry, led by Dame Ruth Ell, sat. Dame Ruth said it rained.", "Ruth Ell"),
    "another chief": ("WHO director Ann Lee came. Bob Roe ran. The WHO chief said it rained.", "Ann Lee"),
    "the veteran": ("Firefighter Bob Roe came. The 15-year veteran said it rained.", "Bob Roe"),
    "X's Y": ("Lantern’s Ann Lee said it rained. She said it snowed.", "Ann Lee"),
    "the clerk told him": ("“Where is it?” Bob Roe asked.\n\n“Here it is,” the clerk told him.", "the clerk"),
    "asked him": ("Mr Roe left. “Why did you go?” the clerk asked him. “It rained,” he said.", "Roe"),
    "the nearer of two": ("Bob Roe came, his hat wet. He left. Tom Sik, an aide, ran. He said it rained.", "Tom Sik"),
    "a people that is none": ("Archbishop Piet Lanz came.\n\nIt rained, the Vatican said.", "Vatican"),
    "role with a capital": ("Her rival, the Czech runner Jana Hol, came. She said it rained.", "Jana Hol"),
    "two sides": ("The two sides met in May. They said it rained.", "the two sides"),
    "a surname that is a month": ("Its leader, Owen March, came. “It rained,” March said.", "Owen March"),
    "the union had": ("Its leader, Per Loy, said the union had left. The union said it rained.", "the union"),
    "long and not named": (
        "“It rained,” said one young resident whose name is being kept back for security reasons.",
        "one young resident whose name is being kept back for security reasons",
    ),
    "two far back": (
        f"{INTRODUCED}Bea Roe, a vet, came. Mrs Lee left. Mrs Roe left.{5 * _RAIN}She said it rained.",
        None,
    ),
    "the only one far back": (f"{INTRODUCED}Mrs Lee left.{5 * _RAIN}She said it rained.", "Ann Lee"),
    "the coast guard": (
        "Coast guard commander Bob Roe came. The coast guard said it rained.",
        "the coast guard",
    ),
    "the director of a director general": ("Director General Bob Roe came. The director said it rained.", "Bob Roe"),
    "asked to be called": ("A nurse, who asked to be called Mary, said it rained.", "Mary"),
    "according to him": ("Bob Roe, a vet, came. According to him, it rained.", "Bob Roe"),
    "according to them": ("Two clerks came. It rained, according to them.", "two clerks"),
    "a man is no company": ("Sik told his aide that it rained. The company said it snowed.", "the company"),
    "it was plain": ("Webb said it rained. Ann Lee, a vet, ran. It was late, she said.", "Ann Lee"),
    "the insurer that told her": (
        "Ann Lee was told by the insurer to wait. The insurer says it rained.",
        "the insurer",
    ),
    "the CEO": ("Ann Lee, the chief executive of Morwen, came. The CEO said it rained.", "Ann Lee"),
    "the chief executive": ("Morwen CEO Ann Lee came. The chief executive said it rained.", "Ann Lee"),
    "Inc.": ("Aquor Inc., which cleans it, said that it rained. The company said it snowed.", "Aquor Inc."),
    "an association is a union": (
        "The Bakers’ Association said it rained. The union said it snowed.",
        "Bakers’ Association",
    ),
    "the latter": ("Ann Lee met Bob Roe, a baker. The latter said it rained.", "Bob Roe"),
    "one of several": ("Three sources close to him said it rained. One said it snowed.", "one"),
    "one of nobody": ("The road was shut. One said it snowed.", None),
    "among them": ("Bob Roe, a baker, said it rained. Among them was Tom Sik, an aide. He said it snowed.", "Tom Sik"),
    "a man is no it": (
        "Bob Roe, a vet, came. Tom Sik, for the guild, rose. Who ran, he asks. Roe rejects that. It was late, he says.",
        "Bob Roe",
    ),
    "on her table": ("The box sits on Ann Lee’s table. Lee ran. “It is a house,” she said.", "Ann Lee"),
    "a letter is not they": ("Every letter urges haste. They say it rained.", None),
    "they, of whom it tells": ("Supervisors kept the keys. The road, they said, was shut.", "supervisors"),
    "Mrs Brown is not Brown": ("Sean Brown was there. Brown ran. Mrs Brown said it rained.", "Mrs Brown"),
}


@pytest.mark.parametrize(("text", "speaker"), RESOLVED.values(), ids=RESOLVED)
def test_the_speaker_is_who_the_article_means(text: str, speaker: str | None) -> None:
    assert voices(text)[-1].speaker == speaker


def test_a_role_is_not_that_of_somebody_introduced_later_as_a_former_one() -> None:
    text = "Ann Lee, a vet, fell. The referee said it rained.\n\nFormer referee Paul Nash was there."
    assert voices(text)[1].speaker == "the referee"


def test_somebody_named_after_the_opening_speaks_in_it() -> None:
    text = "“I wrote it in capital letters,” she says.\n\nHanne Korlu inspected dams before she retired."
    assert voices(text)[0].speaker == "Hanne Korlu"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ombudsman said it rained.\n\nJo Speke, 44, ran.", "the ombudsman"),
        ("“It rained,” the teacher said.\n\nJo Speke, 44, has taught for years.", "Jo Speke"),
    ],
)
def test_a_description_is_somebody_named_after_the_opening_where_it_opens_with_their_words(
    text: str, speaker: str
) -> None:
    assert voices(text)[0].speaker == speaker


ROLES = {
    "after the name": ("“It came,” said Ann Lee, a baker in Tolsey.", "a baker in Tolsey"),
    "after the age": ("“It came,” said Ann Lee, 44, a baker in Tolsey.", "a baker in Tolsey"),
    "before the name": ("Public Works Minister Ann Lee said it rained.", "Public Works Minister"),
    "lower case before the name": ("“It came,” said mayor Ann Lee.", "mayor"),
    "the mayor, X": ("“It came,” said the mayor, Ann Lee.", "the mayor"),
    "is the": ("Ann Lee is the director of the mill.\n\n“It came,” Lee said.", "the director of the mill"),
    "who": ("“It came,” said Ann Lee, who runs the mill.", "who runs the mill"),
    "none": ("“It came,” said Ann Lee.", None),
    "a clause is no role": ("In Tolsey, Ann Lee, the doctor said, was ill. Ann Lee said it rained.", None),
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES)
def test_the_role_is_as_the_article_introduces_the_speaker(text: str, role: str | None) -> None:
    assert voices(text)[-1].role == role


EVIDENCE = {
    "said X": ("“It came,” said Georges Fauriol.", "said Georges Fauriol"),
    "X said": ("“It came,” Georges Fauriol said.", "Georges Fauriol said"),
    "according to": ("It came, according to Georges Fauriol.", "according to Georges Fauriol"),
}


@pytest.mark.parametrize(("text", "words"), EVIDENCE.values(), ids=EVIDENCE)
def test_the_evidence_is_the_words_that_attribute(text: str, words: str) -> None:
    evidence = voices(text)[-1].evidence
    assert evidence is not None
    assert text[evidence.start : evidence.end] == words


INTERVIEW = """Edrin Sollace has taught at Halvern for 22 years.

Review: Why the drains?

Edrin Sollace: Because they talk. Every dam leaks.

Review: The operator blames the rain.

Edrin Sollace: I know. “The professor was not there,” Coll Brannith said.

Review: And now?

Edrin Sollace: Walk the toe.

This interview has been edited for length."""


def test_in_an_interview_answers_are_quoted_and_questions_are_not() -> None:
    sollace = ("quoted", "Edrin Sollace")
    asserted = ("asserted", None)
    assert heard(INTERVIEW) == [
        asserted,
        asserted,
        sollace,
        sollace,
        ("attributed", "the operator"),
        sollace,
        ("quoted", "Coll Brannith"),
        asserted,
        sollace,
        asserted,
    ]


def test_questions_and_answers_marked_by_letters_belong_to_the_one_person_named() -> None:
    text = "The novelist Imre Castel lives here.\n\nQ: Why?\n\nA: I lost it.\n\nQ: And then?\n\nA: I wrote it again."
    assert [voice.speaker for voice in voices(text)] == [None, None, "Imre Castel", None, "Imre Castel"]


def test_furniture_between_paragraphs_does_not_break_a_quotation() -> None:
    text = "“It came,” said Ann Lee. “We ran.\n\nRead more: ten storms\n\n“It was dark.”"
    furniture = [Span(text.index("Read"), text.index("storms") + len("storms"))]
    found = voices_of(text, sentences_of(text, furniture))
    assert [voice.speaker for voice in found] == ["Ann Lee"] * 3


FOLLOWED = {  # several sentences: voice and speaker of the last
    "a crew is not she": ("Ann Lee was there. The crew had fled, she said.", "attributed", "Ann Lee"),
    "a known woman goes before an unknown": (
        "Ann Lee, a mother of two, was heard. She wept. Quill Roe asked Lee what she saw. “A wave,” she replied.",
        "quoted",
        "Ann Lee",
    ),
    "owners are they": (
        "The owners, Bright Lines, deny that it leaked. “It was sound,” they said.",
        "quoted",
        "Bright Lines",
    ),
    "in her view": ("Ann Lee, an actress, saw the wreck. In her view it was too late.", "attributed", "Ann Lee"),
    "a role with a clause": (
        "An architect who saw the wreck, Dr Ann Lee, called it old. “It rusted,” the architect went on.",
        "quoted",
        "Ann Lee",
    ),
    "her neighbour may be a man": (
        "“I ran,” said Ann Lee.\n\nHer neighbour was calm. “It was loud,” he said.",
        "quoted",
        "her neighbour",
    ),
    "a name given": (
        "A nurse who gave his name only as Lew was there. “They knew,” he said.",
        "quoted",
        "Lew",
    ),
    "her opponent is": (
        "Her opponent is Tom Arrel. In his book he writes that he never lost.",
        "attributed",
        "Tom Arrel",
    ),
    "one of them": (
        "Several villagers ran. One of them, a shopkeeper, said it was loud. “I hid,” the man said.",
        "quoted",
        "a shopkeeper",
    ),
    "those who know her": ("Those who know her say that she is ready.", "attributed", "those who know her"),
    "her death is about her": (
        "Ann Lee died on Friday. Her death was confirmed by her daughter, Ruth Loy, a nurse.\n\n“I ran,” she said in 1998.",
        "quoted",
        "Ann Lee",
    ),
    "a description before she": (
        "Ann Lee died. Her son Bob Lee wept.\n\nThe daughter of a baker, she left at 17. “I ran,” she said.",
        "quoted",
        "Ann Lee",
    ),
    "the only woman, however far back": (
        "Ann Lee died. Her son, Bob Lee, wept.\n\nIt rained.\n\nThe road was shut.\n\nNobody came.\n\n“I ran,” she said.",
        "quoted",
        "Ann Lee",
    ),
    "was all she would say": ("“I am a tidy person,” was all Ann Lee would say.", "quoted", "Ann Lee"),
    "any verb before a name": ("“It rained,” deadpanned Ann Lee.", "quoted", "Ann Lee"),
    "any verb after a name": ("“It rained,” Ann Lee quavered, wiping her eyes.", "quoted", "Ann Lee"),
    "any verb before a role": ("“It rained,” launched the deputy Ann Roe.", "quoted", "Ann Roe"),
    "a title is no speech": ("Rain fell. “It rained on us” reached Ann Lee on Monday.", "quoted", None),
    "spoke of": ("Ann Lee spoke of a “culture of slow fear” there.", "quoted", "Ann Lee"),
    "six of nine are no it": ("Six of nine lifts failed. It blamed years of neglect, Lee said.", "attributed", "Lee"),
    "liked to say": ("Ann Lee came. “It never sank,” she liked to say.", "quoted", "Ann Lee"),
    "would say": ("Ann Lee came. “It never sank,” she would say.", "quoted", "Ann Lee"),
    "would say only": ("Her office would say only that talks went on.", "attributed", "her office"),
    "somebody on the page": ("Ann Lee, a singer, sang. Ann Lee’s son is below: “She sang.”", "quoted", None),
    "the subject of a clause": (
        "The first thing Ann Lee does each day is open the mill. “I like the light,” she says.",
        "quoted",
        "Ann Lee",
    ),
    "the only name, for a late she": (
        "It is six when Ann Lee opens the shutters.\n\nThe street is empty.\n\n“I like the light,” she says.",
        "quoted",
        "Ann Lee",
    ),
    "doubted": ("Western diplomats doubted that either side wanted war.", "attributed", "Western diplomats"),
}


@pytest.mark.parametrize(("text", "voice", "speaker"), FOLLOWED.values(), ids=FOLLOWED)
def test_the_speaker_is_taken_up_from_the_sentences_before(text: str, voice: str, speaker: str | None) -> None:
    assert heard(text)[-1] == (voice, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "The mother of one victim held up a photograph.",
        "He has held the title for nine years and is rich.",
        "Regulators withdrew the drug, citing new data.",
    ],
)
def test_deeds_are_no_words(text: str) -> None:
    assert heard(text) == [("asserted", None)]


def test_a_text_without_sentences_has_no_voices() -> None:
    assert voices_of("", []) == []


NEWS = st.lists(
    st.sampled_from(
        [
            "“", "”", "‘", "’", '"', "'", "«", "»", " ", " ", ". ", ", ", ": ", "\n\n", "?", "–", "(", ")", "said ", "says ",
            "Ann Lee ", "Lee ", "Mr Roe ", "she ", "he ", "they ", "it ", "the spokeswoman ", "a baker ", "who ", "that ",
            "according to ", "told ", "warned ", "in ", "of ", "and ", "the Water Authority ", "Q: ", "A: ", "report ",
        ]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(st.one_of(NEWS, st.text(max_size=300)))
@settings(max_examples=300, deadline=None)
def test_every_sentence_has_one_voice_and_evidence_inside_the_text(text: str) -> None:
    sentences = sentences_of(text)
    found = voices_of(text, sentences)
    assert len(found) == len(sentences)
    assert found == voices_of(text, sentences)
    for voice in found:
        if voice.kind == "asserted" or voice.speaker is None:
            assert voice.speaker is None and voice.role is None and voice.evidence is None
        else:
            assert voice.speaker.strip()
            assert voice.evidence is not None
            assert 0 <= voice.evidence.start < voice.evidence.end <= len(text)
            assert text[voice.evidence.start : voice.evidence.end].strip()


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_spans_that_are_no_sentences_do_no_harm(pairs: list[tuple[int, int]]) -> None:
    text = "“It came,” said Ann Lee. She ran.\nHe fell."
    spans = sorted(Span(min(pair), max(pair)) for pair in pairs)
    assert len(voices_of(text, spans)) == len(spans)


ASKED_IN_BOLD = """Sofia Lind, 46, spent eleven years at the dam. She spoke to Clara Bene at her home.

**When did you first see it?**

In October. Gunnar Strand saw it, too.

**What did you do?**

I wrote a letter.

**The company says that it acted.**

It bought a sensor.

**And then?**

**Review:** is where I went.

**Would you do it again?**

Yes."""


def test_answers_to_questions_in_bold_are_the_words_of_whoever_is_introduced() -> None:
    lind, asserted = ("quoted", "Sofia Lind"), ("asserted", None)
    assert heard(ASKED_IN_BOLD) == [
        asserted, asserted, asserted, lind, lind, asserted, lind, ("attributed", "the company"), lind, asserted, lind,
        asserted, lind,
    ]  # fmt: skip


def test_answers_are_nobodys_where_two_are_introduced() -> None:
    two = ASKED_IN_BOLD.replace(
        "She spoke to Clara Bene at her home.", "Tom Bell, a keeper, sat beside her. Bell smiled."
    )
    assert {voice.speaker for voice in voices(two)} == {None, "the company"}


def test_a_question_is_no_report_of_what_it_asks() -> None:
    asked = ASKED_IN_BOLD.replace("**And then?**", "**Will you testify?**")
    assert [voice.kind for voice in voices(asked)] == [voice.kind for voice in voices(ASKED_IN_BOLD)]


@pytest.mark.parametrize(
    ("labels", "speakers"),
    [
        (("Ben Roth", "Kira Dahl", "BR", "KD"), [None, "Kira Dahl", None, "Kira Dahl"]),
        (("[00:02] HOST", "[00:09] DAHL", "[01:10] HOST", "[01:15] DAHL"), [None, "DAHL", None, "DAHL"]),
        (("Mr. Orr (North)", "Ms. Dahl (Energy)", "Mr. Orr (North)", "Ms. Dahl (Energy)"), ["Mr. Orr", "Ms. Dahl"] * 2),
    ],
)
def test_turns_are_read_under_initials_times_and_offices(labels: tuple[str, ...], speakers: list[str | None]) -> None:
    text = "\n\n".join(
        f"{label}: {said}" for label, said in zip(labels, ("Why?", "Rain.", "And?", "Wind."), strict=True)
    )
    assert [voice.speaker for voice in voices(text)] == speakers


def test_answers_in_the_paragraph_of_their_questions_in_bold_are_quoted() -> None:
    text = "Kira Dahl, a baker, bakes.\n\n**Why?** I love it.\n\n**Tell me about bread.** It is old.\n\n**And?** Wind."
    assert heard(text)[1:] == [("asserted", None), ("quoted", "Kira Dahl")] * 3


@pytest.mark.parametrize(
    ("above", "speaker"),
    [
        ("Ann Lee runs the mill. It is old.", "Ann Lee"),
        ("Five minutes with Ann Lee\n\nTolsey Mill shuts in June, after years on the Arda Dam road.", "Ann Lee"),
        ("We spoke to Ann Lee at the Tolsey Hall.", "Ann Lee"),
        ("Ann Lee and Tom Bell run the mill.", None),
        ("Tolsey Mill shuts in June.", None),
    ],
)
def test_a_guest_of_whom_nothing_but_the_name_is_told_answers(above: str, speaker: str | None) -> None:
    text = f"{above}\n\n**Why the mill?** I like it. My teacher, Rosa Lindt, was a miller.\n\n**And now?** I sleep."
    assert [voice.speaker for voice in voices(text) if voice.kind == "quoted"] == [speaker] * 3


def test_an_outlet_that_answers_its_own_questions_is_no_guest() -> None:
    asked = "**What happened?**\n\nThe dam broke. “I ran,” said Tom Bell.\n\n**Who is to blame?**\n\nIt is not known."
    assert [voice.speaker for voice in voices(asked) if voice.kind == "quoted"] == ["Tom Bell"]


def test_questions_in_headings_make_an_interview_and_a_summary_above_them_is_none() -> None:
    text = "Ann Lee, a miller, mills.\n\n## A life in flour\n\nThe mill is old.\n\n### Why?\n\nI like it.\n\n### And?\n\nRain."
    assert [voice.kind for voice in voices(text)][-4:] == ["asserted", "quoted", "asserted", "quoted"]
    assert [voice.kind for voice in voices(text)][:3] == ["asserted"] * 3


def test_one_question_marked_as_such_makes_an_interview() -> None:
    text = "Kira Dahl, a baker, bakes.\n\n**Reporter:** Critics are loud. Why?\n\n**Dahl:** I know them."
    assert heard(text)[1:] == [("asserted", None), ("asserted", None), ("quoted", "Kira Dahl")]
    unknown = "**Reporter:** Why?\n\n**Lee:** For love."
    assert heard(unknown) == [("asserted", None), ("quoted", "Lee")]


def test_headings_in_bold_make_no_interview() -> None:
    text = "\n\n".join(
        f"**{heading}**\n\nIt rained." for heading in ("The dam", "Who knew?", "The town", "The law", "Costs")
    )
    assert {voice.kind for voice in voices(text)} == {"asserted"}


def test_labels_in_bold_make_an_interview() -> None:
    text = "Ann Lee bakes.\n\n**Review:** Why?\n\n**Ann Lee:** For love.\n\n**Review:** And?\n\n**Ann Lee:** For bread."
    assert [voice.speaker for voice in voices(text)] == [None, None, "Ann Lee", None, "Ann Lee"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17:20 The county says 2,850 people have been moved.", [("attributed", "the county")]),
        ("09:02 GMT – Ann Lee said the road was shut.", [("attributed", "Ann Lee")]),
        ("15:48 **Seven confirmed dead.** Ann Lee said it was over.", [("asserted", None), ("attributed", "Ann Lee")]),
        ("Four reported missing after the flood.", [("asserted", None)]),
    ],
)
def test_the_time_before_an_entry_and_a_count_speak_for_nobody(text: str, expected: list) -> None:
    assert heard(text) == expected


def test_times_above_entries_are_no_paragraphs_between_a_name_and_a_pronoun() -> None:
    text = "9.10\n\nBob Roe, a vet, said it rained.\n\n9.20\n\nThe hall is full.\n\n9.30\n\nHe said it snowed."
    assert heard(text)[-1] == ("attributed", "Bob Roe")


def test_a_label_may_hold_an_ampersand() -> None:
    text = "Ward & Field: Why?\n\nAnn Lee: For love.\n\nWard & Field: And?\n\nAnn Lee: For bread."
    assert [voice.speaker for voice in voices(text)] == [None, "Ann Lee", None, "Ann Lee"]


def test_a_surname_before_a_turn_is_filled_from_the_introduction() -> None:
    text = (
        "Beatrice Oyelo has run it for years.\n\nGazette: Why?\n\nOyelo: For love.\n\nGazette: And?\n\nOyelo: I rest."
    )
    assert [voice.speaker for voice in voices(text)] == [None, None, "Beatrice Oyelo", None, "Beatrice Oyelo"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“My kids learned to read in that room,” said one of them, bus driver Leroy Tan.", ("quoted", "Leroy Tan")),
        ("“It rained hard all night,” said a neighbour, retired teacher Ann Lee.", LEE),
        ("> “We listened,” Ann Lee said.", LEE),
        ("- “We ran,” Ann Lee said.", LEE),
    ],
)
def test_a_role_without_an_article_names_and_a_mark_before_a_quotation_is_passed_over(
    text: str, expected: tuple
) -> None:
    assert heard(text) == [expected]


CLAUSES = {  # a sentence: who says each of its clauses
    "The union says it had 40 complaints; the company, 12.": ["the union", "the company"],
    "Police said 40 had died; the hospital, 52; witnesses, more than 100.": ["police", "the hospital", "witnesses"],
    "Police put the crowd at 3,000; organisers, at 5,000.": ["police", "organisers"],
    "Police said 300 people marched while organisers said 500 did.": ["police", "organisers"],
    "While police put the crowd at 300, organisers said it was 500.": ["police", "organisers"],
    "Police say 5,000 people came; organisers put it at 20,000.": ["police", "organisers"],
    "Some 300 marched, according to police, and 500, according to the organisers.": ["police", "the organisers"],
    "Patients like it, said Ann Lee; few of the 40 do, according to a review.": ["Ann Lee", "a review"],
    "“It is a disgrace to us all,” Ann Lee said, while Tom Strode called it “the best we can do”.": [
        "Ann Lee",
        "Tom Strode",
    ],
    "Some 40 people died in the fire, but officials said the toll was 60.": [None, "officials"],
    "The minister said that police said 40 had died.": [],
    "Lee said 40 had died, but she added that 30 were safe.": [],
    "But police said 300 people marched.": [],
    "“We have 40 men,” said Ann Lee, “and the army said it would help.”": [],
}


@pytest.mark.parametrize(("text", "speakers"), CLAUSES.items(), ids=CLAUSES)
def test_the_clauses_of_different_people_are_told_apart(text: str, speakers: list[str | None]) -> None:
    (voice,) = voices(text)
    assert [clause.speaker for _, clause in voice.clauses] == speakers
    named = [speaker for speaker in speakers if speaker]
    if named:
        assert voice.speaker == named[0]
        assert voice.speakers == tuple(named)
        assert voice.at(len(text) - 1).speaker == named[-1]
