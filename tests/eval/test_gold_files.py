import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clipfile.corpus.collection import Collection
from clipfile.eval.gold_files import (
    GoldFileError,
    read_claims,
    read_questions,
    read_second_claims,
    read_second_questions,
)
from clipfile.eval.sets import Half, read_set, shipped_sets

Lines = Callable[..., Path]
FOUR = {"article": "fire", "quote": "The fire killed four people.", "side": "a"}
NINE = {"article": "inquiry", "quote": "Nine people died in the fire.", "side": "b"}
QUESTION = {"id": "q1", "question": "How many died?", "type": "single_fact", "gold": [FOUR]}
SUPPORT = {"article": "fire", "quote": "The fire killed four people.", "stance": "supports"}
REFUTE = {"article": "inquiry", "quote": "Nine people died in the fire.", "stance": "refutes"}
CLAIM = {"id": "c1", "claim": "Four died.", "verdict": "supported", "change": "paraphrase", "gold": [SUPPORT]}

BAD_QUESTIONS = {
    "not json": ("{", "not JSON"),
    "a list": ("[1]", "holds list, not an object"),
    "field twice": (
        '{"id": "q1", "question": "How many died?", "id": "q2"}',
        "field 'id' stands twice in one object; keep one",
    ),
    "field twice in gold": ('{"id": "q1", "gold": [{"side": "a", "side": "b"}]}', "field 'side' stands twice"),
    "no id": (QUESTION | {"id": ""}, "id is ''; write a text"),
    "no question": (QUESTION | {"question": 3}, "question is 3; write a text"),
    "unknown field": (QUESTION | {"goold": []}, "unknown field 'goold'; did you mean 'gold'"),
    "unknown type": (QUESTION | {"type": "singel_fact"}, "unknown type 'singel_fact'; did you mean 'single_fact'"),
    "strange type": (QUESTION | {"type": "xyz"}, "unknown type 'xyz'; write one of single_fact, several_articles"),
    "no date": (QUESTION | {"as_of": "soon"}, "as_of: 'soon' is not a date; write it as 2024"),
    "date as number": (QUESTION | {"as_of": 2030}, 'as_of is 2030; write a date as a text: "2024"'),
    "as_of without date": (QUESTION | {"type": "as_of"}, "type is as_of, but there is no as_of"),
    "follow-up alone": (QUESTION | {"type": "follow_up"}, "there is no history; list the earlier questions"),
    "history a text": (QUESTION | {"history": "What?"}, "history is 'What\\?'; write a list"),
    "gold missing": ({key: value for key, value in QUESTION.items() if key != "gold"}, "gold is None; write a list"),
    "gold empty": (QUESTION | {"gold": []}, "gold is empty; add the quotes that answer, or choose not_in_articles"),
    "gold not empty": (QUESTION | {"type": "not_in_articles"}, "gold holds 1 quotes; empty it"),
    "one side": (QUESTION | {"type": "disagree"}, "all gold has side 'a'; give each different answer its own side"),
    "quote a number": (QUESTION | {"gold": [FOUR | {"quote": 4}]}, "gold 1: it is .*; write {article, quote"),
    "unknown article": (
        QUESTION | {"gold": [FOUR | {"article": "fier"}]},
        "unknown article 'fier'; did you mean 'fire'",
    ),
    "quote not there": (
        QUESTION | {"gold": [FOUR | {"quote": "The fire killed five people."}]},
        "the quote is not in fire: 'The fire killed five people.'; the article prints: 'The fire killed four people.'",
    ),
    "quote of nothing": (
        QUESTION | {"gold": [FOUR | {"quote": "Zebras."}]},
        "copy the words exactly as the article prints",
    ),
    "no quote": (QUESTION | {"gold": [{"article": "fire"}]}, "gold 1: there is no quote; write article, quote, side"),
    "side a list": (QUESTION | {"gold": [FOUR | {"side": ["a"]}]}, "gold 1: it is .*; write {article, quote, side}"),
    "stance in a question": (
        QUESTION | {"gold": [SUPPORT]},
        "gold 1: unknown field 'stance'; write article, quote, side",
    ),
    "quote twice": (QUESTION | {"gold": [FOUR, FOUR]}, "gold 2: it is the same as gold 1, and would count twice"),
    "field in gold": (QUESTION | {"gold": [FOUR | {"page": 1}]}, "gold 1: unknown field 'page'"),
    "gold too late": (
        QUESTION | {"as_of": "2030-05", "gold": [NINE]},
        "gold 1: inquiry is 2030-06, and may not be used as of 2030-05; take the quote out of gold",
    ),
    "gold undated": (
        QUESTION | {"as_of": "2030", "gold": [FOUR | {"article": "market"}]},
        "gold 1: market is undated, and may not be used as of 2030",
    ),
}

BAD_CLAIMS = {
    "unknown verdict": (CLAIM | {"verdict": "true"}, "unknown verdict 'true'; write one of supported, refuted"),
    "unknown change": (CLAIM | {"change": "negated"}, "unknown change 'negated'; did you mean 'negation'"),
    "no stance": (
        CLAIM | {"gold": [{"article": "fire", "quote": SUPPORT["quote"]}]},
        "gold 1: unknown stance None; write one of supports, refutes",
    ),
    "side in a claim": (CLAIM | {"gold": [FOUR]}, "gold 1: unknown field 'side'; write article, quote, stance"),
    "stance a list": (CLAIM | {"gold": [SUPPORT | {"stance": ["supports"]}]}, "gold 1: it is .*, each a text"),
    "no support": (CLAIM | {"gold": []}, "the stances in gold are: none; add a quote that supports"),
    "both stances": (CLAIM | {"gold": [SUPPORT, REFUTE]}, "refutes, supports; keep one stance, or write conflicting"),
    "one of two stances": (CLAIM | {"verdict": "conflicting"}, "are: supports; add a quote that refutes"),
    "gold for nothing": (
        CLAIM | {"verdict": "not_enough_evidence"},
        "are: supports; empty it, or choose another verdict",
    ),
}


def test_a_question_is_read_with_the_places_of_its_gold(lines: Lines, collection: Collection) -> None:
    (question,) = read_questions(lines(QUESTION), collection)
    assert question.question == "How many died?"
    assert question.gold[0].spans[0].start == 0
    assert question.answerable


@pytest.mark.parametrize(("record", "message"), BAD_QUESTIONS.values(), ids=BAD_QUESTIONS)
def test_a_bad_question_is_named_with_its_line(
    record: dict | str, message: str, lines: Lines, collection: Collection
) -> None:
    path = lines(QUESTION | {"id": "q0"}, "", record)
    with pytest.raises(GoldFileError, match=message) as caught:
        read_questions(path, collection)
    assert str(caught.value).startswith(f"{path}:3: ")


@pytest.mark.parametrize(("record", "message"), BAD_CLAIMS.values(), ids=BAD_CLAIMS)
def test_a_bad_claim_is_named_with_its_line(record: dict, message: str, lines: Lines, collection: Collection) -> None:
    with pytest.raises(GoldFileError, match=f":1: .*{message}"):
        read_claims(lines(record), collection)


def test_an_id_that_stands_twice_is_named_with_both_lines(lines: Lines, collection: Collection) -> None:
    with pytest.raises(GoldFileError, match=":2: id 'q1' is also on line 1; give each line its own"):
        read_questions(lines(QUESTION, QUESTION), collection)


def test_all_bad_lines_are_named_at_once(lines: Lines, collection: Collection) -> None:
    with pytest.raises(GoldFileError) as caught:
        read_questions(lines("{", QUESTION, "{"), collection)
    assert [line.split(": ")[0].rsplit(":", 1)[1] for line in str(caught.value).split("\n")] == ["1", "3"]


def test_after_twenty_bad_lines_the_rest_is_counted(lines: Lines, collection: Collection) -> None:
    with pytest.raises(GoldFileError, match="… and 5 more"):
        read_questions(lines(*["{"] * 25), collection)


def test_of_two_facts_one_may_be_right_and_the_other_wrong(lines: Lines, collection: Collection) -> None:
    claim = CLAIM | {"verdict": "refuted", "change": "two_facts", "gold": [SUPPORT, REFUTE]}
    assert len(read_claims(lines(claim), collection)[0].gold) == 2


def test_an_as_of_question_may_have_no_answer_yet(lines: Lines, collection: Collection) -> None:
    question = QUESTION | {"type": "as_of", "as_of": "2030-01", "gold": []}
    assert not read_questions(lines(question), collection)[0].answerable


def test_comments_and_lines_still_to_fill_in_are_not_read(lines: Lines, collection: Collection) -> None:
    assert len(read_questions(lines("// a note", QUESTION | {"id": "q0", "question": "…"}, QUESTION), collection)) == 1


@pytest.mark.parametrize("content", ["", "// nothing yet"])
def test_a_file_with_nothing_to_read_says_how_to_start_one(content: str, lines: Lines, collection: Collection) -> None:
    with pytest.raises(GoldFileError, match="holds nothing to read; start a file with: clipfile eval init FOLDER"):
        read_questions(lines(content), collection)


def test_a_template_that_is_not_filled_in_yet_says_so(lines: Lines, collection: Collection) -> None:
    with pytest.raises(GoldFileError, match="nothing is filled in yet; write over the … of a line, or of all 2"):
        read_questions(lines(QUESTION | {"question": "…"}, QUESTION | {"id": "q2", "question": "…"}), collection)


def test_of_a_quote_that_was_cut_the_whole_sentence_is_shown(lines: Lines, collection: Collection) -> None:
    cut = QUESTION | {"gold": [FOUR | {"quote": "The fire killed four men."}]}
    with pytest.raises(GoldFileError, match=r"the article prints: 'The fire killed four people\.'"):
        read_questions(lines(cut), collection)


@pytest.mark.parametrize(
    "content", [f"[{json.dumps(QUESTION)}]", json.dumps(QUESTION, indent=2)], ids=["list", "indented"]
)
def test_json_that_is_not_a_line_each_is_named_once(content: str, lines: Lines, collection: Collection) -> None:
    with pytest.raises(GoldFileError, match="is one piece of JSON, not JSON Lines; write one object a line"):
        read_questions(lines(content), collection)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"gold": [FOUR]}, "id is None; write a text"),
        ({"id": "q1", "gold": [SUPPORT]}, "unknown field 'stance'; write article, quote, side"),
    ],
)
def test_a_second_labelling_of_questions_is_checked(
    record: dict, message: str, lines: Lines, collection: Collection
) -> None:
    first = read_questions(lines(QUESTION), collection)
    with pytest.raises(GoldFileError, match=f":1: .*{message}"):
        read_second_questions(lines(record, name="second.jsonl"), first, collection)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"verdict": "supported", "gold": [SUPPORT]}, "id is None; write a text"),
        ({"id": "c1", "verdict": "supported", "gold": [SUPPORT | {"stance": "backs"}]}, "unknown stance 'backs'"),
    ],
)
def test_a_second_labelling_of_claims_is_checked(
    record: dict, message: str, lines: Lines, collection: Collection
) -> None:
    first = read_claims(lines(CLAIM), collection)
    with pytest.raises(GoldFileError, match=f":1: .*{message}"):
        read_second_claims(lines(record, name="second.jsonl"), first, collection)


def test_a_missing_file_says_how_to_start_one(tmp_path: Path, collection: Collection) -> None:
    with pytest.raises(GoldFileError, match="does not exist; start a file with: clipfile eval init FOLDER"):
        read_questions(tmp_path / "none.jsonl", collection)


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path, collection: Collection) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes('{"id": "é"}'.encode("latin-1"))
    with pytest.raises(GoldFileError, match="is not a text file in UTF-8"):
        read_questions(path, collection)


SIZES = {  # questions and claims, so that none is lost unseen
    "haiti": (100, 100),
    "dam_failure": (60, 60),
    "port_strike": (60, 60),
    "salt_lake": (48, 32),
    "school_meals": (48, 32),
}


@pytest.mark.parametrize(
    "files", shipped_sets([Half.DEVELOPMENT, Half.HELD_OUT]), ids=lambda each: f"{each.name}-{each.half}"
)
def test_every_shipped_line_is_right_and_every_gold_quote_verbatim(files) -> None:
    read = read_set(files)
    questions, claims = SIZES[files.name]
    assert (len(read.questions), len(read.claims)) == (questions, claims)
    for asked in (*read.questions, *read.claims):
        for gold in asked.gold:
            text = read.collection.by_id[gold.article_id].text
            assert all(text[span.start : span.end] == gold.quote for span in gold.spans)
            assert gold.spans


def test_the_shipped_halves_share_no_question() -> None:
    halves = [read_set(files) for files in shipped_sets([Half.DEVELOPMENT, Half.HELD_OUT]) if files.name == "haiti"]
    asked = [{each.question for each in half.questions} | {each.claim for each in half.claims} for half in halves]
    assert not asked[0] & asked[1]
