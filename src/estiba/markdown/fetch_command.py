"""The one line with which a reader fetches an example and starts it, in the shell of their server."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from urllib.parse import quote

COMPOSE, ENV = "compose.yaml", ".env"
UP = "docker compose up -d"
_FETCH = "curl -fsSL"
_EDITOR = "${EDITOR:-nano}"
"""Without quotes, as the value may be `code --wait`."""
_OF_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"
"""What has a meaning in an address, or is encoded already."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a shell finds the files of an example. Addresses are absolute."""

    compose_url: str
    env_url: str | None
    folder: str
    """The name of the folder that is made for them: no path."""
    is_to_fill: bool = False
    """Whether somebody has to write something into the `.env` first."""


def fetch_command(source: Source, *, starts: bool) -> str:
    """Write the line: make the folder, fetch the files there as `compose.yaml` and `.env`, and start.

    It opens an `.env` that is to be filled in. One that is there already is not fetched again: it
    holds the reader's own values. For any POSIX shell; no name of a folder or a file runs anything.
    """
    folder = shlex.quote(source.folder)
    named = "O" if source.compose_url.endswith(f"/{COMPOSE}") else f" -o {COMPOSE}"
    steps = [f"mkdir -p {folder}", f"cd {folder}", f"{_FETCH}{named} {_address(source.compose_url)}"]
    if source.env_url is not None:
        steps.append(f"{{ test -e {ENV} || {_FETCH} -o {ENV} {_address(source.env_url)}; }}")
        if source.is_to_fill:
            steps.append(f"{_EDITOR} {ENV}")
    if starts:
        steps.append(UP)
    return " && ".join(steps)


def _address(url: str) -> str:
    return shlex.quote(quote(url, safe=_OF_ADDRESSES))
