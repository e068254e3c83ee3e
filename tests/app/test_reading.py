import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.app.reading import reading_of
from clipfile.corpus.article import Article, Span

TEXT = "Share this\n\nOne fact. Another\nfact.\nRead more"
FURNITURE = (Span(0, 10), Span(36, 45))


def pieces(reading) -> list[list[tuple[str, bool, bool]]]:
    return [[(one.text, one.quoted, one.furniture) for one in paragraph] for paragraph in reading.paragraphs]


def test_quote_over_two_lines_is_marked_in_both_and_furniture_told_apart():
    reading = reading_of(Article("a", TEXT, furniture=FURNITURE), Span(22, 35))
    assert TEXT[22:35] == "Another\nfact."
    assert pieces(reading) == [
        [("Share this", False, True)],
        [("One fact. ", False, False), ("Another", True, False)],
        [("fact.", True, False)],
        [("Read more", False, True)],
    ]


@given(st.text("ab \n\r\u2028.", min_size=1, max_size=60), st.data())
def test_reader_shows_all_of_the_text_and_marks_exactly_the_quote(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    quote = Span(start, data.draw(st.integers(start + 1, len(text))))
    shown = [one for paragraph in reading_of(Article("a", text), quote).paragraphs for one in paragraph]
    assert "".join("".join(one.text for one in shown).split()) == "".join(text.split())
    marked = "".join(one.text for one in shown if one.quoted)
    assert "".join(marked.split()) == "".join(text[quote.start : quote.end].split())


@pytest.mark.parametrize("quote", [Span(-1, 3), Span(3, 3), Span(5, 4), Span(0, 99)], ids=str)
def test_quote_outside_the_text_marks_nothing_and_is_refused(quote):
    with pytest.raises(ValueError, match="a has 4 characters"):
        reading_of(Article("a", "Text"), quote)
