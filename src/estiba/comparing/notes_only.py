"""What of a change may be taken from somebody whom nobody knows: notes, and what stands beside them."""

from __future__ import annotations

import posixpath

from estiba.git.tree import TreeFile
from estiba.vault.files.attachments import OF_PROGRAMS
from estiba.vault.files.file_kinds import is_kept, is_secret
from estiba.vault.files.sorting import is_compose_file
from estiba.vault.links.note_names import NOTE_SUFFIXES

LARGEST_NOTE = 2 << 20
"""Bytes of a note or a Compose file; a larger one is left to its owner."""
_REGULAR = ("100644", "100755")
_INERT = frozenset(
    """
    png jpg jpeg gif webp avif svg bmp ico apng jxl
    mp3 ogg oga opus wav flac m4a aac mp4 webm ogv mov mkv m4v vtt srt
    pdf epub odt ods odp docx xlsx pptx rtf tex bib
    zip 7z gz tgz bz2 xz zst tar
    txt csv tsv log diff patch conf ini
    ics vcf gpx kml kmz stl step 3mf dxf gcode fcstd
    """.split()
)
"""What neither a build nor a page of the site ever runs or is steered by.

An SVG may run something when its own address is opened, which its content tells, and that is not at hand
here: whoever publishes what is taken asks `active_files` too, as builds and previews do.
"""


def may_change(path: str, before: TreeFile | None, after: TreeFile | None) -> bool:
    """Whether a stranger may make `after` of `before` at `path`, below the folder of the vault.

    None is for a file that is not there. What is a contribution may not become another thing, nor take the
    place of one.
    """
    return all(is_contribution(path, one.mode, one.size) for one in (before, after) if one is not None)


def is_contribution(path: str, mode: str, size: int) -> bool:
    """Whether the file at `path`, below the folder of the vault, is a note, or an attachment that is inert.

    `mode` is Git's, `size` in bytes. Links, submodules, hidden files, names of secrets and whatever could
    be a part of the site's code or configuration (`estiba.toml`, `app.js`, `robots.txt`) are none.
    """
    folders, name = path.split("/")[:-1], posixpath.basename(path).lower()
    if mode not in _REGULAR or not _is_name(path):
        return False
    if not OF_PROGRAMS.isdisjoint(folders) or any(part.startswith(".") for part in path.split("/")):
        return False
    if name.endswith(NOTE_SUFFIXES) or is_compose_file(name):
        return size <= LARGEST_NOTE
    return name.rpartition(".")[2] in _INERT and not is_secret(path) and not is_kept(path, ())


def _is_name(path: str) -> bool:
    """Whether `path` is text that a file system and a message can hold, and leads nowhere else."""
    parts = path.split("/")
    return path.isprintable() and "\\" not in path and not {"", ".", ".."} & set(parts)
