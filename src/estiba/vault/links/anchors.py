"""The places in a note that links lead to: headings, blocks, ids, by all names that others give them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from estiba.folding import fold, letters
from estiba.vault.files.addresses import nfc
from estiba.vault.links.targets import Target, TargetKind
from estiba.vault.text.headings import heading_id, other_ids
from estiba.vault.text.marks import BlockId, Marks, Section

_MADE_BY_PAGE = re.compile(r"fn(?:ref\d*)?:.+|estiba-example-\d+|__.+")
"""Ids that a page has without its author's doing."""
_TOP = re.compile(r"top|_top|:~:.*", re.IGNORECASE | re.DOTALL)
"""What browsers take for no id of the page."""


class Anchors:
    """The places in one note."""

    def __init__(self, marks: Marks) -> None:
        self._ids = marks.ids
        self._sections = marks.sections
        self._blocks: dict[str, BlockId] = {}
        for block in marks.blocks:
            self._blocks.setdefault(block.name.casefold(), block)
        self._by_id = {section.id: section for section in marks.sections}
        self._by_name: dict[str, list[int]] = {}
        for index, section in enumerate(marks.sections):
            for key in _keys(section.text):
                self._by_name.setdefault(key, []).append(index)
        self._by_other_id: dict[str, Section] = {}
        for name, others in other_ids(self._by_id):
            for other in (fold(name), *others):
                self._by_other_id.setdefault(other, self._by_id[name])

    def find(self, fragment: str) -> Target:
        """Give the place that `fragment` (decoded, without `#`) names, as a target without a path."""
        fragment = nfc(fragment).strip().strip("#").strip()
        if not fragment or (_TOP.fullmatch(fragment) and fragment not in self._by_id):
            return Target(TargetKind.NOTE)
        if fragment in self._by_id:
            return _of_section(self._by_id[fragment])
        block = fragment.rpartition("#")[2]
        if block.startswith("^"):
            return self._of_block(block[1:])
        if fragment in self._ids or _MADE_BY_PAGE.fullmatch(fragment):
            return Target(TargetKind.NOTE, anchor=fragment)
        section = self._named(fragment) or self._by_other_id.get(fold(fragment)) or self._below(fragment)
        if section is None:
            return Target(TargetKind.NOTE, anchor_is_missing=True)
        return _of_section(section)

    def names(self, *, blocks: bool) -> Iterable[str]:
        """Give the names of all blocks, or of all headings."""
        return (
            [f"^{one.name}" for one in self._blocks.values()]
            if blocks
            else [section.text for section in self._sections]
        )

    def _of_block(self, name: str) -> Target:
        block = self._blocks.get(name.strip().casefold())
        if block is None:
            return Target(TargetKind.NOTE, anchor_is_missing=True)
        return Target(TargetKind.NOTE, anchor=f"^{block.name}", block=block)

    def _named(self, text: str) -> Section | None:
        """Give the first heading with the words `text`."""
        found = next((self._by_name[key] for key in _keys(text) if key in self._by_name), None)
        return self._sections[found[0]] if found else None

    def _below(self, fragment: str) -> Section | None:
        """Give the last of `First#Second#Third`, each somewhere below the one before."""
        parts = [part for part in fragment.split("#") if part.strip()]
        section: Section | None = None
        at = 0
        for part in parts if len(parts) > 1 else ():
            found = next((self._by_name[key] for key in _keys(part) if key in self._by_name), [])
            index = bisect_left(found, at)
            if index == len(found):
                return None
            other = self._sections[found[index]]
            if section is not None and other.first_line > section.last_line:
                return None
            section, at = other, found[index] + 1
        return section


def _of_section(section: Section) -> Target:
    return Target(TargetKind.NOTE, anchor=section.id, section=section)


def _keys(text: str) -> Iterator[str]:
    """Give what is equal of two texts that name one heading, the narrower key first."""
    words = " ".join(text.split())
    for key in dict.fromkeys((words, fold(words), fold(heading_id(words)))):
        if key:
            yield key
    if plain := letters(words):
        yield f"#{plain}"
