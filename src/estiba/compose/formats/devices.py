"""A device in its short form: `source[:target[:permissions]]`.

Source: Docker Compose 2.40.3, which fills empty parts and checks no path and no letter.
"""

from __future__ import annotations

from dataclasses import dataclass

from estiba.compose.formats.fault import FormatFault


@dataclass(frozen=True, slots=True)
class Device:
    """A device of the host, and what a container may do with it."""

    source: str
    """A path on the host, or the name of a CDI device."""
    target: str
    permissions: str = "rwm"


def read_device(text: str) -> Device:
    """Read one entry of `devices`; FormatFault `too-many` for a fourth part."""
    source, *more = text.split(":", 3)
    if len(more) > 2:
        raise FormatFault("too-many", len(text) - len(more[2]), more[2])
    target = more[0] if more else ""
    return Device(source, target or source, *more[1:])
