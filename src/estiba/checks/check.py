"""What a check is: a name, a severity, a page, and a function."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Generic, TypeVar

from estiba.problem import Problem, Severity

Subject = TypeVar("Subject")
_GROUPS = {"compose": "examples"}


@dataclass(frozen=True, slots=True)
class Check(Generic[Subject]):
    """One check on a `Subject` (a note in its setting, an example, a vault, a silence)."""

    name: str
    """What a message ends with, and what a silence names: `placeholder-text`."""
    group: str
    """What it looks at: `notes`, `examples`, `vault` or `silences`."""
    severity: Severity
    """That of its problems, unless the owner sets another."""
    page: str
    """Its page in Markdown: what it reports, why it matters, a bad and a good example."""
    find: Callable[[Subject], Iterator[Problem]]
    on_excerpts: bool = True
    """Whether it looks at parts of Compose files, too."""
    optional: bool = False
    """Whether it runs only where the policy or the caller asks for it."""
    needs_vault: bool = False
    """Whether it finds nothing in a note whose vault was not read."""

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0].rstrip(".")


def check_of(module: ModuleType) -> Check[Subject]:
    """Make a check of its file: the names of file and folder, docstring, `SEVERITY` and `find`.

    A check on examples looks at whole files only, unless its file says `ON_EXCERPTS = True`.
    `OPTIONAL = True` is for what runs only where it is asked for, `NEEDS_VAULT = True` for a check on
    notes that holds them against others.
    """
    folder, _, file = module.__name__.removeprefix(f"{__package__}.").partition(".")
    group, name = _GROUPS.get(folder, folder), file.replace("_", "-")
    page = inspect.cleandoc(module.__doc__ or "")
    on_excerpts = bool(getattr(module, "ON_EXCERPTS", group != "examples"))
    optional = bool(getattr(module, "OPTIONAL", False))
    needs_vault = bool(getattr(module, "NEEDS_VAULT", False))
    return Check(name, group, module.SEVERITY, page, module.find, on_excerpts, optional, needs_vault)
