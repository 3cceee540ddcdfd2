from __future__ import annotations

import pytest

from estiba.compose.example import read_file
from estiba.compose.project.model import read_model
from estiba.compose.project.networking import is_network_mode, meant_network_mode

MODEL = read_model(
    read_file(
        "services:\n  vpn: {image: x}\nnetworks:\n  front:\n  back: {name: shared, external: true}\n"
    ).document
)


@pytest.mark.parametrize(
    ("text", "is_one", "meant"),
    [
        ("host", True, "host"),
        ("default", True, "default"),
        ("service:vpn", True, "service:vpn"),
        ("service:", False, ""),
        ("front", True, ""),
        ("shared", True, ""),
        ("vpn", False, "service:vpn"),
        ("HOST", False, "host"),
        ("containers: x", False, "container:x"),
        ("what:x", False, ""),
        ("bridged", False, "bridge"),
        ("synobridge", False, ""),
        ("", False, ""),
    ],
)
def test_network_modes(text, is_one, meant):
    assert is_network_mode(text, MODEL) == is_one
    assert meant_network_mode(text, MODEL) == meant


def test_other_files_may_declare_networks():
    model = read_model(read_file("include: [x.yaml]\nservices:\n  a: {image: x}\n").document)
    assert is_network_mode("front", model)
