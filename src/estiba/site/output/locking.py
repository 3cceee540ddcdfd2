"""One build at a time into one site."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

try:
    import fcntl
except ImportError:  # where there is none, nobody waits for anybody
    fcntl = None  # type: ignore[assignment]

_PAUSE = 0.1
"""Seconds between two looks."""


class Held(Exception):
    """Another build has the lock, and kept it all the time that one could wait."""


class Lock:
    """An flock(2) on a file, which the system takes back from whoever is killed."""

    def __init__(self, path: Path, *, patience: float, on_wait: Callable[[], None]) -> None:
        """Take it; waits up to `patience` seconds, and calls `on_wait` once if it has to.

        Raises `Held`, and OSError where the file cannot be made.
        """
        self._path = path
        self._descriptor: int | None = None
        end, has_waited = time.monotonic() + patience, False
        while not self._try():
            if time.monotonic() > end:
                raise Held
            if not has_waited:
                on_wait()
                has_waited = True
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Give it back; the file goes, so that nothing is left beside the site."""
        if self._descriptor is not None:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)
            self._descriptor = None

    def _try(self) -> bool:
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        if fcntl is not None:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
                return False
            if not self._is_there(descriptor):
                os.close(descriptor)
                return False
        self._descriptor = descriptor
        return True

    def _is_there(self, descriptor: int) -> bool:
        """Whether the file is still the one at the path: who had it before has removed it at the end."""
        try:
            there = self._path.stat()
        except FileNotFoundError:
            return False
        ours = os.fstat(descriptor)
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)
