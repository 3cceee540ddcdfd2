"""Circles among things that lead to one another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.project.circles import circles


@pytest.mark.parametrize(
    ("edges", "found"),
    [
        ({}, []),
        ({"a": ["b", "c"], "b": ["c"], "c": []}, []),
        ({"a": ["a"]}, [("a", "a")]),
        ({"a": ["b"], "b": ["a"]}, [("a", "b", "a")]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, [("b", "c", "b")]),
        ({"a": ["b", "b"], "b": ["a", "a"]}, [("a", "b", "a")]),
        ({"a": ["b"], "b": ["a", "b"]}, [("a", "b", "a"), ("b", "b")]),
        ({"a": ["elsewhere"]}, []),
    ],
)
def test_circles(edges, found):
    assert list(circles(edges)) == found


def test_long_chain_needs_no_deep_stack():
    edges = {str(number): [str(number + 1)] for number in range(5000)} | {"5000": ["0"]}
    (circle,) = circles(edges)
    assert (circle[0], len(circle)) == ("0", 5002)


NAMES = st.sampled_from("abcde")


@settings(max_examples=100)
@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=4)))
def test_what_is_given_is_a_circle_and_none_is_given_twice(edges):
    found = list(circles(edges))
    for circle in found:
        assert circle[0] == circle[-1]
        assert all(after in edges[name] for name, after in pairwise(circle))
    assert len(set(found)) == len(found)
    assert bool(found) == _has_circle(edges)


def _has_circle(edges):
    """Whether names are left once those that lead nowhere are taken out, over and over."""
    left = {name: set(after) for name, after in edges.items()}
    while leaves := [name for name, after in left.items() if not after & left.keys()]:
        for name in leaves:
            del left[name]
    return bool(left)
