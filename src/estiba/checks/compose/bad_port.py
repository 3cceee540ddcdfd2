"""A published port that cannot be read.

What it reports: an entry of `ports` without a port of the container, with something that is no
port, no address or no protocol, with ranges of unequal lengths, or as a number with a point.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    ports:
      - "8080:80/tpc"
                 ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    ports:
      - "8080:80/tcp"
````
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from estiba.checks.misread import misread
from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.formats.fault import FormatFault
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_PROTOCOLS = ("tcp", "udp", "sctp")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report the first fault of each entry."""
    return each_place_once(
        problem
        for service in subject.services.values()
        for one in service.ports
        if one.fault is not None
        for problem in misread(
            subject, "bad-port", one.path, one.fault, _variant(one.fault), near=_protocol(one.fault.detail)
        )
    )


def _variant(fault: FormatFault) -> str:
    if fault.kind == "container" and not fault.detail:
        return "no-container"
    if fault.kind == "address" and not fault.detail:
        return "no-address"
    return fault.kind


def _protocol(written: str) -> str:
    return (get_close_matches(written.lower(), _PROTOCOLS, n=1) or _PROTOCOLS)[0]
