"""Whether all that a service has stands in this file."""

from __future__ import annotations

from collections.abc import Mapping

from estiba.compose.project.service import Service
from estiba.compose.reading.inheritance import EXTENDS


def is_whole(service: Service, services: Mapping[str, Service]) -> bool:
    """Whether no service that it extends, by however many steps, is missing from `services`.

    One that stands in another file is, and one that nobody can find.
    """
    seen = {service.name}
    while EXTENDS in service.body:
        extends = service.body[EXTENDS]
        if isinstance(extends, dict):
            if extends.get("file") is not None:
                return False
            extends = extends.get("service")
        if not isinstance(extends, str) or extends in seen or extends not in services:
            return False
        seen.add(extends)
        service = services[extends]
    return True
