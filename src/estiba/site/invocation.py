"""What MkDocs was called for."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from estiba.config import DRAFTS_VARIABLE


@dataclass(frozen=True, slots=True)
class Invocation:
    """The command (`build`, `serve`, `gh-deploy`), and whether only changed pages are made."""

    command: str = "build"
    dirty: bool = False
    has_end: bool = False
    """Whether MkDocs says when it ends; a program that calls a part of it may not."""
    drafts: bool = False
    """Whether notes that are not published are shown too: by `serve` alone, to whoever asks for it."""
    in_memory: bool = False
    """Whether the site is held in memory, and no file of it written: by `estiba serve`."""


_now = Invocation()


def on_startup(command: str, *, dirty: bool) -> None:
    """Remember it. It holds for the whole process, and MkDocs tells it before there is a configuration."""
    global _now  # noqa: PLW0603 - see above
    drafts = command == "serve" and os.environ.get(DRAFTS_VARIABLE) == "1"
    _now = Invocation(command, dirty, has_end=True, drafts=drafts)


def hold() -> None:
    """Remember that the site of this process is held in memory; call it after `on_startup`."""
    global _now  # noqa: PLW0603 - see above
    _now = replace(_now, in_memory=True)


def on_shutdown() -> None:
    """Forget it."""
    global _now  # noqa: PLW0603 - see above
    _now = Invocation()


def invocation() -> Invocation:
    """Give what this process was started for; a build where nobody said."""
    return _now
