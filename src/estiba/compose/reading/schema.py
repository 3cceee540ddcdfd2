"""The Compose schema, and what it has against a file.

The schema is that of check-jsonschema's package, which keeps it fresh. Docker Compose 2.40.3 carries
one of its own. Where the two differ, Docker Compose's is right: what that refuses is taken out
(`AHEAD`), and what it takes beyond the schema is let through (`STRICTER`). What neither schema
minds, and Docker Compose crashes on, is refused (`CRASHES`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path as FilePath
from typing import Any

import jsonschema_rs

from estiba.compose.reading.tree import Path

_SERVICE = "$defs/service/properties"
_CONTAINER = "$defs/container_spec/properties"
_ATTACHMENT = f"{_CONTAINER}/networks/oneOf/1/patternProperties/^[a-zA-Z0-9._-]+$/oneOf/0/properties"
_BUILD = "$defs/workload_spec/properties/build/oneOf/1/properties"
AHEAD = (
    "properties/jobs",
    f"{_SERVICE}/pre_start",
    f"{_CONTAINER}/umask",
    f"{_BUILD}/no_cache_filter",
    f"{_ATTACHMENT}/use_service_name_alias",
)
"""Places in the schema of what Docker Compose 2.40.3 refuses."""
STRICTER: dict[str, Any] = {
    "properties/networks/additionalProperties": {"type": ["object", "null"]},
    "properties/models/additionalProperties": {"type": ["object", "null"]},
    f"{_CONTAINER}/mem_limit/type": ["number", "string"],
    f"{_CONTAINER}/memswap_limit/type": ["number", "string"],
    f"{_CONTAINER}/shm_size/type": ["number", "string"],
    f"{_CONTAINER}/pull_policy/pattern": (
        "always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+"
    ),
}
"""Places in the schema of what Docker Compose 2.40.3 is more generous with, and what that has there."""
CRASHES: dict[str, Any] = {
    f"{_CONTAINER}/pid/type": "string",
    f"{_BUILD}/additional_contexts": {
        "oneOf": [
            {
                "type": "object",
                "patternProperties": {".+": {"type": "string"}},
                "additionalProperties": False,
            },
            {"$ref": "#/$defs/list_of_strings"},
        ]
    },
}
"""Places in the schema of what Docker Compose 2.40.3 crashes on, and what it can read there."""
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
    found = [one for error in _validator().iter_errors(root) for one in _read(error)]
    return list(dict.fromkeys(_one_a_slip(found, root))) if found else found


@cache
def schema() -> dict[str, Any]:
    """Give the schema as it is applied."""
    loaded: dict[str, Any] = json.loads((_package("check_jsonschema") / _FILE).read_text("utf-8"))
    for place in AHEAD:
        holder, key = holder_of(loaded, place)
        holder.pop(key, None)
    for place, wanted in (STRICTER | CRASHES).items():
        holder, key = holder_of(loaded, place)
        if key in holder:
            holder[key] = wanted
    return loaded


def _package(name: str) -> Traversable:
    """Give the folder of a package without importing it: this one would bring a command line along."""
    found = find_spec(name)
    folders = found.submodule_search_locations if found else None
    return FilePath(folders[0]) if folders else files(name)


@cache
def known_keys() -> frozenset[str]:
    """Give every key that the schema knows, wherever in a file."""
    found: set[str] = set()
    nodes: list[Any] = [schema()]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            properties = node.get("properties")
            found.update(properties if isinstance(properties, dict) else ())
        nodes.extend(node.values() if isinstance(node, dict) else node if isinstance(node, list) else ())
    return frozenset(found)


@cache
def _validator() -> Any:
    return jsonschema_rs.validator_for(schema())


def holder_of(root: dict[str, Any], place: str) -> tuple[dict[str, Any], str]:
    """Find the mapping that a place of the schema is in, and the key there; an empty one if there is none."""
    *above, key = place.split("/")
    node: Any = root
    for step in above:
        try:
            node = node[int(step) if isinstance(node, list) else step]
        except (KeyError, IndexError, TypeError, ValueError):
            return {}, key
    return node if isinstance(node, dict) else {}, key


def _one_a_slip(found: list[Complaint], root: dict[str, Any]) -> Iterator[Complaint]:
    """Make one of what is said of a mapping with one key, unknown, that nobody meant as a mapping.

    `- data:` and `- ./data: /data` are texts with a space too many.
    """
    lacking = {one.path for one in found if one.kind == "missing"}
    alone = {
        one.path[:-1]
        for one in found
        if one.kind == "unknown" and one.path[:-1] in lacking and isinstance(one.path[-2], int)
        if len(_at(root, one.path[:-1])) == 1
    }
    for one in found:
        if one.kind == "missing" and one.path in alone:
            yield Complaint("type", one.path, ("string", "object"))
        elif not (one.kind == "unknown" and one.path[:-1] in alone):
            yield one


def _at(root: Any, path: Path) -> Any:
    for step in path:
        root = root[step]
    return root


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
    node: Any = schema()
    for step in schema_path[:-1]:
        node = node[int(step)] if isinstance(node, list) else node.get(step, {})
    return set(_properties(node))


def _properties(node: dict[str, Any]) -> Iterator[str]:
    yield from node.get("properties", {})
    for part in (node, *node.get("allOf", ())):
        reference = part.get("$ref", "")
        if reference.startswith("#/$defs/"):
            yield from _properties(schema()["$defs"][reference.removeprefix("#/$defs/")])
