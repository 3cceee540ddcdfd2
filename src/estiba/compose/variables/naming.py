"""Names for variables, as an `.env` file takes them."""

from __future__ import annotations

import re
from collections.abc import Container

from estiba.compose.variables.credentials import words_of

_RESERVED = frozenset(
    """
    EDITOR GID HOME HOSTNAME LANG LOGNAME MAIL OLDPWD PATH PWD SHELL SHLVL TERM UID USER USERNAME
    """.split()
)
"""Set by shells and systems, and stronger than an `.env` file."""
_OF_DOCKER = ("COMPOSE_", "DOCKER_", "BUILDKIT_", "BUILDX_")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_MOST_WORDS = 4


def variable_name(text: str, *, suffix: str = "") -> str:
    """Make a name of a key or a few words: `clientSecret` is `CLIENT_SECRET`; empty where there are none.

    >>> variable_name("path to data", suffix="PATH")
    'DATA_PATH'
    """
    if _NAME.fullmatch(text) and text == text.upper():
        name = text
    else:
        words = [word for word in words_of(text) if word not in _DROPPED]
        words = [word.upper() for word in words if word.isascii()]
        if suffix and words[-1:] == [suffix]:
            words.pop()
        name = "_".join(words[:_MOST_WORDS])
    if name and suffix and not name.endswith(suffix):
        name = f"{name}_{suffix}"
    return f"_{name}" if name[:1].isdigit() else name


def free_name(wanted: str, service: str, taken: Container[str]) -> str:
    """Give `wanted`, or where that is taken or the system's, one with the service's name or a number."""
    if wanted not in taken and wanted not in _RESERVED and not wanted.startswith(_OF_DOCKER):
        return wanted
    longer = f"{variable_name(service) or 'MY'}_{wanted}"
    name, number = longer, 1
    while name in taken:
        number += 1
        name = f"{longer}_{number}"
    return name


_DROPPED = frozenset(
    """
    a absolute an and as by de del el en for from here in is la las los mi mis my of on or path poner put
    ruta some su sus the this to tu tus un una use where your
    """.split()
)
"""Words that say nothing of what is meant."""
