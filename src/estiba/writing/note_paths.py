"""What an author types for a new note -> its path in the vault."""

from __future__ import annotations

import os
import unicodedata
from itertools import islice
from pathlib import Path

from estiba.catalogue import catalogue_for
from estiba.checks.vault import odd_name
from estiba.config import Config
from estiba.folding import fold, slug
from estiba.vault.files.attachments import OF_PROGRAMS
from estiba.vault.links.note_names import NOTE_SUFFIXES
from estiba.vault.vault import read_vault
from estiba.writing.values import text_of

_LONGEST = 200
"""Bytes of a name, as in the check `odd-name`; few systems take more than 255."""
_SHOWN = 40
_FROM_HERE = ("./", "../")


class BadPath(Exception):
    """A path that no note can have; the message says why, and what to write."""


def note_path(typed: str, root: Path, here: Path, folder: str = "") -> str:
    """Give the path in the vault (`redes/wireguard.md`) that an author means who types `typed` in `here`.

    `root` is the folder of the notes. Outside of it a path begins there, whether or not it names it
    (`docs/redes/wireguard`), or in `folder` of it where it names no folder that is there; inside, it
    begins where the author is, unless its first folder is one of `root` and none here. Raises `BadPath`
    for what leads out of the vault or cannot be a note.
    """
    if not typed.strip() or typed.endswith("/"):
        raise BadPath(f"'{typed}' names no note; write its folder and name, like redes/wireguard")
    if any(len(os.fsencode(part)) > _LONGEST for part in typed.split("/")):
        raise BadPath(f"'{typed[:_SHOWN]}…' has a name of more than {_LONGEST} bytes; give it a shorter one")
    base = _base(typed, root, here, root / folder)
    full = Path(os.path.normpath(base / typed))
    if not full.is_relative_to(root) or full == root:
        raise BadPath(f"'{typed}' is outside of the folder of the notes, {root}")
    path = unicodedata.normalize("NFC", full.relative_to(root).as_posix())
    if not path.lower().endswith(NOTE_SUFFIXES):
        path += ".md"
    _refuse_names(path)
    _refuse_links(root, path)
    return path


def refuse_taken(root: Path, path: str) -> None:
    """Raise `BadPath` where a note is at `path`, or one whose path differs in case or accents only."""
    folder = root
    parts = path.split("/")
    for index, part in enumerate(parts):
        is_last = index == len(parts) - 1
        if os.path.lexists(folder / part):
            if is_last:
                raise BadPath(f"{folder / part} is there already; it is left as it is")
            folder /= part
            continue
        names = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
        like = next((name for name in names if fold(name) == fold(part)), None)
        if like is not None:
            better = "/".join((*parts[:index], like, *parts[index + 1 :]))
            raise BadPath(f"'{part}' would stand beside '{like}', which is there already; write '{better}'")
        return


def plain_path(path: str, root: Path | None = None) -> str:
    """Give `path` with names that are easy to type and to link to: no capitals, accents or spaces.

    The folders that are there already, in `root`, keep their names.
    """
    stem, point, suffix = path.rpartition(".")
    parts = stem.split("/")
    known = [index for index in range(1, len(parts)) if root and (root / "/".join(parts[:index])).is_dir()]
    kept = max(known, default=0)
    return "/".join((*parts[:kept], *map(slug, parts[kept:]))) + point + suffix.lower()


def _base(typed: str, root: Path, here: Path, usual: Path) -> Path:
    if typed.startswith(_FROM_HERE) or Path(typed).is_absolute():
        return here
    first, slash, _ = typed.partition("/")
    is_inside = here != root and here.is_relative_to(root)
    if is_inside and (not slash or (here / first).is_dir()):
        return here
    for base in (usual, root):
        if slash and (base / first).is_dir():
            return base
    for base in (here, *here.parents):  # `docs/redes/wireguard`, from here or from where the vault stands
        outside = slash and not base.is_relative_to(root)
        if outside and Path(os.path.normpath(base / typed)).is_relative_to(root):
            return base
    return here if is_inside else usual


def _refuse_names(path: str) -> None:
    for part in path.split("/"):
        if text_of(part) != part:
            raise BadPath(f"'{text_of(part)}' has odd white space or control characters; write it without")
        if part.startswith("."):
            raise BadPath(f"'{part}' begins with a point, so it would be hidden; write '{part.lstrip('.')}'")
        if part in OF_PROGRAMS:
            raise BadPath(f"'{part}' is a folder of a program, and no place for notes")
    if found := _odd_name(path):
        better = plain_path(path)
        raise BadPath(found if _odd_name(better) else f"{found}: '{better}'")


def _odd_name(path: str) -> str:
    """Say what is odd about the names in `path`, and what to do; empty where nothing is."""
    vault = read_vault([(path, b"")], Config(), keep_drafts=True)
    return "".join(catalogue_for("en").problem(one) for one in islice(odd_name.find(vault), 1))


def _refuse_links(root: Path, path: str) -> None:
    """Refuse what a link of the system leads out of the vault."""
    file = root / path
    if not file.resolve().is_relative_to(root.resolve()):
        raise BadPath(f"'{path}' is outside of the folder of the notes, by a link of the system")
