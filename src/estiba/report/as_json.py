"""Problems as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from estiba.catalogue import Catalogue
from estiba.problem import Fix, Problem, Severity
from estiba.report.commands import json_without_commands
from estiba.report.result import Result


def write_json(result: Result, catalogue: Catalogue) -> str:
    """Give `{"problems": […], "summary": {…}}`; the keys of both are part of what Estiba promises."""
    problems = [
        json_of_problem(problem, catalogue) | {"fix": _fix(problem.fix) if problem.fix else None}
        for problem in result.problems
    ]
    counts = result.counts
    summary = {f"{one.value}": counts[one] for one in Severity}
    summary |= {"notes": result.notes, "examples": result.examples}
    summary |= {"known": result.known.left_out if result.known else 0}
    content = {"problems": problems, "summary": summary}
    return json_without_commands(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def json_of_problem(problem: Problem, catalogue: Catalogue) -> dict[str, Any]:
    """Give what programs are told of a problem, with its words in the language of `catalogue`."""
    words = catalogue.words(problem)
    return {
        "check": problem.check,
        "severity": problem.severity.value,
        "path": problem.path,
        "line": problem.position.line,
        "column": problem.position.column,
        "message": words.message,
        "hint": words.hint,
    }


def _fix(fix: Fix) -> dict[str, str | int]:
    return {"line": fix.position.line, "column": fix.position.column, "old": fix.old, "new": fix.new}
