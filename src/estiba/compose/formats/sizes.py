"""Sizes in bytes: `512m`, `1.5 GB`, `64MiB`.

Source: RAMInBytes of docker/go-units, as Docker Compose 2.40.3 answers. Every unit is
a power of 1024, `m` as well as `MB` and `MiB`; Kubernetes' `Mi` is none.
"""

from __future__ import annotations

import re

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.numbers import to_float

_SIZE = re.compile(r"(?P<number>.*[0-9.]|.*(?= )) ?(?P<suffix>[^0-9. ]*)", re.DOTALL)
_SUFFIX = re.compile(r"(?P<power>[kmgtp])(?:i?b)?|b|")
_POWERS = "kmgtp"


def read_size(text: str) -> int:
    """Give the bytes that `text` stands for, rounded down.

    What 64 bits cannot hold is the lowest number that they can, as Compose has it.
    Raises FormatFault `number` (none at all, negative, `1,5g`) or `suffix` (`512Mi`).
    """
    match = _SIZE.fullmatch(text)
    if match is None:
        raise FormatFault("number", 0, text)
    number, suffix = match["number"], match["suffix"]
    try:
        size = to_float(number)
    except FormatFault:
        raise FormatFault("number", 0, number) from None
    if size < 0:
        raise FormatFault("number", 0, number)
    unit = _SUFFIX.fullmatch(suffix.lower())
    if unit is None:
        raise FormatFault("suffix", match.start("suffix"), suffix)
    if unit["power"]:
        size *= 1024 ** (_POWERS.index(unit["power"]) + 1)
    return int(size) if size < 2**63 else -(2**63)
