"""Where problems in examples point: into the note that its author edits."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.judge import examples_of, judge_note
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.problem import Severity
from estiba.vault.note import read_note

RULES = Rules(Config(), dt.date(2026, 11, 22))
FENCE = "```yaml\nservices:\n  web:\n    image: nginx:1.29\n    imagen: nginx\n```\n"


def places(text, rules=RULES):
    note = read_note(text.encode(), "Nota.md", rules.config)
    return [(one.check, *one.position) for one in judge_note(note, rules)]


def inside(prefix):
    return "".join(f"{prefix}{line}\n" for line in FENCE.splitlines())


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (FENCE, 5, 5),
        ("---\ntitle: Nota\n---\n\n" + FENCE, 9, 5),
        ("- paso\n\n" + inside("    "), 7, 9),
        ("> cita\n>\n" + inside("> "), 7, 7),
        ('!!! note "x"\n' + inside("    "), 6, 9),
        ("- paso\n\n" + inside("\t"), 7, 6),
        (FENCE.replace("\n", "\r\n"), 5, 5),
        ("\ufeff" + FENCE, 5, 5),
        ("> - x\n>\n" + inside(">   "), 7, 9),
    ],
    ids=["plain", "front-matter", "list", "quote", "admonition", "tab", "crlf", "bom", "list-in-quote"],
)
def test_place_of_a_problem_in_an_example(text, line, column):
    assert places(text) == [("unknown-key", line, column)]


def test_problems_come_in_the_order_of_their_lines():
    text = "---\ndescription: TODO\nb: 1\nb: 2\n---\n\n" + FENCE
    assert [place[1] for place in places(text)] == [2, 4, 4, 11]


def test_owner_sets_severities_and_caller_leaves_out():
    config = Config(severities={"unknown-key": "warning", "placeholder-text": "off"})
    rules = Rules(config, dt.date(2026, 11, 22))
    note = read_note(("---\ndescription: TODO\n---\n" + FENCE).encode(), "Nota.md", config)
    assert [(one.check, one.severity) for one in judge_note(note, rules)] == [
        ("unknown-key", Severity.WARNING)
    ]
    chosen = Rules(config, dt.date(2026, 11, 22), select=frozenset({"placeholder-text"}))
    assert [one.check for one in judge_note(note, chosen)] == ["placeholder-text"]


def test_other_fences_are_no_examples():
    note = read_note(b"```python\nservices = 1\n```\n\n```yaml\nkind: Pod\n```\n", "Nota.md", Config())
    assert list(examples_of(note)) == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("privileged: ${PRIVILEGED}", [("unset-variable", 5, 17)]),
        ("ports: ${PORTS}", [("unset-variable", 5, 12)]),
        ("ports: x", [("wrong-type", 5, 12)]),
        ("environment: {DAY: 2024-01-02}", [("wrong-type", 5, 24)]),
        ("x-own: 2024-01-02", []),
    ],
)
def test_values_that_are_known_only_later_are_left_alone(value, found):
    text = FENCE.replace("imagen: nginx", value)
    assert places(text) == found


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ["notes", "examples"]),
        ({"ignore": frozenset({"unknown-key"})}, []),
        ({"ignore": frozenset({"notes/unknown-key"})}, ["examples"]),
        ({"select": frozenset({"notes/unknown-key"})}, ["notes"]),
        ({"config": Config(severities={"notes/unknown-key": "off"})}, ["examples"]),
        (
            {"config": Config(severities={"unknown-key": "off", "examples/unknown-key": "error"})},
            ["examples"],
        ),
    ],
)
def test_two_checks_of_one_name_are_told_apart_by_their_group(options, found):
    rules = Rules(**({"config": Config(), "today": dt.date(2026, 11, 22)} | options))
    note = read_note(("---\ntitle: Nota\nclave: x\n---\n" + FENCE).encode(), "Nota.md", rules.config)
    lines = {3: "notes", 9: "examples"}
    assert [lines[one.position.line] for one in judge_note(note, rules)] == found


def test_a_template_is_not_judged():
    note = read_note(b"---\ndate: {{date}}\n---\n", "templates/note.md", Config())
    assert judge_note(note, RULES) == []
