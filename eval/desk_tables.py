"""The evidence desk's measures as tables, each set of labels a row, with what should be reached below."""

from collections.abc import Callable, Sequence

from clipfile.eval.intervals import Measured
from clipfile.eval.result import DeskPart
from clipfile.eval.table import Table, as_markdown, as_text
from clipfile.eval.words import value_in_words

DESK_TITLES = {
    "figures": "Figures",
    "disagreements": "Disagreements between figures",
    "voices": "Voices and speakers",
    "origins": "Origins and lineage",
    "trace": "Trace",
}
DESK_GOALS = {
    "figures": {"precision": "95%", "recall": "90%"},
    "disagreements": dict.fromkeys(("later_update", "other_scope", "other_attribution", "conflict"), "80%"),
    "voices": {"voice": "95%", "speaker": "90%"},
    "origins": {"copies_precision": "100%", "copies_recall": "100%", "rewrites_f1": "90%", "dated": "90%"},
    "trace": {"wrong": "at most 2%"},
}
DESK_NOTES = {
    "figures": "Hedge, unit, counted thing and as-of date: of the figures found, how many have the right one.",
    "disagreements": "Precision: of pairs of quotes shown as a disagreement, how many are one; recall: of disagreements, how "
    "many are shown.\nThen the precision of each kind. In the collections some pairs have no figures; none of these is found.",
    "voices": "Speaker: of quoted and attributed sentences, how many have the right one, or rightly none. Named: of the "
    "speakers given, how many are right.",
    "origins": "Of pairs of articles. Dated: derivations found with the right direction where dates tell it; directed: of all.",
    "trace": "Right: the earliest article that prints the excerpt comes first, or nothing where it stands nowhere.\n"
    "Partly right: another that prints it. Precision: of those shown a place; recall: of those that stand in the articles.\n"
    "Then the share right of each form of excerpt; withheld ones are from articles that were taken out. Excerpts in other "
    "words (paraphrased) are written for the development articles alone, which are traced as one collection.",
}


def desk_table(part: DeskPart) -> Table:
    """A part of the evidence desk on each of its sets, below what it should reach."""
    names = list(dict.fromkeys(name for row in part.rows for name in row.measures))
    rows = [
        (row.name, row.note, *(_share_in_words(row.measures[name]) if name in row.measures else "–" for name in names))
        for row in part.rows
    ]
    goals = DESK_GOALS.get(part.name, {})
    rows.append(("goal", "", *(goals.get(name, "") for name in names)))
    columns = tuple(name.replace("_", " ").replace("f1", "F1") for name in names)
    return Table(DESK_TITLES.get(part.name, part.name), ("", "", *columns), tuple(rows), DESK_NOTES.get(part.name, ""))


def _share_in_words(measured: Measured) -> str:
    """A share with how many it is taken over: `96.8% of 62`; all of nine is not all of nine hundred."""
    value = value_in_words("verbatim", measured.value)
    return f"{value} of {measured.n:,}" if measured.n else value


def desk_in_words(desk: Sequence[DeskPart], write: Callable[[Table], str] = as_text) -> list[str]:
    """The evidence desk as tables, with their heading; nothing if it was not measured."""
    title = "The evidence desk"
    head = [f"## {title}" if write is as_markdown else f"{title}\n{'=' * len(title)}"] if desk else []
    return [*head, *(write(desk_table(part)) for part in desk)]
