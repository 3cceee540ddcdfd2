"""Problems as annotations of GitHub's checks.

Source: the workflow commands of GitHub Actions, `::error file=…,line=…,col=…,title=…::message`.
"""

from __future__ import annotations

from estiba.catalogue import Catalogue
from estiba.problem import Severity
from estiba.report.result import Result

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_IN_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), ("::", "%3A%3A"))
_IN_PROPERTY = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"))


def write_github(result: Result, catalogue: Catalogue) -> str:
    """Give a line a problem; nothing of a note can end that line or begin another command."""
    lines = []
    for problem in result.problems:
        command = _COMMAND.get(problem.severity, "notice")
        place = f"line={problem.position.line},col={problem.position.column}"
        path, title = (_escape(one, _IN_PROPERTY) for one in (problem.path, problem.check))
        message = _escape(f"{catalogue.problem(problem)} [{problem.check}]", _IN_DATA)
        lines.append(f"::{command} file={path},{place},title={title}::{message}\n")
    return "".join(lines)


def _escape(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for char, code in table:
        text = text.replace(char, code)
    return text
