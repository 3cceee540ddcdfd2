"""Spans of time: `30s`, `1h30m`, `1d`.

Source: xhit/go-str2duration, with which Docker Compose 2.40.3 reads them; it knows
days and weeks beside Go's own units, and no years.
"""

from __future__ import annotations

import re

from estiba.compose.formats.fault import FormatFault

_UNITS = {
    "ns": 1,
    "us": 10**3,
    "\u00b5s": 10**3,
    "\u03bcs": 10**3,
    "ms": 10**6,
    "s": 10**9,
    "m": 60 * 10**9,
    "h": 3600 * 10**9,
    "d": 24 * 3600 * 10**9,
    "w": 7 * 24 * 3600 * 10**9,
}
"""Nanoseconds; the micro sign may be a Greek letter."""

_MOST = 2**63 - 1
_STEP = re.compile(r"0*(?P<whole>[0-9]*)(?:\.(?P<fraction>[0-9]*))?(?P<unit>[^0-9.]*)")


def read_duration(text: str) -> int:
    """Give the nanoseconds that `text` stands for, negative ones too.

    Raises FormatFault `number` (no number where one should be, or too large a one) or
    `unit` (unknown; with an empty detail, at the place where it is missing: `30`).
    """
    start = 1 if text[:1] in ("-", "+") else 0
    if text[start:] == "0":
        return 0
    if start == len(text):
        raise FormatFault("number", 0, text)
    total, place = 0, start
    while place < len(text):
        step = _STEP.match(text, place)
        if step is None or not text[place : step.start("unit")].strip("."):
            raise FormatFault("number", place, text[place:])
        total += _nanoseconds(step)
        if total > _MOST:
            raise FormatFault("number", place, step[0])
        place = step.end()
    return -total if text[0] == "-" else total


def _nanoseconds(step: re.Match[str]) -> int:
    unit = _UNITS.get(step["unit"])
    if unit is None:
        raise FormatFault("unit", step.start("unit"), step["unit"])
    if len(step["whole"]) > len(str(_MOST)):
        raise FormatFault("number", step.start(), step[0])
    return int(step["whole"] or 0) * unit + _fraction(step["fraction"] or "", unit)


def _fraction(digits: str, unit: int) -> int:
    """Give the nanoseconds behind the point; digits beyond 64 bits are not looked at."""
    value, scale = 0, 1.0
    for digit in digits:
        longer = value * 10 + int(digit)
        if longer > _MOST:
            break
        value, scale = longer, scale * 10
    return int(value * (unit / scale))
