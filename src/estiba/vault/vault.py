"""All notes of a folder, as one object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from estiba.config import Config
from estiba.problem import Problem
from estiba.vault.files.active_files import unvouched_active
from estiba.vault.files.addresses import is_home
from estiba.vault.files.attachments import attachments_of
from estiba.vault.files.file_kinds import refusal_of
from estiba.vault.files.finding import Refusal
from estiba.vault.files.folder_notes import folder_pages
from estiba.vault.files.places import Places, place_files
from estiba.vault.files.redirects import Redirects, redirects_of
from estiba.vault.links.embed_circles import links_in_circles
from estiba.vault.links.nearest_targets import NearestTargets
from estiba.vault.links.resolving import Resolver
from estiba.vault.links.targets import Target
from estiba.vault.note import Note, Unreadable, read_note
from estiba.vault.tags import Tag, index_tags
from estiba.vault.text.marks import Link


@dataclass(frozen=True)
class Vault:
    """The published notes of a vault by path, what was wrong with any note, and its policy."""

    config: Config
    notes: Mapping[str, Note]
    """Published notes, in the order in which they were read."""
    withheld: frozenset[str]
    """Paths of notes that are not published, or cannot be read."""
    problems: tuple[Problem, ...]
    """What was wrong with any note, as far as reading it shows."""
    unreadable: tuple[Problem, ...] = ()
    """Those of `problems` that kept a file from being read at all."""
    drafts: Mapping[str, Note] = field(default_factory=lambda: MappingProxyType({}))
    """Notes that are not published, by path; whoever keeps drafts has them among `notes` too."""
    attachments: frozenset[str] = frozenset()
    """Paths of the files in the vault that are no notes."""
    flat: bool = False
    """Whether the site has `redes.html` for a note, not `redes/`."""
    refused: Mapping[str, Refusal] = field(default_factory=lambda: MappingProxyType({}))
    """Why files that seem to stand in the vault are not read, or attachments are not in the site, by path."""

    @cached_property
    def listed(self) -> Mapping[str, Note]:
        """Those of `notes` that may stand in a list, by path: all but the unlisted ones."""
        return MappingProxyType({path: note for path, note in self.notes.items() if not note.unlisted})

    @cached_property
    def folder_pages(self) -> Mapping[str, str]:
        """The note that each folder is shown by, of those that have one: path of the folder -> path."""
        return MappingProxyType(
            folder_pages(path for path in self.notes if path in self.listed or is_home(path))
        )

    @cached_property
    def places(self) -> Places:
        """Which file of the site each note and each attachment becomes."""
        return place_files(self.notes, self.attachments, self.folder_pages, flat=self.flat)

    @cached_property
    def redirects(self) -> Redirects:
        """Where the site leads on from old addresses of its notes."""
        return redirects_of(self)

    @cached_property
    def resolver(self) -> Resolver:
        """What finds the targets of links."""
        return Resolver(self.notes, self.drafts, self.attachments, flat=self.flat)

    @cached_property
    def nearest(self) -> NearestTargets:
        """What finds what a link was meant to lead to."""
        published = (note for path, note in self.notes.items() if path not in self.drafts)
        return NearestTargets(published, self.attachments)

    @cached_property
    def embeds_in_circles(self) -> Mapping[str, tuple[Link, ...]]:
        """The embeds that would show notes within themselves, by the path of the note that they stand in."""
        return MappingProxyType(links_in_circles(self.notes, self.targets_of))

    def refusal_of(self, path: str) -> str:
        """Give why the attachment at `path` is not in the site: `secret`, `type`, `active`; else nothing."""
        refusal = self.refused.get(path)
        return refusal_of(path, self.config.kept_files) or (refusal.value if refusal else "")

    def targets_of(self, path: str) -> tuple[tuple[Link, Target], ...]:
        """Give each link of the note or draft at `path`, in order, with what it leads to."""
        return self.resolver.targets_of(path)

    def resolve(self, link: Link, source_path: str) -> Target:
        """Give what `link` leads to from the note at `source_path`."""
        return self.resolver.resolve(link, source_path)

    @cached_property
    def tags(self) -> Mapping[str, Tag]:
        """The tags of the listed notes, and those above them, by their keys."""
        return MappingProxyType(index_tags(self.listed.values(), self.config.vocabulary))

    def tags_of(self, note: Note) -> tuple[Tag, ...]:
        """Give the tags of `note` in its author's order, each once; without those that no listed note has."""
        keys = dict.fromkeys(map(self.config.vocabulary.resolve, note.tags))
        return tuple(self.tags[key] for key in keys if key in self.tags)


def read_vault(
    files: Iterable[tuple[str, bytes]],
    config: Config,
    *,
    keep_drafts: bool = False,
    attachments: Iterable[str] = (),
    flat: bool = False,
    refused: Mapping[str, Refusal] | None = None,
    read: Callable[[bytes, str, Config], Note] = read_note,
    is_active: Callable[[str], bool] = lambda _: False,
) -> Vault:
    """Read notes, given as (path, bytes) pairs; a bad note never keeps others from being read.

    With `keep_drafts`, notes that are not published are read as if they were. `attachments` are
    the paths of all other files in the vault; those in folders of programs are left out. A `flat`
    site has `redes.html` for a note, not `redes/`. `refused` are files that cannot be read, those too that
    turn out so while `files` is gone through. `read` is for whoever keeps notes that were read before.
    `is_active` says of an attachment whether a browser that opens it would run something; those that the
    owner does not vouch for are refused.
    """
    notes: dict[str, Note] = {}
    drafts: dict[str, Note] = {}
    withheld: set[str] = set()
    problems: list[Problem] = []
    unreadable: list[Problem] = []
    for path, data in files:
        try:
            note = read(data, path, config)
        except Unreadable as error:
            withheld.add(path)
            problems.append(error.problem)
            unreadable.append(error.problem)
            continue
        problems.extend(note.problems)
        if not note.published:
            drafts[path] = note
        if note.published or keep_drafts:
            notes[path] = note
        else:
            withheld.add(path)
    beside = attachments_of(attachments)
    active = dict.fromkeys(unvouched_active(beside, config, is_active), Refusal.ACTIVE)
    return Vault(
        config,
        MappingProxyType(notes),
        frozenset(withheld),
        tuple(problems),
        tuple(unreadable),
        MappingProxyType(drafts),
        beside,
        flat,
        MappingProxyType({**(refused or {}), **active}),
    )
