"""Into which folder no site may go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from estiba.built_site import holds_more_than_a_site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def why_not(site: Path, config: MkDocsConfig) -> str | None:
    """Give in words why a build must not empty and fill the folder `site`, a real path; None if it may."""
    for folder, what in _sources(config):
        if folder == site:
            return f"is {what}"
        if folder.is_relative_to(site):
            return f"holds {what}"
    for folder, what in _searched(config):
        if site.is_relative_to(folder):
            return f"is in {what}, whose files are those of the site"
    return _why_not_empty(site) if site.exists() else None


def _why_not_empty(site: Path) -> str | None:
    try:
        is_foreign = holds_more_than_a_site(site)
    except NotADirectoryError:
        return "is no folder"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    words = "holds something that is no site, and a build would remove it; move that away, or name another"
    return words if is_foreign else None


def _sources(config: MkDocsConfig) -> Iterator[tuple[Path, str]]:
    """Give the folders that must not be lost, and what they are."""
    if config.config_file_path:
        yield Path(config.config_file_path).resolve().parent, "the folder of mkdocs.yml"
    yield from _searched(config)
    with suppress(RuntimeError):  # a user without one
        yield Path.home().resolve(), "your home folder"
    yield Path.cwd().resolve(), "the folder that the build was called in"


def _searched(config: MkDocsConfig) -> Iterator[tuple[Path, str]]:
    yield Path(config.docs_dir).resolve(), "the folder of the notes"
    if config.theme.custom_dir:
        yield Path(config.theme.custom_dir).resolve(), "the theme's custom_dir"
