"""Which attachments would run something in a browser, of those that Git keeps."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from estiba.git.blobs import read_blobs
from estiba.git.repository import Repository
from estiba.git.tree import TreeFile
from estiba.vault.files.active_files import is_active, needs_reading
from estiba.vault.files.running_xml import LARGEST

PathAndBlob = tuple[str, str]


def active_among(repository: Repository, files: Iterable[TreeFile]) -> frozenset[PathAndBlob]:
    """Give those of `files` that a browser would run if it opened them, as (path, hash).

    Only what hangs on its content is read, each blob once, and none larger than `LARGEST`: such a one
    counts as the zeros that it is not, so that an SVG of that size runs. Raises `GitError` for a blob that is
    not there.
    """
    found: set[PathAndBlob] = set()
    read: dict[str, set[str]] = {}
    for file in files:
        if needs_reading(file.path) and file.size <= LARGEST:
            read.setdefault(file.blob, set()).add(file.path)
        elif is_active(file.path, bytes):
            found.add((file.path, file.blob))
    for blob, data in read_blobs(repository, read):
        found.update((path, blob) for path in read[blob] if is_active(path, partial(_start_of, data)))
    return frozenset(found)


def _start_of(data: bytes, size: int) -> bytes:
    return data[:size]
