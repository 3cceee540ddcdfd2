"""Rows of hostile and broken examples, each with what the author is told."""

from __future__ import annotations

import datetime as dt
import socket
import tracemalloc
from pathlib import Path

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_example, judge_note
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file
from estiba.config import Config
from estiba.report.github import write_github
from estiba.report.result import Result
from estiba.vault.note import read_note

RULES = Rules(Config(), dt.date(2026, 11, 22))
ENGLISH = catalogue_for("en")
ABOVE = "# Note\n\nText.\n\n```yaml\n"
BOMB = "x-a: &a [l, l, l, l, l, l, l, l, l, l]\n" + "".join(
    f"x-{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n"
    for old, new in zip("abcdefg", "bcdefgh", strict=True)
)
WEB = "services:\n  web:\n    image: nginx:1.29\n"


def told(text, *, least=("error", "warning")):
    """What the author of a note is told of an example in it."""
    note = read_note(f"{ABOVE}{text}```\n".encode(), "A note.md", RULES.config)
    return [
        f"{line - 5}:{column} {one.severity} {one.check} {ENGLISH.words(one).message}"
        for one in judge_note(note, RULES)
        for line, column in [one.position]
        if one.severity in least
    ]


ROWS = {
    "40-bomb": (
        BOMB + WEB,
        ["5:46 error oversized-yaml more than 100000 values once aliases are written out"],
    ),
    "40-merge-loop": (
        "services:\n  web: &web\n    <<: *web\n    image: nginx:1.29\n",
        ["3:9 error oversized-yaml the alias '*web' stands inside its own anchor"],
    ),
    "40-deep": (
        WEB + "    labels: " + "[" * 70 + "]" * 70 + "\n",
        ["4:74 error oversized-yaml nested too deeply"],
    ),
    "40-extends-circle": (
        "services:\n  a:\n    image: nginx:1.29\n    extends: b\n  b:\n    extends: a\n",
        ["dependency-cycle"],
    ),
    "41-unquoted-ports": ("services:\n  web:\n    image: nginx:1.29\n    ports:\n      - 22:22\n", []),
    "41-octal-mode": (
        WEB + "    configs: [{source: c, mode: 0444}]\nconfigs: {c: {content: x}}\n",
        [],
    ),
    "41-words": (WEB + "    restart: no\n    environment:\n      A: yes\n      B: on\n      C: 1e3\n", []),
    "41-switch": (WEB + "    privileged: yes\n    tty: on\n    init: no\n", []),
    "41-date": (
        WEB + "    environment:\n      DAY: 2024-01-01\n",
        [
            "5:12 error wrong-type 'services.web.environment.DAY' is '2024-01-01', which YAML",
        ],
    ),
    "42-service-twice": (
        WEB + "  web:\n    image: caddy:2.10\n",
        ["4:3 error duplicate-key the key 'web' is here again, first on line 7"],
    ),
    "42-tab": (
        "services:\n  web:\n\timage: nginx:1.29\n",
        ["3:1 error invalid-yaml a tab indents this line, which YAML forbids"],
    ),
    "42-several-documents": (
        WEB + "---\nservices:\n  db:\n    image: redis:8.2\n",
        ["5:1 warning several-documents 2 YAML documents, which Compose lays over each other"],
    ),
    "42-part": ("services:\n  web:\n    ports: ['80:80']\n", []),
    "42-part-without-services": ("environment:\n  - TZ=Europe/Madrid\n", []),
    "42-first-version": ("web:\n  image: nginx:1.29\n  links: [db]\n", []),
}


@pytest.mark.parametrize("row", ROWS)
def test_author_is_told(row):
    text, expected = ROWS[row]
    said = told(text)
    assert len(said) == len(expected), said
    assert [one for one, part in zip(said, expected, strict=True) if part not in one] == []


def test_row_42_services_that_are_empty_in_a_file_of_that_name():
    note = read_note(b"```yaml title='compose.yaml'\nservices:\n```\n", "A note.md", RULES.config)
    (problem,) = judge_note(note, RULES)
    assert (problem.check, problem.variant, problem.position) == ("wrong-type", "empty", (2, 10))


def test_row_42_a_part_and_a_first_version_are_called_so():
    kinds = {row: told(ROWS[row][0], least=("info",)) for row in ROWS if row.startswith("42-")}
    assert ["excerpt" in "".join(kinds[row]) for row in ("42-part", "42-part-without-services")] == [True] * 2
    assert "one of Compose's first version" in kinds["42-first-version"][0]


def test_row_39_a_large_example_is_shown_and_not_looked_at():
    services = "".join(f"  s{number}:\n    image: nginx\n    imagen: x\n" for number in range(20_000))
    assert told("services:\n" + services, least=("error", "warning", "advice", "info")) == [
        "1:1 warning oversized-yaml the example is larger than 256 KB and is shown without a look at it"
    ]


def test_row_40_a_bomb_costs_little_memory():
    tracemalloc.start()
    try:
        assert told(BOMB + WEB)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 50_000_000


def test_row_40_nothing_that_an_example_names_is_opened_or_fetched(monkeypatch):
    text = (
        "include: [/etc/passwd, 'oci://example.org/x:1', 'https://example.org/x.git']\n"
        "services:\n  a:\n    image: nginx:1.29\n    env_file: /etc/passwd\n    label_file: ../x\n"
        "    build: https://example.org/x.git\n"
        "  b:\n    extends: {file: ../../../etc/passwd, service: x}\n"
        "secrets: {s: {file: /etc/shadow}}\n"
    )
    note = read_note(f"{ABOVE}{text}```\n".encode(), "A note.md", RULES.config)
    judge_note(note, RULES)  # what is loaded once a process is loaded

    def refuse(*arguments, **options):
        raise AssertionError(arguments)

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_text", refuse)
    monkeypatch.setattr(Path, "exists", refuse)
    monkeypatch.setattr(socket, "socket", refuse)
    needed = [one.values["name"] for one in judge_note(note, RULES) if one.check == "needs-file"]
    assert "/etc/passwd" in needed
    assert "https://example.org/x.git" in needed


def test_row_64_a_message_cannot_break_out_of_an_annotation():
    text = 'services:\n  web:\n    image: nginx:1.29\n    "a\\n::error file=x::b%0A": 1\n'
    problems = judge_example(PlacedExample(read_file(text), "::error::x\n.yml", 1), RULES)
    lines = write_github(Result(tuple(problems), {}, 0, 1), ENGLISH).splitlines()
    assert len(lines) == len(problems) == 1
    assert lines[0].startswith("::error file=%3A%3Aerror%3A%3Ax%0A.yml,line=4")
