"""Scalars as Docker Compose reads them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.scalars import is_date, scalar_value
from estiba.yaml_tree import Scalar


def plain(text):
    return Scalar(text, 0, len(text), plain=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", True),
        ("false", False),
        ("22:22", "22:22"),
        ("0444", 0o444),
        ("0o17", 0o17),
        ("0x1F", 31),
        ("0b101", 5),
        ("1_000", 1000),
        ("-7", -7),
        ("08", 8.0),
        ("3.8", 3.8),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1.2.3", "1.2.3"),
        ("", None),
        ("~", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("9" * 50, "9" * 50),
    ],
)
def test_plain_scalar(text, value):
    assert (scalar_value(plain(text)), type(scalar_value(plain(text)))) == (value, type(value))


@given(st.text(max_size=30))
@settings(derandomize=True, deadline=None)
def test_quoted_scalar_is_text(text):
    assert scalar_value(Scalar(text, 0, 0, plain=False)) == text


@given(st.integers(-(10**17), 10**17))
@settings(derandomize=True, deadline=None)
def test_decimal_number_is_itself(number):
    assert scalar_value(plain(str(number))) == number


@given(st.text(st.characters(codec="utf-8"), max_size=60))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_nothing_raises(text):
    scalar_value(plain(text))
    is_date(plain(text))


@pytest.mark.parametrize(
    ("text", "date"),
    [("2024-12-17", True), ("2024-12-17 10:00:00", True), ("2024-13-45", False), ("v2024-12-17", False)],
)
def test_unquoted_date(text, date):
    assert is_date(plain(text)) == date
    assert not is_date(Scalar(text, 0, 0, plain=False))
