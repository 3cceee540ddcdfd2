"""A Compose file as Compose sees it."""

from __future__ import annotations

import pytest

from estiba.compose.document import read_whole
from estiba.compose.project.model import read_model


def model_of(text, variables=None, **options):
    return read_model(read_whole(text), variables, **options)


WEB = ("services", "web")


def test_what_cannot_be_read_is_empty():
    model = model_of("services: [\n")
    assert model.values.root == {}
    assert model.services == {}
    assert model.broken_extends == ()


def test_services_are_those_that_are_mappings():
    assert list(model_of("services:\n  a: {image: i}\n  b:\n  c: text\n  d: [e]\n").services) == ["a"]
    assert model_of("services: [a]\n").services == {}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), {"services": {"web": {"dns": ["a"]}}, "volumes": None}),
        ((*WEB, "dns", 0), "a"),
        ((*WEB, "dns", 1), None),
        ((*WEB, "dns", "x"), None),
        ((*WEB, "dns", 0, "x"), None),
        (("volumes", "x"), None),
        (("nothing",), None),
    ],
)
def test_value_at_a_path(path, value):
    assert model_of("services: {web: {dns: [a]}}\nvolumes:\n").value_at(path) == value


@pytest.mark.parametrize(
    ("text", "section"),
    [("volumes: {a: }", {"a": None}), ("volumes: [a]", {}), ("volumes:", {}), ("services: {}", {})],
)
def test_section(text, section):
    assert model_of(text).section("volumes") == section


@pytest.mark.parametrize(
    ("text", "includes"),
    [("include: [a.yml]", True), ("include: a.yml", True), ("include: []", False), ("name: a", False)],
)
def test_other_files_are_a_part_of_it(text, includes):
    assert model_of(text).includes is includes


@pytest.mark.parametrize(
    ("value", "of_reader", "of_file"),
    [
        ("a", False, False),
        ("${U}", True, False),
        ("${U:-a}", False, False),
        ("${U:?m}", True, True),
        ("${A:?m}", False, False),
        ("${A:-${U:?m}}", True, True),
        ("${E:?m}", True, True),
        ("$$U", False, False),
        ("${A:+$U}", True, False),
    ],
)
def test_values_that_nobody_can_know(value, of_reader, of_file):
    text = f"services:\n  web:\n    image: {value}\n"
    for options, is_open in (({"reader_sets_variables": True}, of_reader), ({}, of_file)):
        model = model_of(text, {"A": "a", "E": ""}, **options)
        assert model.open == ({(*WEB, "image")} if is_open else set())


def test_variables_are_put_in_before_fields_are_cast_and_judged():
    text = "services:\n  web:\n    image: i\n    ports: ['${P}:80']\n    init: ${I}\n"
    model = model_of(text, {"P": "8080", "I": "true"})
    assert model.services["web"].body["ports"] == ["8080:80"]
    assert model.services["web"].body["init"] is True
    assert model.complaints == []
    assert [one.path for one in model_of(text, {"I": "maybe"}).values.misread_casts] == [(*WEB, "init")]


def test_documents_are_one_file():
    model = model_of("services: {web: {image: i}}\n---\nservices: {web: {init: true}}\nvolumes: {d: }\n")
    assert model.services["web"].body == {"image": "i", "init": True}
    assert model.section("volumes") == {"d": None}
    assert model.complaints == []


def test_broken_extends_of_every_document():
    model = model_of("services: {a: {extends: b}}\n---\nservices: {c: {extends: d}}\n")
    assert [(one.service, one.extended) for one in model.broken_extends] == [("a", "b"), ("c", "d")]
