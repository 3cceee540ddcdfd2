"""The code by which results are made: other code, other results."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from estiba.store.digests import digest, stable_digest

_PACKAGE = Path(__file__).parents[1]
_METADATA = ".dist-info"


@cache
def code_digest() -> bytes:
    """Give 20 bytes for Python's version, the packages beside it, and every byte of Estiba's own.

    Bytes, because in an editable checkout the version says nothing; it takes some 15 ms. Nothing depends on
    where all this is installed. It is looked at once a process, which goes on with the code that it has.
    Raises OSError.
    """
    python = (sys.implementation.name, tuple(sys.version_info), sys.flags.optimize)
    return digest(stable_digest(python), stable_digest(_packages(sys.path)), _contents(_PACKAGE))


def _packages(folders: list[str]) -> frozenset[str]:
    """Give names and versions of what is installed, as its folders of metadata say them."""
    found: set[str] = set()
    for folder in folders:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - Path costs as much again
        except OSError:  # the zip file of the standard library, or nothing at all
            continue
        found.update(name for name in names if name.endswith(_METADATA))
    return frozenset(found)


def _contents(package: Path) -> bytes:
    """Give a digest of all files below `package`, by names and bytes, but not of what Python leaves there."""
    parts = []
    for name, path in sorted(_files(str(package), "")):
        with open(path, "rb") as file:  # noqa: PTH123 - likewise
            parts += [name.encode("utf-8", "surrogateescape"), file.read()]
    return digest(*parts)


def _files(folder: str, above: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            name = f"{above}/{entry.name}"
            if entry.is_dir():
                yield from _files(entry.path, name)
            elif entry.is_file():
                yield name, entry.path
