"""Files of a site that are no pages: copied, where the last site has not the same already."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel

from estiba.store.digests import digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.structure.files import File, Files

    from estiba.site.engine.outputs import Outputs


def copy_files(
    files: Files,
    outputs: Outputs,
    *,
    dirty: bool = False,
    inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included,
) -> None:
    """Do what `Files.copy_static_files` does, for the files that the site has not already."""
    for file in files:
        if file.is_documentation_page() or not inclusion(file.inclusion):
            continue
        if not outputs.keep_copy(file.dest_uri, _content(file)):
            file.copy_file(dirty)


def _content(file: File) -> bytes:
    if file.abs_src_path is None:
        return digest(file.content_bytes)
    return digest(Path(file.abs_src_path).read_bytes())
