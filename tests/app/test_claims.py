"""Claim checks over a small collection known by heart: verdicts, evidence, and what may never change them."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipfile.app.check_in_words import check_as_record, check_in_words
from clipfile.app.claim_export import check_as_claim_review, check_as_markdown
from clipfile.app.claims import ClaimCheck
from clipfile.app.claims import check_claim as check_with_model
from clipfile.app.desk import Desk
from clipfile.app.evidence import evidence_for, in_context
from clipfile.app.stance import KINDS, StanceKind, features_of, probabilities_of
from clipfile.app.stance_weights import WITH_MODEL as WEIGHTS
from clipfile.app.verdict import Verdict, carries, verdict_from, worst_of
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.corpus.dates import PublicationDate
from clipfile.index.build import build_index
from clipfile.index.cross_encoder import CrossEncoder
from clipfile.index.encoder import SentenceTransformerEncoder
from clipfile.index.hybrid import HybridIndex
from clipfile.index.store import open_store

BRIDGE = Article(
    "bridge",
    "The temporary bridge at Tolsey was opened to traffic on Wednesday.\n"
    "The bridge cost 9.1 million crowns, the ministry of works said.\n"
    "A second bridge is expected in May.",
    title="Bridge opens at Tolsey",
    published=PublicationDate("2031-04-17"),
)
CAMPS = Article(
    "camps",
    "Some 2,600 people still live in camps above Tolsey.\nThe charity has raised 3.6 million crowns for houses.",
    title="Camps remain",
    published=PublicationDate("2031-05-20"),
)
LATER = Article(
    "later",
    "The temporary bridge at Tolsey cost 12 million crowns, auditors found.",
    title="Audit",
    published=PublicationDate("2031-09-01"),
)
UNRELATED = {
    "choir": "The choir sang in the old church for two hours.\nTickets were sold out within a day.",
    "football": "The home side won 3-1 after a goalless first half.\nTheir captain scored twice.",
    "weather": "Rain will reach the coast by evening.\nTemperatures stay above 12 degrees.",
    "market": "Shares in the baker rose by 4 percent.\nAnalysts had expected a fall.",
}
CLAIMS = (
    "The temporary bridge at Tolsey cost 9.1 million crowns.",
    "The temporary bridge at Tolsey cost 40 million crowns.",
    "The temporary bridge at Tolsey was opened to traffic on Wednesday.",
    "Some 2,600 people still live in camps above Tolsey.",
    "The mayor of Tolsey was born in a lighthouse.",
)

Index = Callable[..., HybridIndex]

MODEL = CrossEncoder("stance", len(KINDS))
check_claim = partial(check_with_model, model=MODEL)


@pytest.fixture(scope="module")
def index_of(encoder: SentenceTransformerEncoder, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index over articles, built once for each set of them."""
    built: dict[tuple[str, ...], HybridIndex] = {}

    def make(*articles: Article) -> HybridIndex:
        ordered = tuple(sorted(articles, key=lambda each: each.article_id))
        key = tuple(each.article_id for each in ordered)
        if key not in built:
            folder: Path = tmp_path_factory.mktemp("claims")
            build_index(Collection(ordered), folder, encoder)
            built[key] = HybridIndex(open_store(folder), encoder)
        return built[key]

    return make


@pytest.fixture(scope="module")
def index(index_of: Index) -> HybridIndex:
    return index_of(BRIDGE, CAMPS, LATER)


def test_a_statement_in_the_articles_own_words_is_supported(index: HybridIndex) -> None:
    check = check_claim(index, CLAIMS[2])
    assert check.verdict is Verdict.SUPPORTED
    assert check.evidence[0].quote == "The temporary bridge at Tolsey was opened to traffic on Wednesday."


def test_a_wrong_figure_is_refuted_by_the_sentence_with_the_right_one(index_of: Index) -> None:
    check = check_claim(index_of(BRIDGE, CAMPS), CLAIMS[1])
    assert check.verdict is Verdict.REFUTED
    assert "9.1 million crowns" in check.evidence[0].quote
    assert "another figure" in check.evidence[0].rule


def test_articles_that_differ_make_a_conflict_with_both_sides_shown(index: HybridIndex) -> None:
    check = check_claim(index, "The temporary bridge at Tolsey cost 12 million crowns.")
    assert check.verdict is Verdict.CONFLICTING
    assert {each.stance for each in check.evidence} == {StanceKind.SUPPORTS, StanceKind.REFUTES}
    assert check.origins == {"supports": 1, "refutes": 1}


def test_a_figure_that_later_articles_replace_is_said_to_be_superseded(index: HybridIndex) -> None:
    assert "superseded" in check_claim(index, CLAIMS[0]).note


@pytest.mark.parametrize(
    ("claim", "expected"), [("The bridge cost 9.1 million crowns.", 1), ("The bridge cost 19 million crowns.", 0)]
)
def test_a_sentence_agrees_that_holds_the_claim_and_nothing_against_it(
    index: HybridIndex, claim: str, expected: int
) -> None:
    nearest = evidence_for(index, claim)[0]
    features = features_of(nearest.hit, in_context(index, nearest.hit), nearest.alignment, nearest.slots)
    assert features["agrees"] == expected


def test_a_sentence_with_hardly_a_word_of_the_claim_says_nothing_of_it() -> None:
    for known, settled in ((0.19, False), (0.2, True)):
        supports, refutes, neutral = probabilities_of({"known": known, "model_relevant": 5.0}, WEIGHTS)
        assert (supports + refutes > 0, neutral < 1) == (settled, settled)


def test_what_names_no_holder_of_an_office_denies_nothing_about_it() -> None:
    features = {"known": 0.5, "model_relevant": 5.0, "model_polarity": -3.0}
    assert probabilities_of(features, WEIGHTS)[1] > 0.5
    assert probabilities_of(features | {"agent_silent": 1.0}, WEIGHTS)[1] == 0


def test_a_question_is_no_evidence(index_of: Index) -> None:
    asks = Article("asks", "Will the temporary bridge at Tolsey ever be closed?\nNobody on the quay could say.")
    check = check_claim(index_of(asks), "The temporary bridge at Tolsey will be closed.")
    assert not any("?" in each.quote for each in (*check.evidence, *check.nearest))


def test_a_headline_is_no_evidence(index_of: Index) -> None:
    index = index_of(replace(BRIDGE, article_id="headed", text=f"{BRIDGE.title}\n\n{BRIDGE.text}"))
    assert BRIDGE.title not in [each.hit.quote for each in evidence_for(index, "A bridge opens at Tolsey")]


def test_what_no_article_says_has_not_enough_evidence_and_names_what_is_missing(index: HybridIndex) -> None:
    check = check_claim(index, CLAIMS[4])
    assert (check.verdict, check.evidence) == (Verdict.NOT_ENOUGH_EVIDENCE, ())
    assert "lighthouse" in check.missing
    assert check.nearest


def test_the_whole_is_no_better_than_its_worst_part(index_of: Index) -> None:
    claim = "The temporary bridge at Tolsey was opened to traffic on Wednesday and it cost 40 million crowns."
    check = check_claim(index_of(BRIDGE, CAMPS), claim)
    assert [part.verdict for part in check.parts] == [Verdict.SUPPORTED, Verdict.REFUTED]
    assert check.verdict is Verdict.REFUTED


def test_quotes_on_each_part_are_shown_and_say_which_it_is(index_of: Index) -> None:
    claim = "The temporary bridge at Tolsey was opened to traffic on Wednesday and it cost 40 million crowns."
    check = check_claim(index_of(BRIDGE, CAMPS), claim)
    assert [(each.stance, each.part) for each in (check.evidence[0], check.evidence[-1])] == [
        (StanceKind.REFUTES, "It cost 40 million crowns."),
        (StanceKind.SUPPORTS, "The temporary bridge at Tolsey was opened to traffic on Wednesday."),
    ]
    assert check.origins == {"supports": 0, "refutes": 1}
    shown = check_in_words(check)
    assert shown.startswith("Refuted by the articles: 1 of 2 statements\n\n“The temporary bridge at Tolsey was opened")
    assert "40 million crowns.”\nRefuted by the articles: 1 independent origin against\n" in shown
    places = [
        shown.index(words) for words in ("For it", "[1] ", "“It cost 40", "Against it", "judged by: another figure")
    ]
    assert places == sorted(places)


def test_a_part_without_evidence_leaves_the_quotes_on_the_other_part(index: HybridIndex) -> None:
    check = check_claim(index, f"{CLAIMS[3]} {CLAIMS[4]}")
    assert check.verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert [each.quote for each in check.evidence][:1] == ["Some 2,600 people still live in camps above Tolsey."]
    assert check.origins == {"supports": 0, "refutes": 0}


def test_a_question_in_a_paragraph_is_left_out_and_said_so(index: HybridIndex) -> None:
    check = check_claim(index, f"{CLAIMS[3]} But why?")
    assert check.verdict is Verdict.SUPPORTED
    assert check.note == "1 of 2 sentences not checkable"


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_article_after_the_as_of_date_is_used(index: HybridIndex, claim: str) -> None:
    check = check_claim(index, claim, date(2031, 4, 30))
    assert {each.article for each in (*check.evidence, *check.nearest)} <= {"bridge"}


@pytest.mark.parametrize("claim", CLAIMS)
def test_evidence_is_a_slice_of_its_article(index: HybridIndex, claim: str) -> None:
    check = check_claim(index, claim)
    for each in (*check.evidence, *check.nearest):
        assert index.article(each.article).text[each.start : each.end] == each.quote


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_verdict_never_stands_without_the_quotes_that_carry_it(index: HybridIndex, claim: str) -> None:
    check = check_claim(index, claim)
    needed = {"supported": {"supports"}, "refuted": {"refutes"}, "conflicting": {"supports", "refutes"}}
    assert {str(each.stance) for each in check.evidence} == needed.get(check.verdict, set())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(claim=st.sampled_from(CLAIMS), added=st.sets(st.sampled_from(sorted(UNRELATED)), min_size=1))
def test_unrelated_articles_change_no_verdict(index_of: Index, claim: str, added: set[str]) -> None:
    more = [Article(each, UNRELATED[each], title=each, published=PublicationDate("2031-05-01")) for each in added]
    alone, among = index_of(BRIDGE, CAMPS, LATER), index_of(BRIDGE, CAMPS, LATER, *more)
    assert check_claim(among, claim).verdict == check_claim(alone, claim).verdict


@pytest.mark.parametrize("copied", [BRIDGE, CAMPS, LATER], ids=lambda article: article.article_id)
@pytest.mark.parametrize("claim", CLAIMS)
def test_a_copy_of_an_article_changes_neither_verdict_nor_origins(index_of: Index, copied: Article, claim: str) -> None:
    copy = Article(f"{copied.article_id}-copy", copied.text, title=copied.title, published=copied.published)
    alone, with_copy = check_claim(index_of(BRIDGE, CAMPS, LATER), claim), None
    with_copy = check_claim(index_of(BRIDGE, CAMPS, LATER, copy), claim)
    assert (with_copy.verdict, with_copy.origins) == (alone.verdict, alone.origins)


def test_the_same_claim_gives_the_same_check(index: HybridIndex, index_of: Index) -> None:
    assert [check_claim(index, each) for each in CLAIMS] == [check_claim(index, each) for each in CLAIMS]


def test_the_record_holds_what_other_programs_rely_on(index: HybridIndex) -> None:
    record = json.loads(json.dumps(check_as_record(Desk(index, stance_model=MODEL).check(CLAIMS[2], "2031-12"), "c1")))
    assert (record["id"], record["claim"], record["verdict"]) == ("c1", CLAIMS[2], "supported")
    first = record["evidence"][0]
    wanted = {"article", "title", "outlet", "published", "start", "end", "quote", "speaker", "voice", "origin", "score"}
    assert wanted | {"stance", "rule"} <= set(first)
    assert set(record["origins"]) == {"supports", "refutes"}


def test_words_and_exports_hold_every_quote(index: HybridIndex) -> None:
    check: ClaimCheck = check_claim(index, "The temporary bridge at Tolsey cost 12 million crowns.")
    collection = Collection((BRIDGE, CAMPS, LATER))
    shown = " ".join(check_in_words(check).split())
    review = check_as_claim_review(check, collection)
    assert review["claimReviewed"] == check.claim
    assert [each["text"] for each in review["citation"]] == [each.quote for each in check.evidence]
    for each in check.evidence:
        assert each.quote in shown
        assert each.quote in check_as_markdown(check, None, collection).replace("\\", "")


FOR, AGAINST, FAINTLY_AGAINST, UNSETTLED = (0.92, 0.04), (0.04, 0.92), (0.05, 0.7), (0.08, 0.08)
VERDICTS = [
    pytest.param([FOR, UNSETTLED], Verdict.SUPPORTED, id="one side for"),
    pytest.param([AGAINST, UNSETTLED], Verdict.REFUTED, id="one side against"),
    pytest.param([FOR, AGAINST], Verdict.CONFLICTING, id="both sides strong"),
    pytest.param([FOR, FAINTLY_AGAINST], Verdict.SUPPORTED, id="a faint denial beside a clear word makes no conflict"),
    pytest.param([(0.1, 0.8)], Verdict.REFUTED, id="likely enough alone"),
    pytest.param([UNSETTLED, UNSETTLED], Verdict.NOT_ENOUGH_EVIDENCE, id="nothing settles it"),
    pytest.param([(0.0, 0.0), (1.0, 0.0)], Verdict.SUPPORTED, id="certainties"),
    pytest.param([], Verdict.NOT_ENOUGH_EVIDENCE, id="no sentence at all"),
]


@pytest.mark.parametrize(("shares", "expected"), VERDICTS)
def test_the_verdict_weighs_the_strongest_quote_of_each_side(
    shares: list[tuple[float, float]], expected: Verdict
) -> None:
    assert verdict_from(shares) is expected
    assert verdict_from(shares * 3) is expected, "copies make a side no stronger"


def test_a_quote_carries_the_side_it_would_decide_alone() -> None:
    assert carries(FOR, StanceKind.SUPPORTS)
    assert not carries(FOR, StanceKind.REFUTES)
    assert not carries(UNSETTLED, StanceKind.SUPPORTS)


def test_the_worst_of_no_verdicts_is_not_enough_evidence() -> None:
    assert worst_of([]) is Verdict.NOT_ENOUGH_EVIDENCE
    assert worst_of([Verdict.SUPPORTED, Verdict.CONFLICTING]) is Verdict.CONFLICTING


def test_a_check_is_plain_data(index: HybridIndex) -> None:
    assert json.loads(json.dumps(asdict(check_claim(index, CLAIMS[0]))))
