"""The last commit of each note, out of real repositories."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import stat
import subprocess
import unicodedata

import pytest

from estiba.site.changes.commits import LastCommit, last_commits

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no Git on this machine")


class Repository:
    """A repository; a commit is made at a time that the test chooses."""

    def __init__(self, root):
        self.root = root
        root.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments, time="2025-01-01T12:00:00Z"):
        environment = os.environ | {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_DATE": "2000-01-01T00:00:00Z",
            "GIT_COMMITTER_DATE": time,
        }
        for role in ("AUTHOR", "COMMITTER"):
            environment |= {f"GIT_{role}_NAME": "Ana", f"GIT_{role}_EMAIL": "ana@example.org"}
        subprocess.run(["git", "-C", self.root, *arguments], env=environment, check=True, capture_output=True)

    def commit(self, time, **files):
        return self.commit_files(time, {f"{name}.md": text for name, text in files.items()})

    def commit_files(self, time, files):
        for name, text in files.items():
            path = self.root / name
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=x", time=time)


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "repository")


def came(day):
    return LastCommit(dt.date.fromisoformat(day), adds=True)


def changed(day):
    return LastCommit(dt.date.fromisoformat(day), adds=False)


def test_each_note_has_its_last_commit(repository):
    repository.commit("2025-01-01T12:00:00Z", a="1", b="1")
    repository.commit("2025-02-01T12:00:00Z", a="2", c="1")
    repository.commit("2025-03-01T12:00:00Z", other="1")
    assert last_commits(repository.root, ["a.md", "b.md", "c.md"]) == {
        "a.md": changed("2025-02-01"),
        "b.md": came("2025-01-01"),
        "c.md": came("2025-02-01"),
    }


def test_the_day_is_that_of_the_commits_own_time_zone(repository, monkeypatch):
    repository.commit("2025-06-01T23:30:00-10:00", a="1")
    repository.commit("2025-06-03T00:30:00+14:00", b="1")
    for zone in ("UTC", "Asia/Tokyo", "Pacific/Honolulu"):
        monkeypatch.setenv("TZ", zone)
        assert last_commits(repository.root, ["a.md", "b.md"]) == {
            "a.md": came("2025-06-01"),
            "b.md": came("2025-06-03"),
        }


def test_names_of_every_kind_in_a_folder_of_the_repository(repository):
    names = ['con "comillas" y espacios.md', "ñandú/año.md", "\nde\nvarias.md", ":dos puntos.md", "A\tB.md"]
    repository.commit_files("2025-01-01T12:00:00Z", {f"mi bóveda/docs/{name}": "1" for name in names})
    repository.commit_files("2025-02-01T12:00:00Z", {"docs/ñandú/año.md": "another", "a.md": "1"})
    found = last_commits(repository.root / "mi bóveda/docs", [*names, "a.md"])
    assert found == dict.fromkeys(names, came("2025-01-01"))


@pytest.mark.parametrize(("stored", "asked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_unicode_forms_meet(repository, stored, asked):
    stored_name, name = (unicodedata.normalize(form, "canción.md") for form in (stored, asked))
    repository.commit_files("2025-01-01T12:00:00Z", {stored_name: "1"})
    assert last_commits(repository.root, [name]) == {name: came("2025-01-01")}


def test_two_names_that_differ_by_their_unicode_form_are_two_notes(repository):
    first, second = (unicodedata.normalize(form, "canción.md") for form in ("NFC", "NFD"))
    repository.commit_files("2025-01-01T12:00:00Z", {first: "1"})
    repository.commit_files("2025-02-01T12:00:00Z", {second: "1"})
    assert last_commits(repository.root, [first, second]) == {
        first: came("2025-01-01"),
        second: came("2025-02-01"),
    }


def test_a_note_that_is_in_no_commit_has_none(repository):
    repository.commit("2025-01-01T12:00:00Z", a="1", gone="1")
    repository.commit("2025-02-01T12:00:00Z", gone=None)
    (repository.root / "gone.md").write_text("back, not committed")
    assert last_commits(repository.root, ["a.md", "gone.md", "new.md"]) == {"a.md": came("2025-01-01")}


def test_a_renamed_note_came_with_its_name(repository):
    repository.commit("2025-01-01T12:00:00Z", a="the same text")
    repository.commit("2025-02-01T12:00:00Z", a=None, b="the same text")
    assert last_commits(repository.root, ["b.md"]) == {"b.md": came("2025-02-01")}


def test_notes_of_both_sides_of_a_merge(repository):
    repository.commit("2025-01-01T12:00:00Z", a="1", b="1", c="1")
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit("2025-02-01T12:00:00Z", a="2")
    repository.git("checkout", "--quiet", "main")
    repository.commit("2025-03-01T12:00:00Z", b="2")
    repository.git("merge", "--quiet", "--no-edit", "side", time="2025-04-01T12:00:00Z")
    assert last_commits(repository.root, ["a.md", "b.md", "c.md"]) == {
        "a.md": changed("2025-02-01"),
        "b.md": changed("2025-03-01"),
        "c.md": came("2025-01-01"),
    }


def test_the_boundary_of_a_shallow_clone_says_nothing(repository, tmp_path):
    repository.commit("2025-01-01T12:00:00Z", a="1", b="1", grafted="1")
    repository.commit("2025-02-01T12:00:00Z", b="2")
    repository.commit("2025-03-01T12:00:00Z", c="1")
    repository.git("branch", "grafted")
    clone = tmp_path / "clone"
    repository.git(
        "clone", "--quiet", "--depth=2", "--branch=grafted", f"file://{repository.root}", str(clone)
    )
    assert last_commits(clone, ["a.md", "b.md", "c.md", "grafted.md"]) == {"c.md": came("2025-03-01")}


def test_settings_of_the_owner_change_nothing(repository):
    repository.commit("2025-01-01T12:00:00Z", a="the same text", b="1")
    repository.commit("2025-02-01T12:00:00Z", a=None, c="the same text")
    settings = """
        log.showRoot=false log.showSignature=true log.follow=true log.date=relative log.decorate=no
        diff.renames=copies diff.noprefix=true color.ui=always core.quotePath=true core.pager=false
    """
    for one in settings.split():
        repository.git("config", *one.split("="))
    assert last_commits(repository.root, ["b.md", "c.md"]) == {
        "b.md": came("2025-01-01"),
        "c.md": came("2025-02-01"),
    }


def test_nothing_of_a_repository_is_run(repository, tmp_path):
    trap, mark = tmp_path / "trap", tmp_path / "mark"
    trap.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n")
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    repository.commit_files("2025-01-01T12:00:00Z", {".gitattributes": "*.md diff=trap\n", "a.md": "1"})
    repository.commit("2025-02-01T12:00:00Z", a="2")
    for key in "core.fsmonitor core.pager diff.external diff.trap.textconv gpg.program".split():
        repository.git("config", key, str(trap))
    repository.git("config", "log.showSignature", "true")
    mark.unlink(missing_ok=True)
    assert last_commits(repository.root, ["a.md"]) == {"a.md": changed("2025-02-01")}
    assert not mark.exists()


def test_inside_of_a_hook_of_another_repository(repository, tmp_path, monkeypatch):
    repository.commit("2025-01-01T12:00:00Z", a="1")
    other = Repository(tmp_path / "other")
    other.commit("2025-05-05T12:00:00Z", a="1")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    assert last_commits(repository.root, ["a.md"]) == {"a.md": came("2025-01-01")}


def test_without_a_repository_there_is_nothing(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.md").write_text("1")
    assert last_commits(tmp_path, ["a.md"]) == {}
    assert last_commits(tmp_path / "missing", ["a.md"]) == {}
    assert capfd.readouterr() == ("", "")


def test_a_repository_without_commits_says_nothing(repository):
    assert last_commits(repository.root, ["a.md"]) == {}


def test_without_git_there_is_nothing(repository, monkeypatch):
    repository.commit("2025-01-01T12:00:00Z", a="1")
    monkeypatch.setenv("PATH", "")
    assert last_commits(repository.root, ["a.md"]) == {}


def test_git_is_asked_once_and_only_when_a_note_wants_it(repository, tmp_path, monkeypatch):
    repository.commit("2025-01-01T12:00:00Z", a="1")
    calls = tmp_path / "calls"
    fake = tmp_path / "bin/git"
    fake.parent.mkdir()
    fake.write_text(f'#!/bin/sh\necho call >> \'{calls}\'\nexec "{shutil.which("git")}" "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(fake.parent) + os.pathsep + os.environ["PATH"])
    assert last_commits(repository.root, []) == {}
    assert not calls.exists()
    assert len(last_commits(repository.root, ["a.md", "b.md"])) == 1
    assert calls.read_text() == "call\n"


@pytest.mark.parametrize("script", ["exec sleep 60", "printf ':2025-01-01,\\0\\nA\\0a.md\\0'; exec sleep 60"])
def test_a_git_that_does_not_end_is_ended(tmp_path, monkeypatch, script):
    fake = tmp_path / "git"
    fake.write_text(f"#!/bin/sh\n{script}\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    assert last_commits(tmp_path, ["a.md", "b.md"], seconds=0.2) == {}


def test_what_git_says_is_read_however_it_is_cut(tmp_path, monkeypatch):
    fake = tmp_path / "git"
    letters = "; ".join(
        f"printf '{one}'" for one in (":2025-0", "1-01,\\0\\n", "A\\0a.", "md\\0M\\0b", ".md\\0")
    )
    fake.write_text(f"#!/bin/sh\n{letters}\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    assert last_commits(tmp_path, ["a.md", "b.md"]) == {
        "a.md": came("2025-01-01"),
        "b.md": changed("2025-01-01"),
    }
