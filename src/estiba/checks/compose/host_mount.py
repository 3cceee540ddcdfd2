"""A part of the host that opens all of it.

What it reports: mounts of `/`, `/etc`, `/root`, `/proc`, `/sys`, `/dev`, `/boot`, `/run`,
`/var/lib/docker` and their like, and disks in `devices` or `volumes`. Single files and folders
below these, such as `/etc/localtime`, are let through; so are devices that are no disks.

Why it matters: whoever takes over the service reads the passwords of the host there, or
writes a start script. Read-only, it still reads all of it.

Bad:

````yaml
services:
  files:
    image: nginx:1.29
    volumes:
      - /etc:/srv/etc
        ^
````

Good:

````yaml
services:
  files:
    image: nginx:1.29
    volumes:
      - /etc/localtime:/etc/localtime:ro
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.facts.host_paths import is_disk, is_engine_socket, what_opens
from estiba.compose.formats.devices import read_device
from estiba.compose.formats.fault import FormatFault
from estiba.compose.project.service import Service
from estiba.compose.reading.tree import Path
from estiba.problem import Problem, Severity, Terms

SEVERITY = Severity.ADVICE


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each such mount and device."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        for placed in service.mounts:
            mount = placed.mount
            if mount is None or mount.type != "bind" or is_engine_socket(mount.source):
                continue
            opens = what_opens(mount.source)
            if opens:
                access = "read" if "ro" in mount.options else "write"
                variant = "disk" if opens == "disk" else access
                yield _problem(subject, placed.source_path, variant, mount.source, opens)
        for source, path in _devices(service):
            if is_disk(source):
                yield _problem(subject, path, "disk", source, "disk")


def _problem(subject: PlacedExample, path: Path, variant: str, source: str, opens: str) -> Problem:
    terms = Terms((f"host-path.{opens}",))
    return subject.problem("host-mount", SEVERITY, path, variant, source=source, opens=terms)


def _devices(service: Service) -> Iterator[tuple[str, Path]]:
    """Give the devices of the host, in short and long form."""
    for entry, path in service.entries("devices"):
        try:
            yield read_device(entry).source, path
        except FormatFault:
            continue
    found = service.body.get("devices")
    for index, entry in enumerate(found if isinstance(found, list) else ()):
        path = (*service.path, "devices", index, "source")
        if isinstance(entry, dict) and isinstance(entry.get("source"), str) and not service.is_open(path):
            yield entry["source"], path
