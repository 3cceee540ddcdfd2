"""Whole sites for tests: a vault in, what `mkdocs build` makes of it out."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")

CONFIG = "site_name: Semilla\nsite_url: http://127.0.0.1/\nplugins: [estiba]\n"


@dataclass(frozen=True)
class Site:
    """A site that was built, and what the build said."""

    root: Path
    messages: tuple[str, ...] = field(default=())

    def read(self, path: str) -> str:
        """Give the text of a file of the site."""
        return (self.root / path).read_text("utf-8")


def build_folder(root: Path, caplog: pytest.LogCaptureFixture, **options: Any) -> Site:
    """Build the vault at `root` as `mkdocs build` does."""
    caplog.clear()
    with caplog.at_level(logging.INFO, "mkdocs"):
        config = load_config(str(root / "mkdocs.yml"), **options)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    messages = tuple(record.getMessage() for record in caplog.records if record.levelno > logging.INFO)
    return Site(Path(config.site_dir), messages)
