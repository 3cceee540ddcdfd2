"""Whole sites for tests: a vault in, what `mkdocs build` makes of it out."""

from __future__ import annotations

import functools
import logging
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from unittest.mock import Mock, patch

import pytest
from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from estiba.site.output import publishing, swapping

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
        site = run_build(root, **options)
    messages = tuple(record.getMessage() for record in caplog.records if record.levelno > logging.INFO)
    return Site(site, messages)


def run_build(root: Path, *, command: str = "build", **options: Any) -> Path:
    """Build the vault at `root` as a command of MkDocs does, and give the folder of the site."""
    config = load_config(str(root / "mkdocs.yml"), **options)
    build_config(config, command=command)
    return Path(config.site_dir)


def build_config(config: MkDocsConfig, *, command: str = "build") -> None:
    """Build as a command of MkDocs does; but nobody waits for the disk to have it all."""
    config.plugins.on_startup(command=command, dirty=False)
    try:
        with patch.object(Theme, "get_env", _environment):
            build(config, serve_url="http://127.0.0.1/" if command == "serve" else None)
    finally:
        is_usual = publishing.flush is swapping.flush
        with patch.object(publishing, "flush", Mock() if is_usual else publishing.flush):
            config.plugins.on_shutdown()


class _CompiledTemplates(BytecodeCache):
    """Keeps what Jinja made of each template, which would take half the time of every small build."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


class _ThemeFiles(FileSystemLoader):
    """Lists no icons: there are 14,000, MkDocs copies none, and listing them is half of every small build."""

    def list_templates(self) -> list[str]:
        found = set()
        for root in self.searchpath:
            for folder, folders, names in os.walk(root):
                folders[:] = [one for one in folders if one != ".icons"]
                found.update(Path(folder, name).relative_to(root).as_posix() for name in names)
        return sorted(found)


_compiled = _CompiledTemplates()
_get_env = Theme.get_env


def _environment(theme: Theme) -> Environment:
    env = _get_env(theme)
    env.bytecode_cache = _compiled
    env.loader = _ThemeFiles(theme.dirs)
    return env


def write_files(root: Path, files: Mapping[str, str | bytes], config: str = CONFIG) -> None:
    """Write a vault, given as path -> content, below `root`/docs, and its `mkdocs.yml`."""
    for name, content in files.items():
        path = root / name if name == "estiba.toml" else root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (root / "mkdocs.yml").write_text(config, "utf-8")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; gives its address, with `/` at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        pass
