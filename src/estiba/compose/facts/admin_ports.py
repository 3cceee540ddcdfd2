"""Ports at which databases and administration listen, inside their containers.

Source: IANA's registry of service names and port numbers for 1433, 2375, 2379, 3306, 5432,
5900, 5984, 6379, 11211 and 27017; for the others the documentation of each:
Elasticsearch (http.port), Consul (ports), InfluxDB (http-bind-address), RabbitMQ (management
plugin), Portainer (installation).
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

PROXIES = (
    "nginx",
    "*/nginx",
    "*/nginx-proxy",
    "*/nginx-proxy-manager",
    "traefik",
    "*/traefik",
    "caddy",
    "*/caddy*",
    "haproxy",
    "*/haproxy",
    "*/envoy",
    "*/swag",
    "*/docker-socket-proxy",
)
"""Images that pass connections on: what they open is meant to be open."""


@dataclass(frozen=True, slots=True)
class AdminPort:
    """One of them."""

    number: int
    service: str
    images: tuple[str, ...] = ("*",)
    """The images for which the number says this much."""
    protocols: tuple[str, ...] = ("tcp",)


ADMIN_PORTS = (
    AdminPort(1433, "Microsoft SQL Server"),
    AdminPort(2375, "Docker"),
    AdminPort(2379, "etcd"),
    AdminPort(3306, "MySQL"),
    AdminPort(5432, "PostgreSQL"),
    AdminPort(5900, "VNC"),
    AdminPort(5984, "CouchDB"),
    AdminPort(6379, "Redis"),
    AdminPort(8086, "InfluxDB", ("influxdb", "*/influxdb")),
    AdminPort(8500, "Consul", ("consul", "*/consul")),
    AdminPort(9000, "Portainer", ("portainer/portainer*", "*/portainer/portainer*")),
    AdminPort(9200, "Elasticsearch"),
    AdminPort(9443, "Portainer", ("portainer/portainer*", "*/portainer/portainer*")),
    AdminPort(11211, "Memcached", protocols=("tcp", "udp")),
    AdminPort(15672, "RabbitMQ"),
    AdminPort(27017, "MongoDB"),
)


def admin_port_in(ports: tuple[int, int], protocol: str, image: str) -> AdminPort | None:
    """Find the first of them within `ports`, first to last, of the image called `image`."""
    for known in ADMIN_PORTS:
        if (
            ports[0] <= known.number <= ports[1]
            and protocol in known.protocols
            and any(fnmatchcase(image, pattern) for pattern in known.images)
        ):
            return known
    return None


def is_proxy(image: str) -> bool:
    """Whether the image called `image` passes connections on."""
    return any(fnmatchcase(image, pattern) for pattern in PROXIES)
