"""A value that Compose reads as a duration, a size, a number or a command, and cannot.

What it reports: `30 seconds` as a duration, `512Mi` as a size, `half` as a number, `sure` as a
truth value, counts below zero, file modes, a command with a quote that is never closed,
`A = b` in a list of variables, and some forms that few fields have: ssh keys and contexts of
a build, counts of devices, formats of an env_file.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    stop_grace_period: 30 seconds
                         ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    stop_grace_period: 30s
````
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from estiba.checks.misread import misread
from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.formats import suggestions
from estiba.compose.formats.fault import FormatFault
from estiba.compose.project.typed_values import misread_values
from estiba.compose.reading.tree import Misread
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_EXAMPLES: dict[str, Callable[[str], str]] = {
    "boolean": suggestions.suggest_boolean,
    "duration": suggestions.suggest_duration,
    "float": suggestions.suggest_float,
    "integer": suggestions.suggest_integer,
    "mode": suggestions.suggest_mode,
    "size": suggestions.suggest_size,
    "spaced-name": str.strip,
}
_USUAL = {"target": "80", "expose": "8080", "ulimits": "65535"}
"""Whole numbers that are usual below some keys."""


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report what cannot be read, and what cannot be made the number or truth value that it should be."""
    return each_place_once(problem for one in _faults(subject) for problem in _problem(subject, one))


def _faults(subject: PlacedExample) -> Iterator[Misread]:
    for one in subject.values.misread_casts:
        if one.path not in subject.model.open:
            yield one
    yield from misread_values(subject.model)
    path = ("name",)
    if subject.values.root.get("name") == "" and path in subject.values.templates.keys() - subject.model.open:
        yield Misread(path, FormatFault("empty-name"))


def _problem(subject: PlacedExample, one: Misread) -> Iterator[Problem]:
    kind = one.fault.kind
    example = _EXAMPLES[kind](one.fault.detail) if kind in _EXAMPLES else ""
    if kind == "integer" and not example:
        example = next((_USUAL[step] for step in one.path if step in _USUAL), "3")
    variant = "boolean-near" if kind == "boolean" and example else kind
    yield from misread(subject, "bad-value", one.path, one.fault, variant, example=example)
