"""The same work on many things, by as many processes as the machine has cores."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle  # nosec B403 # between processes of ours
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, ForkProcess

Item = TypeVar("Item")
Result = TypeVar("Result")
LEAST = 64
"""Things of which fewer are done sooner by one process."""
_MOST = 8
"""Processes, each with some memory of its own."""
_ENDED = 1


def in_workers(
    work: Callable[[Item], Result], items: Sequence[Item], *, least: int = LEAST
) -> Iterator[Result]:
    """Give `work(item)` for each of `items`, in their order, whoever does it.

    Processes are forked, so `work` may use whatever this process has; what it changes there is lost, and
    what it gives must be picklable. Where there is one core, no fork(2), or another thread, for which
    fork is not safe, all is done here. What `work` raises is raised here.
    """
    number = min(cores(), _MOST, len(items))
    if number < 2 or len(items) < least or not _can_fork():
        yield from map(work, items)
        return
    with ExitStack() as stack:
        stack.enter_context(_frozen())
        workers = [stack.enter_context(_worker(work, items[first::number])) for first in range(number)]
        for index, item in enumerate(items):
            result: tuple[Result] | None = _next(workers[index % number])
            yield work(item) if result is None else result[0]


def cores() -> int:
    """Give how many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


@contextmanager
def _frozen() -> Iterator[None]:
    """Leave what is there to itself: a collection would touch, and so copy, all of it in each process."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _worker(work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Connection]:
    context: ForkContext = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process: ForkProcess = context.Process(target=_do, args=(work, items, ours, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()  # who still writes is ended by that
        process.join(_ENDED)
        if process.is_alive():
            process.kill()
            process.join()


def _do(work: Callable[[Item], Result], items: Sequence[Item], ours: Connection, theirs: Connection) -> None:
    ours.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        for item in items:
            theirs.send_bytes(pickle.dumps(_outcome(work, item), pickle.HIGHEST_PROTOCOL))
    except BrokenPipeError:
        return


def _outcome(work: Callable[[Item], Result], item: Item) -> tuple[bool, Result | Exception]:
    try:
        return True, work(item)
    except Exception as error:  # noqa: BLE001 - raised again where somebody waits for it
        return False, error


def _next(worker: Connection) -> tuple[Result] | None:
    """Give what a worker did next; None where it has ended before its time: the system may kill it."""
    try:
        done, outcome = pickle.loads(worker.recv_bytes())  # nosec B301 # noqa: S301 - from a process of ours
    except (EOFError, OSError):
        return None
    if not done:
        raise outcome
    return (outcome,)
