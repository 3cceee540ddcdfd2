"""Services whose image the build of another one takes files from.

They are no dependencies: a circle of them is none to Compose. Source: Docker Compose 2.40.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.compose.project.dependencies import Dependency
from estiba.compose.project.service import Service

KEY = "additional_contexts"
_PREFIX = "service:"


def build_contexts(service: Service) -> Iterator[Dependency]:
    """Give each service that `build.additional_contexts` of `service` names."""
    build = service.body.get("build")
    found = build.get(KEY) if isinstance(build, dict) else None
    path = (*service.path, "build", KEY)
    if isinstance(found, dict):
        written = [((*path, name), "", value) for name, value in found.items()]
    elif isinstance(found, list):
        entries = enumerate(entry for entry in found if isinstance(entry, str))
        written = [((*path, index), *_split(entry)) for index, entry in entries]
    else:
        return
    for at, before, value in written:
        if isinstance(value, str) and value.startswith(_PREFIX) and not service.is_open(at):
            offset = len(before) + len(_PREFIX)
            yield Dependency(value.removeprefix(_PREFIX), KEY, at, offset=offset)


def _split(entry: str) -> tuple[str, str]:
    name, equals, value = entry.partition("=")
    return name + equals, value
