"""A trace as a person reads it in a terminal, and as the JSON that other programs rely on."""

import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from clipfile.app.dateline import date_in_words, listed, outlet_in_words, voice_in_words
from clipfile.app.in_words import WIDTH, counted, filled, printable
from clipfile.app.trace import Match, Relation, Trace, with_own_figures
from clipfile.corpus.sentences import sentences_of

RELATIONS = {
    Relation.VERBATIM: "word for word",
    Relation.NEAR: "with small edits",
    Relation.REWRITE: "in other words",
}
MOST = 0.8  # of a text
MOST_EDITS = 4  # that are told one by one
NOWHERE = "This text is in none of the articles."


def trace_record(trace: Trace, record_id: Any = None) -> dict[str, Any]:
    """The JSON object of a trace."""
    return {"id": record_id, **asdict(trace)}


def trace_in_words(trace: Trace) -> str:
    """A trace for a terminal: the quotes, earliest article first, each with how it goes with the text."""
    if not trace.matches:
        return printable(summary_of(trace))
    return "\n\n".join([summary_of(trace), *(_in_words(number, each) for number, each in enumerate(trace.matches, 1))])


def summary_of(trace: Trace) -> str:
    """How many articles and origins have the text, and which had it first and last."""
    headlines = _headlines_in_words(trace)
    if not trace.matches:
        return headlines or NOWHERE
    articles = len({match.article for match in trace.matches})
    origins = len({match.origin for match in trace.matches})
    told = f"In {counted(articles, 'article')}, {counted(origins, 'origin')}"
    verbatim = len({match.article for match in trace.matches if match.relation is Relation.VERBATIM})
    if verbatim < articles:
        told += f", word for word in {verbatim or 'none'}"
    if len(sentences_of(trace.text)) > 1 and not any(map(partial(_has_most, trace.text), trace.matches)):
        told += ", no article with all of it"
    if all(match.has_other_figures for match in trace.matches):
        told += ", everywhere with other figures"
    first, last = trace.earliest, trace.latest
    if not first or not first.published:
        return f"{told}; none of them states a date{headlines and f'. {headlines}'}"
    when = date_in_words(first.published, bool(first.published_from))
    undated = any(not match.published for match in trace.matches)
    left = "; where no date is stated it may be earlier" if undated else ""
    with_it = dict.fromkeys(
        outlet_in_words(each.outlet) for each in with_own_figures(trace.matches) if each.published == first.published
    )
    told += f"; first reported: {listed(list(with_it))}, {when}"
    if last and last.published != first.published:
        told += f"; latest: {outlet_in_words(last.outlet)}, {date_in_words(last.published, bool(last.published_from))}"
    return told + left + (headlines and f". {headlines}")


def _has_most(text: str, match: Match) -> bool:
    """Whether a quote is as long as the text, nearly, and so not of one of its sentences."""
    return len(match.quote) >= MOST * len(text.strip())


def relation_in_words(relation: Relation, edits: Sequence[tuple[str, str]]) -> str:
    """How a quote goes with the text, and what it prints otherwise: "with small edits: “31” for “55”"."""
    told = [
        f"“{printed}” for “{pasted}”"
        if pasted and printed
        else f"without “{pasted}”"
        if pasted
        else f"with “{printed}”"
        for pasted, printed in edits
    ]
    return ": ".join([RELATIONS[relation], *([", ".join(told)] if 0 < len(told) <= MOST_EDITS else [])])


def _headlines_in_words(trace: Trace) -> str:
    """Of which articles the text is the headline; empty for none."""
    named = [
        f"{outlet_in_words(each.outlet)}, {date_in_words(each.published, bool(each.published_from))} ({each.article})"
        for each in trace.headlines
    ]
    return f"It is the headline of {'; '.join(named)}." if named else ""


def _in_words(number: int, match: Match) -> str:
    mark = f"[{number}] "
    indent = " " * len(mark)
    words = " ".join(printable(match.quote).split())
    quote = textwrap.fill(words, WIDTH, initial_indent=mark, subsequent_indent=indent)
    source = [
        relation_in_words(match.relation, match.edits),
        outlet_in_words(match.outlet),
        date_in_words(match.published, bool(match.published_from)),
        voice_in_words(match.voice, match.speaker, match.speakers),
        match.title or "untitled",
    ]
    place = f"{match.article} {match.start}-{match.end}"
    return f"{quote}\n{filled(' · '.join(filter(None, source)), indent)}\n{indent}{printable(place)}"
