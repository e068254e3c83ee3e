import pytest

from clipfile.corpus.article import ArticleError
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.front_matter import FrontMatter, split_front_matter

ALL_KEYS = """---
title: 'Fire in Port Ansel'
outlet: The Vale Gazette
author: [Ruth Lind, Tom Bell]
published: 2031-03~
published_from: '“on Monday night”'
url: https://vale-gazette.example/fire
layout: post
---
"""


def test_every_key_is_read_and_unknown_ones_are_ignored() -> None:
    stated, start = split_front_matter(ALL_KEYS + "Text.")
    assert start == len(ALL_KEYS)
    assert stated == FrontMatter(
        title="Fire in Port Ansel",
        outlet="The Vale Gazette",
        author="Ruth Lind, Tom Bell",
        published=PublicationDate("2031-03~", "“on Monday night”"),
        url="https://vale-gazette.example/fire",
    )


@pytest.mark.parametrize("value", ["not stated", "'Not stated'", "", "''", '""'])
def test_not_stated_and_nothing_are_none(value: str) -> None:
    assert split_front_matter(f"---\noutlet: {value}\n---\nText.")[0].outlet is None


@pytest.mark.parametrize("value", ["2024", "on", "no", "1_000", "0x1F", "2024-08-31"])
def test_every_value_is_read_as_text(value: str) -> None:
    assert split_front_matter(f"---\ntitle: {value}\n---\nText.")[0].title == value


@pytest.mark.parametrize(
    "text",
    [
        "Text.",
        "--- not a rule\nText.",
        "---\n\nA rule above and below.\n\n---\nText.",
        "---\nA line.",
        "----\ntitle: A\n----\n",
    ],
    ids=["plain", "dashes and words", "between two rules", "one rule", "four dashes"],
)
def test_text_without_front_matter_begins_at_its_first_character(text: str) -> None:
    assert split_front_matter(text) == (FrontMatter(), 0)


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("close", ["---", "...", "---  "])
def test_body_begins_below_the_closing_line(newline: str, close: str) -> None:
    text = newline.join(["---", "title: A", close, "", "Text."])
    stated, start = split_front_matter(text)
    assert stated.title == "A"
    assert text[start:] == f"{newline}Text."


def test_empty_front_matter_states_nothing() -> None:
    assert split_front_matter("---\n---\nText.") == (FrontMatter(), 8)


def test_dashes_within_a_value_do_not_close_it() -> None:
    assert split_front_matter("---\ntitle: A --- B\noutlet: C\n---\nText.")[0].outlet == "C"


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("title: a\n  b: c", "broken at line 3; write one `key: 'value'` a line, values in quotes"),
        ("title: 'open\noutlet: A", "broken at line"),
        ("title: [[[[", "broken"),
        ("published: Monday", "published: 'Monday' is not a date; write it as 2024, 2024-08 or 2024-08-31"),
        ("published: 2024-02-30", "'2024-02-30' is not a date"),
    ],
    ids=["nested key", "open quote", "brackets", "a weekday", "30 February"],
)
def test_broken_front_matter_says_what_is_wrong(block: str, message: str) -> None:
    with pytest.raises(ArticleError) as error:
        split_front_matter(f"---\n{block}\n---\nText.")
    assert message in str(error.value)


@pytest.mark.parametrize("title", ["Exclusive: the dam", "It’s #1", "The dam's end: a report: part 2", "Dam #2: gone"])
def test_a_title_without_quotes_may_hold_a_colon_or_a_hash(title: str) -> None:
    assert split_front_matter(f"---\ntitle: {title}  \r\noutlet: A\n---\nText.")[0] == FrontMatter(title, "A")


def test_what_stands_behind_a_hash_and_a_space_is_a_comment() -> None:
    assert split_front_matter("---\ntitle: The dam # a draft\n---\nText.")[0].title == "The dam"


def test_objects_are_never_made_from_front_matter() -> None:
    with pytest.raises(ArticleError, match="broken"):
        split_front_matter("---\ntitle: !!python/object/apply:os.system ['true'\n---\nText.")
    assert split_front_matter("---\ntitle: !!python/name:os.system\n---\nText.")[0].title is None


def test_deeply_nested_front_matter_is_refused_and_does_not_crash() -> None:
    with pytest.raises(ArticleError, match="broken"):
        split_front_matter("---\ntitle: " + "[" * 20_000 + "\n---\nText.")
