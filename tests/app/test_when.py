"""The time that a quote gives for what a question asks the time of."""

import pytest

from clipfile.app.told_time import time_told
from clipfile.app.when import asks_when, time_difference
from clipfile.corpus.article import Article, Span
from clipfile.corpus.dates import PublicationDate


@pytest.mark.parametrize(
    "question",
    [
        "When did the dam fail?",
        "At what time did the ferry leave?",
        "Since when has the road been shut?",
        "How long ago was the mill built?",
        "What is the new deadline for tenders?",
        "Does anyone say when the dam failed?",
        "date of the ballot",
    ],
)
def test_a_question_asks_for_a_time(question: str) -> None:
    assert asks_when(question)


@pytest.mark.parametrize(
    "question",
    [
        "What did the mayor say when the dam failed?",
        "When the dam failed, who was on duty?",
        "What is a day's work worth?",
        "How long did the repair take?",
    ],
)
def test_other_questions_ask_for_no_time(question: str) -> None:
    assert not asks_when(question)


TOLD = {
    "the only one": ("When did the dam fail?", "The dam failed on Monday night.", "on Monday night"),
    "not that of the saying": (
        "When will the bridge open?",
        "The bridge will open on 4 May, the ministry said on Tuesday.",
        "4 May",
    ),
    "that of the saying, if asked for": (
        "When was the closure announced?",
        "The closure was announced on 3 May.",
        "3 May",
    ),
    "the one in the clause that answers": (
        "When was the mill built?",
        "The mill, which was sold in 2012, was built in 1888.",
        "1888",
    ),
    "the one behind an aside": (
        "When was The Salt Year published?",
        "Sayle, who was then 27, published her first novel, The Salt Year, in 1968.",
        "1968",
    ),
    "none where the verb asked for has no time": (
        "When did the rationing end?",
        "She resigned on 30 April, a month after the rationing ended.",
        None,
    ),
    "a change with both its ends": (
        "When is the bond vote?",
        "They voted on Tuesday night to move the bond vote from May 15 to June 12.",
        "May 15 to June 12",
    ),
    "unclear": ("When will she retire?", "It was founded in 1990, moved in 1999 and sold in 2012.", None),
    "not the one denied": (
        "When did the power go off?",
        "The power went off at three, not at noon.",
        "three",
    ),
    "what is to come": (
        "When will the plant open?",
        "The plant was begun in March 2032, and the plant opens in 2036.",
        "2036",
    ),
    "that of the preposition asked by": (
        "Until when does the mandate run?",
        "The states agreed in January to prolong the mandate until the end of 2040.",
        "the end of 2040",
    ),
    "none": ("When did the dam fail?", "The dam failed because of a crack.", None),
}


def told(question: str, text: str, published: str = "2035-05-10"):
    article = Article("a", text, published=PublicationDate(published))
    return time_told(article, Span(0, len(text)), question)


@pytest.mark.parametrize(("question", "text", "words"), TOLD.values(), ids=TOLD)
def test_the_time_in_the_clause_that_answers_is_told(question: str, text: str, words: str | None) -> None:
    found = told(question, text)
    assert (found.article.quote(found.span) if found else None) == words


def test_a_later_change_is_told_with_its_words() -> None:
    question = "When is the vote?"
    old = told(question, "The vote is due on 4 May.", "2035-03-01")
    new = told(question, "The vote has been postponed to 11 May.", "2035-04-20")
    found = time_difference(old, new)
    assert (found.why.value, new.article.quote(found.other)) == ("later update", "postponed")
    assert time_difference(new, old) == found.turned


def test_without_words_for_a_change_it_is_not_told_why_times_differ() -> None:
    question = "When is the vote?"
    old = told(question, "The vote is due on 4 May.", "2035-03-01")
    new = told(question, "The vote is due on 11 May.", "2035-04-20")
    assert time_difference(old, new).why.value == "differ"
    assert time_difference(old, told(question, "The vote is due in May.", "2035-04-20")) is None


def test_weekdays_are_compared_where_their_articles_are_of_one_week() -> None:
    question = "When do the talks resume?"
    thursday = told(question, "The talks are to resume on Thursday.", "2035-05-07")
    friday = "The talks are to resume on Friday."
    assert time_difference(thursday, told(question, friday, "2035-05-08")) is not None
    assert time_difference(thursday, told(question, friday, "2035-05-22")) is None


def test_a_pronoun_may_stand_for_a_name_of_the_question() -> None:
    question = "When did Ada Finch die?"
    found = time_difference(told(question, "Ada Finch died on 2 May."), told(question, "She died on 3 May."))
    assert found is not None


OF_ONE_EVENT = {
    "one verb": ("The branch will reopen on 2 May.", "The branch did reopen on 9 May.", True),
    "in the third person": ("The ship would start on 2 May.", "The ship starts on 9 May.", True),
    "all words of the question": ("The bank branch works since 2 May.", "The bank branch was ready on 9 May.", True),
    "a noun of a change": ("The branch will open on 2 May.", "The branch's opening was delayed to 9 May.", True),
    "another verb": ("The branch was robbed on 2 May.", "The branch was painted on 9 May.", False),
    "nothing but the thing in common": ("The branch was robbed on 2 May.", "The branch closed on 9 May.", False),
    "of something else": ("The bank branch will open on 2 May.", "The fair will open on 9 May.", False),
}


@pytest.mark.parametrize(("one", "other", "expected"), OF_ONE_EVENT.values(), ids=OF_ONE_EVENT)
def test_times_differ_where_they_surely_are_of_one_event(one: str, other: str, expected: bool) -> None:
    found = time_difference(told("When is the bank branch?", one), told("When is the bank branch?", other))
    assert (found is not None) is expected
