"""What the Compose schema has against a file, in a form that can be explained."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from estiba.compose.schema import AHEAD, Complaint, complaints
from estiba.compose.tree import read_values
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


def test_schema_is_the_one_that_the_list_of_what_is_ahead_was_made_for():
    path = files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json"
    schema = json.loads(path.read_text("utf-8"))
    ours = {"version", "name", "include", "services", "models", "networks", "volumes", "secrets", "configs"}
    assert set(schema["properties"]) == ours | set(AHEAD), (
        "new top-level keys: does Docker Compose take them?"
    )
