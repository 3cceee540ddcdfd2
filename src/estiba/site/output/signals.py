"""What ends a program by default, made to end it in order."""

from __future__ import annotations

import signal
import threading
from types import FrameType

_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class OrderlyEnd:
    """While it is on, who is told to end raises SystemExit, with the status that a shell would see."""

    def __init__(self) -> None:
        """Switch it on, for signals that nobody else answers."""
        self._taken: list[signal.Signals] = []
        if threading.current_thread() is threading.main_thread():
            for number in _ENDING:
                if signal.getsignal(number) is signal.SIG_DFL:
                    signal.signal(number, _end)
                    self._taken.append(number)

    def off(self) -> None:
        """Let the signals do again what they do by default."""
        while self._taken:
            signal.signal(self._taken.pop(), signal.SIG_DFL)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
