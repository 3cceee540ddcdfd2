"""A health check that does not say how it is run.

What it reports: a list under `test` that does not begin with `CMD`, `CMD-SHELL` or `NONE`.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    healthcheck:
      test: ["curl", "-f", "http://localhost"]
             ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost"]
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.profiles import is_always_started
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_FORMS = ("CMD", "CMD-SHELL", "NONE")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each such list of a service that is started without a profile."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        path = (*service.path, "healthcheck", "test", 0)
        first = subject.value_at(path) if isinstance(subject.value_at(path[:-1]), list) else None
        if not isinstance(first, str) or first in _FORMS or service.is_open(path):
            continue
        if is_always_started(service):
            variant = "case" if first.strip().upper() in _FORMS else "command"
            words: dict[str, Any] = {"value": first, "near": first.strip().upper()}
            yield subject.problem("bad-healthcheck", SEVERITY, path, variant, **words)
