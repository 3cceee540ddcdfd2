"""Commits for tests that no work tree could hold, made object by object."""

from __future__ import annotations

from collections.abc import Mapping

from repositories import Commits


class Link(str):
    """Where a link leads."""

    __slots__ = ()


class Submodule(str):
    """The commit of a submodule."""

    __slots__ = ()


Content = str | bytes | None
"""Of a file; None for one that goes."""


def commit_objects(repository: Commits, files: Mapping[str, Content], *parents: str) -> str:
    """Commit `files` on top of those of the first parent, and give the hash; no branch moves."""
    repository.git("read-tree", *(parents[:1] or ["--empty"]))
    lines = b"".join(_line(repository, path, content) for path, content in files.items())
    repository.git("update-index", "-z", "--index-info", data=lines)
    return commit_tree(repository, repository.git("write-tree"), *parents)


def commit_tree(repository: Commits, tree: str, *parents: str) -> str:
    """Commit a tree as it is."""
    above = [word for parent in parents for word in ("-p", parent)]
    return repository.git("commit-tree", tree, *above, "-m", "change")


def odd_tree(repository: Commits, name: str, inner: str, mode: str = "40000") -> str:
    """Make a tree with one entry whose name no index would take."""
    data = f"{mode} {name}\0".encode() + bytes.fromhex(inner)
    return repository.git("hash-object", "-w", "-t", "tree", "--literally", "--stdin", data=data)


def _line(repository: Commits, path: str, content: Content) -> bytes:
    if content is None:
        return f"0 {'0' * 40}\t{path}\0".encode()
    if isinstance(content, Submodule):
        return f"160000 {content}\t{path}\0".encode()
    data = content.encode() if isinstance(content, str) else content
    mode = "120000" if isinstance(content, Link) else "100644"
    blob = repository.git("hash-object", "-w", "--no-filters", "--stdin", data=data)
    return f"{mode} {blob}\t{path}\0".encode()
