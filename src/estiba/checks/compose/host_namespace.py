"""A namespace that a service shares with the host.

What it reports: `host` as the value of `network_mode`, `pid`, `ipc`, `uts` or `userns_mode`, and
what that opens.

Why it matters: a container is a process with namespaces of its own. Each one it shares is a
wall less, for its neighbours and for the host.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    pid: host
         ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.ADVICE
_KEYS = ("network_mode", "pid", "ipc", "uts", "userns_mode")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each namespace of the host."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        for key in _KEYS:
            if service.text(key) == "host":
                yield subject.problem("host-namespace", SEVERITY, (*service.path, key), key)
