"""The report and the tables, of small runs whose figures are known."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests_systems import silent_system, system_of_answers

from clipfile.app.verdict import Verdict
from clipfile.corpus.article import Article
from clipfile.corpus.collection import Collection
from clipfile.eval.comparison import compare
from clipfile.eval.gold import Claim, ClaimChange, GoldQuote, Question, QuestionType
from clipfile.eval.intervals import Measured
from clipfile.eval.places import occurrences
from clipfile.eval.report import report_of
from clipfile.eval.result import PartResult, SuiteResult, Variant
from clipfile.eval.sets import Half
from clipfile.eval.suite import run_part
from clipfile.eval.table import Table, as_markdown, as_text
from clipfile.eval.tables import result_in_words
from clipfile.eval.words import WORDS, difference_in_words, interval_in_words, says, value_in_words

HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(2)> & \"quotes\" 'single' <b>"
VOID = {"meta", "br", "img", "path", "use", "rect"}


def result(*parts: PartResult) -> SuiteResult:
    return SuiteResult("2030-01-01T10:00", "0.1.0", "abcdef", "here, 2 cores", 12.3, parts)


@pytest.fixture(scope="module")
def hostile() -> PartResult:
    """A run in which every text that came from outside is hostile."""
    collection = Collection((Article("evil", f"Before. {HOSTILE} After."),))
    spans = tuple(occurrences(collection.articles[0].text, HOSTILE))
    gold = (GoldQuote("evil", HOSTILE, "a", spans),)
    questions = [
        Question("q1", f"Who? {HOSTILE}", QuestionType.FOLLOW_UP, (HOSTILE,), gold=gold),
        Question("q2", f"What? {HOSTILE}", QuestionType.SINGLE_FACT, gold=gold),
    ]
    claims = [
        Claim(
            "c1",
            f"Claim {HOSTILE}",
            Verdict.SUPPORTED,
            ClaimChange.PARAPHRASE,
            gold=(replace(gold[0], side="supports"),),
        )
    ]
    shown = {"article": "evil", "start": 0, "end": 7, "quote": HOSTILE, "score": 0.5}
    answers = {
        (questions[0].question, (HOSTILE,), None): {"status": "answered", "citations": [shown]},
        (questions[1].question, (), None): {"status": "not_found", "nearest": [shown]},
    }
    system = system_of_answers(
        "hostile", answers, {(claims[0].claim, None): {"verdict": "refuted", "evidence": [shown]}}
    )
    return run_part("evil", Half.OWN, collection, questions, claims, system)


@pytest.fixture(scope="module")
def page(hostile: PartResult) -> str:
    return report_of(result(hostile))


class Elements(HTMLParser):
    """The elements of a page, and whether they are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_hostile_text_is_never_markup(page: str) -> None:
    elements = Elements()
    elements.feed(page)
    assert elements.open == []
    assert not elements.names & {"script", "img", "iframe", "link", "object", "form"}
    assert not [name for name in elements.attributes if name.startswith("on")]
    assert page.count("&lt;script&gt;") >= 6  # in questions, history, gold, what was shown, and the claim


def test_a_hostile_name_of_a_set_is_never_markup(hostile: PartResult) -> None:
    elements = Elements()
    elements.feed(report_of(result(replace(hostile, name=HOSTILE))))
    assert elements.open == []
    assert not elements.names & {"script", "img"}


def test_the_first_table_has_the_intervals(hostile: PartResult) -> None:
    measures = hostile.measures | {"right": Measured(0.5, 0.25, 0.75, 2)}
    page = report_of(result(replace(hostile, measures=measures)))
    assert "<td>50.0%<small>25.0 to 75.0%</small></td>" in page


def test_the_report_asks_for_nothing_outside(page: str) -> None:
    assert "default-src 'none'" in page
    assert set(re.findall(r'(?:href|src)="([^"]*)"', page)) <= {"#part-0"} | set(re.findall(r'href="(#\w+)"', page))
    assert "url(http" not in page and "@import" not in page


def test_the_report_says_what_was_measured(page: str) -> None:
    assert "Version 0.1.0 abcdef · 2030-01-01T10:00 · here, 2 cores" in page
    assert "among the first three citations for 0 of 2 questions that the articles answer" in page
    assert "Right verdict: 0 of 1 claim." in page


def test_every_miss_is_in_the_report(page: str) -> None:
    assert all(f'id="miss-{each}"' in page for each in ("q1", "q2", "c1"))


def test_the_marks_in_misses_are_explained(page: str) -> None:
    assert page.count("Marked: gold that was shown, and what was shown that is gold.") == 2  # of questions and claims


def test_misses_of_held_out_questions_are_not(hostile: PartResult) -> None:
    page = report_of(result(replace(hostile, half=Half.HELD_OUT)))
    assert "miss-q1" not in page
    assert "alert" not in page
    assert "Where questions were lost" in page


def test_the_same_run_gives_the_same_report(hostile: PartResult, page: str) -> None:
    assert report_of(result(hostile)) == page


def test_plots_take_their_colours_from_the_page(page: str) -> None:
    plots = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(plots) == 4
    assert not re.search(r"#[0-9a-f]{6}", "".join(plots))


def test_variants_and_changes_are_shown(hostile: PartResult) -> None:
    rows = (
        Variant(
            "mine",
            "may say “not found”",
            {"gold_hit@3": Measured(0.5, 0.4, 0.6, 2), "hit@3": Measured(0.5, 0.4, 0.6, 2)},
        ),
    )
    part = replace(hostile, rankings=rows, answers=rows)
    page = report_of(result(part), compare(result(part), result(part)))
    assert "Ways to rank" in page and "Ways to answer" in page
    assert page.count("mine: may say “not found”.") == 2  # else nobody knows why it answers less than the others
    assert "On the 2 questions that the articles answer." in page
    assert "Compared with the earlier run: Evil" in page


def test_tables_of_a_run(disagreement: Question, absent: Question, collection: Collection) -> None:
    part = run_part("small_set", Half.DEVELOPMENT, collection, [disagreement, absent], (), silent_system())
    words = result_in_words(result(part))
    assert words.startswith("Clipfile 0.1.0 abcdef, 2030-01-01T10:00, here, 2 cores, 12 s")
    assert "Small set, development: 2 questions, 0 claims, 3 articles" in words
    assert "\n\nWhat each measure says: --report FILE" in words
    assert re.search(r"refusal recall +100\.0% +.*refusal_recall", words)
    assert "| refusal recall | 100.0% |" in result_in_words(result(part), as_markdown)


def test_a_table_as_text_and_as_markdown() -> None:
    table = Table("Title", ("name", "value"), (("one", "1"), ("eleven", "11")), "A note.")
    assert as_text(table) == "Title\nname    value\n-------------\none         1\neleven     11\nA note."
    assert as_markdown(table) == "**Title**\n\n| name | value |\n|---|---:|\n| one | 1 |\n| eleven | 11 |\n\nA note."


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("hit@3", 0.8333, "83.3%"),
        ("ndcg@10", 0.679, ".679"),
        ("ndcg@10", 1.0, "1.000"),
        ("ndcg@10", 0.0, ".000"),
        ("latency_p50", 12.345, "12.3 ms"),
        ("leaks", 0.0, "0"),
        ("citations", 2.25, "2.2"),
        ("hit@3", None, "–"),
    ],
)
def test_values_in_words(name: str, value: float | None, words: str) -> None:
    assert value_in_words(name, value) == words


@pytest.mark.parametrize(
    ("name", "difference", "words"),
    [
        ("hit@3", 0.04, "+4.0"),
        ("hit@3", -0.04, "−4.0"),
        ("hit@3", 0.0, "0.0"),
        ("hit@3", -0.0001, "0.0"),
        ("ndcg@10", -0.0214, "−.021"),
        ("quoted_characters", 12.5, "+12.5"),
        ("latency_p50", -3.0, "−3.0 ms"),
    ],
)
def test_differences_in_words(name: str, difference: float, words: str) -> None:
    assert difference_in_words(name, difference) == words


def test_what_a_measure_says_has_the_direction() -> None:
    assert says("wrong_refusals").endswith("got “not found”; less is better")
    assert says("leaks") == "must be 0"
    assert "less" not in says("hit@3")


def test_intervals_in_words() -> None:
    assert interval_in_words("hit@3", Measured(0.5, 0.25, 0.75, 4)) == "25.0 to 75.0%"
    assert interval_in_words("hit@3", Measured(0.5, n=1)) == ""


def test_every_measure_of_a_run_that_is_shown_has_words(hostile: PartResult) -> None:
    unnamed = set(hostile.measures) - set(WORDS)
    assert unnamed == set()
