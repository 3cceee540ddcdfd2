"""A service that is named and not there.

What it reports: a name under `depends_on`, `links`, `volumes_from`, `extends`, behind
`service:` in `network_mode`, `ipc`, `pid` and `uts`, or in the `additional_contexts` of a
build, that no service of the file has; in the last of these, a service that is not built.

Why it matters: Docker Compose refuses the file, even where `required: false` stands beside.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    depends_on:
      - databse
        ^
  database:
    image: example/db:2.1
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    depends_on:
      - database
  database:
    image: example/db:2.1
````
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from estiba.checks.nearest import Suggestions
from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.ancestry import is_whole
from estiba.compose.project.build_contexts import build_contexts
from estiba.compose.project.dependencies import Dependency
from estiba.compose.project.profiles import is_always_started, needs_profile
from estiba.compose.project.service import Service
from estiba.compose.reading.inheritance import EXTENDS
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_CHECK = "unknown-service"
_NAMED = 8


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each name that no service has, of services that are started without a profile.

    `extends` is looked into whatever a service's profiles are, and whatever is included:
    Compose extends services of the file itself only.
    """
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    suggestions = Suggestions()
    for broken in subject.model.broken_extends:
        if broken.kind == "unknown" and broken.extended in subject.model.section("services"):
            yield subject.problem_at(_CHECK, SEVERITY, broken.offset, "document", name=broken.extended)
    for service in subject.services.values():
        yield from _extended(subject, service, suggestions)
    for service in () if subject.model.includes else subject.services.values():
        if not is_always_started(service):
            continue
        for named in (*service.dependencies, *build_contexts(service)):
            if named.service not in subject.model.section("services"):
                yield _unknown(subject, service, named, suggestions)
        for named in build_contexts(service):
            if _is_not_built(subject, named.service):
                path, offset, name = named.path, named.offset, named.service
                yield subject.problem(_CHECK, SEVERITY, path, "not-built", offset=offset, name=name)


def _extended(subject: PlacedExample, service: Service, suggestions: Suggestions) -> Iterator[Problem]:
    """Report what a service extends, unless it is to be found in another file."""
    name, path = service.body.get(EXTENDS), (*service.path, EXTENDS)
    if isinstance(name, dict):
        if name.get("file") is not None:
            return
        name, path = name.get("service"), (*path, "service")
    if isinstance(name, str) and name not in subject.model.section("services") and not service.is_open(path):
        yield _unknown(subject, service, Dependency(name, EXTENDS, path), suggestions)


def _unknown(
    subject: PlacedExample, service: Service, named: Dependency, suggestions: Suggestions
) -> Problem:
    services = subject.model.section("services")
    near = suggestions.nearest(named.service, services, cutoff=0.6, besides=service.name)
    others = [str(name) for name in islice(services, _NAMED + 2) if name != service.name]
    variant = "near" if near else "known" if others else "alone"
    known = ", ".join(others[:_NAMED]) + (" …" if len(others) > _NAMED else "")
    words: dict[str, Any] = {
        "key": named.key,
        "name": named.service,
        "near": near,
        "known": known,
    }
    return subject.problem(
        _CHECK, SEVERITY, named.path, variant, at_key=named.at_key, offset=named.offset or None, **words
    )


def _is_not_built(subject: PlacedExample, name: str) -> bool:
    """Whether a service that is there has surely no `build`."""
    service = subject.services.get(name)
    if service is None or "build" in service.body or needs_profile(service):
        return False
    return is_whole(service, subject.services)
