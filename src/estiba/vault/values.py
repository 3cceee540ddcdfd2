"""YAML nodes -> Python values, by the rules that authors of notes expect.

YAML 1.2's core rules, so `no`, `on` and `12:30` are the text that they look like,
and dates besides. Nothing here fails on a value: what looks like a number or a
date and is none (`2025-13-45`, five thousand digits) stays text.
"""

from __future__ import annotations

import datetime as dt
import math
import re

from estiba.dates import date_of
from estiba.yaml_tree import Node, Scalar, Sequence, YamlFault

Value = str | int | float | bool | None | dt.date | list["Value"] | dict[str, "Value"]

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*|(?=[eE])))(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, Value] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_STANDARD_TAG = "tag:yaml.org,2002:"
_KNOWN_TAGS = frozenset(
    {
        "!",
        *(
            _STANDARD_TAG + name
            for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")
        ),
    }
)


def value_of(node: Node) -> Value:
    """Give the value of `node`.

    Raises `YamlFault` with kind `tag` for a tag beyond the standard ones (`!ENV`,
    `!!python/…`): such a value is never built.
    """
    if node.tag is not None and node.tag not in _KNOWN_TAGS:
        raise YamlFault("tag", node.start, node.tag.replace(_STANDARD_TAG, "!!"))
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Sequence):
        return [value_of(child) for child in node.items]
    return {_key(key): value_of(child) for key, child in node.pairs}


def _key(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text
    raise YamlFault("key", node.start)


def _scalar(node: Scalar) -> Value:
    text = node.text
    if not node.plain or node.tag in ("!", _STANDARD_TAG + "str"):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    date = date_of(text)
    return text if date is None else date
