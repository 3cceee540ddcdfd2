"""A value that Docker does not know.

What it reports: a restart policy, a network mode, a capability or an option of a mount that
there is none of, with the known one that it resembles; a fixed address for which its network
has no subnet.

Why it matters: Docker Compose takes the file. Then Docker does not start the container, or, for an
option of a mount, passes over it: a volume meant to be read-only is written to.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    restart: unless_stopped
             ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    restart: unless-stopped
````
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from estiba.checks.nearest import nearest
from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.facts.capabilities import KNOWN as CAPABILITIES
from estiba.compose.facts.capabilities import PREFIX, capability_name
from estiba.compose.facts.choices import MOUNT_OPTIONS, NETWORK_MODES, RESTART_POLICIES, is_restart_policy
from estiba.compose.project.addresses import fixed_addresses
from estiba.compose.project.model import Model
from estiba.compose.project.networking import is_network_mode, meant_network_mode
from estiba.compose.project.service import Service
from estiba.compose.reading.tree import Path
from estiba.problem import Problem, Severity
from estiba.yaml_tree import Scalar

SEVERITY = Severity.WARNING
_CHECK = "unknown-value"
_NEAR = 0.75
_READ_ONLY = frozenset("r ro readonly read-only read_only".split())


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each such value."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        for unknown in (
            *_policies(service),
            *_modes(service, subject.model),
            *_capabilities(service),
            *_options(service, subject),
        ):
            yield _problem(subject, unknown)
        for address in fixed_addresses(service, subject.model):
            yield subject.problem(
                _CHECK,
                SEVERITY,
                address.path,
                "address" if address.subnets else "no-subnet",
                value=address.text,
                network=address.network,
                subnets=", ".join(address.subnets),
            )


@dataclass(frozen=True, slots=True)
class _Unknown:
    """A value that there is none of; `near` is what it is likely to mean."""

    kind: str
    value: str
    path: Path
    near: str = ""
    known: tuple[str, ...] = ()
    offset: int = 0


def _problem(subject: PlacedExample, unknown: _Unknown) -> Problem:
    return subject.problem(
        _CHECK,
        SEVERITY,
        unknown.path,
        f"{unknown.kind}-near" if unknown.near else unknown.kind,
        offset=unknown.offset or None,
        value=unknown.value,
        near=unknown.near,
        known=", ".join(unknown.known),
    )


def _policies(service: Service) -> Iterator[_Unknown]:
    value = service.text("restart")
    if value and not is_restart_policy(value):
        near = nearest(value.replace("_", "-").lower(), RESTART_POLICIES, cutoff=_NEAR)
        yield _Unknown("restart", value, (*service.path, "restart"), near, RESTART_POLICIES)


def _modes(service: Service, model: Model) -> Iterator[_Unknown]:
    value = service.text("network_mode")
    if value and not is_network_mode(value, model):
        meant = meant_network_mode(value, model)
        yield _Unknown("network-mode", value, (*service.path, "network_mode"), meant, NETWORK_MODES)


def _capabilities(service: Service) -> Iterator[_Unknown]:
    for key in ("cap_add", "cap_drop"):
        for value, path in service.entries(key):
            if capability_name(value) is None:
                short = value.strip().upper().removeprefix(PREFIX).replace("-", "_")
                near = nearest(short, sorted(CAPABILITIES), cutoff=0.7)
                yield _Unknown("capability", value, path, near)


def _options(service: Service, subject: PlacedExample) -> Iterator[_Unknown]:
    for placed in service.mounts:
        node = subject.values.place(placed.path).node
        if placed.mount is None or not isinstance(node, Scalar):
            continue
        for option in placed.mount.options:
            if option not in MOUNT_OPTIONS:
                small = option.lower()
                near = "ro" if small in _READ_ONLY else nearest(small, MOUNT_OPTIONS, cutoff=_NEAR)
                offset = max(node.text.rfind(option), 0)
                yield _Unknown("mount-option", option, placed.path, near, MOUNT_OPTIONS, offset)
