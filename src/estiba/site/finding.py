"""The files that a site is made of: those of the vault, where MkDocs follows every link of the system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.commands import build
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files, get_files, set_exclusions

from estiba.site.state import state_of
from estiba.vault.files.finding import find_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_pre_build(config: MkDocsConfig) -> None:
    """Have MkDocs list files as Estiba does.

    It asks no plugin before it has gone along all links, out of the vault and round in circles, of
    which two are enough that it never ends.
    """
    vars(build)["get_files"] = list_files


def list_files(config: MkDocsConfig) -> Files:
    """Give the files of the vault in MkDocs' order: in each folder the index first, then A to Z.

    None is left out because another comes to its address, which is for `places` to settle. A site that
    is none of Estiba's gets what MkDocs finds.
    """
    try:
        state = state_of(config)
    except ConfigurationError:
        return get_files(config)
    found = find_files(Path(config.docs_dir))
    state.refused = found.refused
    paths = sorted(map(PurePosixPath, found.paths), key=_order)
    files: list[File] = [
        VaultFile(str(path), config.docs_dir, config.site_dir, config.use_directory_urls) for path in paths
    ]
    set_exclusions(files, config)
    return Files(files)


class VaultFile(File):
    """A file of the vault; one that is a note gives MkDocs what Estiba has read."""

    text: Callable[[], str] | None = None
    """Gives the text for MkDocs, where that is another than the file's."""

    @property
    def content_string(self) -> str:
        """The text of the file, as MkDocs is to see it."""
        return super().content_string if self.text is None else self.text()

    @content_string.setter
    def content_string(self, value: str) -> None:
        File.content_string.fset(self, value)  # type: ignore[attr-defined]
        self.text = None


def _order(path: PurePosixPath) -> tuple[tuple[str, ...], bool, str]:
    return path.parts[:-1], path.stem not in ("index", "README"), path.name
