from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.dates import date_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 2025-10-25 ", dt.date(2025, 10, 25)),
        ("2025-10-25T08:30", dt.datetime(2025, 10, 25, 8, 30)),  # noqa: DTZ001 - written without a zone
        ("2025-10-25\n08:30", None),
        ("el 2025-10-25", None),
        ("", None),
    ],
)
def test_a_date_stands_alone(text, expected):
    assert date_of(text) == expected


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.dates() | st.datetimes().map(lambda one: one.replace(microsecond=0)))
def test_every_date_is_read_as_it_is_written(date):
    assert date_of(str(date)) == date
