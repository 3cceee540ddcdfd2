"""One thread that does jobs, one after the other: a store is bound to the thread that opened it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

Result = TypeVar("Result")
_Job = tuple[Future[Any], Callable[[], Any]]
_TICK = 0.5
"""Seconds after which a waiting thread looks up: on some systems Ctrl-C is heard only then."""


class Worker:
    """Does jobs in one thread: the main one, where a text that takes too long can be stopped."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self.take_over()

    def take_over(self) -> None:
        """Let the thread that calls this be the one that works."""
        self._thread = threading.get_ident()

    def run(self) -> None:
        """Do jobs in this thread, which must be the one that works, until `end`."""
        while (job := self._next()) is not None:
            future, work = job
            try:
                future.set_result(work())
            except Exception as error:  # noqa: BLE001 - raised again where somebody waits for it
                future.set_exception(error)
            del job, future, work

    def do(self, work: Callable[[], Result]) -> Result:
        """Have `work` done, and give what it gives; raises what it raises.

        In the worker's own thread it is done at once.
        """
        if self._thread == threading.get_ident():
            return work()
        future: Future[Result] = Future()
        self._jobs.put((future, work))
        return future.result()

    def end(self) -> None:
        """Let `run` return, once what was asked for before is done."""
        self._jobs.put(None)

    def _next(self) -> _Job | None:
        while True:
            try:
                return self._jobs.get(timeout=_TICK)
            except queue.Empty:
                continue
