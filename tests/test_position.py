from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.position import LineMap, Position

ODD_LINES = st.text(st.sampled_from("a é😀\n\r\t\v\f\x1c\x85\u2028\u2029\u0301"), max_size=40)


def count_naively(text: str, offset: int) -> Position:
    before = text[:offset].split("\n")
    return Position(len(before), len(before[-1]) + 1)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=40) | ODD_LINES)
def test_every_offset_has_the_position_that_counting_gives(text):
    lines = LineMap.of(text)
    for offset in range(len(text) + 1):
        assert lines.position(offset) == count_naively(text, offset)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("a", 1, (1, 2)),
        ("a\n", 2, (2, 1)),
        ("a\n\nb", 3, (3, 1)),
        ("😀😀x", 2, (1, 3)),
        ("n\u0303x", 2, (1, 3)),
        ("a\u2028b\x85c\rd", 6, (1, 7)),
    ],
)
def test_columns_count_code_points_and_only_a_line_feed_ends_a_line(text, offset, expected):
    assert LineMap.of(text).position(offset) == expected


def test_a_text_may_begin_further_down_in_its_file():
    assert LineMap.of("a\nb", first_line=10).position(2) == (11, 1)
