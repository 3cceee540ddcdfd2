"""An end to work that takes too long, where the system can tell."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 1
"""Seconds after which it is said again, where it was said to code that nobody hears (a destructor's)."""


class TooLong(BaseException):
    """The work took longer than it may. No `Exception`: what catches all of these must not catch this."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TooLong` in what runs within, once it has worked for `seconds`.

    What others do on the machine meanwhile does not count, nor that the process was stopped. It needs
    the signals of Unix and the main thread; elsewhere there is no limit.
    """
    if not _can_tell():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def is_limited() -> bool:
    """Whether what runs here has a limit already."""
    return _can_tell() and signal.getitimer(signal.ITIMER_VIRTUAL)[0] > 0


def _can_tell() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
