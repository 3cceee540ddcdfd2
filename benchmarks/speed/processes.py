"""Whole processes, timed: from their start to their end, with all that they start."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MIB = 1024 * 1024
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
_BETWEEN = 0.1
"""Seconds between two looks at the memory."""


class Failed(Exception):
    """A command that is measured has failed; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A process that has ended well."""

    seconds: float
    largest: int
    """Bytes that the largest of its processes held at most, children that it waited for included."""
    together: int
    """Bytes that all its processes held at most at one time; `largest` where nobody looked."""


def start(command: Sequence[str], folder: Path, said: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start `command` in `folder`, in a session of its own; what it says goes into `said`."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def run(command: Sequence[str], folder: Path, *, watch_memory: bool = False) -> Ran:
    """Run `command` in `folder` to its end. Raises `Failed` where it ends with anything but 0.

    To watch the memory of all processes together costs some time, and needs Linux.
    """
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = start(command, folder, said)
        watch = _Watch(process.pid) if watch_memory else None
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        most = watch.end() if watch else 0
        if process.returncode:
            said.seek(0)
            text = said.read().decode(errors="replace")[-2000:]
            raise Failed(f"{' '.join(command)} in {folder}: exit status {process.returncode}\n{text}")
    largest = used.ru_maxrss * (1 if os.uname().sysname == "Darwin" else 1024)
    return Ran(seconds, largest, max(largest, most))


class _Watch:
    """Looks at the memory of a session's processes until it is told to end."""

    def __init__(self, session: int) -> None:
        self._session, self._most, self._ended = session, 0, threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def end(self) -> int:
        self._ended.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        while not self._ended.wait(_BETWEEN):
            self._most = max(self._most, memory_of_session(self._session))


def memory_of_session(session: int) -> int:
    """Give the bytes that all processes of a session hold now; what they share is counted once.

    They are the proportional set sizes of Linux (proc(5), `smaps_rollup`); 0 elsewhere.
    """
    return sum(_memory(path) for path in Path("/proc").glob("[0-9]*") if _session(path) == session)


def _session(path: Path) -> int | None:
    try:
        fields = (path / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:  # it has ended since
        return None
    return int(fields[3])


def _memory(path: Path) -> int:
    try:
        lines = (path / "smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
