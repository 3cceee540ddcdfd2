"""What the Compose schema has against a file, in a form that can be explained."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files

import pytest

import oracle
from estiba.compose.reading.schema import (
    AHEAD,
    CRASHES,
    STRICTER,
    Complaint,
    complaints,
    holder_of,
    known_keys,
    schema,
)
from estiba.compose.reading.tree import read_values
from estiba.yaml_tree import read_documents

WEB = "services:\n  web:\n    image: nginx\n"


def complaints_of(text):
    return [
        (one.kind, ".".join(map(str, one.path)))
        for one in complaints(read_values(read_documents(text)[0]).root)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (WEB, []),
        (WEB + "x-own: {any: thing}\n", []),
        (WEB + "    build: {context: ., args: [A=1]}\n", []),
        (WEB + "    environment: [A=1, B]\n", []),
        (WEB + "    depends_on: {db: {condition: service_healthy}}\n  db: {image: a}\n", []),
        (WEB + "    enviroment: {}\n", [("unknown", "services.web.enviroment")]),
        (WEB + "    build: {contxt: .}\n", [("unknown", "services.web.build.contxt")]),
        (
            WEB + "    deploy: {resources: {limit: {}}}\n",
            [("unknown", "services.web.deploy.resources.limit")],
        ),
        (WEB + "volume: {}\n", [("unknown", "volume")]),
        (WEB + "jobs: {}\n", [("unknown", "jobs")]),
        ("services:\n  my web: {image: a}\n", [("unknown", "services.my web")]),
        (WEB + '    ports: "80:80"\n', [("type", "services.web.ports")]),
        (WEB + "    environment: {A: [1]}\n", [("type", "services.web.environment.A")]),
        (WEB + "version: 3.8\n", [("type", "version")]),
        ("services:\n  web:\n", [("type", "services.web")]),
        ("services: []\n", [("type", "services")]),
        (
            WEB + "    depends_on: {db: {condition: ready}}\n  db: {image: a}\n",
            [("choice", "services.web.depends_on.db.condition")],
        ),
        (
            WEB + "    depends_on: {db: {cond: x}}\n  db: {image: a}\n",
            [("missing", "services.web.depends_on.db"), ("unknown", "services.web.depends_on.db.cond")],
        ),
        (WEB + "    extends: {file: a.yml}\n", [("missing", "services.web.extends")]),
    ],
)
def test_complaints(text, found):
    assert sorted(complaints_of(text)) == sorted(found)


def test_one_fault_does_not_make_its_neighbours_unknown():
    assert complaints_of(WEB + '    ports: "80:80"\n    restart: always\n') == [
        ("type", "services.web.ports")
    ]


def test_unknown_key_names_those_that_are_known():
    (found,) = complaints({"services": {"web": {"image": "a", "imagen": "b"}}})
    assert {"image", "ports", "extends"} <= set(found.allowed)
    assert found == Complaint("unknown", ("services", "web", "imagen"), found.allowed)


RENEW = (
    "the package check-jsonschema has brought another Compose schema: mend AHEAD and STRICTER in "
    "src/estiba/compose/reading/schema.py until the tests below pass, and write its new sum here"
)


def test_schema_is_the_one_that_ours_was_made_of():
    content = (files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json").read_bytes()
    assert (
        hashlib.sha256(content).hexdigest()
        == "d549057ebc2925f39f62799eab0db7b9e2c18b35b6c00595199116da3ed10e64"
    ), RENEW


@pytest.mark.parametrize("place", [*AHEAD, *STRICTER, *CRASHES])
def test_what_is_taken_out_or_changed_is_there(place):
    content = (files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json").read_bytes()
    holder, key = holder_of(json.loads(content), place)
    assert key in holder, f"the schema has no {place} any more: strike it off the list"


@pytest.mark.skipif(oracle.program() is None, reason="no Docker Compose for this machine")
def test_what_our_schema_allows_is_what_docker_compose_has_built_in():
    ours, theirs = allowed(schema()), allowed(oracle.built_in_schema())
    assert len(theirs) > 400
    differing = {place for place in ours.keys() | theirs.keys() if ours.get(place) != theirs.get(place)}
    assert {place for place in differing if not place.startswith(CRASHING)} == set()


CRASHING = (".services.*.pid", ".services.*.build.additional_contexts")


def allowed(root):
    """Give what a schema says of each place in a file: `.services.*.ports.[].target` -> types, values."""
    found = {}
    todo = [("", root)]
    while todo:
        place, node = todo.pop()
        said = found.setdefault(place, set())
        if "$ref" in node:
            todo.append((place, root["$defs"][node["$ref"].removeprefix("#/$defs/")]))
        kinds = node.get("type", ())
        said.update(("type", one) for one in ([kinds] if isinstance(kinds, str) else kinds))
        said.update((word, str(node[word])) for word in LIMITS & set(node))
        said.update(("required", one) for one in node.get("required", ()))
        todo += [(place, part) for word in ("allOf", "anyOf", "oneOf") for part in node.get(word, ())]
        todo += [(f"{place}.{key}", part) for key, part in node.get("properties", {}).items()]
        for pattern, part in node.get("patternProperties", {}).items():
            said.add(("names", pattern))
            todo += [(f"{place}.*", part)] if pattern != "^x-" else []
        todo += [(f"{place}.[]", node["items"])] if "items" in node else []
    return found


LIMITS = set("enum const format maximum maxItems minimum minItems pattern uniqueItems".split())


def test_known_keys_of_all_levels():
    assert known_keys() >= {"services", "image", "healthcheck", "interval", "start_period", "ipv4_address"}
    assert known_keys().isdisjoint({"nginx", "properties", "type_of", "imagen", ""})
