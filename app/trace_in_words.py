"""A trace as a person reads it in a terminal, and as the JSON that other programs rely on."""

import textwrap
from dataclasses import asdict
from typing import Any

from clipfile.app.dateline import date_in_words, outlet_in_words, voice_in_words
from clipfile.app.in_words import WIDTH, counted, printable
from clipfile.app.trace import Match, Relation, Trace

RELATIONS = {
    Relation.VERBATIM: "word for word",
    Relation.NEAR: "with small edits",
    Relation.REWRITE: "in other words",
}
NOWHERE = "This text is in none of the articles."


def trace_record(trace: Trace, record_id: Any = None) -> dict[str, Any]:
    """The JSON object of a trace."""
    return {"id": record_id, **asdict(trace)}


def trace_in_words(trace: Trace) -> str:
    """A trace for a terminal: the quotes, earliest article first, each with how it goes with the text."""
    if not trace.matches:
        return NOWHERE
    return "\n\n".join([summary_of(trace), *(_in_words(number, each) for number, each in enumerate(trace.matches, 1))])


def summary_of(trace: Trace) -> str:
    """How many articles and origins have the text, and which had it first and last."""
    if not trace.matches:
        return NOWHERE
    articles = len({match.article for match in trace.matches})
    origins = len({match.origin for match in trace.matches})
    told = f"In {counted(articles, 'article')}, {counted(origins, 'origin')}"
    first, last = trace.earliest, trace.latest
    if not first or not first.published:
        return f"{told}; none of them states a date"
    when = date_in_words(first.published, bool(first.published_from))
    undated = any(not match.published for match in trace.matches)
    left = "; where no date is stated it may be earlier" if undated else ""
    with_it = dict.fromkeys(
        outlet_in_words(match.outlet) for match in trace.matches if match.published == first.published
    )
    told += f"; first reported: {' and '.join(with_it)}, {when}"
    if last and last.published != first.published:
        told += f"; latest: {outlet_in_words(last.outlet)}, {date_in_words(last.published, bool(last.published_from))}"
    return told + left


def _in_words(number: int, match: Match) -> str:
    mark = f"[{number}] "
    indent = " " * len(mark)
    words = " ".join(printable(match.quote).split())
    quote = textwrap.fill(words, WIDTH, initial_indent=mark, subsequent_indent=indent)
    source = [
        RELATIONS[match.relation],
        outlet_in_words(match.outlet),
        date_in_words(match.published, bool(match.published_from)),
        voice_in_words(match.voice, match.speaker, match.speakers),
        match.title or "untitled",
    ]
    place = f"{match.article} {match.start}-{match.end}"
    return f"{quote}\n{indent}{printable(' · '.join(filter(None, source)))}\n{indent}{printable(place)}"
