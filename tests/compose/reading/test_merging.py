"""Documents laid over one another, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.reading.merging import merge, merge_documents
from estiba.compose.reading.tree import read_values
from estiba.yaml_tree import read_documents


def merged(base, over, key):
    """Give what comes of `over` over `base` under `key` of a service; None where nothing does."""
    texts = [f"services:\n  web:\n    {key}: {value}\n" for value in (base, over)]
    root = merge_documents([read_documents(text)[0] for text in texts])
    return read_values(root).root["services"]["web"].get(key)


STARTED = {"condition": "service_started"}
HEALTHY = "{condition: service_healthy}"


@pytest.mark.parametrize(
    ("key", "base", "over", "value"),
    [
        ("image", "a", "b", "b"),
        ("image", "a", "null", "a"),
        ("image", "a", "", "a"),
        ("image", "a", '""', ""),
        ("init", "true", "false", False),
        ("command", "[a, b]", "c", "c"),
        ("command", "[a, b]", "[c]", ["c"]),
        ("command", "[a, b]", "null", None),
        ("entrypoint", "a", "[b]", ["b"]),
        (
            "healthcheck",
            "{test: [CMD, a], retries: 1}",
            "{test: [CMD, b]}",
            {"test": ["CMD", "b"], "retries": 1},
        ),
        ("cap_add", "[A]", "[B, A]", ["A", "B"]),
        ("group_add", "[a]", "[b, a]", ["a", "b", "a"]),
        ("environment", "{A: 1, B: 2}", "{A: 3, C: 4}", {"A": 3, "B": 2, "C": 4}),
        ("environment", "{A: 1, B: 2}", "{A: }", {"A": None, "B": 2}),
        ("environment", "{A: 1, B: 2}", "null", {"A": 1, "B": 2}),
        ("environment", "[A=1, B]", "[A=2]", ["A=1", "B", "A=2"]),
        ("environment", "{A: 1, B: 2}", "[A=3, C, D=e=f]", {"A": "3", "B": 2, "C": None, "D": "e=f"}),
        ("environment", "[A=1, B]", "{A: 3}", {"A": "3", "B": None} | {"A": 3}),
        ("environment", "[A=1]", "B", ["A=1", "B"]),
        ("labels", "[a=1]", "{b: 2}", {"a": "1", "b": 2}),
        ("sysctls", "{a.b: 1}", "[a.b=2]", {"a.b": "2"}),
        ("dns", "1.1.1.1", "[9.9.9.9]", ["1.1.1.1", "9.9.9.9"]),
        ("dns", "1.1.1.1", "8.8.8.8", ["1.1.1.1", "8.8.8.8"]),
        ("tmpfs", "[/a]", "/b", ["/a", "/b"]),
        ("depends_on", "[a]", "[a, b]", {"a": STARTED, "b": STARTED}),
        ("depends_on", "[a]", f"{{b: {HEALTHY}}}", {"a": STARTED, "b": {"condition": "service_healthy"}}),
        ("depends_on", f"{{a: {HEALTHY}}}", "[a]", {"a": STARTED}),
        ("networks", "[a]", "[a, b]", {"a": None, "b": None}),
        ("networks", "{a: {aliases: [x]}}", "[a, b]", {"a": {"aliases": ["x"]}, "b": None}),
        ("networks", "[a]", "{a: {aliases: [x]}}", {"a": {"aliases": ["x"]}}),
        ("models", "[a]", "{a: {endpoint_var: X}}", {"a": {"endpoint_var": "X"}}),
        ("extra_hosts", '["a:1.1.1.1"]', "{a: 2.2.2.2}", ["a:1.1.1.1", "a=2.2.2.2"]),
        ("extra_hosts", '["a:1.1.1.1"]', '["a:1.1.1.1"]', ["a:1.1.1.1"]),
        ("extra_hosts", "{a: 2.2.2.2}", "{a: [1.1.1.1, 2.2.2.2]}", ["a=1.1.1.1", "a=2.2.2.2"]),
        ("build", ".", "{args: [A=1]}", {"context": ".", "args": ["A=1"]}),
        ("build", "{context: a, args: [A=1]}", "{args: {A: 2}}", {"context": "a", "args": {"A": 2}}),
        ("build", "{args: {A: 1}}", "b", {"args": {"A": 1}, "context": "b"}),
        ("logging", "{driver: a, options: {x: y}}", "{driver: b}", {"driver": "b"}),
        ("logging", "{driver: a, options: {x: y}}", "{driver: a}", {"driver": "a", "options": {"x": "y"}}),
        ("logging", "{driver: a}", "{options: {x: y}}", {"driver": "a", "options": {"x": "y"}}),
        ("ulimits", "{nofile: {soft: 1, hard: 2}}", "{nofile: {soft: 3}}", {"nofile": {"soft": 3}}),
        ("ulimits", "{nofile: 1}", "{nproc: 2}", {"nofile": 1, "nproc": 2}),
        ("x-own", "{a: 1}", "{b: 2}", {"a": 1, "b": 2}),
        ("ports", '["80:80"]', "!reset []", None),
        ("ports", '["80:80"]', "!reset", None),
        ("ports", '["80:80"]', '!override ["81:81"]', ["81:81"]),
        ("ports", '!override ["80:80"]', '["81:81"]', ["80:80", "81:81"]),
        ("environment", "{A: 1, B: 2}", "{A: !reset null}", {"B": 2}),
        ("environment", "{A: 1, B: 2}", "!override {C: 3}", {"C": 3}),
    ],
)
def test_value_of_a_service(key, base, over, value):
    assert merged(base, over, key) == value


@pytest.mark.parametrize(
    ("documents", "value"),
    [
        (
            "services: {a: {image: x}}\n---\nservices: {b: {image: y}}",
            {"a": {"image": "x"}, "b": {"image": "y"}},
        ),
        ("services: {a: {image: x}}\n---\nservices: {a: !reset , b: {image: y}}", {"b": {"image": "y"}}),
        ("services: {a: {image: x}}\n---\nservices: !override {b: {image: y}}", {"b": {"image": "y"}}),
        ("services: {a: {image: x}}\n---\nservices: {a: }", {"a": {"image": "x"}}),
        (
            "services: {dns: {image: x}}\n---\nservices: {dns: {image: y, dns: a}}",
            {"dns": {"image": "y", "dns": "a"}},
        ),
    ],
)
def test_services(documents, value):
    assert read_values(merge_documents(read_documents(documents))).root["services"] == value


def test_what_comes_of_it_knows_where_it_stands():
    text = "services: {a: {image: x, dns: [b]}}\n---\nservices: {a: {image: y, dns: c}}\n"
    values = read_values(merge_documents(read_documents(text)))
    assert text[values.place(("services", "a", "image")).value :].startswith("y, dns")
    assert text[values.place(("services", "a", "dns", 0)).value :].startswith("b]")
    assert text[values.place(("services", "a", "dns", 1)).value :].startswith("c}")


scalars = st.integers(0, 9) | st.sampled_from(["a", "b"])
trees = st.recursive(
    scalars, lambda inner: st.dictionaries(st.sampled_from("abcdef"), inner, max_size=3), max_leaves=6
)
roots = st.dictionaries(st.sampled_from("abcdef"), trees, max_size=3)


def tree(value):
    return read_documents(json.dumps(value))[0]


@settings(derandomize=True, deadline=None, max_examples=40)
@given(roots, roots, roots)
def test_the_last_of_three_wins_in_either_order_of_merging(first, second, third):
    left = merge(merge(tree(first), tree(second)), tree(third))
    right = merge(tree(first), merge(tree(second), tree(third)))
    assert read_values(left).root.keys() == read_values(right).root.keys()
    if not (first.keys() & second.keys()) | (second.keys() & third.keys()) | (first.keys() & third.keys()):
        assert read_values(left).root == read_values(right).root == first | second | third


@settings(derandomize=True, deadline=None, max_examples=40)
@given(roots)
def test_over_itself_nothing_changes(root):
    assert read_values(merge(tree(root), tree(root))).root == root
