"""Problems as JSON, for programs."""

from __future__ import annotations

import json

from estiba.catalogue import Catalogue
from estiba.problem import Fix, Severity
from estiba.report.result import Result


def write_json(result: Result, catalogue: Catalogue) -> str:
    """Give `{"problems": […], "summary": {…}}`; the keys of both are part of what Estiba promises."""
    problems = []
    for problem in result.problems:
        words = catalogue.words(problem)
        problems.append(
            {
                "check": problem.check,
                "severity": problem.severity.value,
                "path": problem.path,
                "line": problem.position.line,
                "column": problem.position.column,
                "message": words.message,
                "hint": words.hint,
                "fix": _fix(problem.fix) if problem.fix else None,
            }
        )
    counts = result.counts
    summary = {f"{one.value}": counts[one] for one in Severity}
    summary |= {"notes": result.notes, "examples": result.examples}
    return json.dumps({"problems": problems, "summary": summary}, ensure_ascii=False, indent=2) + "\n"


def _fix(fix: Fix) -> dict[str, str | int]:
    return {"line": fix.position.line, "column": fix.position.column, "old": fix.old, "new": fix.new}
