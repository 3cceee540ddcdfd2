"""Ports or a host name beside a network that is not the service's own.

What it reports: `ports` where `network_mode` is `host`, `service:…` or `container:…`, and `hostname`
where it is one of the latter two; one problem a key.

Why it matters: with `host`, Docker passes over the ports with no more than a warning. With the others it
refuses to start the container, since the network and the name belong to the other one.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    network_mode: service:vpn
    ports:
    ^
      - "8080:80"
  vpn:
    image: example/vpn:1.0
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    network_mode: service:vpn
  vpn:
    image: example/vpn:1.0
    ports:
      - "8080:80"
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each key that cannot work beside `network_mode`."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        mode = service.text("network_mode") or ""
        kind, colon, name = mode.partition(":")
        shares = bool(colon) and kind in ("service", "container")
        if mode != "host" and not shares:
            continue
        for key in ("ports", "hostname") if shares else ("ports",):
            if service.body.get(key):
                variant = f"shared-{key}" if shares else "host"
                path = (*service.path, key)
                yield subject.problem(
                    "ports-ignored", SEVERITY, path, variant, at_key=True, mode=mode, name=name
                )
