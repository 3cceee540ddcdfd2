"""Bytes -> note: read or refused, no text lost, no draft made public, every place in the file."""

from __future__ import annotations

from estiba.config import Config
from estiba.vault.note import Note, Unreadable, read_note
from estiba.vault.source import decode
from estiba.vault.splitting import split
from fuzzing.places import check_place, check_places

TOKENS = """
--- ... title: description: date: mod: published: draft: unlisted: tags: aliases: lang: true false yes no sí
null ~ 2024-01-31 2024-02-30T25:00 31/01/2024 - [ ] { } & * ! !!str !!binary | > |- >+2 ' " # : ? , %YAML
%TAG <<: &a *a \\u0041 \\ud800 ${A} {{x}} <%x%> #tag # [[a]]
""".split()
TOKENS += [
    "\n",
    "\n---\n",
    "\n  ",
    "\n- ",
    ": ",
    "\t",
    "\r\n",
    "\r",
    "\ufeff",
    "\u2028",
    "\x85",
    "\x00",
    "\x1b",
]
_CONFIG = Config()


def check(data: bytes) -> None:
    """Fail where `data` is read otherwise than a note should be."""
    note = _read(data)
    if note is None:
        return
    assert note.title
    assert note.text.endswith(note.body)
    assert note.body_line == note.text.removesuffix(note.body).count("\n") + 1
    text = decode(data)
    lines = text.split("\n")
    check_places(note.problems, text, note.text)
    for entry in (*note.entries.values(), *note.extra.values()):
        check_place(entry.key_position, lines)
        check_place(entry.value_position, lines)
    _check_draft(note.text)


def _read(data: bytes) -> Note | None:
    try:
        return read_note(data, "redes/nota.md", _CONFIG)
    except Unreadable as error:
        refused = error.problem
    check_places([refused], data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"))
    return None


def _check_draft(text: str) -> None:
    """Whatever else stands in a block, a draft stays one."""
    cut = split(text)
    if cut.block is None:
        return
    place = cut.block_start
    note = read_note(f"{text[:place]}published: false\n{text[place:]}".encode(), "nota.md", _CONFIG)
    assert not note.published
