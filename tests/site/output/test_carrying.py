from __future__ import annotations

import os

import pytest

from estiba.site.output.carrying import carry_over, clone, make_like


@pytest.fixture
def old(tmp_path):
    root = tmp_path / "old"
    for name in (".git/objects/a", ".well-known/x", ".estiba", ".nojekyll", "index.html", "CNAME"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    (root / ".link").symlink_to("nowhere")
    return root


def test_what_begins_with_a_point_is_in_both_until_the_old_one_goes(old, tmp_path):
    new = tmp_path / "new"
    make_like(new, old)
    (new / ".nojekyll").write_text("ours")
    carry_over(old, new, is_made=lambda name: name == ".estiba")
    assert sorted(one.name for one in new.iterdir()) == [".git", ".link", ".nojekyll", ".well-known"]
    assert (new / ".nojekyll").read_text() == "ours"
    assert (new / ".git/objects/a").read_text() == ".git/objects/a"
    assert (new / ".link").readlink().name == "nowhere"
    assert (old / ".git/objects/a").exists()


def test_there_need_be_nothing(tmp_path):
    make_like(tmp_path / "new", tmp_path / "old")
    carry_over(tmp_path / "old", tmp_path / "new", is_made=str.isdigit)
    assert list((tmp_path / "new").iterdir()) == []


def test_files_are_copied_where_they_cannot_be_shared(old, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    clone(old, tmp_path / "new")
    assert (tmp_path / "new/.git/objects/a").read_text() == ".git/objects/a"
    assert (tmp_path / "new/.link").is_symlink()


def test_the_folder_has_the_rights_of_the_old_one(old, tmp_path):
    old.chmod(0o2751)
    make_like(tmp_path / "new", old)
    assert (tmp_path / "new").stat().st_mode & 0o7777 == 0o2751
