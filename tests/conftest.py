"""What tests of whole sites share: building one, serving it, a browser."""

from __future__ import annotations

import functools
import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
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


@pytest.fixture
def build_site(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Callable[..., Site]:
    """Build a vault, given as path -> content, with `mkdocs.yml` as `config`."""

    def make(files: Mapping[str, str | bytes], config: str = CONFIG, **options: Any) -> Site:
        docs = tmp_path / "docs"
        shutil.rmtree(docs, ignore_errors=True)
        docs.mkdir()
        for name, content in files.items():
            path = tmp_path / name if name == "estiba.toml" else docs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
        return build_folder(tmp_path, caplog, **options)

    return make


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


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        pass


@pytest.fixture
def serve() -> Iterator[Callable[[Site], str]]:
    """Serve a site on loopback; gives its address, with `/` at the end."""
    servers: list[ThreadingHTTPServer] = []

    def start(site: Site) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site.root)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
