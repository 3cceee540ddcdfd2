"""Ports of the host, as they are shown."""

from __future__ import annotations

import json

import pytest

from estiba.compose.project.summary.ports import ShownPort


def ports_of(summed, entries, *, extra="", **variables):
    text = f"services:\n  a:\n    image: x\n    ports: {json.dumps(entries)}\n{extra}"
    summary = summed(text, variables)
    return summary.services[0].ports, summary.ports


@pytest.mark.parametrize(
    ("entry", "shown"),
    [
        ("8080:80", ShownPort("", "8080", "80/tcp")),
        ("127.0.0.1:8080:80/udp", ShownPort("127.0.0.1", "8080", "80/udp")),
        ("[::1]:8080:80", ShownPort("[::1]", "8080", "80/tcp")),
        ("80", ShownPort("", "", "80/tcp")),
        (80, ShownPort("", "", "80/tcp")),
        ("127.0.0.1::80", ShownPort("127.0.0.1", "", "80/tcp")),
        ("8000-8002:80-82", ShownPort("", "8000-8002", "80-82/tcp", 3)),
        ("8000-8002:80", ShownPort("", "8000-8002", "80/tcp", 3)),
        ("8000-8002", ShownPort("", "", "8000-8002/tcp", 3)),
        ("${PORT:-8080}:80", ShownPort("", "8080", "80/tcp")),
        ("${PORT}:80", ShownPort("", "PORT", "80/tcp")),
        ("$PORT:80/udp", ShownPort("", "PORT", "80/udp")),
        ("${IP:?which: one?}:53:53/udp", ShownPort("IP", "53", "53/udp")),
        ("${IP:-127.0.0.1}:${PORT}:${INSIDE:-80}", ShownPort("127.0.0.1", "PORT", "80/tcp")),
        ("${PORT}/udp", ShownPort("", "", "PORT/udp")),
        ("[::1]:${PORT}:80", ShownPort("[::1]", "PORT", "80/tcp")),
        ("${PORT:+1}${OTHER}:80", ShownPort("", "OTHER", "80/tcp")),
        ("${A:-${B:-80}}${C}:80", ShownPort("", "80C", "80/tcp")),
        ("${A:-${B}}:80", ShownPort("", "A", "80/tcp")),
        ("${PORTS}", ShownPort("", "PORTS", "")),
        ({"target": 80}, ShownPort("", "", "80/tcp")),
        ({"target": 80, "published": "8080", "host_ip": "::1"}, ShownPort("[::1]", "8080", "80/tcp")),
        ({"target": 80, "published": "${PORT}", "protocol": "udp"}, ShownPort("", "PORT", "80/udp")),
        ({"target": "${IN}", "published": "${OUT:-81}"}, ShownPort("", "81", "IN/tcp")),
        ("8080:80/tpc", ShownPort("", "8080:80/tpc", "")),
        ("http:80", ShownPort("", "http:80", "")),
        ("${PORT:80", ShownPort("", "${PORT:80", "")),
        (80.5, ShownPort("", "80.5", "")),
        ({"target": 80, "host_ip": "here", "published": 1}, ShownPort("here", "1", "80/tcp")),
    ],
)
def test_an_entry(summed, entry, shown):
    assert ports_of(summed, [entry]) == ((shown,), shown.count)


@pytest.mark.parametrize("entry", [None, "", {}, {"published": 80}, [], ["80:80"]])
def test_what_says_nothing_is_left_out(summed, entry):
    assert ports_of(summed, [entry]) == ((), 0)


@pytest.mark.parametrize("entries", [None, "80:80", {"80": "80"}, 80])
def test_what_is_no_list_is_left_out(summed, entries):
    assert ports_of(summed, entries) == ((), 0)


def test_a_variable_with_a_value_is_that_value(summed):
    shown, _ = ports_of(
        summed, ["${IP}:53:53", {"target": 80, "published": "${PORT}"}], IP="10.0.0.1", PORT="81"
    )
    assert shown == (ShownPort("10.0.0.1", "53", "53/tcp"), ShownPort("", "81", "80/tcp"))


@pytest.mark.parametrize("mode", ["host", "none", "service:b", "container:b"])
def test_a_service_without_a_network_of_its_own_publishes_nothing(summed, mode):
    assert ports_of(summed, ["80:80"], extra=f"    network_mode: '{mode}'\n") == ((), 0)


def test_ports_keep_their_order(summed):
    shown, count = ports_of(summed, ["3:3", "${TWO}:2", "bad:1", "1:1"])
    assert [one.published for one in shown] == ["3", "TWO", "bad:1", "1"]
    assert count == 4


def test_a_long_entry_is_cut(summed):
    shown, _ = ports_of(summed, ["x" * 1000, "${A}" + ":x" * 1000])
    assert [len(one.published + one.address) for one in shown] == [401, 402]
