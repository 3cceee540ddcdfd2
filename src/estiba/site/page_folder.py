"""Where the files of a page stand."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.files import File


def folder_of(file: File) -> str:
    """Give the folder of the page's own files, that of its address: `notas/dns/`; empty for the home page."""
    path = PurePosixPath(file.dest_uri)
    folder = path.parent if path.name == "index.html" else path.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"
