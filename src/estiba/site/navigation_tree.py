"""The part of the navigation that a page shows: the same size in a vault of any size.

Material prints the whole tree into each page. Here a page shows the folders that it
stands in, and of each a window of entries around its own; the rest is one link away,
on the folder's index. All windows of a page together have the same number of entries,
however many notes there are: where its own folder holds few, more of the folders
beside it are shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation as MkDocsNavigation

WINDOW = 20
"""Entries that a page shows at most, all its levels together."""
LEAST = 5
"""Entries that each level may show, if it has them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the navigation; addresses are relative to the site's root."""

    title: str
    url: str
    is_section: bool = False
    is_current: bool = False
    is_draft: bool = False
    inside: Level | None = None
    """What stands in it, where the page stands in it too."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level as a page shows it."""

    entries: list[Entry]
    place: int
    """Which of the entries leads to the page, or to where it stands, from 1; 0 for none."""
    hidden: int
    """How many entries are left out."""
    total: int
    title: str
    url: str
    """Where all entries of the level are listed; may be empty."""


@dataclass(slots=True)
class _Branch:
    """One level as it is, made once a build."""

    title: str
    url: str
    entries: list[Entry] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    """id() of a page or section -> its place in `entries`."""


class Navigation:
    """The whole tree, and what a page shows of it."""

    def __init__(self, tree: MkDocsNavigation, drafts: Container[str] = ()) -> None:
        """Make it of MkDocs' `tree`; `drafts` are paths of notes that are not published."""
        self._drafts = drafts
        self._branches: dict[int, _Branch] = {}
        self._top = self._branch(tree.items, "", "", index=None)

    def around(self, page: Page | None) -> Level:
        """Give the navigation of `page`; without one (an error page), the first entries."""
        path: list[StructureItem] = [] if page is None else [*reversed(list(page.ancestors)), page]
        branches = [self._top]
        branches += [self._branches[id(item)] for item in path if id(item) in self._branches]
        return self._level(branches, path, _shares([len(one.entries) for one in branches]))

    def _branch(self, items: Sequence[StructureItem], title: str, url: str, *, index: Page | None) -> _Branch:
        branch = _Branch(title, url)
        for item in items:
            if item is index:
                continue
            branch.places[id(item)] = len(branch.entries)
            branch.entries.append(self._entry(item))
        return branch

    def _entry(self, item: StructureItem) -> Entry:
        if not isinstance(item, Section):
            is_draft = isinstance(item, Page) and item.file.src_uri in self._drafts
            return Entry(str(item.title or _url(item)), _url(item), is_draft=is_draft)
        index = section_index(item)
        title = str(item.title)
        whole = index.url if index else ""
        self._branches[id(item)] = self._branch(item.children, title, whole, index=index)
        return Entry(title, whole or _first_url(item), is_section=True)

    def _level(self, branches: list[_Branch], path: list[StructureItem], shares: list[int]) -> Level:
        branch, share = branches[0], shares[0]
        place = branch.places.get(id(path[0])) if path else None
        last = len(branch.entries) - share
        start = min(max((place or 0) - (share - 1) // 2, 0), last)
        entries = branch.entries[start : start + share]
        if place is not None:
            entry = branch.entries[place]
            if entry.is_section:
                inside = self._level(branches[1:], path[1:], shares[1:])
                at_index = len(path) == 2 and id(path[1]) not in branches[1].places
                own = Entry(entry.title, entry.url, is_section=True, is_current=at_index, inside=inside)
            else:
                own = Entry(entry.title, entry.url, is_current=True)
            entries[place - start] = own
        shown = 0 if place is None else place - start + 1
        return Level(entries, shown, last, len(branch.entries), branch.title, branch.url)


def _shares(lengths: list[int]) -> list[int]:
    """Share `WINDOW` among levels of these lengths, outermost first: the innermost takes most."""
    shares = [min(length, LEAST) for length in lengths]
    left = WINDOW - sum(shares)
    for index in reversed(range(len(lengths))):
        more = min(lengths[index] - shares[index], max(left, 0))
        shares[index] += more
        left -= more
    return shares


def name_folders(items: Iterable[StructureItem]) -> None:
    """Give each section that MkDocs made of a folder the title of its index."""
    for item in items:
        if isinstance(item, Section):
            index = section_index(item)
            item.title = str(index.title) if index else item.title
            name_folders(item.children)


def section_index(section: Section) -> Page | None:
    """Give the page that is shown at the section's address."""
    for child in section.children:
        if isinstance(child, Page) and child.is_index:
            return child
    return None


def _first_url(section: Section) -> str:
    urls = (_first_url(child) if isinstance(child, Section) else _url(child) for child in section.children)
    return next(filter(None, urls), "")


def _url(item: StructureItem) -> str:
    return str(getattr(item, "url", "") or "")
