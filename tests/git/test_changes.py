"""Trees, contents and changes, whatever files are called."""

from __future__ import annotations

import pytest

from estiba.git.blobs import read_blobs
from estiba.git.changes import ChangeKind, changes_between, changes_since
from estiba.git.repository import Repository
from estiba.git.running import GitError
from estiba.git.tree import read_tree
from repositories import Commits

ODD = ["ñandú.md", "a b.md", 'quo"te.md', "tab\tx.md", "line\nend.md", "::error::x.md", "*.md", ":(top)x.md"]
LONG = "".join(f"línea {number}\n" for number in range(40))


@pytest.fixture
def commits(tmp_path):
    return Commits(tmp_path / "vault")


def said(changes):
    return [(change.kind.value, change.old_path, change.path) for change in changes]


def test_a_tree_has_the_files_below_a_folder(commits):
    head = commits.commit({f"docs/{name}": name for name in ODD} | {"other/x.md": "x", "docs-2/y.md": "y"})
    repository = Repository.find(commits.root)
    tree = read_tree(repository, head, "docs")
    assert sorted(tree) == sorted(ODD)
    contents = dict(read_blobs(repository, [file.blob for file in tree.values()]))
    assert {path: contents[file.blob].decode() for path, file in tree.items()} == {one: one for one in ODD}
    assert tree["ñandú.md"].size == len("ñandú.md".encode())
    assert read_tree(repository, head, "nowhere") == {}
    assert "other/x.md" in read_tree(repository, head)


def test_links_are_known_as_links(commits):
    (commits.root / "x.md").symlink_to("/etc/passwd")
    head = commits.commit({"y.md": "y"})
    tree = read_tree(Repository.find(commits.root), head)
    assert [(path, file.mode, file.is_regular) for path, file in tree.items()] == [
        ("x.md", "120000", False),
        ("y.md", "100644", True),
    ]


def test_contents_come_as_they_are_and_in_order(commits):
    texts = {"a": b"\r\n", "b": b"", "c": b"\0\xff\n\n", "d": b"x" * 300_000}
    head = commits.commit(texts | {".gitattributes": "* text eol=lf\n"})
    repository = Repository.find(commits.root)
    tree = read_tree(repository, head)
    found = list(read_blobs(repository, [tree[name].blob for name in "dcbd"]))
    assert [data for _, data in found] == [texts["d"], texts["c"], texts["b"], texts["d"]]
    assert list(read_blobs(repository, [])) == []


def test_a_content_that_is_not_there(commits):
    commits.commit({"a": "a"})
    with pytest.raises(GitError, match="the object 111111111111 is not here"):
        list(read_blobs(Repository.find(commits.root), ["1" * 40]))


def test_more_contents_than_a_pipe_holds(commits):
    head = commits.commit({f"{number}": f"{number}" * 50 for number in range(3000)})
    repository = Repository.find(commits.root)
    blobs = [file.blob for file in read_tree(repository, head).values()]
    assert sum(1 for _ in read_blobs(repository, blobs)) == 3000


def test_changes_between_commits(commits):
    base = commits.commit(
        {"stays": "1", "changes": "1", "goes": "1", "moves.md": LONG} | dict.fromkeys(ODD, "1")
    )
    (commits.root / "moves.md").rename(commits.root / "moved.md")
    head = commits.commit({"changes": "2", "goes": None, "comes": "3"} | dict.fromkeys(ODD, "2"))
    repository = Repository.find(commits.root)
    expected = [("changed", name, name) for name in [*ODD, "changes"]]
    expected += [("added", "", "comes"), ("removed", "goes", "goes"), ("renamed", "moves.md", "moved.md")]
    changes = changes_between(repository, base, head)
    assert said(changes) == sorted(expected, key=lambda one: one[2])
    assert {change.blob == "" for change in changes if change.kind is ChangeKind.REMOVED} == {True}
    (comes,) = (change for change in changes if change.path == "comes")
    assert dict(read_blobs(repository, [comes.blob])) == {comes.blob: b"3"}
    assert changes_between(repository, head, head) == []


def test_changes_in_the_work_tree(commits):
    base = commits.commit({"a": "1", "b": "1", "c": "1", ".gitignore": "ignored\n"})
    commits.commit({"b": "2"})
    commits.write({"a": "2", "c": None, "new/ñ.md": "n", "ignored": "i"})
    assert said(changes_since(Repository.find(commits.root), base)) == [
        ("changed", "a", "a"),
        ("changed", "b", "b"),
        ("removed", "c", "c"),
        ("added", "", "new/ñ.md"),
    ]


def test_what_attributes_ask_for_is_not_run(commits, tmp_path):
    canary = tmp_path / "canary"
    commits.git("config", "diff.run.textconv", f"touch {canary}; cat")
    commits.git("config", "diff.run.command", f"touch {canary}")
    base = commits.commit({"a.md": "1", ".gitattributes": "*.md diff=run\n"})
    head = commits.commit({"a.md": "2"})
    commits.write({"a.md": "3"})
    repository = Repository.find(commits.root)
    assert said(changes_between(repository, base, head)) == [("changed", "a.md", "a.md")]
    assert said(changes_since(repository, head)) == [("changed", "a.md", "a.md")]
    assert not canary.exists()
