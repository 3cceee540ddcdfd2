"""The Compose schema, and what it has against a file.

The schema is that of check-jsonschema's package, which keeps it fresh. It is a little
ahead of Docker Compose: what that refuses is taken out (`AHEAD`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs

from estiba.compose.tree import Path

AHEAD = ("jobs",)
"""Top-level keys of the schema that Docker Compose 2.40.3 refuses."""
_FILE = "builtin_schemas/vendor/compose-spec.json"


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that the schema has against a file.

    `kind` is `unknown` (the key that `path` ends with is not known), `type` (one of
    `allowed` was wanted), `choice` (likewise, of values), `missing` (the keys in
    `allowed` are wanted there), `repeated` (an entry of a list stands there twice), `pattern`
    (a text, which `detail` is the pattern of) or `form` (something else, in the schema's words).
    """

    kind: str
    path: Path
    allowed: tuple[str, ...] = ()
    detail: str = ""


def complaints(root: dict[str, Any]) -> list[Complaint]:
    """Hold a file's values against the schema; in the order of the schema, none twice."""
    _, validator = _schema()
    found = [one for error in validator.iter_errors(root) for one in _read(error)]
    return list(dict.fromkeys(found))


@cache
def _schema() -> tuple[dict[str, Any], Any]:
    """Load and compile the schema, once a process."""
    schema = json.loads((files("check_jsonschema") / _FILE).read_text("utf-8"))
    for key in AHEAD:
        schema["properties"].pop(key, None)
    return schema, jsonschema_rs.validator_for(schema)


def _read(error: Any) -> Iterator[Complaint]:
    kind, path = error.kind, tuple(error.instance_path)
    name = kind.name
    if name in ("oneOf", "anyOf") and hasattr(kind, "context"):
        yield from _best_branch(kind.context, path)
    elif name in ("additionalProperties", "unevaluatedProperties"):
        known = _known_keys(error.schema_path)
        for key in kind.unexpected:
            if key not in known:
                yield Complaint("unknown", (*path, key), tuple(sorted(known)))
    elif name == "type":
        yield Complaint("type", path, tuple(kind.types))
    elif name == "enum":
        yield Complaint("choice", path, tuple(str(one) for one in kind.options))
    elif name == "required":
        yield Complaint("missing", path, (kind.property.strip('"'),))
    elif name == "uniqueItems":
        yield Complaint("repeated", path)
    elif name == "pattern":
        yield Complaint("pattern", path, detail=kind.pattern)
    else:
        yield Complaint("form", path, detail=error.message[:200])


def _best_branch(branches: list[list[Any]], path: Path) -> Iterator[Complaint]:
    """Explain by the form that the author meant: the one that takes a value of this type."""
    types: list[str] = []
    fitting: list[list[Any]] = []
    for branch in branches:
        here = [one for one in branch if tuple(one.instance_path) == path and one.kind.name == "type"]
        if here:
            types.extend(kind for one in here for kind in one.kind.types)
        elif branch:
            fitting.append(branch)
    if fitting:
        for one in min(fitting, key=len):
            yield from _read(one)
    elif types:
        yield Complaint("type", path, tuple(dict.fromkeys(types)))


def _known_keys(schema_path: list[str | int]) -> set[str]:
    schema, _ = _schema()
    node: Any = schema
    for step in schema_path[:-1]:
        node = node[int(step)] if isinstance(node, list) else node.get(step, {})
    return set(_properties(node, schema))


def _properties(node: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    yield from node.get("properties", {})
    for part in (node, *node.get("allOf", ())):
        reference = part.get("$ref", "")
        if reference.startswith("#/$defs/"):
            yield from _properties(schema["$defs"][reference.removeprefix("#/$defs/")], schema)
