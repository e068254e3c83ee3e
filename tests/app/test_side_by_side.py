"""Two articles side by side: the pieces make up the sentences, and the changed words are marked."""

from hypothesis import given
from hypothesis import strategies as st

from clipfile.app.side_by_side import MarkedPiece, counted_kinds, side_by_side
from clipfile.corpus.article import Article, Span
from clipfile.corpus.changes import Change, ChangeKind

OLD = Article("old", "About 40 people died. Rain fell.")
NEW = Article("new", "At least 41 people died.")
DIED = Change((ChangeKind.RENUMBERED,), Span(0, 21), Span(0, 24), (Span(0, 5), Span(6, 8)), (Span(0, 8), Span(9, 11)))
RAIN = Change((ChangeKind.DROPPED,), Span(22, 32), None)


def test_changed_words_are_marked_on_both_sides():
    pair = side_by_side([DIED], OLD, NEW)[0]
    assert pair.kinds == ("other figures",)
    assert [piece.text for piece in pair.source.pieces if piece.marked] == ["About", "40"]
    assert [piece.text for piece in pair.derived.pieces if piece.marked] == ["At least", "41"]


def test_dropped_sentence_has_nothing_beside_it():
    pair = side_by_side([RAIN], OLD, NEW)[0]
    assert (pair.source.pieces, pair.derived) == ((MarkedPiece("Rain fell.", False),), None)


def test_kinds_are_counted_in_words():
    assert counted_kinds([DIED, RAIN]) == "other figures: 1 · dropped: 1"
    assert counted_kinds([]) == "Neither article has a sentence."


def test_of_unrelated_articles_none_has_dropped_anything():
    assert side_by_side([RAIN], OLD, NEW, related=False)[0].kinds == ("only in the first",)
    assert counted_kinds([DIED, RAIN], related=False) == "other figures: 1 · only in the first: 1"


@given(st.text("ab ", min_size=1, max_size=40), st.data())
def test_pieces_make_up_the_sentence_whatever_is_marked(text, data):
    place = st.integers(0, len(text))
    start, end = sorted((data.draw(place), data.draw(place)))
    inside = st.tuples(st.integers(start, end), st.integers(start, end)).map(sorted)
    words = [Span(*each) for each in data.draw(st.lists(inside, max_size=3)) if each[0] < each[1]]
    article = Article("a", text)
    pair = side_by_side([Change((ChangeKind.REWORDED,), Span(start, end), None, tuple(words))], article, article)[0]
    assert "".join(piece.text for piece in pair.source.pieces) == text[start:end]
    marked = {at for span in words for at in range(span.start, span.end)}
    assert sum(len(piece.text) for piece in pair.source.pieces if piece.marked) == len(marked)
