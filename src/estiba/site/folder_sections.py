"""The page of a folder in the folder's section of the navigation, wherever its note stands."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation


def settle_folder_pages(tree: Navigation, pages: Mapping[str, str]) -> None:
    """Move the notes beside their folders into the sections that MkDocs made of these.

    `pages` are those of `estiba.vault.files.folder_notes`.
    """
    notes = {page.file.src_uri: page for page in tree.pages}
    moves: dict[int, tuple[Page, Section]] = {}
    for folder, section in _sections(tree.items, 0):
        page = notes.get(pages.get(folder, ""))
        if page is not None and page.parent is section.parent:
            moves[id(page)] = page, section
    if moves:
        _take_out(tree.items, moves)
        for page, section in moves.values():
            section.children.insert(0, page)
            page.parent = section
        _link(tree)


def _take_out(items: list[StructureItem], ids: Container[int]) -> None:
    items[:] = [one for one in items if id(one) not in ids]
    for one in items:
        if isinstance(one, Section):
            _take_out(one.children, ids)


def _sections(items: Iterable[StructureItem], depth: int) -> Iterator[tuple[str, Section]]:
    """Give each section with the path of its folder."""
    for item in items:
        if isinstance(item, Section):
            first = next(_pages(item.children), None)
            if first is not None:
                yield "/".join(first.file.src_uri.split("/")[: depth + 1]), item
                yield from _sections(item.children, depth + 1)


def _pages(items: Iterable[StructureItem]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)


def _link(tree: Navigation) -> None:
    """Let each page lead to the next, in the order in which they stand now."""
    tree.pages[:] = _pages(tree.items)
    for before, after in zip([None, *tree.pages], [*tree.pages, None], strict=True):
        if before is not None:
            before.next_page = after
        if after is not None:
            after.previous_page = before
