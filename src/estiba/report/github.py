"""Problems as annotations of GitHub's checks.

Source: the workflow commands of GitHub Actions, `::error file=…,line=…,col=…,title=…::message`, and what
its runner undoes in them: in a property `%25`, `%0D`, `%0A`, `%3A`, `%2C`; in the message the first three
(`ActionCommand.cs` of https://github.com/actions/runner).
"""

from __future__ import annotations

import unicodedata
from collections import Counter

from estiba.catalogue import Catalogue
from estiba.problem import Problem, Severity
from estiba.report.result import Result

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_SHOWN = 10
"""Errors, warnings and notices, of each, that GitHub shows of one step. Source:
https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md."""
_JOINED = ("Mn", "Me", "Cf")
"""Kinds of characters that may hide the colons before them from the runner, which compares as people do."""
_IN_MESSAGE = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_MESSAGE, (":", "%3A"), (",", "%2C"))


def write_github(result: Result, catalogue: Catalogue) -> str:
    """Give a line a problem; nothing of a note can end that line or begin another command.

    Where GitHub shows fewer than there are, the first line says so.
    """
    counts = Counter(_command(problem) for problem in result.problems)
    lines = [_limit(result, catalogue)] if any(count > _SHOWN for count in counts.values()) else []
    lines += [_annotation(problem, catalogue) for problem in result.problems]
    return "".join(lines)


def _annotation(problem: Problem, catalogue: Catalogue) -> str:
    place = f"line={problem.position.line},col={problem.position.column}"
    path, title = (_escape(one, _IN_PROPERTY) for one in (problem.path, problem.check))
    message = _escape(f"{catalogue.problem(problem)} [{problem.check}]", _IN_MESSAGE)
    apart = " " if unicodedata.category(message[0]) in _JOINED else ""
    return f"::{_command(problem)} file={path},{place},title={title}::{apart}{message}\n"


def _limit(result: Result, catalogue: Catalogue) -> str:
    errors, warnings = (
        catalogue.count(f"summary.{one}s", result.counts[one]) for one in (Severity.ERROR, Severity.WARNING)
    )
    return (
        f"::notice title=estiba::{catalogue.text('summary.annotations', errors=errors, warnings=warnings)}\n"
    )


def _command(problem: Problem) -> str:
    return _COMMANDS.get(problem.severity, "notice")


def _escape(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for char, code in table:
        text = text.replace(char, code)
    return text
