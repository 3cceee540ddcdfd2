"""A container name that more than one container would have.

What it reports: two services with one `container_name`; and a `container_name` beside
`scale` or `deploy.replicas` above one.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    container_name: front
  cache:
    image: redis:8.2
    container_name: front
                    ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    container_name: front
  cache:
    image: redis:8.2
    container_name: front-cache
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.numbers import to_int
from estiba.compose.project.profiles import is_always_started
from estiba.compose.project.service import Service
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each such name of services that are started without a profile."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for service in subject.services.values():
        name = service.text("container_name")
        if not name or not is_always_started(service):
            continue
        path, other = (*service.path, "container_name"), taken.setdefault(name, service.name)
        if other != service.name:
            words: dict[str, Any] = {"value": name, "other": other, "service": service.name}
            yield subject.problem("duplicate-container-name", SEVERITY, path, "taken", **words)
        scale = _scale(service)
        if scale is not None and scale[1] > 1:
            key, count = scale
            yield subject.problem(
                "duplicate-container-name", SEVERITY, path, "scaled", value=name, key=key, count=count
            )


def _scale(service: Service) -> tuple[str, int] | None:
    """Give how many containers a service has, and the key that says so, where that is known."""
    for key, keys in (("scale", ("scale",)), ("deploy.replicas", ("deploy", "replicas"))):
        value: Any = service.body
        for step in keys:
            value = value.get(step) if isinstance(value, dict) else None
        if value is None:
            continue
        if service.is_open(service.path + keys):
            return None
        try:
            return key, to_int(str(value))
        except FormatFault:
            return None
    return None
