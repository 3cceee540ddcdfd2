"""Where the notes are in their repository."""

from __future__ import annotations

import subprocess

import pytest
from mkdocs.config import load_config

from estiba.forge import Forge
from estiba.site.forge.pages import find_forge


@pytest.fixture
def folder_of(tmp_path):
    """Give a function: the rest of `web/mkdocs.yml`, the policy -> branch and folder of the notes."""

    def find(config: str, policy: Forge | None = None, *, git: bool = False) -> tuple[str, str]:
        (tmp_path / "web/docs").mkdir(parents=True)
        (tmp_path / "notas").mkdir()
        if git:
            subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
        path = tmp_path / "web/mkdocs.yml"
        path.write_text(f"site_name: x\nrepo_url: https://github.com/o/r\n{config}", "utf-8")
        found = find_forge(policy or Forge(), load_config(str(path)))
        assert found is not None
        return found.branch, found.folder

    return find


def test_without_git_it_is_seen_from_mkdocs_yml(folder_of):
    assert folder_of("") == ("main", "docs")


def test_in_git_it_is_seen_from_the_root(folder_of):
    assert folder_of("", git=True) == ("main", "web/docs")


def test_a_folder_beside_that_of_mkdocs_yml(folder_of):
    assert folder_of("docs_dir: ../notas\n", git=True) == ("main", "notas")


def test_a_folder_that_is_elsewhere(folder_of):
    assert folder_of("docs_dir: ../notas\n") == ("main", "notas")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("edit_uri: edit/rama/a/b/", ("rama", "a/b")),
        ("edit_uri: https://github.com/o/r/edit/rama/a/", ("rama", "a")),
        ("edit_uri: blob/rama/", ("rama", "")),
        ("edit_uri: edit/una%2Frama/mis%20notas/", ("una/rama", "mis notas")),
        ("edit_uri: -/edit/rama/docs", ("rama", "docs")),
        ("edit_uri: src/branch/rama/docs", ("rama", "docs")),
        ("edit_uri_template: edit/rama/a/{path}", ("rama", "a")),
        ("edit_uri: '?query=docs/'", ("main", "web/docs")),
    ],
)
def test_what_mkdocs_yml_says_of_editing_counts_before(folder_of, written, found):
    assert folder_of(f"{written}\n", git=True) == found


def test_the_policy_counts_before_all(folder_of):
    policy = Forge(branch="b", folder="")
    assert folder_of("edit_uri: edit/rama/docs/\n", policy, git=True) == ("b", "")
