"""What the features of a build share, hung on MkDocs' `config`: fresh at every (re)build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError

from estiba.catalogue import Catalogue
from estiba.checks.judged import JudgedExample
from estiba.config import Config
from estiba.kept.findings import NO_FINDINGS, NoteFindings
from estiba.listing import FileMark
from estiba.markdown.page import Page as MarkdownPage
from estiba.site.search_index.work import IndexWork
from estiba.site.security.content_policy import ContentPolicy
from estiba.store.store import Store, no_store
from estiba.vault.files.addresses import TakenPlaces
from estiba.vault.files.finding import Refusal
from estiba.vault.vault import Vault

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation as MkDocsNavigation

    from estiba.kept.keeper import Keeper
    from estiba.site.engine.asking import Questions
    from estiba.site.engine.conversion import Conversion, SiteExample
    from estiba.site.engine.remembering import Remembered
    from estiba.site.engine.session import Session
    from estiba.site.examples.entry import Entry
    from estiba.site.feeds.feeds import Feed
    from estiba.site.folders import Folder
    from estiba.site.forge.pages import ForgePages
    from estiba.site.listing import Listing
    from estiba.site.navigation_tree import Navigation
    from estiba.vault.links.backlinks import Backlink

_ATTRIBUTE = "_estiba_state"
_NOT_READ = "estiba: the hook 'hooks/read_notes.py' must be listed in mkdocs.yml beside the others"


@dataclass(slots=True)
class SiteState:
    """One build."""

    policy: Config
    catalogue: Catalogue
    markdown_page: MarkdownPage
    """The extension's view of the page that is being converted."""
    vault: Vault | None = None
    files: dict[str, File] = field(default_factory=dict)
    """Pages by their path in the vault."""
    refused: dict[str, Refusal] = field(default_factory=dict)
    """Why files that seem to stand in the vault are not read, by path."""
    site_files: Files | None = None
    """All that MkDocs writes, but for pages made out of templates."""
    listings: dict[str, Listing] = field(default_factory=dict)
    """Pages of ours, by path, and what they list."""
    folders: dict[str, Folder] = field(default_factory=dict)
    """Folders of the vault, by path."""
    folder_at: dict[str, str] = field(default_factory=dict)
    """The path of the folder that a page is the index of, by the page's path."""
    changed: dict[str, dt.date] = field(default_factory=dict)
    """The day of the last change of each note, by path; without those that nobody knows it of."""
    added: set[str] = field(default_factory=set)
    """Paths of notes whose last change is that they came."""
    listed: dict[str, dt.date] = field(default_factory=dict)
    """The day of the last change of what a page of ours lists, by path."""
    feeds: dict[str, Feed] = field(default_factory=dict)
    """Feeds by the path of the page whose notes they hold; that of the site is at the empty path."""
    feed_texts: dict[str, str | None] = field(default_factory=dict)
    """What feeds show of a note, by path; None until its page is made. Others are in no feed."""
    tags_page: File | None = None
    """The index of all tags."""
    tag_pages: dict[str, File] = field(default_factory=dict)
    """The page of each tag, by the tag's key."""
    tag_keys: dict[str, str] = field(default_factory=dict)
    """The key of the tag that a page of ours is about, by the page's path."""
    tags_below: dict[str, list[str]] = field(default_factory=dict)
    """The keys of the tags directly below a tag, by its key, from A to Z."""
    related_tags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys of the tags that go with a tag, by its key, the nearest first."""
    backlinks: Mapping[str, tuple[Backlink, ...]] = field(default_factory=dict)
    """The notes that lead to each note, by its path."""
    related_notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The paths of the notes that go with a note, by its path, the nearest first."""
    check_pages: dict[str, File] = field(default_factory=dict)
    """The pages of checks, by the names of these."""
    notes_page: File | None = None
    changes_page: File | None = None
    """The page of what changed last."""
    redirects: dict[str, str] = field(default_factory=dict)
    """Pages at old addresses, by their files in the site, and the paths of the notes that these have now."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Ids of the headings that are shown as titles, by path."""
    taken: TakenPlaces = field(default_factory=TakenPlaces)
    """Files of the site, relative to its root."""
    store: Store = field(default_factory=no_store)
    """What was found out in builds before."""
    basis: bytes = b""
    """Digest of the programs that make the site."""
    keeper: Keeper | None = None
    """The notes of this build, read and judged."""
    findings: dict[str, NoteFindings] = field(default_factory=dict)
    """What the checks say of each note, by its path."""
    remembered: Remembered | None = None
    """What this build is made of, where `estiba build` has begun it."""
    engine: Session | None = None
    """What stands in for MkDocs, where there is such."""
    conversion: Conversion | None = None
    """Of the page that is made, once its text was converted."""
    is_partial: bool = False
    """Whether pages are left out that are as they were: what is made of all of them is as it was, too."""
    questions: Questions | None = None
    """Listens to what the conversion of a text asks."""
    placed: list[SiteExample] = field(default_factory=list)
    """The examples with files of their own, of the page that is converted."""
    examples: list[Entry] = field(default_factory=list)
    """The examples that are files of the site, in the order of its pages."""
    example_lines: dict[str, dict[str, int]] = field(default_factory=dict)
    """The lines at which the examples of a note begin, by its path and their ids on its page."""
    forge: ForgePages | None = None
    """The forge that keeps the vault, as far as its pages are known."""
    note_template: str = ""
    """What a new note begins with."""
    examples_uri: str = ""
    """Where the site lists them for programs."""
    search: IndexWork = field(default_factory=IndexWork)
    content_policy: ContentPolicy = field(default_factory=ContentPolicy)
    """What pages may run, and ask for."""
    refused_scripts: dict[str, list[str]] = field(default_factory=dict)
    """Pages with a script that may not run, by its hash."""
    last_site: Path | None = None
    """The site of the build before, if the new one is made elsewhere."""
    last_files: Mapping[str, FileMark] = field(default_factory=dict)
    """The files of that site as they are when the build begins, by paths relative to it."""
    can_keep: bool = False
    """Whether some of these may be named in `kept_files`."""
    kept_files: set[str] = field(default_factory=set)
    """Files of that site that the new one takes over as they were then: nobody need write them."""
    on_published: list[Callable[[Mapping[str, FileMark]], None]] = field(default_factory=list)
    """Who is told of the files of the new site when it is in its place, before another build may begin."""
    failing: list[str] = field(default_factory=list)
    """Errors and warnings that the checks found, in words."""
    tree: MkDocsNavigation | None = None
    navigation: Navigation | None = None
    _judged: tuple[str, tuple[JudgedExample, ...]] = ("", ())

    def last_change(self, path: str) -> str:
        """Give the day (`2025-10-25`) on which the page at `path`, or what it lists, changed last.

        Empty where nobody knows it.
        """
        day = self.changed.get(path) or self.listed.get(path)
        return day.isoformat() if day else ""

    def update_date(self, path: str) -> str:
        """Give that day as MkDocs is told it: one that a gzip file can have in its header (RFC 1952)."""
        return min(max(self.last_change(path), "1970-01-01"), "2106-02-07")

    def is_unlisted(self, path: str) -> bool:
        """Whether the note at `path` wants to stand in no list."""
        note = self.vault.notes.get(path) if self.vault else None
        return note is not None and note.unlisted

    def is_checked(self, path: str) -> bool:
        """Whether the note at `path` has an example that somebody can run, with no error."""
        return path in self.findings and self.findings[path].is_checked

    def judged(self, path: str) -> tuple[JudgedExample, ...]:
        """Give the examples of the note at `path`, with what the checks say of them: the same ones each time.

        Only those of the note that was asked for last are held.
        """
        if self.keeper is None or self.vault is None or not self.findings.get(path, NO_FINDINGS).examples:
            return ()
        if self._judged[0] != path:
            self._judged = path, self.keeper.examples(self.vault.notes[path])
        return self._judged[1]


def open_state(config: MkDocsConfig, state: SiteState) -> None:
    """Begin a build."""
    setattr(config, _ATTRIBUTE, state)


def state_of(config: MkDocsConfig) -> SiteState:
    """Give the state of the build; raises ConfigurationError where no feature began it."""
    state = getattr(config, _ATTRIBUTE, None)
    if not isinstance(state, SiteState):
        raise ConfigurationError(
            "estiba: the hook 'hooks/set_up.py' must be listed in mkdocs.yml beside the others"
        )
    return state


def vault_of(config: MkDocsConfig) -> Vault:
    """Give the vault; raises ConfigurationError where no feature read it."""
    vault = state_of(config).vault
    if vault is None:
        raise ConfigurationError(_NOT_READ)
    return vault


def keeper_of(state: SiteState) -> Keeper:
    """Give the notes as they were read; raises ConfigurationError where no feature read them."""
    if state.keeper is None:
        raise ConfigurationError(_NOT_READ)
    return state.keeper
