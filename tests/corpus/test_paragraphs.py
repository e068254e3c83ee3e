import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.article import Span
from clipfile.corpus.paragraphs import paragraphs_of, trimmed

FIRST = (
    "The gates of the dam stood open for nine hours on the night of the flood, and nobody in the valley was told of it. "
    * 2
)
SECOND = (
    "An inquiry will hear the keeper, the mayor and eleven officials who knew about the gates before the water came. "
    * 2
)


def split(text: str) -> list[str]:
    return [" ".join(text[span.start : span.end].split()) for span in paragraphs_of(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\n\n", " \n\t\n "])
def test_each_line_is_a_paragraph(newline: str) -> None:
    assert split(f"One.{newline}Two.") == ["One.", "Two."]


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("between", ["\n\n", "\n    "], ids=["blank line", "indented first line"])
def test_lines_of_a_text_that_is_wrapped_are_joined(width: int, between: str) -> None:
    paragraphs = [FIRST.strip(), SECOND.strip(), FIRST.strip()]
    wrapped = between.join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in paragraphs)
    assert split(wrapped) == paragraphs


def test_heading_above_a_wrapped_paragraph_stays_by_itself() -> None:
    wrapped = textwrap.fill(FIRST, 72)
    assert split(f"The dam\n{wrapped}\n\nThe inquiry\n{wrapped}")[0] == "The dam"


def test_list_of_short_lines_is_not_taken_for_wrapped_text() -> None:
    lines = [
        f"{name} scored a goal in the first half" for name in ("Ann", "Bo", "Cy", "Dee", "Eve", "Flo", "Gus", "Hal")
    ]
    assert split("\n".join(lines)) == lines


def test_poem_of_uneven_lines_is_not_joined() -> None:
    lines = [
        "The river came at night and took the bridge that we had built,",
        "and in the morning there was",
        "nothing",
        "but a smell.",
    ]
    assert split("\n".join(lines * 4)) == lines * 4


@given(st.text(max_size=300))
def test_every_visible_character_is_in_exactly_one_paragraph(text: str) -> None:
    paragraphs = paragraphs_of(text)
    assert all(before.end <= after.start for before, after in pairwise(paragraphs))
    inside = "".join(text[span.start : span.end] for span in paragraphs)
    assert "".join(inside.split()) == "".join(text.split())


@given(st.text(max_size=50))
def test_trimmed_is_what_strip_leaves(text: str) -> None:
    span = trimmed(text, Span(0, len(text)))
    assert text[span.start : span.end] == text.strip()
