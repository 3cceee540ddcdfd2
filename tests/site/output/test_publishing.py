"""Builds one after the other, without MkDocs."""

from __future__ import annotations

import errno
import os
from itertools import count

import pytest

from estiba.listing import files_of, list_site
from estiba.site.output import publishing, swapping
from estiba.site.output.places import places_of
from estiba.site.output.publishing import publish
from estiba.site.output.swapping import recover, remove
from trees import Folder, Link, inodes, told, write_tree

PAGES = {"index.html": b"home", "a/index.html": b"a", "b/c/index.html": b"c"}
EDITED = {**PAGES, "a/index.html": b"A", "d/index.html": b"d"}


class Sites:
    """A place for a site, and builds into it."""

    def __init__(self, root):
        self.places, self.spare = places_of(str(root / "site")), root / "spare"
        self.site = self.places.site

    def build(self, written, kept=()):
        """Build; gives what was told of the new site."""
        marks = {}
        recover(self.places)
        last = list_site(self.site)
        write_tree(self.places.staging, {".estiba": b"", **written})
        publish(
            self.places,
            self.spare,
            last,
            kept,
            is_made=lambda name: name == ".estiba",
            tell=marks.update,
        )
        return marks


@pytest.fixture(params=["at once", "by two renames"])
def sites(request, tmp_path, monkeypatch):
    if request.param == "by two renames":
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    return Sites(tmp_path)


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def of(site):
    return {name: what for name, what in told(site).items() if name != ".estiba"}


def test_the_first_site_has_no_spare_folder(sites, tmp_path):
    marks = sites.build(PAGES)
    assert of(sites.site) == PAGES
    assert marks == files_of(sites.site)
    assert names(tmp_path) == ["site"]


def test_the_last_site_becomes_the_spare_and_the_one_after_is_made_of_it(sites, tmp_path):
    sites.build(PAGES)
    first = sites.site.stat().st_ino
    pages, home = EDITED, inodes(sites.site)["index.html"]
    for number in range(4):
        written = {"a/index.html": b"A%d" % number, "d/index.html": b"d"}
        before = told(sites.site)
        marks = sites.build(written, ["index.html", "b/c/index.html"])
        assert of(sites.site) == {**pages, **written}
        assert of(sites.spare) == {name: what for name, what in before.items() if name != ".estiba"}
        assert inodes(sites.site)["index.html"] == inodes(sites.spare)["index.html"] == home
        assert marks == files_of(sites.site)
        assert names(tmp_path) == ["site", "spare"]
        assert (sites.spare if number % 2 == 0 else sites.site).stat().st_ino == first


def test_without_a_place_for_it_the_last_site_goes(sites, tmp_path):
    sites.spare = None
    sites.build(PAGES)
    sites.build({"a/index.html": b"A"}, ["index.html"])
    assert of(sites.site) == {"index.html": b"home", "a/index.html": b"A"}
    assert names(tmp_path) == ["site"]


def test_what_the_owner_has_is_in_each_site_and_only_there(sites):
    sites.build(PAGES)
    owners = {".well-known/x": b"1", ".git": Link("nowhere"), ".htaccess": b""}
    write_tree(sites.site, owners)
    for number in range(5):
        sites.build({"index.html": b"%d" % number}, ["a/index.html"])
        assert of(sites.site) == {
            **owners,
            "index.html": b"%d" % number,
            "a/index.html": b"a",
            ".well-known/x": b"1" * (number + 1),
        }
        assert of(sites.spare).keys() <= PAGES.keys()
        with (sites.site / ".well-known/x").open("ab") as file:  # in place
            file.write(b"1")


def test_what_the_owner_removes_does_not_come_back(sites):
    sites.build(PAGES)
    write_tree(sites.site, {".well-known/x": b"1"})
    sites.build(PAGES)
    (sites.site / ".well-known/x").unlink()
    sites.build(PAGES)
    sites.build(PAGES)
    assert of(sites.site) == {**PAGES, ".well-known": Folder()}


def test_a_page_that_is_written_in_place_is_as_it_was_written_until_it_is_built(sites):
    sites.build(PAGES)
    sites.build({}, PAGES)
    marks = files_of(sites.site)
    (sites.site / "a/index.html").write_bytes(b"by hand")
    assert {name for name, mark in files_of(sites.site).items() if mark != marks[name]} == {"a/index.html"}
    sites.build({"a/index.html": b"a"}, PAGES)
    assert of(sites.site) == PAGES


def test_a_spare_that_cannot_be_used_goes(sites, monkeypatch):
    def fails(*_):
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    sites.build(PAGES)
    sites.build(PAGES)
    inode = sites.spare.stat().st_ino
    monkeypatch.setattr(publishing, "clear", fails)
    sites.build(EDITED)
    assert of(sites.site) == EDITED
    assert of(sites.spare) == PAGES
    assert sites.spare.stat().st_ino != inode


def test_an_error_leaves_the_site_and_no_spare(sites, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    sites.build(PAGES)
    sites.build(PAGES)
    monkeypatch.setattr(publishing, "flush", full)
    with pytest.raises(OSError, match="No space left"):
        sites.build(EDITED)
    assert of(sites.site) == PAGES
    assert not sites.spare.exists()
    monkeypatch.undo()
    sites.build(EDITED)
    assert of(sites.site) == EDITED


class Killed(BaseException):
    """What nobody catches."""


CALLS = ("mkdir", "link", "rename", "unlink", "rmdir", "chmod")


def kill(monkeypatch, at):
    """Have the call number `at` of those that change the disk be the last; gives the count of calls."""
    calls = count(1)

    def last(call):
        def made(*words, **options):
            number = next(calls)
            if number > at:
                raise Killed
            return call(*words, **options)

        return made

    for name in CALLS:
        monkeypatch.setattr(os, name, last(getattr(os, name)))
    monkeypatch.setattr(swapping, "_exchange", last(swapping._exchange))


@pytest.mark.parametrize("has_spare", [False, True])
def test_who_is_killed_after_any_call_leaves_the_old_site_or_the_new_one(
    sites, tmp_path, monkeypatch, has_spare
):
    kept, written = ["index.html", "b/c/index.html"], {"a/index.html": b"A", "d/index.html": b"d"}
    gone, owners = {"gone/index.html": b""}, {".well-known/x": b"x"}
    found = []
    for at in count():
        for folder in (sites.site, sites.spare):
            remove(folder)
        if has_spare:
            sites.build({**PAGES, "e/index.html": b""})
        sites.build({**PAGES, **gone})
        write_tree(sites.site, owners)
        assert sites.spare.exists() is has_spare
        with monkeypatch.context() as patch:
            kill(patch, at)
            try:
                sites.build(written, kept)
            except Killed:
                pass
            else:
                break
        recover(sites.places)
        found.append(of(sites.site))
        sites.build(written, kept)
        assert of(sites.site) == {**EDITED, **owners}
        assert names(tmp_path) == ["site", "spare"]
    olds = found.index({**EDITED, **owners})
    assert 0 < olds < len(found)
    assert found[:olds] == [{**PAGES, **gone, **owners}] * olds
    assert found[olds:] == [{**EDITED, **owners}] * (len(found) - olds)
