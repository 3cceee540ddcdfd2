"""Compose files with what Docker Compose 2.40.3 says of each, and what we say of them.

The table is tests/cases/compose/*.toml. A case has a `text`, a `verdict` (see `oracle.Verdict`) and, where
that is `refused`, `errors`: the line and the check of each error that its author is to see. `open` says why
we do not show these yet.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import oracle
from estiba.checks.judge import examples_of, judge_example
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_example, read_file
from estiba.config import Config
from estiba.problem import Problem, Severity
from estiba.vault.note import Note, read_note

TESTS = Path(__file__).parent
DOCS = TESTS.parent / "docs"
RULES = Rules(Config(), dt.date(2026, 1, 1))
_BY_POLICY = frozenset({"live-secret"})
"""Errors of ours that have nothing to do with Docker Compose."""

_NAMES = re.compile(
    r"\"[^\"]*\"|'[^']*'|`[^`]*`|\d+|[\w./<>{}$-]*(?:services|volumes|networks)[\w.\[\]<> /{}$-]*"
    r"|(?<=: )\S+$"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A Compose file and what is right about it; `errors` look like `4 bad-port`."""

    name: str
    text: str
    verdict: str
    errors: tuple[str, ...] = ()
    open: str = ""


def read_cases() -> list[Case]:
    """Read the table."""
    return [
        Case(name, row["text"], row["verdict"], tuple(row.get("errors", ())), row.get("open", ""))
        for path in sorted((TESTS / "cases/compose").glob("*.toml"))
        for name, row in tomllib.loads(path.read_text("utf-8")).items()
    ]


def errors_of(text: str, *, in_note: bool = False) -> list[Problem]:
    """Give what makes us refuse a file, be it one of its own or an example in a note."""
    example = read_example(text) if in_note else read_file(text)
    if example is None:
        return []
    placed = PlacedExample(example, "compose.yaml", 1, in_note=in_note)
    return [
        one
        for one in judge_example(placed, RULES)
        if one.severity is Severity.ERROR and one.check not in _BY_POLICY
    ]


def examples_in_docs() -> list[tuple[str, str]]:
    """Give the place and text of each whole example in our own documents that allows itself nothing."""
    return [
        (f"{path.relative_to(DOCS)}:{one.first_line}", one.example.text)
        for path in sorted(DOCS.rglob("*.md"))
        if isinstance(note := read_note(path.read_bytes(), path.name, Config()), Note)
        for one in examples_of(note)
        if one.example.is_to_run and "estiba:" not in one.example.text
    ]


def good_files() -> list[str]:
    """Give files to make slips in: the cases that Docker Compose takes, and the examples in docs/."""
    taken = [one.text for one in read_cases() if one.verdict == "accepted" and len(one.text) < 4000]
    return taken + [text for _, text in examples_in_docs()]


def difference(text: str) -> str | None:
    """Say how the verdicts on a file differ, alike for like files; None where they agree.

    It takes Docker Compose (`oracle.program`).
    """
    right = oracle.verdict(text)
    try:
        errors = errors_of(text)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
        return f"WE FALL OVER: {error!r}"
    if right.word == "accepted" and errors:
        return "false: " + " ".join(sorted({f"{one.check}/{one.variant}" for one in errors}))
    if right.word == "refused" and not errors:
        return "missed: " + " ".join(_NAMES.sub("_", right.reason).split())[:110]
    return None
