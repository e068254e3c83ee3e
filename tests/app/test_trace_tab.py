"""What the Trace tab sends to the browser, whatever the browser sends."""

import pytest

from clipfile.app.citation import cite
from clipfile.app.trace import Match, Relation, Trace
from clipfile.app.trace_in_words import NOWHERE
from clipfile.app.trace_tab import UNEXPECTED, text_tracer
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection

ARTICLE = Article("bridge", "The bridge <b>opened</b> on Friday.", title="Bridge")
COLLECTION = Collection((ARTICLE,))


def trace(text: str, as_of: str | None) -> Trace:
    if "break" in text:
        raise RuntimeError("secret path")
    if "nowhere" in text:
        return Trace(text)
    citation = cite(ARTICLE, Span(4, 24), 1.0, 0)
    match = Match(**{name: getattr(citation, name) for name in citation.__dataclass_fields__}, relation=Relation.NEAR)
    return Trace(f"{text} {as_of}", (match,), match)


def test_matches_are_numbered_cards_with_how_they_go_with_the_text() -> None:
    shown = text_tracer(trace, COLLECTION)({"text": "bridge opened", "as_of": "2024-08"})
    (match,) = shown["matches"]
    assert (match["card"]["number"], match["card"]["quote"]) == (1, "bridge <b>opened</b>")
    assert match["relation"] == "with small edits"
    assert shown["badge"] == "As of August 2024"


def test_a_text_that_is_nowhere_is_said_to_be() -> None:
    assert text_tracer(trace, COLLECTION)({"text": "nowhere"})["summary"] == NOWHERE


def test_half_a_character_goes_back_to_the_browser_as_an_unknown_one() -> None:
    assert text_tracer(trace, COLLECTION)({"text": "nowhere \ud83d"})["text"] == "nowhere \ufffd"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (None, "Paste a text first."),
        ({"text": 7}, "Paste a text first."),
        ({"text": "  "}, "Paste a text first."),
        ({"text": "the bridge", "as_of": "soon"}, "'soon' is not a date"),
        ({"text": "break it"}, UNEXPECTED),
    ],
    ids=["nothing", "a number", "blank", "no date", "an error inside"],
)
def test_what_goes_wrong_is_a_sentence(sent, sentence) -> None:
    assert sentence in text_tracer(trace, COLLECTION)(sent)["error"]
