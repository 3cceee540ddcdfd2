"""Which facts a service does not heed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from estiba.compose.facts.image_facts.facts import Fact, facts_of
from estiba.compose.facts.image_facts.setting import Setting
from estiba.compose.project.service import Service
from estiba.compose.reading.tree import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact that a service does not heed, and where; `detail` is what the message speaks of."""

    fact: Fact
    path: Path
    detail: str = ""
    instead: str = ""
    at_key: bool = False


def unheeded(service: Service) -> Iterator[Finding]:
    """Find the facts about its image that `service` does not heed.

    Where it builds the image itself, or starts another program of it, nothing is known. Of a
    service that is barely sketched, nothing is wanted.
    """
    image = service.image
    if image is None or "build" in service.body or "entrypoint" in service.body:
        return
    setting = Setting(service)
    for fact in facts_of(image):
        if _applies(fact, setting):
            finding = _EVALUATIONS[fact.kind](fact, setting)
            if finding is not None:
                yield finding


def _applies(fact: Fact, setting: Setting) -> bool:
    words = setting.words
    if words is None or any(key in setting.service.body for key in fact.unless_keys):
        return False
    if words and not words[0].startswith("-") and words[0] not in fact.runs:
        return False
    if not re.search(fact.when_command, " ".join(words)):
        return False
    return not any(map(setting.may_have_variable, fact.unless_variables)) and not any(
        map(setting.may_mount, fact.unless_mounts)
    )


def _at_image(fact: Fact, setting: Setting, detail: str) -> Finding:
    return Finding(fact, (*setting.service.path, "image"), detail, fact.instead)


def _variables(fact: Fact, setting: Setting) -> Finding | None:
    if setting.is_sketch or any(map(setting.may_have_variable, fact.variables)):
        return None
    return _at_image(fact, setting, ", ".join(fact.variables))


def _mount(fact: Fact, setting: Setting) -> Finding | None:
    if not setting.is_to_last or any(map(setting.may_mount, fact.mount)):
        return None
    return _at_image(fact, setting, fact.mount[0])


def _mount_of(fact: Fact, setting: Setting) -> Finding | None:
    named = setting.service.environment.get(fact.mount_of)
    if named is None or not named.value or not named.value.startswith("/"):
        return None
    if setting.service.is_open(named.path) or setting.may_mount(named.value):
        return None
    return Finding(fact, named.path, named.value)


def _no_mount(fact: Fact, setting: Setting) -> Finding | None:
    if fact.instead and fact.instead != fact.no_mount and any(setting.mounts_on(fact.instead)):
        return None
    for placed in setting.mounts_on(fact.no_mount):
        return Finding(fact, placed.path, fact.no_mount, fact.instead)
    return None


def _renamed(fact: Fact, setting: Setting) -> Finding | None:
    for name, variable in setting.service.environment.items():
        if name in fact.renamed and fact.renamed[name] not in setting.service.environment:
            return Finding(fact, variable.path, name, fact.renamed[name], at_key=True)
    return None


def _capabilities(fact: Fact, setting: Setting) -> Finding | None:
    added = {name for name, _ in setting.capabilities()}
    missing = [name for name in fact.capabilities if name not in added]
    if not missing or "ALL" in added or setting.is_sketch or setting.may_lack_nothing():
        return None
    return _at_image(fact, setting, ", ".join(missing))


def _socket(fact: Fact, setting: Setting) -> Finding | None:
    if setting.is_sketch or setting.may_reach_engine():
        return None
    return _at_image(fact, setting, "/var/run/docker.sock")


def _command(fact: Fact, setting: Setting) -> Finding | None:
    if setting.is_sketch or setting.words:
        return None
    return _at_image(fact, setting, fact.command)


def _idle(fact: Fact, setting: Setting) -> Finding | None:
    found = [
        (name, path) for name, path in (*setting.devices(), *setting.capabilities()) if name in fact.idle
    ]
    if not found:
        return None
    return Finding(fact, found[0][1], ", ".join(dict.fromkeys(name for name, _ in found)))


_EVALUATIONS: dict[str, Callable[[Fact, Setting], Finding | None]] = {
    "variables": _variables,
    "mount": _mount,
    "mount_of": _mount_of,
    "no_mount": _no_mount,
    "renamed": _renamed,
    "capabilities": _capabilities,
    "socket": _socket,
    "command": _command,
    "idle": _idle,
}
