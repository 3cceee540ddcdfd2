"""Lines that stand for what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.excerpts import is_without_source, mask_ellipses
from estiba.yaml_tree import read_documents


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("a:\n  ...\n  b: c\n", "a:\n  ###\n  b: c\n"),
        ("...\na: b\n", "###\na: b\n"),
        ("a:\n  \u2026 \nb: c\n", "a:\n  ##\nb: c\n"),
        ("a:\n  .....\t\nb: c\n", "a:\n  ######\nb: c\n"),
        ("a: b\n...\n", "a: b\n...\n"),
        ("a: b\n...", "a: b\n..."),
        ("a: b\n...\n\n \n", "a: b\n...\n\n \n"),
        ("a:\n  ...\n", "a:\n  ###\n"),
        ("a: b\n...\nc: d\n", "a: b\n###\nc: d\n"),
        ("a: ...\n# ...\n- ...\n..\n", "a: ...\n# ...\n- ...\n..\n"),
        ("", ""),
    ],
)
def test_mask(text, masked):
    assert mask_ellipses(text) == masked


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(st.sampled_from(["...", "\u2026", " ", "\t", "\n", "a: b", "# ", "- ", ".", "\r"])).map("".join)
)
def test_a_masked_text_keeps_its_length_and_its_lines(text):
    masked = mask_ellipses(text)
    assert len(masked) == len(text)
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]
    assert masked.replace("#", ".") == text.replace("#", ".") or set(text) & {"\u2026", " ", "\t"}
    assert mask_ellipses(masked) == masked


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("services: {a: {ports: []}}", True),
        ("services: {a: {ports: []}, b: {image: x}}", False),
        ("services: {a: {build: .}}", False),
        ("services: {a: {extends: b}}", False),
        ("services: {a: {provider: {type: x}}}", False),
        ("services: {a: {<<: {image: x}}}", False),
        ("services: {a: {<<: [{ports: []}, {<<: {image: x}}]}}", False),
        ("services: {a: {'<<': {image: x}}}", True),
        ("services: {a: {ports: []}}\n---\nservices: {a: {image: x}}", False),
        ("include: [a]", False),
        ("include: [a]\nservices: {a: {ports: []}}", True),
        ("services: [image]", True),
        ("volumes: {image: {}}", True),
    ],
)
def test_without_source(text, without):
    assert is_without_source(tuple(read_documents(text))) is without
