"""A port of the host that two containers want.

What it reports: the second of two published ports with the same number, protocol and address
in one file, and the line of the first. Ranges count, and all addresses clash with each single
one. Services that only different profiles enable are taken for alternatives, and containers
that have addresses of their own (networks with the driver `macvlan` or `ipvlan`) take no port.

Why it matters: the container that comes second does not start: its port is taken.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    ports: ["8080:80"]
  shop:
    image: httpd:2.4
    ports: ["8080:80"]
            ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    ports: ["8080:80"]
  shop:
    image: httpd:2.4
    ports: ["8081:80"]
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.compose.project.port_clashes import clashes
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each port that is taken already."""
    for clash in clashes(subject.services, subject.model.section("networks")):
        yield subject.problem(
            "port-clash",
            SEVERITY,
            clash.later.placed.path,
            "taken",
            port=clash.number,
            protocol=clash.later.port.protocol,
            service=clash.earlier.service.name,
            first=subject.place_of(clash.earlier.placed.path).line,
        )
