from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipfile.corpus.dates import DateError, PublicationDate, bounds


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-08-31", date(2024, 8, 31), date(2024, 8, 31)),
        ("2024-08~", date(2024, 8, 1), date(2024, 8, 31)),
    ],
)
def test_bounds_are_the_first_and_the_last_day_that_a_date_can_mean(edtf: str, first: date, last: date) -> None:
    assert bounds(edtf) == (first, last)
    assert (PublicationDate(edtf).first_day, PublicationDate(edtf).last_day) == (first, last)


@pytest.mark.parametrize(
    "edtf",
    ["", "24", "2024-", "2024-8", "2024-13", "2024-00", "2024-02-30", "2024-08-31T10:00", "0000", "~2024", "２０２４"],
)
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(DateError, match="is not a date"):
        PublicationDate(edtf)


@given(st.dates())
def test_every_day_is_its_own_bounds(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)
