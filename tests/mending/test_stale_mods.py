"""`mod`, as Git knows it."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.config import Config
from estiba.mending.stale_mods import fix_stale_mods
from estiba.vault.mending import mend
from estiba.vault.note import read_note
from repositories import Commits

TODAY = dt.date(2026, 3, 1)
NOTE = "---\ntitle: N\ndate: 2025-12-24\nmod: 2026-01-01  # día\n---\n\ntexto\n"
MORE = f"{NOTE}más\n"


@pytest.fixture
def commits(tmp_path):
    return Commits(tmp_path / "work")


def fixed(commits, *, today=TODAY, folder="docs"):
    """Put what is found into the file; gives the day that it says then, None if nothing was found."""
    file = commits.root / folder / "a.md"
    data = file.read_bytes()
    notes = {"a.md": (read_note(data, "a.md", Config()), data)}
    fixes = fix_stale_mods(commits.root / folder, notes, Config(), today)
    if not fixes:
        return None
    file.write_bytes(mend(data, fixes.values())[0])
    return fixes["a.md"].new


def commit(commits, text, day):
    commits.commit({"docs/a.md": text}, day=day)


def test_a_note_that_changed_after_its_mod_was_written_gets_the_day_and_then_rests(commits):
    commit(commits, NOTE, "2026-01-01")
    commit(commits, MORE, "2026-02-03")
    assert fixed(commits) == "2026-02-03"
    assert (commits.root / "docs/a.md").read_text("utf-8") == MORE.replace("2026-01-01", "2026-02-03")
    assert fixed(commits) is None
    assert fixed(commits, today=dt.date(2026, 3, 2)) is None
    commits.commit({}, day="2026-03-02")
    assert fixed(commits, today=dt.date(2026, 3, 3)) is None


def test_a_note_that_is_being_changed_gets_today_and_then_rests(commits):
    commit(commits, NOTE, "2026-01-01")
    commits.write({"docs/a.md": MORE})
    assert fixed(commits) == "2026-03-01"
    assert fixed(commits, today=dt.date(2026, 3, 2)) is None
    commits.commit({}, day="2026-03-02")
    assert fixed(commits, today=dt.date(2026, 3, 3)) is None
    commits.write({"docs/a.md": MORE.replace("2026-01-01", "2026-03-01") + "y más\n"})
    assert fixed(commits, today=dt.date(2026, 3, 3)) == "2026-03-03"


@pytest.mark.parametrize(
    "last",
    [
        NOTE,
        NOTE.replace("2026-01-01", "2026-01-15") + "más\n",
        NOTE.replace("2026-01-01", "2026-05-01"),
        MORE.replace("mod: 2026-01-01", "mod: 2026-01-01 10:30"),
        MORE.replace("2026-01-01", "'2026\\x2d01-01'"),
        MORE.replace("mod: 2026-01-01  # día\n", ""),
        MORE.replace("mod: 2026-01-01", "mod: ayer"),
        NOTE.replace("\n", "\r\n"),
    ],
)
def test_an_author_who_wrote_it_is_believed(commits, last):
    commit(commits, NOTE, "2026-01-01")
    commit(commits, last, "2026-02-03")
    assert fixed(commits) is None


def test_a_note_that_came_with_its_last_commit_or_with_none_is_left(commits):
    commits.commit({"x": ""})
    commits.write({"docs/a.md": NOTE})
    assert fixed(commits) is None
    commit(commits, NOTE, "2026-02-03")
    assert fixed(commits) is None
    commits.git("mv", "docs", "notas")
    commits.commit({"notas/a.md": MORE}, day="2026-02-04")
    assert fixed(commits, folder="notas") is None


def test_mod_is_never_set_back_nor_before_the_date_nor_to_a_day_to_come(commits):
    for text in (NOTE.replace("2026-01-01", "2026-02-20"), NOTE.replace("2025-12-24", "2026-02-20")):
        commit(commits, text, "2026-01-01")
        commit(commits, f"{text}más\n", "2026-02-03")
        assert fixed(commits) is None
    commit(commits, NOTE, "2026-01-01")
    commit(commits, MORE, "2026-04-01")
    assert fixed(commits) is None


def test_line_ends_that_git_changes_are_no_change(commits):
    commit(commits, NOTE, "2026-01-01")
    commits.write({"docs/a.md": NOTE.replace("\n", "\r\n")})
    assert fixed(commits) is None


def test_outside_of_git_and_before_the_first_commit_nothing_is_known(commits, monkeypatch, tmp_path):
    commits.write({"docs/a.md": MORE})
    assert fixed(commits) is None
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = tmp_path / "plain"
    folder.mkdir()
    notes = {"a.md": (read_note(NOTE.encode(), "a.md", Config()), NOTE.encode())}
    assert fix_stale_mods(folder, notes, Config(), TODAY) == {}


def test_without_git_nothing_is_known(commits, monkeypatch):
    commit(commits, NOTE, "2026-01-01")
    commits.write({"docs/a.md": MORE})
    monkeypatch.setenv("PATH", "")
    assert fixed(commits) is None
