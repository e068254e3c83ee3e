"""Furniture by position: labels above the title, captions beside their credit, teasers, lists and the end of the page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from clipfile.corpus.article import Span
from clipfile.corpus.furniture_lines import Kind

_STOP = re.compile(r"[.!?…][\"”’')\]]*$")
_FULL_STOP = re.compile(r"(?:\.|…)[\"”’')\]]*$|[.!?][”\"’]$")
_INNER_STOP = re.compile(r"[a-z”’\"][.!?][”’\"]? [A-Z“‘\"]")
_BULLET = re.compile(r"[•‣▪●*–-]\s|\d{1,2}[.)]?\s")
_LONG = 25  # words; no headline is longer
_TEASER_LINES = 8  # a teaser: picture, headline, section, a few paragraphs
_TEASER_WORDS = 300
_SHOUTED_SHARE = 0.15  # of the lines; above it the text is one that is all in capitals
_MOSTLY = 0.7  # of the body's words
_MOST_TEASERS = 40
_SUMMARY_WORDS = 60  # of the sentence below a headline in a list
_SECTIONS = frozenset(
    "africa america americas analysis arts asia books breaking business canada caribbean china cities city climate comment"
    " commentary conflict country crime culture defence defense economy editorial education energy entertainment environment"
    " europe explainer exclusive features finance food foreign global headlines health home industry interview"
    " international investigation investigations justice latest law life lifestyle local magazine markets media metro money"
    " nation national news newsletter north opinion politics policy region regional report reporting reports science security"
    " society south special sport sports state technology tech top trade transport travel uk us u.s. video weather west world"
    " east pacific business latin middle oceania european african asian american".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with what its own wording makes it."""

    span: Span
    words: str
    kind: Kind | None
    blank_before: bool

    @property
    def length(self) -> int:
        """Words."""
        return len(self.words.split())

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text and not as a headline."""
        if self.length >= _LONG:
            return True
        if self.length < 4:
            return False
        return bool(_FULL_STOP.search(self.words) or (_STOP.search(self.words) and _INNER_STOP.search(self.words)))

    @property
    def is_short(self) -> bool:
        """Whether it is a label or a name: a few words that are no sentence."""
        return self.length <= 5 and not _STOP.search(self.words)


def mark_blocks(lines: list[Line]) -> set[int]:
    """The numbers of the lines that are furniture."""
    marked = {number for number, line in enumerate(lines) if line.kind not in (None, Kind.BUTTON)}
    _mark_head(lines, marked)
    _mark_captions(lines, marked)
    _mark_shouted(lines, marked)
    _mark_below_comments(lines, marked)
    _mark_teasers(lines, marked)
    _mark_lists(lines, marked)
    _mark_tail(lines, marked)
    return marked


def _body(lines: list[Line], marked: set[int]) -> list[int]:
    """The numbers of the lines of running text."""
    return [number for number, line in enumerate(lines) if number not in marked and line.is_prose]


def _mark_head(lines: list[Line], marked: set[int]) -> None:
    """Above the body: keeps one line as the title, marks the section labels and menus before it."""
    body = _body(lines, marked)
    head = range(body[0] if body else 0)
    titles = [number for number in head if number not in marked and lines[number].length >= 4]
    if not titles:  # a title that reads like furniture ("Watch: …", "By Land and Sea") is still the title
        unsure = (Kind.LINK, Kind.LABEL, Kind.STAMP, Kind.LIST, Kind.SHARE, Kind.COMMENTS)
        titles = [number for number in head if lines[number].length >= 4 and lines[number].kind in unsure][:1]
        titles = [] if any(number not in marked and lines[number].kind is None for number in head) else titles
        marked.difference_update(titles)
    short = [number for number in head if lines[number].length <= 3 and not _STOP.search(lines[number].words)]
    above = [number for number in short if titles and number < titles[0]]
    for number in short:
        words = re.findall(r"[\w.]+", lines[number].words.lower())
        known = bool(_SECTIONS & set(words)) and lines[number].words[:1].isupper()
        alone = number in above and (len(words) == 1 or len(above) >= 3)
        if lines[number].kind is Kind.BUTTON or (known and (number in above or number == 0 < len(short) - 1)) or alone:
            marked.add(number)


def _mark_captions(lines: list[Line], marked: set[int]) -> None:
    """Marks a caption that shares its block with its credit, and the second of two equal lines."""
    spaced = sum(line.blank_before for line in lines) > 0.6 * len(lines)
    for number, line in enumerate(lines[1:], 1):
        before = lines[number - 1]
        if line.words == before.words and line.length >= 5:
            marked.add(number)
        if not spaced or line.blank_before:
            continue
        if line.kind is Kind.CREDIT and line.length <= 10 and before.kind is None and before.blank_before:
            marked.add(number - 1)


def _mark_shouted(lines: list[Line], marked: set[int]) -> None:
    """Marks headlines of other stories that stand in capitals between the paragraphs."""
    body = _body(lines, marked)
    shouted = [
        number
        for number, line in enumerate(lines)
        if body and number > body[0] and line.words.isupper() and line.length >= 6 and not _STOP.search(line.words)
    ]
    if len(shouted) <= _SHOUTED_SHARE * len(lines):
        marked.update(shouted)


def _mark_below_comments(lines: list[Line], marked: set[int]) -> None:
    """Marks all below the readers' comments or the rights, where most of the body stands above them."""
    body = set(_body(lines, marked))
    total = sum(lines[number].length for number in body)
    above = 0
    for number, line in enumerate(lines):
        above += line.length if number in body else 0
        if line.kind in (Kind.COMMENTS, Kind.LEGAL) and above > _MOSTLY * total:
            marked.update(range(number, len(lines)))
            return


def _mark_teasers(lines: list[Line], marked: set[int]) -> None:
    """Marks the teaser of another story above each "keep reading"."""
    ends = [number for number, line in enumerate(lines) if line.kind is Kind.MORE]
    if not ends:
        return
    body_after = [number for number in _body(lines, marked) if number > ends[-1]]
    at_the_end = len(body_after) < 2
    floor = next(iter(_body(lines, marked)), 0)
    for place, end in enumerate(ends):
        previous = ends[place - 1] if place else None
        lowest = max(floor, end - _TEASER_LINES - 1, -1 if previous is None else previous)
        start = _teaser_start(lines, lowest, end)
        if previous is not None and at_the_end and lowest == previous and start is None:
            start = previous + 1 if _opens_teaser(lines, previous + 1, end) else None
        elif previous is not None and at_the_end and lowest == previous:
            start = previous + 1
        elif previous is None and at_the_end and start is None and len(ends) > 1:
            start = end - (ends[1] - end - 1)  # as long as the second one
            if start <= floor or not _opens_teaser(lines, start, end) or not _opens_teaser(lines, end + 1, ends[1]):
                start = None
        if start is not None and sum(lines[number].length for number in range(start, end)) <= _TEASER_WORDS:
            marked.update(range(start, end))


def _teaser_start(lines: list[Line], lowest: int, end: int) -> int | None:
    """Where a teaser begins that has a picture: the picture's line, with the short lines and credits above it."""
    for number in range(end - 1, lowest, -1):
        if lines[number].kind in (Kind.CREDIT, Kind.IMAGE) and _opens_teaser(lines, number + 1, end):
            start = number
            while start - 1 > lowest and (
                lines[start - 1].kind in (Kind.CREDIT, Kind.IMAGE, Kind.LABEL)
                or (lines[start - 1].is_short and start == number)
            ):
                start -= 1
            return start
    return None


def _opens_teaser(lines: list[Line], start: int, end: int) -> bool:
    """Whether a headline stands first, or below a picture's line or name."""
    shown = [line for line in lines[start:end] if line.kind is None]
    return bool(shown) and not shown[0].is_prose


def _mark_lists(lines: list[Line], marked: set[int]) -> None:
    """Marks the headlines below "Related", "Most read" and the like."""
    body = _body(lines, marked)
    for number, line in enumerate(lines):
        if line.kind is not Kind.LIST or not body or number < body[0]:
            continue
        rest = range(number + 1, len(lines))
        few_left = len(body) <= _MOST_TEASERS or body[-_MOST_TEASERS - 1] < number
        if few_left and _is_only_teasers(lines, marked, rest):
            marked.update(rest)
            return
        marked.update(_headlines(lines, rest))


def _is_only_teasers(lines: list[Line], marked: set[int], rest: Iterable[int]) -> bool:
    """Whether no body follows: nothing but headlines, or headlines each with one sentence below."""
    shown = [lines[number] for number in rest if number not in marked]
    prose = [line for line in shown if line.is_prose]
    if not prose:
        return True
    headlines = sum(not line.is_prose and not line.is_short for line in shown)
    alternating = not shown[0].is_prose and not any(a.is_prose and b.is_prose for a, b in pairwise(shown))
    return (
        alternating and len(prose) >= max(2, 0.75 * headlines) and all(line.length <= _SUMMARY_WORDS for line in prose)
    )


def _headlines(lines: list[Line], rest: Iterable[int]) -> list[int]:
    """The headlines directly below a list's heading; a last short line may be the body's next heading and is left."""
    found: list[int] = []
    in_block = None
    bullets = None
    for number in rest:
        line = lines[number]
        in_block = not line.blank_before if in_block is None else in_block
        bullets = bool(_BULLET.match(line.words)) if bullets is None else bullets
        if line.kind is None and (line.is_prose or (in_block and line.blank_before)):
            break
        if bullets and not _BULLET.match(line.words):
            break
        found.append(number)
    shown = [number for number in found if lines[number].kind is None]
    if shown and not in_block and not bullets and lines[shown[-1]].is_short:
        return [number for number in found if number < shown[-1]]
    return found


def _mark_tail(lines: list[Line], marked: set[int]) -> None:
    """Below the body: from the first line of furniture on, all is furniture."""
    body = _body(lines, marked)
    if not body:
        return
    below = [number for number in range(body[-1] + 1, len(lines)) if number in marked]
    if below:
        marked.update(range(below[0], len(lines)))
