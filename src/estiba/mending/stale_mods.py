"""`mod` of notes that changed after it was written, as Git knows it.

What an author writes there counts: a note whose `mod` was written with its last change, or that came
with it, is up to date. So nothing that is mended once is mended again, before or after the commit.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from estiba.config import Config
from estiba.git.blobs import read_blobs
from estiba.git.last_changes import last_changes
from estiba.git.repository import Repository
from estiba.git.running import GitError
from estiba.git.tree import TreeFile, read_tree
from estiba.problem import Fix
from estiba.vault.fields import read_fields
from estiba.vault.fixes.literal import Edit, fix_of, written_as_is
from estiba.vault.front_matter import Entry, read_front_matter
from estiba.vault.note import Note
from estiba.vault.source import NotText, decode
from estiba.yaml_tree import Scalar


def fix_stale_mods(
    folder: Path, notes: Mapping[str, tuple[Note, bytes]], config: Config, today: dt.date
) -> dict[str, Fix]:
    """Give the fixes of `mod` in `notes`, each with its bytes, of the vault in `folder`; all by path.

    A note that differs from its last commit was changed `today`. Where there is no Git, nothing is known.
    """
    entries = {path: entry for path, (note, _) in notes.items() if (entry := _entry(note)) is not None}
    if not entries:
        return {}
    try:
        days = dict(_days(folder, {path: notes[path][1] for path in entries}, config, today))
    except GitError:
        return {}
    fixes: dict[str, Fix] = {}
    for path, day in days.items():
        note = notes[path][0]
        if note.mod is None or not note.mod < day <= today:
            continue
        if note.date is None or note.date.isoformat()[:10] <= day.isoformat():
            fix = _fix(entries[path], day)
            fixes |= {path: fix} if fix else {}
    return fixes


def _entry(note: Note) -> Entry | None:
    """Give the entry of a `mod` that is a day without a time."""
    is_day = note.mod is not None and not isinstance(note.mod, dt.datetime)
    return note.entries.get("mod") if is_day else None


def _fix(entry: Entry, day: dt.date) -> Fix | None:
    start = written_as_is(entry, entry.node)
    if start is None or not isinstance(entry.node, Scalar):
        return None
    return fix_of(entry, [Edit(start, start + len(entry.node.text), day.isoformat())])


class _Content(NamedTuple):
    """What a version of a note says."""

    mod: dt.date | None
    rest: str
    """All but its `mod`."""


def _content(data: bytes, path: str, config: Config) -> _Content:
    try:
        text = decode(data)
    except NotText:
        return _Content(None, "")
    fields = read_fields(read_front_matter(text, path), path, config)
    entry = fields.entries.get("mod")
    if entry is None:
        return _Content(None, text)
    start, end = entry.node.start + entry.shift, entry.node.end + entry.shift
    return _Content(fields.mod, text[:start] + text[end:])


def _days(
    folder: Path, notes: Mapping[str, bytes], config: Config, today: dt.date
) -> Iterator[tuple[str, dt.date]]:
    """Give the day of the last change of each note that changed after its `mod` was written."""
    repository = Repository.find(folder)
    prefix = repository.folder(folder)
    files = read_tree(repository, repository.commit("HEAD"), prefix)
    tracked = {path: files[path] for path in notes if path in files and files[path].is_regular}
    touched = {path: file.blob for path, file in tracked.items() if not _is_blob(notes[path], file)}
    committed = dict(read_blobs(repository, touched.values()))
    untouched = [path for path in tracked if path not in touched]
    for path, blob in touched.items():
        now = _content(notes[path], path, config)
        then = _content(committed[blob], path, config)
        if now == then:
            untouched.append(path)
        elif now.mod == then.mod:
            yield path, today
    full = {f"{prefix}/{path}" if prefix else path: path for path in untouched}
    changes = last_changes(repository, prefix, full)
    blobs = dict(
        read_blobs(repository, {one for change in changes.values() for one in (change.blob, change.old_blob)})
    )
    for name, change in changes.items():
        path = full[name]
        new, old = (_content(blobs[one], path, config) for one in (change.blob, change.old_blob))
        if new.mod == old.mod and new.rest != old.rest:
            yield path, change.day


def _is_blob(data: bytes, file: TreeFile) -> bool:
    """Whether a file has the bytes that the commit has, told by the hash."""
    algorithm = "sha1" if len(file.blob) == 40 else "sha256"
    return (
        hashlib.new(algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
        == file.blob
    )
