"""Safe fixes in the bytes of a file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.position import LineMap, Position
from estiba.problem import Fix
from estiba.vault.mending import mend
from estiba.vault.source import decode


@pytest.mark.parametrize(
    ("before", "fixes", "after"),
    [
        ("a: rde\n", [Fix(Position(1, 4), "rde", "red")], "a: red\n"),
        ("x\r\na: rde # ñ\r\n", [Fix(Position(2, 4), "rde", "red")], "x\r\na: red # ñ\r\n"),
        ("\ufeffrde\rx\r\n", [Fix(Position(1, 1), "rde", "red")], "\ufeffred\rx\r\n"),
        ("x\rñ rde", [Fix(Position(2, 3), "rde", "red")], "x\rñ red"),
        (
            "[aa, bb, cc]",
            [Fix(Position(1, 2), "aa", "largo"), Fix(Position(1, 10), "cc", "c")],
            "[largo, bb, c]",
        ),
    ],
)
def test_only_what_is_named_changes(before, fixes, after):
    assert mend(before.encode(), fixes) == (after.encode(), len(fixes))


@pytest.mark.parametrize(
    "fix",
    [
        Fix(Position(1, 2), "rde", "red"),
        Fix(Position(9, 1), "rde", "red"),
        Fix(Position(1, 99), "rde", "red"),
        Fix(Position(2, 1), "a\nc", "red"),
        Fix(Position(3, 1), "b\n\nc", "red"),
    ],
)
def test_what_is_not_there_is_not_mended(fix):
    assert mend(b"rde\na\nb\n", [fix]) == (b"rde\na\nb\n", 0)


LINES = "a\r\nb\nc\rd"


@pytest.mark.parametrize(
    ("fix", "after"),
    [
        (Fix(Position(2, 1), "b\n", ""), "a\r\nc\rd"),
        (Fix(Position(1, 1), "a\nb\n", ""), "c\rd"),
        (Fix(Position(1, 2), "\nb", ""), "a\nc\rd"),
        (Fix(Position(3, 2), "\nd", ""), "a\r\nb\nc"),
        (Fix(Position(1, 1), "a\nb\nc", "A\nB\nC"), "A\r\nB\nC\rd"),
        (Fix(Position(1, 1), "a\nb\nc\nd", "a\nc\nd"), "a\r\nc\rd"),
        (Fix(Position(1, 1), "a\nb\nc\nd", "b\nx"), "b\nx"),
        (Fix(Position(1, 1), "a\nb\nc\nd", "y\nx"), "y\r\nx"),
        (Fix(Position(1, 1), "a", "x\ny"), "x\r\ny\r\nb\nc\rd"),
        (Fix(Position(4, 1), "d", "x\ny\n"), "a\r\nb\nc\rx\ry\r"),
    ],
)
def test_a_fix_over_lines_leaves_each_line_its_end(fix, after):
    assert mend(LINES.encode(), [fix]) == (after.encode(), 1)


def test_a_new_line_of_a_file_of_one_line_ends_as_most_do():
    assert mend(b"a", [Fix(Position(1, 1), "a", "b\n")]) == (b"b\n", 1)


def test_fixes_that_follow_one_another_are_both_put_in():
    fixes = [Fix(Position(2, 1), "b\n", ""), Fix(Position(3, 1), "c\n", "")]
    assert mend(LINES.encode(), fixes) == (b"a\r\nd", 2)


def test_of_two_that_touch_one_is_left_out():
    fixes = [Fix(Position(1, 1), "abc", "x"), Fix(Position(1, 3), "cd", "y")]
    assert mend(b"abcd", fixes) == (b"aby", 1)


def test_the_same_twice_is_put_in_once():
    assert mend(b"ab", [Fix(Position(1, 1), "a", "aa")] * 2) == (b"aab", 1)


def test_what_is_no_text_stays():
    assert mend(b"\xff rde", [Fix(Position(1, 1), "rde", "red")]) == (b"\xff rde", 0)


@given(st.text(alphabet="ab\r\n\u2028ñ#", max_size=40), st.data())
@settings(derandomize=True, deadline=None)
def test_a_place_in_the_text_that_was_read_is_that_place_in_the_bytes(text, data):
    read = decode(text.encode())
    places = [index for index, char in enumerate(read) if char != "\n"]
    if not places:
        return
    index = data.draw(st.sampled_from(places))
    fix = Fix(LineMap.of(read).position(index), read[index], "Z")
    after, count = mend(text.encode(), [fix])
    assert count == 1
    assert decode(after) == read[:index] + "Z" + read[index + 1 :]
    assert after.decode().replace("Z", read[index]) == text
