"""What a browser may send: each question, date and kept conversation is checked here, whatever the page itself allows."""

from collections.abc import Sequence
from typing import Any

from clipfile.corpus.dates import bounds

Asked = tuple[str, str | None]  # a question, and its as-of date

LONGEST_QUESTION = 2000  # characters
LONGEST_DATE = 40  # characters; a longer one is cut in the sentence that refuses it
LONGEST_CONVERSATION = 40  # questions


def well_formed(text: str) -> str:
    """The text with U+FFFD for each lone surrogate: half a character, which no encoder takes."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def checked_question(question: Any) -> str:
    """The question without the space around it.

    Raises:
        ValueError: if there is none, or it is too long.
    """
    if not isinstance(question, str) or not question.strip():
        raise ValueError("Type a question first.")
    question = well_formed(question.strip())
    if len(question) > LONGEST_QUESTION:
        raise ValueError(
            f"The question has {len(question):,} characters; ask it in {LONGEST_QUESTION:,} or fewer. "
            "To ask about a long text, paste one sentence of it."
        )
    return question


def checked_as_of(as_of: Any) -> str | None:
    """The date up to which articles count, `None` for all.

    Raises:
        DateError: if it is not written as a date.
    """
    if not isinstance(as_of, str) or not as_of.strip():
        return None
    bounds(as_of.strip()[:LONGEST_DATE])
    return as_of.strip()


def checked_room(asked: Sequence[Asked]) -> None:
    """Nothing, if the conversation can go on.

    Raises:
        ValueError: if it has grown too long.
    """
    if len(asked) >= LONGEST_CONVERSATION:
        raise ValueError(f"This conversation has {len(asked)} questions; start a new one.")


def kept_questions(stored: Any) -> list[Asked]:
    """The questions out of what the browser kept, which may be anything."""
    kept: list[Asked] = []
    for one in stored[:LONGEST_CONVERSATION] if isinstance(stored, list) else []:
        try:
            if isinstance(one, dict):
                kept.append((checked_question(one.get("question")), checked_as_of(one.get("as_of"))))
        except ValueError:
            continue
    return kept


def to_keep(asked: Sequence[Asked]) -> list[dict[str, Any]]:
    """What the browser is given to keep."""
    return [{"question": question, "as_of": as_of} for question, as_of in asked]
