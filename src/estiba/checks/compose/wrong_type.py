"""A value of a Compose file that is of the wrong kind.

What it reports: a text where a list is wanted, a number where a text is wanted
(`version: 3.8`), an unquoted date, a value that is none of the allowed ones, a mapping
that lacks a key, a service that is empty, a key that is a number.

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
from typing import Any

from estiba.checks.subjects import PlacedExample
from estiba.compose.schema import Complaint
from estiba.compose.strange_spaces import STRANGE_SPACE
from estiba.problem import Problem, Severity, Terms

SEVERITY = Severity.ERROR
ON_EXCERPTS = True
_LONGEST = 40
_MANY = 8


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each value that the schema has something against, each unquoted date and odd key."""
    for odd in subject.values.odd_keys:
        if odd.kind != "collection":
            at = subject.position(odd.offset)
            yield Problem("wrong-type", SEVERITY, subject.path, at, f"key-{odd.kind}", {"key": odd.text})
    for path in subject.values.dates:
        if not any(str(step).startswith("x-") for step in path):
            value, where = _shown(subject.value_at(path)), subject.where(path)
            yield subject.problem("wrong-type", SEVERITY, path, "unquoted-date", where=where, value=value)
    for complaint in subject.complaints:
        if _is_judged(subject, complaint):
            yield _problem(subject, complaint)


def _is_judged(subject: PlacedExample, complaint: Complaint) -> bool:
    value = subject.value_at(complaint.path)
    if complaint.kind == "unknown" or complaint.path in subject.model.open:
        return False
    if any(one.path == complaint.path for one in subject.values.misread_casts):
        return False
    if subject.is_excerpt and (complaint.kind == "missing" or value is None):
        return False
    return not (isinstance(value, str) and STRANGE_SPACE.search(value))


def _problem(subject: PlacedExample, complaint: Complaint) -> Problem:
    path, value = complaint.path, subject.value_at(complaint.path)
    variant, words = complaint.kind, dict[str, Any]()
    if complaint.kind == "type":
        variant, words = _by_type(value, complaint.allowed), {"allowed": Terms(complaint.allowed)}
        if variant == "pair" and isinstance(value, dict):
            ((key, inner),) = value.items()
            words = {"key": key, "inner": _shown(inner)}
    else:
        words = {"allowed": ", ".join(complaint.allowed[:_MANY]), "detail": complaint.detail}
    where = subject.where(path) or "services"
    return subject.problem("wrong-type", SEVERITY, path, variant, where=where, value=_shown(value), **words)


def _by_type(value: object, allowed: tuple[str, ...]) -> str:
    """Name the slip that a value of the wrong type most likely is."""
    if value is None:
        return "empty"
    if "string" in allowed and isinstance(value, bool | int | float):
        return "unquoted"
    if "string" in allowed and isinstance(value, dict) and len(value) == 1:
        return "pair"
    if "array" in allowed and isinstance(value, str | int | float):
        return "no-list"
    if "object" in allowed and isinstance(value, list):
        return "no-mapping"
    return "type"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
