"""A run as tables: what `clipfile eval` prints, and the same as Markdown for the README."""

from collections.abc import Callable, Mapping, Sequence

from clipfile.app.in_words import counted
from clipfile.app.verdict import Verdict
from clipfile.eval.agreement import Agreement
from clipfile.eval.comparison import MeasureChange, PartComparison
from clipfile.eval.desk_tables import desk_in_words
from clipfile.eval.gold import ClaimChange
from clipfile.eval.intervals import Measured
from clipfile.eval.result import PartResult, SuiteResult, Variant
from clipfile.eval.summary import by_key
from clipfile.eval.table import Table, as_markdown, as_text
from clipfile.eval.words import difference_in_words, in_words, interval_in_words, value_in_words

GROUPS = {
    "Answers": (
        *("right", "hit@1", "hit@3", "hit@6", "all_sides", "quoted_precision", "citation_precision"),
        *("citation_recall", "verbatim", "citations", "quoted_characters", "leaks"),
    ),
    "Knowing when to be silent": (
        *("refusal_precision", "refusal_recall", "wrong_refusals", "aurc", "excess_aurc", "ece"),
    ),
    "Retrieval": (
        *("ndcg@10", "mrr@10", "gold_hit@3", "gold_recall@3", "gold_recall@10", "gold_recall@20", "gold_sides@20"),
    ),
    "Claims": ("macro_f1", "verdict", "fever", "evidence_recall", "evidence_found", "claim_leaks"),
    "Time": ("latency_p50", "latency_p95", "check_p50", "check_p95"),
}
TYPE_COLUMNS = ("right", "hit@1", "hit@3", "all_sides", "citation_precision", "gold_recall@10")
CLAIM_WAY_ROWS = ("macro_f1", "verdict", "fever", "evidence_recall")
CHANGE_COLUMNS = ("verdict", "fever", "evidence_recall")
RANKING_COLUMNS = ("ndcg@10", "mrr@10", "gold_hit@1", "gold_hit@3", "gold_recall@10", "gold_sides@3")
ANSWER_COLUMNS = ("hit@1", "hit@3", "hit@6", "all_sides", "quoted_precision", "citation_precision", "quoted_characters")
COMPARISON_NOTE = (
    "Rose on, fell on: how many of the n questions or claims that both runs have. p: how likely so large a change is if "
    "nothing is different; about one measure in twenty falls below .05 by chance. Of quoted characters less is better."
)


def tables_of(part: PartResult) -> list[Table]:
    """All tables of one set, those without rows left out."""
    tables = [
        *(group_table(part, name) for name in GROUPS),
        type_table(part),
        change_table(part),
        claim_ways_table(part),
    ]
    tables += [ceiling_table(part), variant_table("Ways to rank", part.rankings, RANKING_COLUMNS)]
    tables += [variant_table("Ways to answer", part.answers, ANSWER_COLUMNS)]
    tables += [miss_table(part), claim_miss_table(part), cost_table(part)]
    return [table for table in tables if table.rows]


def group_table(part: PartResult, group: str) -> Table:
    """The measures of a group, each with its interval and how many questions it is taken over."""
    rows = tuple(
        (
            in_words(name),
            value_in_words(name, part.measures[name].value),
            interval_in_words(name, part.measures[name]),
            str(part.measures[name].n),
            name,
        )
        for name in GROUPS[group]
        if name in part.measures
    )
    return Table(group, ("measure", "value", "95% interval", "n", "name"), rows)


def type_table(part: PartResult) -> Table:
    """The main measures of each type of question."""
    counts = {kind: len(outcomes) for kind, outcomes in by_key(part.questions, lambda each: each.type).items()}
    return _grouped("By type of question", part.by_type, counts, TYPE_COLUMNS)


def change_table(part: PartResult) -> Table:
    """The measures of claims by how they were made."""
    counts = {change: len(outcomes) for change, outcomes in by_key(part.claims, lambda each: each.change).items()}
    return _grouped("By how the claim was made", part.by_change, counts, CHANGE_COLUMNS)


def claim_ways_table(part: PartResult) -> Table:
    """The verdicts of the slot rules and the stance model, alone and together, in all, by label and by change."""
    if not part.claim_ways:
        return Table("Claims by rules and model", (), ())
    names = [*CLAIM_WAY_ROWS, *(f"f1:{label}" for label in Verdict), *(f"verdict:{change}" for change in ClaimChange)]
    rows = []
    for name in names:
        if (first := part.claim_ways[0].measures.get(name)) is not None:
            measure, _, of = name.partition(":")
            title = f"{in_words(measure)}, {of.replace('_', ' ')}" if of else in_words(name)
            values = [value_in_words(measure, way.measures[name].value) for way in part.claim_ways]
            rows.append((title, str(first.n), *values))
    header = ("", "n", *(way.name for way in part.claim_ways))
    note = "" if len(part.claim_ways) > 1 else "No stance model: the rules alone decide."
    return Table("Claims by rules and model", header, tuple(rows), note)


def _grouped(title: str, groups: dict, counts: dict[str, int], columns: Sequence[str]) -> Table:
    rows = tuple(
        (
            name.replace("_", " "),
            str(counts[name]),
            *(value_in_words(column, measures[column].value) if column in measures else "–" for column in columns),
        )
        for name, measures in groups.items()
    )
    return Table(title, ("", "n", *map(in_words, columns)), rows)


def ceiling_table(part: PartResult) -> Table:
    """What cutting into sentences and passages allows."""
    rows = tuple(
        (each.cutting, str(each.pieces), f"{each.words:.0f}", *(f"{100 * share:.1f}%" for share in shares))
        for each in part.ceilings
        for shares in [(each.whole, each.hit, each.questions)]
    )
    header = ("cutting", "pieces", "words", "gold quotes whole", "gold quotes by half", "questions, all sides")
    return Table("Ceiling", header, rows, "The most that any ranking of these pieces could find.")


def variant_table(title: str, variants: Sequence[Variant], columns: Sequence[str]) -> Table:
    """Systems beside one another on the questions that have an answer, with what there is to know of each below."""
    rows = tuple(
        (
            each.name,
            *(value_in_words(name, each.measures[name].value) if name in each.measures else "–" for name in columns),
        )
        for each in variants
    )
    asked = max((each.n for variant in variants for each in variant.measures.values()), default=0)
    notes = [f"On the {counted(asked, 'question')} that the articles answer."]
    notes += [f"{each.name}: {each.note}." for each in variants if each.note]
    return Table(title, ("", *map(in_words, columns)), rows, "\n".join(notes))


def miss_table(part: PartResult) -> Table:
    """How many questions each stage lost."""
    counts = {stage: len(misses) for stage, misses in by_key(part.misses, lambda each: each.stage.value).items()}
    rows = tuple((stage, str(count)) for stage, count in sorted(counts.items(), key=lambda pair: -pair[1]))
    return Table("Where questions were lost", ("stage", "questions"), rows)


def claim_miss_table(part: PartResult) -> Table:
    """How many claims each stage lost."""
    counts = {stage: len(misses) for stage, misses in by_key(part.claim_misses, lambda each: each.stage.value).items()}
    rows = tuple((stage, str(count)) for stage, count in sorted(counts.items(), key=lambda pair: -pair[1]))
    return Table("Where claims were lost", ("stage", "claims"), rows)


def cost_table(part: PartResult) -> Table:
    """What the run cost."""
    if part.cost is None:
        return Table("Cost", ("", ""), ())
    rows = (
        ("index built in", f"{part.cost.index_seconds:.1f} s"),
        ("index on disk", f"{part.cost.index_mib:.1f} MiB"),
        ("opened, with the first answer, in", f"{part.cost.load_seconds:.1f} s"),
        ("most memory held so far", f"{part.cost.peak_memory_mib:.0f} MiB"),
    )
    return Table("Cost", ("", ""), rows)


def means_table(title: str, measures: Mapping[str, Measured]) -> Table:
    """Measures with their intervals, in the order given."""
    rows = tuple(
        (in_words(name), value_in_words(name, each.value), interval_in_words(name, each), str(each.n))
        for name, each in measures.items()
    )
    return Table(title, ("measure", "value", "95% interval", "n"), rows)


def agreement_table(agreements: Sequence[Agreement]) -> Table:
    """How far two labellings agree."""
    rows = tuple(
        (
            each.what,
            value_in_words("kappa", each.kappa.value),
            interval_in_words("kappa", each.kappa),
            f"{100 * each.share:.1f}%",
            f"{each.n:,}",
            str(each.kappa.n),
            ", ".join(each.differ) or "none",
        )
        for each in agreements
    )
    header = ("", "kappa", "95% interval", "same label", "labels", "questions or claims", "they differ on")
    note = "Kappa: 1 is full agreement, 0 what chance would give; not defined (–) where both gave one label throughout."
    return Table("Agreement of two labellings", header, rows, note)


def comparison_table(comparison: PartComparison) -> Table:
    """An earlier run against this one."""
    rows = tuple(
        (
            in_words(each.name),
            value_in_words(each.name, each.before),
            value_in_words(each.name, each.after),
            difference_in_words(each.name, each.after - each.before),
            difference_interval(each),
            str(each.n),
            str(each.better),
            str(each.worse),
            f"{each.p_value:.3f}",
            each.test,
        )
        for each in comparison.measures
    )
    header = ("measure", "before", "now", "change", "95% interval", "n", "rose on", "fell on", "p", "test")
    notes = [COMPARISON_NOTE, f"The earlier run: {comparison.earlier}.", *comparison.warnings]
    notes += [f"better: {each}" for each in comparison.better] + [f"worse: {each}" for each in comparison.worse]
    return Table(f"Compared with the earlier run: {heading(comparison)}", header, rows, "\n".join(notes))


def difference_interval(change: MeasureChange) -> str:
    """The interval of a difference, empty where nothing changed: no resample of that differs."""
    if change.low is None or change.high is None or not change.better + change.worse:
        return ""
    return f"{difference_in_words(change.name, change.low)} to {difference_in_words(change.name, change.high)}"


def heading(part: PartResult | PartComparison) -> str:
    """A set's name and half."""
    name = part.name.replace("_", " ").capitalize()
    return name if part.half == "own" else f"{name}, {part.half.replace('_', ' ')}"


def size_in_words(part: PartResult) -> str:
    """How much was asked of how many articles."""
    sizes = (len(part.questions), "question"), (len(part.claims), "claim"), (part.articles, "article")
    return ", ".join(counted(n, name) for n, name in sizes)


def result_in_words(result: SuiteResult, write: Callable[[Table], str] = as_text) -> str:
    """A whole run as tables, with the date and the commit."""
    blocks = [
        f"Clipfile {result.version} {result.commit}, {result.date}, {result.machine}, {result.seconds:.0f} s".strip()
    ]
    for part in result.parts:
        title = f"{heading(part)}: {size_in_words(part)}"
        blocks.append(f"## {title}" if write is as_markdown else f"{title}\n{'=' * len(title)}")
        blocks += [write(table) for table in tables_of(part)]
    blocks += desk_in_words(result.desk, write)
    if result.parts:
        blocks.append("What each measure says: --report FILE writes it beside the figures; so does eval/README.md.")
    return "\n\n".join(blocks)
