"""Fields of which Compose makes a number or a truth value, whatever they are written as."""

from __future__ import annotations

import pytest

from estiba.compose.formats.numbers import to_bool, to_float, to_int
from estiba.compose.reading.casts import cast_of
from estiba.compose.reading.tree import read_values
from estiba.yaml_tree import read_documents

WEB = ("services", "web")


@pytest.mark.parametrize(
    ("path", "cast"),
    [
        ((*WEB, "cpu_count"), to_int),
        ((*WEB, "cpus"), to_float),
        ((*WEB, "privileged"), to_bool),
        ((*WEB, "healthcheck", "retries"), to_int),
        ((*WEB, "ports", 0, "target"), to_int),
        ((*WEB, "ulimits", "nofile"), to_int),
        ((*WEB, "ulimits", "nofile", "soft"), to_int),
        ((*WEB, "volumes", 3, "volume", "nocopy"), to_bool),
        ((*WEB, "deploy", "replicas"), to_int),
        (("networks", "front", "internal"), to_bool),
        (("volumes", "data", "external"), to_bool),
        ((*WEB, "ports", 0, "published"), None),
        ((*WEB, "environment", "privileged"), None),
        ((*WEB, "labels", "init"), None),
        ((*WEB, "ulimits"), None),
        ((*WEB, "mem_limit"), None),
        (("networks", "front", "driver_opts", "external"), None),
        (("x-own", "web", "init"), None),
        (("services", "init"), None),
        (("init",), None),
        ((), None),
    ],
)
def test_field(path, cast):
    assert cast_of(path) is cast


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('init: "true"', True),
        ('init: "yes"', True),
        ("init: on", True),
        ("init: ${I}", True),
        ('cpus: "1.5"', 1.5),
        ("scale: ${N}", 3),
        ("scale: ${N:-2}", 3),
        ("scale: ${U:-2}", 2),
    ],
)
def test_texts_are_cast_once_variables_are_put_in(line, value):
    root = read_documents(f"services:\n  web:\n    {line}\n")[0]
    values = read_values(root, {"I": "true", "N": "3"})
    assert list(values.root["services"]["web"].values()) == [value]
    assert values.misread_casts == []


def test_what_is_no_number_is_kept_as_it_is_and_named():
    root = read_documents("services:\n  web:\n    scale: ${N}\n    init: maybe\n")[0]
    values = read_values(root, {"N": "x"})
    assert values.root["services"]["web"] == {"scale": "x", "init": "maybe"}
    assert [one.path[-1] for one in values.misread_casts] == ["scale", "init"]
