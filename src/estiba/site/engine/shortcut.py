"""Where one note has a new text, and shows the rest of the site the face that it had, only its page is made.

Then all other pages are as they were, and are neither converted nor asked for: what they show of this note
is in its face (`estiba.kept.faces`), and what they show of others has not changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from estiba.site.engine.outputs import Outputs
from estiba.site.page_folder import folder_of
from estiba.site.state import SiteState, keeper_of
from estiba.store.digests import digest
from estiba.vault.links.targets import TargetKind
from estiba.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File


def surroundings_of(basis: bytes, state: SiteState, vault: Vault, site_files: Iterable[File]) -> bytes:
    """Give the digest of all that a page can show, but for the text of its own note."""
    keeper = keeper_of(state)
    faces = keeper.faces({**vault.drafts, **vault.notes}, state.findings)
    days = [
        (path, face, state.changed.get(path), path in state.added) for path, face in sorted(faces.items())
    ]
    shown_elsewhere = {path: keeper.keys[path] for path in sorted(_embedded(vault))}
    places = sorted((file.src_uri, file.dest_uri) for file in site_files)
    template = keeper.keys.get(state.policy.template or "")
    files = (places, sorted(vault.attachments), sorted(vault.refused.items()), sorted(vault.withheld))
    facts = (days, shown_elsewhere, template, files, repr(state.forge), vault.flat)
    return digest(basis, repr(facts).encode("utf-8", "surrogatepass"))


def pages_to_make(outputs: Outputs, state: SiteState, vault: Vault, config: MkDocsConfig) -> set[str] | None:
    """Give the paths of the notes whose pages alone have to be made anew; None where any page may have to.

    Of a feed that holds one of them, the others are among them.
    """
    last = outputs.last
    is_same = bool(last.surroundings) and outputs.surroundings == last.surroundings and outputs.is_untouched
    if not is_same or vault.withheld or config.extra_templates or state.search.stage is not None:
        return None
    keys = keeper_of(state).keys
    changed = {path for path in vault.notes if keys[path] != last.keys.get(path)}
    changed |= last.stopped & vault.notes.keys()
    changed |= {path for path in vault.notes if not folder_of(state.files[path])}
    feeds = [{note.path for note in feed.notes} for feed in state.feeds.values()]
    return changed.union(*(notes for notes in feeds if not changed.isdisjoint(notes)))


def _embedded(vault: Vault) -> set[str]:
    """Give the paths of notes that others show within themselves."""
    return {
        target.path
        for path, note in vault.notes.items()
        if note.marks.links
        for link, target in vault.targets_of(path)
        if link.is_embed and target.kind is TargetKind.NOTE
    }
