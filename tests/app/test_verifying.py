"""Mutations of an evidence file and of the articles: each one is found and named."""

import copy
import errno
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clipfile.app.answer import Answer, Status
from clipfile.app.citation import cite
from clipfile.app.evidence_file import EvidenceError, evidence_of, quotes_in, read_evidence, seal_of, write_evidence
from clipfile.app.export import evidence_as_html, evidence_as_markdown
from clipfile.app.in_words import as_record
from clipfile.app.verifying import Change, verify_evidence
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.index.store import Settings

BRIDGE = Article(
    "bridge", "The bridge opened on Friday. It cost 9 million.", title="Bridge <b>open</b>", outlet="Gazette"
)
FERRY = Article("ferry", "The ferry stopped. Nobody <script>ran()</script> complained.", url="javascript:ran()")
COLLECTION = Collection((BRIDGE, FERRY))


def cited(article: Article, words: str):
    start = article.text.index(words)
    return cite(article, Span(start, start + len(words)), 0.9)


@pytest.fixture
def evidence() -> dict:
    citations = (cited(BRIDGE, "It cost 9 million."), cited(FERRY, "Nobody <script>ran()</script> complained."))
    answer = Answer("What did it cost?", Status.ANSWERED, citations)
    settings = Settings("fake", "fake-1")
    return evidence_of("ask", "What did it <i>cost</i>?", as_record(answer), "2024-08", settings, COLLECTION)


def changed_article(article: Article, **changes: object) -> Collection:
    return Collection(tuple(replace(each, **changes) if each is article else each for each in COLLECTION))


def quote(evidence: dict, number: int = 0) -> dict:
    return list(quotes_in(evidence["answer"]))[number]


def resealed(evidence: dict) -> dict:
    """As a forger would leave it: the seal fits again."""
    return evidence | {"sha256": seal_of(evidence)}


def moved_span(evidence: dict) -> None:
    quote(evidence).update(start=0, end=18)


def swapped_quotes(evidence: dict) -> None:
    one, other = quote(evidence, 0), quote(evidence, 1)
    one["quote"], other["quote"] = other["quote"], one["quote"]


def edited_quote(evidence: dict) -> None:
    quote(evidence)["quote"] = "It cost 8 million."


def longer_quote(evidence: dict) -> None:
    quote(evidence)["end"] += 1


def negative_span(evidence: dict) -> None:
    quote(evidence).update(start=-18, end=-1)


def other_article(evidence: dict) -> None:
    quote(evidence)["article"] = "ferry"


def hash_left_out(evidence: dict) -> None:
    del evidence["articles"]["bridge"]


def hash_edited(evidence: dict) -> None:
    evidence["articles"]["bridge"]["sha256"] = "0" * 64


MUTATIONS = {
    "moved span": (moved_span, Change.QUOTE_MOVED),
    "swapped quotes": (swapped_quotes, Change.QUOTE_MOVED),
    "edited quote": (edited_quote, Change.QUOTE_GONE),
    "longer span": (longer_quote, Change.QUOTE_MOVED),
    "negative span": (negative_span, Change.QUOTE_MOVED),
    "other article": (other_article, Change.QUOTE_MOVED),
    "hash left out": (hash_left_out, Change.HASH_MISSING),
    "hash edited": (hash_edited, Change.ARTICLE_CHANGED),
}


def test_an_untouched_file_holds(evidence) -> None:
    verified = verify_evidence(evidence, COLLECTION)
    assert verified.holds
    assert (verified.quotes, verified.articles) == (2, 2)


@pytest.mark.parametrize(("mutate", "change"), MUTATIONS.values(), ids=MUTATIONS)
def test_a_changed_file_fails_even_if_its_seal_was_made_anew(evidence, mutate: Callable, change: Change) -> None:
    before = copy.deepcopy(evidence)
    mutate(evidence)
    assert evidence != before
    assert {problem.change for problem in verify_evidence(evidence, COLLECTION).problems} >= {
        change,
        Change.FILE_CHANGED,
    }
    assert change in {problem.change for problem in verify_evidence(resealed(evidence), COLLECTION).problems}


def test_every_single_changed_character_of_an_article_fails(evidence) -> None:
    for place, letter in enumerate(BRIDGE.text):
        text = BRIDGE.text[:place] + ("x" if letter != "x" else "y") + BRIDGE.text[place + 1 :]
        problems = verify_evidence(evidence, changed_article(BRIDGE, text=text)).problems
        assert Change.ARTICLE_CHANGED in {problem.change for problem in problems}, place
        assert (Change.QUOTE_GONE in {problem.change for problem in problems}) == (
            place >= BRIDGE.text.index("It cost")
        )


def test_a_word_changed_late_in_a_long_quote_is_shown_with_what_stands_there(evidence) -> None:
    long = f"{'The ferry is slow, and ' * 8}it was built in 1931."
    article = replace(FERRY, text=long)
    saved = evidence_of(
        "ask",
        "When?",
        as_record(Answer("When?", Status.ANSWERED, (cited(article, long),))),
        None,
        Settings("fake", "fake-1"),
        Collection((article,)),
    )
    now = Collection((replace(article, text=long.replace("1931", "1913")),))
    (message,) = [each.message for each in verify_evidence(saved, now).problems if each.change is Change.QUOTE_GONE]
    assert "built in 1931.”" in message
    assert message.endswith("built in 1913.”")


def test_words_put_in_front_move_the_quote_and_the_message_says_where(evidence) -> None:
    problems = verify_evidence(evidence, changed_article(BRIDGE, text=f"New: {BRIDGE.text}")).problems
    assert [problem.change for problem in problems] == [Change.ARTICLE_CHANGED, Change.QUOTE_MOVED]
    assert "it stands at 34-52" in problems[1].message  # 29 + 5 to 47 + 5


def test_a_missing_article_is_named(evidence) -> None:
    (problem,) = verify_evidence(evidence, Collection((BRIDGE,))).problems
    assert (problem.change, problem.article) == (Change.ARTICLE_MISSING, "ferry")


def test_a_renamed_article_is_missing_and_found_under_its_new_name(evidence) -> None:
    (problem,) = verify_evidence(evidence, changed_article(FERRY, article_id="boat")).problems
    assert problem.change is Change.ARTICLE_MISSING
    assert "boat has the same text" in problem.message


@pytest.mark.parametrize("name", ["title", "outlet"])
def test_another_title_or_outlet_fails(evidence, name) -> None:
    (problem,) = verify_evidence(evidence, changed_article(BRIDGE, **{name: "Other"})).problems
    assert problem.change is Change.FACTS_CHANGED


def test_an_edited_verdict_or_question_breaks_the_seal(evidence) -> None:
    (problem,) = verify_evidence(evidence | {"asked": "Was it cheap?"}, COLLECTION).problems
    assert problem.change is Change.FILE_CHANGED


def test_a_saved_answer_is_kept_where_a_new_one_finds_no_room(evidence, tmp_path, monkeypatch) -> None:
    file = tmp_path / "saved.json"
    write_evidence(file, evidence)

    def full(path: Path, text: str, encoding: str) -> None:
        path.write_bytes(text[:9].encode())
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        write_evidence(file, evidence | {"asked": "What else?"})
    assert read_evidence(file) == evidence
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_written_and_read_again_holds(evidence, tmp_path) -> None:
    write_evidence(tmp_path / "answer.json", evidence)
    assert verify_evidence(read_evidence(tmp_path / "answer.json"), COLLECTION).holds


@pytest.mark.parametrize("text", ["", "not json", "[]", "{}", '{"format": "clipfile-evidence-1"}'], ids=repr)
def test_another_file_is_refused(tmp_path, text) -> None:
    (tmp_path / "other.json").write_text(text)
    with pytest.raises(EvidenceError, match=r"other\.json"):
        read_evidence(tmp_path / "other.json")


def test_exports_escape_everything_and_number_each_quote(evidence) -> None:
    html, markdown = evidence_as_html(evidence), evidence_as_markdown(evidence)
    assert "<script>" not in html
    assert "<i>" not in html
    assert "javascript:" not in html + markdown
    assert "\\<script\\>" in markdown
    for mark in ("[1]", "[2]"):
        assert mark in html
        assert mark.replace("[", "\\[").replace("]", "\\]") in markdown
    assert json.dumps(evidence)  # plain JSON throughout


def test_exports_name_everybody_whose_words_a_quote_holds(evidence) -> None:
    said = quote(evidence)
    said |= {"voice": "attributed", "speaker": "police", "speakers": ["police", "the union"]}
    told = "attributed to police and the union"
    assert told in evidence_as_html(evidence)
    assert told in evidence_as_markdown(evidence)
    said["speakers"] = "anything"
    assert "attributed to police;" in evidence_as_html(evidence)
