from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from estiba.listing import files_of, list_site
from estiba.site.output.assembling import clear, fill, parts_of
from trees import Folder, Link, Pipe, Shared, inodes, told, write_tree

LIVE = {"index.html": b"home", "a/index.html": b"a", "a/b/index.html": b"b", "gone/x.html": b"x"}
KEPT = ["a/b/index.html", "a/index.html"]
WRITTEN = {"index.html": b"new", "c/index.html": b"c", "empty": Folder(), "link": Link("c")}
NEW = {"index.html": b"new", "a/index.html": b"a", "a/b/index.html": b"b"} | {
    name: WRITTEN[name] for name in ("c/index.html", "empty", "link")
}


def assemble(root, live=LIVE, written=WRITTEN, kept=KEPT, tree=None):
    """Put a site together in `tree`, or where it was written; gives the folder and the marks."""
    write_tree(root / "live", live)
    write_tree(root / "written", written)
    site = root / "live"
    parts = parts_of(site, list_site(site), root / "written", kept)
    if tree is None:
        return root / "written", fill(root / "written", parts, parts.new)
    write_tree(root / "tree", tree)
    return root / "tree", fill(root / "tree", parts, clear(root / "tree", parts))


@pytest.mark.parametrize("tree", [None, {}], ids=["where it was written", "elsewhere"])
def test_what_is_kept_is_linked_and_the_rest_is_moved(tmp_path, tree):
    write_tree(tmp_path / "written", WRITTEN)
    wrote = inodes(tmp_path / "written")
    site, marks = assemble(tmp_path, written={}, tree=tree)
    was, now = inodes(tmp_path / "live"), inodes(site)
    assert told(site) == NEW
    assert told(tmp_path / "live") == LIVE
    assert {name: now[name] for name in KEPT} == {name: was[name] for name in KEPT}
    assert {name: now[name] for name in wrote} == wrote
    assert marks == files_of(site)
    assert sorted(marks) == ["a/b/index.html", "a/index.html", "c/index.html", "index.html"]


def test_what_is_in_place_already_is_not_touched(tmp_path, monkeypatch):
    write_tree(tmp_path / "live", LIVE)
    there = {name: Shared(tmp_path / "live" / name) for name in KEPT}
    write_tree(tmp_path / "tree", {**there, "index.html": b"of before", "c/index.html": b"c"})
    monkeypatch.setattr(os, "link", None)
    site, marks = assemble(tmp_path, live={}, tree={})
    assert told(site) == NEW
    assert marks == files_of(site)


def test_a_file_with_the_same_bytes_is_the_one_of_before(tmp_path):
    written = {"same.html": b"igual", "other.html": b"nueva", "longer.html": b"larga"}
    live = {"same.html": b"igual", "other.html": b"vieja", "longer.html": b"lar"}
    site, _ = assemble(tmp_path, live=live, written=written, kept=(), tree={"same.html": b"igual"})
    was, now = inodes(tmp_path / "live"), inodes(site)
    assert told(site) == written
    assert {name for name in written if was[name] == now[name]} == {"same.html"}


def test_what_was_written_comes_before_what_is_kept(tmp_path):
    site, _ = assemble(tmp_path, kept=[*KEPT, "index.html"], tree={})
    assert told(site) == NEW


def test_a_kept_file_that_is_none_is_an_error(tmp_path):
    live = {**LIVE, "linked.html": Link("index.html")}
    for name in ("nowhere.html", "a", "linked.html", "../live/index.html"):
        with pytest.raises(FileNotFoundError, match=f"live/{name}"):
            assemble(tmp_path, live={} if (tmp_path / "live").exists() else live, written={}, kept=[name])


def hostile(root: Path):
    """A tree in which nothing is what it should be."""
    return {
        "index.html": Link("../../secret"),
        "a": Link(str(root / "elsewhere")),
        "c/index.html/deep/x": b"a folder in the place of a file",
        "empty": Pipe(),
        "link": Folder(),
        "b\udcff\n.html": b"",
        "closed": Folder(0o000),
        "read only/x/y": b"",
        "read only": Folder(0o555),
        ".git/hooks/post-commit": b"evil",
        ".htaccess": b"evil",
        "gone/x.html": b"x",
    }


@pytest.mark.parametrize("of_root", [0o755, 0o500])
def test_a_hostile_tree_becomes_the_site_and_nothing_else_is_touched(tmp_path, of_root):
    outside = {"index.html": b"outside", "b/index.html": b"outside"}
    write_tree(tmp_path / "elsewhere", outside)
    (tmp_path / "secret").write_bytes(b"secret")
    write_tree(tmp_path / "tree", hostile(tmp_path))
    (tmp_path / "tree").chmod(of_root)
    site, marks = assemble(tmp_path, tree={})
    assert told(site) == NEW
    assert told(tmp_path / "elsewhere") == outside
    assert (tmp_path / "secret").read_bytes() == b"secret"
    assert marks == files_of(site)


def test_folders_have_the_modes_that_they_have_in_the_last_site_or_were_written_with(tmp_path):
    write_tree(tmp_path / "live", {**LIVE, "a": Folder(0o2751), "a/b": Folder(0o700)})
    write_tree(tmp_path / "written", {**WRITTEN, "c": Folder(0o750), "empty": Folder(0o711)})
    (tmp_path / "live").chmod(0o2751)
    site, _ = assemble(
        tmp_path, live={}, written={}, tree={"a": Folder(0o700), "c": Folder(0o777), "c/x": b""}
    )
    modes = {name: (site / name).stat().st_mode & 0o7777 for name in (".", "a", "a/b", "c", "empty")}
    assert modes == {".": 0o2751, "a": 0o2751, "a/b": 0o700, "c": 0o750, "empty": 0o711}


@pytest.mark.parametrize("number", [errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOTSUP])
@pytest.mark.parametrize("tree", [None, {"a/index.html": b"old"}], ids=["where it was written", "elsewhere"])
def test_files_are_copied_where_they_cannot_be_linked(tmp_path, monkeypatch, number, tree):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    write_tree(tmp_path / "live", LIVE)
    os.utime(tmp_path / "live/a/index.html", ns=(5, 1_000_000_007))
    site, marks = assemble(tmp_path, live={}, tree=tree)
    assert told(site) == NEW
    assert not set(inodes(tmp_path / "live").values()) & set(inodes(site).values())
    assert (site / "a/index.html").stat().st_mtime_ns == 1_000_000_007
    assert marks == files_of(site)


def test_what_somebody_wrote_during_the_build_looks_touched(tmp_path):
    write_tree(tmp_path / "live", LIVE)
    (tmp_path / "written").mkdir()
    last = list_site(tmp_path / "live")
    for name in KEPT:
        (tmp_path / "live" / name).unlink()
        (tmp_path / "live" / name).write_bytes(b"somebody's")
    parts = parts_of(tmp_path / "live", last, tmp_path / "written", KEPT)
    marks = fill(tmp_path / "written", parts, parts.new)
    now = files_of(tmp_path / "written")
    assert [name for name in KEPT if marks[name] == now[name]] == []


NAMES = st.sampled_from(["a", "b", ".c", "a/a", "a/b", "b/a", "b/b", "a/b/a", "a/b/.c", ".c/a"])
BYTES = st.sampled_from([b"", b"1", b"2"])
SITES = st.dictionaries(NAMES, BYTES | st.just(Folder()), max_size=6)
ODD = st.dictionaries(
    NAMES, BYTES | st.sampled_from([Folder(), Folder(0o555), Link("a"), Link("/"), Pipe()]), max_size=6
)


def fitting(tree):
    """Take out of `tree` what stands below something that is no folder."""
    return {
        name: what
        for name, what in tree.items()
        if all(isinstance(tree.get(str(one), Folder()), Folder) for one in PurePosixPath(name).parents)
    }


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(live=SITES.map(fitting), spare=ODD.map(fitting), written=SITES.map(fitting), data=st.data())
def test_the_site_is_what_was_written_and_what_is_kept(live, spare, written, data):
    files = sorted(name for name, what in live.items() if isinstance(what, bytes) and name[:3] != ".c/")
    some_files = st.sets(st.sampled_from(files)) if files else st.just(set())
    kept = {
        name
        for name in data.draw(some_files, "kept")
        if name not in written and fitting({**written, name: b""}).keys() == {*written, name}
    }
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        write_tree(root / "live", live)
        for name in data.draw(some_files, "in place"):
            if name in spare:
                spare[name] = Shared(root / "live" / name)
        before, was = told(root / "live"), inodes(root / "live")
        tree = data.draw(st.sampled_from([None, spare]), "tree")
        site, marks = assemble(root, live={}, written=written, kept=kept, tree=tree)
        assert told(site) == leaves({**written, **{name: live[name] for name in kept}})
        assert (told(root / "live"), inodes(root / "live")) == (before, was)
        now = inodes(site)
        assert {name: now[name] for name in kept} == {name: was[name] for name in kept}
        assert marks == files_of(site)


def leaves(tree):
    """Leave out the folders of `tree` that hold something."""
    return {name: what for name, what in tree.items() if not any(one.startswith(f"{name}/") for one in tree)}
