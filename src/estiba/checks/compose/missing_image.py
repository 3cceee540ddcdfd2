"""A service that comes from nowhere.

What it reports: a service without `image`, `build` or `provider`, of its own or from the
service that it extends. An empty image counts as none.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
  cache:
  ^
    restart: always
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
  cache:
    image: redis:8.2
    restart: always
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.ancestry import is_whole
from estiba.compose.project.profiles import is_always_started
from estiba.compose.project.service import Service
from estiba.compose.strange_spaces import STRANGE_SPACE
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_CHECK = "missing-image"


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each service without a source that is started without a profile."""
    found = (_problem(subject, service) for service in subject.services.values())
    return each_place_once(problem for problem in found if problem is not None)


def _problem(subject: PlacedExample, service: Service) -> Problem | None:
    body, path = service.body, (*service.path, "image")
    if body.get("image", "") != "" or "build" in body or "provider" in body:
        return None
    if service.is_open(path) or not is_always_started(service) or not is_whole(service, subject.services):
        return None
    if any(STRANGE_SPACE.search(key) for key in body):
        return None  # one of them may be `image`, and invalid-yaml reports it
    if "image" not in body:
        return subject.problem(_CHECK, SEVERITY, service.path, "none", at_key=True, name=service.name)
    unset = subject.values.unset.get(path, ())
    words: dict[str, Any] = {"name": service.name, "variable": unset[0] if unset else ""}
    return subject.problem(_CHECK, SEVERITY, path, "unset" if unset else "empty", **words)
