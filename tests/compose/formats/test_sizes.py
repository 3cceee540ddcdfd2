"""Sizes, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.sizes import read_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("0", 0),
        ("512", 512),
        ("+1", 1),
        ("1.", 1),
        ("0.5", 0),
        ("0.5k", 512),
        (".5m", 524288),
        ("1.m", 1048576),
        ("1e3", 1000),
        ("1_000", 1000),
        ("1b", 1),
        ("1 b", 1),
        ("1 ", 1),
        ("1K", 1024),
        ("1kib", 1024),
        ("1KB", 1024),
        ("512M", 536870912),
        ("512mb", 536870912),
        ("512MiB", 536870912),
        ("1.5g", 1610612736),
        ("1 GB", 1073741824),
        ("1t", 2**40),
        ("1p", 2**50),
        ("9007199254740993", 9007199254740992),
        ("8191p", 8191 * 2**50),
        ("8192p", -(2**63)),
        ("9223372036854775807", -(2**63)),
    ],
)
def test_accepted(text, size):
    assert read_size(text) == size


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("512Mi", ("suffix", 3, "Mi")),
        ("1 Gi", ("suffix", 2, "Gi")),
        ("1i", ("suffix", 1, "i")),
        ("1iB", ("suffix", 1, "iB")),
        ("1kk", ("suffix", 1, "kk")),
        ("1bb", ("suffix", 1, "bb")),
        ("1e", ("suffix", 1, "e")),
        ("50%", ("suffix", 2, "%")),
        ("1m\n", ("suffix", 1, "m\n")),
        ("", ("number", 0, "")),
        ("inf", ("number", 0, "inf")),
        ("-1", ("number", 0, "-1")),
        ("-1g", ("number", 0, "-1")),
        ("1,5g", ("number", 0, "1,5")),
        ("1.2.3m", ("number", 0, "1.2.3")),
        ("0x10", ("number", 0, "0x10")),
        ("1  GB", ("number", 0, "1 ")),
        (" 1g", ("number", 0, " 1")),
        ("1g ", ("number", 0, "1g")),
        ("\u0663m", ("number", 0, "\u0663m")),
    ],
)
def test_refused(text, fault):
    with pytest.raises(FormatFault) as caught:
        read_size(text)
    assert (caught.value.kind, caught.value.offset, caught.value.detail) == fault


@given(
    st.integers(0, 4096),
    st.sampled_from(["", " "]),
    st.sampled_from("kmgtKMGT"),
    st.sampled_from(["", "b", "B", "iB"]),
)
@settings(derandomize=True, deadline=None)
def test_size_written_from_its_parts_is_read_back(number, space, power, end):
    assert read_size(f"{number}{space}{power}{end}") == number * 1024 ** ("kmgt".index(power.lower()) + 1)
