"""What a Compose file runs: services, images, ports on the host, what is kept where, networks."""

from __future__ import annotations

from dataclasses import dataclass

from estiba.compose.project.model import Model
from estiba.compose.project.service import Service
from estiba.compose.project.summary.as_written import as_written, cut
from estiba.compose.project.summary.mounts import ShownMount, Store, shown_mounts
from estiba.compose.project.summary.networks import ShownNetwork, shown_networks
from estiba.compose.project.summary.ports import ShownPort, shown_ports


@dataclass(frozen=True, slots=True)
class Origin:
    """What a service is made of; what is not said is empty, and nothing may be."""

    image: str = ""
    """As written, with its references."""
    context: str = ""
    """The folder or the address that it is built from."""
    is_built: bool = False
    extended: str = ""
    """The service that it extends, where that stands in `file`, which nobody here has seen."""
    file: str = ""
    provider: str = ""
    """The program that brings it up instead of Docker."""


@dataclass(frozen=True, slots=True)
class ServiceSummary:
    """One service."""

    name: str
    origin: Origin
    ports: tuple[ShownPort, ...]
    mounts: tuple[ShownMount, ...]
    networks: tuple[ShownNetwork, ...]
    profiles: tuple[str, ...]
    """It runs only where one of these is asked for; empty where it always does."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole file; no service where it could not be read."""

    services: tuple[ServiceSummary, ...]
    """All of them, in the order of the file."""
    ports: int
    """Ports of the host, each protocol by itself."""
    volumes: int
    """Named ones once, however often they are mounted."""
    paths: int
    """Folders and files of the host, likewise."""


def summarise(model: Model) -> Summary:
    """Sum `model` up, whatever is in it: what is not as it should be is shown as written, or left out."""
    services = tuple(_summarise(service, model) for service in model.services.values())
    mounts = [mount for service in services for mount in service.mounts]
    named = {mount.source for mount in mounts if mount.store is Store.VOLUME}
    return Summary(
        services,
        ports=sum(port.count for service in services for port in service.ports),
        volumes=len(named) + sum(mount.store is Store.UNNAMED for mount in mounts),
        paths=len({mount.source for mount in mounts if mount.store is Store.HOST}),
    )


def _summarise(service: Service, model: Model) -> ServiceSummary:
    profiles = service.body.get("profiles")
    return ServiceSummary(
        cut(service.name),
        _origin(service, model),
        tuple(shown_ports(service, model)),
        tuple(shown_mounts(service, model)),
        tuple(dict.fromkeys(shown_networks(service, model))),
        tuple(cut(one) for one in (profiles if isinstance(profiles, list) else ()) if isinstance(one, str)),
    )


def _origin(service: Service, model: Model) -> Origin:
    path, build, extends = service.path, service.body.get("build"), service.body.get("extends")
    at = (*path, "build", "context") if isinstance(build, dict) else (*path, "build")
    is_foreign = isinstance(extends, dict) and "file" in extends
    return Origin(
        image=as_written(model, (*path, "image")),
        context=as_written(model, at),
        is_built=isinstance(build, dict | str),
        extended=as_written(model, (*path, "extends", "service")) if is_foreign else "",
        file=as_written(model, (*path, "extends", "file")) if is_foreign else "",
        provider=as_written(model, (*path, "provider", "type")),
    )
