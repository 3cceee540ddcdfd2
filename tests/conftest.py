"""What tests of whole sites share: building one, serving it, a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bad_input_rows import rows_of
from sites import CONFIG, Site, build_folder, served, write_files

os.environ.setdefault("ESTIBA_STORE_KEY", "a key for the stores of tests")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let `-k row_27` find the tests of a row of `bad_input_rows`."""
    for item in items:
        item.extra_keyword_matches.update(f"row_{row:02}" for row in rows_of(item.nodeid))


@pytest.fixture
def build_site(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Callable[..., Site]:
    """Build a vault, given as path -> content, with `mkdocs.yml` as `config`."""

    def make(files: Mapping[str, str | bytes], config: str = CONFIG, **options: Any) -> Site:
        docs = tmp_path / "docs"
        shutil.rmtree(docs, ignore_errors=True)
        docs.mkdir()
        write_files(tmp_path, files, config)
        return build_folder(tmp_path, caplog, **options)

    return make


@pytest.fixture
def serve() -> Iterator[Callable[[Site], str]]:
    """Serve a site on loopback; gives its address, with `/` at the end."""
    with ExitStack() as servers:
        yield lambda site: servers.enter_context(served(site.root))
