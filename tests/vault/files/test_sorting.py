"""The files of a folder, by what they are to a vault."""

from __future__ import annotations

from estiba.vault.files.sorting import SortedFiles, sort_files


def test_files_by_their_names():
    paths = [
        "b.md",
        "a-b/x.md",
        "a/x.MD",
        "a/.x.md",
        ".h/x.md",
        ".h/compose.yml",
        "compose.yaml",
        "a/Docker-Compose.x.yml",
        "other.yml",
        "x.markdown",
        ".git/x.md",
        "a/node_modules/x.png",
        "z.png",
        "md",
    ]
    assert sort_files(paths) == SortedFiles(
        notes=("a/x.MD", "a-b/x.md", "b.md", "x.markdown"),
        composes=("a/Docker-Compose.x.yml", "compose.yaml"),
        attachments=(
            ".h/compose.yml",
            "a/Docker-Compose.x.yml",
            "compose.yaml",
            "md",
            "other.yml",
            "z.png",
        ),
    )
