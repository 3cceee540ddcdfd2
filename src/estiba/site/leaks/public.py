"""Texts that a site may show, beside the notes as they are written."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from estiba.checks.registry import GROUPS
from estiba.site.leaks.words import shown_text
from estiba.site.state import state_of, vault_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_TEMPLATES = (".html", ".xml", ".json", ".webmanifest", ".txt")
_MARKS = re.compile(r"[*_`~=^]+")
_KEYS = """
    page file env name tags language services image images variables role required secret default
    verdict sha256 examples url title content word count filters meta anchors path compose slug label
    names parent folders value location text index main data version site result
"""
"""Names of fields in the files that sites have for programs."""


def public_texts(config: MkDocsConfig) -> Iterator[str]:
    """Give the words of the owner, of Estiba and of the theme; and those of published notes as shown."""
    yield _KEYS
    yield "\n".join(state_of(config).catalogue.texts.values())
    for note in vault_of(config).notes.values():
        yield f"{note.title}\n{note.description}\n{posixpath.splitext(note.path)[0].replace('/', ' ')}"
        yield note.text
        shown = shown_text(note.text)
        yield from (shown, _MARKS.sub(" ", shown))  # `a*b*` is one word, or two
    for _, checks in GROUPS:
        yield from (f"{check.name}\n{check.page}" for check in checks)
    policy = Path(config.config_file_path or "mkdocs.yml").with_name("estiba.toml")
    for path in (Path(config.config_file_path or "mkdocs.yml"), policy):
        if path.is_file():
            yield path.read_text("utf-8", "replace")
    for folder in config.theme.dirs:
        yield from _templates(Path(folder))


def _templates(root: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(one for one in folders if one not in (".icons", "node_modules"))
        yield " ".join(names)
        for name in sorted(names):
            if name.endswith(_TEMPLATES):
                yield Path(folder, name).read_text("utf-8", "replace")
