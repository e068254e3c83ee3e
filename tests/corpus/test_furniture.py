import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.article import Span
from clipfile.corpus.furniture import credit_line_of, furniture_of
from clipfile.corpus.furniture_wording import kind_of
from clipfile.corpus.reading import read_collection

PAGES = Path(__file__).parents[1] / "fixtures" / "furniture"
SHIPPED = Path(__file__).parents[2] / "corpus" / "articles"
BODY = [
    "The gates of the Arda dam stood open for nine hours on the night of the flood, an inquiry said on Wednesday.",
    "Nobody in the valley was told of it. Eleven officials knew about the gates before the water came.",
    "“We had no orders,” said the keeper, Tom Bell, who worked at the dam for 30 years. “I rang three times.”",
    "The government will answer the report in June, a spokesman said, and it will publish the minutes of its meetings.",
]


def marked(text: str) -> list[str]:
    """The lines that are furniture."""
    lines = text.splitlines()
    return [lines[number - 1].strip() for number in marked_numbers(text)]


def marked_numbers(text: str) -> list[int]:
    """The numbers of the lines that are furniture, from 1."""
    spans = furniture_of(text)
    numbers = []
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        stripped = Span(start, start + len(line.rstrip()))
        if line.strip() and any(span.start <= stripped.start and stripped.end <= span.end for span in spans):
            numbers.append(number)
        start += len(line)
    return numbers


def page(
    *lines: str, above: tuple[str, ...] = ("Gates were left open, inquiry finds",), below: tuple[str, ...] = ()
) -> str:
    """A page with the lines between its second and third paragraph."""
    return "\n\n".join([*above, *BODY[:2], *lines, *BODY[2:], *below])


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on social",
        "May 9, 2032 by admin",
        "For publication: 5 May 2032",
        "Published by Kestrel FM News at 5:01pm 12th May 2032.",
        "By Editorial Team on 12 May 2032",
        "Issued by: Press and Public Affairs Division",
        "[Image via court sketch artist Lil Prosser]",
        "Photo illustration by Wen Li",
        "Need a contractor? Visit our contractors page to find one near you",
        "For more stories from the coast, listen to the Morning Show from 6am",
        "The Crier is funded by your donations. Give today to keep student news free.",
        "Our writers choose independently; we may earn a commission if you book through links in this article.",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Listen to this article · 6 min",
        "rtx_2031-03-05t010841z_1903109007_dam-scaled",
        "arda-dam.jpg",
        "The dam at dawn. REUTERS/Lea Brandt",
        "A gate of the dam on Monday (AP Photo/Lea Brandt)",
        "The keeper at his house [Lea Brandt/Al Wadi]",
        "Top image credit: The dam seen from the north (Shutterstock/Lea Brandt)",
        "Photo: Lea Brandt",
        "Photograph: Lea Brandt/The Guardian of the Vale",
        "Getty Images",
        "FILE - The dam in 2019.",
        "Read more: How the water came",
        "ALSO READ: How the water came",
        "Click here to sign up",
        "keep readingShow less",
        "Advertisement",
        "Story continues below advertisement",
        "Sign up for our newsletter and get the news in your inbox every morning.",
        "Subscribe now to our weekly round-up and don’t miss a beat.",
        "We use cookies to improve your experience. By continuing you accept our policy.",
        "You have read 2 of 3 free articles this month.",
        "12 comments",
        "© 2031 The Vale Gazette. All rights reserved.",
        "_______________________",
        "* * *",
        "World | Europe",
        "Tags: dams, floods",
        "5 min read",
        "Home | News | Sport | Letters | Tides",
        "Full time",
        "Possession: 54% - 46%",
        "Hosted by Leda Marchetti",
        "This was published 3 years ago",
        "You have 2 free articles remaining this month.",
        "$25 can provide a family with clean water for a month.",
        "Turn to page 4",
        "- 3 -",
        "Embargo: 00:01 Tuesday 4 March 2031",
        "ShareSave",
        "close panel",
        "Follow Vale News on Facebook, X, and Instagram. Send your story ideas to vale@news.example.",
        "You are receiving this because you signed up at levy.example.",
        "Was this email forwarded to you? Sign up here.",
        "MORE TO COME",
        "View this email in your browser",
        "Brandt reported from Tolsey, and Bell from Port Calder.",
        "Vale Press writer Ana Maur in Tolsey contributed.",
        "VALE GAZETTE          5 May 2032",
        "![The dam at dawn](dam.jpg)",
        "| Keepers | 4,120 |",
    ],
)
def test_line_of_furniture_between_paragraphs_is_marked(line: str) -> None:
    assert marked(page(line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "What the report says",
        "‘Nobody came’",
        "The next step",
        "Who signed?",
        "FORCE MAJEURE",
        "In pictures of the night the gates can be seen open, the report says.",
        "Photos by residents show water in the street at 3 a.m.",
        "Images from the air show that the road is gone.",
        "Video of the flood was shared on Facebook, Twitter and Telegram by thousands.",
        "He asked people to follow the news and to share what they knew.",
        "“Read more,” he told them, “and subscribe to nothing.”",
        "Subscribers to the warning service got an email at 4 a.m.",
        "Related cases are before the court in Corvale.",
        "Most read the report as a rebuke.",
        "Support for the mayor has fallen, according to a poll for the newsletter Vale Today.",
        "By Friday the water had gone, and the mud began to dry.",
        "Published in 2029, the plan was never carried out.",
        "Copyright was not the issue, the court said in 2028.",
        "Cookies were handed out at the shelter.",
        "The photo was taken by Lea Brandt of Reuters, he said.",
        "Advertisements for flats in the valley were withdrawn.",
        "Comments by the mayor caused anger.",
        "Registered nurses were the first to arrive, and 40 of them stayed.",
        "The company, registered in Jersey, said nothing.",
        "Continue reading the minutes and the name comes up again, the judge said.",
        "Music played on while the water rose.",
        "The vote was 7-4 on Monday.",
        "14:20",
        "• The gates stood open for nine hours",
        "1. Old Karsel",
    ],
)
def test_line_of_the_article_between_paragraphs_is_not_marked(line: str) -> None:
    assert marked(page(line)) == []


@pytest.mark.parametrize(
    "title",
    [
        "Gates were left open, inquiry finds",
        "Watch: The night that the dam broke",
        "By land and by sea, they came",
        "Drowned",
        "Dam gates fail",
        "Read all about it, said nobody",
        "Who owns the water? | A question for the court",
        "Sign up or ship out, union tells members",
    ],
)
def test_title_is_not_marked(title: str) -> None:
    assert marked(page(above=(title,))) == []


@pytest.mark.parametrize("label", ["International", "World News", "Africa | Water", "Home > News > World", "Opinion"])
def test_section_above_the_title_is_marked(label: str) -> None:
    assert marked(page(above=(label, "Gates were left open, inquiry finds"))) == [label]


def test_line_below_the_title_that_sums_up_the_article_is_not_marked() -> None:
    assert marked(page(above=("Gates were left open", "Inquiry names eleven officials who knew about it"))) == []


def test_caption_that_stands_twice_is_marked_twice() -> None:
    caption = "A woman looks at the water in Ansel, March 5, 2031. REUTERS/Lea Brandt"
    assert marked(page(f"{caption}\n{caption}")) == [caption, caption]


def test_caption_above_its_credit_is_marked_with_it() -> None:
    assert marked(page("The dam at dawn, nine hours later\nLea Brandt/Vale Press")) == [
        "The dam at dawn, nine hours later",
        "Lea Brandt/Vale Press",
    ]


def test_headlines_below_related_are_marked_up_to_the_next_paragraph() -> None:
    lines = ("Related", "How the water came to the lower town", "What the keeper told his wife that night")
    assert marked(page(*lines)) == list(lines)


def test_teasers_of_other_stories_are_marked_up_to_keep_reading() -> None:
    teaser = (
        "Senator Noll",
        "Top photo credit: Senator Noll at a hearing (screengrab)",
        "Tariffs on timber hurt the ports they were meant to help",
        "Trade",
        "When the tariff took effect, the port of Umbra lost a third of its traffic within a month, its own figures say.",
        "keep readingShow less",
    )
    assert marked(page(below=(*teaser, *teaser, "Latest", "Newsletter"))) == [*teaser, *teaser, "Latest", "Newsletter"]


def test_all_below_the_comments_is_marked() -> None:
    below = ("Leave a Reply", "Bob: I have said for years that the gates were rotten and nobody listened to me at all.")
    assert marked(page(below=below)) == list(below)


def test_words_to_the_reader_below_the_article_do_not_hide_its_end() -> None:
    below = ("Newsletter", "Share this article", "You can find our shop in the square.", "Opening times", "Site map")
    assert marked(page(below=below)) == list(below)


def test_the_title_that_heads_each_printed_page_is_marked_on_each() -> None:
    title = "Gates were left open, inquiry finds"
    head = f"{title} - The Vale Post"
    text = "\n\n".join([head, title, *BODY[:2], head, *BODY[2:]])
    assert marked(text) == [head, head]


def test_button_for_comments_between_paragraphs_does_not_end_the_article() -> None:
    text = "\n\n".join(["Gates were left open, inquiry finds", *BODY, "View comments", "He left the valley in May."])
    assert marked(text) == ["View comments"]


@pytest.mark.parametrize(
    "line",
    [
        "- A Vale Gazette report",
        "— Coast Wire",
        "(Reporting by Ada Lind in Ansel; Editing by Joan Pike)",
        "Ada Lind contributed to this report.",
        "This article was first published by the Coast Wire.",
        "Source: Coast Wire",
    ],
)
def test_line_that_credits_another_outlet_is_marked_and_can_be_read(line: str) -> None:
    assert marked(page(below=(line,))) == [line]
    assert credit_line_of(page(below=(line,))) == line


def test_text_without_a_credit_has_none() -> None:
    assert credit_line_of(page()) is None
    assert credit_line_of("") is None


@pytest.mark.parametrize(
    ("article_id", "expected"),
    [
        ("gradual-progress", ["_________________________________________________"]),
        ("inside-the-foreign-mission", []),
        ("unfit-for-purpose", ["- A Tell report"]),
        ("us-backed-mission-struggles", ["International"]),
    ],
)
def test_furniture_of_the_shipped_articles(article_id: str, expected: list[str]) -> None:
    assert marked(read_collection(SHIPPED).by_id[article_id].text) == expected


def test_shipped_article_with_teasers_ends_at_its_last_paragraph() -> None:
    article = read_collection(SHIPPED).by_id["six-hundred-more-officers"]
    last = article.furniture[-1]
    assert "Johnston said. “That is what exacerbates" in article.text[: last.start].rstrip().splitlines()[-1]
    assert last.end == len(article.text.rstrip())
    assert [article.quote(span) for span in article.furniture[:-1]] == [
        "Follow us on social\n\n2022-11-18t010841z_1903109007_rc2tnx93fe4p_rtrmadp_3_haiti-politics-scaled",
        "Reporting | North America",
    ]


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_no_line_of_the_article_is_marked_on_the_labelled_pages(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    furniture = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["furniture_lines"]
    assert set(marked_numbers(text)) - set(furniture) == set()


@given(
    st.lists(
        st.sampled_from([*BODY, "Related", "keep reading", "Photo: Lea Brandt", "© 2031", "", "Ansel", "12"]),
        max_size=12,
    )
)
def test_spans_are_in_order_and_hold_whole_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = furniture_of(text)
    assert all(before.end < after.start for before, after in pairwise(spans))
    for span in spans:
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        assert span.start == 0 or text[span.start - 1] == "\n"
        assert span.end == len(text) or text[span.end] == "\n"


@pytest.mark.parametrize(
    "token",
    [
        "share ",
        "A ",
        "(",
        "1 ",
        "Home > ",
        "12:30 ",
        "By Ab ",
        "Photo: ",
        "AP/",
        "comments ",
        "more ",
        ". ",
        "“",
        "your ",
        "read ",
    ],
)
def test_long_line_of_one_word_takes_no_long_time(token: str) -> None:
    line = (token * 1200)[:1199]
    began = time.process_time()
    kind_of(line)
    kind_of(line[:-1] + "\x01")
    assert time.process_time() - began < 0.5  # seconds; one that backtracks without end takes minutes


def test_a_title_above_a_byline_with_an_agency_is_no_caption() -> None:
    text = page(above=("Gates of the dam were left open\nBy Lea Brandt | Reuters\n12 May 2032",))
    assert marked(text) == ["By Lea Brandt | Reuters", "12 May 2032"]


def test_the_last_point_of_a_list_is_no_credit() -> None:
    points = "- The dam broke at 4:40\n- Two schools are closed\n- The army has sent soldiers and four helicopters"
    assert marked(page(below=(points,))) == []


def test_the_rows_of_a_table_are_no_sentences() -> None:
    table = ["| Item | Before | After |", "|---|---|---|", "| Keepers | 4,120 | 3,980 |"]
    assert marked(page("\n".join(table))) == table


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("## What the report says", "##"),
        ("> “We had no orders,” said the keeper.", ">"),
        ("The gates were open, the inquiry said.Read more: How the water came", "Read more: How the water came"),
        ("“We ran.” **Related: [How the water came](/a)**", "**Related: [How the water came](/a)**"),
        ("“We ran for our lives,” said Tom Bell. (Photo: Lea Brandt/Vale News)", "(Photo: Lea Brandt/Vale News)"),
        ("The gates were open, it said.Image source, Getty Images", "Image source, Getty Images"),
        ("The gates were open, it said.ShareSave", "ShareSave"),
        (
            "The gates were open. It rained. Sign up for our morning newsletter here.",
            "Sign up for our morning newsletter here.",
        ),
        ("The firm sold the mill to U.S.Steel in 2030, it said.", None),
        ("They asked for a number. It was #1 on the list.", None),
        ("He had one word for it. Watch: it will rain again before June.", None),
    ],
)
def test_a_part_of_a_line_is_furniture(line: str, furniture: str | None) -> None:
    text = page(line)
    assert [text[span.start : span.end].strip() for span in furniture_of(text)] == ([furniture] if furniture else [])


def test_a_headline_as_long_as_a_paragraph_is_the_title() -> None:
    title = " ".join(["Gates of the dam were left open, inquiry into the flood finds"] * 3)
    assert marked(page(above=(title, "By Ana Maur", "Vale News", "5 May 2032"))) == [
        "By Ana Maur",
        "Vale News",
        "5 May 2032",
    ]


def test_a_caption_below_its_announcement_is_furniture_and_a_byline_is_no_title() -> None:
    assert marked(page("Image caption,\nThe dam at dawn")) == ["Image caption,", "The dam at dawn"]
    byline = "By Ana Maur | ana@news.example | Vale Tribune"
    assert marked(page(above=(byline,))) == [byline]


def test_the_headers_of_a_mail_are_no_title() -> None:
    headers = ("From: Vale Levy <mail@levy.example>", "Subject: Gates were left open", "Date: 5 May 2032")
    assert marked(page(above=("\n".join(headers),))) == list(headers)


def test_a_line_in_emphasis_is_read_without_its_marks() -> None:
    assert marked(page(above=("Gates were left open, inquiry finds", "*12 May 2032 — The Vale Gazette*"))) == [
        "*12 May 2032 — The Vale Gazette*"
    ]


def test_a_quotation_behind_an_angle_is_the_article_and_a_headline_behind_one_is_a_link() -> None:
    text = page(
        '> "We listened," Bell said. "The gates stay shut."',
        "> The gates stayed shut that night.",
        "> How the water came",
    )
    assert marked(text) == ["> How the water came"]
