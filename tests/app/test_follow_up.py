import pytest

from clipfile.app.follow_up import (
    asks_of_somebody,
    asks_who,
    depends_on_history,
    read_with_history,
    with_history,
    with_name,
)
from clipfile.corpus.people import Person

EARLIER = ("How much money did the United States give?",)


@pytest.mark.parametrize(
    "question", ["And Canada?", "what about France?", "Has it arrived?", "Why?", "Who promised them that?", "but when"]
)
def test_a_question_that_leans_on_the_one_before_is_read_with_it(question: str) -> None:
    assert read_with_history(question, EARLIER) == f"{EARLIER[0]} {question}"


@pytest.mark.parametrize("question", ["Which gangs control the capital?", "How many officers did Kenya send in June?"])
def test_a_question_that_stands_alone_is_read_alone(question: str) -> None:
    assert read_with_history(question, EARLIER) == question


@pytest.mark.parametrize(
    "question",
    [
        "How many people lost their homes in the flood?",
        "Did the captain say he was sorry?",
        "Which gangs have expanded their territory this year?",
        "What happened to the ferry after it left port?",
        "Did the bank say when it will close branches?",
        "Is there a wall around Tellin town?",
        "How many lifeboats were there on the ferry?",
        "How many died in one day in January?",
        "Which one of the ferries sank off Tellin?",
        "How long did it take to reach the shore?",
        "Is it true that the captain lied about the light?",
        "Was it the captain who opened the bow door?",
        "How many of those killed were children?",
        "What do those who lost homes demand?",
        "What did the then mayor promise the valley?",
        "Then-mayor Carr promised what to families?",
        "So far, how many families have been paid?",
        "Who is Lorne?",
    ],
)
def test_a_word_that_points_at_the_question_itself_or_at_nothing_does_not_lean(question: str) -> None:
    assert not depends_on_history(question)


@pytest.mark.parametrize(
    "question",
    [
        "Anything else?",
        "Tell me more",
        "More details please",
        "What did the others say?",
        "Is the same true of Tarn Bank?",
        "Which other countries gave money?",
        "When did that happen to Canada?",
        "What did the mayor say about it?",
        "Did Canada send them?",
        "Did the woman lose their house?",
        "Which agency did she inspect dams for?",
        "Did the captain check its door?",
        "How many of those were children?",
        "How did this happen in Tellin?",
        "How many people live there?",
        "Which one sank first?",
        "What has changed since then in Tellin?",
    ],
)
def test_a_word_for_what_was_named_before_leans(question: str) -> None:
    assert depends_on_history(question)


def test_a_chain_of_follow_ups_reaches_back_to_the_question_it_hangs_on() -> None:
    history = ("Who was president?", "Which company built the base?", "When did it start?")
    assert read_with_history("And why?", history) == " ".join((*history[1:], "And why?"))


def test_without_a_conversation_a_follow_up_stays_as_it_is() -> None:
    assert read_with_history("And Canada?", ()) == "And Canada?"


def test_the_questions_that_one_leans_on_are_kept_apart() -> None:
    assert with_history("And Canada?", EARLIER) == [*EARLIER, "And Canada?"]


@pytest.mark.parametrize("question", ["Who leads the inquiry?", "And who is the harbour master?"])
def test_a_question_for_one_person_is_told(question: str) -> None:
    assert asks_who(question)


@pytest.mark.parametrize("question", ["Who are the trustees?", "Who were on board?", "Did she say who sank it?"])
def test_a_question_for_several_or_for_something_else_is_none_for_one_person(question: str) -> None:
    assert not asks_who(question)


@pytest.mark.parametrize(
    ("question", "gender", "read"),
    [
        ("What did she say about the dam?", "f", "What did Ana Maur say about the dam?"),
        ("How old is she, and what is her job?", None, "How old is Ana Maur, and what is Ana Maur’s job?"),
        ("Who told her?", "f", "Who told Ana Maur?"),
        ("What do they want?", None, "What do Ana Maur want?"),
        ("What did he say about her?", None, "What did Ana Maur say about her?"),
        ("What did he say about the dam?", "f", "What did he say about the dam?"),
        ("Did the captain say he was sorry?", None, "Did the captain say he was sorry?"),
    ],
)
def test_a_name_takes_the_place_of_the_first_pronoun_that_it_fits(question: str, gender: str | None, read: str) -> None:
    assert with_name(question, Person("Ana Maur", gender=gender)) == read


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did she say about the brakes?", True),
        ("When were they paid?", True),
        ("And how many officers?", False),
        ("Why did it fail?", False),
        ("What did Ana Maur say of her dam?", False),
    ],
)
def test_a_pronoun_that_can_stand_for_a_person_not_named_asks_of_somebody(question: str, expected: bool) -> None:
    assert asks_of_somebody(question) is expected
