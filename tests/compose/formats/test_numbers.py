"""Text as truth values and numbers, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.numbers import to_bool, to_float, to_int, to_mode


def kind_of(read, text):
    with pytest.raises(FormatFault) as caught:
        read(text)
    assert (caught.value.offset, caught.value.detail) == (0, text)
    return caught.value.kind


@pytest.mark.parametrize("text", "true TRUE tRuE y Y yes Yes on ON".split())
def test_true(text):
    assert to_bool(text) is True


@pytest.mark.parametrize("text", "false n N no NO off oFF".split())
def test_false(text):
    assert to_bool(text) is False


@pytest.mark.parametrize("text", ["", "t", "T", "1", "0", "f", "F", " true", "true ", "2", "enabled", "01"])
def test_no_truth_value(text):
    assert kind_of(to_bool, text) == "boolean"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("+1", 1),
        ("-1", -1),
        ("-0", 0),
        ("010", 10),
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
    ],
)
def test_integer(text, number):
    assert to_int(text) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", " 1", "1 ", "1_0", "0x10", "0o17", "0b1", "1.0", "1e3", "1,000", "--1", "abc", "1:2", "\u0663"),
        *("9223372036854775808", "-9223372036854775809", "unlimited"),
    ],
)
def test_no_integer(text):
    assert kind_of(to_int, text) == "integer"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("0440", 0o440),
        ("440", 0o440),
        ("00", 0),
        ("-1", -1),
        ("+1", 1),
        ("0777777777777", 0o777777777777),
    ],
)
def test_mode(text, mode):
    assert to_mode(text) == mode


@pytest.mark.parametrize("text", ["", "0o440", "0x1ff", "999", "08", "1_0", "0440 ", "u+x", "rw", "9" * 22])
def test_no_mode(text):
    assert kind_of(to_mode, text) == "integer"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("0.5", 0.5),
        (".5", 0.5),
        ("5.", 5),
        ("-1", -1),
        ("1e1", 10),
        ("1e1_0", 10**10),
        ("1_0", 10),
        ("1e-400", 0),
        ("0x1p4", 16),
        ("0x1.8p1", 3),
        ("Inf", math.inf),
        ("-inf", -math.inf),
        ("+Infinity", math.inf),
    ],
)
def test_float(text, number):
    assert to_float(text) == number


def test_nan():
    assert math.isnan(to_float("NaN"))


@pytest.mark.parametrize(
    "text",
    [
        *("", ".", " 1", "1 ", "1,5", "1e", "1e400", "1__0", "_1", "1_", "1_.5", "0x10", "-nan", "infinit"),
        *("abc", "\u0663", "0x1p99999"),
    ],
)
def test_no_float(text):
    assert kind_of(to_float, text) == "float"


@given(st.integers(-(2**63), 2**63 - 1))
@settings(derandomize=True, deadline=None)
def test_integer_is_read_back(number):
    assert to_int(str(number)) == number


@given(st.integers(0, 0o7777))
@settings(derandomize=True, deadline=None)
def test_mode_is_read_back(mode):
    assert to_mode(f"{mode:04o}") == mode


@given(st.floats(allow_nan=False))
@settings(derandomize=True, deadline=None)
def test_float_is_read_back(number):
    assert to_float(repr(number)) == number
