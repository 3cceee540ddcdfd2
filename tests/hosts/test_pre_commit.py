"""The hooks for pre-commit: those that we offer, and those that we use, run by pre-commit itself.

No environment is made for a hook, which would take the network: the commands are those of this one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from estiba.vault.links.note_names import NOTE_SUFFIXES
from repositories import ALONE, Commits

ROOT = Path(__file__).parents[2]
OFFERED = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
OURS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
PROGRAMS = Path(sys.executable).parent
GOOD = "---\ntitle: Nota\n---\n\nTexto.\n"
SLIP = "---\ntitle: Nota\ntags: [netwrok]\n---\n\nTexto.\n"
POLICY = "[tags]\nclosed = true\n[tags.vocabulary.network]\n"
COMPOSE = "services:\n  web:\n    image: nginx:1.29\n"


def pre_commit(*words, home, cwd=ROOT):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *words],
        cwd=cwd,
        env=environment | ALONE | {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "words",
    [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", ".pre-commit-config.yaml")],
)
def test_pre_commit_takes_the_files(words, tmp_path):
    done = pre_commit(*words, home=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_ours_take_no_network():
    assert [repository["repo"] for repository in OURS["repos"]] == ["local"]
    for hook in OURS["repos"][0]["hooks"]:
        assert hook["language"] == "system"
        assert hook["entry"].startswith(".venv/bin/")
        assert (PROGRAMS / hook["entry"].split()[0].removeprefix(".venv/bin/")).is_file()


@pytest.mark.parametrize(
    ("path", "hooks"),
    [
        *((f"docs/Una nota{suffix}", {"estiba-check", "estiba-fix"}) for suffix in NOTE_SUFFIXES),
        ("compose.yaml", {"estiba-check", "estiba-fix"}),
        ("x/docker-compose.prod.yml", {"estiba-check", "estiba-fix"}),
        ("estiba.toml", {"estiba-check"}),
        ("estiba-baseline.json", {"estiba-check"}),
        ("mkdocs.yml", set()),
        ("docs/a.png", set()),
        ("decompose.yml", set()),
    ],
)
def test_which_files_call_a_hook(path, hooks):
    assert {hook["id"] for hook in OFFERED if re.search(hook["files"], path)} == hooks


@pytest.fixture
def repository(tmp_path):
    """A repository with the offered hooks, and what pre-commit keeps for itself beside it."""
    hooks = [
        {**hook, "language": "system", "entry": str(PROGRAMS / hook["entry"].split()[0]) + hook["entry"][6:]}
        for hook in OFFERED
    ]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    commits = Commits(tmp_path / "vault")
    files = {"mkdocs.yml": "", "estiba.toml": POLICY, "docs/a.md": GOOD, "compose.yaml": COMPOSE}
    commits.commit({".pre-commit-config.yaml": yaml.safe_dump(config), **files})
    return commits


def test_a_commit_is_checked_in_its_vault_and_mended(repository, tmp_path):
    done = pre_commit("run", "--all-files", cwd=repository.root, home=tmp_path / "home")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.findall(r"^(.*?)\.+(\w+)$", done.stdout, re.MULTILINE) == [
        ("estiba check", "Passed"),
        ("estiba fix", "Passed"),
    ]
    repository.write({"docs/d.md": SLIP, "compose.yaml": f"version: '3'\n{COMPOSE}"})
    repository.git("add", "-A")
    done = pre_commit("run", cwd=repository.root, home=tmp_path / "home")
    assert done.returncode == 1
    assert re.findall(r"^(.*?)\.+(\w+)$", done.stdout, re.MULTILINE) == [
        ("estiba check", "Passed"),
        ("estiba fix", "Failed"),
    ]
    assert "files were modified by this hook" in done.stdout
    assert "tags: [network]" in (repository.root / "docs/d.md").read_text("utf-8")
    assert (repository.root / "compose.yaml").read_text("utf-8") == COMPOSE


def test_an_error_in_another_note_stops_the_commit(repository, tmp_path):
    repository.commit({"docs/c.md": GOOD, "docs/b.md": "---\ntitle: A: b\n---\n"})
    repository.write({"docs/a.md": f"{GOOD}\nMás.\n"})
    repository.git("add", "-A")
    done = pre_commit("run", "estiba-check", cwd=repository.root, home=tmp_path / "home")
    assert done.returncode == 1
    assert "docs/b.md:2:8: error: 'title: A: b' has a second colon" in done.stdout


def test_a_file_that_is_no_note_calls_nothing(repository, tmp_path):
    repository.write({"README.txt": "x"})
    repository.git("add", "-A")
    done = pre_commit("run", cwd=repository.root, home=tmp_path / "home")
    assert (done.returncode, done.stdout.count("Skipped")) == (0, 2)
