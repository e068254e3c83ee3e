"""The report: one HTML file without scripts or network, with plots, tables and every miss."""

from collections.abc import Sequence
from html import escape

import numpy as np

from clipfile.app.in_words import counted
from clipfile.app.verdict import Verdict
from clipfile.eval import plots
from clipfile.eval.comparison import PartComparison
from clipfile.eval.desk_tables import desk_table
from clipfile.eval.markup import figure, measure_row, plain_table, table, tag, text
from clipfile.eval.report_misses import claim_misses_section, misses_section
from clipfile.eval.report_style import STYLE
from clipfile.eval.result import DeskPart, PartResult, SuiteResult
from clipfile.eval.sets import Half
from clipfile.eval.tables import (
    ANSWER_COLUMNS,
    GROUPS,
    RANKING_COLUMNS,
    ceiling_table,
    change_table,
    claim_miss_table,
    claim_ways_table,
    comparison_table,
    cost_table,
    heading,
    miss_table,
    size_in_words,
    type_table,
    variant_table,
)
from clipfile.eval.verdicts import confusion
from clipfile.eval.words import in_words, interval_in_words, value_in_words

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
OVERVIEW = (
    *(
        "right",
        "hit@1",
        "hit@3",
        "all_sides",
        "citation_precision",
        "refusal_recall",
        "wrong_refusals",
        "macro_f1",
        "fever",
    ),
    *("verbatim", "leaks", "latency_p50", "check_p50"),
)
MEASURE_HEADER = ("", "value", "", "95% interval", "n", "name")
OWN_ROWS = ("BM25 and late interaction (as shipped)", "clipfile")
HALVES = {
    Half.DEVELOPMENT: "Development: looked at and tuned on while building, so the figures flatter.",
    Half.HELD_OUT: "Held out: only ever measured. Its misses are not shown, so that nobody tunes on them.",
    Half.OWN: "Your own set.",
}


def report_of(result: SuiteResult, comparisons: Sequence[PartComparison] = ()) -> str:
    """The report of a run as one HTML page, with what changed since an earlier run where that is given."""
    facts = (
        f"Version {result.version} {result.commit} · {result.date} · {result.machine} · {result.seconds:.0f} seconds"
    )
    links = "".join(
        tag("li", text("a", heading(part), href=f"#part-{number}")) for number, part in enumerate(result.parts)
    )
    body = [
        text("h1", "How good is Clipfile?"),
        text("p", facts, class_="faint"),
        text(
            "p",
            "Answers are verbatim quotes, so they are compared with gold quotes character by character; no model judges. "
            "A citation hits a gold quote if it covers at least half of it. Intervals are 95% bootstrap ones, Wilson’s where "
            "all or nothing is right. Where intervals overlap, the figures need not differ.",
        ),
        tag("nav", tag("ul", links + (tag("li", text("a", "The evidence desk", href="#desk")) if result.desk else ""))),
        overview(result.parts),
        *(changes(each) for each in comparisons),
        *(part_section(number, part) for number, part in enumerate(result.parts)),
        *([desk_section(result.desk)] if result.desk else []),
    ]
    head = "".join(
        (
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            text("title", "How good is Clipfile?"),
            tag("style", STYLE),
        )
    )
    page = tag("html", f"\n{tag('head', head)}\n{tag('body', tag('main', chr(10).join(body)))}\n", lang="en")
    return f"<!doctype html>\n{page}\n"


def overview(parts: Sequence[PartResult]) -> str:
    """The main measures of all sets with their intervals, side by side."""
    rows = [
        [in_words(name), *(_with_interval(part, name) for part in parts)]
        for name in OVERVIEW
        if any(name in part.measures for part in parts)
    ]
    counts = [f"{escape(heading(part))}<br>{size_in_words(part)}" for part in parts]
    return table(["", *counts], rows)


def _with_interval(part: PartResult, name: str) -> str:
    if (measured := part.measures.get(name)) is None:
        return value_in_words(name, None)
    interval = interval_in_words(name, measured)
    return escape(value_in_words(name, measured.value)) + (text("small", interval) if interval else "")


def changes(comparison: PartComparison) -> str:
    """What changed since an earlier run."""
    return plain_table(comparison_table(comparison))


def part_section(number: int, part: PartResult) -> str:
    """Everything about one set."""
    asked = f"{size_in_words(part)}. {HALVES[Half(part.half)]}"
    pieces = [text("h2", heading(part), id=f"part-{number}"), text("p", asked, class_="faint")]
    pieces += [text("p", sentence) for sentence in in_sentences(part)]
    pieces += [measure_table(part, group) for group in GROUPS if any(name in part.measures for name in GROUPS[group])]
    pieces += [plot_row(part)]
    pieces += [
        plain_table(shown) for shown in (type_table(part), change_table(part), claim_ways_table(part)) if shown.rows
    ]
    pieces += [confusion_table(part)] if part.claims else []
    pieces += [plain_table(ceiling_table(part))] if part.ceilings else []
    pieces += variants_section(part)
    pieces += [plain_table(cost_table(part))] if part.cost else []
    if part.misses:
        pieces += [plain_table(miss_table(part))]
        pieces += [misses_section(part.misses)] if part.half != Half.HELD_OUT else []
    if part.claim_misses:
        pieces += [plain_table(claim_miss_table(part))]
        pieces += [claim_misses_section(part.claim_misses)] if part.half != Half.HELD_OUT else []
    return tag("section", "\n".join(pieces))


def desk_section(desk: Sequence[DeskPart]) -> str:
    """The evidence desk's parts against their labels."""
    pieces = [
        text("h2", "The evidence desk", id="desk"),
        text("p", "What is found in the articles, against labels of them.", class_="faint"),
    ]
    return tag("section", "\n".join([*pieces, *(plain_table(desk_table(part)) for part in desk)]))


def in_sentences(part: PartResult) -> list[str]:
    """The main results of one set, in sentences."""
    sentences = []
    answerable = [each for each in part.questions if each.answerable]
    unanswerable = [each for each in part.questions if not each.answerable]
    if answerable:
        found = sum(each.measures["hit@3"] for each in answerable)
        refused = sum(not each.answered for each in answerable)
        sentences.append(
            f"A gold quote is among the first three citations for {found:.0f} of {counted(len(answerable), 'question')} "
            f"that the articles answer; wrongly met with “not found”: {refused}."
        )
    if unanswerable:
        silent = sum(not each.answered for each in unanswerable)
        sentences.append(f"Met with “not found”, of {len(unanswerable)} that the articles do not answer: {silent}.")
    if part.claims:
        right = sum(each.measures["verdict"] for each in part.claims)
        sentences.append(f"Right verdict: {right:.0f} of {counted(len(part.claims), 'claim')}.")
    return sentences


def measure_table(part: PartResult, group: str) -> str:
    """The measures of a group, each with what it says and its interval."""
    rows = [measure_row(name, part.measures[name]) for name in GROUPS[group] if name in part.measures]
    return text("h3", group) + tag("div", table(MEASURE_HEADER, rows), class_="measures")


def plot_row(part: PartResult) -> str:
    """The plots of one set."""
    shown = []
    if part.questions:
        by_type = [
            (f"{kind.replace('_', ' ')} ({measures['right'].n})", measures["right"])
            for kind, measures in part.by_type.items()
        ]
        shown = [
            figure(
                plots.shares(by_type, "Right answers by type of question"),
                "Right by type of question: a gold quote in the first 3 citations, or “not found” where there is no answer. "
                "In brackets the number of questions; the line is the 95% interval.",
            ),
            figure(
                plots.risk_coverage_curve(part.questions),
                "Risk and coverage: if only the surest share of the questions were answered, how many would be wrong.",
            ),
            figure(
                plots.reliability_diagram(part.questions),
                "Reliability: quotes shown with a score of 80% should be gold in 80% of cases. Larger points are more quotes.",
            ),
        ]
    times = [outcome.seconds for outcome in part.questions], [outcome.seconds for outcome in part.claims]
    if any(times):
        shown.append(figure(plots.latencies(*times), "Time from a question or claim to what is shown, encoder loaded."))
    return tag("div", "".join(shown), class_="plots")


def confusion_table(part: PartResult) -> str:
    """The confusion matrix of verdicts: a row for each right verdict, a column for each given one."""
    counts = confusion([each.gold for each in part.claims], [each.verdict for each in part.claims])
    names = [verdict.replace("_", " ") for verdict in Verdict]
    rows = [
        [name, *(_cell(int(count), float(count / max(row.sum(), 1))) for count in row), str(int(row.sum()))]
        for name, row in zip(names, np.asarray(counts), strict=True)
    ]
    header = ["right verdict, below; given verdict, across", *names, "all"]
    return text("h3", "Verdicts") + table(header, rows)


def _cell(count: int, share: float) -> str:
    colour = f"background: color-mix(in srgb, var(--accent-soft) {100 * share:.0f}%, transparent)"
    return tag("td", str(count), class_="cell", style=colour)


def variants_section(part: PartResult) -> list[str]:
    """Other systems beside this one: tables and plots."""
    tables, shown = [], []
    for title, variants, columns, plotted in (
        ("Ways to rank", part.rankings, RANKING_COLUMNS, "gold_hit@3"),
        ("Ways to answer", part.answers, ANSWER_COLUMNS, "hit@3"),
    ):
        if variants:
            own = next((name for name in OWN_ROWS if any(each.name == name for each in variants)), "")
            tables.append(plain_table(variant_table(title, variants, columns), own))
            rows = [(each.name, each.measures[plotted]) for each in variants if plotted in each.measures]
            caption = f"{title}: {in_words(plotted)}, with 95% intervals."
            shown.append(figure(plots.shares(rows, caption), caption))
    return [*tables, tag("div", "".join(shown), class_="plots")] if tables else []
