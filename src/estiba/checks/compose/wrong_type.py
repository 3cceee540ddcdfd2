"""A value of a Compose file that is of the wrong kind.

What it reports: a text where a list is wanted, a number where a text is wanted
(`version: 3.8`), an unquoted date, a value that is none of the allowed ones, a mapping
that lacks a key, a service that is empty.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    ports: "80:80"
           ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    ports:
      - "80:80"
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.compose.schema import Complaint
from estiba.compose.tree import Path
from estiba.problem import Problem, ProblemValue, Severity, Terms

SEVERITY = Severity.ERROR
_LONGEST = 40


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each value that the schema has something against, and each unquoted date."""
    values = subject.values
    for path in values.dates:
        if not any(str(step).startswith("x-") for step in path):
            yield _problem(subject, path, "unquoted-date", {})
    for complaint in subject.complaints:
        if complaint.kind != "unknown" and not _is_interpolated(subject, complaint.path):
            yield _problem(subject, complaint.path, complaint.kind, _words(complaint))


def _problem(subject: PlacedExample, path: Path, variant: str, words: dict[str, ProblemValue]) -> Problem:
    position = subject.position(subject.values.place(path).value)
    where = ".".join(map(str, path)) or "services"
    words = {"where": where, "value": _shown(subject.value_at(path))} | words
    return Problem("wrong-type", SEVERITY, subject.path, position, variant, words)


def _words(complaint: Complaint) -> dict[str, ProblemValue]:
    if complaint.kind == "type":
        return {"allowed": Terms(complaint.allowed)}
    return {"allowed": ", ".join(complaint.allowed), "detail": complaint.detail}


def _is_interpolated(subject: PlacedExample, path: Path) -> bool:
    """Whether the value is only known once variables are put in."""
    value = subject.value_at(path)
    return isinstance(value, str) and "$" in value


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
