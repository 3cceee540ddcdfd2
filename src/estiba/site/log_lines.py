"""MkDocs' log, kept from being a command to the machine that runs a workflow.

MkDocs names files as they are called; a file may be called `::error::x.md`.
"""

from __future__ import annotations

import logging

from estiba.report.commands import without_commands


class _WithoutCommands(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_commands(record.getMessage()), None
        return True


def guard_log() -> None:
    """Let no line that MkDocs writes to its log be a command."""
    for handler in logging.getLogger("mkdocs").handlers:
        if not any(isinstance(one, _WithoutCommands) for one in handler.filters):
            handler.addFilter(_WithoutCommands())
