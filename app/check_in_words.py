"""A claim check as a person reads it in a terminal, and as the JSON that other programs rely on."""

import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from clipfile.app.citation import Citation
from clipfile.app.claims import ClaimCheck, PartCheck, StancedCitation
from clipfile.app.dateline import date_in_words, outlet_in_words, voice_in_words
from clipfile.app.in_words import WIDTH, printable
from clipfile.app.stance import StanceKind
from clipfile.app.verdict import Verdict

VERDICTS = {
    Verdict.SUPPORTED: "Supported by the articles",
    Verdict.REFUTED: "Refuted by the articles",
    Verdict.CONFLICTING: "The articles conflict",
    Verdict.NOT_ENOUGH_EVIDENCE: "Not enough evidence in the articles",
}
SIDES = {StanceKind.SUPPORTS: "For it", StanceKind.REFUTES: "Against it"}


def check_as_record(check: ClaimCheck, record_id: Any = None) -> dict[str, Any]:
    """The JSON object of a claim check."""
    return {"id": record_id, **asdict(check)}


def verdict_in_words(check: ClaimCheck | PartCheck) -> str:
    """The verdict as a heading; of what cannot be checked, why."""
    if check.note.startswith("not checkable"):
        return check.note[0].upper() + check.note[1:]
    return VERDICTS[check.verdict]


def sides_in_words(check: ClaimCheck) -> str:
    """How many origins stand on each side: "2 independent origins for, 1 against"; empty where none does."""
    supports, refutes = check.origins["supports"], check.origins["refutes"]
    if not supports + refutes:
        return ""
    noun = "origin" if supports == 1 else "origins"
    return f"{supports} independent {noun} for, {refutes} against"


def rule_in_words(citation: StancedCitation) -> str:
    """What decided, and for a claim with several parts which one the quote is about."""
    return f"{citation.rule}; on “{citation.part}”" if citation.part else citation.rule


def check_in_words(check: ClaimCheck) -> str:
    """A claim check for a terminal: the verdict, both sides with their quotes, the parts, what is missing."""
    blocks = [": ".join(filter(None, (verdict_in_words(check), sides_in_words(check))))]
    if check.note and not check.note.startswith("not checkable"):
        blocks.append(f"Note: {check.note}")
    if check.parts:
        blocks.append("\n".join(f"  “{part.text}”: {verdict_in_words(part)}" for part in check.parts))
    number = 0
    for stance, title in SIDES.items():
        quotes = [each for each in check.evidence if each.stance is stance]
        if quotes:
            shown = [_in_words(number + place, each) for place, each in enumerate(quotes, 1)]
            blocks.append(f"{title}:\n\n" + "\n\n".join(shown))
            number += len(quotes)
    if check.missing:
        blocks.append(f"Nothing about: {', '.join(check.missing)}")
    if check.nearest:
        blocks.append("Nearest passages (no evidence):\n\n" + _all_in_words(check.nearest))
    return printable("\n\n".join(blocks))


def _all_in_words(citations: Sequence[Citation]) -> str:
    return "\n\n".join(_in_words(number, each) for number, each in enumerate(citations, 1))


def _in_words(number: int, citation: Citation) -> str:
    mark = f"[{number}] "
    indent = " " * len(mark)
    quote = textwrap.fill(" ".join(citation.quote.split()), WIDTH, initial_indent=mark, subsequent_indent=indent)
    source = [
        outlet_in_words(citation.outlet),
        date_in_words(citation.published, bool(citation.published_from)),
        voice_in_words(citation.voice, citation.speaker, citation.speakers),
        citation.title or "untitled",
    ]
    place = f"{citation.article} {citation.start}-{citation.end}"
    if isinstance(citation, StancedCitation):
        place += f", {citation.score:.0%} sure: {rule_in_words(citation)}"
    return f"{quote}\n{indent}{' · '.join(filter(None, source))}\n{indent}{place}"
