"""What MkDocs was called for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invocation:
    """The command (`build`, `serve`, `gh-deploy`), and whether only changed pages are made."""

    command: str = "build"
    dirty: bool = False


_now = Invocation()


def on_startup(command: str, *, dirty: bool) -> None:
    """Remember it. It holds for the whole process, and MkDocs tells it before there is a configuration."""
    global _now  # noqa: PLW0603 - see above
    _now = Invocation(command, dirty)


def invocation() -> Invocation:
    """Give what this process was started for; a build where nobody said."""
    return _now
