from __future__ import annotations

import os
from pathlib import Path

import pytest

from estiba.git.repository import Repository
from estiba.git.running import GitError
from estiba.git.tree import TreeFile, read_tree
from estiba.previewing.written_out import written_out
from odd_repositories import Link, Submodule, commit_objects, commit_tree, odd_tree
from repositories import Commits


@pytest.fixture
def commits(tmp_path):
    return Commits(tmp_path / "repository")


@pytest.fixture
def write_out(commits):
    repository = Repository.find(commits.root)

    def write(commit, **more):
        return written_out(repository, {**read_tree(repository, commit), **more})

    return write


def test_it_has_the_bytes_that_git_keeps_and_is_gone_afterwards(commits, write_out, tmp_path):
    commits.git("config", "filter.evil.smudge", f"touch {tmp_path}/pwned")
    commits.git("config", "core.autocrlf", "true")
    made = commit_objects(
        commits,
        {
            ".gitattributes": "* filter=evil\n",
            "a/b.md": b"one\ntwo\r\n\0",
            "a/link": Link("b.md"),
            "away": Link("/nowhere"),
            "module": Submodule("1" * 40),
        },
    )
    with write_out(made) as folder:
        assert (folder / "a/b.md").read_bytes() == b"one\ntwo\r\n\0"
        assert (folder / "a/link").readlink() == Path("b.md")
        assert os.fspath((folder / "away").readlink()) == "/nowhere"
        names = sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*"))
        assert names == [".gitattributes", "a", "a/b.md", "a/link", "away"]
    assert not folder.exists()
    assert not (tmp_path / "pwned").exists()


def test_it_is_gone_after_a_failure_too(commits, write_out):
    with pytest.raises(KeyError), write_out(commit_objects(commits, {"a.md": "a"})) as folder:
        raise KeyError
    assert not folder.exists()


@pytest.mark.parametrize("name", ["..", ".", ".git", ".GIT", ".git ", "git~1"])
def test_a_name_that_leads_elsewhere_is_refused(commits, write_out, tmp_path, name):
    blob = commits.git("hash-object", "-w", "--stdin", data=b"evil")
    inner = odd_tree(commits, "x.md", blob, "100644")
    made = commit_tree(commits, odd_tree(commits, name, inner))
    with pytest.raises(GitError, match="is no name for a file"), write_out(made):
        pass
    assert not list(tmp_path.rglob("x.md"))


def test_nothing_is_written_through_a_link(commits, write_out, tmp_path):
    target = tmp_path / "target"
    target.mkdir()
    made = commit_objects(commits, {"link": Link(str(target))})
    blob = commits.git("hash-object", "-w", "--stdin", data=b"evil")
    below = {"link/x.md": TreeFile("link/x.md", "100644", blob, 4)}
    with pytest.raises(GitError, match="cannot be written out"), write_out(made, **below):
        pass
    assert not list(target.iterdir())


def test_a_file_that_is_not_there_is_said(commits, write_out):
    made = commit_objects(commits, {"a.md": "a"})
    missing = {"b.md": TreeFile("b.md", "100644", "1" * 40, 1)}
    with pytest.raises(GitError, match="the object 111111111111 is not here"), write_out(made, **missing):
        pass
