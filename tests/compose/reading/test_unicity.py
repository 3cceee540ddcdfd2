"""Lists in which an entry may stand twice, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest

from estiba.compose.reading.tree import read_values
from estiba.compose.reading.unicity import without_repeated
from estiba.yaml_tree import read_documents

WEB = ("services", "web")


def kept(entries, path):
    items = read_documents(f"[{entries}]")[0].items
    return [(one.text, items.index(one)) for one in without_repeated(items, path)]


@pytest.mark.parametrize(
    "path",
    [
        (*WEB, "environment"),
        (*WEB, "ports"),
        (*WEB, "volumes"),
        (*WEB, "cap_add"),
        (*WEB, "build", "args"),
        (*WEB, "build", "tags"),
        (*WEB, "deploy", "labels"),
        (*WEB, "networks", "front", "aliases"),
        ("networks", "front", "labels"),
    ],
)
def test_counted_once(path):
    assert kept("a, b, a", path) == [("a", 2), ("b", 1)]


@pytest.mark.parametrize(
    "path",
    [
        (*WEB, "group_add"),
        (*WEB, "extra_hosts"),
        (*WEB, "depends_on"),
        (*WEB, "networks"),
        (*WEB, "security_opt"),
        (*WEB, "build", "extra_hosts"),
        (*WEB, "build", "cache_from"),
        (*WEB, "healthcheck", "test"),
        ("volumes", "data", "labels"),
        ("services", "ports"),
        ("ports",),
        (),
    ],
)
def test_counted_as_often_as_they_stand_there(path):
    assert kept("a, b, a", path) == [("a", 0), ("b", 1), ("a", 2)]


def test_entries_are_equal_as_values():
    assert kept('80, 0x50, "80", 81', (*WEB, "expose")) == [("0x50", 1), ("80", 2), ("81", 3)]


def test_a_list_without_repeats_is_itself():
    items = read_documents("[a, {b: c}, {b: d}]")[0].items
    assert without_repeated(items, (*WEB, "volumes")) is items


def test_places_are_those_of_the_entries_that_are_kept():
    text = "services: {web: {ports: [80, 81, 80]}}"
    values = read_values(read_documents(text)[0])
    assert values.root["services"]["web"]["ports"] == [80, 81]
    assert values.place((*WEB, "ports", 0)).value == text.rindex("80")
