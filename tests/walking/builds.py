"""Builds of a walk, each in a process of its own that was forked off with all modules there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import material  # noqa: F401 - what all builds need

import estiba.site.plugin  # noqa: F401
import kills
from estiba.cli import build, main
from estiba.listing import FileMark
from estiba.site.output.staged import StagedBuild
from estiba.site.search_index.stage import Stage
from walking.vault import INDEX

KEPT = "WALKING_KEPT"
"""The variable that names the file for the number of pages that a build has kept."""


def mkdocs_build() -> None:
    """Build the vault in the working folder as `mkdocs build` does, and raise SystemExit."""
    with _watched():
        kills.mkdocs_build()


def estiba_build() -> None:
    """Build the vault in the working folder as `estiba build` does, but here, and raise SystemExit."""

    def run(*_: object, environment: Mapping[str, str]) -> None:
        os.environ.update(environment)
        mkdocs_build()

    with patch.object(build, "run_host", run):
        sys.exit(main.main(["build", "--quiet"]))


@contextmanager
def _watched() -> Iterator[None]:
    """Count what is kept, and leave out the search index unless the owner asks for one: it takes a second.

    No hook does it, for a hook could have a say in each page, and less would be kept.
    """
    tell = StagedBuild._tell

    def told(self: StagedBuild, files: Mapping[str, FileMark]) -> None:
        kept = sum(path.endswith(".html") for path in self._state.kept_files)
        Path(os.environ[KEPT]).write_text(str(kept), "utf-8")
        tell(self, files)

    make = Stage.temporary if INDEX in Path("mkdocs.yml").read_text("utf-8") else lambda: None
    with patch.object(StagedBuild, "_tell", told), patch.object(Stage, "temporary", make):
        yield
