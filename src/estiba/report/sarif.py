"""Problems as SARIF 2.1.0, the form in which code scanning and editors take what programs find.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html,
and GitHub's account of what it reads of it ("SARIF support for code scanning").
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import estiba
from estiba.catalogue import Catalogue
from estiba.checks.fingerprints import fingerprints
from estiba.checks.registry import GROUPS, AnyCheck
from estiba.position import Position
from estiba.problem import Fix, Problem, Severity
from estiba.report.commands import json_without_commands
from estiba.report.result import Result

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_WEIGHTS = {"error": "error", "warning": "warning", "note": "recommendation"}
"""Level -> GitHub's own word for how bad an alert is."""
_ROOT = "SRCROOT"
_FINGERPRINT = "estiba/v1"
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")
_LONGEST = 1000
"""GitHub takes 1,024 characters of a full description."""


def write_sarif(result: Result, catalogue: Catalogue) -> str:
    """Give a log of one run; its rules are the checks that found something.

    A path that leads out of the folder of the call is written as an address of a file, any other relative
    to it.
    """
    rules = _rules(problem.check for problem in result.problems)
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    marks = fingerprints(result.problems, result.sources)
    run = {
        "tool": {"driver": {"name": "Estiba", "semanticVersion": estiba.__version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which Estiba was called."}}},
        "results": [
            _result(problem, places[problem.check], mark, catalogue)
            for problem, mark in zip(result.problems, marks, strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_without_commands(json.dumps(log, ensure_ascii=False, indent=2) + "\n")


def _rules(names: Iterable[str]) -> list[dict[str, Any]]:
    """Give a rule for each name: two checks that share one are one rule with two pages."""
    wanted = set(names)
    found: dict[str, list[AnyCheck]] = {}
    for _, checks in GROUPS:
        for check in checks:
            if check.name in wanted:
                found.setdefault(check.name, []).append(check)
    return [_rule(name, checks) for name, checks in found.items()]


def _rule(name: str, checks: list[AnyCheck]) -> dict[str, Any]:
    level = _level(min((check.severity for check in checks), key=list(Severity).index))
    page = "\n\n".join(check.page for check in checks)
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": " ".join(f"{check.summary}." for check in checks)},
        "fullDescription": {"text": " ".join(map(_reports, checks))[:_LONGEST]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": level},
        "properties": {"problem.severity": _WEIGHTS[level], "tags": [check.group for check in checks]},
    }


def _reports(check: AnyCheck) -> str:
    """Give the paragraph of a check's page that says what it reports, in one line."""
    return " ".join(check.page.split("\n\n")[1].split())


def _result(problem: Problem, rule: int, mark: str, catalogue: Catalogue) -> dict[str, Any]:
    line, column = problem.position
    artifact = _artifact(problem.path)
    region = {"startLine": line, "startColumn": column}
    found: dict[str, Any] = {
        "ruleId": problem.check,
        "ruleIndex": rule,
        "level": _level(problem.severity),
        "message": {"text": _unlinked(catalogue.problem(problem))},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {_FINGERPRINT: mark},
    }
    if problem.fix is not None:
        change = {"artifactLocation": artifact, "replacements": [_replacement(problem.fix)]}
        found["fixes"] = [{"artifactChanges": [change]}]
    return found


def _level(severity: Severity) -> str:
    return _LEVELS.get(severity, "note")


def _artifact(path: str) -> dict[str, str]:
    address = quote(path, safe="/", errors="surrogateescape")
    if _ABSOLUTE.match(path):
        return {"uri": f"file:///{address.removeprefix('/')}"}
    return {"uri": address, "uriBaseId": _ROOT}


def _replacement(fix: Fix) -> dict[str, Any]:
    end = _end(fix)
    region = {
        "startLine": fix.position.line,
        "startColumn": fix.position.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    return {"deletedRegion": region, "insertedContent": {"text": fix.new}}


def _end(fix: Fix) -> Position:
    """Give the place behind the last character of what the fix takes away."""
    line, column = fix.position
    last = fix.old.rpartition("\n")[2]
    lines = fix.old.count("\n")
    return Position(line + lines, len(last) + (1 if lines else column))


def _unlinked(text: str) -> str:
    """Write a message so that nothing in it is a link: `[text](address)` would be one."""
    return text.replace("](", "\\](")
