"""Fingerprints of problems: the same while lines move, and no two the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from estiba.checks.fingerprints import fingerprints
from estiba.position import Position
from estiba.problem import Problem, Severity


def problem(check="c", path="a.md", line=1, column=1, variant="", **values):
    return Problem(check, Severity.ERROR, path, Position(line, column), variant, values)


def one(problem, *lines):
    return fingerprints([problem], {problem.path: lines})[0]


def test_lines_may_move_and_be_indented_otherwise():
    assert one(problem(line=1, column=3), "a b") == one(problem(line=3, column=5), "", "", "  a b")
    assert one(problem(nearest="x"), "a") == one(problem(nearest="y"), "a")


def test_all_else_counts():
    others = [
        one(problem(), "a"),
        one(problem(), "b"),
        one(problem(check="d"), "a"),
        one(problem(variant="v"), "a"),
        one(problem(path="b.md"), "a"),
        one(problem(column=2), "a a"),
    ]
    assert len(set(others)) == len(others)


def test_a_line_that_is_not_there():
    assert one(problem(line=9)) == one(problem(line=5), "a")


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3), st.text(max_size=2)), max_size=8))
def test_no_two_are_the_same(places):
    problems = [problem(line=line, column=column, variant=variant) for line, column, variant in places]
    found = fingerprints(problems, {"a.md": ["x", "x", "  y"]})
    assert len(set(found)) == len(problems)
    assert all(len(name) == 32 and set(name) <= set("0123456789abcdef") for name in found)


@given(st.permutations(["a", "b", "c"]))
def test_order_of_other_problems_does_not_count(lines):
    problems = [problem(line=number) for number in (1, 2, 3)]
    found = dict(zip(lines, fingerprints(problems, {"a.md": lines}), strict=True))
    assert found == dict(zip("abc", fingerprints(problems, {"a.md": list("abc")}), strict=True))
