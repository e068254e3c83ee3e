"""The date that a line or an attribute states: 2024-08-31T07:30, 31 August 2024, Aug. 31, 2024."""

import re

from clipfile.corpus.dates import DateError, PublicationDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\s*(\d{4})(?:[-/]?([01]\d)(?:[-/]?([0-3]\d))?)?(?!\d)")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Z][A-Za-z]{2})[A-Za-z]*\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([A-Z][A-Za-z]{2})[A-Za-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def stated_date(text: str) -> PublicationDate | None:
    """The day (or month, or year) that a date and time names, as written there; `None` if it is not understood."""
    if match := _ISO.match(text):
        parts = [part for part in match.groups() if part]
    elif (match := _DAY_FIRST.search(text)) and match[2].lower() in _MONTHS:
        parts = [match[3], f"{_MONTHS.index(match[2].lower()) + 1:02}", f"{int(match[1]):02}"]
    elif (match := _MONTH_FIRST.search(text)) and match[1].lower() in _MONTHS:
        parts = [match[3], f"{_MONTHS.index(match[1].lower()) + 1:02}", f"{int(match[2]):02}"]
    else:
        return None
    try:
        return PublicationDate("-".join(parts))
    except DateError:
        return None
