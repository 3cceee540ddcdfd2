"""The line of an obsolete `version:`, where it can go without anything else changing."""

from __future__ import annotations

import re

from estiba.checks.subjects import PlacedExample
from estiba.position import LineMap, Position
from estiba.problem import Fix
from estiba.yaml_tree import Mapping, Node, Scalar

_LINE = re.compile(
    r"[ \t]*(?P<mark>[\"']?)version(?P=mark)[ \t]*:(?:[ \t]+(?P<quote>[\"']?)[\w.-]*(?P=quote))?[ \t]*"
)
_COUNTS_LINES = "hl_lines"
"""An option of fences that names lines by their numbers."""
_OF_SWARM = frozenset("endpoint_mode mode placement rollback_config update_config".split())
"""Keys of `deploy` that say something to a Swarm alone."""
_SILENCE = re.compile(r"[ \t]*#.*estiba:")


def version_fix(example: PlacedExample) -> Fix | None:
    """Take the line out, and the blank line below it that would begin the file or follow another.

    None where it holds more than the key and a plain value, where a silence above or an explanation
    below may speak of it, where something counts the lines of the fence, and where the file is for a
    Swarm: `docker stack deploy` had long asked for the key.
    """
    text = example.example.text
    key = _only_version(text, example.example.document.roots)
    if key is None or _COUNTS_LINES in example.info or _is_explained(example) or _is_of_swarm(example):
        return None
    lines = text.split("\n")
    row = LineMap.of(text).position(key.start).line - 1
    if not _LINE.fullmatch(lines[row]) or (row and _SILENCE.match(lines[row - 1])):
        return None
    is_first = not row or not lines[row - 1].strip()
    is_alone = is_first and row + 2 < len(lines) and not lines[row + 1].strip()
    return _without(example, lines, range(row, row + (2 if is_alone else 1)))


def _only_version(text: str, roots: tuple[Mapping, ...]) -> Node | None:
    """Give the key, where it stands once, beside others, in a document that is not written in braces."""
    found = [(root, key) for root in roots for key, _ in root.pairs if _is_version(key)]
    if len(found) != 1:
        return None
    root, key = found[0]
    return key if len(root.pairs) > 1 and text[root.start] != "{" else None


def _is_explained(example: PlacedExample) -> bool:
    return any("version" in one.head.text for one in example.explanations)


def _is_of_swarm(example: PlacedExample) -> bool:
    deployed = (service.body.get("deploy") for service in example.services.values())
    return example.beside.is_of_swarm or any(
        isinstance(one, dict) and _OF_SWARM & one.keys() for one in deployed
    )


def _is_version(key: Node) -> bool:
    return isinstance(key, Scalar) and key.text == "version"


def _without(example: PlacedExample, lines: list[str], rows: range) -> Fix | None:
    """Make the fix that takes the lines at `rows` of the example out of its file, whole."""
    file = example.lines or lines
    at = example.first_line - 1
    for row in rows:
        width = example.widths[row] if row < len(example.widths) else 0
        if at + row >= len(file) or file[at + row][width:] != lines[row]:
            return None
    gone = file[at + rows.start : at + rows.stop]
    is_last = at + rows.stop >= len(file)
    return Fix(Position(at + rows.start + 1, 1), "\n".join(gone) + ("" if is_last else "\n"), "")
