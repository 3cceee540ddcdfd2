"""The networks that a service is in, unless it is just the one that Compose makes by itself."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.compose.project.model import Model
from estiba.compose.project.service import Service
from estiba.compose.project.summary.as_written import cut, filled


class Share(enum.StrEnum):
    """Whose network it is."""

    NAMED = "named"
    DEFAULT = "default"
    """That which Compose makes for all who name no other."""
    HOST = "host"
    SERVICE = "service"
    CONTAINER = "container"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ShownNetwork:
    """A network, for people; `name` is empty where the share says all."""

    share: Share
    name: str = ""


def shown_networks(service: Service, model: Model) -> Iterator[ShownNetwork]:
    """Give what `network_mode` says, then the names under `networks`; nothing for the default alone."""
    mode = filled(model, (*service.path, "network_mode"))
    kind, _, name = mode.partition(":")
    if kind in (Share.SERVICE, Share.CONTAINER) and name:
        yield ShownNetwork(Share(kind), name)
    elif mode in (Share.HOST, Share.NONE):
        yield ShownNetwork(Share(mode))
    elif mode and mode != Share.DEFAULT:
        yield ShownNetwork(Share.NAMED, mode)
    networks = service.body.get("networks")
    found = networks if isinstance(networks, list | dict) else ()
    names = [one for one in found if isinstance(one, str) and one]
    for name in names if names != [Share.DEFAULT] else ():
        yield ShownNetwork(Share.DEFAULT) if name == Share.DEFAULT else ShownNetwork(Share.NAMED, cut(name))
