"""An evidence file as a page of notes: numbered quotes and references, in Markdown or HTML, all of it escaped."""

from collections.abc import Mapping
from html import escape
from typing import Any

from clipfile.app.dateline import date_in_words, outlet_in_words, voice_in_words
from clipfile.app.evidence_file import edits_in, quotes_in, speakers_in
from clipfile.app.links import web_link
from clipfile.app.markdown import escaped
from clipfile.app.trace import Relation
from clipfile.app.trace_in_words import NOWHERE, relation_in_words
from clipfile.corpus.dates import DateError, bounds

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # nothing in the page may load or run anything
_STYLE = "body{font:1rem/1.5 serif;max-width:44rem;margin:2rem auto;padding:0 1rem}blockquote{margin:1rem 0}"
ASKED = {"ask": "Question", "check": "Claim", "trace": "Text"}
_RESULTS = {"not_found": "The articles do not say.", "not_enough_evidence": "Verdict: not enough evidence"}


def evidence_as_markdown(evidence: Mapping[str, Any]) -> str:
    """What was asked, each quote with its number, and the references with the hash of each article."""
    lines = [f"**{escaped(title_of(evidence))}**", ""]
    lines += [escaped(result_of(evidence)), ""] if result_of(evidence) else []
    quotes = shown_quotes(evidence)
    for number, quote in enumerate(quotes, 1):
        lines += [f"> “{escaped(quote['quote'])}” \\[{number}\\]", ""]
    for number, quote in enumerate(quotes, 1):
        link = _link(evidence, quote)
        lines.append(f"\\[{number}\\] {escaped(reference_of(evidence, quote))}{f' <{link}>' if link else ''}  ")
    return "\n".join(lines).rstrip() + "\n"


def evidence_as_html(evidence: Mapping[str, Any]) -> str:
    """The same as one HTML file that loads nothing and runs nothing."""
    title = escape(title_of(evidence))
    body = [f"<h1>{title}</h1>"]
    body += [f"<p>{escape(result_of(evidence))}</p>"] if result_of(evidence) else []
    references = []
    for number, quote in enumerate(shown_quotes(evidence), 1):
        mark = f'<a href="#r{number}">[{number}]</a>'
        body.append(f'<blockquote dir="auto">“{escape(quote["quote"])}” {mark}</blockquote>')
        link = _link(evidence, quote)
        page = f' <a href="{escape(link)}" rel="noopener noreferrer nofollow">Original page</a>' if link else ""
        references.append(f'<li id="r{number}" dir="auto">{escape(reference_of(evidence, quote))}{page}</li>')
    body.append(f"<ol>{''.join(references)}</ol>")
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        f"<title>{title}</title><style>{_STYLE}</style>"
    )
    return f"<!doctype html>\n<html><head>{head}</head>\n<body>\n" + "\n".join(body) + "\n</body></html>\n"


def title_of(evidence: Mapping[str, Any]) -> str:
    """What was asked, and as of when."""
    settings = evidence.get("settings")
    as_of = settings.get("as_of") if isinstance(settings, dict) else None
    label = ASKED.get(str(evidence.get("command")), "Question")
    return f"{label}: {evidence.get('asked') or ''}" + (f" (as of {as_of})" if as_of else "")


def result_of(evidence: Mapping[str, Any]) -> str:
    """The verdict, or that nothing was found; empty where the quotes are the answer."""
    answer = evidence["answer"]
    outcome = str(answer.get("verdict") or answer.get("status") or "")
    if outcome in _RESULTS:
        return _RESULTS[outcome]
    if "verdict" in answer:
        return f"Verdict: {outcome}"
    if "matches" not in answer or answer["matches"]:
        return ""
    return "This text is a headline, and in none of the articles." if answer.get("headlines") else NOWHERE


def shown_quotes(evidence: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The quotes of the answer in order, each once; what was only near or goes with a quote is not among them."""
    answer = {name: value for name, value in evidence["answer"].items() if name != "nearest"}
    shown: dict[tuple[str, int, int], dict[str, Any]] = {}
    for each in quotes_in(answer):
        if "voice" in each:  # not what only goes with a citation, such as `later`
            shown.setdefault((each["article"], each["start"], each["end"]), each)
    return list(shown.values())


def reference_of(evidence: Mapping[str, Any], quote: Mapping[str, Any]) -> str:
    """Where a quote stands: title, outlet, date, who says it, characters, and the hash of the article."""
    relation = quote.get("relation")
    shown = (
        relation_in_words(Relation(relation), edits_in(quote)) if relation in (Relation.NEAR, Relation.REWRITE) else ""
    )
    parts = [
        f"“{quote['title']}”" if quote.get("title") else "Untitled",
        outlet_in_words(_stated(quote, "outlet")),
        _date_of(quote),
        voice_in_words(_stated(quote, "voice"), _stated(quote, "speaker"), speakers_in(quote)),
        str(quote.get("stance") or shown),
        f"{quote['article']}, characters {quote['start']} to {quote['end']}",
        f"SHA-256 {_facts(evidence, quote).get('sha256', 'not saved')}",
    ]
    return "; ".join(part for part in parts if part)


def _link(evidence: Mapping[str, Any], quote: Mapping[str, Any]) -> str | None:
    return web_link(_stated(_facts(evidence, quote), "url"))


def _facts(evidence: Mapping[str, Any], quote: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the file says of the quote's article; nothing if it is not there."""
    facts = evidence["articles"].get(quote["article"])
    return facts if isinstance(facts, dict) else {}


def _stated(record: Mapping[str, Any], name: str) -> str | None:
    """A text out of a file, which may hold anything in its place."""
    value = record.get(name)
    return value if isinstance(value, str) else None


def _date_of(quote: Mapping[str, Any]) -> str:
    published = _stated(quote, "published")
    try:
        if published:
            bounds(published)
    except DateError:
        return f"date {published!r}"
    return date_in_words(published or None, inferred=quote.get("published_from") is not None)
