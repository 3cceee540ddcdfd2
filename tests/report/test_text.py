"""Problems as an author sees them at a terminal."""

from __future__ import annotations

import dataclasses
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.catalogue import catalogue_for
from estiba.position import Position
from estiba.problem import Fix, Problem, Severity
from estiba.report.printable import columns, printable
from estiba.report.result import Result
from estiba.report.text import write_text

ENGLISH = catalogue_for("en")


def result_of(line, column, *, severity=Severity.ERROR, path="a.md", tag="x"):
    problem = Problem("odd-tag", severity, path, Position(1, column), values={"tag": tag})
    return Result((problem,), {path: [line]}, 1, 0)


def caret_of(line, column):
    text = write_text(result_of(line, column), ENGLISH, colour=False, everything=False)
    quoted, caret = text.splitlines()[1:3]
    return quoted, caret


def test_caret_stands_below_the_place():
    assert caret_of("tags: [web, <x>]", 13) == ("     1 | tags: [web, <x>]", "       |             ^")


def test_caret_stands_right_behind_wide_letters_and_tabs():
    quoted, caret = caret_of("ñ\t漢字 <x>", 6)
    assert quoted == "     1 | ñ 漢字 <x>"
    assert columns(quoted[: quoted.index("<")]) == caret.index("^")


def test_long_line_is_quoted_around_the_place():
    quoted, caret = caret_of("a" * 5000 + "<" + "b" * 5000, 5001)
    assert len(quoted) < 120
    assert quoted[caret.index("^")] == "<"


def test_colour_is_asked_for():
    coloured = write_text(result_of("x", 1), ENGLISH, colour=True, everything=False)
    plain = write_text(result_of("x", 1), ENGLISH, colour=False, everything=False)
    assert "\x1b[31;1merror\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


def test_what_can_be_mended_is_counted_though_it_is_not_shown():
    result = result_of("x", 1, severity=Severity.INFO)
    fixable = dataclasses.replace(result.problems[0], fix=Fix(Position(1, 1), "x", "y"))
    result = dataclasses.replace(result, problems=(*result.problems, fixable))
    assert write_text(result, ENGLISH, colour=False, everything=False).splitlines()[1:] == [
        "2 more to know: --all shows them",
        "'estiba fix' mends 1 of them",
    ]


def test_information_is_counted_until_it_is_asked_for():
    result = result_of("x", 1, severity=Severity.INFO)
    assert write_text(result, ENGLISH, colour=False, everything=False) == (
        "0 errors, 0 warnings in 1 note and 0 examples\n1 more to know: --all shows it\n"
    )
    assert "a.md:1:1: info: " in write_text(result, ENGLISH, colour=False, everything=True)


@given(st.text(), st.text(min_size=1), st.text(), st.integers(1, 50))
@settings(derandomize=True, deadline=None)
def test_nothing_of_a_note_steers_the_terminal(line, path, tag, column):
    result = result_of(line, column, path=path, tag=tag)
    text = write_text(result, ENGLISH, colour=False, everything=True)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_printable_keeps_what_can_be_seen(text):
    shown = printable(text)
    visible = [char for char in text if char.isprintable()]
    assert [char for char in visible if char not in shown] == []
