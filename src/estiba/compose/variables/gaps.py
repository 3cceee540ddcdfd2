"""Paths, domains and words in angle brackets that stand for the reader's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.compose.variables.filler import in_angles, is_template
from estiba.compose.variables.naming import variable_name
from estiba.compose.variables.roles import Role, role_of

_PATH = re.compile(
    r"(?<![\w.-])/(?:(?:absolute/|full/)?path/(?:to|on/host|on/your)|your/path|tu/ruta|ruta/(?:al?|de|hacia|hasta))"
    r"(?:/[\w.@-]+)*"
)
_DOMAIN = re.compile(
    r"(?<![\w-])(?:"
    r"(?:example|ejemplo|(?:your|my|tu|mi)[-_]?(?:domain|dominio|server|servidor|site|sitio|web)|domain|dominio)"
    r"\.(?:com|dev|es|eu|home|io|lan|local|me|net|org|test|tld|xyz)"
    r"|[a-z0-9-]+\.example|(?:your|my|tu|mi)-tailnet\.ts\.net"
    r")(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_OWN_WORD = re.compile(r"(?<![\w$-])(?:your|tu)_[a-z0-9_]+(?![\w-])", re.IGNORECASE)
_GENERIC = frozenset("appdata dir directory file folder".split())


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of a text that stands for something of the reader's."""

    start: int
    end: int
    role: Role
    name: str
    """A name for the variable; empty where nothing in the text gives one."""


def gaps_in(text: str, *, is_mount: bool = False) -> Iterator[Gap]:
    """Find the gaps of `text`; in a mount, what stands in angle brackets is a path."""
    if is_template(text):
        return
    for match in in_angles(text):
        words = match[0][1:-1]
        is_path = is_mount or words.startswith(("/", "./", "~"))
        name = variable_name(_last(words), suffix="PATH") if is_path else variable_name(words)
        yield Gap(*match.span(), Role.PATH if is_path else role_of(name), name)
    for match in _PATH.finditer(text) if "/" in text else ():
        yield Gap(*match.span(), Role.PATH, variable_name(_last(match[0]), suffix="PATH"))
    for match in _DOMAIN.finditer(text) if "." in text else ():
        yield Gap(*match.span(), Role.DOMAIN, "DOMAIN")
    for match in _OWN_WORD.finditer(text) if "_" in text else ():
        name = variable_name(match[0])
        yield Gap(*match.span(), role_of(name), name)


def is_own_word(text: str) -> bool:
    """Whether `text` is `your_db_name` or the like, which means one thing wherever it stands."""
    return bool(_OWN_WORD.fullmatch(text))


def _last(path: str) -> str:
    """Give the last part of a path that says what is there."""
    parts = [part for part in path.split("/") if part]
    return next((part for part in reversed(parts) if part not in _GENERIC), parts[-1] if parts else "")
