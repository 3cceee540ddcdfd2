from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from estiba.vault.files.finding import FoundFiles, find_files


@pytest.fixture
def vault(tmp_path):
    """Give a vault with a note, an attachment, a secret and a hidden note, and what stands beside it."""
    (tmp_path / "outside/folder").mkdir(parents=True)
    for name in ("outside/a.md", "outside/folder/b.md", "docs/a.md", "docs/in/b.png", "docs/.env"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    for folder in (".git", ".hidden"):
        (tmp_path / "docs" / folder).mkdir()
        (tmp_path / "docs" / folder / "c.md").write_text("x")
    return tmp_path / "docs"


OWN = [".env", "a.md", ".hidden/c.md", "in/b.png"]


def refused(root: Path) -> dict[str, str]:
    found = find_files(root)
    assert found.paths == OWN
    return {path: refusal.value for path, refusal in found.refused.items()}


@pytest.mark.parametrize(
    ("name", "target", "reason"),
    [
        ("x.md", "/etc/passwd", "outside"),
        ("x.md", "../outside/a.md", "outside"),
        ("x.md", "in/../../outside/a.md", "outside"),
        ("in/x.md", "../../docs/../outside/a.md", "outside"),
        ("x.md", "/dev/zero", "outside"),
        ("x.md", "nothing.md", "nowhere"),
        ("x.md", "x.md", "nowhere"),
        ("x.md", "/proc/self/root/etc/nothing", "nowhere"),
        ("x", "../outside/folder", "folder"),
        ("x", ".", "folder"),
        ("x", "in", "folder"),
        ("x.md", "/etc", "folder"),
        ("x.md", "in/b.png", "other-kind"),
        ("x.png", "a.md", "other-kind"),
        ("x.txt", ".env", "other-kind"),
        ("x.env", ".env", "other-kind"),
        ("x.md", ".git/c.md", "other-kind"),
        ("x.md", ".hidden/c.md", "other-kind"),
        ("estiba.toml", "/etc/passwd", "outside"),
    ],
)
def test_row_55_a_link_that_must_not_be_followed_is_refused(vault, name, target, reason):
    (vault / name).symlink_to(target)
    assert refused(vault) == {name: reason}


def test_row_55_a_link_through_a_link_is_judged_by_where_it_ends(vault):
    (vault / ".way").symlink_to("../outside")
    (vault / "x.md").symlink_to(".way/a.md")
    assert refused(vault) == {"x.md": "outside"}


@pytest.mark.parametrize(("name", "target"), [("README.md", "a.md"), ("c.PNG", "in/b.png")])
def test_row_55_a_link_to_a_file_of_its_kind_in_the_vault_is_followed(vault, name, target):
    (vault / name).symlink_to(target)
    found = find_files(vault)
    assert found.refused == {}
    assert name in found.paths


def test_row_55_the_vault_itself_may_be_reached_by_a_link(vault):
    (vault / "README.md").symlink_to(vault / "a.md")
    way = vault.parent / "way"
    way.symlink_to(vault)
    assert find_files(way).refused == {}
    assert "README.md" in find_files(way).paths


def test_row_55_circles_of_links_take_no_time(vault):
    for one in "pq":
        (vault / one).mkdir()
        for number in range(40):
            (vault / one / f"l{number}").symlink_to(f"../{'q' if one == 'p' else 'p'}")
    assert set(refused(vault).values()) == {"folder"}


def test_row_55_links_of_editors_and_in_folders_of_programs_are_passed_over(vault):
    (vault / ".#a.md").symlink_to("ana@casa.1234:5678")
    (vault / ".git/x").symlink_to("/etc")
    (vault / "node_modules").symlink_to("/etc")
    assert refused(vault) == {}


def test_row_55_what_is_no_file_is_never_opened(vault):
    os.mkfifo(vault / "pipe.md")
    os.mkfifo(vault / "in/pipe.png")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        try:
            os.chdir(vault)  # a socket's name may not be long
            listening.bind("socket.md")
        finally:
            os.chdir(here)
    assert refused(vault) == dict.fromkeys(["pipe.md", "in/pipe.png", "socket.md"], "no-file")


def test_row_55_a_link_to_a_pipe_in_the_vault_is_no_file(vault):
    os.mkfifo(vault / ".pipe.md")
    (vault / "x.md").symlink_to(".pipe.md")
    assert refused(vault) == {"x.md": "no-file"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_row_55_what_the_system_keeps_back_is_refused(vault):
    (vault / "x.md").write_text("x")
    (vault / "x.md").chmod(0)
    (vault / "y").mkdir(mode=0)
    assert refused(vault) == {"x.md": "denied", "y": "denied"}


def test_row_55_a_file_that_is_gone_when_it_is_read_keeps_no_other_back(vault):
    found = FoundFiles(vault)
    assert list(found.read(["gone.md", "a.md"])) == [("a.md", b"x")]
    assert found.refused == {"gone.md": "denied"}


def test_row_54_a_name_that_is_no_utf_8_is_refused(vault):
    Path(os.fsdecode(os.fsencode(vault) + b"/ma\xf1ana")).mkdir()
    Path(os.fsdecode(os.fsencode(vault) + b"/a\xff.md")).write_text("x")
    assert refused(vault) == {"a\udcff.md": "name", "ma\udcf1ana": "name"}


def test_row_54_folders_in_folders_have_an_end(vault):
    (vault / "/".join("d" * 200)).mkdir(parents=True)
    assert refused(vault) == {"/".join(["d"] * 65): "depth"}


def test_row_55_files_come_in_the_order_of_their_names(tmp_path):
    for name in ("b/z.md", "a.md", "b.md", "b/a/y.md", "ñ.md", "B.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert find_files(tmp_path).paths == ["B.md", "a.md", "b.md", "ñ.md", "b/z.md", "b/a/y.md"]


def test_what_is_gone_when_it_is_judged_is_refused(vault):
    (vault / "a.svg").write_text("<svg><script/></svg>")
    found = FoundFiles(vault)
    assert found.is_active("a.svg")
    assert not found.is_active("in/b.png")
    assert found.refused == {}
    assert not found.is_active("b.svg")
    assert found.refused == {"b.svg": "denied"}
