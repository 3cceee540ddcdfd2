"""What tests of whole sites share: building one, serving it, a browser."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from sites import CONFIG, Site, build_folder


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
