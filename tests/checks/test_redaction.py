from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.judge import judge_example, judge_note
from estiba.checks.redaction import redacted, without_secrets
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file
from estiba.config import Config
from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.vault.note import read_note
from fake_secrets import ISSUED, PEM, RANDOM

SECRET = RANDOM["hexadecimal"]
TEXT = f"services:\n  a:\n    image: a:1\n    environment: {{API_TOKEN: {SECRET}}}\n"
RULES = Rules(Config(), dt.date(2026, 1, 1))


def placed(text):
    return PlacedExample(read_file(text), "compose.yaml", 1)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (SECRET, "…"),
        (f"a {SECRET} b {SECRET}", "a … b …"),
        (SECRET[:20] + "…", "……"),
        (f"x{SECRET[5:]}", "x…"),
        (SECRET[:7], SECRET[:7]),
        ("services.a", "services.a"),
        (5, 5),
    ],
)
def test_value_of_a_message(value, shown):
    problem = Problem("unknown-key", Severity.ERROR, f"a/{SECRET}.md", Position(1, 1), values={"key": value})
    (found,) = redacted([problem], [placed(TEXT)])
    assert found.values == {"key": shown}
    assert found.path == "a/….md"


def test_nothing_is_changed_where_no_secret_is():
    problem = Problem("unknown-key", Severity.ERROR, "a.md", Position(1, 1), values={"key": SECRET})
    assert redacted([problem], [placed(TEXT.replace(SECRET, "x"))]) == [problem]
    assert redacted([], [placed(TEXT)]) == []


@pytest.mark.parametrize(
    "lines",
    [
        f"{SECRET}: 1\n    environment: [API_TOKEN={SECRET}]",
        f"ports: ['API_TOKEN={SECRET}']",
        f"restart: {SECRET}\n    environment: [API_TOKEN={SECRET}]",
        f"environment: {{API_TOKEN: {{a: API_TOKEN={SECRET}}}}}",
        f"environment: [API_TOKEN={SECRET}, API_TOKEN={SECRET}, {{}}]",
        f"volumes: ['API_TOKEN={SECRET}']\n    depends_on: [{SECRET}]",
        f"command: *{SECRET} # API_TOKEN={SECRET}",
        f"image: API_TOKEN={SECRET}",
        f"mem_limit: {SECRET} # API_TOKEN={SECRET}",
    ],
)
def test_no_check_tells_a_secret(lines):
    found = judge_example(placed(f"services:\n  a:\n    image: a:1\n    {lines}\n"), RULES)
    assert "live-secret" in {one.check for one in found}
    told = "".join(f"{one.path}{dict(one.values)}" for one in found)
    assert not any(SECRET[at : at + 8] in told for at in range(len(SECRET) - 7))


def test_front_matter_does_not_tell_it_either():
    note = f"---\ntitle: Nota\n{SECRET}: x\n---\n\n```yaml\n{TEXT}```\n"
    found = judge_note(read_note(note.encode(), "Nota.md", Config()), RULES)
    assert {"unknown-key", "live-secret"} <= {one.check for one in found}
    assert SECRET not in str(found)


@pytest.mark.parametrize("secret", [*ISSUED.values(), *RANDOM.values()])
def test_lines_that_are_quoted_are_covered(secret):
    key = "".join(f"\n        {line}" for line in secret.split("\n"))
    text = f"services:\n  a:\n    image: a:1\n    environment:\n      API_TOKEN: |{key}\n"
    covered = without_secrets(text, [placed(text)])
    assert [len(line) for line in covered.split("\n")] == [len(line) for line in text.split("\n")]
    hidden = [line for line in secret.split("\n") if "http" not in line and "base64:" not in line]
    assert not any(line in covered for line in hidden)
    assert "•" in covered


def test_private_key_is_covered_in_a_note_that_indents_it():
    text = "".join(f"    {line}\n" for line in f"a: |\n  {PEM}".replace("\n", "\n  ").split("\n"))
    assert PEM.split("\n")[3] not in without_secrets(text, [placed(text)])
