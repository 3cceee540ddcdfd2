"""Only those attachments are in the site that something published uses, and that a site needs."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import InclusionLevel

from estiba.site.state import state_of, vault_of
from estiba.site.vault_files import is_attachment
from estiba.vault.files.file_kinds import is_kept
from estiba.vault.files.mentioned_files import READ, mentioned_files
from estiba.vault.files.used_attachments import used_attachments

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

log = get_plugin_logger("estiba")
_TEMPLATES = (".html", ".xml", ".css", ".js")
_LARGEST = 2**20
"""Bytes of a file in which others are looked for: what is larger was written by a program."""


@event_priority(990)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Take out of the site the attachments that nothing needs; bring in those that MkDocs would leave out.

    MkDocs leaves out what begins with a point, and the folder `templates`; what the owner
    excludes in mkdocs.yml stays out.
    """
    vault = vault_of(config)
    own = {file.src_uri: file for file in files if is_attachment(file, config)}
    kept = _kept(own, config)
    left_out = 0
    for path, file in own.items():
        is_excluded = config.exclude_docs is not None and config.exclude_docs.match_file(path)
        if path in kept and path in vault.attachments and not is_excluded:
            if file.inclusion is InclusionLevel.EXCLUDED:
                file.inclusion = InclusionLevel.INCLUDED
        else:
            left_out += file.inclusion is not InclusionLevel.EXCLUDED
            files.remove(file)
    if left_out:
        log.info("files that no published note uses, or that a site must not show, left out: %d", left_out)


def _kept(own: dict[str, File], config: MkDocsConfig) -> set[str]:
    """Give the paths of what is used, then of what those files use in turn."""
    vault, patterns = vault_of(config), state_of(config).policy.kept_files
    waiting = [path for path in own if is_kept(path, patterns)]
    waiting += used_attachments(vault, vault.notes.values())
    waiting += _named_by_owner(own, config)
    kept: set[str] = set()
    while waiting:
        path = waiting.pop()
        if path in kept or path not in own or vault.refusal_of(path):
            continue
        kept.add(path)
        source = own[path].abs_src_path
        if source and path.lower().endswith(READ):
            waiting += mentioned_files(_text(Path(source)), posixpath.dirname(path), own)
    return kept


def named_in_config(own: Collection[str], config: MkDocsConfig) -> Iterator[str]:
    """Give those of the files `own` that mkdocs.yml and the policy name."""
    theme = [config.theme.get("logo"), config.theme.get("favicon")]
    named: list[Any] = [*config.extra_css, *config.extra_javascript, *config.extra_templates, *theme]
    named += [state_of(config).policy.mermaid, *_texts(config.nav), *_texts(config.extra)]
    yield from mentioned_files("\n".join(str(one) for one in named if one), "", own)


def _named_by_owner(own: dict[str, File], config: MkDocsConfig) -> Iterator[str]:
    yield from named_in_config(own, config)
    if config.theme.custom_dir:
        for path in sorted(Path(config.theme.custom_dir).rglob("*")):
            if path.suffix in _TEMPLATES and path.is_file():
                yield from mentioned_files(_text(path), "", own)


def _texts(value: object) -> Iterator[str]:
    """Give all texts in a part of mkdocs.yml."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def _text(path: Path) -> str:
    if path.stat().st_size > _LARGEST:
        return ""
    return path.read_text("utf-8", "replace")
