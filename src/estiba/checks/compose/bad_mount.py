"""A mount, a device or an extra host that cannot be read.

What it reports: an entry of `volumes` or `devices` that names no path in the container, has an
empty part or too many; an entry of `extra_hosts` without a name or without an address.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    volumes:
      - ./site:/usr/share/nginx/html:ro:z
                                        ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    volumes:
      - ./site:/usr/share/nginx/html:ro,z
````
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from estiba.checks.misread import misread
from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.formats.devices import read_device
from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.hosts import read_extra_host
from estiba.compose.project.service import Service
from estiba.compose.reading.tree import Path
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_CHECK = "bad-mount"
_PARTING = frozenset(":=")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report the first fault of each entry."""
    return each_place_once(
        problem
        for service in subject.services.values()
        for judge in (_mounts, _devices, _hosts)
        for problem in judge(subject, service)
    )


def _mounts(subject: PlacedExample, service: Service) -> Iterator[Problem]:
    for one in service.mounts:
        if one.fault is not None:
            is_long = isinstance(subject.value_at(one.path), dict)
            variant = f"{one.fault.kind}-long" if is_long else one.fault.kind
            yield from misread(subject, _CHECK, one.path, one.fault, variant)


def _devices(subject: PlacedExample, service: Service) -> Iterator[Problem]:
    for path, entry in _entries(service, "devices"):
        if isinstance(entry, dict) and "target" not in entry:
            fault = FormatFault("device-target", 0, str(entry.get("source", "")))
            yield from misread(subject, _CHECK, path, fault)
        elif isinstance(entry, str):
            yield from _read(subject, path, entry, read_device, "device")


def _hosts(subject: PlacedExample, service: Service) -> Iterator[Problem]:
    for keys in (("extra_hosts",), ("build", "extra_hosts")):
        for path, entry in _entries(service, *keys):
            if isinstance(entry, str) and isinstance(path[-1], int):
                yield from _read(subject, path, entry, read_extra_host, "host")
            elif isinstance(path[-1], str) and _PARTING & set(path[-1]):
                name = path[-1]
                yield subject.problem(_CHECK, SEVERITY, path, "host-name", at_key=True, value=name)


def _read(
    subject: PlacedExample, path: Path, entry: str, read: Callable[[str], object], group: str
) -> Iterator[Problem]:
    try:
        read(entry)
    except FormatFault as fault:
        yield from misread(subject, _CHECK, path, fault, f"{group}-{fault.kind}")


def _entries(service: Service, *keys: str) -> Iterator[tuple[Path, Any]]:
    """Give the entries of a list or a mapping that are known, with their paths."""
    found: Any = service.body
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    pairs = enumerate(found) if isinstance(found, list) else found.items() if isinstance(found, dict) else ()
    for step, entry in pairs:
        path = (*service.path, *keys, step)
        if not service.is_open(path):
            yield path, entry
