"""Services that wait for one another.

What it reports: a circle of services, through `depends_on`, `links`, `volumes_from` and the
namespaces that they share, or through `extends`. It points at the name that closes it.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    depends_on: [api]
  api:
    image: example/api:2.1
    depends_on:
      - web
        ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    depends_on: [api]
  api:
    image: example/api:2.1
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.subjects import PlacedExample
from estiba.compose.project.circles import Circle, circles
from estiba.compose.project.dependencies import Dependency
from estiba.compose.project.profiles import is_always_started
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each circle, those among services that need a profile only where they extend one another."""
    for broken in subject.model.broken_extends:
        if broken.kind == "cycle":
            variant = "extends" if broken.service != broken.extended else "extends-self"
            words = {"circle": " -> ".join(broken.circle), "name": broken.service}
            yield subject.problem_at("dependency-cycle", SEVERITY, broken.offset, variant, **words)
    named: dict[str, dict[str, Dependency]] = {}
    for service in subject.services.values():
        if is_always_started(service):
            named[service.name] = {one.service: one for one in reversed(service.dependencies)}
    for circle in circles({name: list(reversed(found)) for name, found in named.items()}):
        yield _problem(subject, circle, named[circle[-2]][circle[-1]])


def _problem(subject: PlacedExample, circle: Circle, closing: Dependency) -> Problem:
    variant = "waits" if len(circle) > 2 else "waits-self"
    words: dict[str, Any] = {"circle": " -> ".join(circle), "name": circle[-1], "key": closing.key}
    return subject.problem(
        "dependency-cycle",
        SEVERITY,
        closing.path,
        variant,
        at_key=closing.at_key,
        offset=closing.offset or None,
        **words,
    )
