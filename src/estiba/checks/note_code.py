"""What stands in the fences of a note, whatever they hold: other examples, `.env` files, commands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from estiba.vault.text.fences import Fence

_KEY = re.compile(r"^[ \t#-]*(?P<name>[\w.-]+)[ \t]*[:=]", re.MULTILINE)
"""A key, a setting or an entry `NAME=value`; one that is commented out, too."""
_VARIABLE = re.compile(r"\b[A-Z][A-Z0-9]*_\w+")
_AROUND = " \t#-'\""


@dataclass(frozen=True)
class NoteCode:
    """The fences of one note, looked into when somebody asks."""

    fences: Sequence[Fence] = field(default=(), repr=False)
    text: str = field(default="", repr=False)
    """All of the note."""

    @cached_property
    def is_of_swarm(self) -> bool:
        """Whether the note says how its files go to a Swarm."""
        return "docker stack deploy" in self.text

    def has(self, key: str, value: str = "") -> bool:
        """Whether some fence has `key`, with `value` where one is given; in a comment counts."""
        return f"{key}: {value}" in self._lines if value else key in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(
            name
            for fence in self.fences
            for name in (*_KEY.findall(fence.text), *_VARIABLE.findall(fence.text))
        )

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(line for fence in self.fences for line in _plain_lines(fence.text))


def _plain_lines(text: str) -> Iterator[str]:
    """Give the lines of `text` as `key: value`, without quotes, dashes and marks of comments."""
    for line in text.split("\n"):
        key, colon, value = line.strip(_AROUND).partition(":")
        if colon:
            yield f"{key.strip(_AROUND)}: {value.strip(_AROUND)}"
        else:
            key, _, value = key.partition("=")
            yield f"{key.strip(_AROUND)}: {value.strip(_AROUND)}"
