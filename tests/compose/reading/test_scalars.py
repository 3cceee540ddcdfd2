"""Scalars as Docker Compose reads them."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.reading.scalars import is_date, scalar_value, tag_fault
from estiba.yaml_tree import Scalar, read_documents


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
        (".inf", sys.float_info.max),
        ("-.Inf", -sys.float_info.max),
        (".NaN", sys.float_info.max),
        (".iNF", ".iNF"),
        ("1.2.3", "1.2.3"),
        ("", None),
        ("~", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("9" * 50, "9" * 50),
        ("1_0.5", 10.5),
        ("+.5", 0.5),
        ("0o8", "0o8"),
        ("_1", "_1"),
        ("1e400", "1e400"),
        ("0x", "0x"),
        ("1:30", "1:30"),
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
    [
        ("2024-12-17", True),
        ("2024-1-2", True),
        ("2024-02-29", True),
        ("2024-12-17 10:00:00", True),
        ("2024-12-17  1:2:3.5", True),
        ("2024-12-17T10:00:00Z", True),
        ("2024-12-17t1:2:3.5+01:00", True),
        ("0000-01-01", True),
        ("2024-13-45", False),
        ("2023-02-29", False),
        ("24-01-02", False),
        ("2024-12-17T10:00:00", False),
        ("2024-12-17T10:00:00z", False),
        ("2024-12-17T10:00:00+01", False),
        ("2024-12-17 10:00", False),
        ("2024-12-17 10:00:00Z", False),
        ("2024-12-17 10:00:00 +01:00", False),
        ("2024-12-17T24:00:00Z", False),
        ("v2024-12-17", False),
    ],
)
def test_unquoted_date(text, date):
    assert is_date(plain(text)) == date
    assert not is_date(Scalar(text, 0, 0, plain=False))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("!!str 3", "3"),
        ("!!str 2024-01-02", "2024-01-02"),
        ("!!str true", "true"),
        ("!!str", ""),
        ("!<tag:yaml.org,2002:str> 3", "3"),
        ('!!int "3"', 3),
        ("!!int 0x1F", 31),
        ('!!float "1.5"', 1.5),
        ('!!bool "true"', True),
        ('!!null ""', None),
        ("! 3", 3),
        ('! "3"', "3"),
        ("!env 3", "3"),
        ("!env true", "true"),
        ("!env 2024-01-02", "2024-01-02"),
        ("!env x", "x"),
        ("!!python/none x", "x"),
    ],
)
def test_tagged(written, value):
    (node,) = read_documents(written)
    assert (scalar_value(node), type(scalar_value(node))) == (value, type(value))
    assert not is_date(node)
    assert tag_fault(node) is None


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("!!int abc", "integer"),
        ("!!int 1.5", "integer"),
        ("!!int true", "integer"),
        ('!!int ""', "integer"),
        ("!!float x", "float"),
        ("!!bool yes", "boolean"),
        ('!!bool "on"', "boolean"),
        ("!!bool 1", "boolean"),
    ],
)
def test_tag_that_says_what_is_not_so(written, fault):
    assert tag_fault(read_documents(written)[0]) == fault
