"""`estiba check` where nothing has changed since the last one."""

from __future__ import annotations

import datetime as dt
import os

import pytest

from estiba.cli import check as module
from estiba.cli.main import main

SLIP = "services:\n  web:\n    image: nginx:1.29\n    imagen: nginx\n"
FILES = {
    "docs/a.md": f"# A\n\n[[nada]]\n\n```yaml\n{SLIP}```\n",
    "docs/b/compose.yaml": SLIP,
    "docs/c.svg": "<svg/>",
    "docs/d.md": "# D\n\n![[c.svg]]\n",
    "mkdocs.yml": "site_name: Notas\n",
}


class Day(dt.date):
    """Days of which one is today."""

    @classmethod
    def today(cls):
        return cls(2026, 6, 30)


@pytest.fixture
def check(vault, monkeypatch, capsys):
    """Check the vault; gives status, output, and whether notes were judged for it."""
    folder = vault(FILES)

    def run(*options):
        judged = []
        load = module.import_module
        with monkeypatch.context() as patched:
            patched.setattr(module, "import_module", lambda name: judged.append(name) or load(name))
            status = main(["check", *options])
        return status, *capsys.readouterr(), bool(judged)

    run.folder = folder
    return run


@pytest.mark.parametrize(
    "options", [[], ["--all"], ["--strict"], ["--format", "json"], ["--format", "sarif"], ["docs", "docs/b"]]
)
def test_what_is_known_is_said_as_it_was(check, options):
    first = check(*options)
    assert first[3]
    assert check(*options) == (*first[:3], False)
    if options == []:
        assert "docs/a.md:9:5: error: " in first[1]
        assert "     9 |     imagen: nginx\n" in first[1]
        assert "     4 |     imagen: nginx\n" in first[1]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("docs/a.md", "# A\n"),
        ("docs/b/compose.yaml", "services:\n"),
        ("docs/e.md", "# E\n"),
        ("docs/e.txt", ""),
        ("docs/c.svg", "<svg onload='x()'/>"),
        ("estiba.toml", '[checks]\nbroken-link = "off"\n'),
        ("estiba-baseline.json", '{"version": 1, "problems": []}'),
    ],
)
def test_what_a_check_depends_on(check, file, content):
    check()
    (check.folder / file).write_text(content, "utf-8")
    assert check()[3]


@pytest.mark.parametrize(
    "options", [["--select", "broken-link"], ["--ignore", "broken-link"], ["--no-cache"]]
)
def test_what_is_asked_for_counts(check, options):
    check()
    assert check(*options)[3]


def test_a_time_stamp_does_not_count(check):
    check()
    os.utime(check.folder / "docs/a.md", (1, 1))
    assert not check()[3]


def test_a_silence_ends(check, monkeypatch):
    text = f"# A\n\n<!-- estiba: allow unknown-key -- ya, until 2026-06-30 -->\n\n```yaml\n{SLIP}```\n"
    (check.folder / "docs/a.md").write_text(text, "utf-8")

    monkeypatch.setattr(dt, "date", Day)
    assert "expired-silence" not in check("docs")[1]
    assert not check("docs")[3]
    monkeypatch.setattr(Day, "today", classmethod(lambda kind: kind(2026, 7, 1)))
    status, said, _, is_judged = check("docs")
    assert is_judged
    assert "expired-silence" in said
    assert status == 1


def test_a_wrong_name_is_refused_each_time(check):
    for _ in range(2):
        assert check("--select", "nonsense")[0] == 2


def test_a_folder_that_is_no_project_gets_no_file(check):
    (check.folder / "mkdocs.yml").unlink()
    check("docs")
    assert check("docs")[3]
    assert sorted(path.name for path in check.folder.rglob("*")) == [
        "a.md",
        "b",
        "c.svg",
        "compose.yaml",
        "d.md",
        "docs",
    ]
