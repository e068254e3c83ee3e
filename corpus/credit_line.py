"""The line at the end of an article that says who reported it or where it appeared first."""

import re
from collections.abc import Sequence, Set

_WITHIN = 3  # lines of the article's end
_WHO = r"[A-Z][\w.,&/’' -]{1,60}"
_CREDITS = (  # each has to match the whole line
    rf"[-–—(\[* ]+(?:(?:An?|The) )?{_WHO} (?:[Rr]eport|[Ss]ervice|[Dd]esk|[Bb]ureau|[Ss]taff|[Cc]orrespondent)s?[)\].*]*",
    rf"[-–—]+ ?(?:[Ww]ith .{{2,60}}|{_WHO})(?<![.!?])",
    r"[(\[](?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ww]ith|[Cc]ompiled|[Ee]dited|[Tt]ranslated)\b.{2,300}[)\]]\.?",
    r"(?:Additional reporting|Reporting|Edited|Compiled|Translated) by\b.{2,160}|With (?:reporting|files|(?:agency )?inputs?)"
    r" (?:by|from)\b.{2,160}",
    r".{2,160}\bcontributed (?:reporting )?to this (?:report|story|article)\.?",
    rf"(?:Source|Sources|Via|Courtesy) ?: ?{_WHO}",
    r"(?:This (?:article|story|piece|report|interview|post)|It) (?:(?:was|is|has been) )?(?:first|originally) (?:appeared"
    r"|published|produced|written|ran|run)\b.{2,160}",
    r"This (?:article|story|piece|report|interview|post) (?:(?:was|is|has been) )?(?:re)?(?:appeared|published|produced"
    r"|printed|provided) (?:by|in|on|from|with)\b.{2,160}",
    r"(?:Re)?[Pp]ublished (?:with|by|under) (?:kind )?(?:permission|arrangement|licen[cs]e|courtesy)\b.{2,120}",
)
_CREDIT = re.compile("|".join(f"(?:{pattern})" for pattern in _CREDITS))


def credit_line(lines: Sequence[str], marked: Set[int]) -> int | None:
    """The number of the credit line among the last lines that are not marked as furniture; `None` without one."""
    article = [number for number in range(len(lines)) if number not in marked]
    for number in reversed(article[1:][-_WITHIN:]):
        if _CREDIT.fullmatch(lines[number]):
            return number
    return None
