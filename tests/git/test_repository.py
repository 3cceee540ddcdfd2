"""Where a repository is, and what its revisions are."""

from __future__ import annotations

import pytest

from estiba.git.repository import NoRepository, Repository, UnknownRevision
from estiba.git.running import GitError
from repositories import Commits


@pytest.fixture
def commits(tmp_path):
    return Commits(tmp_path / "vault")


def test_a_repository_is_found_from_a_folder_in_it(commits):
    commits.commit({"docs/redes/nota.md": "a"})
    repository = Repository.find(commits.root / "docs/redes")
    assert repository.root == commits.root.resolve()
    assert repository.folder(commits.root / "docs/redes") == "docs/redes"
    assert repository.folder(commits.root) == ""


def test_a_folder_in_no_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoRepository, match="is in no Git repository"):
        Repository.find(tmp_path)


def test_without_git(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="Git is not installed"):
        Repository(tmp_path).commit("HEAD")


@pytest.mark.parametrize("name", ["nowhere", "--all", "-h", "HEAD^{tree}:", "a b", ""])
def test_what_is_no_commit(commits, name):
    commits.commit({"a": "a"})
    with pytest.raises(UnknownRevision, match="is no commit of this repository"):
        Repository.find(commits.root).commit(name)


def test_where_two_branches_parted(commits):
    fork = commits.commit({"a": "1"})
    commits.branch("topic")
    topic = commits.commit({"b": "2"})
    commits.git("checkout", "-q", "main")
    main = commits.commit({"a": "3"})
    repository = Repository.find(commits.root)
    assert repository.merge_base(main, topic) == fork
    commits.git("checkout", "-q", "--orphan", "alone")
    alone = commits.commit({"c": "4"})
    with pytest.raises(GitError, match="have no commit in common; a shallow clone may lack it"):
        repository.merge_base(main, alone)


def test_the_base_is_the_branch_of_the_pull_request_else_main_or_master(commits, monkeypatch):
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    main = commits.commit({"a": "1"})
    commits.branch("release")
    release = commits.commit({"a": "2"})
    repository = Repository.find(commits.root)
    assert repository.base() == main
    monkeypatch.setenv("GITHUB_BASE_REF", "release")
    assert repository.base() == release
    monkeypatch.setenv("GITHUB_BASE_REF", "gone")
    assert repository.base() == main


def test_a_repository_with_neither(commits, monkeypatch):
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    commits.commit({"a": "1"})
    commits.git("branch", "-m", "main", "trunk")
    with pytest.raises(UnknownRevision, match="no branch is called 'main' or 'master'"):
        Repository.find(commits.root).base()


def test_what_points_git_elsewhere_is_not_heeded(commits, tmp_path, monkeypatch):
    commits.commit({"a": "1"})
    other = Commits(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    assert Repository.find(commits.root).root == commits.root.resolve()
