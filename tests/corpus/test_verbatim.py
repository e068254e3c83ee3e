"""Excerpts found word for word, whatever their marks look like, and with small edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.near import near_place
from clipfile.corpus.verbatim import bare, verbatim_spans

TEXT = "“We are still here,” Venn told  reporters\nin Halvern – the capital. ‘It’s over,’ he said… Nobody came."

FOUND = {
    "as it is": ("Venn told  reporters", "Venn told  reporters"),
    "one space for two": ("Venn told reporters", "Venn told  reporters"),
    "space for a line end": ("reporters in Halvern", "reporters\nin Halvern"),
    "straight marks": ('"We are still here," Venn', "We are still here,” Venn"),
    "marks left out at the ends": ("We are still here", "We are still here"),
    "marks left out between": ("still here, Venn told", "still here,” Venn told"),
    "hyphen for dash": ("Halvern - the capital", "Halvern – the capital"),
    "dash without spaces": ("Halvern—the capital", "Halvern – the capital"),
    "straight apostrophe": ("It's over", "It’s over"),
    "three dots": ("he said... Nobody came.", "he said… Nobody came"),
}


@pytest.mark.parametrize(("excerpt", "quote"), FOUND.values(), ids=FOUND)
def test_an_excerpt_is_found_at_exactly_its_words(excerpt, quote) -> None:
    (span,) = verbatim_spans(TEXT, excerpt)
    assert TEXT[span.start : span.end].rstrip(".") == quote


@pytest.mark.parametrize(
    "excerpt", ["", " “” ", "e are still here", "we are still here", "still there", "(.*)"], ids=repr
)
def test_what_is_not_printed_is_not_found(excerpt) -> None:
    assert verbatim_spans(TEXT, excerpt) == []


@given(st.data())
def test_every_slice_from_word_to_word_is_found_where_it_stands(data) -> None:
    words = ["flood", "at", "the “old", "dam’s", "gate”", "—", "it", "said:", "3,661", "people…", "[sic]", "left."]
    text = data.draw(st.sampled_from([" ", "\n", "  "])).join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = text.index(words[first])
    excerpt = text[start : text.index(words[last], start) + len(words[last])]
    spans = verbatim_spans(text, excerpt)
    assert bool(spans) == bool(bare(excerpt))
    assert all(span.start >= start - 2 and bare(text[span.start : span.end]) == bare(excerpt) for span in spans[:1])


EDITED = {
    "word dropped": "the office put the number of dead in valley at 63",
    "other number": "The office put the number of dead in the valley at 69",
    "typing error": "The office put the nubmer of dead in the valley at 63",
}


@pytest.mark.parametrize("excerpt", EDITED.values(), ids=EDITED)
def test_small_edits_are_near_and_the_place_is_whole_words(excerpt) -> None:
    text = "Slowly, it rained. The office put the number of dead in the valley at 63, as of March 31. It rained."
    near = near_place(text, excerpt)
    assert near
    assert text[near.span.start : near.span.end].rstrip(",") == "The office put the number of dead in the valley at 63"


@pytest.mark.parametrize(
    "excerpt",
    ["The council put the cost of the new bridge at 63 million marens", "It snowed."],
    ids=["other matter", "short"],
)
def test_other_matter_is_not_near(excerpt) -> None:
    assert (
        near_place("The office put the number of dead in the valley at 63, as of March 31. It rained.", excerpt) is None
    )
