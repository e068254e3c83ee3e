"""The command `clipfile eval`: how good Clipfile is, on the shipped sets or on the user's own."""

import json
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from clipfile.index.encoder import DEFAULT_ENCODER

if TYPE_CHECKING:
    from clipfile.eval.comparison import PartComparison
    from clipfile.eval.result import SuiteResult
    from clipfile.eval.sets import EvaluationSet, Half

FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


class ExtraMissing(RuntimeError):
    """A package that only the suite needs is not installed; the message says how to install it."""


@click.group(name="eval", invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--articles", type=FOLDER, help="Your articles (default: those shipped).")
@click.option("--index", type=FOLDER, help="Keep the index of your articles in this folder (default: a temporary one).")
@click.option("--questions", type=FILE, help="Your questions, JSON Lines.")
@click.option("--claims", type=FILE, help="Your claims, JSON Lines.")
@click.option(
    "--half",
    type=click.Choice(["development", "held_out", "both"]),
    default="both",
    show_default=True,
    help="Which half of the shipped sets: development to look at and tune on, held_out only ever to report.",
)
@click.option("--quick", is_flag=True, help="Leave out the comparisons and the evidence desk.")
@click.option("--report", type=FILE, help="Write the report, one HTML file.")
@click.option("--json", "as_json", is_flag=True, help="Print the record of the run as JSON.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print the tables as Markdown.")
@click.option("--compare", type=FILE, help="Compare with an earlier run, the file that --json printed.")
@click.option(
    "--fail-under",
    "floors",
    multiple=True,
    metavar="MEASURE=VALUE",
    help="End with status 1 if a measure is worse; of the first set, or of another as SET:MEASURE=VALUE. Repeatable.",
)
@click.option("--run", "run_file", type=FILE, help="Write the ranking of passages as a TREC run.")
@click.option("--qrels", "qrels_file", type=FILE, help="Write the relevant passages as TREC qrels.")
@click.pass_context
def evaluate(
    context: click.Context,
    articles: Path | None,
    index: Path | None,
    questions: Path | None,
    claims: Path | None,
    half: str,
    quick: bool,
    report: Path | None,
    as_json: bool,
    as_markdown: bool,
    compare: Path | None,
    floors: Sequence[str],
    run_file: Path | None,
    qrels_file: Path | None,
) -> None:
    """How good is Clipfile? Ask it questions and claims whose answers are known, and measure.

    \b
    clipfile eval                                             the shipped sets, as tables
    clipfile eval --report report.html                        and as a report with plots and every miss
    clipfile eval --questions Q.jsonl --articles FOLDER       your own set
    clipfile eval --json > before.json                        a record, for later:
    clipfile eval --compare before.json                       what changed, question by question
    clipfile eval --fail-under hit@3=0.9 --fail-under leaks=0   for continuous integration
    """  # noqa: D301 - the mark that keeps click from filling the lines
    if context.invoked_subcommand:
        _refuse(
            _given(context), f"stands before {context.invoked_subcommand}, which does not read it there; put it after"
        )
        return
    if questions or claims:
        _refuse(_given(context, "half"), "chooses among the shipped sets; leave it out, or --questions and --claims")
    if as_json:
        _refuse(_given(context, "as_markdown"), "is another way to print than --json; choose one")
        if not report:
            _refuse(_given(context, "compare"), "is not in what --json prints; leave --json out, or add --report FILE")
    for path in (report, run_file, qrels_file):
        if path and not path.parent.is_dir():
            raise click.UsageError(f"{path} cannot be written: there is no folder {path.parent}")
    with _extra():
        from clipfile.eval.comparison import compare as compare_runs
        from clipfile.eval.floors import broken_floors, read_floor
        from clipfile.eval.record_files import read_record, to_json
        from clipfile.eval.run import run_suite
    needed = [read_floor(floor) for floor in floors]
    earlier = read_record(compare) if compare else None
    sets = _sets(articles, index, questions, claims, half)
    if earlier:
        known = {(part.name, part.half): f"{part.name} ({part.half})" for part in earlier.parts}
        if known.keys().isdisjoint((each.name, each.half) for each in sets):
            asked = ", ".join(f"{each.name} ({each.half})" for each in sets)
            raise click.UsageError(f"{compare} is a run of {', '.join(known.values())}, not of {asked}; name another")
    result = run_suite(sets, index, not quick, lambda line: click.echo(line, err=True))
    comparisons = compare_runs(earlier, result) if earlier else []
    if run_file or qrels_file:
        _write_trec(result, run_file, qrels_file)
    if report:
        with _extra():
            from clipfile.eval.report import report_of

            report.write_text(report_of(result, comparisons), encoding="utf-8")
        click.echo(f"Report: {report}", err=True)
    click.echo(to_json(result) if as_json else _in_words(result, comparisons, as_markdown))
    broken = broken_floors(needed, result)
    for sentence in broken:
        click.echo(f"clipfile eval: {sentence}", err=True)
    if broken:
        sys.exit(1)  # a context's exit would be swallowed by the command that this one is called from


def _given(context: click.Context, *names: str) -> list[str]:
    """The options that the user wrote, of those with these names or of all."""
    written = [each for each in context.command.params if not names or each.name in names]
    return [
        each.opts[0] for each in written if context.get_parameter_source(str(each.name)) is ParameterSource.COMMANDLINE
    ]


def _refuse(options: Sequence[str], reason: str) -> None:
    """Refuses options that would have no effect."""
    if options:
        raise click.UsageError(f"{options[0]} {reason}")


def _sets(
    articles: Path | None, index: Path | None, questions: Path | None, claims: Path | None, half: str
) -> list["EvaluationSet"]:
    from clipfile.eval.sets import Half, SetFiles, read_set, shipped_sets

    if questions or claims:
        from clipfile.app.desk import shipped_articles

        folder = articles or shipped_articles()
        return [read_set(SetFiles(folder.resolve().name, Half.OWN, folder, questions, claims))]
    if articles or index:
        raise click.UsageError(
            "Your own articles need your own questions or claims: add --questions FILE or --claims FILE; "
            "start them with: clipfile eval init FOLDER"
        )
    return [read_set(files) for files in shipped_sets(_halves(half))]


def _halves(half: str) -> list["Half"]:
    from clipfile.eval.sets import Half

    return [Half.DEVELOPMENT, Half.HELD_OUT] if half == "both" else [Half(half)]


def _in_words(result: "SuiteResult", comparisons: Sequence["PartComparison"], as_markdown: bool) -> str:
    from clipfile.eval.table import as_markdown as markdown
    from clipfile.eval.table import as_text
    from clipfile.eval.tables import comparison_table, result_in_words

    write = markdown if as_markdown else as_text
    compared = [write(comparison_table(each)) for each in comparisons]
    return "\n\n".join([result_in_words(result, write), *compared])


def _write_trec(result: "SuiteResult", run_file: Path | None, qrels_file: Path | None) -> None:
    from clipfile.eval.trec import write_qrels, write_run

    if run_file:
        write_run(run_file, {asked: ranked for part in result.parts for asked, ranked in part.run.items()}, "clipfile")
    if qrels_file:
        write_qrels(qrels_file, {asked: judged for part in result.parts for asked, judged in part.qrels.items()})


@contextmanager
def _extra() -> Iterator[None]:
    """Says what to install where a package of the extra is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("ir_measures", "matplotlib", "scipy", "sklearn"):
            raise
        raise ExtraMissing(f"{error.name} is not installed; the suite needs: pip install '.[eval]'") from error


@evaluate.command()
@click.argument("folder", type=FOLDER)
@click.option("--out", type=FOLDER, help="Where to write the two files (default: where you are).")
@click.option(
    "-n", "n_picked", type=click.IntRange(1), default=20, show_default=True, help="How many sentences to pick."
)
def init(folder: Path, out: Path | None, n_picked: int) -> None:
    """Start a set: pick sentences across the articles of FOLDER and write questions and claims to fill in."""
    from clipfile.corpus.reading import read_collection
    from clipfile.eval.template import write_template

    paths = write_template(read_collection(folder), out or Path.cwd(), n_picked)
    click.echo(f"Fill in {paths[0]} and {paths[1]}, then run:")
    click.echo(
        shlex.join(
            ["clipfile", "eval", "--articles", *map(str, (folder, "--questions", paths[0], "--claims", paths[1]))]
        )
    )


@evaluate.command()
@click.option("--articles", type=FOLDER, help="Your articles (default: those shipped).")
@click.option("--questions", type=FILE, help="Your questions, JSON Lines.")
@click.option("--claims", type=FILE, help="Your claims, JSON Lines.")
def check(articles: Path | None, questions: Path | None, claims: Path | None) -> None:
    """Say what is wrong with question and claim files, line by line, without running anything."""
    from clipfile.eval.gold_remarks import remarks_on

    for each in _sets(articles, None, questions, claims, "both"):
        click.echo(
            f"{each.name}, {each.half}: {len(each.questions)} questions, {len(each.claims)} claims: nothing wrong"
        )
        for remark in remarks_on(each) if each.half != "held_out" else ():  # nobody is to read those
            click.echo(remark)


@evaluate.command()
@click.option("--half", type=click.Choice(["development", "held_out", "both"]), default="both", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print the tables as Markdown.")
def desk(half: str, as_json: bool, as_markdown: bool) -> None:
    """Measure the evidence desk alone: figures, voices and speakers, origins and lineage, trace."""
    from clipfile.eval.desk_tables import desk_in_words
    from clipfile.eval.evidence_desk import labelled_sets, measure_desk
    from clipfile.eval.remembering import RememberingEncoder
    from clipfile.eval.table import as_markdown as markdown
    from clipfile.eval.table import as_text
    from clipfile.index.encoder import SentenceTransformerEncoder

    encoder = RememberingEncoder(SentenceTransformerEncoder())
    parts = measure_desk(labelled_sets(_halves(half)), encoder, lambda line: click.echo(line, err=True))
    if as_json:
        click.echo(json.dumps([asdict(part) for part in parts], ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join(desk_in_words(parts, markdown if as_markdown else as_text)))


@evaluate.command()
@click.argument("run", type=FILE)
@click.argument("qrels", type=FILE)
def trec(run: Path, qrels: Path) -> None:
    """Measure a TREC run of any system, the file RUN, by the judgements in QRELS (TREC's or BEIR's)."""
    with _extra():
        from clipfile.eval.ranking import ranking_measures
    from clipfile.eval.summary import means
    from clipfile.eval.table import as_text
    from clipfile.eval.tables import means_table
    from clipfile.eval.trec import read_qrels, read_run

    measures = ranking_measures(read_run(run), read_qrels(qrels))
    click.echo(as_text(means_table(run.name, means(list(measures.values())))))


@evaluate.command()
@click.argument("folder", type=FOLDER)
@click.option("--split", default="test", show_default=True, help="Which of the files in FOLDER/qrels.")
@click.option("--index", type=FOLDER, help="Keep the index in this folder (default: a temporary one).")
@click.option("--run", "run_file", type=FILE, help="Write the ranking that is shipped as a TREC run.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def beir(folder: Path, split: str, index: Path | None, run_file: Path | None, as_json: bool) -> None:
    """Measure retrieval on FOLDER in the shape of BEIR: corpus.jsonl, queries.jsonl, and qrels."""
    with _extra():
        from clipfile.eval.public import run_beir
        from clipfile.eval.public_tables import public_in_words, public_json
    results = run_beir(folder, split, index, run_file, lambda line: click.echo(line, err=True))
    click.echo(public_json(results) if as_json else public_in_words(results))


@evaluate.command()
@click.option("--articles", type=FOLDER, help="Your articles (default: those shipped).")
@click.option("--questions", type=FILE, nargs=2, help="A file of questions and a second labelling of some of them.")
@click.option("--claims", type=FILE, nargs=2, help="A file of claims and a second labelling of some of them.")
def agreement(articles: Path | None, questions: tuple[Path, Path] | None, claims: tuple[Path, Path] | None) -> None:
    """How far a second labelling agrees with the first (Cohen's kappa); of the shipped sets, or of your own."""
    from clipfile.eval.labellings import own_agreement, shipped_agreement
    from clipfile.eval.table import as_text
    from clipfile.eval.tables import agreement_table

    found = own_agreement(articles, questions, claims) if questions or claims else shipped_agreement()
    click.echo(as_text(agreement_table(found)))


@evaluate.command()
@click.option(
    "--data", type=FOLDER, required=True, help="Folder with retrieval/NAME and claims/NAME.jsonl, as in README.md."
)
@click.option("--set", "names", multiple=True, metavar="NAME", help="Only this set. Repeatable.")
@click.option("--sample", type=int, help="At most this many questions or claims of a set (default: as in PUBLIC.md).")
@click.option("--index", type=FOLDER, help="Keep the indexes in this folder (default: temporary).")
@click.option("--encoder", default=DEFAULT_ENCODER, show_default=True, help="Name or folder of the encoder.")
@click.option(
    "--results", type=FOLDER, help="Keep each set's results in this folder; those there are not measured again."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print the tables as Markdown.")
def public(
    data: Path,
    names: Sequence[str],
    sample: int | None,
    index: Path | None,
    encoder: str,
    results: Path | None,
    as_json: bool,
    as_markdown: bool,
) -> None:
    """Measure on public sets that lie in a folder, beside published figures. Nothing is downloaded or copied."""
    with _extra():
        from clipfile.eval.public import run_public
        from clipfile.eval.public_tables import public_in_words, public_json
    from clipfile.eval.table import as_markdown as markdown
    from clipfile.eval.table import as_text

    found = run_public(data, names, sample, index, lambda line: click.echo(line, err=True), encoder, results)
    write = markdown if as_markdown else as_text
    click.echo(public_json(found) if as_json else public_in_words(found, write))
