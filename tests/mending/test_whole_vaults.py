"""Every note of this repository, mended twice."""

from __future__ import annotations

import datetime as dt
import difflib
import shutil
from pathlib import Path

import pytest

from estiba.checks.rules import Rules
from estiba.cli.main import main
from estiba.config import Config
from estiba.mending.judged_file import judge_of_note
from estiba.mending.rounds import mend_file
from estiba.vault.note import Unreadable

ROOT = Path(__file__).parents[2]
JUDGE = judge_of_note("nota.md", Rules(Config(), dt.date(2026, 1, 1)))
CASES = ROOT / "tests" / "cases"
CHANGED = {
    "notes/01-tags-in-one-text.md": ["-tags: redes avisos", "+tags: [redes, avisos]"],
    "notes/01-tags-with-commas.md": [
        "-tags: redes, avisos del sistema,",
        "+tags: [redes, avisos del sistema]",
    ],
    "notes/02-tags-that-yaml-would-convert.md": [
        "-tags: [2024, true, no, 1.50, 0x1F]",
        '+tags: ["2024", "true", no, "1.50", 0x1F]',
    ],
    "notes/03-tag-that-is-a-date.md": ["-  - 2024-01-02", '+  - "2024-01-02"'],
    "notes/04-tag-null.md": ["-tags: [a, null]", "+tags: [a]"],
    "notes/13-tab.md": ["-\t- avisos", "+  - avisos"],
}


def changes_of(before, after):
    lines = difflib.unified_diff(*(data.decode().splitlines(keepends=True) for data in (before, after)), n=0)
    return [line.rstrip("\n") for line in list(lines)[2:] if not line.startswith("@@")]


def test_what_changes_in_the_cases_is_what_is_odd_in_them():
    found = {}
    for file in sorted(CASES.rglob("*.md")):
        data = file.read_bytes()
        try:
            mended = mend_file(data, JUDGE)
        except Unreadable:
            continue
        assert mend_file(mended.data, JUDGE).data == mended.data
        if mended.data != data:
            found[file.relative_to(CASES).as_posix()] = changes_of(data, mended.data)
    assert found == CHANGED


@pytest.fixture
def vault(tmp_path, monkeypatch):
    """Give a copy of our own vault, without its history."""
    for name in ("estiba.toml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path / "docs"


def test_nothing_is_to_be_mended_in_our_own_notes(vault, capsys):
    before = {file: file.read_bytes() for file in vault.rglob("*") if file.is_file()}
    assert main(["fix"]) == 0
    assert capsys.readouterr().out == "0 fixes in 0 files\n"
    assert {file: file.read_bytes() for file in vault.rglob("*") if file.is_file()} == before
