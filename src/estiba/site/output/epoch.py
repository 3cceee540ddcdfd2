"""The day of a build: today, or the one that SOURCE_DATE_EPOCH names.

https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

VARIABLE = "SOURCE_DATE_EPOCH"
_LAST = 2**32 - 1
"""The last second that the header of a gzip file has room for (RFC 1952)."""
PACKED_SITEMAP = "sitemap.xml.gz"
_SHOWN = 40
_MAGIC = b"\x1f\x8b"
_TIME = slice(4, 8)


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


def forget_time(path: Path) -> None:
    """Take the time out of the header of a gzip file, if there is one at `path`.

    In that of a sitemap without dates, MkDocs writes the day of the build.
    """
    data = bytearray(path.read_bytes() if path.is_file() else b"")
    if data.startswith(_MAGIC) and any(data[_TIME]):
        data[_TIME] = bytes(4)
        path.write_bytes(data)
