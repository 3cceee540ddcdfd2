"""What is said of an example as a whole."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.judge import examples_of, find_in_note
from estiba.checks.judged import judge_text, judged_examples
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.vault.note import read_note
from estiba.vault.text.fences import scan_fences

GOOD = "```yaml\nservices:\n  a:\n    image: b:1\n```\n"
BAD = "```yaml\nservices:\n  a:\n    image: b:1\n    ports: ['x']\n```\n"
ALLOWED = BAD.replace("['x']", "['x']  # estiba: allow bad-port -- to show it")
SOME_PROFILES = GOOD.replace(
    "b:1\n", "b:1\n    profiles: [x]\n    depends_on: [c]\n  c:\n    image: b:1\n    profiles: [y]\n"
)
"""A problem of a check that mostly finds errors, and of which Docker Compose does not refuse the file."""
DAY = dt.date(2026, 1, 1)


def judged(body, **severities):
    note = read_note(f"---\ntitle: N\n---\n\n{body}".encode(), "n.md", Config())
    rules = Rules(Config(severities=severities), DAY)
    examples = list(examples_of(note))
    return list(judged_examples(examples, find_in_note(note, rules, examples), rules))


@pytest.mark.parametrize(
    ("body", "verdicts"),
    [
        (GOOD, ["checked"]),
        (BAD, ["failed"]),
        (GOOD + "\n" + BAD + "\n" + GOOD, ["checked", "failed", "checked"]),
        ("- paso\n\n" + "".join(f"    {line}\n" for line in BAD.splitlines()), ["failed"]),
        ("```yaml excerpt\nports:\n  - '80:80'\n```\n", ["excerpt"]),
        (BAD.replace("```yaml\n", '```yaml bad="bad-port"\n'), ["counter-example"]),
        (GOOD.replace("image: b:1", "image: [b"), ["unreadable"]),
        (GOOD.replace("image: b:1", f"image: b:1  # {'x' * 262_144}"), ["too-large"]),
        (ALLOWED, ["partly-checked"]),
        (GOOD.replace("b:1", "b:latest  # estiba: allow floating-tag -- ours"), ["checked"]),
        (SOME_PROFILES, ["checked"]),
        ("Sin ejemplo.\n", []),
    ],
)
def test_verdict_is_that_of_an_examples_own_lines(body, verdicts):
    assert [str(one.verdict) for one in judged(body)] == verdicts
    lines = body.split("\n")
    alone = judge_text(lines, scan_fences(lines), Rules(Config(), DAY))
    assert [str(one.verdict) for one in alone.values()] == verdicts


def test_what_the_owner_puts_aside_is_not_said_to_be_checked():
    assert [one.verdict for one in judged(BAD, **{"bad-port": "off"})] == ["partly-checked"]
    assert [one.verdict for one in judged(BAD, **{"bad-port": "info"})] == ["failed"]
    latest = GOOD.replace("b:1", "b:latest")
    assert [one.verdict for one in judged(latest, **{"floating-tag": "off"})] == ["checked"]
    assert [one.verdict for one in judged(latest, **{"floating-tag": "error"})] == ["failed"]


def test_problems_and_silences_go_with_the_example_that_they_stand_in():
    first, second = judged(GOOD.replace("b:1", "b") + "\n" + ALLOWED)
    assert [(one.check, first.line_of(one)) for one in first.problems] == [("floating-tag", 3)]
    assert first.silenced == ()
    assert second.problems == ()
    assert [(one.problem.check, second.line_of(one.problem), one.reason) for one in second.silenced] == [
        ("bad-port", 4, "to show it")
    ]
