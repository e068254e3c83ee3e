"""Furniture that tells of other stories: teasers that end with "keep reading", and lists of headlines."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from clipfile.corpus.furniture_line import Line, body_of
from clipfile.corpus.furniture_wording import Kind

_BULLET = re.compile(r"[•‣▪●*–-]\s|\d{1,2}[.)]?\s")
_TEASER_LINES = 8  # a teaser: picture, headline, section, a few paragraphs
_TEASER_WORDS = 300
_SUMMARY_WORDS = 60  # of the sentence below a headline in a list
_MOST_TEASERS = 40  # in one list


def mark_teasers(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks the teaser of another story above each "keep reading"."""
    ends = [number for number, line in enumerate(lines) if line.kind is Kind.MORE]
    if not ends:
        return
    body = body_of(lines, marked)
    floor = body[0] if body else 0
    at_the_end = sum(number > ends[-1] for number in body) < 2
    for place, end in enumerate(ends):
        start = _start(lines, ends, place, floor, at_the_end)
        if start is not None and sum(lines[number].length for number in range(start, end)) <= _TEASER_WORDS:
            marked.update(range(start, end))


def _start(lines: Sequence[Line], ends: Sequence[int], place: int, floor: int, at_the_end: bool) -> int | None:
    """Where the teaser begins that ends at `ends[place]`; `None` if the line stands by itself within the article."""
    end = ends[place]
    previous = ends[place - 1] if place else floor
    lowest = max(floor, previous, end - _TEASER_LINES - 1)
    pictured = _teaser_start(lines, lowest, end)
    if not at_the_end:
        return pictured
    if place and lowest == previous:  # nothing but this teaser is between the two
        return previous + 1 if pictured is not None or _opens_teaser(lines, previous + 1, end) else None
    if pictured is None and not place and len(ends) > 1:  # the first one is as long as the second
        start = end - (ends[1] - end - 1)
        is_alike = start > floor and _opens_teaser(lines, start, end) and _opens_teaser(lines, end + 1, ends[1])
        return start if is_alike else None
    return pictured


def _teaser_start(lines: Sequence[Line], lowest: int, end: int) -> int | None:
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


def _opens_teaser(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether a headline stands first, or below a picture's line or name."""
    shown = [line for line in lines[start:end] if line.kind is None]
    return bool(shown) and not shown[0].is_prose


def mark_lists(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks the headlines below "Related", "Most read" and the like."""
    body = body_of(lines, marked)
    for number, line in enumerate(lines):
        if line.kind is not Kind.LIST or not body or number < body[0]:
            continue
        rest = range(number + 1, len(lines))
        few_left = len(body) <= _MOST_TEASERS or body[-_MOST_TEASERS - 1] < number
        if few_left and _is_only_teasers(lines, marked, rest):
            marked.update(rest)
            return
        marked.update(_headlines(lines, rest))


def _is_only_teasers(lines: Sequence[Line], marked: set[int], rest: Iterable[int]) -> bool:
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


def _headlines(lines: Sequence[Line], rest: Iterable[int]) -> list[int]:
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
