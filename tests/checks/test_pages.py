"""Every check's page tells the truth: its bad example shows just that problem, its good one none."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_example, judge_note, judge_reading, judge_vault
from estiba.checks.on_examples import EXAMPLE_CHECKS
from estiba.checks.registry import GROUPS, OPTIONAL
from estiba.checks.rules import Rules
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file
from estiba.config import Config, read_config
from estiba.position import Position
from estiba.vault.folder import read_folder
from estiba.vault.vault import read_vault

CASES = [
    pytest.param(group, check, id=f"{group}-{check.name}") for group, checks in GROUPS for check in checks
]
TODAY = dt.date(2026, 1, 1)
ASKED_FOR = Rules(Config(severities=dict.fromkeys(OPTIONAL, "advice")), TODAY)
EXAMPLE = re.compile(
    r"^(?P<kind>Bad|Good)(?: \(as `(?P<path>[^`]+)`\))?:\n\n````(?P<info>[^\n]*)\n(?P<text>.*?)^````$",
    re.MULTILINE | re.DOTALL,
)
POLICY = re.compile(r"^With this policy:\n\n```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BESIDE = re.compile(r"^Beside it \(as `([^`]+)`\):\n\n````\w+\n(.*?)^````$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"( *)\^")
ESCAPE = re.compile(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")


def read_page(check):
    """Give the page's examples: kind -> (path, info, text, marked position)."""
    found = {}
    for match in EXAMPLE.finditer(check.page):
        lines, marked = [], None
        for line in match["text"].splitlines():
            mark = MARK.fullmatch(line)
            if mark and marked is None:
                marked = Position(len(lines), len(mark[1]) + 1)
            else:
                lines.append(ESCAPE.sub(lambda code: chr(int(code[1] or code[2], 16)), line))
        path = match["path"] or "A note.md"
        found[match["kind"]] = (path, match["info"], "\n".join(lines) + "\n", marked)
    return found


def rules_of(check):
    """Give the rules under which the page's examples stand."""
    written = POLICY.search(check.page)
    others = {"orphan-note"} - {check.name}  # the notes of a page are too few to be all linked to
    return Rules(read_config(written[1] if written else "", Path("estiba.toml")), TODAY, ignore=others)


def problems(check, path, info, text):
    if info == "yaml":
        rules = ASKED_FOR if check.optional else Rules(Config(), TODAY)
        return judge_example(PlacedExample(read_file(text), path, 1), rules)
    encoding = info.partition(" ")[2] or "utf-8"
    rules = rules_of(check)
    if info == "link":
        with TemporaryDirectory() as folder:
            Path(folder, path).symlink_to(text.strip())
            return judge_vault(read_folder(Path(folder)), rules)
    beside = {other: content.encode() for other, content in BESIDE.findall(check.page)}
    notes = [(other, content) for other, content in beside.items() if other.endswith(".md")]
    vault = read_vault([(path, text.encode(encoding)), *notes], rules.config, attachments=beside)
    judged = [one for note in vault.notes.values() for one in judge_note(note, rules, vault)]
    return judge_reading(vault.unreadable, rules) + judged + judge_vault(vault, rules)


@pytest.mark.parametrize(("group", "check"), CASES)
def test_bad_example_shows_the_problem_at_its_mark(group, check):
    *example, marked = read_page(check)["Bad"]
    found = problems(check, *example)
    assert [(one.check, one.position, one.severity) for one in found] == [
        (check.name, marked, check.severity)
    ]


@pytest.mark.parametrize(("group", "check"), CASES)
def test_good_example_shows_nothing(group, check):
    *example, marked = read_page(check)["Good"]
    assert marked is None
    assert problems(check, *example) == []


@pytest.mark.parametrize(("group", "check"), CASES)
def test_page_is_complete(group, check):
    assert "What it reports" in check.page
    assert "Why it matters:" in check.page
    assert check.summary
    assert check.name in check.find.__module__.replace("_", "-") or check.find.__name__ == "find"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("group", "check"), CASES)
def test_message_says_what_to_write(group, check, language):
    *example, _ = read_page(check)["Bad"]
    (found,) = problems(check, *example)
    words = catalogue_for(language).words(found)
    assert words.message
    assert words.hint
    assert "{" not in (words.message + words.hint).replace("{…}", "").replace("${", "")


@pytest.mark.parametrize(
    "check",
    [pytest.param(check, id=check.name) for check in EXAMPLE_CHECKS if read_page(check)["Bad"][1] == "yaml"],
)
def test_a_silence_beside_the_line_allows_it(check):
    path, info, text, marked = read_page(check)["Bad"]
    lines = text.split("\n")
    lines[marked.line - 1] += f"  # estiba: allow {check.name} -- shown on purpose"
    assert problems(check, path, info, "\n".join(lines)) == []
