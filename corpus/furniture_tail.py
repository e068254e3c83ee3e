"""Furniture below the body: comments, rights, who wrote it, and all that follows."""

import re
from collections.abc import Sequence

from clipfile.corpus.furniture_line import Line, body_of
from clipfile.corpus.furniture_wording import Kind

_MOSTLY = 0.7  # of the body's words, above which comments or rights end the article
_COMMENT_BUTTON = re.compile(r"(?:view|show|read|see|hide|add)\b", re.IGNORECASE)  # these stand between paragraphs, too
_BOTTOM_SURE = 3  # lines of the end of a page, at least, that are furniture by their wording
_TO_READER = re.compile(r"(?=.*\b(?:your?|our|us)\b)(?!.*[“”\"]).{5,240}", re.IGNORECASE | re.DOTALL)
_NEARLY_ALL = 0.85  # of the body's words, above which a line about a writer is about this article's
_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}"
_JOB = (
    r"(?:reporter|correspondent|writer|editor|journalist|columnist|fellow|contributor|photographer|producer|freelancer)"
)
_ABOUT_AUTHOR = re.compile(
    rf"(?:{_NAME}|He|She|They) (?:(?:is|was|are) (?:an? |the )?(?:[\w’'-]+,? ){{0,6}}{_JOB}s?\b|covers "
    rf"|writes (?:about|on|for) |reports (?:on|for) |joined "
    r"|is an? [\w ]{2,30} (?:majoring|studying) ).{0,300}|About (?:the )?(?:author|writer|reporter)s?"
)


def mark_comments(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks all below the readers' comments or the rights, where most of the body stands above them."""
    body = set(body_of(lines, marked))
    total = sum(lines[number].length for number in body)
    above = 0
    for number, line in enumerate(lines):
        above += line.length if number in body else 0
        ends_article = line.kind is Kind.LEGAL or (line.kind is Kind.COMMENTS and not _COMMENT_BUTTON.match(line.words))
        if ends_article and above > _MOSTLY * total:
            marked.update(range(number, len(lines)))
            return


def mark_authors(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks the lines about who wrote the article, where they end it."""
    body = body_of(lines, marked)
    total = sum(lines[number].length for number in body)
    below = 0
    for number in reversed(body):
        below += lines[number].length
        if below > (1 - _NEARLY_ALL) * total or not _ABOUT_AUTHOR.fullmatch(lines[number].words):
            return
        marked.add(number)


def mark_bottom(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks the end of a page, from its first line of furniture on, where no more sentences follow but words to the reader."""
    first = len(lines)
    while first > 0 and (
        first - 1 in marked or not lines[first - 1].is_prose or _TO_READER.fullmatch(lines[first - 1].words)
    ):
        first -= 1
    sure = [number for number in range(first, len(lines)) if number in marked]
    if len(sure) >= _BOTTOM_SURE:
        marked.update(range(sure[0], len(lines)))


def mark_tail(lines: Sequence[Line], marked: set[int]) -> None:
    """Marks all below the body from the first line of furniture on, and the tags and names just above that."""
    body = body_of(lines, marked)
    if not body:
        return
    below = [number for number in range(body[-1] + 1, len(lines)) if number in marked]
    if below:
        first = below[0]
        while first - 1 > body[-1] and lines[first - 1].is_short:
            first -= 1
        marked.update(range(first, len(lines)))
