"""What an author is told about an example."""

from __future__ import annotations

import datetime as dt

from estiba.catalogue import catalogue_for
from estiba.checks.judge import examples_of, judge_example
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file
from estiba.config import Config
from estiba.vault.note import read_note

CONFIG = Config()
LINES_ABOVE = 3


def said(text: str, check: str, *, in_note: bool = False, language: str = "en") -> list[str]:
    """Give `line:column message; hint` of each problem that `check` finds in a Compose file.

    With `in_note` it stands in a note, `LINES_ABOVE` lines below its top.
    """
    if in_note:
        note = read_note(f"# Nota\n\n```yaml\n{text}\n```\n".encode(), "Nota.md", CONFIG)
        (example,) = examples_of(note)
    else:
        example = PlacedExample(read_file(text), "compose.yaml", 1)
    rules = Rules(CONFIG, dt.date(2026, 1, 1), select=frozenset({check}))
    catalogue = catalogue_for(language)
    return [
        f"{one.position.line}:{one.position.column} {catalogue.problem(one)}"
        for one in judge_example(example, rules)
    ]
