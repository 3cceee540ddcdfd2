"""Entries of extra_hosts, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.hosts import read_extra_host


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("a=1.2.3.4", ("a", "1.2.3.4")),
        ("a:1.2.3.4", ("a", "1.2.3.4")),
        ("a=::1", ("a", "::1")),
        ("a:::1", ("a", "::1")),
        ("a=[::1]", ("a", "::1")),
        ("a:[::1]", ("a", "::1")),
        ("a:[]", ("a", "[]")),
        ("a=[x", ("a", "[x")),
        ("a=", ("a", "")),
        ("a:", ("a", "")),
        ("a==1", ("a", "=1")),
        ("a=b:c", ("a", "b:c")),
        ("a=notip", ("a", "notip")),
        ("a = 1.1.1.1", ("a ", " 1.1.1.1")),
        ("a=1.1.1.1,[::1]", ("a", "1.1.1.1,::1")),
        ("host.docker.internal:host-gateway", ("host.docker.internal", "host-gateway")),
    ],
)
def test_accepted(text, host):
    assert read_extra_host(text) == host


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", ("no-address", 0, "")),
        ("host.docker.internal", ("no-address", 0, "host.docker.internal")),
        ("1.2.3.4 a", ("no-address", 0, "1.2.3.4 a")),
        ("=1.2.3.4", ("no-name", 0, "")),
        (":1.2.3.4", ("no-name", 0, "")),
        ("=", ("no-name", 0, "")),
        ("a:b=c", ("name", 0, "a:b")),
        ("a:=1", ("name", 0, "a:")),
    ],
)
def test_refused(text, fault):
    with pytest.raises(FormatFault) as caught:
        read_extra_host(text)
    assert (caught.value.kind, caught.value.offset, caught.value.detail) == fault


@given(
    st.from_regex(r"\A[a-z0-9.-]{1,12}\Z"), st.sampled_from("=:"), st.ip_addresses().map(str), st.booleans()
)
@settings(derandomize=True, deadline=None)
def test_host_written_from_its_parts_is_read_back(name, separator, address, brackets):
    written = f"[{address}]" if brackets else address
    assert read_extra_host(f"{name}{separator}{written}") == (name, address)
