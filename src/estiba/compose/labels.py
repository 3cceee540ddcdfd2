"""What stands behind the opening marker of a fence, as far as it speaks of Compose."""

from __future__ import annotations

import re
from dataclasses import dataclass

DEFAULT_NAME = "compose.yaml"
_NAMED = re.compile(r"[\w+-]*:(?P<name>[\w.-]+\.ya?ml)\b")
_COMPOSE = re.compile(r"\.?(?:docker-)?compose(?:\.[\w-]+)*(?:\.ya?ml)?", re.IGNORECASE)
_YAML = re.compile(
    r"[ \t]*(?:\{?[ \t]*\.?(?:ya?ml|(?:docker-)?compose)\b|[\w+-]*:[\w.-]+\.ya?ml\b|$)", re.IGNORECASE
)
_OPTION = re.compile(r"(?<![\w-])(?P<key>[A-Za-z_][\w-]*)=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")


@dataclass(frozen=True, slots=True)
class Label:
    """What a fence says of itself."""

    name: str
    """The file name that it gives its content, or the usual one."""
    may_be_yaml: bool
    says_compose: bool
    is_excerpt: bool
    """Its author says that it is a part: `yaml excerpt`."""
    shows: tuple[str, ...]
    """The checks of a counter-example: `yaml bad="bad-port"`."""


def read_label(info: str) -> Label:
    """Read `yaml:compose.yml`, `yaml excerpt`, `{ .yaml title="compose.yaml" }` and the like."""
    named = _NAMED.match(info)
    options = read_options(info)
    name = options.get("title", "").strip() or (named["name"] if named else "")
    words = _OPTION.sub("", info).strip(" \t{}").split()
    return Label(
        name=name or DEFAULT_NAME,
        may_be_yaml=bool(_YAML.match(info)),
        says_compose=bool(_COMPOSE.fullmatch(name or (words[0] if words else ""))),
        is_excerpt="excerpt" in words,
        shows=tuple(options.get("bad", "").replace(",", " ").split()),
    )


def read_options(info: str) -> dict[str, str]:
    """Give what `info` says as `key="value"`."""
    return {match["key"]: match["double"] or match["single"] or "" for match in _OPTION.finditer(info)}
