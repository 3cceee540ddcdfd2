"""The index of all tags, at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from estiba.folding import letters
from estiba.site.generated import add_page
from estiba.site.listing import Listing
from estiba.site.state import SiteState, state_of
from estiba.vault.note import Note
from estiba.vault.tags import Tag
from estiba.vocabulary import tag_key

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

JUMPS_FROM = 40
"""Tags from which on the index has a bar of letters."""
_NO_LETTER = "#"


@dataclass(frozen=True, slots=True)
class TagLink:
    """A tag in a text; `url` is relative to the site's root, and may be empty."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A tag in a list; `count` notes have it or a tag below it."""

    name: str
    id: str
    url: str
    """Relative to the site's root; empty where the tag has no page."""
    count: int
    inside: tuple[TagEntry, ...] = ()
    """The tags below it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The tags that begin with one letter; with none, under `#`."""

    name: str
    id: str
    tags: list[TagEntry]


@dataclass(frozen=True, slots=True)
class TagIndex:
    """What the index lists: every tag once."""

    groups: list[TagEntry]
    """Those with others below them, from A to Z."""
    letters: list[Letter]
    """All others."""
    count: int
    has_jumps: bool


@event_priority(800)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the index."""
    state, texts = state_of(config), state_of(config).catalogue
    listing = Listing("tags", texts.text("tags.title"), texts.text("tags.description"))
    address = state.policy.tags_page or texts.text("tags.address")
    state.tags_page = add_page(files, config, address, listing, in_navigation=False)


def list_tags(state: SiteState) -> TagIndex:
    """List every tag: those with others below them as groups, the rest by letter."""
    tags = state.vault.tags if state.vault else {}
    below = tags_below(tags)
    language = state.catalogue.language

    def entry(tag: Tag, name: str) -> TagEntry:
        inside = by_label(below.get(tag.key, ()), language)
        return tag_entry(
            state, tag, name=name, inside=[entry(one, short_name(one, language)) for one in inside]
        )

    groups: list[TagEntry] = []
    initials: dict[str, list[TagEntry]] = {}
    for tag in by_label((tag for tag in tags.values() if tag.parent is None), language):
        made = entry(tag, tag.label(language))
        (groups if made.inside else initials.setdefault(_initial(made.name), [])).append(made)
    return TagIndex(
        groups,
        [Letter(one, f"estiba-letter-{_id_of(one)}", initials[one]) for one in sorted(initials)],
        len(tags),
        len(tags) > JUMPS_FROM,
    )


def top_tags(state: SiteState, number: int) -> list[TagEntry]:
    """List the `number` tags that most notes have, the commonest first."""
    language = state.catalogue.language
    tags = by_label(state.vault.tags.values() if state.vault else (), language)
    return [tag_entry(state, tag) for tag in sorted(tags, key=lambda tag: -len(tag.notes))[:number]]


def tag_links(state: SiteState, note: Note) -> list[TagLink]:
    """Give the tags of `note`; none where the site has no index of tags."""
    if state.vault is None or state.tags_page is None:
        return []
    language = state.catalogue.language
    return [
        TagLink(tag.label(language), tag_url(state, tag) or f"{state.tags_page.url}#{_id(tag)}")
        for tag in state.vault.tags_of(note)
    ]


def tag_entry(
    state: SiteState, tag: Tag, *, name: str | None = None, inside: Iterable[TagEntry] = ()
) -> TagEntry:
    """Make the entry of `tag` in a list, by the name that readers see if no other is given."""
    shown = tag.label(state.catalogue.language) if name is None else name
    return TagEntry(shown, _id(tag), tag_url(state, tag), len(tag.notes), tuple(inside))


def tag_url(state: SiteState, tag: Tag) -> str:
    """Give the address of the tag's page; empty where it has none."""
    page = state.tag_pages.get(tag.key)
    return page.url if page else ""


def short_name(tag: Tag, language: str) -> str:
    """Give the name of a tag below another: `VPN` for `Redes/VPN`, but for the owner's own label."""
    label = tag.label(language)
    if tag.term and language in tag.term.labels:
        return label
    return label.rpartition("/")[2].strip() or label


def tags_below(tags: Mapping[str, Tag]) -> dict[str, list[Tag]]:
    """Give the tags directly below each tag that has any: key -> tags."""
    below: dict[str, list[Tag]] = {}
    for tag in tags.values():
        if tag.parent is not None:
            below.setdefault(tag.parent, []).append(tag)
    return below


def by_label(tags: Iterable[Tag], language: str) -> list[Tag]:
    """Sort tags as a reader would."""
    return sorted(tags, key=lambda tag: (tag_key(tag.label(language)), tag.key))


def _initial(name: str) -> str:
    first = letters(name)[:1].upper()[:1]
    return first if first.isalpha() else _NO_LETTER


def _id_of(initial: str) -> str:
    return "other" if initial == _NO_LETTER else initial.lower()


def _id(tag: Tag) -> str:
    return f"tag-{tag.slug}"
