"""The report's plots as SVG that takes its colours and letters from the page, so that they follow light, dark and print."""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from clipfile.eval.abstention import Attempt, reliability, risk_coverage
from clipfile.eval.intervals import Measured
from clipfile.eval.result import QuestionOutcome
from clipfile.eval.summary import attempt_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, FAINT, LINE, ACCENT, SOFT, WARN = "#010203", "#010204", "#010205", "#010206", "#010207", "#010208"
VARIABLES = {INK: "ink", FAINT: "faint", LINE: "line", ACCENT: "accent", SOFT: "accent-soft", WARN: "differ"}
SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "clipfile",
    "font.size": 10,
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.labelcolor": FAINT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": LINE,
    "grid.linewidth": 0.6,
    "xtick.color": FAINT,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
}
WIDTH = 4.8  # inches
PERCENT = (0, 0.25, 0.5, 0.75, 1)


class PlotsMissing(RuntimeError):
    """Matplotlib is not installed; the message says how to install it."""


def shares(rows: Sequence[tuple[str, Measured]], label: str) -> str:
    """Shares with their intervals, one row each, the first at the top."""
    figure, axes = _figure(WIDTH, 0.7 + 0.27 * len(rows))
    for y, (_, measured) in enumerate(rows):
        if measured.value is None:
            continue
        if measured.low is not None and measured.high is not None:
            axes.plot([measured.low, measured.high], [y, y], color=ACCENT, linewidth=2, alpha=0.45)
        axes.plot([measured.value], [y], "o", color=ACCENT, markersize=6)
    axes.set_yticks(range(len(rows)), [name for name, _ in rows])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(-0.02, 1.02)
    axes.set_xticks(PERCENT, [f"{share:.0%}" for share in PERCENT])
    axes.grid(axis="y", visible=False)
    return _svg(figure, label)


def risk_coverage_curve(outcomes: Sequence[QuestionOutcome]) -> str:
    """Share of wrong answers against the share of questions answered, beside the best possible order of the same answers."""
    attempts = [attempt_of(outcome) for outcome in outcomes]
    best = [Attempt(each.answerable, True, float(not each.wrong), each.wrong) for each in attempts]
    figure, axes = _figure(WIDTH, 3.4)
    for curve, colour, name in ((attempts, ACCENT, "by the score shown"), (best, FAINT, "best possible order")):
        points = risk_coverage(curve)
        style = "-" if colour == ACCENT else "--"
        axes.plot(
            [p.coverage for p in points], [p.risk for p in points], style, color=colour, linewidth=1.8, label=name
        )
    answered = sum(attempt.answered for attempt in attempts)
    if answered:
        risk = risk_coverage(attempts)[answered - 1].risk
        axes.plot([answered / len(attempts)], [risk], "o", color=WARN, markersize=7, label="where it stops answering")
    axes.set(xlim=(0, 1.02), ylim=(-0.02, 1.02), xlabel="questions answered", ylabel="of them wrong")
    _percent_axes(axes)
    axes.legend(frameon=False, loc="upper left", fontsize=9, labelcolor=INK)
    return _svg(figure, "Risk-coverage curve")


def reliability_diagram(outcomes: Sequence[QuestionOutcome]) -> str:
    """The score shown with a quote against the share of such quotes that are gold; a point's size is how many there are."""
    shown = [outcome for outcome in outcomes if outcome.answered]
    bins = reliability(
        [score for outcome in shown for score in outcome.scores], [hit for outcome in shown for hit in outcome.hits]
    )
    figure, axes = _figure(WIDTH, 3.4)
    axes.plot([0, 1], [0, 1], "--", color=FAINT, linewidth=1, label="as sure as it is right")
    largest = max((each.n for each in bins), default=1)
    axes.scatter(
        [each.mean_score for each in bins],
        [each.share_right for each in bins],
        s=[20 + 180 * each.n / largest for each in bins],
        color=ACCENT,
        alpha=0.85,
        linewidths=0,
        label="quotes shown",
    )
    axes.set(xlim=(0, 1.02), ylim=(-0.02, 1.02), xlabel="score shown", ylabel="of these quotes gold")
    _percent_axes(axes)
    axes.legend(frameon=False, loc="upper left", fontsize=9, markerscale=0.5, labelcolor=INK)
    return _svg(figure, "Reliability diagram")


def latencies(answers: Sequence[float], checks: Sequence[float]) -> str:
    """The share of questions, and of claims, that were answered within a time."""
    figure, axes = _figure(WIDTH, 3.4)
    for seconds, colour, name in ((answers, ACCENT, "questions"), (checks, WARN, "claims")):
        if seconds:
            ordered = 1000 * np.sort(np.asarray(seconds))
            axes.step(ordered, np.arange(1, len(ordered) + 1) / len(ordered), color=colour, linewidth=1.8, label=name)
    axes.set(ylim=(0, 1.02), xlabel="milliseconds", ylabel="answered within")
    axes.set_xlim(left=0)
    axes.set_yticks(PERCENT, [f"{share:.0%}" for share in PERCENT])
    axes.legend(frameon=False, loc="lower right", fontsize=9, labelcolor=INK)
    return _svg(figure, "Distribution of answer times")


def _percent_axes(axes: "Axes") -> None:
    labels = [f"{share:.0%}" for share in PERCENT]
    axes.set_xticks(PERCENT, labels)
    axes.set_yticks(PERCENT, labels)


def _figure(width: float, height: float):
    try:
        import matplotlib
    except ImportError as error:
        raise PlotsMissing("the report needs matplotlib; install it with: pip install '.[eval]'") from error
    matplotlib.use("svg")
    from matplotlib import pyplot

    with matplotlib.rc_context(SETTINGS):
        return pyplot.subplots(figsize=(width, height), layout="constrained")


def _svg(figure, label: str) -> str:
    import matplotlib
    from matplotlib import pyplot

    written = io.StringIO()
    with matplotlib.rc_context(SETTINGS):
        figure.savefig(written, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    pyplot.close(figure)
    svg = written.getvalue()
    svg = svg[svg.index("<svg") :]
    for colour, variable in VARIABLES.items():
        svg = svg.replace(colour, f"var(--{variable})")
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", svg, count=1, flags=re.DOTALL)
    svg = re.sub(r' id="[a-zA-Z0-9.]+_\d+"', "", svg)  # names of groups, the same in every plot
    svg = re.sub(r" font-family: [^;]*;", "", svg)  # the page's letters
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
