"""Compose files such as the schema allows: a strategy of Hypothesis."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from estiba.compose.reading.schema import schema as compose_schema

Draw = st.DrawFn

_TEXTS = """
    a b c web a:b a=b /a ./a /a:/b ./a:/b:ro v:/a 80 80:80 127.0.0.1:80:80 80-81:80-81 10s 1m30s 512m 1g
    0.5 1 true host none service:b service:a container:x service_started always CMD ${X} ${X:-1}
    1.1.1.1 10.0.0.0/24 a:1.1.1.1 default nofile bind volume tmpfs file local rebuild sync linux/amd64
""".split()


@st.composite
def files_by_schema(draw: Draw) -> str:
    """Make a file with a service such as the schema allows, or nearly, and what it may refer to."""
    schema = compose_schema()
    known = {
        name: part for name, part in _properties(schema["$defs"]["service"], schema) if name != "include"
    }
    keys = draw(st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=3, unique=True))
    root: dict[str, Any] = {"services": {"a": {"image": "x"}, "b": {"image": "x"}}}
    root["services"]["a"] |= {key: _value(draw, known[key], schema) for key in keys}
    for section in ("volumes", "networks", "secrets", "configs"):
        if draw(st.booleans()):
            declared = _value(draw, schema["properties"][section], schema)
            root[section] = {"v": {"file": "f"} if section in ("secrets", "configs") else {}}
            root[section] |= declared if isinstance(declared, dict) else {}
    return json.dumps(root, indent=1, ensure_ascii=False) + "\n"


def _properties(node: dict[str, Any], schema: dict[str, Any]) -> list[tuple[str, Any]]:
    found = list(node.get("properties", {}).items())
    for part in node.get("allOf", ()):
        found += _properties(_written_out(part, schema), schema)
    return found


def _written_out(node: Any, schema: dict[str, Any]) -> dict[str, Any]:
    """Follow references to what they stand for."""
    found: dict[str, Any] = node
    while "$ref" in found:
        found = schema["$defs"][found["$ref"].removeprefix("#/$defs/")]
    return found


def _value(draw: Draw, node: Any, schema: dict[str, Any]) -> Any:
    """Draw a value that the schema `node` allows; now and then another."""
    node = _written_out(node, schema)
    if draw(st.integers(0, 19)) == 0:
        return draw(_ODD)
    forms = node.get("oneOf") or node.get("anyOf")
    if forms:
        return _value(draw, draw(st.sampled_from(forms)), schema)
    if "enum" in node:
        return draw(st.sampled_from(node["enum"]))
    kinds = node.get("type", "string")
    kind = kinds if isinstance(kinds, str) else draw(st.sampled_from(kinds))
    if kind == "array":
        return [_value(draw, node.get("items", {}), schema) for _ in range(draw(st.integers(0, 3)))]
    return _object(draw, node, schema) if kind == "object" else draw(_OF_KIND[kind])


def _object(draw: Draw, node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    known = dict(_properties(node, schema))
    wanted = [key for key in node.get("required", ()) if key in known]
    if known:
        wanted += draw(st.lists(st.sampled_from(sorted(known)), max_size=3))
    made = {key: _value(draw, known[key], schema) for key in wanted}
    for pattern, part in node.get("patternProperties", {}).items():
        if not pattern.startswith("^x-") and draw(st.booleans()):
            made[draw(st.sampled_from(_NAMES))] = _value(draw, part, schema)
    return made


_NAMES = ["a", "b", "v", "default", "A", "nofile"]
_OF_KIND: dict[str, st.SearchStrategy[Any]] = {
    "string": st.sampled_from(_TEXTS),
    "integer": st.sampled_from([0, 1, 2, 80, 8080, 65536, -1]),
    "number": st.sampled_from([0, 1, 0.5, 2.5, -1, 100]),
    "boolean": st.booleans(),
    "null": st.none(),
}
_ODD = st.one_of(
    *_OF_KIND.values(), st.just([]), st.just({}), st.just(["a"]), st.just({"a": "b"}), st.text(max_size=3)
)
