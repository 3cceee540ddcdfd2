"""What GitHub's runner makes of a line that a step prints.

It compares texts as people sort them, for whom some characters are nothing. Source: `ActionCommand.cs`
of https://github.com/actions/runner.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_SPACES = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_IN_MESSAGE = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_IN_PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    message: str


def lines_of(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def command_of(line: str) -> Command | None:
    """Give the command that a line is; of the old form, the name alone."""
    text = line.lstrip(_SPACES)
    if _sorted(text).lstrip(_SPACES).startswith("::"):
        header, found, message = text.lstrip(":").partition("::")
        assert found, line
        name, _, properties = header.partition(" ")
        pairs = (one.split("=", 1) for one in properties.strip().split(",") if one)
        known = {key: _plain(value, _IN_PROPERTY) for key, value in pairs}
        return Command(name, known, _plain(message, _IN_MESSAGE))
    _, found, rest = _sorted(line).partition("##[")
    return Command(rest.partition("]")[0], {}, "") if found else None


def _sorted(text: str) -> str:
    return "".join(char for char in text if not _is_nothing(char))


def _is_nothing(char: str) -> bool:
    category = unicodedata.category(char)
    return (category in ("Cf", "Cc") and char not in _SPACES) or char in "\u034f\u115f\u1160\ufe0f"


def _plain(text: str, table: dict[str, str]) -> str:
    for code, char in table.items():
        text = text.replace(code, char)
    return text
