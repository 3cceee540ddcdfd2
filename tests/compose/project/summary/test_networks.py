"""Networks, as they are shown."""

from __future__ import annotations

import json

import pytest

from estiba.compose.project.summary.networks import Share, ShownNetwork


def named(*names):
    return tuple(ShownNetwork(Share.NAMED, name) for name in names)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ({"networks": ["front", "back"]}, named("front", "back")),
        ({"networks": {"front": None, "back": {"aliases": ["x"]}}}, named("front", "back")),
        ({"networks": ["default", "front"]}, (ShownNetwork(Share.DEFAULT), *named("front"))),
        ({"networks": ["default"]}, ()),
        ({"networks": {"default": None}}, ()),
        ({"networks": ["front", "", None, 5, ["x"]]}, named("front")),
        ({"networks": "front"}, ()),
        ({"network_mode": "host"}, (ShownNetwork(Share.HOST),)),
        ({"network_mode": "none"}, (ShownNetwork(Share.NONE),)),
        ({"network_mode": "service:vpn"}, (ShownNetwork(Share.SERVICE, "vpn"),)),
        ({"network_mode": "container:vpn"}, (ShownNetwork(Share.CONTAINER, "vpn"),)),
        ({"network_mode": "bridge"}, named("bridge")),
        ({"network_mode": "default"}, ()),
        ({"network_mode": "service:"}, named("service:")),
        ({"network_mode": "${MODE:-host}"}, (ShownNetwork(Share.HOST),)),
        ({"network_mode": "${MODE}"}, named("MODE")),
        ({"network_mode": "service:${VPN}"}, (ShownNetwork(Share.SERVICE, "VPN"),)),
        ({"network_mode": ["host"]}, ()),
        ({"network_mode": "host", "networks": ["front"]}, (ShownNetwork(Share.HOST), *named("front"))),
    ],
)
def test_networks(summed, keys, shown):
    text = json.dumps({"services": {"a": {"image": "x", **keys}}})
    assert summed(text).services[0].networks == shown
