"""One service: what is read of it, whatever stands there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.document import read_whole
from estiba.compose.formats.images import read_image
from estiba.compose.project.model import read_model
from estiba.compose.project.service import Service, Variable

PATH = ("services", "web")


def service_of(body, **options):
    text = "services:\n  web:\n" + "".join(f"    {line}\n" for line in body.split("\n"))
    return read_model(read_whole(text), **options).services["web"]


@pytest.mark.parametrize(
    ("body", "variables"),
    [
        (
            "environment:\n  A: b\n  C:\n  D: 1\n  E: true\n  F: 1.0\n  G: 0.50\n  H: ''",
            {"A": "b", "C": None, "D": "1", "E": "true", "F": "1", "G": "0.5", "H": ""},
        ),
        ("environment: [A=b, C, D=, E=f=g]", {"A": "b", "C": None, "D": "", "E": "f=g"}),
        ("environment: [A=1, A=2]", {"A": "2"}),
        ("environment: text", {}),
        ("environment: [1, {A: b}]", {}),
        ("environment: {A: [b], C: {d: e}}", {"A": None, "C": None}),
        ("image: a", {}),
    ],
)
def test_environment(body, variables):
    found = service_of(body).environment
    assert {name: one.value for name, one in found.items()} == variables


def test_a_variable_knows_where_its_value_begins():
    assert service_of("environment: [A=b]").environment["A"] == Variable(
        "A", "b", (*PATH, "environment", 0), 2
    )
    assert service_of("environment: {A: b}").environment["A"] == Variable(
        "A", "b", (*PATH, "environment", "A")
    )


def test_labels():
    found = service_of("labels: [a.b=c, d]").labels
    assert {name: one.value for name, one in found.items()} == {"a.b": "c", "d": None}


@pytest.mark.parametrize(
    ("image", "read"),
    [("nginx:1.29", read_image("nginx:1.29")), ("Nginx", None), ("", None), ("[a]", None), ("3", None)],
)
def test_image(image, read):
    assert service_of(f"image: {image}").image == read


def test_texts_that_are_known():
    service = service_of(
        "image: ${I}\nhostname: a${H:-b}\nbuild: {context: .}\ninit: true\ntmpfs: [/a, '${T}', 3]",
        reader_sets_variables=True,
    )
    assert service.path == PATH
    assert service.text("image") is None
    assert service.is_open((*PATH, "image"))
    assert service.text("hostname") == "ab"
    assert service.text("build", "context") == "."
    assert service.text("init") is None
    assert service.text("build") is None
    assert service.text("build", "context", "deeper") is None
    assert list(service.entries("tmpfs")) == [("/a", (*PATH, "tmpfs", 0))]
    assert list(service.entries("hostname")) == []


def test_ports_mounts_and_dependencies_are_read():
    service = service_of("ports: ['80:80', x]\nvolumes: ['data:/b']\ndepends_on: [c]")
    assert [(one.path[-1], one.port is not None, one.fault is not None) for one in service.ports] == [
        (0, True, False),
        (1, False, True),
    ]
    assert [one.mount.target for one in service.mounts if one.mount] == ["/b"]
    assert [one.service for one in service.dependencies] == ["c"]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from("image environment labels ports volumes depends_on links pid network_mode".split())


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.dictionaries(keys, values))
def test_nothing_that_stands_there_is_too_strange(body):
    service = Service("web", body, frozenset())
    for variable in (*service.environment.values(), *service.labels.values()):
        assert variable.value is None or isinstance(variable.value, str)
    assert all((one.port is None) or (one.fault is None) for one in service.ports)
    assert all((one.mount is None) or (one.fault is None) for one in service.mounts)
    assert all(isinstance(one.service, str) for one in service.dependencies)
    assert service.image is None or isinstance(body["image"], str)
