"""A Compose file as plain values, with the place of each."""

from __future__ import annotations

import pytest

from estiba.compose.tree import read_values, repeated_keys
from estiba.yaml_tree import read_documents

MERGED = """\
x-common: &common
  restart: always
  environment: {TZ: UTC}
x-more: &more
  restart: "no"
  init: true
services:
  web:
    <<: [*common, *more]
    image: nginx
    environment: {A: 1}
"""


def values_of(text):
    return read_values(read_documents(text)[0])


def test_merge_keys_are_carried_out_and_own_keys_win():
    web = values_of(MERGED).root["services"]["web"]
    assert web == {"image": "nginx", "environment": {"A": 1}, "restart": "always", "init": True}


def test_merged_key_stands_where_its_anchor_does():
    values = values_of(MERGED)
    place = values.place(("services", "web", "init"))
    assert MERGED[place.key :].startswith("init: true")
    assert MERGED[values.place(("services", "web", "image")).value :].startswith("nginx")


def test_place_of_what_is_not_there_is_that_of_the_nearest_thing_above():
    values = values_of(MERGED)
    assert values.place(("services", "web", "none", 3)) == values.place(("services", "web"))


def test_lists_lose_repeated_entries_but_keep_their_places():
    text = 'services: {a: {ports: ["80:80", 80:80, "81:81"], group_add: [a, a]}}\n'
    values = values_of(text)
    assert values.root["services"]["a"] == {"ports": ["80:80", "81:81"], "group_add": ["a", "a"]}
    assert text[values.place(("services", "a", "ports", 1)).value :].startswith('"81:81"')


def test_one_and_true_are_two_entries():
    assert values_of("a: [1, true, 1.0]\n").root == {"a": [1, True, 1.0]}


def test_reset_takes_a_key_away():
    assert values_of("services: {a: {image: b, ports: !reset []}}\n").root == {
        "services": {"a": {"image": "b"}}
    }


def test_dates_are_named():
    assert values_of("a: {b: 2024-01-02, c: '2024-01-02'}\n").dates == [("a", "b")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", [("a", 1, 0)]),
        ("a: {b: 1, b: 2, b: 3}\n", [("b", 1, 0), ("b", 2, 0)]),
        ("a: &x {b: 1, b: 2}\nc: *x\n", [("b", 1, 0)]),
        ("a: [{b: 1}, {b: 2}]\n", []),
        ("a: {<<: {}, <<: {}}\n", [("<<", 1, 0)]),
    ],
)
def test_repeated_keys(text, found):
    root = read_documents(text)[0]
    starts = [
        index
        for index in range(len(text))
        for key in {one[0] for one in found}
        if text.startswith(f"{key}:", index)
    ]
    assert [
        (one.key, starts.index(one.offset), starts.index(one.first)) for one in repeated_keys(root)
    ] == found
