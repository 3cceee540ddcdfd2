"""What stands behind the opening marker of a fence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.labels import DEFAULT_NAME, Label, read_label, read_options


def label(name=DEFAULT_NAME, *, yaml=True, compose=False, excerpt=False, shows=()):
    return Label(name, may_be_yaml=yaml, says_compose=compose, is_excerpt=excerpt, shows=shows)


@pytest.mark.parametrize(
    ("info", "read"),
    [
        ("", label()),
        ("yaml", label()),
        ("YML", label()),
        ("yaml linenums='1'", label()),
        ("{ .yaml }", label()),
        ("{.yml .annotate}", label()),
        ("yaml excerpt", label(excerpt=True)),
        ("excerpt yaml", label(yaml=False, excerpt=True)),
        ("yaml title='an excerpt'", label("an excerpt")),
        ("yaml excerpts", label()),
        ("yaml:compose.yml", label("compose.yml", compose=True)),
        ("yaml:docker-compose.prod.yaml", label("docker-compose.prod.yaml", compose=True)),
        ("yaml:traefik.yml", label("traefik.yml")),
        (":compose.yaml", label("compose.yaml", compose=True)),
        ("compose", label(compose=True)),
        ("docker-compose", label(compose=True)),
        ('yaml title="compose.yaml"', label("compose.yaml", compose=True)),
        ('{ .yaml title="compose.yaml" }', label("compose.yaml", compose=True)),
        ('yaml title="  "', label()),
        ('yaml bad="bad-port"', label(shows=("bad-port",))),
        ("yaml bad='bad-port, bad-mount  x'", label(shows=("bad-port", "bad-mount", "x"))),
        ('yaml bad=""', label()),
        ("yaml bad=bad-port", label()),
        ('yaml notbad="x" -bad="x"', label()),
        ("bash", label(yaml=False)),
        ("json", label(yaml=False)),
        ("yamllint", label(yaml=False)),
        ("composer", label(yaml=False)),
        ("dockerfile:Dockerfile", label(yaml=False)),
    ],
)
def test_label(info, read):
    assert read_label(info) == read


def test_options():
    assert read_options("yaml a=\"b c\" d='e\"f' g=h a='last'") == {"a": "last", "d": 'e"f'}


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_any_label_is_read(info):
    assert read_label(info).name
