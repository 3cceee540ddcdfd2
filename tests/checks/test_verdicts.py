"""Whether an example passes."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.judge import examples_of, judge_note
from estiba.checks.rules import Rules
from estiba.checks.verdicts import passes
from estiba.config import Config
from estiba.vault.note import read_note

GOOD = "```yaml\nservices:\n  a:\n    image: b:1\n```\n"
BAD = "```yaml\nservices:\n  a:\n    image: b:1\n    ports: ['x']\n```\n"


@pytest.mark.parametrize(
    ("body", "passed"),
    [
        (GOOD, [True]),
        (BAD, [False]),
        (GOOD + "\n" + BAD + "\n" + GOOD, [True, False, True]),
        ("- paso\n\n" + "".join(f"    {line}\n" for line in BAD.splitlines()), [False]),
        ("```yaml excerpt\nports:\n  - '80:80'\n```\n", [False]),
        (BAD.replace("```yaml\n", '```yaml bad="bad-port"\n'), [False]),
        (GOOD.replace("image: b:1", "image: [b"), [False]),
        ("Sin ejemplo.\n", []),
    ],
)
def test_an_example_passes_by_what_stands_in_its_own_lines(body, passed):
    note = read_note(f"---\ntitle: N\n---\n\n{body}".encode(), "n.md", Config())
    examples = list(examples_of(note))
    problems = judge_note(note, Rules(Config(), dt.date(2026, 1, 1)), examples)
    assert [passes(example, problems) for example in examples] == passed
