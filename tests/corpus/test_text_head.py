"""What a plain text states of itself above its first sentence."""

import pytest

from clipfile.corpus.text_head import read_head

BODY = (
    "\n\nThe gates of the Arda dam stood open for nine hours on the night of the flood, an inquiry said on Wednesday."
)

LONG = (
    "Gates of the dam were left open for nine hours on the night of the flood because the keeper, who had rung three times,"
    " was told to wait for an order that never came"
)


@pytest.mark.parametrize(
    ("head", "title", "outlet", "author", "published"),
    [
        ("Gates were left open\nBy Ana Maur and Bo Fell | Reuters\n5 May 2032", "Gates were left open", None,
         "Ana Maur, Bo Fell", "2032-05-05"),
        ("Gates were left open\nThe Vale Gazette\n5 May 2032\nBy Ana Maur, political correspondent", "Gates were left open",
         "The Vale Gazette", "Ana Maur", "2032-05-05"),
        ("# Gates were left open\n*May 5, 2032 — The Vale Gazette*", "Gates were left open", "The Vale Gazette", None,
         "2032-05-05"),
        ("VALE GAZETTE\nUpdated: 7 May 2032\nPublished: 5 May 2032\nGates were left open", "Gates were left open", None, None,
         "2032-05-05"),
        ("Gates were left open\n\nBY ANA DE LA MAUR", "Gates were left open", None, "ANA DE LA MAUR", None),
        ("Gates were left open\nBy Ana Maur and News Agencies", "Gates were left open", None, "Ana Maur", None),
        ("Gates were left open\nBy Staff Reporter\n2032-05-05", "Gates were left open", None, None, "2032-05-05"),
        ("Gates were left open\n*Vale Herald | 5 May 2032*", "Gates were left open", "Vale Herald", None, "2032-05-05"),
        (f"{LONG}\nBy Ana Maur\nThe Vale Gazette\n5 May 2032", LONG, "The Vale Gazette", "Ana Maur", "2032-05-05"),
        ("Gates were left open\nNobody was told of it, an inquiry says.\nBy Ana Maur\n5 May 2032", "Gates were left open", None,
         "Ana Maur", "2032-05-05"),
        ("Gates were left open\n*By Ana Maur, The Vale Gazette, 5 May 2032*", "Gates were left open", "The Vale Gazette",
         "Ana Maur", "2032-05-05"),
        ("From: Ana Maur <ana@levy.example>\nSubject: Re: Gates were left open\nDate: Wed, 5 May 2032 07:00:00 +0000",
         "Gates were left open", None, "Ana Maur", "2032-05-05"),
        ("Vale Gazette\nNews\nSport\nLetters\nTides\nFarms\nDeaths\nJobs\nHomes\nAid\nGates were left open\nWed 5 May 2032",
         "Gates were left open", "Vale Gazette", None, "2032-05-05"),
        ("BC-Vale-Dam, 2nd Ld-Writethru\nGates were left open\nEds: Adds quotes. With photos.\nBy ANA MAUR",
         "Gates were left open", None, "ANA MAUR", None),
        ("Gates were left open\n\nTOLSEY, May 5, 2032 – The gates stood open for nine hours, an inquiry said.",
         "Gates were left open", None, None, "2032-05-05"),
        ("Gates were left open\nAna Maur in Tolsey MAY 5 2032", "Gates were left open", None, None, "2032-05-05"),
        ("Gates were left open\nAna Maur in Tolsey 5 MAY 2032", "Gates were left open", None, None, "2032-05-05"),
        ("VALE GAZETTE          5 May 2032\nGates were left open", "Gates were left open", None, None, "2032-05-05"),
        ("\n".join(["Gates were left open", *["Tides"] * 21, "5 May 2032"]), None, None, None, None),
        ("Gates were left open\nHome > News > 2029", None, None, None, None),
        ("Gates were left open\n12/05/2032", None, None, None, None),
        ("Gates were left open", None, None, None, None),
        ("", None, None, None, None),
    ],
)  # fmt: skip
def test_a_head_states_title_outlet_author_and_date(head, title, outlet, author, published):
    found = read_head(head + BODY)
    assert (found.title, found.outlet, found.author) == (title, outlet, author)
    assert (found.published and found.published.edtf) == published
    assert not (found.published and found.published.inferred_from)


def test_a_sentence_is_no_headline_however_near_the_byline():
    assert read_head(f"{LONG}.\nBy Ana Maur\n5 May 2032{BODY}").title is None


def test_a_line_at_the_end_that_says_when_it_was_posted_states_the_date():
    found = read_head(
        f"Gates were left open{BODY}\n\nPosted Wed 5 May 2032 at 5:12pm, updated Thu 6 May 2032 at 8:01am"
    )
    assert (found.title, found.published and found.published.edtf) == ("Gates were left open", "2032-05-05")


def test_a_date_within_the_text_is_no_date_of_publication():
    assert read_head(f"Gates were left open{BODY}\n\n5 May 2032\n\nBy Ana Maur").published is None
