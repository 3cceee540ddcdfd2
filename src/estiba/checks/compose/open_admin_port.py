"""A database or an administration that everybody can reach.

What it reports: a published port on all addresses of the host whose port in the container is
that of a database or of an administration, such as 3306, 5432, 6379 or 27017. Not where an
address of the host stands in front, nor where a reverse proxy publishes it.

Why it matters: Docker writes its own rules into the firewall, ahead of those of the host
(`ufw`, `firewalld`), so that such a port is open to the network and often to the internet.

Bad:

````yaml
services:
  cache:
    image: redis:8.2
    ports:
      - "6379:6379"
        ^
````

Good:

````yaml
services:
  cache:
    image: redis:8.2
    ports:
      - "127.0.0.1:6379:6379"
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.facts.admin_ports import admin_port_in, is_proxy
from estiba.compose.formats.ports import Port
from estiba.problem import Problem, Severity

SEVERITY = Severity.ADVICE
_EVERYWHERE = ("", "0.0.0.0", "::")  # nosec B104 # noqa: S104 - the address is looked for, not listened on
_OWN = (None, "bridge")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each such port."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        image = service.image.name if service.image else ""
        if is_proxy(image) or service.body.get("network_mode") not in _OWN:
            continue
        for placed in service.ports:
            port = placed.port
            if port is None or port.host_ip not in _EVERYWHERE:
                continue
            if isinstance(subject.value_at(placed.path), dict) and service.is_open((*placed.path, "host_ip")):
                continue
            known = admin_port_in(port.target, port.protocol.lower(), image)
            if known:
                long = isinstance(subject.value_at(placed.path), dict)
                yield subject.problem(
                    "open-admin-port",
                    SEVERITY,
                    (*placed.path, "target") if long else placed.path,
                    "long" if long else "short",
                    port=known.number,
                    service=known.service,
                    safe=_at_home(port),
                )


def _at_home(port: Port) -> str:
    """Write `port` so that only the host itself reaches it."""
    published = _range(port.published) if port.published else ""
    protocol = "" if port.protocol == "tcp" else f"/{port.protocol}"
    return f"127.0.0.1:{published}:{_range(port.target)}{protocol}"


def _range(ports: tuple[int, int]) -> str:
    return str(ports[0]) if ports[0] == ports[1] else f"{ports[0]}-{ports[1]}"
