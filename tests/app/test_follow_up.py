import pytest

from clipfile.app.follow_up import read_with_history

EARLIER = ("How much money did the United States give?",)


@pytest.mark.parametrize(
    "question", ["And Canada?", "what about France?", "Has it arrived?", "Why?", "Who promised them that?", "but when"]
)
def test_a_question_that_leans_on_the_one_before_is_read_with_it(question: str) -> None:
    assert read_with_history(question, EARLIER) == f"{EARLIER[0]} {question}"


@pytest.mark.parametrize("question", ["Which gangs control the capital?", "How many officers did Kenya send in June?"])
def test_a_question_that_stands_alone_is_read_alone(question: str) -> None:
    assert read_with_history(question, EARLIER) == question


def test_a_chain_of_follow_ups_reaches_back_to_the_question_it_hangs_on() -> None:
    history = ("Who was president?", "Which company built the base?", "When did it start?")
    assert read_with_history("And why?", history) == " ".join((*history[1:], "And why?"))


def test_without_a_conversation_a_follow_up_stays_as_it_is() -> None:
    assert read_with_history("And Canada?", ()) == "And Canada?"
