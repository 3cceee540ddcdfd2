"""A Compose file as plain values, with the place of each."""

from __future__ import annotations

import pytest

from estiba.compose.reading.tree import read_values, repeated_keys
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


def test_reset_takes_an_entry_away():
    values = values_of("services: {a: {ports: [80, !reset 81, 82]}}\n")
    assert values.root["services"]["a"]["ports"] == [80, 82]


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("1: a\n", "value", "1"),
        ("1.5: a\n", "value", "1.5"),
        ("true: a\n", "value", "true"),
        ("~: a\n", "value", "~"),
        ("2024-01-02: a\n", "value", "2024-01-02"),
        ("? [a]\n: b\n", "collection", ""),
        ("{{ a }}: b\n", "collection", ""),
        ("a: {<<: text, b: c}\n", "merge", ""),
        ("a: {<<: [{b: c}, text]}\n", "merge", ""),
        ("a: {<<: , b: c}\n", "merge", ""),
    ],
)
def test_odd_key(text, kind, named):
    (odd,) = values_of(text).odd_keys
    assert (odd.kind, odd.text) == (kind, named)
    assert text[odd.offset :].startswith(("<<", "[", "{ a", named or "{"))


@pytest.mark.parametrize("key", ['"1"', "yes", "on", "no", "!!str 1", "'2024-01-02'", "1a", '"<<"', "22:22"])
def test_key_that_is_a_text(key):
    assert values_of(f"{key}: a\n").odd_keys == []


USED = """\
x-env: &env
  TZ: UTC
x-ports: &ports ["80:80"]
services:
  web:
    environment: *env
    ports: *ports
  api:
    environment:
      <<: *env
      A: b
    ports:
      - &port "81:81"
  job:
    ports: [*port]
"""


@pytest.mark.parametrize(
    ("path", "stands", "used"),
    [
        (("web", "environment"), "&env", "environment: *env"),
        (("web", "environment", "TZ"), "UTC", "environment: *env"),
        (("web", "ports", 0), '"80:80"', "ports: *ports"),
        (("api", "environment", "TZ"), "UTC", "<<: *env"),
        (("api", "environment", "A"), "b", None),
        (("api", "ports", 0), '&port "81:81"', None),
        (("job", "ports", 0), '&port "81:81"', "[*port]"),
    ],
)
def test_place_of_what_an_alias_brings_in(path, stands, used):
    place = values_of(USED).place(("services", *path))
    assert USED[place.value :].startswith(stands)
    if used is None:
        assert place.used is None
    else:
        assert USED[place.used or 0 :].startswith(used)


def test_templates_and_unset_variables():
    text = "a: $X\nb: ${Y:-c}\nd: $$\ne: '${'\nf: [$Z]\n"
    values = read_values(read_documents(text)[0], {"Z": "z"})
    assert values.root == {"a": "", "b": "c", "d": "$", "e": "${", "f": ["z"]}
    assert list(values.templates) == [("a",), ("b",), ("d",), ("f", 0)]
    assert values.unset == {("a",): ("X",)}
    assert [(one.path, one.fault.kind) for one in values.misread_templates] == [(("e",), "unclosed")]


def test_keys_hold_no_variables():
    assert read_values(read_documents("$X: a\n")[0], {"X": "b"}).root == {"$X": "a"}


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
