"""What a reader may type, at its worst, and where it may be put."""

from __future__ import annotations

import tomllib
from pathlib import Path

from estiba.compose.reading.scalars import is_date, scalar_value
from estiba.yaml_tree import Mapping, Node, Sequence, read_documents

NASTY = [
    "$",
    "$$",
    "${X}",
    "${X:-y}",
    "a$b",
    "#",
    " # x",
    "a #b",
    "'",
    "it's",
    '"',
    "\"a\" and 'b'",
    "\\",
    "a\\",
    "\\n\\",
    " lead",
    "trail ",
    "  ",
    "one\ntwo",
    "\none",
    "one\n",
    "one\n\n  two\n three",
    "a\r\nb",
    "\t",
    "a\tb",
    "\U0001f600",
    "ñ€\U0001f468\u200d\U0001f469",
    "a\x85b",
    "\u2028\u2029",
    "\ufeffa",
    "\x01\x1b\x7f",
    "\xa0a\xa0",
    ": ",
    "a: b",
    "a:",
    "- ",
    "-",
    "- a",
    "*a",
    "&a",
    "!x",
    "%",
    "@",
    "`",
    "{",
    "}",
    "[a, b]",
    ", ",
    "|",
    "> a",
    "?",
    "? a",
    "true",
    "NO",
    "null",
    "~",
    ".inf",
    "1e3",
    "0x1F",
    "0123",
    "1_000",
    "12:30",
    "12",
    "-7",
    "1.5",
    "2025-01-01",
    "2025-01-01 10:00:00",
    "<<",
    "=",
    "---",
    "...",
    "</script><!--",
    "x" * 5000,
    "a b " * 1000 + "c",
]

PLACES = {
    name: row["text"]
    for name, row in tomllib.loads(
        (Path(__file__).parent / "cases/fill/places.toml").read_text("utf-8")
    ).items()
}
"""Examples with a variable in every place and manner of writing."""

SENTINEL = "Sent1nel"
"""A value that can stand anywhere as it is."""

COMMENTS = ("# here\n", "# said\n", "# behind\n    # it\n")
"""Those of the places."""


def written_values(text: str) -> list[object]:
    """Give what YAML reads in `text` as texts; what is no text nor a number like any other is marked."""
    return [_texts(root) for root in read_documents(text)]


def held(text: str, value: str) -> list[object]:
    """Give what YAML reads in `text`, with `value`, as Compose wants it, in the place of the sentinel."""
    return [_with(root, value.replace("$", "$$")) for root in written_values(text)]


def _texts(node: Node) -> object:
    if isinstance(node, Mapping):
        return [(_texts(key), _texts(value)) for key, value in node.pairs]
    if isinstance(node, Sequence):
        return [_texts(one) for one in node.items]
    value = scalar_value(node)
    is_text = isinstance(value, str) and not is_date(node)
    return node.text if is_text or (type(value) is int and str(value) == node.text) else {node.text}


def _with(node: object, value: str) -> object:
    if isinstance(node, list | tuple):
        return type(node)(_with(one, value) for one in node)
    return node.replace(SENTINEL, value) if isinstance(node, str) else node
