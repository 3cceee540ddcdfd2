"""Dates and times as people write them in YAML."""

from __future__ import annotations

import datetime as dt
import re

_DATE = re.compile(r"(?P<day>\d{4}-\d{1,2}-\d{1,2})(?P<time>(?:[Tt]|[ \t]+)\d{1,2}:\d{2}.*)?")
_TIME = re.compile(
    r"(?:[Tt]|[ \t]+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d*)?)?"
    r"[ \t]*(?:(?P<utc>[Zz])|(?P<sign>[-+])(?P<zone_hour>\d{1,2})(?::?(?P<zone_minute>\d{2}))?)?"
)


def date_of(text: str) -> dt.date | None:
    """Read `2025-10-25`, or that with a time behind it (then a `datetime`); else None."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        day = dt.date(*map(int, match["day"].split("-")))
        return day if match["time"] is None else _at(day, match["time"])
    except ValueError:
        return None


def _at(day: dt.date, time: str) -> dt.datetime | None:
    match = _TIME.fullmatch(time)
    if match is None:
        return None
    zone = None
    if match["utc"]:
        zone = dt.UTC
    elif match["sign"]:
        shift = dt.timedelta(hours=int(match["zone_hour"]), minutes=int(match["zone_minute"] or 0))
        zone = dt.timezone(-shift if match["sign"] == "-" else shift)
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    return dt.datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)
