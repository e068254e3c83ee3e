"""How a question is read shows in its answer: restricted, mended, explained; over a collection known by heart."""

import numpy as np
import pytest
from tests_encoder import FakeEncoder

from clipfile.app.answer import OUTRIGHT, Status, answer_question
from clipfile.app.confidence import Candidate, answered
from clipfile.app.in_words import answer_in_words, as_record
from clipfile.app.missing import names_a_stranger
from clipfile.app.preferred import preferred
from clipfile.app.query_reading import Order, Reading
from clipfile.corpus.article import Article, Span
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.corpus.passages import Passage
from clipfile.index.build import build_index
from clipfile.index.hybrid import Hit, HybridIndex
from clipfile.index.sentences import SentenceHit, sentence_hits
from clipfile.index.store import open_store

ARTICLES = (
    Article("a", "The flood drove 300 families out. “The dam leaked,” said Ana Maur, a coroner.", None, "The Lantern",
            None, PublicationDate("2031-03-05")),
    Article("b", "The flood drove 900 families out.", None, "Daily Post", None, PublicationDate("2031-04-02")),
    Article("c", "Families met under the lantern after the flood. “The dam held,” said Bo Fell.", None, None),
    Article("d", "Cy Dorn, 44, keeps goats on the hill.", None, None),
    Article("e", "Goats went to the Dorhasal Water Board (DWB). The DWB sold them.", None, None),
)  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> HybridIndex:
    folder = tmp_path_factory.mktemp("reading")
    build_index(Collection(ARTICLES), folder, FakeEncoder())
    return HybridIndex(open_store(folder), FakeEncoder())


def shown(answer) -> set[str]:
    return {each.article for each in answer.citations + answer.nearest}


def test_only_the_outlet_asked_for_is_shown_and_the_answer_says_so(index):
    answer = answer_question(index, "According to the Post, how many families did the flood drive out?")
    assert shown(answer) == {"b"}
    assert answer.notes == ("Only articles by Daily Post were searched, as the question asks.",)
    assert answer.query == "how many families did the flood drive out?"


def test_as_of_in_the_question_leaves_later_and_undated_articles_out(index):
    assert shown(answer_question(index, "As of March 2031, how many families did the flood drive out?")) == {"a"}


def test_a_restriction_that_leaves_nothing_is_lifted_and_the_answer_says_so(index):
    answer = answer_question(index, "As of 2030, how many families did the flood drive out?")
    assert shown(answer) >= {"a", "b"}
    assert answer.notes == ("No article is dated 2030-12-31 or earlier, as the question asks; all were searched.",)


def test_the_earlier_of_two_as_of_dates_counts(index):
    day = PublicationDate("2031-03-31").last_day
    assert shown(answer_question(index, "As of May 2031, how many families left the flood?", as_of=day)) == {"a"}


def test_a_mended_slip_is_said(index):
    answer = answer_question(index, "How many familes did the flood drive out?")
    assert answer.notes == ("Searched as “How many families did the flood drive out?”.",)
    assert "families" in answer.query
    assert answer_in_words(answer).startswith("Searched as “How many families")


def candidates(index: HybridIndex, *probabilities: float) -> list[Candidate]:
    query = index.query("flood dam families")
    hits = {hit.quote: hit for hit in sentence_hits(index, query, index.search("flood dam families"))}
    quotes = ("The flood drove 300 families out.", "“The dam held,” said Bo Fell.", "The flood drove 900 families out.")
    return [Candidate(hits[quote], {}, p) for quote, p in zip(quotes, probabilities, strict=True)]


@pytest.mark.parametrize(
    ("reading", "order"),
    [
        (Reading("?"), ["a", "c", "b"]),
        (Reading("?", order=Order.LATEST), ["b", "a", "c"]),
        (Reading("?", order=Order.FIRST), ["a", "b", "c"]),
        (Reading("?", speakers=frozenset({"Bo Fell"})), ["c", "a", "b"]),
        (Reading("?", about=frozenset({"dam"})), ["c", "a", "b"]),
        (Reading("How many family dams are there?"), ["c", "a", "b"]),
    ],
)
def test_the_newest_the_oldest_the_speaker_or_what_is_asked_about_comes_first_among_strong_ones(index, reading, order):
    ranked = preferred(index.store, candidates(index, 0.9, 0.8, 0.7), reading)
    assert [each.hit.article.article_id for each in ranked] == order


@pytest.mark.parametrize(
    ("question", "first"),
    [("Why did families leave?", "b"), ("how come families left", "b"), ("When did families leave?", "a")],
)
def test_a_sentence_that_says_that_it_gives_a_reason_is_preferred_where_one_is_asked_for(tmp_path, question, first):
    texts = {"a": "Families left the valley in the spring.", "b": "Families left the valley because of the goats."}
    build_index(Collection(tuple(Article(each, text) for each, text in texts.items())), tmp_path, FakeEncoder())
    index = HybridIndex(open_store(tmp_path), FakeEncoder())
    hits = {hit.article.article_id: hit for hit in sentence_hits(index, index.query(question), index.search(question))}
    found = [Candidate(hits["a"], {}, 0.6), Candidate(hits["b"], {}, 0.5)]
    assert preferred(index.store, found, Reading(question))[0].hit.article.article_id == first


def test_a_weak_candidate_does_not_come_first_for_being_new(index):
    ranked = preferred(index.store, candidates(index, 0.9, 0.3, 0.2), Reading("?", order=Order.LATEST))
    assert [each.hit.article.article_id for each in ranked] == ["a", "c", "b"]


def test_the_reranker_reads_a_question_with_its_mark(index):
    asked = []

    class Recorder:
        def logits(self, question, sentences):
            asked.append(question)
            return np.zeros((len(sentences), 1))

    answer_question(index, "how many families", reranker=Recorder())
    assert asked == ["how many families?"]


def test_why_has_the_rank_of_each_stage_for_every_quote(index):
    question = "How many families did the flood drive out?"
    assert answer_question(index, question).why == ()
    answer = answer_question(index, question, explain=True)
    quotes = answer.citations + answer.nearest
    assert len(answer.why) == len(quotes) > 0
    for quote, why in zip(quotes, answer.why, strict=True):
        assert why.probability == quote.score
        assert why.reranker is None
        assert all(1 <= stage.rank <= stage.of for stage in (why.dense, why.fusion, why.late_interaction))
        assert all(word in quote.quote.lower() for word in why.matched)
    record = as_record(answer)["why"][0]
    assert record["dense"].keys() == {"rank", "of", "score"}
    assert "why: words (BM25)" in answer_in_words(answer)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Were there less helicopters than boats after the flood?", ("helicopters", "boats")),
        ("How high was Canada's levee?", ("Canada", "levee")),
        ("As of March 2031, how many boats did the flood wreck?", ("boats", "wreck")),
        ("What did the March article say about Canada?", ("Canada",)),
        ("What does the Lantern say about the U.S. helicopters?", ("U.S.", "helicopters")),
        ("What did Ana Maur say of the Maur helicopters?", ("helicopters",)),
    ],
)
def test_only_what_is_asked_about_is_named_as_missing(index, question, missing):
    assert answer_question(index, question).missing == missing


def test_a_restricted_question_is_searched_once(index, monkeypatch):
    searched = []
    search = HybridIndex.search
    monkeypatch.setattr(HybridIndex, "search", lambda *given, **named: searched.append(1) or search(*given, **named))
    answer_question(index, "According to the Post, how many families did the flood drive out?")
    assert len(searched) == 1


def test_a_date_before_every_article_is_said(index):
    answer = answer_question(index, "How many families fled?", as_of=PublicationDate("2030").last_day)
    assert answer.notes == ("No article is dated 2030-12-31 or earlier.",)
    assert not shown(answer)


def test_a_question_of_the_outlets_own_answers_nothing_and_somebodys_may(tmp_path):
    text = "**Did the flood drive out families?**\n\nIt did. “Should 300 families pay for the flood?” asked Ana Maur."
    build_index(Collection((Article("asks", text, title="The flood"),)), tmp_path, FakeEncoder())
    answer = answer_question(
        HybridIndex(open_store(tmp_path), FakeEncoder()), "Did the flood drive out families?", top_k=9
    )
    quotes = [each.quote for each in answer.citations + answer.nearest]
    assert not any("**" in quote for quote in quotes)
    assert any("Should 300 families" in quote for quote in quotes)


def test_she_is_the_one_whom_the_answer_to_a_who_question_names(index):
    history = ("Who is the coroner?",)
    read = "What did Ana Maur say about the dam?"
    assert answer_question(index, "What did she say about the dam?", history).query == read
    assert answer_question(index, "And about the flood?", (*history, "What did she say about the dam?")).query == (
        f"{read} And about the flood?"
    )


def test_whoever_only_speaks_in_an_answer_is_not_the_one_asked_for(index):
    history = ("Who held the dam?",)
    asked = "What did he say about the flood?"
    assert answer_question(index, asked, history).query == f"{history[0]} {asked}"


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("What did Bo Fell say?", "c"),
        ("What did Ana Maur say about the dam?", "a"),
        ("How old is Cy Dorn?", "d"),
        ("How old is Dorn?", "d"),
        ("what is DWB short for", "e"),
        ("What does the acronym dwb stand for?", "e"),
        ("full name of the DWB?", "e"),
    ],
)
def test_words_of_the_speaker_an_age_behind_a_name_and_a_name_in_full_answer(index, question, article):
    answer = answer_question(index, question)
    assert answer.status is Status.ANSWERED
    assert article in {each.article for each in answer.citations}
    assert all(each.score <= OUTRIGHT for each in answer.citations)


def test_a_question_about_somebody_whom_nothing_found_names_is_not_answered(index):
    assert answer_question(index, "How many families did the flood drive out?").status is Status.ANSWERED
    assert answer_question(index, "How many families did the flood drive out of Velm?").status is Status.NOT_FOUND


READ = ("Ana Maur, of the Dorhasal Water Board, met envoys from France.", "The French left for Kerning on Monday.")


@pytest.mark.parametrize(
    ("question", "is_known", "strange"),
    [
        ("What did Ana Velm say about the dam?", True, False),
        ("What did Cy Velm say about the dam?", True, True),
        ("What does water cost in the Dorhasali market?", True, False),
        ("Why did the DWB meet envoys?", True, False),
        ("How did MPs vote on the dam?", True, False),
        ("When did France send envoys?", True, False),
        ("When did Brazil send envoys?", True, True),
        ("When did Brazil send envoys?", False, False),
        ("What Did Cy Velm Say?", True, False),
        ("What happened on Tuesday in Kerning?", True, False),
    ],
)
def test_a_name_of_which_nothing_read_holds_a_part_a_form_or_the_initials_is_strange(question, is_known, strange):
    assert names_a_stranger(question, READ, lambda name: is_known) is strange


def test_a_question_with_many_names_is_not_silenced_by_one_of_them():
    assert names_a_stranger("How did the flood reach Velm?", READ, lambda name: True)
    assert not names_a_stranger("How did Ana Maur, the French, Kerning and Velm fare?", READ, lambda name: True)


def test_an_answer_takes_more_where_more_than_a_small_folder_is_searched():
    hit = SentenceHit(
        ARTICLES[0], Span(0, 9), Hit(Passage("a#1", "a", 0, 9), 1.0, 1.0, 1.0, 1.0, 0), 0.6, 1.0, frozenset()
    )
    candidates = [Candidate(hit, {"relevance": 1.0, "max_similarity": 0.6}, 0.5)]
    sure = [answered(candidates, passages) for passages in (1, 100, 300, 1000, 100_000)]
    assert sure[0] == sure[1] > sure[2] > sure[3] == sure[4] > 0


@pytest.mark.parametrize(("town", "may_be_answered"), [("Tolsey", True), ("Lowdon", False)])
def test_a_name_may_stand_in_the_sentence_before_but_not_in_other_passages_alone(tmp_path, town, may_be_answered):
    floods = [Article(f"f{n}", f"Tolsey was wet. The flood drove {n}00 families out.") for n in range(2, 12)]
    build_index(Collection((*floods, Article("z", "Lowdon was dry."))), tmp_path, FakeEncoder())
    index = HybridIndex(open_store(tmp_path), FakeEncoder())
    answer = answer_question(index, f"How many families did the flood drive out of {town}?")
    assert (answer.nearest[0].score > 0) is may_be_answered
