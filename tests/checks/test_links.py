"""What is said of links: exact words, at their places."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_note
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.vault.vault import read_vault

LINKS = "broken-link link-to-draft broken-anchor ambiguous-link embed-cycle unclosed-comment unused-silence"
RULES = Rules(Config(), dt.date(2026, 1, 1), select=frozenset(LINKS.split()))
NOTES = {
    "notas/Tailscale.md": "# Tailscale\n\n## Instalación\n\nDos órdenes. ^orden\n\n## Puertos\n",
    "notas/Docker Compose.md": "---\naliases: [Composición]\n---\n# Docker Compose\n",
    "casa/Llaves.md": "# Llaves\n",
    "redes/Llaves.md": "# Llaves\n",
    "Plan.md": "---\npublished: false\n---\n# Plan secreto\n\n[[Nadie]] [[Plan]]\n",
    "copia 2.md": "# Copia\n",
}
MORE_KEYS = {f"{name}/Llaves.md": "# Llaves\n" for name in "abc"}
OUTSIDE = "leads out of the vault, where the site has nothing; put what it leads to into the vault"
DISK = (
    "leads to a file of one machine, which readers do not have; put it into the vault, and link to it there"
)
ATTACHMENTS = ("imagenes/esquema.png", "casa/plano.pdf")


def said(body, path="redes/VPN.md", *, notes=None, language="en", keep_drafts=True, whole=True):
    files = {**NOTES, **(notes or {}), path: body}
    vault = read_vault(
        ((name, text.encode()) for name, text in files.items()),
        Config(),
        keep_drafts=keep_drafts,
        attachments=ATTACHMENTS,
    )
    found = judge_note(vault.notes[path], RULES, vault if whole else None)
    words = catalogue_for(language)
    return [
        f"{one.position.line}:{one.position.column} {one.severity} {words.problem(one)} [{one.check}]"
        for one in found
    ]


def broken(words, link="", place="1:1"):
    return [f"{place} warning the link '{link}' {words} [broken-link]"]


@pytest.mark.parametrize(
    "body",
    [
        "[[Tailscale]] ![[esquema.png|300]] [x](../notas/Tailscale.md#instalacion) [[#VPN]]\n\n# VPN\n",
        "`[[Nadie]]` and\n\n```\n[[Nadie]]\n```\n",
        "[x](https://example.org/nadie.md) [y](mailto:a@example.org) ![z](data:image/png;base64,AA)",
        "[x](/etiquetas/docker/) [x](/tags/) [x](../todas-las-notas/) [x](/feed.xml) [x](/checks/bad-port/)",
        "%%[[Nadie]]%%",
        "[//]: # (a comment)\n",
    ],
)
def test_links_that_lead_somewhere_are_fine(body):
    assert said(body) == []


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("[[Tailscal]]", "leads to no note of the vault; did you mean 'notas/Tailscale'?"),
        ("![[Tailscal#Puertos]]", "leads to no note of the vault; did you mean 'notas/Tailscale'?"),
        ("[[otra/Tailscale]]", "leads to no note of the vault; did you mean 'notas/Tailscale'?"),
        ("[[docker-compose]]", "leads to no note of the vault; did you mean 'notas/Docker Compose'?"),
        ("[[Composicón]]", "leads to no note of the vault; did you mean 'notas/Docker Compose'?"),
        ("[[Llavess]]", "leads to no note of the vault; did you mean 'redes/Llaves'?"),
        ("[[copia 3]]", "leads to no note of the vault; mend its name, or write that note"),
        ("[[Plam]]", "leads to no note of the vault; mend its name, or write that note"),
        ("[[VPM]]", "leads to no note of the vault; mend its name, or write that note"),
        ("![[esquemas.png]]", "leads to no file of the vault; did you mean 'imagenes/esquema.png'?"),
        ("![[nada.png|300]]", "leads to no file of the vault; mend its name, or add that file"),
        ("[[../../fuera]]", OUTSIDE),
    ],
)
def test_bad_input_47_a_wikilink_to_nothing_names_the_nearest(link, expected):
    written = link.replace("|300", "")
    assert said(f"\n> - Mira {link}.\n") == broken(expected, written, "2:10")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Tailscal.md", "leads to no note of the vault; did you mean '../notas/Tailscale.md'?"),
        ("../Docker%20Compos", "leads to nothing in the vault; did you mean '../notas/Docker%20Compose.md'?"),
        ("../otra/index.md", "leads to no note of the vault; mend its name, or write that note"),
        ("plano2.pdf", "leads to no file of the vault; mend its name, or add that file"),
        ("../plan0.pdf", "leads to no file of the vault; mend its name, or add that file"),
        ("../esquena.png", "leads to no file of the vault; did you mean '../imagenes/esquema.png'?"),
        ("/kubernetes/llaves/", "leads to nothing in the vault; did you mean 'Llaves.md'?"),
        ("/kubernetes/traefik/", "leads to nothing in the vault; mend its address"),
        ("../../../../etc/passwd", OUTSIDE),
        ("/etc/passwd", "leads to nothing in the vault; mend its address"),
        ("file:///etc/passwd", DISK),
    ],
)
def test_bad_input_57_an_address_of_nothing_names_the_nearest(address, expected):
    assert said(f"[x]({address})") == broken(expected, address)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("[x](JavaScript:alert(1))", "1:1"),
        ('Ver <a href="javascript:alert(1)">x</a>.', "1:5"),
        ("[x][y]\n\n[y]: javascript:alert(1)", "3:1"),
        ("[x](data:text/html,hola)", "1:1"),
        ("![x](vbscript:hola)", "1:1"),
    ],
)
def test_an_address_that_runs_a_program_is_told(body, place):
    scheme = "data" if "data" in body else "vbscript" if "vb" in body else "javascript"
    assert said(body) == [
        (
            f"{place} warning an address with '{scheme}:' would run a program and is not let through;"
            " link to a page instead [broken-link]"
        )
    ]


def test_a_picture_of_any_kind_is_a_file():
    expected = "leads to no file of the vault; mend its name, or add that file"
    assert said("![x](uploads/abc)") == broken(expected, "uploads/abc")


def test_a_long_address_is_cut():
    assert said(f"[[{'largo ' * 50}]]") == broken(
        "leads to no note of the vault; mend its name, or write that note",
        f"[[{'largo ' * 13}l…]]",
    )


@pytest.mark.parametrize("keep_drafts", [False, True])
def test_bad_input_48_a_link_to_a_draft_is_told(keep_drafts):
    assert said("Ver [[plan|el plan]], [x](../Plan.md#no) y\n\n![[Plan]]\n", keep_drafts=keep_drafts) == [
        (
            "1:5 warning '[[plan]]' leads to 'Plan.md', which is not published, so its words are shown"
            " without a link; publish that note, or take the link out [link-to-draft]"
        ),
        (
            "1:23 warning '../Plan.md#no' leads to 'Plan.md', which is not published, so its words are"
            " shown without a link; publish that note, or take the link out [link-to-draft]"
        ),
        (
            "3:1 warning '![[Plan]]' is to show 'Plan.md', which is not published, so nothing of it is"
            " shown; publish that note, or take the embed out [link-to-draft]"
        ),
    ]


def test_drafts_may_link_to_drafts():
    body = "---\ndraft: true\n---\n[[Plan]] [[Plan#Nada]]\n"
    assert said(body) == [
        (
            "4:10 warning the link '[[Plan#Nada]]' names a heading 'Nada', which 'Plan' does not have;"
            " name one that is there [broken-anchor]"
        )
    ]


@pytest.mark.parametrize(
    ("link", "place", "expected"),
    [
        ("[[Tailscale#Instalación#Nada]]", "heading 'Nada'", "name one that is there"),
        ("[[Tailscale#Instalació]]", "heading 'Instalació'", "did you mean 'Instalación'?"),
        ("[[Tailscale#Puertos#Instalación]]", "heading 'Instalación'", "did you mean 'Instalación'?"),
        ("[[Tailscale#^ordem]]", "block '^ordem'", "did you mean '^orden'?"),
        ("[[Tailscale#^nada]]", "block '^nada'", "write '^nada' at the end of one there"),
    ],
)
def test_a_link_to_a_place_that_is_not_there_names_the_nearest(link, place, expected):
    assert said(f"Ver {link}") == [
        (
            f"1:5 warning the link '{link}' names a {place}, which 'notas/Tailscale' does not have;"
            f" {expected} [broken-anchor]"
        )
    ]


def test_bad_input_47_an_ambiguous_link_says_which_note_was_taken():
    assert said("[[Llaves]] [[casa/Llaves]] [x](Llaves.md)", notes=MORE_KEYS) == [
        (
            "1:1 warning '[[Llaves]]' fits 'redes/Llaves', which is taken as the nearest, and 'a/Llaves',"
            " 'b/Llaves', 'c/Llaves', … too; write its whole path [ambiguous-link]"
        )
    ]


EMBEDS = {
    "A.md": "Uno.\n\n![[B]]\n",
    "B.md": "![[C#Aparte]]\n\n![[A]] ![[Tailscale]]\n",
    "C.md": "![[B]]\n\n## Aparte\n\nNada.\n",
    "D.md": "# D\n\n![[D#Parte]]\n\n## Parte\n\n![[#Otra]]\n\n## Otra\n\n![[D]]\n",
}


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("A.md", EMBEDS["A.md"], [("3:1", "![[B]]", "B")]),
        ("B.md", EMBEDS["B.md"], [("3:1", "![[A]]", "A")]),
        ("C.md", EMBEDS["C.md"], []),
        (
            "D.md",
            EMBEDS["D.md"],
            [("3:1", "![[D#Parte]]", ""), ("7:1", "![[#Otra]]", ""), ("11:1", "![[D]]", "")],
        ),
        ("E.md", "![[E]]\n", [("1:1", "![[E]]", "")]),
        ("E.md", "![[E#Uno]]\n\n## Uno\n\n[[E]] ![[Tailscale]] ![[esquema.png]]\n", []),
        ("E.md", "## Uno\n\n![[E#Uno]]\n", [("3:1", "![[E#Uno]]", "")]),
        ("E.md", "![[E#^a]]\n\nTexto ![[E#^a]] ^a\n", [("3:7", "![[E#^a]]", "")]),
    ],
)
def test_bad_input_47_embeds_in_circles_are_told_where_they_stand(path, body, expected):
    own = "shows what it stands in, without end; embed another part of the note, or take it out"
    other = "closes a circle: what it shows of '{}' shows this again; take one of the embeds out"
    assert said(body, path, notes=EMBEDS) == [
        f"{place} warning '{link}' {other.format(note) if note else own} [embed-cycle]"
        for place, link, note in expected
    ]


def test_a_silence_allows_a_link_and_is_not_in_vain_where_the_vault_is_not_known():
    body = "<!-- estiba: allow broken-link -- not written yet -->\n[[Nadie]]\n"
    assert said(body) == []
    assert said(body, whole=False) == []
    assert said(body.replace("Nadie", "Tailscale")) == [
        "1:1 warning the silence of 'broken-link' silences nothing; remove it [unused-silence]"
    ]


def test_nothing_is_said_of_links_where_the_vault_is_not_known():
    assert said("[[Nadie]] [[Plan]] ![[VPN]] [[#Nada]] [[Llaves]]", whole=False) == []


def test_a_comment_that_never_ends_is_told():
    assert said("Texto.\n\n%%\noculto [[Nadie]]\n") == [
        (
            "3:1 warning the comment that opens here has no closing '%%', so the rest of the note is"
            " hidden; write '%%' where it ends [unclosed-comment]"
        )
    ]


def test_words_are_there_in_spanish():
    body = "[[Tailscal]] [[Plan]] [[Llaves]] [[Tailscale#Puerto]] ![[VPN]] [x](../../a)\n\n%%\n"
    assert said(body, language="es") == [
        (
            "1:1 warning el enlace '[[Tailscal]]' no lleva a ninguna nota de la bóveda; ¿querías decir"
            " 'notas/Tailscale'? [broken-link]"
        ),
        (
            "1:14 warning '[[Plan]]' lleva a 'Plan.md', que no está publicada, así que sus palabras salen"
            " sin enlace; publica esa nota o quita el enlace [link-to-draft]"
        ),
        (
            "1:23 warning '[[Llaves]]' puede ser 'redes/Llaves', que se toma por ser lo más cercano, y"
            " también 'casa/Llaves'; escribe su ruta completa [ambiguous-link]"
        ),
        (
            "1:34 warning el enlace '[[Tailscale#Puerto]]' nombra un encabezado 'Puerto' que"
            " 'notas/Tailscale' no tiene; ¿querías decir 'Puertos'? [broken-anchor]"
        ),
        (
            "1:55 warning '![[VPN]]' muestra aquello en lo que está, sin fin; incrusta otra parte de la"
            " nota o quítalo [embed-cycle]"
        ),
        (
            "1:64 warning el enlace '../../a' sale de la bóveda, donde el sitio no tiene nada; pon en la"
            " bóveda aquello a lo que lleva [broken-link]"
        ),
        (
            "3:1 warning el comentario que se abre aquí no tiene un '%%' de cierre y oculta el resto de"
            " la nota; escribe '%%' donde acabe [unclosed-comment]"
        ),
    ]
