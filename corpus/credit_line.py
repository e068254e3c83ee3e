"""The line at the end of an article that says who reported it or where it appeared first."""

import re
from collections.abc import Sequence, Set

_WHO = r"[A-Z][\w.,&/’' -]{1,60}"
_AT_THE_END = 3  # lines that may hold a credit of few words
_NEAR_THE_END = 0.2  # share of the lines that may hold one that speaks for itself
_SHORT = (  # each has to match the whole line
    rf"[-–—(\[* ]+(?:(?:An?|The) )?{_WHO} (?:[Rr]eport|[Ss]ervice|[Dd]esk|[Bb]ureau|[Ss]taff|[Cc]orrespondent)s?[)\].*]*",
    rf"[-–—]+ ?(?:[Ww]ith .{{2,60}}|{_WHO})(?<![.!?])",
    rf"(?:Source|Sources|Via|Courtesy) ?: ?{_WHO}",
)
_LONG = (
    r"[(\[](?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ww]ith|[Cc]ompiled|[Ee]dited|[Tt]ranslated)\b.{2,300}"
    r"[)\]]\.?",
    r"(?:Additional reporting|Reporting|Edited|Compiled|Translated) by\b.{2,160}|With (?:reporting|files|(?:agency )?inputs?)"
    r" (?:by|from)\b.{2,160}",
    r"(?:The )?[Rr]eporting for this (?:story|article|series)\b.{2,200}",
    r"This (?:story|article|reporting|series|project) was (?:supported|funded|made possible) by\b.{2,200}",
    r".{2,120}\bcontributed (?:\w+ )?(?:research|reporting)\.?",
    r".{2,160}\bcontributed (?:reporting )?to this (?:report|story|article)\.?",
    r"(?:This (?:article|story|piece|report|interview|post)|It) (?:(?:was|is|has been) )?(?:first|originally) (?:appeared"
    r"|published|produced|written|ran|run)\b.{2,160}",
    r"This (?:article|story|piece|report|interview|post) (?:(?:was|is|has been) )?(?:re)?(?:appeared|published|produced"
    r"|printed|provided) (?:by|in|on|from|with)\b.{2,160}",
    r"(?:Re)?[Pp]ublished (?:with|by|under) (?:kind )?(?:permission|arrangement|licen[cs]e|courtesy)\b.{2,120}",
)
_ITEM = re.compile(r"[-–—*•]+\s")
_SHORT_CREDIT, _LONG_CREDIT = (re.compile("|".join(f"(?:{one})" for one in several)) for several in (_SHORT, _LONG))


def credit_line(lines: Sequence[str], marked: Set[int]) -> int | None:
    """The number of the credit line among the last lines that are not marked as furniture; `None` without one."""
    article = [number for number in range(len(lines)) if number not in marked]
    for place, number in enumerate(reversed(article[1:])):
        if _ITEM.match(lines[number]) and _ITEM.match(lines[number - 1]):
            return None  # the last points of a list
        if _LONG_CREDIT.fullmatch(lines[number]) or (place < _AT_THE_END and _SHORT_CREDIT.fullmatch(lines[number])):
            return number
        if place >= max(_AT_THE_END, _NEAR_THE_END * len(article)):
            break
    return None
