"""Whatever text is read: a value, or a fault that points into the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.devices import read_device
from estiba.compose.formats.durations import read_duration
from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.hosts import read_extra_host
from estiba.compose.formats.images import read_image
from estiba.compose.formats.mounts import read_mount
from estiba.compose.formats.numbers import to_bool, to_float, to_int, to_mode
from estiba.compose.formats.ports import read_port
from estiba.compose.formats.sizes import read_size

READERS = {
    read_port: "0158:/-[]%.tcpudTCP \u0663",
    read_mount: "ac1:/\\.~${},ñ日\0",
    read_device: "a:/",
    read_extra_host: "a1:=[],. ",
    read_duration: "0159.+-smhdwuµny ",
    read_size: "0159.-+_ kmgKibBeinf",
    read_image: "aZ09.:/@_-[]<>{ …sh256",
    to_bool: "yestrunofaY",
    to_int: "0159+-_ \u0663",
    to_float: "0159.eE+-_xpinfa\u0131 ",
    to_mode: "0178+-o ",
}


def fault_of(read, text):
    try:
        read(text)
    except FormatFault as fault:
        return fault
    return None


def points_into(text, fault):
    if fault is not None:
        assert 0 <= fault.offset <= len(text)
        assert text[fault.offset :].startswith(fault.detail)


@pytest.mark.parametrize(("read", "letters"), READERS.items(), ids=lambda it: getattr(it, "__name__", ""))
def test_fault_points_into_the_text(read, letters):
    @given(st.text(max_size=12) | st.text(letters, max_size=12) | st.text("\ud800" + letters, max_size=3))
    @settings(derandomize=True, deadline=None, max_examples=150)
    def reads(text):
        points_into(text, fault_of(read, text))

    reads()


@pytest.mark.parametrize("read", READERS, ids=lambda it: it.__name__)
@pytest.mark.parametrize(
    "text", ["9" * 5000, "0" * 5000, "0." + "9" * 5000, "a:" * 5000, "a-" * 5000, "[" * 5000]
)
def test_long_text_is_read_too(read, text):
    points_into(text, fault_of(read, text))
