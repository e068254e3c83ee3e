"""Furniture between the paragraphs: captions beside their credit, boxes of several lines, headlines in capitals."""

import re
from collections.abc import Sequence

from clipfile.corpus.furniture_line import BYLINE, STOP, Line, body_of
from clipfile.corpus.furniture_wording import Kind

_SPACED = 0.6  # share of paragraphs below a blank line, from which on lines without one between them belong together
_CREDIT_WORDS = 10  # a credit alone; a longer one holds the caption too
_IN_CAPTION = (None, Kind.BUTTON)
_CAPTION_FOLLOWS = re.compile(r"caption[,:]$", re.IGNORECASE)
_CAPTION_LINES = 5
_CAPTION_WORDS = 60
_RUNNING_WORDS = 4  # at least, in a title that stands at the head of each printed page
_BOX_WORDS = 40
_SHOUTED_WORDS = 6  # at least; a heading in capitals is shorter
_SHOUTED_SHARE = 0.15  # of the lines; above it the text is one that is all in capitals


def mark_inline(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks what stands between the paragraphs and is not one."""
    _mark_captions(lines, marked)
    _mark_repeated(lines, marked)
    _mark_boxes(lines, marked)
    _mark_shouted(lines, marked)


def _mark_captions(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks the lines directly above a credit, in a text where a blank line divides all that does not belong together."""
    prose = [line for line in lines if line.is_prose]
    if sum(line.blank_before for line in prose) <= _SPACED * len(prose):
        return
    for number, line in enumerate(lines):
        announced = number + 1 < len(lines) and line.kind is Kind.IMAGE and _CAPTION_FOLLOWS.search(line.words)
        if announced and lines[number + 1].length <= _CAPTION_WORDS:
            marked.add(number + 1)
        if line.kind is not Kind.CREDIT or line.length > _CREDIT_WORDS or line.blank_before or BYLINE.match(line.words):
            continue
        first = number
        while first and not lines[first].blank_before and lines[first - 1].kind in _IN_CAPTION:
            first -= 1
        opens = lines[first].blank_before or first - 1 in marked
        if (
            opens
            and number - first < _CAPTION_LINES
            and sum(one.length for one in lines[first:number]) <= _CAPTION_WORDS
        ):
            marked.update(range(first, number))


def _mark_repeated(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks the second of two equal lines."""
    for number, line in enumerate(lines[1:], 1):
        if line.words == lines[number - 1].words and line.length >= 5:
            marked.add(number)
    _mark_running_heads(lines, marked)


def _mark_running_heads(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks the lines at the top or foot of printed pages: the title with the site's name, again on each."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if line.length >= _RUNNING_WORDS and not line.is_prose:
            places.setdefault(line.words, []).append(number)
    titles = set(places)
    for words, numbers in places.items():
        shorter = any(words != title and words.startswith(title) for title in titles)
        if len(numbers) > 1 and shorter:
            marked.update(numbers)


def _mark_boxes(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks a line of a box that stands between two others of it."""
    for number in range(1, len(lines) - 1):
        around = (lines[number - 1].kind, lines[number + 1].kind)
        if around == (Kind.BOX, Kind.BOX) and lines[number].length <= _BOX_WORDS:
            marked.add(number)


def _mark_shouted(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks headlines of other stories that stand in capitals between the paragraphs."""
    body = body_of(lines, marked)
    shouted = [
        number
        for number, line in enumerate(lines)
        if body
        and number > body[0]
        and line.words.isupper()
        and line.length >= _SHOUTED_WORDS
        and not STOP.search(line.words)
    ]
    if len(shouted) <= _SHOUTED_SHARE * len(lines):
        marked.update(shouted)
