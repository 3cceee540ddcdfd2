"""`estiba check --changed` as its users call it."""

from __future__ import annotations

import pytest

from estiba.cli.main import main
from repositories import Commits

BASE = {
    "mkdocs.yml": "site_name: x\n",
    "docs/index.md": "---\ntitle: Inicio\n---\n\n[[caddy]] [[nada]]\n",
    "docs/redes/caddy.md": "---\ntitle: Caddy\n---\n\nVa a [[nada]].\n\nFin.\n",
    "docs/redes/otra.md": "---\ntitle: Otra\n---\n\n[[index]] [[caddy]]\n",
}


@pytest.fixture
def commits(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    commits = Commits(tmp_path / "vault")
    commits.commit(BASE)
    monkeypatch.chdir(commits.root)
    return commits


@pytest.fixture
def check(capsys):
    def run(*arguments):
        status = main(["check", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_nothing_changed_nothing_judged(commits, check):
    assert check("--changed") == (0, "0 errors, 0 warnings in 0 notes and 0 examples\n", "")


def test_a_note_that_changed_is_judged_whole(commits, check):
    commits.branch("topic")
    commits.write({"docs/redes/caddy.md": "---\ntitle: Caddy\n---\n\nVa a [[nada]].\n\nMás.\n"})
    assert check("--changed", "--strict") == (
        1,
        (
            "docs/redes/caddy.md:5:6: warning: the link '[[nada]]' leads to no note of the vault;"
            " mend its name, or write that note [broken-link]\n"
            "     5 | Va a [[nada]].\n"
            "       |      ^\n"
            "\n"
            "0 errors, 1 warning in 1 note and 0 examples\n"
            "Read on: estiba explain broken-link\n"
        ),
        "",
    )


def test_a_link_elsewhere_that_the_change_broke(commits, check):
    commits.write({"docs/redes/caddy.md": None})
    status, said, _ = check("--changed=main", "--strict")
    assert status == 1
    words = "warning: the link '[[caddy]]' leads to no note of the vault; mend its name, or write that note"
    assert [line for line in said.splitlines() if "[broken-link]" in line] == [
        f"docs/index.md:5:1: {words} [broken-link]",
        f"docs/redes/otra.md:5:11: {words} [broken-link]",
    ]


def test_committed_and_not_yet_committed_and_new_files_count(commits, check):
    commits.branch("topic")
    commits.commit({"docs/a.md": "---\ntitle: A\n---\n\n[[index]]\n"})
    commits.write({"docs/b.md": "---\ntitle: B\n---\n\n[[a]]\n"})
    _, said, _ = check("--changed")
    assert said.splitlines()[0] == "0 errors, 0 warnings in 2 notes and 0 examples"


def test_a_renamed_note_breaks_links_to_it(commits, check):
    commits.git("mv", "docs/redes/caddy.md", "docs/redes/proxy.md")
    status, said, _ = check("--changed", "--strict", "--format", "json")
    assert status == 1
    assert '"path": "docs/redes/otra.md"' in said
    assert '"path": "docs/redes/proxy.md"' in said


def test_a_folder_of_the_vault(commits, check):
    commits.write({"docs/a.md": "[[x]]\n", "docs/redes/b.md": "---\ntitle: B\n---\n\n[[caddy]]\n"})
    _, said, _ = check("--changed=main", "docs/redes")
    assert said.splitlines()[0] == "0 errors, 0 warnings in 1 note and 0 examples"


def test_notes_that_are_no_text_stop_nothing(commits, check):
    commits.write({"docs/a.md": "ñ".encode("latin-1"), "docs/b.md": "ñ".encode("utf-16")})
    status, said, _ = check("--changed")
    assert status == 1
    assert said.count("[unreadable-note]") == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--changed=nowhere"], "'nowhere' is no commit of this repository"),
        (
            ["--changed=main", "docs/index.md"],
            "--changed looks at folders: without their vault, links cannot be judged",
        ),
    ],
)
def test_what_cannot_be_held_against_a_base(commits, check, arguments, message):
    assert check(*arguments) == (2, "", f"estiba: {message}\n")


def test_outside_of_git(check, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("x")
    assert check("--changed") == (2, "", f"estiba: {tmp_path}: is in no Git repository\n")


def test_a_picture_that_ran_before_is_not_held_against_a_change(commits, check):
    index = "---\ntitle: Inicio\n---\n\n![a](a.svg) ![b](b.svg)\n"
    commits.commit({"docs/index.md": index, "docs/a.svg": "<svg onload='x'/>", "docs/b.svg": "<svg/>"})
    commits.branch("topic")
    assert check("--changed")[0] == 0
    commits.write({"docs/b.svg": "<svg><script/></svg>"})
    status, said, _ = check("--changed")
    assert status == 1
    assert [line.split(": ")[0] for line in said.splitlines() if line.endswith("[refused-file]")] == [
        "docs/b.svg:1:1"
    ]
