"""Results as a person reads them in a terminal, and as the JSON that other programs rely on."""

import re
import shutil
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from clipfile.app.answer import Answer, Status
from clipfile.app.citation import Citation, Elsewhere
from clipfile.app.dateline import date_in_words, outlet_in_words, voice_in_words
from clipfile.app.ledger import Row
from clipfile.app.why import Why, why_in_words
from clipfile.corpus.collection import Collection
from clipfile.corpus.differences import Why as Difference
from clipfile.index.build import BuildReport

WIDTH = max(40, min(shutil.get_terminal_size((96, 24)).columns, 96))  # characters of a line
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_record(answer: Answer, record_id: Any = None) -> dict[str, Any]:
    """The JSON object of an answer."""
    return {"id": record_id, **asdict(answer)}


def answer_in_words(answer: Answer) -> str:
    """An answer for a terminal: numbered quotes, each with where it stands."""
    notes = [printable(note) for note in answer.notes]
    if answer.status is Status.ANSWERED:
        said = [*map(_differing, answer.disagreements), *_numbered(answer.citations, answer.why)]
        return "\n\n".join(["\n".join(notes), *said] if notes else said)
    lines = [*notes, "The articles do not say."]
    if answer.missing:
        lines.append(f"Nothing about: {', '.join(answer.missing)}")
    if answer.nearest:
        lines += ["", "Nearest passages (not an answer):", "", "\n\n".join(_numbered(answer.nearest, answer.why))]
    return "\n".join(lines)


def _differing(disagreement: dict[str, Any]) -> str:
    """A disagreement in lines: what it is about and of which kind, then each side's words, those that decide, and source."""
    kind = "" if disagreement["kind"] == Difference.DIFFER else f" ({disagreement['kind']})"
    lines = [f"The articles differ on {printable(disagreement['about'])}{kind}:"]
    for side in disagreement["sides"]:
        source = [outlet_in_words(side["outlet"]), date_in_words(side["published"], bool(side["published_from"]))]
        source.append(voice_in_words(side["voice"], side["speaker"], side["speakers"]))
        decides = "" if side["decides"] in side["words"] else f" … “{side['decides']}”"
        lines.append(filled(f"“{side['words']}”{decides}  {' · '.join(filter(None, source))}", "    "))
    return "\n".join(lines)


def _numbered(citations: Sequence[Citation], why: Sequence[Why]) -> list[str]:
    reasons = [_why_in_lines(each) for each in why] or [""] * len(citations)
    return [
        _in_words(number, citation) + reason
        for number, (citation, reason) in enumerate(zip(citations, reasons, strict=True), 1)
    ]


def _why_in_lines(why: Why) -> str:
    told = printable(why_in_words(why))
    return "\n" + textwrap.fill(told, WIDTH, initial_indent="    why: ", subsequent_indent="         ")


def _in_words(number: int, citation: Citation) -> str:
    mark = f"[{number}] "
    indent = " " * len(mark)
    quote = textwrap.fill(
        " ".join(printable(citation.quote).split()), WIDTH, initial_indent=mark, subsequent_indent=indent
    )
    source = [
        outlet_in_words(citation.outlet),
        date_in_words(citation.published, bool(citation.published_from)),
        voice_in_words(citation.voice, citation.speaker, citation.speakers),
        citation.title or "untitled",
    ]
    place = f"{citation.article} {citation.start}-{citation.end}, {citation.score:.0%} sure"
    lines = [quote, filled(" · ".join(filter(None, source)), indent), f"{indent}{printable(place)}"]
    for label, other in (("first reported", citation.first_reported), ("latest", citation.latest)):
        lines += [f"{indent}{label}: {printable(_source_of(other))}"] if other else []
    return "\n".join([*lines, *(_later_in_words(citation.later, indent) if citation.later else ())])


def _later_in_words(later: Elsewhere, indent: str) -> list[str]:
    """The quote whose figure replaces one of the quote above, with its source."""
    words = " ".join(printable(later.quote).split())
    quote = textwrap.fill(f"later: “{words}”", WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ")
    return [quote, f"{indent}  {printable(_source_of(later))}"]


def _source_of(other: Elsewhere) -> str:
    when = date_in_words(other.published, bool(other.published_from))
    return f"{outlet_in_words(other.outlet)} · {when} · {other.article} {other.start}-{other.end}"


def filled(text: str, indent: str) -> str:
    """A line of facts below a quote, broken where it is too long; what goes on stands a little further in."""
    return textwrap.fill(
        printable(text), WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 quote", "2 quotes"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def printable(text: str) -> str:
    """Text that cannot steer a terminal: controls, of the writing direction too, are shown as U+FFFD; all spaces stay."""
    return _STEERING.sub("\ufffd", text)


def collection_record(collection: Collection) -> dict[str, Any]:
    """The JSON object of a collection: articles without their text, and files passed over."""
    articles = []
    for article in collection:
        record = asdict(article)
        record.pop("text")
        articles.append(record | {"words": len(article.text.split()), "sha256": article.content_hash})
    return {"articles": articles, "skipped": [{"path": str(s.path), "reason": s.reason} for s in collection.skipped]}


def collection_in_words(collection: Collection) -> str:
    """A collection for a terminal: what is known of each article, and the files passed over."""
    blocks = []
    for article in collection:
        published = article.published
        when = published.edtf if published else "not stated"
        lines = [
            article.article_id,
            f"  title      {article.title or 'not stated'}",
            f"  outlet     {article.outlet or 'not stated'}",
            f"  author     {article.author or 'not stated'}",
            f"  published  {when}",
            f"  words      {len(article.text.split()):,}",
        ]
        if published and published.inferred_from:
            told = textwrap.fill(published.inferred_from, WIDTH, initial_indent=" " * 13, subsequent_indent=" " * 13)
            lines.insert(5, f"{' ' * 13}inferred from\n{told}")
        blocks.append(printable("\n".join(lines)))
    blocks += [f"passed over: {printable(str(each.path))}: {printable(each.reason)}" for each in collection.skipped]
    return "\n\n".join(blocks)


def report_in_words(report: BuildReport, articles: Path, index: Path) -> str:
    """What a build did, in a few lines."""
    counts = ", ".join(
        f"{len(ids)} {what}"
        for what, ids in (
            ("added", report.added),
            ("changed", report.changed),
            ("removed", report.removed),
            ("unchanged", report.unchanged),
        )
        if ids
    )
    lines = [f"{articles}: {counts}; {report.passages:,} passages, {report.encoded:,} of them encoded now"]
    lines += [f"passed over: {printable(path)}: {printable(reason)}" for path, reason in report.skipped]
    return "\n".join([*lines, f"index: {index}"])


def ledger_in_words(rows: Sequence[Row], words: str) -> str:
    """The figure ledger for a terminal: value, date, source, and the sentence below."""
    if not rows:
        return f'No figure for {words!r}; ask for what is counted, for example: clipfile figures "people displaced"'
    lines = []
    for row in rows:
        when = f"{row.date} ({row.date_of.value.replace('_', ' ')})" if row.date else "date not stated"
        source = " · ".join(filter(None, (when, outlet_in_words(row.outlet), row.article, row.speaker)))
        lines.append(printable(f"{row.value}  [{row.counted or row.unit}]  {source}"))
        sentence = " ".join(printable(row.sentence).split())
        lines.append(textwrap.fill(sentence, WIDTH, initial_indent="    ", subsequent_indent="    "))
    return "\n".join(lines)
