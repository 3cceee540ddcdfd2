"""Where the tags of a note are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from estiba.position import Position
from estiba.vault.note import Note
from estiba.vault.tag_lists import tag_nodes
from estiba.yaml_tree import Scalar


class WrittenTag(NamedTuple):
    """A tag, where it stands."""

    name: str
    position: Position
    node: Scalar | None
    """The scalar of the front matter that it stands in; None for one in the text."""


def written_tags(note: Note) -> Iterator[WrittenTag]:
    """Give the tags of `note`: those of the front matter, each once, then all in the text."""
    entry = note.entries.get("tags")
    if entry is not None:
        for name, node in tag_nodes(entry.node):
            yield WrittenTag(name, entry.place(node), node)
    for tag in note.marks.tags:
        yield WrittenTag(tag.name, tag.position, None)
