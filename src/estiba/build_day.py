"""The day of a build: today, or the one that SOURCE_DATE_EPOCH names.

https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import datetime as dt
import os

VARIABLE = "SOURCE_DATE_EPOCH"
_LAST = 2**32 - 1
"""The last second that the header of a gzip file has room for (RFC 1952)."""
_SHOWN = 40


class BadEpoch(Exception):
    """The variable is set to what is no time; the message says what it should be."""


def build_day() -> dt.date:
    """Give the day on which dates of notes are judged; raises `BadEpoch`."""
    given = os.environ.get(VARIABLE)
    if given is None:
        return dt.date.today()  # noqa: DTZ011 - the author's day
    if not (given.isascii() and given.isdigit() and len(given) <= 10 and int(given) <= _LAST):
        raise BadEpoch(
            f"{VARIABLE} is {given[:_SHOWN]!r}; write the seconds since 1970 as a number"
            f" from 0 to {_LAST}, or unset it"
        )
    return dt.datetime.fromtimestamp(int(given), dt.UTC).date()
