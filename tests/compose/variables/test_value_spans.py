from __future__ import annotations

import pytest

from estiba.compose.variables.styles import styles_of
from estiba.compose.variables.value_spans import written
from estiba.yaml_tree import Mapping, Scalar, read_documents


def value_of(text):
    (root,) = read_documents(text)
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    ("text", "part", "there"),
    [
        ("a: one two", "two", "two"),
        ("a: 'one two'", "one", "one"),
        ('a: "one two"', "one two", "one two"),
        ("a: &x one two", "two", "two"),
        ("a: !!str 'one two'", "two", "two"),
        ("a: &x\n  'one two'", "two", "two"),
        ("a: one\n  two", "two", "two"),
        ("a: one\n  two", "one two", "one\n  two"),
        ("a: |\n  one\n  two\n", "one\ntwo", "one\n  two"),
        ("a: >-\n  one\n  two\n", "two", "two"),
        ("a: 'it''s'", "it's", "it''s"),
        ("a: 'it''s one'", "one", "one"),
        ('a: "\\u0061b one"', "one", "one"),
        ('a: "\\u0061b one"', "ab", "\\u0061b"),
        ('a: "\\u0061b"', "ab", "\\u0061b"),
    ],
)
def test_part_of_a_value_is_found_as_it_is_written(text, part, there):
    value = value_of(text)
    place = written(text, value)
    assert place is not None
    start = value.text.index(part)
    span = place.span(start, start + len(part))
    assert (text[slice(*span)] if span else None) == there


@pytest.mark.parametrize(
    ("source", "value"),
    [("KEY: one", "KEY=one"), ('KEY: "one"', "KEY=one"), ("KEY=one", "one"), ("'KEY=one'", "one")],
)
def test_value_that_was_put_together_is_found(source, value):
    place = written("- " + source, Scalar(value, 2, 2 + len(source), plain=False))
    assert place is not None
    start = value.index("one")
    span = place.span(start, start + 3)
    assert span is not None
    assert ("- " + source)[slice(*span)] == "one"
    assert place.span(0, 2) is None or value == "one"


@pytest.mark.parametrize("source", ["KEY: [one]", "other", "{", "a: 1\nb: 2"])
def test_value_that_is_not_there_is_not_found(source):
    assert written(source, Scalar("KEY=one", 0, len(source), plain=False)) is None


def test_span_outside_of_the_value():
    place = written("a: one", value_of("a: one"))
    assert place is not None
    assert place.span(1, 9) is None
    assert place.span(2, 2) is None


def test_styles():
    text = "a: &x one\nb: [two, \"three\"]\nc: {d: 'four'}\ne: |\n  five\nf: >\n  six\n"
    found = [(text[one.start : one.end].strip(), one.mark, one.is_in_brackets) for one in styles_of(text)]
    assert found[1::2] == [
        ("one", "", False),
        ("two", "", True),
        ("c", "", False),
        ("'four'", "'", True),
        ("|\n  five", "|", False),
        (">\n  six", ">", False),
    ]
    assert styles_of("a: [") == []
