from __future__ import annotations

import datetime as dt

import pytest

from estiba.git.last_changes import last_changes
from estiba.git.repository import Repository
from repositories import Commits


@pytest.fixture
def commits(tmp_path):
    return Commits(tmp_path / "work")


def days(commits, *paths, folder=""):
    found = last_changes(Repository(commits.root.resolve()), folder, paths)
    return {path: change.day for path, change in found.items()}


def test_the_last_change_of_each_file_with_what_it_was_before(commits):
    commits.commit({"a.md": "1", "b.md": "1", "ñ b.md": "1"}, day="2026-01-01")
    commits.commit({"a.md": "2", "ñ b.md": "2"}, day="2026-01-02")
    commits.commit({"a.md": "3"}, day="2026-01-03")
    found = last_changes(Repository(commits.root.resolve()), "", ["a.md", "b.md", "ñ b.md", "none.md"])
    assert {path: change.day.day for path, change in found.items()} == {"a.md": 3, "ñ b.md": 2}
    change = found["a.md"]
    assert [commits.git("cat-file", "-p", one) for one in (change.old_blob, change.blob)] == ["2", "3"]


def test_a_file_that_came_came_back_or_was_renamed_with_its_last_commit_has_none(commits):
    commits.commit({"a.md": "1", "b.md": "1", "c.md": "1"})
    commits.commit({"a.md": "2", "b.md": "2", "c.md": "2"})
    commits.commit({"a.md": None, "b.md": None})
    commits.commit({"a.md": "3", "new.md": "2"})
    assert days(commits, "a.md", "b.md", "new.md") == {}


def test_a_change_of_the_mode_is_none(commits):
    commits.commit({"a.md": "1"}, day="2026-01-01")
    commits.commit({"a.md": "2"}, day="2026-01-02")
    (commits.root / "a.md").chmod(0o755)
    commits.commit({}, day="2026-01-03")
    assert days(commits, "a.md") == {"a.md": dt.date(2026, 1, 2)}


def test_only_the_folder_is_looked_at_and_names_are_no_patterns(commits):
    commits.commit({"[d]/a.md": "1", "d/a.md": "1"}, day="2026-01-01")
    commits.commit({"[d]/a.md": "2"}, day="2026-01-02")
    commits.commit({"d/a.md": "2"}, day="2026-01-03")
    assert days(commits, "[d]/a.md", "d/a.md", folder="[d]") == {"[d]/a.md": dt.date(2026, 1, 2)}


def test_a_shallow_clone_ends_where_nothing_is_known(commits, tmp_path):
    commits.commit({"a.md": "1", "b.md": "1"}, day="2026-01-01")
    commits.commit({"a.md": "2"}, day="2026-01-02")
    commits.commit({"b.md": "2"}, day="2026-01-03")
    commits.git("clone", "-q", "--depth", "2", f"file://{commits.root}", str(tmp_path / "clone"))
    found = last_changes(Repository((tmp_path / "clone").resolve()), "", ["a.md", "b.md"])
    assert {path: change.day.day for path, change in found.items()} == {"b.md": 3}


def test_without_paths_git_is_not_asked(tmp_path):
    assert last_changes(Repository(tmp_path / "nowhere"), "", []) == {}


def test_git_that_is_not_done_in_time_says_nothing(commits, monkeypatch, tmp_path):
    commits.commit({"a.md": "1"})
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:/usr/bin:/bin")
    assert last_changes(Repository(commits.root.resolve()), "", ["a.md"], seconds=0.05) == {}
