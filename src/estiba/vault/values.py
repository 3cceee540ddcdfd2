"""YAML nodes -> Python values, by the rules that authors of notes expect.

YAML 1.2's core rules, so `no`, `on` and `12:30` are the text that they look like,
and dates besides. Nothing here fails on a value: what looks like a number or a
date and is none (`2025-13-45`, five thousand digits) stays text.
"""

from __future__ import annotations

import datetime as dt
import re

from estiba.yaml_tree import Node, Scalar, Sequence, YamlFault

Value = str | int | float | bool | None | dt.date | list["Value"] | dict[str, "Value"]

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_DATE = re.compile(r"(?P<day>\d{4}-\d{1,2}-\d{1,2})(?P<time>(?:[Tt]|[ \t]+)\d{1,2}:\d{2}.*)?")
_TIME = re.compile(
    r"(?:[Tt]|[ \t]+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d*)?)?"
    r"[ \t]*(?:(?P<utc>[Zz])|(?P<sign>[-+])(?P<zone_hour>\d{1,2})(?::?(?P<zone_minute>\d{2}))?)?"
)
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
    if _FLOAT.fullmatch(text):
        return float(text)
    date = date_of(text)
    return text if date is None else date


def date_of(text: str) -> dt.date | None:
    """Read `2025-10-25`, or that with a time behind it (then a `datetime`); else None."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        day = dt.date(*map(int, match["day"].split("-")))
        return day if match["time"] is None else _at(day, match["time"])
    except ValueError:
        return None


def _at(day: dt.date, time: str) -> dt.datetime | None:
    match = _TIME.fullmatch(time)
    if match is None:
        return None
    zone = None
    if match["utc"]:
        zone = dt.UTC
    elif match["sign"]:
        shift = dt.timedelta(hours=int(match["zone_hour"]), minutes=int(match["zone_minute"] or 0))
        zone = dt.timezone(-shift if match["sign"] == "-" else shift)
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    return dt.datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)
