from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.review.line_matching import matching_lines

LINES = st.lists(st.sampled_from("abcdefgh"), max_size=30)


@given(LINES, LINES)
def test_lines_that_match_are_the_same_and_in_order(before, after):
    pairs = matching_lines(before, after)
    assert all(before[old] == after[new] for old, new in pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))


@given(LINES)
def test_all_lines_of_the_same_text_match(lines):
    assert matching_lines(lines, lines) == [(at, at) for at in range(len(lines))]


def test_a_line_that_moves_does_not_take_others_along():
    assert matching_lines(list("abcde"), list("acdbe")) == [(0, 0), (2, 1), (3, 2), (4, 4)]


def test_lines_that_come_again_are_told_apart_by_those_around_them():
    before = ["def a", "{", "}", "def b", "{", "}"]
    after = ["def a", "{", "}", "def c", "{", "}", "def b", "{", "}"]
    assert matching_lines(before, after) == [(0, 0), (1, 1), (2, 2), (3, 6), (4, 7), (5, 8)]


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        (["x"] * 50_000, ["x"] * 49_999 + ["y"], 49_999),
        (["x"] * 50_000, ["y"] + ["x"] * 20_000 + ["z"], 0),
        ([str(at) for at in range(50_000)], [str(at) for at in range(50_000, 0, -1)], 1),
    ],
    ids=["equal", "equal-with-other-ends", "turned-around"],
)
def test_many_lines_that_are_alike_end_in_time(before, after, kept):
    assert len(matching_lines(before, after)) == kept
