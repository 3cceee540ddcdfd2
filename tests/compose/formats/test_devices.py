"""Short devices, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.devices import Device, read_device
from estiba.compose.formats.fault import FormatFault


@pytest.mark.parametrize(
    ("text", "device"),
    [
        ("", Device("", "", "rwm")),
        (":", Device("", "", "rwm")),
        ("::", Device("", "", "")),
        ("/dev/a", Device("/dev/a", "/dev/a", "rwm")),
        ("/dev/a:", Device("/dev/a", "/dev/a", "rwm")),
        (":/dev/b", Device("", "/dev/b", "rwm")),
        ("/dev/a:/dev/b", Device("/dev/a", "/dev/b", "rwm")),
        ("/dev/a:rwm", Device("/dev/a", "rwm", "rwm")),
        ("/dev/a:/dev/b:xyz", Device("/dev/a", "/dev/b", "xyz")),
        ("/dev/a::r", Device("/dev/a", "/dev/a", "r")),
        ("a:b:", Device("a", "b", "")),
        ("vendor.com/class=name", Device("vendor.com/class=name", "vendor.com/class=name", "rwm")),
    ],
)
def test_accepted(text, device):
    assert read_device(text) == device


@pytest.mark.parametrize(
    ("text", "offset", "detail"),
    [("/dev/a:/dev/b:r:x", 16, "x"), (":::", 3, ""), ("a:b:c:d:e", 6, "d:e")],
)
def test_refused(text, offset, detail):
    with pytest.raises(FormatFault) as caught:
        read_device(text)
    assert (caught.value.kind, caught.value.offset, caught.value.detail) == ("too-many", offset, detail)


paths = st.from_regex(r"\A/dev/[a-z0-9/]{1,9}\Z")


@given(paths, paths, st.sampled_from(["r", "w", "m", "rw", "rwm"]))
@settings(derandomize=True, deadline=None)
def test_device_written_from_its_parts_is_read_back(source, target, permissions):
    assert read_device(f"{source}:{target}:{permissions}") == Device(source, target, permissions)
