from __future__ import annotations

import os

import pytest

from estiba.listing import FileMark, files_of, list_folder
from trees import Folder, Link, Pipe, write_tree


def test_the_files_of_a_site_have_marks_and_what_the_owner_has_is_left_out(tmp_path):
    tree = {
        "index.html": b"home",
        "a/b/ñ\udcff.html": b"",
        "a/.env.example": b"A=1",
        "empty": Folder(),
        "link.html": Link("index.html"),
        "links": Link("a"),
        "pipe": Pipe(),
        ".estiba": b"",
        ".git/objects/x": b"",
    }
    write_tree(tmp_path / "site", tree)
    os.utime(tmp_path / "site/index.html", ns=(5, 1_000_000_007))
    inode = (tmp_path / "site/index.html").stat().st_ino
    marks = files_of(tmp_path / "site")
    assert sorted(marks) == ["a/.env.example", "a/b/ñ\udcff.html", "index.html"]
    assert marks["index.html"] == FileMark(4, 1_000_000_007, inode)


def test_a_mark_changes_when_the_file_does_and_not_when_it_is_linked(tmp_path):
    file, other = tmp_path / "site/index.html", tmp_path / "other"
    write_tree(tmp_path / "site", {"index.html": b"home"})
    os.utime(file, ns=(5, 1_000_000_007))
    before = files_of(tmp_path / "site")
    os.link(file, other)
    assert files_of(tmp_path / "site") == before
    file.write_bytes(b"HOME")
    assert files_of(tmp_path / "site") != before
    other.write_bytes(b"home")
    os.utime(other, ns=(5, 1_000_000_007))
    assert files_of(tmp_path / "site") == before
    file.unlink()
    file.write_bytes(b"home")
    os.utime(file, ns=(5, 1_000_000_007))
    assert files_of(tmp_path / "site") != before


def test_where_there_is_no_folder_there_are_no_files(tmp_path):
    write_tree(tmp_path, {"file": b"", "site/index.html": b"", "link": Link("site")})
    assert [files_of(tmp_path / name) for name in ("nowhere", "file", "link")] == [{}, {}, {}]


def test_what_may_not_be_read_or_goes_meanwhile_is_left_out_of_a_site_alone(tmp_path, monkeypatch):
    scandir = os.scandir

    def refuse(path):
        for name, error in (("closed", PermissionError), ("gone", FileNotFoundError)):
            if str(path).endswith(f"/{name}/"):
                raise error
        return scandir(path)

    write_tree(tmp_path / "site", {"closed/x": b"", "gone/x": b"", "index.html": b""})
    monkeypatch.setattr(os, "scandir", refuse)
    assert sorted(files_of(tmp_path / "site")) == ["index.html"]
    with pytest.raises((PermissionError, FileNotFoundError)):
        list_folder(tmp_path / "site")
