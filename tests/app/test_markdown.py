from clipfile.app.answer import Answer, Status
from clipfile.app.citation import cite
from clipfile.app.markdown import answer_as_markdown, escaped
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate

HOSTILE = "![x](http://evil.example/x.png)\n# <b>*bold*</b> `code` [l](javascript:1)"


def test_answer_in_markdown_has_numbered_quotes_and_references():
    article = Article(
        "a", "One fact.", "Title", "Gazette", None, PublicationDate("2024-08~", "“in July”"), "https://n.example"
    )
    answer = Answer("Which?", Status.ANSWERED, (cite(article, Span(0, 9), 1),))
    assert answer_as_markdown(answer, "Which?", "2024-09", Collection((article,))) == (
        "**Which? \\(as of September 2024\\)**\n\n"
        "> “One fact.” \\[1\\]\n\n"
        "\\[1\\] “Title”; Gazette; about August 2024 \\(inferred\\); a, characters 0 to 9 <https://n.example>\n"
    )


def test_hostile_text_is_no_markup():
    text = escaped(HOSTILE)
    assert "\n" not in text
    bare = text.replace("\\\\", "")
    unescaped = [mark for index, mark in enumerate(bare) if mark in "![]()<>#*`" and bare[index - 1] != "\\"]
    assert unescaped == []
    assert "".join(text.split("\\")) == " ".join(HOSTILE.split())
