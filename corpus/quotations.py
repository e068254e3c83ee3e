"""Quotations: the stretches of a text between quotation marks, whatever marks the outlet uses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clipfile.corpus.article import Span

_DOUBLE = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", '"': '"', "``": "''"}
_SINGLE = {"‘": "’", "'": "'’", "‚": "‘’"}
_MARK = re.compile(r"``|''|[“”„‟«»\"‘’‚']")
_BEFORE_OPENING = " \t\n\u00a0\u202f([{—–-/“„«\"‘'"
_AFTER_CLOSING = " \t\n\u00a0\u202f)]}—–-.,;:!?…’”»\"'"
_ELISION = re.compile(r"[‘’'](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n[’']|bout\b|round\b)", re.IGNORECASE)
_LOWER_FOLLOWS = re.compile(r"\s+[a-z]")
_BEFORE_SPEECH = re.compile(r"(?:[,:;.!?…—–(]|\b(?:said|says|that|as))\s*\Z")
_NEAR = 20  # characters before a mark that tell whether speech begins there


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, or the part of it in one paragraph.

    span: from the opening to the closing mark, both included.
    continues: whether it goes on with the quotation before, which its paragraph did not close.
    closed: whether a closing mark ends it.
    """

    span: Span
    continues: bool = False
    closed: bool = True


def quotations_of(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The quotations in order, outermost marks only; one that runs over paragraphs gives one part in each.

    Apostrophes and inches are no marks. A mark that nothing closes counts to the end of the paragraph where speech can
    begin, and not at all elsewhere.
    """
    found: list[Quotation] = []
    unclosed = ""  # the opening mark of a quotation that the paragraph before left open
    for number, paragraph in enumerate(paragraphs):
        words = text[paragraph.start : paragraph.end]
        following = text[paragraphs[number + 1].start :][:2] if number + 1 < len(paragraphs) else ""
        inside = list(_in_paragraph(words, following))
        if inside and unclosed and words.startswith(unclosed):
            inside[0] = replace(inside[0], continues=True)
        unclosed = ""
        if inside and not inside[-1].closed and _same_mark(words[inside[-1].span.start :], following):
            unclosed = following[:2] if following.startswith("``") else following[:1]
        shift = paragraph.start
        found.extend(replace(one, span=Span(one.span.start + shift, one.span.end + shift)) for one in inside)
    return found


def _same_mark(one: str, other: str) -> bool:
    return bool(other) and one[0] == other[0] and one[0] in "“„‟«»\"‘'`"


def _in_paragraph(words: str, following: str) -> Iterator[Quotation]:
    position = 0
    while opening := _opening(words, position):
        mark, start = opening
        inside = start + len(mark)
        end = _double_end(words, mark, inside) if mark in _DOUBLE else _single_end(words, mark, inside)
        if end:
            yield Quotation(Span(start, end))
            position = end
        elif _same_mark(mark, following) or (mark != "'" and _starts_speech(words, start)):
            again = words.find(mark, inside)  # one that opens again was not closed by mistake
            again = again if mark == "“" and again > 0 else len(words)
            yield Quotation(Span(start, len(words[:again].rstrip())), closed=again < len(words))
            position = again
        else:
            position = inside


def _starts_speech(words: str, start: int) -> bool:
    """Whether speech can begin at a mark: at the start, after punctuation or after "said"."""
    before = words[max(0, start - _NEAR) : start]
    return (start < _NEAR and not before.strip()) or bool(_BEFORE_SPEECH.search(before))


def _opening(words: str, position: int) -> tuple[str, int] | None:
    """The next mark that opens a quotation, and where it stands."""
    for match in _MARK.finditer(words, position):
        mark, start = match[0], match.start()
        before = words[start - 1] if start else " "
        after = words[match.end()] if match.end() < len(words) else " "
        if mark not in _DOUBLE and mark not in _SINGLE:
            continue
        if mark in "“„‟«" or mark == "``":
            return mark, start
        if before in _BEFORE_OPENING and not after.isspace() and not _ELISION.match(words, start):
            return mark, start
    return None


def _double_end(words: str, mark: str, inside: int) -> int | None:
    """Where the closing mark ends; `None` if there is none before the mark opens again."""
    depth = 1
    closing = words.count(_DOUBLE[mark], inside) - words.count(mark, inside) if mark == "“" else 0
    for match in _MARK.finditer(words, inside):
        before = words[match.start() - 1]
        after = words[match.end()] if match.end() < len(words) else " "
        if match[0] == mark == '"':
            if before.isspace() and not after.isspace():
                return None
            if before.isspace() or after in _AFTER_CLOSING or not before.isdigit():
                return match.end()
        elif match[0] in _DOUBLE[mark] and (mark != "``" or match[0] == "''"):
            depth -= 1
            if not depth:
                return match.end()
        elif match[0] == mark and closing > 0:
            depth += 1  # “… “nested” …”
        elif match[0] == mark:
            return None
    return None


def _single_end(words: str, mark: str, inside: int) -> int | None:
    """Where the closing mark ends: the first that cannot be an apostrophe, else the last that may be none."""
    possible = None
    depth = 0
    for match in _MARK.finditer(words, inside):
        before = words[match.start() - 1]
        after = words[match.end()] if match.end() < len(words) else " "
        if match[0] in "“”" or match[0] == '"':
            depth = max(0, depth + (-1 if match[0] == "”" or (match[0] == '"' and depth) else 1))
        if match[0] == mark and mark in "‘‚" and not depth:
            break
        if depth or match[0] not in _SINGLE[mark] or before.isspace() or after not in _AFTER_CLOSING:
            continue
        if before in "sS" and after.isspace() and _LOWER_FOLLOWS.match(words, match.end()):
            possible = match.end()  # the residents’ homes
            continue
        return match.end()
    return possible
