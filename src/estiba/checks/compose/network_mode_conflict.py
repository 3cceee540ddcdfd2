"""A network mode beside networks.

What it reports: `network_mode` and `networks` in one service.

Why it matters: Docker Compose refuses the file: a service that uses the network of the host
or of another service has none of its own.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    network_mode: bridge
    networks:
    ^
      - front
networks:
  front:
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    networks:
      - front
networks:
  front:
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.profiles import is_always_started
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each service, started without a profile, that has both and leaves neither empty."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        mode, path = service.text("network_mode"), (*service.path, "networks")
        if mode and service.body.get("networks") and is_always_started(service):
            yield subject.problem("network-mode-conflict", SEVERITY, path, at_key=True, value=mode)
