"""Which articles go back to one text, and which derives from which, on texts known by heart."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipfile.corpus.alignment import aligned
from clipfile.corpus.article import Article
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.lineage import ToldBy, derivations_of
from clipfile.corpus.origins import COPY, Kind, Origin, Shared, origin_numbers, origins_of
from clipfile.corpus.sentences import sentences_of
from clipfile.corpus.shingles import ShingledTexts, runs_outside_quotations

STORY = (
    "A dam burst late on Monday in the hills above the valley and at least 19 people were killed, officials said. "
    "More than half of the water in the reservoir had escaped by dawn, according to the water authority there. "
    "Three bridges were swept away and the highway was cut in two places before the helicopters could come. "
)
OTHER = (
    "A month later the people of the valley were still living in two camps of containers without any heating. "
    "“Nothing in our records pointed to a failure,” said Irma Dallet, a spokeswoman for the authority. "
    "The council wants to build seventy wooden houses on a field before the summer is over, it said on Friday. "
)
THIRD = (
    "An inquiry led by a judge began to hear witnesses in the capital and will give its findings in the autumn. "
    "“Nothing in our records pointed to a failure,” said Irma Dallet, a spokeswoman for the authority. "
    "Farmers from further down the river have asked for money for the fields which they could not sow this year. "
)


def shingled(*texts: str) -> ShingledTexts:
    return ShingledTexts((Article(str(n), text), sentences_of(text)) for n, text in enumerate(texts))


def test_a_copy_with_cuts_is_contained_in_its_source() -> None:
    texts = shingled(STORY, STORY[: STORY.index("Three")])
    assert texts.containment(1, 0) == 1.0
    assert list(texts.pairs(COPY)) == [(0, 1)]


def test_a_quotation_that_independent_articles_share_does_not_make_a_copy() -> None:
    texts = shingled(OTHER, THIRD)
    assert 0 < texts.containment(0, 1) < COPY
    assert list(texts.pairs(COPY)) == []


def test_marks_and_case_do_not_hide_a_copy() -> None:
    assert shingled(OTHER, OTHER.upper().replace("“", '"').replace("”", '"')).containment(0, 1) == 1.0


@pytest.mark.parametrize("text", ["", "Four words are few."], ids=["empty", "shorter than a run"])
def test_texts_without_a_run_of_words_contain_nothing(text) -> None:
    assert shingled(text, STORY).containment(0, 1) == 0.0


def test_sentences_are_aligned_if_each_is_the_others_nearest() -> None:
    one = np.eye(3, dtype=np.float32)
    other = np.array([[0, 1, 0], [0.8, 0.6, 0], [0, 0.6, 0.8]], np.float32)
    assert [(each.one, each.other) for each in aligned(one, other)] == [(0, 1), (1, 0), (2, 2)]
    assert [(each.one, each.other) for each in aligned(one, other, least=0.9)] == [(1, 0)]


KINDS = {
    "a copy": (Shared(0, 1, 0.9, 9, 0.9, 0.9, 200), Kind.COPY),
    "a statement that both print": (Shared(0, 1, 0.5, 2, 0.3, 0.4, 200, own=0.1), None),
    "a rewrite": (Shared(0, 1, 0.05, 8, 0.5, 0.6, 200), Kind.REWRITE),
    "the same events": (Shared(0, 1, 0.05, 8, 0.25, 0.4, 200), None),
    "too few sentences": (Shared(0, 1, 0.05, 2, 1.0, 0.9, 200), None),
    "too few words": (Shared(0, 1, 1.0, 1, 1.0, 1.0, 10), None),
}


@pytest.mark.parametrize(("shared", "kind"), KINDS.values(), ids=KINDS)
def test_kind_of_what_two_articles_share(shared, kind) -> None:
    assert shared.kind is kind


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_articles_of_a_pair_have_one_origin_and_numbers_begin_at_the_first_article(pairs) -> None:
    numbers = origin_numbers(10, pairs)
    assert all(numbers[one] == numbers[other] for one, other in pairs)
    assert list(dict.fromkeys(numbers)) == list(range(max(numbers) + 1))
    assert numbers == origin_numbers(10, [(other, one) for one, other in reversed(pairs)])


def test_origins_list_their_articles() -> None:
    assert origins_of(["a", "b", "c"], [0, 1, 0]) == [Origin(0, ("a", "c")), Origin(1, ("b",))]


def article(name: str, published: str | None = None, outlet: str | None = None, text: str = STORY) -> Article:
    return Article(name, text, outlet=outlet, published=PublicationDate(published) if published else None)


DIRECTIONS = {
    "dates": (article("a", "2031-03-05"), article("b", "2031-03-04"), (100, 100), "b", ToldBy.DATES),
    "a month that holds the other day tells nothing": (
        article("a", "2031-03"),
        article("b", "2031-03-04"),
        (100, 100),
        "b",
        ToldBy.GUESS,
    ),
    "credit line": (
        article("a", outlet="Courier", text=f"{STORY}\n{STORY}\n- A Corvane Wire report"),
        article("b", outlet="Corvane Wire"),
        (100, 90),
        "b",
        ToldBy.CREDIT,
    ),
    "dateline with a short name": (
        article("a", outlet="Courier", text=f"TOLSEY (Corvane) - {STORY}"),
        article("b", outlet="Corvane News Agency", text=f"TOLSEY (Corvane) - {STORY}"),
        (100, 90),
        "b",
        ToldBy.CREDIT,
    ),
    "dateline with initials": (
        article("a", outlet="Courier", text=f"TOLSEY (CP) - {STORY}"),
        article("b", outlet="Corvane Press"),
        (100, 90),
        "b",
        ToldBy.CREDIT,
    ),
    "length": (article("a"), article("b"), (60, 100), "b", ToldBy.LENGTH),
    "an undated one is guessed to be later": (article("a"), article("b", "2031"), (100, 100), "b", ToldBy.GUESS),
}


@pytest.mark.parametrize(("one", "other", "lengths", "source", "told_by"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_direction_and_what_tells_it(one, other, lengths, source, told_by) -> None:
    (found,) = derivations_of([one, other], [Shared(0, 1, 0.9, 9, 0.9, 0.9, 200)], lengths)
    assert (found.source, found.told_by, found.order_known) == (source, told_by, told_by is ToldBy.DATES)


def test_of_several_copies_each_derives_from_the_first_and_no_circle_closes() -> None:
    articles = [article("a", "2031-03-04"), article("b", "2031-03-05"), article("c")]
    shared = [Shared(one, other, 0.9, 9, 0.9, 0.9, 200) for one, other in ((0, 1), (0, 2), (1, 2))]
    found = derivations_of(articles, shared, [100, 100, 100])
    assert [(each.source, each.derived) for each in found] == [("a", "b"), ("a", "c")]


def test_an_article_derives_from_the_one_that_holds_most_of_it() -> None:
    articles = [article("brief", "2031-03-04"), article("long", "2031-03-05"), article("wire", "2031-03-04")]
    shared = [
        Shared(0, 1, 1.0, 4, 1.0, 1.0, 60, contained=(1.0, 0.3)),
        Shared(0, 2, 1.0, 4, 1.0, 1.0, 60, contained=(1.0, 0.3)),
        Shared(1, 2, 0.8, 9, 0.7, 0.7, 200, contained=(0.8, 0.8)),
    ]
    found = derivations_of(articles, shared, [60, 210, 200])
    assert [(each.source, each.derived) for each in found] == [("wire", "brief"), ("wire", "long")]


def test_what_stands_in_quotation_marks_is_no_run_of_an_articles_own() -> None:
    one, other = (Article(text[:9], text) for text in (OTHER, THIRD))
    own = [runs_outside_quotations(each, sentences_of(each.text)) for each in (one, other)]
    assert ("said", "irma", "dallet", "a", "spokeswoman") in own[0] & own[1]
    assert not any("records" in run for runs in own for run in runs)


QUOTATION = "“Nothing in our records pointed to a failure,” said Irma Dallet, a spokeswoman for the authority. "


@settings(deadline=None, max_examples=60)
@given(
    lengths=st.tuples(st.integers(50, 200), st.integers(50, 200)), at=st.tuples(st.integers(0, 50), st.integers(0, 50))
)
def test_whatever_else_two_articles_say_one_shared_quotation_makes_no_copy(lengths, at) -> None:
    one, other = ([f"{letter}{n}" for n in range(length)] for letter, length in zip("vw", lengths, strict=True))
    first = f"{' '.join(one[: at[0]])}. {QUOTATION}{' '.join(one[at[0] :])}"
    second = f"{' '.join(other[: at[1]])}. {QUOTATION}{' '.join(other[at[1] :])}"
    texts = shingled(first, second)
    contained = max(texts.containment(0, 1), texts.containment(1, 0))
    assert 0 < contained < COPY
    assert list(texts.pairs(COPY)) == []
    assert Shared(0, 1, contained, 1, 0.1, 0.2, 60).kind is None
