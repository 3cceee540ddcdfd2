"""A network that is not declared.

What it reports: a network of a service that `networks:` at the top of the file does not
have. `default` is there by itself; `host`, `bridge` and `none` are no networks of a file
but values of `network_mode`.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    networks:
      - front
        ^
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
from typing import Any

from estiba.checks.nearest import Suggestions
from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.checks.undeclared import undeclared_name
from estiba.compose.project.mentions import mentions_of
from estiba.compose.project.profiles import is_always_started
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_MODES = frozenset({"host", "bridge", "none"})
_DEFAULT = "default"
_EXTENSION = "x-"


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each undeclared network of a service that is started without a profile."""
    return iter(()) if subject.model.includes else each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    declared = {name for name in subject.model.section("networks") if not name.startswith(_EXTENSION)}
    if any(_uses_default(service.body) for service in subject.services.values()):
        declared.add(_DEFAULT)
    suggestions = Suggestions()
    for service in subject.services.values():
        if not is_always_started(service):
            continue
        for mention in mentions_of(service, "networks"):
            if mention.name in declared:
                continue
            variant = "mode" if mention.name in _MODES else ""
            variant = "extension" if mention.name.startswith(_EXTENSION) else variant
            if variant:
                path, at_key, name = mention.path, mention.at_key, mention.name
                yield subject.problem("undefined-network", SEVERITY, path, variant, at_key=at_key, name=name)
            else:
                yield undeclared_name(subject, "undefined-network", mention, declared, suggestions)


def _uses_default(service: dict[str, Any]) -> bool:
    """Whether a service makes Compose add the default network: one of its own mode does not.

    Source: compose-go, package `loader`, Normalize, and Docker Compose 2.40.3.
    """
    if "provider" in service or "network_mode" in service:
        return False
    networks = service.get("networks")
    return not networks or (isinstance(networks, dict | list) and _DEFAULT in networks)
