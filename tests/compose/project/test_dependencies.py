"""Services that a service names, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest

from estiba.compose.project.dependencies import Dependency, dependencies_of
from estiba.compose.reading.tree import read_values
from estiba.yaml_tree import read_documents

PATH = ("services", "web")


def named(body, unknown=()):
    values = read_values(read_documents(body)[0]).root
    return list(dependencies_of(values, PATH, unknown))


@pytest.mark.parametrize(
    ("body", "services"),
    [
        ("depends_on: [a, b]", ["a", "b"]),
        ("links: [a, 'b:alias']", ["a", "b"]),
        ("volumes_from: [a, 'b:ro', 'container:c', 'container:d:ro']", ["a", "b"]),
        ("network_mode: 'service:a'", ["a"]),
        ("network_mode: 'container:a'", []),
        ("network_mode: host", []),
        ("ipc: 'service:a'\npid: 'service:b'\nuts: 'service:c'", ["a", "b", "c"]),
        ("external_links: [a]", []),
        ("image: a", []),
        ("depends_on: a", []),
        ("depends_on: [{a: b}, 3]\nlinks: {a: b}\nvolumes_from: a\npid: [a]", []),
    ],
)
def test_service_is_named(body, services):
    assert [one.service for one in named(body)] == services


def test_short_form_waits_for_the_start():
    assert named("depends_on: [a]") == [Dependency("a", "depends_on", (*PATH, "depends_on", 0))]


@pytest.mark.parametrize(
    ("options", "condition", "required"),
    [
        ("{condition: service_healthy}", "service_healthy", True),
        ("{condition: service_started, required: false}", "service_started", False),
        ("{condition: service_started, required: 'false'}", "service_started", True),
    ],
)
def test_long_form(options, condition, required):
    (found,) = named(f"depends_on: {{a: {options}}}")
    assert (found.condition, found.required, found.at_key) == (condition, required, True)
    assert found.path == (*PATH, "depends_on", "a")


def test_name_stands_behind_its_prefix():
    (found,) = named("network_mode: 'service:a'")
    assert "service:a"[found.offset :] == "a"


def test_what_nobody_knows_is_left_out():
    body = "depends_on: [a, b]\nlinks: [a]\nnetwork_mode: 'service:a'"
    unknown = [(*PATH, "depends_on", 0), (*PATH, "links", 0), (*PATH, "network_mode")]
    assert [one.service for one in named(body, unknown)] == ["b"]
