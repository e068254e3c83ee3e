"""The command `clipfile`. Each command imports what it needs when it runs, so that `--help` is instant."""

import errno
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from clipfile.app.desk import Desk
    from clipfile.corpus.collection import Collection

FOLDER = click.Path(path_type=Path)


class Settings:
    """The options that every command takes, wherever they stand on the line; the last one given counts."""

    def __init__(self) -> None:
        self.articles: Path | None = None
        self.index: Path | None = None
        self.as_of: str | None = None
        self.top_k: int | None = None
        self.as_json = False
        self.batch: Path | None = None
        self.save: Path | None = None
        self.encoder: str | None = None

    def desk(self) -> "Desk":
        """The desk over the named folder."""
        from clipfile.app.desk import open_desk
        from clipfile.app.progress import progress_bar

        with progress_bar("Indexing") as progress:
            return open_desk(self.articles, self.index, self.encoder, progress)

    def collection(self) -> "Collection":
        """The articles of the named folder, read anew; those of the index where only that is named."""
        from clipfile.app.desk import shipped_articles
        from clipfile.corpus.reading import read_collection

        if self.index and not self.articles:
            return self.desk().collection
        return read_collection(self.articles or shipped_articles())

    def saved(self, command: str, asked: str, record: dict[str, Any], desk: "Desk") -> None:
        """Writes the evidence file, if one is wanted."""
        if self.save:
            from clipfile.app.evidence_file import write_evidence

            write_evidence(self.save, desk.evidence(command, asked, record, self.as_of))

    def show(self, record: Any, in_words: str) -> None:
        """Prints what was found as JSON, if that is wanted, else in words."""
        if self.as_json:
            _print_json(record)
        else:
            click.echo(in_words)


def _print_json(record: Any) -> None:
    click.echo(json.dumps(record, ensure_ascii=False))


def _remember(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value not in (None, False):
        setattr(context.ensure_object(Settings), str(parameter.name), value)


def _well_formed(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from clipfile.app.asked import well_formed

    return value and well_formed(value)


def _option(*names: str, **attributes: Any) -> Callable:
    return click.option(*names, callback=_remember, expose_value=False, **attributes)


_COMMON = {
    "articles": _option(
        "--articles", type=FOLDER, metavar="FOLDER", help="Use the articles in FOLDER (default: those shipped)."
    ),
    "index": _option("--index", type=FOLDER, metavar="FOLDER", help="Keep the index in FOLDER (default: your cache)."),
    "encoder": _option(
        "--encoder", metavar="NAME|FOLDER", help="Use this sentence-transformers model (default: the index's own)."
    ),
    "as_of": _option("--as-of", metavar="DATE", help="Use no article later than DATE (2024, 2024-08 or 2024-08-31)."),
    "top_k": _option("--top-k", type=click.IntRange(1, 100), metavar="N", help="Show at most N quotes (default 6)."),
    "batch": _option(
        "--batch", type=FOLDER, metavar="FILE", help="Read JSON Lines from FILE, print one object a line."
    ),
    "as_json": _option("--json", "as_json", is_flag=True, help="Print one JSON object."),
}


def common_options(*without: str) -> Callable[[Callable], Callable]:
    """Adds the options that say which articles are used and how the answer is printed, without those of no effect."""

    def add(command: Callable) -> Callable:
        for name in reversed(_COMMON):
            command = command if name in without else _COMMON[name](command)
        return command

    return add


save_option = _option("--save", type=FOLDER, metavar="FILE", help="Save the answer with what proves its quotes.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="clipfile", message="%(prog)s %(version)s")
@common_options()
@click.pass_context
def clipfile(context: click.Context) -> None:
    """Ask a folder of news articles; every answer is quotes cut from them, each with its source."""
    context.ensure_object(Settings)


@clipfile.command()
@common_options()
@save_option
@click.option("--why", is_flag=True, help="Show what led to each quote: rank and score of each stage, shared words.")
@click.argument("question", required=False, callback=_well_formed)
@click.pass_obj
def ask(settings: Settings, question: str | None, why: bool) -> None:
    """Answer QUESTION with quotes from the articles, or say that they do not say.

    \b
    clipfile ask "Who leads the mission?"
    clipfile ask "How many were displaced?" --as-of 2024-10
    clipfile ask "Who leads the mission?" --why
    clipfile ask --batch questions.jsonl     lines of {"id", "question", "history": [earlier questions]}
    """  # noqa: D301  (\b keeps the lines below it as they are)
    from clipfile.app.answer import Answer, QuestionError, Status
    from clipfile.app.in_words import answer_in_words, as_record

    if settings.batch:
        lines = list(_batch(settings.batch, "question", question or settings.save))
        desk = settings.desk()
        for line in lines:
            as_of = line.get("as_of", settings.as_of)
            try:
                answer = desk.ask(line["question"], line.get("history", ()), as_of, settings.top_k, why)
            except QuestionError:  # no word in it: one line is not to stop the others
                answer = Answer(line["question"], Status.NOT_FOUND)
            _print_json(as_record(answer, line.get("id")))
        return
    if not question:
        raise click.UsageError('What is the question? Put it in quotation marks: clipfile ask "Who leads the mission?"')
    desk = settings.desk()
    answer = desk.ask(question, (), settings.as_of, settings.top_k, why)
    settings.saved("ask", question, as_record(answer), desk)
    settings.show(as_record(answer), answer_in_words(answer))


@clipfile.command()
@common_options()
@save_option
@click.argument("claim", required=False, callback=_well_formed)
@click.pass_obj
def check(settings: Settings, claim: str | None) -> None:
    """Check CLAIM against the articles: supported, refuted, conflicting, or not enough evidence.

    \b
    clipfile check "The bridge was opened in May."
    clipfile check "About 600 officers have arrived." --as-of 2024-10
    clipfile check --batch claims.jsonl     lines of {"id", "claim"}
    """  # noqa: D301  (\b keeps the lines below it as they are)
    from clipfile.app.check_in_words import check_as_record, check_in_words
    from clipfile.app.claim_parts import ClaimError
    from clipfile.app.claims import NOT_CHECKABLE, ClaimCheck
    from clipfile.app.verdict import Verdict

    if settings.batch:
        lines = list(_batch(settings.batch, "claim", claim or settings.save))
        desk = settings.desk()
        for line in lines:
            try:
                checked = desk.check(line["claim"], line.get("as_of", settings.as_of), settings.top_k)
            except ClaimError:  # empty or too long: one line is not to stop the others
                note = f"{NOT_CHECKABLE}no statement in it"
                checked = ClaimCheck(line["claim"], Verdict.NOT_ENOUGH_EVIDENCE, note=note)
            _print_json(check_as_record(checked, line.get("id")))
        return
    if claim is None:
        raise click.UsageError(
            'What is the claim? Put it in quotation marks: clipfile check "The bridge was opened in May."'
        )
    desk = settings.desk()
    checked = desk.check(claim, settings.as_of, settings.top_k)
    settings.saved("check", claim, check_as_record(checked), desk)
    settings.show(check_as_record(checked), check_in_words(checked))


@clipfile.command()
@common_options("top_k")
@save_option
@click.argument("text", required=False, callback=_well_formed)
@click.pass_obj
def trace(settings: Settings, text: str | None) -> None:
    """Find where TEXT stands: word for word, with small edits or in other words, the earliest article first.

    \b
    clipfile trace "No one came to help, she said"
    clipfile trace --batch texts.jsonl     lines of {"id", "text"}
    """  # noqa: D301  (\b keeps the lines below it as they are)
    from clipfile.app.trace import Trace, TraceError
    from clipfile.app.trace_in_words import trace_in_words, trace_record

    if settings.batch:
        lines = list(_batch(settings.batch, "text", text or settings.save))
        desk = settings.desk()
        for line in lines:
            try:
                traced = desk.trace(line["text"], line.get("as_of", settings.as_of))
            except TraceError:  # too short or too long: one line is not to stop the others
                traced = Trace(line["text"])
            _print_json(trace_record(traced, line.get("id")))
        return
    if not text:
        raise click.UsageError('Which text? Put it in quotation marks: clipfile trace "No one came to help"')
    desk = settings.desk()
    traced = desk.trace(text, settings.as_of)
    settings.saved("trace", text, trace_record(traced), desk)
    settings.show(trace_record(traced), trace_in_words(traced))


@clipfile.command()
@common_options("as_of", "top_k", "batch")
@click.argument("file", type=FOLDER)
@click.pass_obj
def verify(settings: Settings, file: Path) -> None:
    """Check a saved answer against the articles: every hash, every quote; exit status 1 if anything changed."""
    from clipfile.app.evidence_file import read_evidence
    from clipfile.app.in_words import counted, printable
    from clipfile.app.verifying import verify_evidence

    verified = verify_evidence(read_evidence(file), settings.collection())
    if settings.as_json:
        _print_json(asdict(verified) | {"holds": verified.holds})
    elif verified.holds:
        quotes, articles = counted(verified.quotes, "quote"), counted(verified.articles, "article")
        stand = "is as it was" if verified.quotes == 1 else "are as they were"
        click.echo(f"{file} holds: {quotes} in {articles} {stand} saved.")
    else:
        lines = [f"{problem.change}: {problem.message}" for problem in verified.problems]
        click.echo(printable("\n".join([f"{file} does not hold:", *lines])), err=True)
    if not verified.holds:
        sys.exit(1)


@clipfile.command()
@click.argument("file", type=FOLDER)
@click.option("--to", "form", type=click.Choice(["markdown", "html"]), default="markdown", show_default=True)
def export(file: Path, form: str) -> None:
    """Print a saved answer as Markdown or HTML with numbered references."""
    from clipfile.app.evidence_file import read_evidence
    from clipfile.app.export import evidence_as_html, evidence_as_markdown

    evidence = read_evidence(file)
    click.echo(evidence_as_html(evidence) if form == "html" else evidence_as_markdown(evidence), nl=False)


@clipfile.command()
@common_options("as_of", "top_k", "batch")
@click.argument("source", required=False)
@click.argument("derived", required=False)
@click.pass_obj
def origins(settings: Settings, source: str | None, derived: str | None) -> None:
    """List which articles copy or rewrite one another; or what became of each sentence of SOURCE in DERIVED."""
    from clipfile.app.origins_in_words import changes_in_words, origins_in_words, origins_record
    from clipfile.index.origins import changes_in, read_derivations, read_origins

    if source and not derived:
        raise click.UsageError("Name two articles, the source first: clipfile origins SOURCE DERIVED")
    desk = settings.desk()
    if source and derived:
        changes = changes_in(desk.index.store, source, derived)
        told = changes_in_words(changes, desk.index.article(source), desk.index.article(derived))
        settings.show([asdict(change) for change in changes], told)
        return
    found = read_origins(desk.index.store), read_derivations(desk.index.store)
    settings.show(origins_record(*found), origins_in_words(*found, desk.collection))


@clipfile.command()
@common_options("as_of", "top_k", "batch")
@click.argument("folder", required=False, type=FOLDER)
@click.pass_obj
def index(settings: Settings, folder: Path | None) -> None:
    """Build or bring up to date the index of FOLDER; only what changed is encoded anew."""
    from clipfile.app.desk import default_index, shipped_articles, update_index
    from clipfile.app.in_words import report_in_words
    from clipfile.app.progress import progress_bar
    from clipfile.index.choice_of_encoder import chosen_encoder

    articles = folder or settings.articles or shipped_articles()
    kept = settings.index or default_index(articles)
    with progress_bar("Indexing") as progress:
        report = update_index(articles, kept, chosen_encoder(kept, settings.encoder), progress)
    settings.show(asdict(report), report_in_words(report, articles, kept))


@clipfile.command()
@common_options("as_of", "top_k", "batch")
@click.pass_obj
def articles(settings: Settings) -> None:
    """List the articles: id, outlet, date, length, and the files that were passed over."""
    from clipfile.app.in_words import collection_in_words, collection_record

    collection = settings.collection()
    settings.show(collection_record(collection), collection_in_words(collection))


@clipfile.command()
@common_options("as_of", "top_k", "batch", "as_json")
@click.argument("folder", required=False, type=FOLDER)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=7860, show_default=True, help="Port to listen on; the next free one if it is taken.")
@click.option(
    "--open/--no-open", "open_browser", default=None, help="Open a browser window (default: if there is one)."
)
@click.pass_obj
def chat(settings: Settings, folder: Path | None, host: str, port: int, open_browser: bool | None) -> None:
    """Open the page over FOLDER: ask in a chat, read the articles at the quotes."""
    from clipfile.app.chat import open_page

    settings.articles = folder or settings.articles
    open_page(settings.desk(), host, port, sys.stdout.isatty() if open_browser is None else open_browser)


@clipfile.command()
@common_options("top_k", "batch")
@click.option("--csv", "as_csv", is_flag=True, help="Print the table as CSV.")
@click.argument("words", required=False, default="", callback=_well_formed)
@click.pass_obj
def figures(settings: Settings, as_csv: bool, words: str) -> None:
    """List every figure for WORDS over all articles, oldest first, each with its sentence; all without WORDS.

    \b
    clipfile figures "people displaced"
    clipfile figures killed --csv
    """  # noqa: D301  (\b keeps the lines below it as they are)
    from clipfile.app.in_words import ledger_in_words
    from clipfile.app.ledger import to_csv

    rows = settings.desk().figures(words, settings.as_of)
    if as_csv:
        click.echo(to_csv(rows), nl=False)
    else:
        settings.show([asdict(row) for row in rows], ledger_in_words(rows, words))


@clipfile.command("eval", add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def evaluate(settings: Settings, arguments: tuple[str, ...]) -> None:
    """Measure how good the answers are, on the shipped questions and claims or on your own."""
    from clipfile.eval.command import evaluate as suite

    suite.main([*arguments, *_handed_on(settings)], prog_name="clipfile eval", standalone_mode=False)


def _handed_on(settings: Settings) -> list[str]:
    """The options that stood before `eval`, as they are written after it, where they are read or refused."""
    written = []
    for name, value in vars(settings).items():
        if value:
            option = "--json" if name == "as_json" else f"--{name.replace('_', '-')}"
            written += [option] if value is True else [option, str(value)]
    return written


def _batch(path: Path, field: str, besides: str | Path | None) -> Iterator[dict[str, Any]]:
    """The lines of a batch file, each checked to hold what is asked; `besides` is what cannot go with it.

    Raises:
        ClickException: if there is such a thing, the file cannot be read or a line is not what it should be.
    """
    from clipfile.app.asked import well_formed
    from clipfile.corpus.dates import DateError, bounds

    if besides:
        raise click.UsageError(f"--batch goes neither with a {field} of its own nor with --save; leave one of them out")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{path} cannot be read: {error}") from error
    for number, line in enumerate(text.split("\n"), 1):  # not splitlines: JSON may hold U+2028 as it is
        if not line.strip():
            continue
        place = f"{path}, line {number}"
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise click.ClickException(f"{place}: not JSON ({error}); write one object a line") from error
        if not isinstance(record, dict) or not isinstance(record.get(field), str):
            raise click.ClickException(f'{place}: no "{field}"; write {{"id": "1", "{field}": "…"}}')
        history, as_of = record.get("history", []), record.get("as_of")
        if not isinstance(history, list) or not all(isinstance(each, str) for each in history):
            raise click.ClickException(f'{place}: "history" is not a list of earlier questions')
        try:
            bounds(as_of) if as_of else None
        except (DateError, TypeError) as error:
            reason = error if isinstance(as_of, str) else '"as_of" is not text; write it as "2024-08-31"'
            raise click.ClickException(f"{place}: {reason}") from error
        yield json.loads(well_formed(json.dumps(record, ensure_ascii=False)))


def main() -> None:
    """Runs the command; what the user can mend is one sentence on stderr and exit status 2."""
    try:
        clipfile.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        click.echo(f"clipfile: {error.format_message()}", err=True)
        sys.exit(2)
    except (ValueError, RuntimeError, OSError) as error:
        if not _can_be_mended(error):
            raise
        click.echo(f"clipfile: {_in_a_sentence(error)}", err=True)
        sys.exit(2)


def _in_a_sentence(error: Exception) -> str:
    """The message; of the system's own errors without their number."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        done = "written" if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else "opened"
        return f"{error.filename} cannot be {done}: {error.strerror[0].lower()}{error.strerror[1:]}"
    if isinstance(error, OSError) and error.strerror:
        return f"The output cannot be written: {error.strerror[0].lower()}{error.strerror[1:]}"
    return str(error)


def _can_be_mended(error: Exception) -> bool:
    """Whether the message was written for the user: Clipfile's own errors, and files that cannot be read or written."""
    return type(error).__module__.startswith("clipfile.") or isinstance(error, OSError)
