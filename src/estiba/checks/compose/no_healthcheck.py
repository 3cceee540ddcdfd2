"""A wait for health where nobody looks.

What it reports: `condition: service_healthy` on a service of the file that has no
`healthcheck`, unless its image has one, or that turns it off.

Why it matters: without any health check Docker Compose stops: the service never becomes
healthy, and what waits for it is not started.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    depends_on:
      db:
        condition: service_healthy
                   ^
  db:
    image: example/db:2.1
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    depends_on:
      db:
        condition: service_healthy
  db:
    image: example/db:2.1
    healthcheck:
      test: ["CMD", "db-ready"]
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.ancestry import is_whole
from estiba.compose.project.service import Service
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each wait for a service without a health check that is known."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        for named in service.dependencies:
            path = (*named.path, "condition")
            wanted = subject.services.get(named.service)
            if named.condition != "service_healthy" or wanted is None or service.is_open(path):
                continue
            variant = _variant(wanted) if is_whole(wanted, subject.services) else ""
            if variant:
                yield subject.problem("no-healthcheck", SEVERITY, path, variant, name=named.service)


def _variant(service: Service) -> str:
    """Say what is amiss with a service's health check; nothing where there is one, or a provider's word."""
    healthcheck = service.body.get("healthcheck")
    if healthcheck is None:
        return "" if "provider" in service.body else "none"
    if not isinstance(healthcheck, dict):
        return ""
    test = healthcheck.get("test")
    turned_off = healthcheck.get("disable") is True or (isinstance(test, list) and test[:1] == ["NONE"])
    return "off" if turned_off else ""
