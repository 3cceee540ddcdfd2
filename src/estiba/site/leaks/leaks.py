"""The leak scan: after each build, no file of the site may hold what is not published."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger

from estiba.report.printable import printable
from estiba.site.invocation import invocation
from estiba.site.leaks.addresses import HiddenAddresses
from estiba.site.leaks.hidden import Secret
from estiba.site.leaks.public import public_texts
from estiba.site.leaks.scan import Bytes, Leak, Scan, bytes_of, files_of
from estiba.site.leaks.secrets import hidden_attachments, hidden_paths, hidden_texts
from estiba.site.leaks.words import Words
from estiba.site.page_folder import folder_of
from estiba.site.state import SiteState, state_of, vault_of
from estiba.vault.files.used_attachments import used_attachments

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = get_plugin_logger("estiba")
_SAID = 20
"""Leaks that a build names when it fails."""


@event_priority(-1000)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Keep the list of the site's files, which tells those that are copied from those that are made."""
    state_of(config).site_files = files


@event_priority(-990)
def on_post_build(config: MkDocsConfig) -> None:
    """Look through the finished site; what leaks is deleted from it, and the build fails.

    What is said may stand in a public log: it names places, never the words that stand there.
    """
    vault = vault_of(config)
    if not vault.withheld:
        return
    leaks = find_leaks(config)
    if not leaks:
        return
    said = [_words(leak) for leak in leaks[:_SAID]]
    more = [f"… and {len(leaks) - _SAID} more"] if len(leaks) > _SAID else []
    for words in (*said, *more):
        log.error("%s", words)
    if invocation().command == "serve":
        return
    deleted = {leak.file for leak in leaks if _delete(Path(config.site_dir), leak.file)}
    end = f"The {len(deleted)} files that had them are deleted; do not publish this site."
    if state_of(config).last_site is not None:
        end = "The new site is thrown away."
    raise Abort(
        f"What is not published stood in the site: {len(leaks)} leaks. {end} That is a fault of Estiba,"
        f" a plugin, a hook or a template: the files say of which."
    )


def find_leaks(config: MkDocsConfig) -> list[Leak]:
    """Look through the site that was built with `config`."""
    state, vault = state_of(config), vault_of(config)
    used = used_attachments(vault, vault.notes.values())
    attachments = hidden_attachments(vault, used)
    shown = _shown(state, vault.withheld | attachments.keys())
    paths = hidden_paths(vault, attachments, shown, _tags_folder(state))
    addresses = HiddenAddresses(paths, _bases(config), shown)
    hidden = hidden_texts(vault, state.catalogue, Words(addresses.may_lead))
    contents = _contents(attachments, used, Path(config.docs_dir))
    scan = Scan(hidden, addresses, contents, (note.text for note in vault.notes.values()))
    site, copied = Path(config.site_dir), _copied(state, config)
    scan.read(site, files_of(site), copied=copied)
    if state.last_site is not None:
        scan.read(state.last_site, sorted(state.kept_files), copied=copied)
    return scan.leaks(public_texts(config))


def _words(leak: Leak) -> str:
    secret = leak.secret
    return printable(
        f"{secret.path}:{secret.line}: is not published, but {secret.kind} stands in the site:"
        f" {leak.file} [leak]"
    )


def _delete(site: Path, name: str) -> bool:
    """Delete a file that the build has made; what begins with a point at the root may be older than it."""
    path = site / name
    if name.startswith(".") or path.is_symlink() or not path.resolve().is_relative_to(site.resolve()):
        return False
    path.unlink(missing_ok=True)
    return True


def _shown(state: SiteState, hidden: Container[str]) -> list[str]:
    """Give the paths of all files of the site, and of their sources, but for those that are `hidden`."""
    files = [file for file in state.site_files or () if file.inclusion.is_included()]  # type: ignore[no-untyped-call]
    kept = [file for file in files if file.src_uri not in hidden]
    return [path for file in kept for path in (file.src_uri, file.dest_uri)]


def _copied(state: SiteState, config: MkDocsConfig) -> set[str]:
    """Give the files that MkDocs copies byte for byte: the theme's, and attachments."""
    folders = {config.docs_dir, *config.theme.dirs}
    return {
        file.dest_uri
        for file in state.site_files or ()
        if file.src_dir in folders and file.abs_src_path and not file.is_documentation_page()
    }


def _contents(hidden: Mapping[str, Secret], used: Iterable[str], docs: Path) -> dict[Bytes, Secret]:
    """Give the content of the attachments that drafts alone use; those `used` may have the same."""
    found = {bytes_of((docs / path).read_bytes()): secret for path, secret in hidden.items()}
    sizes = {size for size, _ in found}
    for path in used:
        if (docs / path).stat().st_size in sizes:
            found.pop(bytes_of((docs / path).read_bytes()), None)
    return found


def _bases(config: MkDocsConfig) -> tuple[str, ...]:
    """Give how addresses of the site, and of its sources, begin."""
    site = config.site_url or ""
    edit = urljoin(f"{(config.repo_url or '').rstrip('/')}/", config.edit_uri) if config.edit_uri else ""
    path = urlsplit(site).path
    return (site, edit, path if path != "/" else "")


def _tags_folder(state: SiteState) -> str:
    page = state.tags_page
    return folder_of(page).rstrip("/") if page else ""
