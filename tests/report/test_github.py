"""Annotations, as GitHub's runner reads them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from estiba.catalogue import catalogue_for
from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.report.github import write_github
from estiba.report.result import Result
from workflow_commands import Command, command_of, lines_of

ENGLISH = catalogue_for("en")
NASTY = st.text() | st.text("%:,=#[]\r\n 0ADx\u0301\u00ad\u200d", max_size=12)


def odd_tag(path="a.md", tag="<x>", severity=Severity.WARNING, line=3):
    return Problem("odd-tag", severity, path, Position(line, 7), values={"tag": tag})


def written(*problems):
    return write_github(Result(tuple(problems), {}, 1, 0), ENGLISH)


def message(tag):
    return f"the tag '{tag}' is hardly a word; use letters, digits, '-' and '/' [odd-tag]"


@pytest.mark.parametrize(
    ("path", "tag", "expected"),
    [
        ("a.md", "std::vec", f"::warning file=a.md,line=3,col=7,title=odd-tag::{message('std::vec')}"),
        (
            "::error::x.md",
            "x",
            f"::warning file=%3A%3Aerror%3A%3Ax.md,line=3,col=7,title=odd-tag::{message('x')}",
        ),
        ("a,b=%0A.md", "x", f"::warning file=a%2Cb=%250A.md,line=3,col=7,title=odd-tag::{message('x')}"),
        ("a\r\nb.md", "50 %", f"::warning file=a%0D%0Ab.md,line=3,col=7,title=odd-tag::{message('50 %25')}"),
        (
            "a.md",
            "x\n::error::y",
            f"::warning file=a.md,line=3,col=7,title=odd-tag::{message('x%0A::error::y')}",
        ),
    ],
)
def test_what_is_written(path, tag, expected):
    assert written(odd_tag(path, tag)) == expected + "\n"


@pytest.mark.parametrize(
    ("severity", "name"),
    [
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.ADVICE, "notice"),
        (Severity.INFO, "notice"),
    ],
)
def test_severities(severity, name):
    assert command_of(written(odd_tag(severity=severity)).removesuffix("\n")).name == name


@given(NASTY.filter(bool), NASTY)
@example("::error::x", "::stop-commands::y")
@example("a.md", "##[stop-commands]y")
@settings(derandomize=True, deadline=None)
def test_the_runner_gets_back_what_was_said_and_nothing_else(path, tag):
    line, rest = lines_of(written(odd_tag(path, tag)))
    assert rest == ""
    assert command_of(line) == Command(
        "warning", {"file": path, "line": "3", "col": "7", "title": "odd-tag"}, message(tag)
    )


def test_a_message_that_begins_with_a_mark_stands_apart_from_the_colons():
    values = {"service": "\u0301::", "finding": "runs as root", "rule": "CL-1"}
    problem = Problem("compose-lint", Severity.ADVICE, "a.md", Position(1, 1), "finding", values)
    assert "title=compose-lint:: \u0301::: runs as root" in written(problem)


def test_more_than_github_shows_is_said_first():
    many = [odd_tag(line=line) for line in range(11)]
    assert written(*many[:10], odd_tag(severity=Severity.ERROR)).startswith("::warning file=")
    text = written(*many, odd_tag(severity=Severity.ERROR))
    assert text.partition("\n")[0] == (
        "::notice title=estiba::1 error, 11 warnings; GitHub shows 10 of each, the log has all"
    )
    assert text.count("\n::") == 12


def test_nothing_wrong_is_nothing_written():
    assert written() == ""
