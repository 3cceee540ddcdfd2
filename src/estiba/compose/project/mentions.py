"""Where a service names a network, secret, config or model of its file.

Source of what counts twice: compose-go, package `override`, EnforceUnicity, and Docker
Compose 2.40.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from estiba.compose.project.service import Service
from estiba.compose.reading.tree import Path


@dataclass(frozen=True, slots=True)
class Mention:
    """One name, which may be empty."""

    name: str
    path: Path
    at_key: bool = False
    """Whether the name is the key of what stands at `path`."""


_FOLDERS = {("secrets",): "/run/secrets/", ("configs",): "/"}
"""Where an entry without a target is put. Of two with one target Compose takes the last."""


def mentions_of(service: Service, *keys: str) -> Iterator[Mention]:
    """Give the names under `keys` that are known, and that Compose looks at.

    They stand in a list, as the keys of a mapping, or under `source` of the list's entries,
    which name nothing where they have none.
    """
    found: Any = service.body
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    path = service.path + keys
    if isinstance(found, dict):
        for name in found:
            yield Mention(str(name), (*path, name), at_key=True)
    kept: dict[object, Mention] = {}
    for index, entry in enumerate(found if isinstance(found, list) else ()):
        mention = _entry(entry, (*path, index))
        if mention is not None:
            kept[_target(entry, mention, _FOLDERS[keys]) if keys in _FOLDERS else index] = mention
    for mention in kept.values():
        if not service.is_open(mention.path):
            yield mention


def _entry(entry: object, path: Path) -> Mention | None:
    if isinstance(entry, str):
        return Mention(entry, path)
    if isinstance(entry, dict):
        source = entry.get("source", "")
        at = (*path, "source") if "source" in entry else path
        return Mention(source, at) if isinstance(source, str) else None
    return None


def _target(entry: object, mention: Mention, folder: str) -> object:
    """Give what tells an entry from others: its target, or its path where it has none."""
    target = entry.get("target") if isinstance(entry, dict) else None
    if isinstance(target, str):
        return target
    return folder + mention.name if mention.name else mention.path
