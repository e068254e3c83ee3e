"""Furniture above the body: menus, section labels, mail headers and bylines around the title, which stays."""

import re
from collections.abc import Sequence

from clipfile.corpus.furniture_line import BYLINE, STOP, Line, body_of, is_long_headline
from clipfile.corpus.furniture_wording import Kind

_TITLE_WORDS = 4  # at least; a shorter line is a title only where nothing else can be
_LABEL_WORDS = 3
_MENU_LINES = 3
_UNSURE = (Kind.LINK, Kind.LABEL, Kind.STAMP, Kind.LIST, Kind.SHARE, Kind.COMMENTS, Kind.BOX)
MAIL_HEADER = re.compile(r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|List-\w+|X-[\w-]+): ?\S.*")
_NAME_WORD = r"(?:[A-Z][\w.’'-]*|de|van|von|der|la|el|al|bin)"
_NAME_LINE = re.compile(rf"(?:{_NAME_WORD}(?:,| and| &)? ){{1,5}}{_NAME_WORD}")
_SECTIONS = frozenset(
    "africa america american americas analysis arts asia asian books breaking business canada caribbean china cities city"
    " climate comment commentary conflict country crime culture defence defense east economy editorial education energy"
    " entertainment environment europe european explainer exclusive features finance food foreign global headlines health"
    " home industry interview international investigation investigations justice latest latin law life lifestyle local"
    " magazine markets media metro middle money nation national news newsletter north oceania opinion pacific policy politics"
    " region regional report reporting reports science security society south special sport sports state technology tech"
    " trade transport travel uk us u.s. video weather west world".split()
)


def mark_head(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks what stands around the title and is not the article; at least one line stays for the title."""
    first = _mark_mail_header(lines, marked)
    body = [number for number in body_of(lines, marked) if not is_long_headline(lines, number)]
    head = range(first, max(first, body[0] if body else 0))
    title = _title(lines, marked, head)
    marked.discard(-1 if title is None else title)
    _mark_labels(lines, marked, head, title)
    if title is not None:
        _mark_names(lines, marked, range(title + 1, head.stop))


def _mark_mail_header(lines: Sequence[Line], marked: set[int]) -> int:
    """Marks the headers of a mail, and tells how many lines these are."""
    number = 0
    while number < len(lines) and MAIL_HEADER.fullmatch(lines[number].words):
        number += 1
    if number < 2:
        return 0
    marked.update(range(number))
    return number


def _title(lines: Sequence[Line], marked: set[int], head: Sequence[int]) -> int | None:
    """The number of the title; of a line that reads like furniture only if no other line is left above the body."""
    free = [number for number in head if number not in marked]
    long = [number for number in free if lines[number].length >= _TITLE_WORDS]
    if long:
        return long[0]
    if any(lines[number].kind is None for number in free):
        return None  # a short title, which cannot be told from a label
    unsure = (number for number in head if lines[number].length >= _TITLE_WORDS and lines[number].kind in _UNSURE)
    return next((number for number in unsure if not BYLINE.match(lines[number].words)), None)


def _mark_labels(lines: Sequence[Line], marked: set[int], head: Sequence[int], title: int | None) -> None:
    """Marks buttons, and above the title names of sections, single words, and menus of several short lines."""
    short = [number for number in head if lines[number].length <= _LABEL_WORDS and not STOP.search(lines[number].words)]
    above = [number for number in short if title is not None and number < title]
    for number in short:
        words = re.findall(r"[\w.]+", lines[number].words.lower())
        is_section = bool(_SECTIONS & set(words)) and lines[number].words[:1].isupper()
        in_menu = number in above and (len(words) == 1 or len(above) >= _MENU_LINES)
        first_of_several = number == 0 and len(short) > 1
        if lines[number].kind is Kind.BUTTON or in_menu or (is_section and (number in above or first_of_several)):
            marked.add(number)


def _mark_names(lines: Sequence[Line], marked: set[int], below_title: Sequence[int]) -> None:
    """Marks a byline without "By": a name beside the date, the share bar or what the author is."""
    for number in below_title:
        beside = [lines[other].kind for other in (number - 1, number + 1) if other in below_title]
        is_name = lines[number].kind is None and lines[number].is_short and _NAME_LINE.fullmatch(lines[number].words)
        if is_name and (Kind.STAMP in beside or Kind.SHARE in beside):
            marked.add(number)
