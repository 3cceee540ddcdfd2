"""The time of a build, which the bytes of a site do not tell."""

from __future__ import annotations

from pathlib import Path

PACKED_SITEMAP = "sitemap.xml.gz"
_MAGIC = b"\x1f\x8b"
_TIME = slice(4, 8)


def forget_time(path: Path) -> None:
    """Take the time out of the header of a gzip file, if there is one at `path`.

    In that of a sitemap without dates, MkDocs writes the day of the build.
    """
    data = bytearray(path.read_bytes() if path.is_file() else b"")
    if data.startswith(_MAGIC) and any(data[_TIME]):
        data[_TIME] = bytes(4)
        path.write_bytes(data)
