"""Where a value of the front matter stands letter for letter, so that it can be written anew."""

from __future__ import annotations

import re
from dataclasses import dataclass

from estiba.problem import Fix
from estiba.vault.front_matter import Entry
from estiba.yaml_tree import Node, Scalar, Sequence

_KEY = re.compile(r"[^\n]*:(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*")
_QUOTES = "'\""


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands in the note from the offset `start` to `end` becomes `new`."""

    start: int
    end: int
    new: str


def stands_at_key(entry: Entry) -> bool:
    """Whether the value of `entry` is written behind its key: it is no alias, and nothing comes before it."""
    line, column = entry.key_position
    start = entry.lines.starts[line - entry.lines.first_line] + column - 1
    return bool(_KEY.fullmatch(entry.text, start, entry.node.start + entry.shift))


def written_as_is(entry: Entry, node: Node) -> int | None:
    """Give the offset in the note of the text of `node`, a part of the value of `entry`.

    None where it is no text of one line, or is written in a way of YAML's own: with escapes, a tag, an
    anchor, as a block.
    """
    if not isinstance(node, Scalar) or not node.text or not stands_at_key(entry):
        return None
    start, end = node.start + entry.shift, node.end + entry.shift
    written = entry.text[start:end]
    if node.plain:
        return start if written == node.text and "\n" not in written else None
    is_quoted = len(written) >= 2 and written[0] in _QUOTES and written[-1] == written[0]
    return start + 1 if is_quoted and written[1:-1] == node.text and "\n" not in written else None


def is_in_place(entry: Entry, items: Sequence) -> bool:
    """Whether the items of a list stand in it one behind the other: none is an alias."""
    ends = [items.start, *(item.end for item in items.items)]
    starts = [*(item.start for item in items.items), items.end]
    return stands_at_key(entry) and all(end <= start for end, start in zip(ends, starts, strict=True))


def fix_of(entry: Entry, edits: list[Edit]) -> Fix | None:
    """Make one fix of `edits` that do not touch one another, in the order of the file."""
    if not edits:
        return None
    start, end = edits[0].start, edits[-1].end
    new, at = "", start
    for edit in edits:
        new += entry.text[at : edit.start] + edit.new
        at = edit.end
    return Fix(entry.lines.position(start), entry.text[start:end], new)
