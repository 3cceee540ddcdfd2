from __future__ import annotations

from pathlib import Path

import pytest

from estiba.policy_table import ConfigError
from estiba.vault.folder import read_folder


def write(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_md", ".md").replace("_png", ".png")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_notes_and_files(tmp_path):
    write(tmp_path, a_md="# A", b__c_md="# C", b__p_png="x")
    (tmp_path / "b/d.markdown").write_text("# D")
    vault = read_folder(tmp_path)
    assert list(vault.notes) == ["a.md", "b/c.md", "b/d.markdown"]
    assert vault.attachments == {"b/p.png"}


def test_folders_of_programs_and_hidden_notes_are_left_out(tmp_path):
    write(tmp_path, a_md="")
    for name in (".git/x.md", ".obsidian/app.json", ".hidden/n.md", ".hidden/p.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    vault = read_folder(tmp_path)
    assert list(vault.notes) == ["a.md"]
    assert vault.attachments == {".hidden/p.png"}


def test_links_of_the_system_are_not_followed(tmp_path):
    outside = tmp_path / "outside"
    write(outside, secret_md="# Secret")
    root = tmp_path / "vault"
    write(root, a_md="")
    (root / "link.md").symlink_to(outside / "secret.md")
    (root / "folder").symlink_to(outside)
    assert list(read_folder(root).notes) == ["a.md"]


def test_the_policy_counts(tmp_path):
    write(tmp_path / "docs", a_md="---\noculto: true\n---\n", b_md="")
    (tmp_path / "estiba.toml").write_text('[fields]\noculto = "draft"\n')
    assert list(read_folder(tmp_path / "docs").notes) == ["b.md"]
    (tmp_path / "docs/estiba.toml").write_text("colour = 1\n")
    with pytest.raises(ConfigError):
        read_folder(tmp_path / "docs")


def test_what_runs_is_refused_where_nobody_vouches_for_it(tmp_path):
    write(tmp_path, a_md="", b_png="<script>")
    for name in ("x.svg", "propia/y.svg", "z.html", "nombrada.html", "lisa.svg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<svg/>" if name == "lisa.svg" else "<svg onload='x'/>")
    policy = "[trust]\npropia = 'trusted'\n[attachments]\nkeep = ['nombrada.html', '*']\n"
    (tmp_path / "estiba.toml").write_text(policy)
    vault = read_folder(tmp_path)
    assert vault.refused == {"x.svg": "active", "z.html": "active"}
    assert [vault.refusal_of(path) for path in ("x.svg", "lisa.svg", "propia/y.svg")] == ["active", "", ""]
