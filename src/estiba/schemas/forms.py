"""Forms of values that schemas are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
TEXT: Schema = {"type": "string", "pattern": r"\S"}
_PART = r"(?!\.{1,2}(/|$))[^\s/\\]([^/\\]*[^\s/\\])?"


def described(schema: Schema, description: str) -> Schema:
    """Say what a value is for; nothing, where `description` is empty."""
    return {**schema, "description": description} if description else schema


def table(
    properties: dict[str, Schema],
    description: str = "",
    *,
    patterns: dict[str, Schema] | None = None,
    others: Schema | bool = False,
) -> Schema:
    """Give the form of a table: keys by name, by pattern, and any `others`."""
    schema = described({"type": "object"}, description)
    if properties:
        schema["properties"] = properties
    if patterns:
        schema["patternProperties"] = patterns
    return schema | {"additionalProperties": others}


def one_of(words: Sequence[str], description: str = "") -> Schema:
    """Give the form of one of some words."""
    return described({"enum": list(words)}, description)


def list_of(item: Schema, description: str = "") -> Schema:
    """Give the form of a list."""
    return described({"type": "array", "items": item}, description)


def address(description: str = "") -> Schema:
    """Give the form of an address inside the site."""
    return described({"type": "string", "pattern": rf"^/*{_PART}(/{_PART})*/*$"}, description)
