"""Which files a preview is built from."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from estiba.comparing.active_blobs import PathAndBlob
from estiba.comparing.notes_only import is_contribution, may_change
from estiba.git.tree import TreeFile
from estiba.vault.links.note_names import NOTE_SUFFIXES

Tree = Mapping[str, TreeFile]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is written out for a preview; paths are those in the repository."""

    files: Mapping[str, TreeFile]
    aside: tuple[str, ...]
    """What the change holds besides, in the order of their paths: nobody has looked into it."""


def plan_preview(
    base: Tree, parted: Tree, head: Tree, vault: str, active: Container[PathAndBlob] = frozenset()
) -> Plan:
    """Take all of `base`, and of what `head` changed since the two `parted` the notes and attachments.

    `vault` is the folder of the notes, `""` for the top. A file of `head` that would take the place of one
    that is no contribution in `base`, or stand below it, on whatever disk, is left aside. So is one that is
    among the `active`, (path, hash): nobody vouches for it, even in a trusted folder.
    """
    prefix = f"{vault}/" if vault else ""
    files = dict(base)
    aside: list[str] = []
    kept = _Kept(path for path, file in base.items() if not _contributes(file, path, prefix))
    for path in sorted({*parted, *head}):
        before, after = parted.get(path), head.get(path)
        if _same(before, after):
            continue
        is_taken = path.startswith(prefix) and may_change(path.removeprefix(prefix), before, after)
        if after is not None and (path, after.blob) in active:
            is_taken = False
        if not is_taken or kept.is_in_the_way(path):
            aside.append(path)
        elif after is None:
            files.pop(path, None)
        else:
            files[path] = after
    return Plan(files, tuple(aside))


def new_attachments(parted: Tree, head: Tree, vault: str) -> Iterator[TreeFile]:
    """Give those files of `head` in the folder `vault` that are new or changed since the two `parted`."""
    prefix = f"{vault}/" if vault else ""
    for path, file in head.items():
        is_attachment = path.startswith(prefix) and not path.lower().endswith(NOTE_SUFFIXES)
        if is_attachment and not _same(parted.get(path), file) and _contributes(file, path, prefix):
            yield file


def _contributes(file: TreeFile, path: str, prefix: str) -> bool:
    return path.startswith(prefix) and is_contribution(path[len(prefix) :], file.mode, file.size)


def _same(one: TreeFile | None, other: TreeFile | None) -> bool:
    return (one and (one.blob, one.mode)) == (other and (other.blob, other.mode))


class _Kept:
    """Files that stay as they are; names that some disk takes for one are one."""

    def __init__(self, paths: Iterator[str]) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()
        for path in paths:
            folded = _folded(path)
            self._files.add(folded)
            self._folders.update(_above(folded))

    def is_in_the_way(self, path: str) -> bool:
        folded = _folded(path)
        return folded in self._folders or not self._files.isdisjoint((folded, *_above(folded)))


def _above(path: str) -> Iterator[str]:
    end = path.rfind("/")
    while end > 0:
        yield path[:end]
        end = path.rfind("/", 0, end)


def _folded(path: str) -> str:
    """Write `path` as disks may compare it: without case, in one Unicode form, parts without final points."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
    return "/".join(part.rstrip(". ") or part for part in text.split("/"))
