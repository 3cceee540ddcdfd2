"""Durations, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.durations import read_duration
from estiba.compose.formats.fault import FormatFault

SECOND = 10**9
HOUR = 3600 * SECOND


@pytest.mark.parametrize(
    ("text", "nanoseconds"),
    [
        ("0", 0),
        ("-0", 0),
        ("+0", 0),
        ("1s", SECOND),
        ("+1s", SECOND),
        ("-1s", -SECOND),
        ("-1.5h", -3 * HOUR // 2),
        (".5s", SECOND // 2),
        ("1.s", SECOND),
        ("1ns", 1),
        ("0.1ns", 0),
        ("1us", 1000),
        ("1\u00b5s", 1000),
        ("1\u03bcs", 1000),
        ("1ms", 10**6),
        ("1d", 24 * HOUR),
        ("1w", 168 * HOUR),
        ("1d12h", 36 * HOUR),
        ("1h30m", 3 * HOUR // 2),
        ("1m1m", 120 * SECOND),
        ("1s1h", HOUR + SECOND),
        ("1.000000001s", SECOND + 1),
        ("1.0000000005s", SECOND),
        ("0.33333333333333333333333h", HOUR // 3),
        ("15250w", 2562000 * HOUR),
        ("9223372036854775807ns", 2**63 - 1),
        ("2562047h47m16.854775807s", 2**63 - 1),
    ],
)
def test_accepted(text, nanoseconds):
    assert read_duration(text) == nanoseconds


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("30", ("unit", 2, "")),
        ("00", ("unit", 2, "")),
        ("0.0", ("unit", 3, "")),
        ("1s5", ("unit", 3, "")),
        ("1.1.1s", ("unit", 3, "")),
        ("1y", ("unit", 1, "y")),
        ("1M", ("unit", 1, "M")),
        ("1S", ("unit", 1, "S")),
        ("1 s", ("unit", 1, " s")),
        ("1s ", ("unit", 1, "s ")),
        ("1min", ("unit", 1, "min")),
        ("5h2sec", ("unit", 3, "sec")),
        ("1h 30m", ("unit", 1, "h ")),
        ("1h-1m", ("unit", 1, "h-")),
        ("1,5s", ("unit", 1, ",")),
        ("1e3s", ("unit", 1, "e")),
        ("1_0s", ("unit", 1, "_")),
        ("", ("number", 0, "")),
        ("-", ("number", 0, "-")),
        ("s", ("number", 0, "s")),
        (".s", ("number", 0, ".s")),
        (" 1s", ("number", 0, " 1s")),
        ("inf", ("number", 0, "inf")),
        ("\u0663s", ("number", 0, "\u0663s")),
        ("1h.", ("number", 2, ".")),
        ("15251w", ("number", 0, "15251w")),
        ("99999999999999999999s", ("number", 0, "99999999999999999999s")),
        ("9223372036854775808ns", ("number", 0, "9223372036854775808ns")),
        ("-9223372036854775808ns", ("number", 1, "9223372036854775808ns")),
        ("2562047h47m16.854775808s", ("number", 11, "16.854775808s")),
    ],
)
def test_refused(text, fault):
    with pytest.raises(FormatFault) as caught:
        read_duration(text)
    assert (caught.value.kind, caught.value.offset, caught.value.detail) == fault


@given(st.integers(0, 90), st.integers(0, 23), st.integers(0, 59), st.integers(0, 999), st.sampled_from("-+"))
@settings(derandomize=True, deadline=None)
def test_duration_written_from_its_parts_is_read_back(days, hours, minutes, milliseconds, sign):
    nanoseconds = (days * 24 + hours) * HOUR + minutes * 60 * SECOND + milliseconds * 10**6
    text = f"{sign}{days}d{hours}h{minutes}m{milliseconds}ms"
    assert read_duration(text) == (nanoseconds if sign == "+" else -nanoseconds)
