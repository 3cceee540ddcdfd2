"""Which files a path on the command line stands for."""

from __future__ import annotations

import pytest

from estiba.cli.targets import CannotRun, policy_path, read_targets, shown


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "mkdocs.yml",
        "docs/index.md",
        "docs/b/UPPER.MD",
        "docs/a/note.md",
        "docs/a/compose.yaml",
        "docs/a/Docker-Compose.prod.yml",
        "docs/a/other.yml",
        "docs/.obsidian/plugin.md",
        "docs/a/.trash.md",
        "docs/.recursos/mapa.png",
        "docs/.recursos/compose.yaml",
        "docs/.git/config",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    return tmp_path


def names(files):
    return [shown(file) for file in files]


def test_without_a_path_docs_is_taken(tree):
    (target,) = read_targets([])
    assert target.whole
    assert names(target.notes) == ["docs/a/note.md", "docs/b/UPPER.MD", "docs/index.md"]
    assert names(target.composes) == ["docs/a/Docker-Compose.prod.yml", "docs/a/compose.yaml"]


WHOLE = [
    ".recursos/compose.yaml",
    ".recursos/mapa.png",
    "a/Docker-Compose.prod.yml",
    "a/compose.yaml",
    "a/other.yml",
]


@pytest.mark.parametrize(
    ("path", "attachments"), [("docs", WHOLE), ("docs/a", WHOLE), ("docs/a/note.md", [])]
)
def test_files_that_are_no_notes_are_known_too(tree, path, attachments):
    assert list(read_targets([path])[0].attachments) == attachments


def test_note_is_known_by_its_path_in_the_vault(tree):
    (target,) = read_targets(["docs/a/note.md"])
    assert not target.whole
    assert target.path(target.notes[0]) == "a/note.md"


def test_named_yaml_is_a_compose_file_whatever_its_name(tree):
    (target,) = read_targets(["docs/a/other.yml"])
    assert names(target.composes) == ["docs/a/other.yml"]


@pytest.mark.parametrize("path", ["docs/a", "docs/a/note.md", "docs/b/../a/note.md"])
def test_part_of_a_vault_keeps_its_place_in_it(tree, path):
    (target,) = read_targets([path])
    assert target.path(target.notes[0]) == "a/note.md"


def test_path_that_is_named_twice_is_read_once(tree):
    assert len(read_targets(["docs/a", "docs/a"])) == 1


def test_every_suffix_that_mkdocs_reads_is_a_note(tree):
    (tree / "docs/b/other.markdown").write_text("", "utf-8")
    assert "docs/b/other.markdown" in names(read_targets(["docs"])[0].notes)


def test_policy_is_found_above_the_vault(tree):
    (target,) = read_targets(["docs"])
    (tree / "estiba.toml").write_text("", "utf-8")
    assert policy_path(target) == tree / "estiba.toml"
    (tree / "docs/estiba.toml").write_text("", "utf-8")
    assert policy_path(target) == tree / "docs/estiba.toml"


def test_path_is_shown_as_it_is_clicked(tree):
    assert shown(tree / "docs/index.md") == "docs/index.md"
    assert shown(tree.parent / "elsewhere.md") == (tree.parent / "elsewhere.md").as_posix()


@pytest.mark.parametrize("path", ["docs/none.md", "mkdocs.txt"])
def test_missing_path_cannot_run(tree, path):
    with pytest.raises(CannotRun, match="there is no such file or folder"):
        read_targets([path])


def test_a_folder_is_judged_in_its_vault(tree):
    (target,) = read_targets(["docs/a"])
    assert names(target.notes) == ["docs/a/note.md"]
    assert names(target.vault_notes) == ["docs/a/note.md", "docs/b/UPPER.MD", "docs/index.md"]
    assert target.holds("a/note.md")
    assert not target.holds("index.md")


def test_notes_are_where_mkdocs_has_them(tree):
    (tree / "mkdocs.yml").write_text("docs_dir: docs/a\nplugins: [!ENV [X, estiba]]\n", "utf-8")
    (target,) = read_targets([])
    assert (target.root, names(target.notes)) == (tree / "docs/a", ["docs/a/note.md"])
    assert read_targets(["docs/a/note.md"])[0].root == tree / "docs/a"
    assert read_targets(["docs/b"])[0].root == tree / "docs/b"


@pytest.mark.parametrize(
    "content", ["{", "docs_dir: !ENV [X, a]\n", "docs_dir: [a]\n", "- x\n", "", b"\xff\xfe"]
)
def test_of_an_mkdocs_file_that_says_nothing_of_them_they_are_in_docs(tree, content):
    (tree / "mkdocs.yml").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert read_targets([])[0].root == tree / "docs"
