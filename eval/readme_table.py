"""The README's table of quality, from a run of the held-out half: python -m clipfile.eval.readme_table README.md [RECORD].

RECORD is what `clipfile eval --json` printed, of the held-out half at the least; without one the half is run. The table
and its date and commit are exchanged in the file, the rest of it stays.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from clipfile.eval.intervals import Measured
from clipfile.eval.result import PartResult, SuiteResult
from clipfile.eval.sets import Half
from clipfile.eval.words import WORDS, value_in_words

ROWS = {
    "gold quote among the first 3 citations, silence counted as a miss": "hit@3",
    "the same among the first 6": "hit@6",
    "gold sentence in the first 3 passages of the search alone": "gold_hit@3",
    "all sides shown, where there are several": "all_sides",
    "silent where the articles do not say": "refusal_recall",
    "silent where they do": "wrong_refusals",
    "calibration error of the score that is shown": "ece",
    "quotes that are verbatim": "verbatim",
    "quotes later than the as-of date": "leaks",
    "verdict on a claim, macro-F1 of four labels": "macro_f1",
}
FIRST_ROWS = ("measure", "questions (claims)")
TABLE = re.compile(r"^\| measure \|.*\n(?:\|.*\n)+", re.MULTILINE)
MEASURED = re.compile(r"on \d{4}-\d\d-\d\d\s+at\s+commit\s+\w+\+?")


class ReadmeError(ValueError):
    """A README without the table, or a run without a held-out half; the message says what is missing."""


def quality_table(parts: Sequence[PartResult]) -> str:
    """The table in Markdown: a row for each measure, a column for each set."""
    rows: list[list[str]] = [
        [FIRST_ROWS[0], *(f"{part.name.replace('_', ' ').capitalize()}, {part.articles} articles" for part in parts)],
        [FIRST_ROWS[1], *(f"{len(part.questions)} ({len(part.claims)})" for part in parts)],
        *([words, *(_cell(name, part.measures.get(name)) for part in parts)] for words, name in ROWS.items()),
    ]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|---|{'---:|' * len(parts)}", *lines[1:]]) + "\n"


def _cell(name: str, measured: Measured | None) -> str:
    """A value and its interval: `71% (61 to 81)`, `.08 (.06 to .12)`; the interval is left out where it has no width."""
    if measured is None or measured.value is None:
        return "–"
    value = _rounded(name, measured.value)
    low, high = (_rounded(name, each).removesuffix("%") for each in (measured.low or 0.0, measured.high or 0.0))
    return value if measured.low is None or low == high else f"{value} ({low} to {high})"


def _rounded(name: str, value: float) -> str:
    unit = WORDS[name].unit
    if unit == "%":
        return f"{100 * value:.0f}%"
    return value_in_words(name, value) if unit else re.sub(r"^0(?=\.)", "", f"{value:.2f}")


def refreshed(readme: str, result: SuiteResult) -> str:
    """A README with the table, date and commit of a run.

    Raises:
        ReadmeError: if the README holds no such table, or the run no held-out half.
    """
    parts = [part for part in result.parts if part.half == Half.HELD_OUT]
    if not parts:
        raise ReadmeError("The run has no held-out half; write one with: clipfile eval --half held_out --quick --json")
    found = TABLE.search(readme)
    if not found or not (measured := MEASURED.search(readme)):
        raise ReadmeError(f"There is no table that begins with {FIRST_ROWS}, or no “on DATE at commit HASH” before it")
    readme = readme[: found.start()] + quality_table(parts) + readme[found.end() :]
    words = f"on {result.date[:10]} at commit {result.commit}"
    return readme[: measured.start()] + words + readme[measured.end() :]


def main(arguments: Sequence[str] | None = None) -> None:
    """Exchanges the table in the README that is named."""
    from clipfile.eval.record_files import read_record
    from clipfile.eval.run import run_suite
    from clipfile.eval.sets import read_set, shipped_sets

    path, *record = (Path(each) for each in (sys.argv[1:] if arguments is None else arguments))
    if record:
        result = read_record(record[0])
    else:
        sets = [read_set(files) for files in shipped_sets([Half.HELD_OUT])]
        result = run_suite(sets, with_variants=False, say=lambda line: print(line, file=sys.stderr))
    path.write_text(refreshed(path.read_text(encoding="utf-8"), result), encoding="utf-8")


if __name__ == "__main__":
    main()
