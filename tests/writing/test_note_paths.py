from __future__ import annotations

import pytest

from estiba.writing.note_paths import BadPath, note_path, plain_path, refuse_taken


@pytest.fixture
def root(tmp_path):
    (tmp_path / "vault/docs/notas/redes").mkdir(parents=True)
    (tmp_path / "vault/docs/Copias").mkdir()
    return tmp_path / "vault/docs"


@pytest.mark.parametrize(
    ("here", "typed", "path"),
    [
        ("vault", "redes/wireguard", "redes/wireguard.md"),
        ("vault", "redes/wireguard.md", "redes/wireguard.md"),
        ("vault", "docs/redes/wireguard.md", "redes/wireguard.md"),
        ("vault", "./docs/wireguard", "wireguard.md"),
        ("vault", "wireguard", "wireguard.md"),
        ("vault", "redes//./v1.2", "redes/v1.2.md"),
        ("vault", "redes/Nota.MD", "redes/Nota.MD"),
        ("vault", "Ñu\u0301", "Ñú.md"),
        ("vault/hooks", "redes/x", "redes/x.md"),
        ("vault/hooks", "docs/redes/x", "redes/x.md"),
        ("vault/docs", "redes/x", "redes/x.md"),
        ("vault/docs", "docs/redes/x", "redes/x.md"),
        ("vault/docs/notas", "x", "notas/x.md"),
        ("vault/docs/notas", "redes/x", "notas/redes/x.md"),
        ("vault/docs/notas", "notas/x", "notas/x.md"),
        ("vault/docs/notas", "docs/notas/x", "notas/x.md"),
        ("vault/docs/notas", "nueva/x", "notas/nueva/x.md"),
        ("vault/docs/notas", "../x", "x.md"),
        ("vault/docs/notas", "redes/../../x", "x.md"),
    ],
)
def test_what_an_author_types(root, here, typed, path):
    assert note_path(typed, root, root.parents[1] / here) == path


def test_a_whole_path_may_be_typed(root):
    assert note_path(str(root / "redes/x.md"), root, root) == "redes/x.md"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "'' names no note; write its folder and name, like redes/wireguard"),
        ("redes/", "'redes/' names no note; write its folder and name, like redes/wireguard"),
        (".", "'.' is outside of the folder of the notes, "),
        ("../x", "'../x' is outside of the folder of the notes, "),
        ("redes/../../x", "'redes/../../x' is outside of the folder of the notes, "),
        ("/etc/x", "'/etc/x' is outside of the folder of the notes, "),
        (".x", "'.x.md' begins with a point, so it would be hidden; write 'x.md'"),
        (".obsidian/x", "'.obsidian' begins with a point, so it would be hidden"),
        ("node_modules/x", "'node_modules' is a folder of a program, and no place for notes"),
        ("a  b", "'a b.md' has odd white space or control characters; write it without"),
        ("a\x1b", "'a.md' has odd white space or control characters; write it without"),
        ("qué?/x", "the name 'qué?' has the character '?', which Windows does not take; rename it, "),
        ("con/x", "the name 'con' means the device 'con' to Windows; rename it"),
        ("x" * 300, f"'{'x' * 40}…' has a name of more than 200 bytes; give it a shorter one"),
    ],
)
def test_what_no_note_can_be_called(root, typed, why):
    with pytest.raises(BadPath) as bad:
        note_path(typed, root, root)
    assert str(bad.value).startswith(why)


def test_the_better_name_is_told(root):
    with pytest.raises(BadPath, match=r"spaces and '-': 'redes/que-es\.md'$"):
        note_path("redes/¿Qué es?", root, root)


def test_a_link_leads_nowhere_else(root, tmp_path):
    (root / "away").symlink_to(tmp_path)
    with pytest.raises(BadPath, match="by a link of the system"):
        note_path("away/x", root, root)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("copias/x.md", "'copias' would stand beside 'Copias', which is there already; write 'Copias/x.md'"),
        ("Copias/NÚ.md", "'NÚ.md' would stand beside 'nu.md', which is there already; write 'Copias/nu.md'"),
        ("Copias/nu.md", r"/docs/Copias/nu\.md is there already; it is left as it is"),
        ("Copias/gone.md", r"/docs/Copias/gone\.md is there already; it is left as it is"),
    ],
)
def test_what_is_there_is_not_made_again(root, path, why):
    (root / "Copias/nu.md").touch()
    (root / "Copias/gone.md").symlink_to("nowhere")
    with pytest.raises(BadPath, match=why):
        refuse_taken(root, path)
    refuse_taken(root, "Copias/new.md")
    refuse_taken(root, "new/new.md")


def test_plain_paths(root):
    assert plain_path("Redes/Mi Guía.MD") == "redes/mi-guia.md"
    assert plain_path("Copias/Mi Guía.md", root) == "Copias/mi-guia.md"


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("redes/x", "notas/redes/x.md"),
        ("notas/redes/x", "notas/redes/x.md"),
        ("new/x", "notas/new/x.md"),
        ("x", "notas/x.md"),
        ("manual/x", "manual/x.md"),
        ("docs/manual/x", "manual/x.md"),
        ("./x", "x.md"),
    ],
)
def test_new_notes_begin_in_the_folder_that_the_policy_names(tmp_path, typed, path):
    root = tmp_path / "docs"
    for folder in ("notas/redes", "manual"):
        (root / folder).mkdir(parents=True)
    here = root if typed.startswith("./") else tmp_path
    assert note_path(typed, root, here, "notas") == path
