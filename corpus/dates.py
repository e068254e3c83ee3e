"""Dates as EDTF (Library of Congress, ISO 8601-2): 2024, 2024-08, 2024-08-31, each with ~ when approximate."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)


class DateError(ValueError):
    """A date that is not written as EDTF; the message says how to write it."""


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When an article appeared, and the words of the text it was inferred from where the text does not state it."""

    edtf: str
    inferred_from: str | None = None

    def __post_init__(self) -> None:
        """Refuses a date that is not EDTF."""
        bounds(self.edtf)

    @property
    def first_day(self) -> date:
        """The first day that the date can mean."""
        return bounds(self.edtf)[0]

    @property
    def last_day(self) -> date:
        """The last day that the date can mean."""
        return bounds(self.edtf)[1]


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day that a date can mean: `2024-08` is 1 to 31 August 2024; `~` does not widen it.

    Raises:
        DateError: if the date is not written as 2024, 2024-08 or 2024-08-31, with ~ if approximate.
    """
    match = _EDTF.fullmatch(edtf)
    if not match:
        raise DateError(f"{edtf!r} is not a date; write it as 2024, 2024-08 or 2024-08-31, with ~ if approximate")
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    try:
        first = date(year, month, day)
        if match[3]:
            return first, first
        if match[2]:
            return first, date(year, month, monthrange(year, month)[1])
        return first, date(year, 12, 31)
    except ValueError as error:
        raise DateError(f"{edtf!r} is not a date: {error}") from error
