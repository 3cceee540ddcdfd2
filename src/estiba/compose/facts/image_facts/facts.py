"""The facts, out of their TOML files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase, translate
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from estiba.compose.formats.images import Image

_MAJOR = re.compile(r"v?(?P<major>[0-9]+)(?![0-9])")
_NEWEST = ("", "latest", "alpine", "stable", "release")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that holds of an image.

    Exactly one of the fields from `variables` to `idle` says what; those above it when. The
    names of the fields are the keys of the TOML files, `-` for `_`. A variable may be written with
    a value (`NAME=value`), in any case, where only that one counts.
    """

    name: str
    images: tuple[str, ...]
    """Names (`Image.name`), with `*` for any part."""
    source: str
    """The address of the image's own documentation."""
    except_images: tuple[str, ...] = ()
    from_major: int = 0
    """The first major version that it holds of; the newest is taken to be one."""
    below_major: int = 0
    """The first that it no longer holds of."""
    runs: tuple[str, ...] = ()
    """First words of a `command` that still start what the image is for; options always do."""
    when_command: str = ""
    """A pattern that the command must hold."""
    unless_variables: tuple[str, ...] = ()
    unless_mounts: tuple[str, ...] = ()
    unless_keys: tuple[str, ...] = ()
    """Keys of the service."""

    variables: tuple[str, ...] = ()
    """It does not start without one of these."""
    mount: tuple[str, ...] = ()
    """It keeps its data below one of these, and nothing is mounted there."""
    mount_of: str = ""
    """Likewise below the path that this variable names."""
    no_mount: str = ""
    """What is mounted just here is lost on it; `instead` is where it belongs."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Variables that it no longer reads, and those that took their place."""
    capabilities: tuple[str, ...] = ()
    """It wants all of these."""
    socket: bool = False
    """It wants Docker's socket."""
    command: str = ""
    """It does nothing without a command; this is one."""
    idle: tuple[str, ...] = ()
    """Capabilities and devices that do nothing in it."""

    instead: str = ""
    text: str = ""
    """The text of the catalogue, where that is not the one of its kind."""

    @property
    def kind(self) -> str:
        """The field that says what holds."""
        return next(name for name in KINDS if getattr(self, name))

    @property
    def variant(self) -> str:
        """The text of the catalogue that says it."""
        if len(self.variables) == 1:
            return "variable"
        return self.text or self.kind.replace("_", "-")


KINDS = (
    "variables",
    "mount",
    "mount_of",
    "no_mount",
    "renamed",
    "capabilities",
    "socket",
    "command",
    "idle",
)


def facts_of(image: Image) -> Iterator[Fact]:
    """Give the facts that hold of `image`."""
    for fact in _facts_of_name(image.name):
        if fact.from_major or fact.below_major:
            major = major_version(image)
            if major is None or major < fact.from_major or (0 < fact.below_major <= major):
                continue
        yield fact


@lru_cache(maxsize=1024)
def _facts_of_name(name: str) -> tuple[Fact, ...]:
    if not _some_image().fullmatch(name):
        return ()
    return tuple(
        fact
        for fact in all_facts()
        if _is_one_of(name, fact.images) and not _is_one_of(name, fact.except_images)
    )


def major_version(image: Image) -> float | None:
    """Give the first number of the tag; infinity for the newest, None where it cannot be told."""
    if image.tag in _NEWEST and not (image.digest and not image.tag):
        return float("inf")
    match = _MAJOR.match(image.tag)
    return int(match["major"]) if match else None


@cache
def all_facts() -> tuple[Fact, ...]:
    """Read all facts, in the order of the files' names."""
    found: list[Fact] = []
    folder = files(__package__)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for name, table in tomllib.loads(file.read_text("utf-8")).items():
                fields: dict[str, Any] = {
                    key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
                    for key, value in table.items()
                }
                found.append(Fact(name, **fields))
    return tuple(found)


@cache
def _some_image() -> re.Pattern[str]:
    """Give what the names of all images match of which something is known; most names do not."""
    return re.compile("|".join(translate(pattern) for fact in all_facts() for pattern in fact.images))


def _is_one_of(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
