"""The files of a commit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from estiba.git.repository import Repository
from estiba.git.running import ask_git

_REGULAR = ("100644", "100755", "100664")


@dataclass(frozen=True, slots=True)
class TreeFile:
    """What a commit has at one path."""

    path: str
    """Below the folder that was asked for, with `/` between its parts."""
    mode: str
    """As Git writes it: `100644`, `120000` for a link, `160000` for a submodule."""
    blob: str
    size: int
    """In bytes; 0 for a submodule."""

    @property
    def is_regular(self) -> bool:
        """Whether it is a file, neither a link nor a submodule."""
        return self.mode in _REGULAR


def read_tree(repository: Repository, commit: str, folder: str = "") -> dict[str, TreeFile]:
    """Give the files of `commit` below `folder`, by their paths below it; none where there is no folder."""
    prefix = f"{folder}/" if folder else ""
    words = ("ls-tree", "-r", "-z", "-l", "--full-tree", commit)
    answer = ask_git(repository.root, *words, *(("--", prefix) if prefix else ()))
    return {file.path: file for file in _files(answer, len(prefix))}


def _files(answer: bytes, shift: int) -> Iterator[TreeFile]:
    """Read `mode SP type SP hash SP size TAB path NUL`, the size right-aligned."""
    for record in answer.split(b"\0")[:-1]:
        head, _, path = record.decode("utf-8", "surrogateescape").partition("\t")
        mode, _, blob, size = head.split()
        yield TreeFile(path[shift:], mode, blob, int(size) if size.isdigit() else 0)
