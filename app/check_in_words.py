"""A claim check as a person reads it in a terminal, and as the JSON that other programs rely on."""

import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from clipfile.app.citation import Citation
from clipfile.app.claims import ClaimCheck, PartCheck, StancedCitation
from clipfile.app.dateline import date_in_words, outlet_in_words, voice_in_words
from clipfile.app.in_words import WIDTH, counted, filled, printable
from clipfile.app.stance import StanceKind
from clipfile.app.verdict import Verdict

VERDICTS = {
    Verdict.SUPPORTED: "Supported by the articles",
    Verdict.REFUTED: "Refuted by the articles",
    Verdict.CONFLICTING: "The articles conflict",
    Verdict.NOT_ENOUGH_EVIDENCE: "Not enough evidence in the articles",
}
NOT_CHECKABLE = "not checkable"
SIDES = {StanceKind.SUPPORTS: "For it", StanceKind.REFUTES: "Against it"}


def check_as_record(check: ClaimCheck, record_id: Any = None) -> dict[str, Any]:
    """The JSON object of a claim check."""
    return {"id": record_id, **asdict(check)}


def verdict_in_words(check: ClaimCheck | PartCheck) -> str:
    """The verdict as a heading; of what cannot be checked, why."""
    if check.note.startswith(NOT_CHECKABLE):
        return check.note[0].upper() + check.note[1:]
    return VERDICTS[check.verdict]


def sides_in_words(check: ClaimCheck | PartCheck) -> str:
    """How many origins stand on each side: "2 independent origins for, 1 against"; of a side without one, nothing.

    Of a claim with several statements, how many have its verdict: "2 of 9 statements".
    """
    if isinstance(check, ClaimCheck) and check.parts:
        deciding = sum(decides(part, check) for part in check.parts)
        return f"{deciding} of {len(check.parts)} statements" if deciding else ""
    supports, refutes = (len({each.origin for each in side_of(check, stance)}) for stance in SIDES)
    if not supports:
        return f"{counted(refutes, 'independent origin')} against" if refutes else ""
    return f"{counted(supports, 'independent origin')} for" + (f", {refutes} against" if refutes else "")


def told_in_words(check: ClaimCheck | PartCheck) -> str:
    """The verdict and how much carries it, in a line."""
    return ": ".join(filter(None, (verdict_in_words(check), sides_in_words(check))))


def note_in_words(check: ClaimCheck | PartCheck) -> str:
    """What is known beside the verdict; not that something cannot be checked, which the verdicts say."""
    return "" if NOT_CHECKABLE in check.note else check.note


def statements_of(check: ClaimCheck) -> tuple[ClaimCheck | PartCheck, ...]:
    """What the quotes are shown by: the claim's statements where it has several, else the claim."""
    return check.parts or (check,)


def decides(part: ClaimCheck | PartCheck, check: ClaimCheck) -> bool:
    """Whether a statement's verdict is that of the claim."""
    return part.verdict is check.verdict and not part.note.startswith(NOT_CHECKABLE)


def side_of(check: ClaimCheck | PartCheck, stance: StanceKind) -> list[StancedCitation]:
    """The quotes on one side of a claim or statement, strongest first."""
    return [each for each in check.evidence if each.stance is stance]


def quotes_in_order(check: ClaimCheck) -> list[StancedCitation]:
    """The quotes as they are numbered: statement by statement, those for it first."""
    return [each for part in statements_of(check) for stance in SIDES for each in side_of(part, stance)]


def rule_in_words(citation: StancedCitation) -> str:
    """What decided: the rules that fired, and the wording as the stance model reads it."""
    return f"judged by: {citation.rule.replace('stance model', 'wording').replace('; ', ', ')}"


def check_in_words(check: ClaimCheck) -> str:
    """A claim check for a terminal: the verdict, then for each statement both sides with their quotes; what is missing."""
    blocks = [told_in_words(check)]
    number = 0
    for part in statements_of(check):
        if isinstance(part, PartCheck):
            blocks.append(f"“{part.text}”\n{told_in_words(part)}")
        if note := note_in_words(part):
            blocks.append(f"Note: {note}")
        for stance, title in SIDES.items():
            quotes = side_of(part, stance)
            if quotes:
                shown = [_in_words(number + place, each) for place, each in enumerate(quotes, 1)]
                blocks.append(f"{title}:\n\n" + "\n\n".join(shown))
                number += len(quotes)
        if part.missing:
            blocks.append(f"Nothing about: {', '.join(part.missing)}")
        if part.nearest:
            blocks.append("Nearest passages (no evidence):\n\n" + _all_in_words(part.nearest))
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
        place += f", {citation.score:.0%} sure, {rule_in_words(citation)}"
    return f"{quote}\n{filled(' · '.join(filter(None, source)), indent)}\n{filled(place, indent)}"
