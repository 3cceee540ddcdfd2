"""A file written whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def replace_bytes(file: Path, data: bytes) -> None:
    """Put `data` in the place of what `file` holds, with the same mode; raises `OSError`, and then it stays.

    It is never half written: a file beside it takes its place at once. What is no file (`/dev/stdout`, a
    pipe) is written to.
    """
    if file.exists() and not file.is_file():
        file.write_bytes(data)
        return
    beside = file.with_name(f".{file.name[:40]}.{os.getpid()}")
    try:
        with beside.open("xb") as new:
            new.write(data)
        if file.exists():
            beside.chmod(file.stat().st_mode & 0o7777)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
