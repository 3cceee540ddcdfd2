"""Merge keys written out, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest

from estiba.compose.reading.merge_keys import is_merge_key, written_out
from estiba.compose.reading.tree import read_values
from estiba.yaml_tree import read_documents


def plain_value(node):
    return read_values(node).root


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: {<<: {b: 1}, c: 2}", {"a": {"c": 2, "b": 1}}),
        ("a: {<<: {b: 1}, b: 2}", {"a": {"b": 2}}),
        ("a: {<<: [{b: 1}, {b: 2, c: 3}]}", {"a": {"b": 1, "c": 3}}),
        ("a: &a {<<: {b: 1}, c: 2}\nd: {<<: *a, b: 4}", {"a": {"c": 2, "b": 1}, "d": {"b": 4, "c": 2}}),
        ("a: [{<<: {b: 1}}]", {"a": [{"b": 1}]}),
        ("a: {!!merge <<: {b: 1}}", {"a": {"b": 1}}),
    ],
)
def test_written_out_it_has_the_same_values(text, value):
    root = read_documents(text)[0]
    assert plain_value(written_out(root)) == plain_value(root) == value


def test_what_has_no_merge_keys_is_itself():
    root = read_documents('a: {b: [c, {d: e}]}\n"<<": {f: g}')[0]
    assert written_out(root) is root


def test_what_leads_to_no_mapping_stays():
    (pair,) = written_out(read_documents("<<: [a]")[0]).pairs
    assert is_merge_key(pair[0])


@pytest.mark.parametrize(
    ("key", "merges"), [("<<", True), ('"<<"', False), ("!!str <<", False), ("<", False)]
)
def test_merge_key(key, merges):
    assert is_merge_key(read_documents(f"{key}: a")[0].pairs[0][0]) is merges


def test_aliases_are_written_out_once():
    text = "a0: &a0 {<<: {k: v}}\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 12))
    root = written_out(read_documents(text)[0])
    first, second = root.get("a11").items
    assert first is second
