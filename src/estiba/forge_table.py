"""The table `[forge]` of `estiba.toml` -> `Forge`."""

from __future__ import annotations

import re
from types import MappingProxyType

from estiba.forge import KINDS, PLACES, Forge, places_in
from estiba.policy_table import PolicyTable, either

REPOSITORY = re.compile(r"https?://[^\s\x00-\x20\x7f@/?#\\{}\[\]<>\"']+(?:/[^\s\x00-\x20\x7f?#\\{}<>\"']*)?")
"""An address that a link may lead to: no script, no credentials, no query."""
_PATTERN = re.compile(r"(?:\{repository\}|https?://[^/?#@{}]+)(?:[/?#-].*)?")
_REFUSED = re.compile(r"[\s\x00-\x20\x7f<>\"'\\]")
_ODD_FOLDER = re.compile(r"\\|//|^$|(?:^|/)\.{1,2}(?:/|$)")
_ODD_BRANCH = re.compile(r"[\s\x00-\x20\x7f~^:?*\[\\{}]|\.\.|//|^[/.-]|[/.]$")


def read_forge(table: PolicyTable) -> Forge:
    """Read the table; raises `ConfigError` for what has the wrong form."""
    table.allow("kind", "repository", "branch", "folder", *PLACES)
    kind = table.text("kind")
    if kind is not None and kind not in KINDS:
        table.fail("kind", f"{kind!r} is none of {either(tuple(KINDS))}")
    repository = table.text("repository")
    if repository is not None and not REPOSITORY.fullmatch(repository):
        table.fail("repository", f"{repository!r} is no address of a repository: https://host/owner/name")
    branch = table.text("branch")
    if branch is not None and _ODD_BRANCH.search(branch):
        table.fail("branch", f"{branch!r} is no name of a branch")
    return Forge(
        kind=kind,
        repository=tidy(repository) if repository else None,
        branch=branch,
        folder=_folder(table),
        patterns=MappingProxyType({key: _pattern(table, key) for key in PLACES if key in table.data}),
    )


def tidy(repository: str) -> str:
    """Give the address of a repository as its pages begin: without `.git` and `/` at its end."""
    return repository.rstrip("/").removesuffix(".git")


def _folder(table: PolicyTable) -> str | None:
    """Read a path from the root of the repository; `.` and an empty text are that root."""
    if table.data.get("folder") in ("", "."):
        return ""
    path = table.text("folder")
    if path is not None and _ODD_FOLDER.search(path.strip("/")):
        table.fail("folder", f"{path!r} is no folder of the repository")
    return path.strip("/") if path else None


def _pattern(table: PolicyTable, key: str) -> str:
    value = table.data[key]
    if value is False or value == "":
        return ""
    if not isinstance(value, str):
        table.fail(key, f"must be a text, or false, not {value!r}")
    for name in places_in(value):
        if name not in PLACES[key]:
            known = ", ".join(f"{{{one}}}" for one in PLACES[key])
            table.fail(key, f"{{{name}}} stands for nothing; known here: {known}")
    if not _PATTERN.fullmatch(value) or _REFUSED.search(value):
        table.fail(key, f"{value!r} is no address: it begins with {{repository}}, https:// or http://")
    if value.count("{") != len(places_in(value)) or value.count("}") != len(places_in(value)):
        table.fail(key, f"{value!r} has a brace that belongs to no place")
    return value
