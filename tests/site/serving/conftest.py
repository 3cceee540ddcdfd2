"""A vault that is served, in this process, beside what a build makes of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest
from mkdocs.theme import Theme

from estiba.site import invocation
from estiba.site.serving.making import Options, configuration, make
from estiba.site.serving.model import Model
from estiba.site.serving.served import Served
from estiba.site.serving.worker import Worker
from sites import CONFIG, _environment, run_build, write_files

URL = "http://127.0.0.1:8000/"


@dataclass
class ServedVault:
    """A folder with a vault, and what serves it."""

    root: Path
    served: Served
    worker: Worker

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files of the vault, or `estiba.toml`."""
        for name, content in files.items():
            path = self.root / name if name == "estiba.toml" else self.root / "docs" / name
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def write_note(self, path: str, text: str) -> None:
        """Write one note, and nothing else."""
        (self.root / "docs" / path).write_text(text, "utf-8")

    def page(self, address: str) -> str:
        """Give the page at an address (`redes/vpn/`), that for what is not there too."""
        return self.file(f"{address}index.html")

    def file(self, place: str) -> str:
        """Give a file of the site."""
        found, _ = self.served.find_page(place)
        assert found is not None
        return found.data.decode()

    def built(self) -> dict[str, bytes]:
        """Give the files of a clean build, but for those of the search."""
        now = invocation.invocation()
        site = self.root / "built"
        shutil.rmtree(site, ignore_errors=True)
        with patch.dict("os.environ", ESTIBA_NO_CACHE="1"):
            run_build(self.root, site_dir=str(site), site_url=URL)
        vars(invocation)["_now"] = now
        files = {
            path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()
        }
        return {
            name: path.read_bytes()
            for name, path in files.items()
            if not name.startswith(("pagefind/", ".estiba"))
        }

    def all_files(self, places: Iterator[str]) -> dict[str, bytes]:
        """Give the files of the site at `places`."""
        found = {place: self.served.find(place) for place in places}
        return {place: one.data for place, one in found.items() if one is not None}


@pytest.fixture
def serve_vault(tmp_path: Path) -> Iterator[Callable[..., ServedVault]]:
    """Serve a vault, given as path -> content."""
    opened: list[Served] = []

    def serve(
        files: Mapping[str, str | bytes],
        config: str = CONFIG,
        *,
        drafts: bool = False,
        mount: str = "",
        is_open: bool = True,
    ) -> ServedVault:
        (tmp_path / "docs").mkdir(exist_ok=True)
        write_files(tmp_path, files, config)
        options = Options(
            {"config_file": str(tmp_path / "mkdocs.yml"), "site_dir": str(tmp_path / "served")}, URL + mount
        )
        vars(invocation)["_now"] = invocation.Invocation("serve", drafts=drafts, in_memory=True)
        worker = Worker()
        served = Served(options, make(configuration(options)), worker)
        if is_open:  # else somebody does it in the thread that is to have the model
            served.do(Model.open)
            opened.append(served)
        return ServedVault(tmp_path, served, worker)

    with patch.object(Theme, "get_env", _environment):
        yield serve
    for served in opened:
        served.do(Model.close)
    invocation.on_shutdown()
