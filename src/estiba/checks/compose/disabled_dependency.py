"""A service that waits for one that a profile leaves out.

What it reports: a service that is started without one that it depends on, since that has
`profiles` which it does not have itself. `required: false` forgives it. Where both have
profiles and only some choice of them goes wrong, it is a warning.

Why it matters: Docker Compose refuses the file, or that choice of profiles.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    depends_on:
      - debug
        ^
  debug:
    image: example/debug:2.1
    profiles: [dev]
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    depends_on:
      debug:
        condition: service_started
        required: false
  debug:
    image: example/debug:2.1
    profiles: [dev]
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.build_contexts import build_contexts
from estiba.compose.project.dependencies import Dependency
from estiba.compose.project.profiles import profiles_of
from estiba.compose.project.service import Service
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_ALL = "*"


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each dependency on a service that needs a profile which the dependent one does not."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        optional = {one.service for one in service.dependencies if not one.required}
        for named in service.dependencies:
            if named.service not in optional:
                yield from _judge(subject, service, named)
        for named in build_contexts(service):
            yield from _judge(subject, service, named)


def _judge(subject: PlacedExample, service: Service, named: Dependency) -> Iterator[Problem]:
    wanted = subject.services.get(named.service)
    own, others = profiles_of(service), profiles_of(wanted) if wanted is not None else ()
    if own is None or not others:
        return
    lacking = [profile for profile in own if profile not in (*others, _ALL)]
    if own and not lacking:
        return
    severity, variant = (Severity.WARNING, "some") if own else (SEVERITY, "always")
    words: dict[str, Any] = {
        "name": named.service,
        "service": service.name,
        "profile": lacking[0] if lacking else "",
        "profiles": ", ".join(others),
    }
    yield subject.problem(
        "disabled-dependency",
        severity,
        named.path,
        variant,
        at_key=named.at_key,
        offset=named.offset or None,
        **words,
    )
