"""The line of `version:`, taken out."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.mending.judged_file import judge_of_compose_file, judge_of_note
from estiba.vault.mending import mend

RULES = Rules(Config(), dt.date(2026, 1, 1))
REST = "services:\n  web:\n    image: nginx:1.29\n"


def without(text, judge):
    """Put in what is offered for a text; None where nothing is."""
    fixes = judge(text.encode()).fixes
    return mend(text.encode(), fixes)[0].decode() if fixes else None


def in_file(text):
    return without(text, judge_of_compose_file("compose.yaml", RULES))


def in_note(text):
    return without(text, judge_of_note("nota.md", RULES))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"version: '3'\n{REST}", REST),
        (f"version: '3'\n\n{REST}", REST),
        (f"version: '3'\n\n\n{REST}", f"\n{REST}"),
        (f"# x\nversion: 3.8\n\n{REST}", f"# x\n\n{REST}"),
        (f"name: x\n\nversion: 3\n\n{REST}", f"name: x\n\n{REST}"),
        (f"---\n\"version\" :  '3' \n{REST}", f"---\n{REST}"),
        (f"version:\n{REST}", REST),
        (f"{REST}version: '3'\n", REST),
        (f"{REST}version: '3'", REST),
        (f"{REST}\nversion: '3'\n", f"{REST}\n"),
        ("  version: 3\n  services: {a: {image: b}}\n", "  services: {a: {image: b}}\n"),
    ],
)
def test_the_line_goes_and_nothing_else(before, after):
    assert in_file(before) == after


@pytest.mark.parametrize(
    "text",
    [
        f"version: '3' # old\n{REST}",
        f"# estiba: allow obsolete-version -- it is so\nversion: '3'\n{REST}",
        f"# estiba: allow floating-tag -- it is so\nversion: '3'\n{REST}",
        f"version: &v '3'\nx-v: *v\n{REST}",
        f"version: |\n  3\n{REST}",
        f"version: '3\n  .8'\n{REST}",
        f"version: ${{V}}\n{REST}",
        f"version: [3]\n{REST}",
        f"? version\n: '3'\n{REST}",
        "{version: '3', services: {a: {image: b}}}",
        "{services: {a: {image: b}},\nversion: '3'\n}",
        f"version: '3'\nversion: '2'\n{REST}",
        f"version: '3'\n---\n{REST}",
        f"version: '3'\n{REST}    deploy: {{placement: {{constraints: [a]}}}}\n",
        f"version: '3'\n{REST} x\n",
    ],
)
def test_what_is_not_sure_stays(text):
    assert in_file(text) is None


def fence(text, first="", further="", info="yaml"):
    lines = [f"{first}```{info}", *(further + line for line in text.splitlines()), f"{further}```"]
    return "\n".join(lines) + "\n"


VERSIONED = f"version: '3'\n\n{REST}"


@pytest.mark.parametrize(
    ("first", "further"),
    [("", ""), ("- ", "  "), ("> ", "> "), ("> - ", ">   "), ("1. a\n\n    ", "    "), ("\t", "\t")],
)
def test_in_a_note_the_whole_line_goes_with_what_stands_before_it(first, further):
    first = f"- a\n\n{first}" if first == "\t" else first
    assert (
        in_note(f"# N\n\n{fence(VERSIONED, first, further)}z\n") == f"# N\n\n{fence(REST, first, further)}z\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        fence(VERSIONED, info='yaml hl_lines="3"'),
        fence(VERSIONED, info='yaml bad="obsolete-version"'),
        fence(VERSIONED, info="yaml excerpt"),
        fence(VERSIONED) + "\n- `version`: the format.\n- `web`: the server.\n",
        fence(VERSIONED) + "\nThen: `docker stack deploy -c compose.yaml web`.\n",
        fence(fence(VERSIONED), info="", further="").replace("```\nversion", "````\nversion"),
    ],
)
def test_in_a_note_what_speaks_of_the_line_keeps_it(text):
    assert in_note(text) is None
