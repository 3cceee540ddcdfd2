"""Notes that nobody links to, and files that nobody uses."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.judge import judge_vault
from estiba.checks.rules import Rules
from estiba.cli.main import main
from estiba.config import Config
from estiba.vault.vault import read_vault

CHECKS = frozenset({"orphan-note", "unused-attachment"})


def found(notes, attachments=(), *, config=None, **options):
    """Give the paths that the two checks name."""
    files = [(path, text.encode()) for path, text in notes.items()]
    vault = read_vault(files, config or Config(), attachments=attachments, **options)
    rules = Rules(vault.config, dt.date(2026, 1, 1), select=CHECKS)
    return [f"{one.place} {one.severity} {one.check}" for one in judge_vault(vault, rules)]


@pytest.mark.parametrize("keep_drafts", [False, True])
def test_orphans_are_published_listed_notes_that_nothing_published_links_to(keep_drafts):
    notes = {
        "index.md": "[[a]]\n",
        "a.md": "![[b]] y [a mí](a.md)\n",
        "b.md": "Texto.\n",
        "sola.md": "Lleva a [[b]].\n",
        "de-borrador.md": "Texto.\n",
        "borrador.md": "---\ndraft: true\n---\n\n[[de-borrador]]\n",
        "oculta.md": "---\nunlisted: true\n---\n\nTexto.\n",
        "redes/README.md": "Texto.\n",
        "vpn/vpn.md": "Nota de su carpeta.\n",
        "vpn/otra.md": "Lleva a [[b]].\n",
    }
    assert found(notes, keep_drafts=keep_drafts) == [
        "de-borrador.md:1:1 info orphan-note",
        "sola.md:1:1 info orphan-note",
        "vpn/otra.md:1:1 info orphan-note",
    ]


def test_vault_without_links_has_no_orphans():
    assert found({"a.md": "Texto.\n", "b.md": "Va a [lejos](https://example.org/) y [b](b.md).\n"}) == []


def test_attachments_are_used_by_links_embeds_pictures_and_front_matter_of_any_note():
    notes = {
        "a.md": "---\ncover: img/portada.png\n---\n\n![[uno.png]] ![dos](img/dos.png) [pdf](tres.pdf)\n",
        "b.md": '---\ndraft: true\n---\n\n<img src="img/cuatro.png">\n',
    }
    used = ["img/uno.png", "img/dos.png", "tres.pdf", "img/cuatro.png", "img/portada.png"]
    others = ["img/sobra.PNG", "vieja.pdf", "estilo.css", "compose.yml", "clave.pem", "logos/uno.svg"]
    config = Config(kept_files=("logos/*",))
    assert found(notes, [*used, *others], config=config) == [
        "img/sobra.PNG:1:1 info unused-attachment",
        "vieja.pdf:1:1 info unused-attachment",
    ]


def test_both_are_said_at_a_terminal_where_all_is_asked_for(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in {"a.md": "# A\n", "b.md": "# B\n\n[[a]]\n", "x.png": ""}.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert main(["check", "."]) == 0
    assert capsys.readouterr().out == (
        "0 errors, 0 warnings in 2 notes and 0 examples\n2 more to know: --all shows them\n"
    )
    assert main(["check", "--all", "."]) == 0
    assert capsys.readouterr().out.startswith(
        "b.md:1:1: info: no other note links to this one; link to it where it belongs, or set"
        " 'unlisted: true' if it is to be found by its address only [orphan-note]\n"
        "     1 | # B\n       | ^\n"
        "x.png:1:1: info: no note uses the file 'x.png'; show it, link to it, or remove it"
        " [unused-attachment]\n"
    )
