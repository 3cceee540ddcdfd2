from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from estiba.site.output.spares import place_of_spare, put_away
from trees import Folder, Link, Pipe, told, write_tree


@pytest.fixture
def config(tmp_path):
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    config.load_dict(
        {"site_name": "Semilla", "theme": {"name": "mkdocs", "custom_dir": str(tmp_path / "theme")}}
    )
    write_tree(tmp_path, {"docs": Folder(), "theme": Folder(), "site": Folder()})
    config.validate()
    return config


def test_the_spare_folder_of_each_site_lies_in_a_folder_that_git_does_not_see(config, tmp_path):
    place = place_of_spare(tmp_path / "site", config)
    assert place.parent == tmp_path / ".cache/estiba"
    assert re.fullmatch("spare-[0-9a-f]{12}", place.name)
    assert told(tmp_path / ".cache") == {"estiba/.gitignore": b"*\n"}
    assert place_of_spare(tmp_path / "site", config) == place
    place.mkdir()
    assert place_of_spare(tmp_path / "site", config) == place
    assert place_of_spare(tmp_path / "other", config) not in {None, place}


@pytest.mark.parametrize(
    "there",
    [
        {".cache": Link("elsewhere")},
        {".cache/estiba": Link("../elsewhere")},
        {".cache/estiba": Link("..")},
        {".cache/estiba": Link("nowhere")},
        {".cache": b"a file"},
        {".cache/estiba": Pipe()},
    ],
)
def test_what_is_no_folder_is_left_alone(config, tmp_path, there):
    write_tree(tmp_path, {"elsewhere": Folder(), **there})
    before = told(tmp_path)
    assert place_of_spare(tmp_path / "site", config) is None
    assert told(tmp_path) == before


@pytest.mark.parametrize("there", [Link("../../elsewhere"), Link("nowhere"), b"a file", Pipe()])
def test_there_is_no_spare_folder_where_something_else_is(config, tmp_path, there):
    place = place_of_spare(tmp_path / "site", config)
    write_tree(tmp_path, {"elsewhere/index.html": b"", place.relative_to(tmp_path).as_posix(): there})
    assert place_of_spare(tmp_path / "site", config) is None


@pytest.mark.parametrize("what", ["site", "notes", "theme"])
def test_it_is_not_published(config, tmp_path, monkeypatch, what):
    if what == "notes":
        config.docs_dir = str(tmp_path / ".cache")
    elif what == "theme":
        monkeypatch.setattr(type(config.theme), "custom_dir", str(tmp_path))
    assert place_of_spare(tmp_path if what == "site" else tmp_path / "site", config) is None
    assert not (tmp_path / ".cache").exists()


def test_there_is_none_without_a_project_or_on_another_disk(config, tmp_path, monkeypatch):
    stat = Path.stat

    def on_another_disk(path, **options):
        found = stat(path, **options)
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:])) if path == tmp_path else found

    monkeypatch.setattr(Path, "stat", on_another_disk)
    assert place_of_spare(tmp_path / "site", config) is None
    monkeypatch.undo()
    assert place_of_spare(tmp_path / "site", config) is not None
    config.config_file_path = ""
    assert place_of_spare(tmp_path / "site", config) is None


OLD = {"index.html": b"old", ".well-known/x": b"", ".git": Link("nowhere"), ".estiba": b"", "a/.env": b""}


def test_an_old_site_becomes_the_spare_without_what_is_its_owner_s(tmp_path):
    write_tree(tmp_path / "old", OLD)
    put_away(tmp_path / "old", tmp_path / "spare")
    assert told(tmp_path) == {"spare/index.html": b"old", "spare/a/.env": b""}
    write_tree(tmp_path / "spare", {".git/x": b""})
    put_away(tmp_path / "spare", tmp_path / "spare")
    put_away(tmp_path / "nowhere", tmp_path / "spare")
    assert told(tmp_path) == {"spare/index.html": b"old", "spare/a/.env": b""}


@pytest.mark.parametrize("reason", ["no place", "taken", "another disk"])
def test_an_old_site_that_cannot_become_the_spare_is_removed(tmp_path, monkeypatch, reason):
    def refuse(*_):
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    write_tree(tmp_path / "old", OLD)
    if reason == "taken":
        write_tree(tmp_path, {"spare/x": b""})
    elif reason == "another disk":
        monkeypatch.setattr(Path, "rename", refuse)
    put_away(tmp_path / "old", None if reason == "no place" else tmp_path / "spare")
    assert told(tmp_path) == ({"spare/x": b""} if reason == "taken" else {})
