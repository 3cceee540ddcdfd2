"""What a check of a whole vault found, as long as no byte of it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from estiba.config import Config
from estiba.problem import Problem
from estiba.store.digests import digest, stable_digest
from estiba.vault.files.active_files import needs_reading

KIND = "check"


@dataclass(frozen=True, slots=True)
class LastCheck:
    """What was found, before anything known is left out."""

    problems: tuple[Problem, ...]
    """With their paths in the vault, in the order in which they were found."""
    notes: int
    examples: int
    ends: tuple[dt.date, ...]
    """The last days of silences."""
    day: dt.date

    def holds_on(self, day: dt.date) -> bool:
        """Whether the same would be found on `day`: no silence ends between the two."""
        return all((end < self.day) == (end < day) for end in self.ends)


def key_of(
    root: Path,
    *,
    read: Iterable[str],
    others: Iterable[str],
    asked: Iterable[object],
    config: Config,
    programs: bytes,
) -> bytes:
    """Give the digest of all that a check depends on but the day.

    `read` are the paths in `root` of notes and Compose files, `others` those of all other files; `asked`
    is what the caller wants.
    """
    basis = (programs, stable_digest(config), repr(tuple(asked)).encode("utf-8", "surrogatepass"))
    return digest(*basis, *_contents(root, read), b"", *_looked_at(root, others))


def _contents(root: Path, paths: Iterable[str]) -> Iterator[bytes]:
    for path in paths:
        yield path.encode("utf-8", "surrogatepass")
        yield _bytes(root / path)


def _looked_at(root: Path, paths: Iterable[str]) -> Iterator[bytes]:
    """Give the paths, and the contents of files that may run something in a browser."""
    for path in paths:
        yield path.encode("utf-8", "surrogatepass")
        yield _bytes(root / path) if needs_reading(path) else b""


def _bytes(file: Path) -> bytes:
    try:
        return b"+" + file.read_bytes()
    except OSError:
        return b"-"
