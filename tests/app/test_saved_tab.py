"""What the Saved tab makes of a file, whatever is in it."""

import copy
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.app.answer import Answer, Status
from clipfile.app.citation import cite
from clipfile.app.evidence_file import evidence_of, evidence_text
from clipfile.app.in_words import as_record
from clipfile.app.saved_tab import LONGEST_FILE, UNEXPECTED, Now, saved_of, saved_opener
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection, CollectionError
from clipfile.index.store import Settings

BRIDGE = Article("bridge", "The bridge opened on Friday. It cost 9 million.", outlet="Gazette")
FERRY = Article("ferry", "The ferry stopped. Nobody complained.")
COLLECTION = Collection((BRIDGE, FERRY))


def cited(article: Article, words: str):
    start = article.text.index(words)
    return cite(article, Span(start, start + len(words)), 0.9)


def evidence(status: Status = Status.ANSWERED) -> dict:
    quotes = (cited(BRIDGE, "It cost 9 million."), cited(FERRY, "Nobody complained."))
    answer = Answer("What did it cost?", status, quotes if status is Status.ANSWERED else (), nearest=quotes)
    return evidence_of("ask", "What did it cost?", as_record(answer), "2024-08", Settings("fake", "fake-1"), COLLECTION)


def with_text(article: Article, text: str) -> Collection:
    return Collection(tuple(replace(each, text=text) if each is article else each for each in COLLECTION))


def test_saved_answer_that_holds_has_its_quotes_at_their_places():
    saved = saved_of(evidence(), COLLECTION)
    assert (saved.kind, saved.asked, saved.badge) == ("Question", "What did it cost?", "As of August 2024")
    assert saved.summary == "It holds: 2 quotes from 2 articles stand as saved."
    assert [(each.state, each.card.quote) for each in saved.quotes] == [
        (Now.STANDS, "It cost 9 million."),
        (Now.STANDS, "Nobody complained."),
    ]


def test_moved_quote_is_opened_where_it_stands_now():
    saved = saved_of(evidence(), with_text(BRIDGE, f"Corrected. {BRIDGE.text}"))
    moved = saved.quotes[0]
    assert (moved.state, moved.card.start) == (Now.MOVED, BRIDGE.text.index("It cost") + len("Corrected. "))
    assert not saved.holds
    assert any("bridge has changed" in problem for problem in saved.problems)


def test_saved_answer_is_checked_against_the_articles_as_they_are_when_it_is_opened():
    changed = with_text(BRIDGE, f"Corrected. {BRIDGE.text}")
    opened = saved_opener(COLLECTION, lambda: changed)({"name": "a.json", "text": evidence_text(evidence())})
    assert not opened["holds"]
    moved = opened["quotes"][0]
    assert (moved["state"], moved["card"]["start"]) == (Now.MOVED, BRIDGE.text.index("It cost"))  # as the reader has it


def test_quote_that_the_reader_does_not_have_yet_is_opened_at_no_false_place():
    saved = saved_of(evidence(), COLLECTION, with_text(BRIDGE, "The bridge will open on Friday."))
    assert [(each.state, each.card.end > 0) for each in saved.quotes] == [(Now.STANDS, False), (Now.STANDS, True)]


def test_folder_that_is_gone_is_said_in_a_sentence():
    def gone() -> Collection:
        raise CollectionError("articles does not exist; name a folder that holds articles")

    opened = saved_opener(COLLECTION, gone)({"name": "a.json", "text": evidence_text(evidence())})
    assert opened == {"error": "articles does not exist; name a folder that holds articles"}


def test_quote_that_is_gone_is_said_to_be():
    saved = saved_of(evidence(), with_text(BRIDGE, "The bridge is closed."))
    assert [each.state for each in saved.quotes] == [Now.GONE, Now.STANDS]
    assert saved.summary == "It does not hold: 2 things changed since it was saved."


def test_article_that_is_missing_is_named():
    saved = saved_of(evidence(), Collection((FERRY,)))
    assert saved.quotes[0].card.title == "bridge"
    assert any("bridge is not among the articles" in problem for problem in saved.problems)


def test_what_only_came_near_is_no_answer_when_opened_either():
    saved = saved_of(evidence(Status.NOT_FOUND), COLLECTION)
    assert (saved.result, saved.quotes, len(saved.nearest)) == ("The articles do not say.", (), 2)


def test_altered_copy_of_a_quote_elsewhere_in_the_file_does_not_hide_the_one_that_is_shown():
    changed = evidence()
    true = copy.deepcopy(changed["answer"]["citations"][0])
    changed["answer"]["citations"][0]["quote"] = "It cost 8 million."
    changed["answer"]["disagreements"] = [{"sides": [true]}]
    assert saved_of(changed, COLLECTION).quotes[0].state is Now.GONE


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (None, "Choose a file first."),
        ({"name": "a.json", "text": "no"}, "a.json is not JSON"),
        ({"name": "a.json", "text": "[" * 100_000}, "a.json is not JSON"),
        ({"name": "a.json", "text": "{}"}, "a.json is not an evidence file"),
        ({"name": "a.json", "text": " " * (LONGEST_FILE + 1)}, "characters; a saved answer has"),
    ],
    ids=["nothing", "no JSON", "deep", "another file", "too long"],
)
def test_what_is_no_saved_answer_is_refused_with_a_sentence(sent, sentence):
    assert sentence in saved_opener(COLLECTION)(sent)["error"]


ANYTHING = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)


@given(st.sampled_from(["command", "asked", "settings", "version", "articles.bridge"]), ANYTHING)
def test_file_with_anything_in_a_field_is_shown_or_refused(field, value):
    changed = evidence()
    if "." in field:
        changed["articles"]["bridge"] = value
    else:
        changed[field] = value
    assert saved_opener(COLLECTION)({"name": "a", "text": evidence_text(changed)}).get("error", "") != UNEXPECTED


@given(
    st.sampled_from(["published", "published_from", "outlet", "title", "speaker", "voice", "origin", "relation"]),
    ANYTHING,
)
def test_quote_with_anything_in_a_field_is_shown_or_refused(field, value):
    changed = evidence()
    changed["answer"]["citations"][0][field] = value
    sent = {"name": "a", "text": json.dumps(changed)}
    assert saved_opener(COLLECTION)(sent).get("error", "") != UNEXPECTED
