import re

import pytest

from clipfile.corpus.article import ArticleError
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.voice import voices_of
from clipfile.corpus.web_page import read_page

BODY = (
    "<article><p>The gates of the Arda dam stood open for nine hours, an inquiry said on Wednesday.</p>"
    "<p>&#8220;We had no orders,&#8221; said the keeper, Tom Bell. The report names eleven officials.</p></article>"
)
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Gates left open | The Vale Gazette</title>
<link rel="canonical" href="https://gazette.example/gates">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
  {{"@type": "WebSite", "name": "Vale"}},
  {{"@type": ["NewsArticle"], "headline": "Gates left open &amp; forgotten", "datePublished": "2031-03-05T04:30:00Z",
    "author": [{{"@type": "Person", "name": "Ruth Lind"}}, {{"name": "Ola Bell"}}],
    "publisher": {{"@type": "Organization", "name": "The Vale Gazette"}}}}]}}</script></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav>{BODY}
<aside><h3>Most read</h3><ul><li><a href="/x">Cat found in organ</a></li></ul></aside>
<footer>© 2031 The Vale Gazette. <a href="/c">Cookies</a></footer></body></html>"""


def page(head: str, body: str = BODY) -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def published(head: str, body: str = BODY) -> str | None:
    date = read_page(page(head, body))[1].published
    return date.edtf if date else None


def test_text_is_the_article_without_menus_boxes_and_markup() -> None:
    assert read_page(PAGE)[0] == (
        "The gates of the Arda dam stood open for nine hours, an inquiry said on Wednesday.\n"
        "“We had no orders,” said the keeper, Tom Bell. The report names eleven officials."
    )


def test_json_ld_states_title_outlet_authors_and_date() -> None:
    stated = read_page(PAGE)[1]
    assert stated.title == "Gates left open & forgotten"
    assert stated.outlet == "The Vale Gazette"
    assert stated.author == "Ruth Lind, Ola Bell"
    assert stated.published is not None
    assert (stated.published.edtf, stated.published.inferred_from) == ("2031-03-05", None)
    assert stated.url == "https://gazette.example/gates"


def test_open_graph_states_title_outlet_and_date() -> None:
    stated = read_page(
        page(
            '<meta property="og:title" content="Gates"><meta property="og:site_name" content="Gazette">'
            '<meta property="article:published_time" content="2031-03-04T23:30:00-05:00">'
        )
    )[1]
    assert (stated.title, stated.outlet) == ("Gates", "Gazette")
    assert stated.published is not None
    assert stated.published.edtf == "2031-03-04"  # the day that the page names, not that of another time zone


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="date" content="2031-03">', "2031-03"),
        ('<meta name="pubdate" content="Wed, 05 Mar 2031 10:00:00 GMT">', "2031-03-05"),
        ('<meta itemprop="datePublished" content="March 5, 2031">', "2031-03-05"),
        ('<meta name="DC.date.issued" content="20310305">', "2031-03-05"),
        ('<meta property="article:published_time" content="yesterday">', None),
        ('<meta name="date" content="2031-13-45">', None),
        ('<meta property="article:modified_time" content="2031-03-05">', None),
    ],
)
def test_date_of_a_meta_element(head: str, expected: str | None) -> None:
    assert published(head) == expected


def test_time_element_of_the_article_states_the_date() -> None:
    assert (
        published("", BODY.replace("<article>", '<article><time datetime="2031-03-05T10:00">Wednesday</time>'))
        == "2031-03-05"
    )
    assert published("", BODY.replace("<article>", "<article><time>5 March 2031</time>")) == "2031-03-05"


def test_one_of_several_times_beside_the_article_is_not_taken_for_its_date() -> None:
    assert published("", BODY + "<aside><time>2030-01-01</time><time>2030-01-02</time></aside>") is None


def test_date_in_the_running_text_is_not_taken_for_the_date_of_the_article() -> None:
    assert published("", BODY.replace("Wednesday", "5 March 2031")) is None


def test_address_that_is_no_web_address_is_not_kept() -> None:
    assert read_page(page('<meta property="og:url" content="javascript:alert(1)">'))[1].url is None


@pytest.mark.parametrize(
    "script", ["{broken", "[" * 50_000, '{"@type": "NewsArticle", "headline": 7, "datePublished": []}', "null"]
)
def test_broken_json_ld_leaves_the_other_sources(script: str) -> None:
    stated = read_page(
        page(f'<script type="application/ld+json">{script}</script><meta property="og:title" content="Gates">')
    )[1]
    assert stated.title == "Gates"


def test_fragment_of_a_page_is_read() -> None:
    assert read_page("<p>The dam broke at dawn on Monday.</p>")[0] == "The dam broke at dawn on Monday."


def test_escaped_markup_in_the_text_is_text() -> None:
    text = read_page(
        page("", BODY + "<p>He typed &lt;script&gt;alert(1)&lt;/script&gt; and ${7*7} into the form.</p>")
    )[0]
    assert "<script>alert(1)</script> and ${7*7}" in text


@pytest.mark.parametrize(
    "markup",
    ["", "<html></html>", "<frameset><frame src=x></frameset>", "<div>" * 20_000, "<script>let a = 1</script>"],
    ids=["nothing", "no body", "frames", "20,000 open divs", "script alone"],
)
def test_page_without_an_article_is_refused(markup: str) -> None:
    with pytest.raises(ArticleError, match=r"save its text as a \.txt file"):
        read_page(markup)


def test_of_several_articles_in_json_ld_the_one_of_this_page_counts() -> None:
    other = '{"@type": "NewsArticle", "headline": "Cat in organ", "datePublished": "2029-01-01"}'
    this = '{"@type": "NewsArticle", "headline": "Gates", "datePublished": "2031-03-05"%s}'
    linked = f'<script type="application/ld+json">[{other}, {this}]</script>'
    by_title = linked % "" + '<meta property="og:title" content="Gates">'
    by_address = linked % ', "url": "https://x.example/g"' + '<link rel="canonical" href="https://x.example/g">'
    assert published(by_title) == published(by_address) == "2031-03-05"


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("<title>Gates left open | The Vale Gazette</title>", "Gates left open", "The Vale Gazette"),
        (
            '<meta property="og:title" content="Gates left open - Vale FM"><meta property="og:site_name" content="Vale FM">',
            "Gates left open",
            "Vale FM",
        ),
        ("<title>Gates left open - what we know</title>", "Gates left open - what we know", None),
    ],
)
def test_the_outlet_behind_the_title_is_no_part_of_it(head: str, title: str, outlet: str | None) -> None:
    stated = read_page(page(head))[1]
    assert (stated.title, stated.outlet) == (title, outlet)


def test_the_lines_below_the_heading_state_author_and_date_where_nothing_else_does() -> None:
    stamps = '<h1>Gates left open</h1><div><div>By <a href="/r">Ruth Lind</a></div><div>Posted 5 March 2031, 9:10</div></div>'
    stated = read_page(page('<meta name="author" content="https://social.example/gazette">', stamps + BODY))[1]
    assert stated.author == "Ruth Lind"
    assert stated.published is not None
    assert stated.published.edtf == "2031-03-05"


def test_the_paragraphs_of_a_page_with_few_words_stand_on_their_own_lines() -> None:
    lines = [
        "Gates left open",
        "The gates stood open for nine hours.",
        "The dam at dawn.",
        "Tom Bell was the keeper. He rang.",
    ]
    heading, first, caption, last = lines
    body = f"<h1>{heading}</h1><p>{first}</p><figure><figcaption>{caption}</figcaption></figure><p>{last}</p>"
    assert read_page(page("", f"<article>{body}</article>"))[0].splitlines() == lines


ASKED = {
    "Why do you bake?": "My mother did. The street smells of it at five.",
    "Tell me about the oven.": "I have mended it with clay.",
    "And what comes next?": "Sleep, I hope.",
}
QUESTIONS = {  # how a page prints a question and its answer
    "in bold": "<p><strong>{}</strong></p><p>{}</p>",
    "in bold before the answer": "<p><b>{}</b> {}</p>",
    "in bold above the answer": "<p><strong>{}</strong><br>{}</p>",
    "in italics": "<p><em>{}</em></p><p>{}</p>",
    "as headings": "<h3>{}</h3><p>{}</p>",
    "as headings in bold": "<h4><strong>{}</strong></h4><p>{}</p>",
    "in a list": "<dt>{}</dt><dd>{}</dd>",
    "under letters": "<p>Q: {}</p><p>A: {}</p>",
    "under letters with dots": "<p><b>Q.</b> {}</p><p><b>A.</b> {}</p>",
    "under names in bold": "<p><strong>Gazette:</strong> {}</p><p><strong>Ann Lee:</strong> {}</p>",
}


@pytest.mark.parametrize("markup", QUESTIONS.values(), ids=QUESTIONS)
def test_the_answers_of_an_interview_are_quoted_however_the_page_marks_its_questions(markup: str) -> None:
    asked = "".join(markup.format(*pair) for pair in ASKED.items())
    asked = f"<dl>{asked}</dl>" if "<dt>" in markup else asked
    above = "<h1>Bread and salt</h1><h2>A baker’s life</h2><p>Ann Lee is a <b>baker</b> in Tolsey.</p>"
    text, _, emphasis = read_page(page("", f"<article>{above}{asked}</article>"))
    assert "*" not in text
    sentences = sentences_of(text)
    voices = dict(
        zip((text[one.start : one.end] for one in sentences), voices_of(text, sentences, emphasis), strict=True)
    )
    answers = [part for answer in ASKED.values() for part in answer.replace(". ", ".|").split("|")]
    quoted = {words: voice.speaker for words, voice in voices.items() if voice.kind == "quoted"}
    marks = re.compile(r"(?:A[:.]|Ann Lee:|-) ")
    assert [marks.sub("", words, count=1) for words in quoted] == answers
    assert set(quoted.values()) == {"Ann Lee"}


def test_what_a_page_prints_in_bold_is_told_apart_from_its_text() -> None:
    body = (
        "<p><b>Why?</b> For love.</p><p>The <b>dam</b> broke.</p><h2>After the flood</h2><p><strong>Why?</strong></p>"
    )
    text, _, emphasis = read_page(page("", f"<article>{body}<p>{BODY}</p></article>"))
    assert [text[span.start : span.end] for span in emphasis] == ["Why?", "After the flood", "Why?"]
