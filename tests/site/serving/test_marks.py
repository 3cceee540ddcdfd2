from __future__ import annotations

import os

from estiba.site.serving.marks import mark_of, take_marks


def test_the_files_below_folders_and_those_that_are_named(tmp_path):
    (tmp_path / "docs/.obsidian").mkdir(parents=True)
    (tmp_path / "docs/__pycache__").mkdir()
    (tmp_path / "docs/redes").mkdir()
    for name in (
        "docs/a.md",
        "docs/redes/b.md",
        "docs/.obsidian/c.json",
        "docs/__pycache__/d.pyc",
        "estiba.toml",
    ):
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / "docs/out").symlink_to(tmp_path)
    marks = take_marks([str(tmp_path / "docs"), str(tmp_path / "estiba.toml"), str(tmp_path / "nothing")])
    found = {os.path.relpath(path, tmp_path) for path in marks}
    assert found == {"docs/a.md", "docs/redes/b.md", "docs/out", "estiba.toml"}


def test_a_change_changes_the_mark_of_its_file_alone(tmp_path):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("uno", "utf-8")
    before = take_marks([str(tmp_path)])
    assert take_marks([str(tmp_path)]) == before
    (tmp_path / "a.md").write_text("otro", "utf-8")
    after = take_marks([str(tmp_path)])
    assert {path for path in after if after[path] != before[path]} == {str(tmp_path / "a.md")}


def test_a_link_is_no_file(tmp_path):
    (tmp_path / "a").write_text("", "utf-8")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert mark_of(tmp_path / "a") is not None
    assert mark_of(tmp_path / "b") is None
    assert mark_of(tmp_path / "c") is None
