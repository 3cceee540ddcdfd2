"""A `$` with a brace that opens no variable.

What it reports: `${` with no name of a variable behind it, or with no `}` on its line. Names
have letters, digits and `_`; nothing stands between name and braces but a default
(`${NAME:-default}`) and its like. A `$` that is meant as one is written `$$`.

Why it matters: Docker Compose refuses the file, wherever in it that stands.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    environment:
      GREETING: Hello ${user.name}
                      ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    environment:
      GREETING: Hello $${user.name}
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.formats.fault import FormatFault
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_LONGEST = 40
_NO_NAME = re.compile(r"[^A-Za-z0-9_]+")
_RIGHT = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?::?[-?+].*)?", re.DOTALL)


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each value in which a variable cannot be read, at its `$`."""
    return each_place_once(
        _problem(subject, misread.path, misread.fault) for misread in subject.values.misread_templates
    )


def _problem(subject: PlacedExample, path: tuple[str | int, ...], fault: FormatFault) -> Problem:
    inside = fault.detail.removeprefix("${").removesuffix("}")
    variant = fault.kind
    near = inside.strip()
    if fault.kind == "name" and not _RIGHT.fullmatch(near):
        near = _NO_NAME.sub("_", near).strip("_")
        variant = "name" if _RIGHT.fullmatch(near) else "no-name"
    elif fault.kind == "name":
        variant = "space"
    words: dict[str, Any] = {"value": _cut(fault.detail), "name": _cut(inside), "near": _cut(near)}
    return subject.problem("bad-interpolation", SEVERITY, path, variant, offset=fault.offset, **words)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
