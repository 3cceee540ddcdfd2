"""What MkDocs and the features log, heard by whoever has them work."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LOG = "mkdocs"
_PROBLEMS = "problems"
"""The module that says in each build what the checks find."""


class _Hearing(logging.Handler):
    """Keeps the errors that one thread logs, but for those of notes."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.thread = threading.get_ident()
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self.thread and record.module != _PROBLEMS:
            self.words.append(record.getMessage())


@contextmanager
def heard() -> Iterator[list[str]]:
    """Give the errors that this thread logs meanwhile, but for those of notes."""
    log, hearing = logging.getLogger(_LOG), _Hearing()
    log.addHandler(hearing)
    try:
        yield hearing.words
    finally:
        log.removeHandler(hearing)


@contextmanager
def silent(*, is_asked_for: bool = True) -> Iterator[None]:
    """Write nothing of what this thread logs meanwhile, where that is asked for."""
    thread = threading.get_ident()
    handlers = [one for one in logging.getLogger(_LOG).handlers if not isinstance(one, _Hearing)]

    def is_written(record: logging.LogRecord) -> bool:
        return record.thread != thread or not is_asked_for

    for handler in handlers:
        handler.addFilter(is_written)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(is_written)
