"""Reading question and claim files; what is wrong with a file is named line by line. FORMAT.md is the format."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from clipfile.app.verdict import Verdict
from clipfile.corpus.collection import Collection
from clipfile.eval.gold import Claim, ClaimChange, GoldQuote, Question, QuestionType
from clipfile.eval.gold_mistakes import claim_mistake, question_mistake, second_claim_mistake, second_question_mistake
from clipfile.eval.places import occurrences

MESSAGES_SHOWN = 20
TO_FILL_IN = "…"  # what a template has in place of a question; such a line is not read yet

Mistake = Callable[[dict[str, Any], Collection], str | None]


class GoldFileError(ValueError):
    """A question or claim file with mistakes: for each, the file, the line, what was found and what to do."""


class _StandsTwice(ValueError):
    """A field that an object has twice, of which Python would keep the last."""


def read_questions(path: Path, collection: Collection) -> list[Question]:
    """The questions of a file, in its order.

    Raises:
        GoldFileError: if a line is not as FORMAT.md says; the message names every such line.
    """
    return [_question(record, collection) for record in _checked(path, collection, question_mistake)]


def read_claims(path: Path, collection: Collection) -> list[Claim]:
    """The claims of a file, in its order.

    Raises:
        GoldFileError: if a line is not as FORMAT.md says; the message names every such line.
    """
    return [_claim(record, collection) for record in _checked(path, collection, claim_mistake)]


def read_second_questions(path: Path, first: Sequence[Question], collection: Collection) -> list[Question]:
    """A second labelling of some questions: lines of `id` and `gold`, the rest as in the first; other ids are passed over.

    Raises:
        GoldFileError: if a gold quote is not in its article.
    """
    known = {each.question_id: each for each in first}
    records = [each for each in _checked(path, collection, second_question_mistake) if each["id"] in known]
    return [replace(known[each["id"]], gold=_gold(each, collection, "side")) for each in records]


def read_second_claims(path: Path, first: Sequence[Claim], collection: Collection) -> list[Claim]:
    """A second labelling of some claims: lines of `id`, `verdict` and `gold`; other ids are passed over.

    Raises:
        GoldFileError: if a verdict is none of the four or a gold quote is not in its article.
    """
    known = {each.claim_id: each for each in first}
    records = [each for each in _checked(path, collection, second_claim_mistake) if each["id"] in known]
    return [
        replace(known[each["id"]], verdict=Verdict(each["verdict"]), gold=_gold(each, collection, "stance"))
        for each in records
    ]


def _checked(path: Path, collection: Collection, mistake_of: Mistake) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = []
    mistakes: list[str] = []
    first_line_of: dict[str, int] = {}
    unfilled = 0
    for number, line in _lines(path):
        record, mistake = _parsed(line)
        if TO_FILL_IN in (record.get("question"), record.get("claim")):
            unfilled += 1
            continue
        mistake = mistake or mistake_of(record, collection)
        if not mistake and record["id"] in first_line_of:
            mistake = f"id {record['id']!r} is also on line {first_line_of[record['id']]}; give each line its own"
        if mistake:
            mistakes.append(f"{path}:{number}: {mistake}")
        else:
            first_line_of[record["id"]] = number
            records.append(record)
    if mistakes:
        more = len(mistakes) - MESSAGES_SHOWN
        raise GoldFileError("\n".join(mistakes[:MESSAGES_SHOWN] + ([f"… and {more} more"] if more > 0 else [])))
    if not records and unfilled:
        raise GoldFileError(
            f"{path}: nothing is filled in yet; write over the {TO_FILL_IN} of a line, or of all {unfilled}"
        )
    if not records:
        raise GoldFileError(f"{path} holds nothing to read; start a file with: clipfile eval init FOLDER")
    return records


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise GoldFileError(f"{path} does not exist; start a file with: clipfile eval init FOLDER") from error
    except (UnicodeDecodeError, IsADirectoryError) as error:
        raise GoldFileError(f"{path} is not a text file in UTF-8 ({error}); write JSON Lines in UTF-8") from error
    if _is_one_value(text):
        raise GoldFileError(
            f"{path} is one piece of JSON, not JSON Lines; write one object a line, without […] around them"
        )
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.lstrip().startswith("//"):
            yield number, line


def _is_one_value(text: str) -> bool:
    """Whether a text is a list, or an object over several lines, as other programs write JSON."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        return False
    return isinstance(whole, list) or "\n" in text.strip()


def _parsed(line: str) -> tuple[dict[str, Any], str | None]:
    """The object of a line, or an empty one and what is wrong."""
    try:
        record = json.loads(line, object_pairs_hook=_object)
    except _StandsTwice as error:
        return {}, f"field {str(error)!r} stands twice in one object; keep one"
    except json.JSONDecodeError as error:
        advice = "write one object a line, nothing before or after it"
        return {}, f"not JSON ({error.msg} at character {error.pos + 1}); {advice}"
    if not isinstance(record, dict):
        return {}, f"holds {type(record).__name__}, not an object; write one object a line: {{…}}"
    return record, None


def _object(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in fields]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise _StandsTwice(twice)
    return dict(fields)


def _gold(record: dict[str, Any], collection: Collection, side: str) -> tuple[GoldQuote, ...]:
    return tuple(
        GoldQuote(
            each["article"],
            each["quote"],
            str(each.get(side, "a")),
            tuple(occurrences(collection.by_id[each["article"]].text, each["quote"])),
        )
        for each in record["gold"]
    )


def _question(record: dict[str, Any], collection: Collection) -> Question:
    return Question(
        record["id"],
        record["question"],
        QuestionType(record["type"]),
        tuple(record.get("history") or ()),
        record.get("as_of"),
        _gold(record, collection, "side"),
    )


def _claim(record: dict[str, Any], collection: Collection) -> Claim:
    return Claim(
        record["id"],
        record["claim"],
        Verdict(record["verdict"]),
        ClaimChange(record["change"]),
        record.get("as_of"),
        _gold(record, collection, "stance"),
    )
