"""Where links lead, whoever they were written for."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.config import Config
from estiba.position import Position
from estiba.vault.links import path_index
from estiba.vault.links.targets import Target, TargetKind
from estiba.vault.text.link_syntax import read_destination, read_wikilink
from estiba.vault.text.marks import Address, Link, LinkKind
from estiba.vault.vault import Vault, read_vault

HERE = Position(1, 1)
NOTES = {
    "index.md": "# Inicio\n",
    "Nota.md": "# Nota\n",
    "redes/index.md": "# Redes\n",
    "redes/Tailscale.md": "---\naliases: [TS, 'Red privada', Node.js]\n---\n# Tailscale\n",
    "redes/vpn/WireGuard.md": "# WireGuard\n",
    "redes/vpn/Llaves.md": "# Llaves\n",
    "casa/README.md": "# Casa\n",
    "casa/Llaves.md": "# Llaves\n",
    "casa/planta/Plano.md": "# Plano\n",
    "Año nuevo.md": "# Año nuevo\n",
    "libros/libros.md": "# Libros\n",
    "libros/Quijote.md": "# Quijote\n",
    "código/Node.js.md": "# Node\n",
    "código/v1.2.md": "# Versión\n",
    "código/C#.md": "# C\n",
    "código/100%41.md": "# Cien\n",
    "borradores/Plan.md": "---\ndraft: true\n---\n# Plan\n",
    "borradores/Nota.md": "---\ndraft: true\n---\n# Nota\n",
}
ATTACHMENTS = ("imagenes/foto.png", "casa/foto.png", "redes/mapa.PDF", "docker-compose.yml", "código/Node.js")


def vault(notes=None, **options) -> Vault:
    files = ((path, text.encode()) for path, text in (NOTES if notes is None else notes).items())
    return read_vault(files, Config(), **{"attachments": ATTACHMENTS, **options})


VAULT = vault()


def link(written: str) -> Link:
    """Give the link that is written so, in double brackets or as the address of a Markdown link."""
    if written.startswith("[["):
        return Link(LinkKind.WIKILINK, HERE, HERE, read_wikilink(written[2:-2]).address)
    return Link(LinkKind.LINK, HERE, HERE, read_destination(written))


def leads(written: str, source: str = "redes/Tailscale.md", of: Vault = VAULT) -> str:
    target = of.resolve(link(written), source)
    if target.kind is TargetKind.NOTE:
        return target.path
    return f"{target.kind} {target.path}".strip() + (" outside" if target.is_outside else "")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[[Nota]]", "Nota.md"),
        ("[[WireGuard]]", "redes/vpn/WireGuard.md"),
        ("[[wireguard]]", "redes/vpn/WireGuard.md"),
        ("[[vpn/WireGuard]]", "redes/vpn/WireGuard.md"),
        ("[[redes/vpn/WireGuard]]", "redes/vpn/WireGuard.md"),
        ("[[redes/vpn/WireGuard.md]]", "redes/vpn/WireGuard.md"),
        ("[[WireGuard.MD]]", "redes/vpn/WireGuard.md"),
        ("[[/redes/vpn/WireGuard]]", "redes/vpn/WireGuard.md"),
        ("[[pn/WireGuard]]", "missing"),
        ("[[./vpn/WireGuard]]", "redes/vpn/WireGuard.md"),
        ("[[../casa/Llaves]]", "casa/Llaves.md"),
        ("[[./WireGuard]]", "missing"),
        ("[[../../Nota]]", "missing outside"),
        ("[[casa/../../Nota]]", "missing outside"),
        ("[[casa/../Nota]]", "Nota.md"),
        ("[[ano NUEVO]]", "Año nuevo.md"),
        ("[[Node.js]]", "código/Node.js.md"),
        ("[[v1.2]]", "código/v1.2.md"),
        ("[[v1.2.md]]", "código/v1.2.md"),
        ("[[C#]]", "código/C#.md"),
        ("[[100%41]]", "código/100%41.md"),
        ("[[TS]]", "redes/Tailscale.md"),
        ("[[red  PRIVADA]]", "redes/Tailscale.md"),
        ("[[redes]]", "redes/index.md"),
        ("[[casa]]", "casa/README.md"),
        ("[[casa/]]", "casa/README.md"),
        ("[[libros]]", "libros/libros.md"),
        ("[[casa/planta]]", "missing"),
        ("[[Tailscal]]", "missing"),
        ("[[]]", "redes/Tailscale.md"),
        ("[[foto.png]]", "attachment casa/foto.png"),
        ("[[imagenes/foto.png]]", "attachment imagenes/foto.png"),
        ("[[MAPA.pdf]]", "attachment redes/mapa.PDF"),
        ("[[mapa]]", "missing"),
        ("[[docker-compose.yml]]", "attachment docker-compose.yml"),
        ("[[Plan]]", "draft borradores/Plan.md"),
        ("[[borradores/Nota]]", "draft borradores/Nota.md"),
        ("[[https://example.org]]", "missing"),
    ],
)
def test_bad_input_47_wikilinks_lead_as_in_obsidian(written, expected):
    assert leads(written) == expected


@pytest.mark.parametrize(
    ("source", "written", "expected"),
    [
        ("redes/Tailscale.md", "vpn/WireGuard.md", "redes/vpn/WireGuard.md"),
        ("redes/Tailscale.md", "./vpn/WireGuard.md", "redes/vpn/WireGuard.md"),
        ("redes/Tailscale.md", "vpn/WireGuard", "redes/vpn/WireGuard.md"),
        ("redes/Tailscale.md", "../A%C3%B1o%20nuevo.md", "Año nuevo.md"),
        ("redes/Tailscale.md", "<../Año nuevo.md>", "Año nuevo.md"),
        ("redes/Tailscale.md", "../ano%20nuevo.md", "Año nuevo.md"),
        ("redes/Tailscale.md", "/casa/Llaves.md", "casa/Llaves.md"),
        ("redes/Tailscale.md", "/casa/Llaves", "casa/Llaves.md"),
        ("redes/Tailscale.md", "/casa/Llaves/", "casa/Llaves.md"),
        ("redes/Tailscale.md", "/casa/Llaves.md?raw=1", "casa/Llaves.md"),
        ("redes/Tailscale.md", "/Llaves.md", "missing"),
        ("redes/Tailscale.md", "/", "index.md"),
        ("redes/Tailscale.md", "..", "redes/index.md"),
        ("redes/Tailscale.md", "../", "redes/index.md"),
        ("redes/Tailscale.md", "../..", "index.md"),
        ("redes/Tailscale.md", ".", "redes/index.md"),
        ("redes/Tailscale.md", "../vpn/WireGuard/", "redes/vpn/WireGuard.md"),
        ("redes/Tailscale.md", "vpn/WireGuard/", "redes/vpn/WireGuard.md"),
        ("redes/Tailscale.md", "../../casa/", "casa/README.md"),
        ("redes/Tailscale.md", "../../casa/index.html", "casa/README.md"),
        ("redes/Tailscale.md", "../../casa/planta/Plano/index.html", "casa/planta/Plano.md"),
        ("redes/Tailscale.md", "../casa", "casa/README.md"),
        ("redes/Tailscale.md", "../Nota.html", "Nota.md"),
        ("redes/index.md", "../casa/Llaves/", "casa/Llaves.md"),
        ("redes/index.md", "Tailscale/", "redes/Tailscale.md"),
        ("redes/Tailscale.md", "Plano.md", "casa/planta/Plano.md"),
        ("redes/Tailscale.md", "casa/planta/Plano.md", "casa/planta/Plano.md"),
        ("redes/Tailscale.md", "../Plano.md", "missing"),
        ("redes/Tailscale.md", "TS", "missing"),
        ("redes/Tailscale.md", "../imagenes/foto.png", "attachment imagenes/foto.png"),
        ("redes/Tailscale.md", "../../imagenes/foto.png", "attachment imagenes/foto.png"),
        ("redes/Tailscale.md", "mapa.pdf#page=2", "attachment redes/mapa.PDF"),
        ("redes/Tailscale.md", "/docker-compose.yml", "attachment docker-compose.yml"),
        ("código/C#.md", "100%2541.md", "código/100%41.md"),
        ("código/C#.md", "100%41.md", "código/100%41.md"),
        ("código/v1.2.md", "C%23.md", "código/C#.md"),
        ("redes/Tailscale.md", "../borradores/Plan.md", "draft borradores/Plan.md"),
        ("redes/Tailscale.md", "../../../../etc/passwd", "missing outside"),
        ("redes/Tailscale.md", "/etc/passwd", "missing"),
        ("redes/Tailscale.md", "/../../etc/passwd", "missing outside"),
        ("redes/Tailscale.md", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "missing outside"),
        ("redes/Tailscale.md", "file:///etc/passwd", "external"),
        ("redes/Tailscale.md", "//example.org/x.md", "external"),
        ("redes/Tailscale.md", "mailto:a@example.org", "external"),
        ("de/fuera.md", "../Nota.md", "Nota.md"),
        ("de/fuera.md", "#algo", "missing"),
    ],
)
def test_bad_input_57_addresses_lead_as_on_github_in_mkdocs_and_in_obsidian(source, written, expected):
    assert leads(written, source) == expected


def test_a_flat_site_has_no_folder_for_each_page():
    flat = vault({"a/b.md": "", "b.md": ""}, flat=True)
    assert leads("../b.html", "a/c.md", flat) == "b.md"
    assert leads("b.html", "a/c.md", flat) == "a/b.md"


@pytest.mark.parametrize(
    ("source", "expected", "others"),
    [
        ("redes/vpn/WireGuard.md", "redes/vpn/Llaves.md", ("casa/Llaves.md",)),
        ("casa/README.md", "casa/Llaves.md", ("redes/vpn/Llaves.md",)),
        ("casa/planta/Plano.md", "casa/Llaves.md", ("redes/vpn/Llaves.md",)),
        ("redes/Tailscale.md", "redes/vpn/Llaves.md", ("casa/Llaves.md",)),
        ("Nota.md", "casa/Llaves.md", ("redes/vpn/Llaves.md",)),
    ],
)
def test_bad_input_47_of_several_notes_the_nearest_is_taken(source, expected, others):
    target = VAULT.resolve(link("[[llaves]]"), source)
    assert (target.path, target.others) == (expected, others)


def test_of_many_notes_a_few_others_are_told():
    many = vault({f"{name}/Nota.md": "" for name in "hgfedcba"}, attachments=())
    assert many.resolve(link("[[Nota]]"), "c/x.md") == Target(
        TargetKind.NOTE, "c/Nota.md", others=tuple(f"{name}/Nota.md" for name in "abdef")
    )


def test_what_is_spelt_just_so_comes_before_the_nearest():
    both = vault({"a/nota.md": "", "b/Nota.md": "", "b/NOTA.md": ""})
    assert leads("[[Nota]]", "a/x.md", both) == "b/Nota.md"
    assert leads("[[nota]]", "b/x.md", both) == "a/nota.md"
    assert leads("[[nóta]]", "b/x.md", both) == "b/NOTA.md"


def test_an_alias_that_is_a_path_is_found_by_its_end():
    notes = {
        "a.md": "---\naliases: [viejo/Nombre de antes, /otro/sitio.md]\n---\n",
        "b.md": "---\naliases: [sitio]\n---\n",
    }
    assert leads("[[Nombre de antes]]", "x.md", vault(notes)) == "a.md"
    assert leads("[[viejo/nombre de antes]]", "x.md", vault(notes)) == "a.md"
    assert leads("[[otro/sitio]]", "x.md", vault(notes)) == "a.md"
    assert leads("[[sitio]]", "x.md", vault(notes)) == "b.md"


def test_a_name_comes_before_an_alias_and_an_alias_before_a_folder():
    notes = {"x/Uno.md": "---\naliases: [Dos, tres, Cuatro]\n---\n", "Dos.md": "", "tres/index.md": ""}
    assert [leads(f"[[{name}]]", "a.md", vault(notes)) for name in ("dos", "Tres", "cuatro")] == [
        "Dos.md",
        "x/Uno.md",
        "x/Uno.md",
    ]


@pytest.mark.parametrize("keep_drafts", [False, True])
def test_bad_input_48_a_draft_loses_against_published_notes_of_its_name(keep_drafts):
    target = vault(keep_drafts=keep_drafts).resolve(link("[[Nota]]"), "borradores/Plan.md")
    assert (target.path, target.others) == ("Nota.md", ())


def test_bad_input_48_a_draft_that_is_kept_is_a_note():
    kept = vault(keep_drafts=True)
    target = kept.resolve(link("[[Plan]]"), "Nota.md")
    assert (target.kind, target.path in kept.drafts) == (TargetKind.NOTE, True)


@pytest.mark.parametrize("kept", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_bad_input_54_unicode_forms_do_not_count(kept, asked):
    path = unicodedata.normalize(kept, "mañana/Año.md")
    notes = vault({path: "## Qué\n"})
    for written in ("[[Año]]", "[[mañana/Año]]", "mañana/Año.md", "ma%C3%B1ana/A%C3%B1o.md"):
        assert leads(unicodedata.normalize(asked, written), "x.md", notes) == path
    target = notes.resolve(link(unicodedata.normalize(asked, "[[Año#Qué]]")), "x.md")
    assert target.anchor == "qué"


ANCHORS = """# Guía

## ¿Qué es Nginx?

Una frase. ^frase

## Node.js & C++

### Instalar

## Segunda

### Instalar

### Paso 1: copiar

<a id="Mio"></a>

## Con id {#propio}

Nota al pie[^1].

[^1]: Aquí.

## 🚀
"""


@pytest.mark.parametrize(
    ("fragment", "anchor"),
    [
        ("qué-es-nginx", "qué-es-nginx"),
        ("que-es-nginx", "qué-es-nginx"),
        ("Que-Es-Nginx", "qué-es-nginx"),
        ("¿Qué es Nginx?", "qué-es-nginx"),
        ("Qué es Nginx", "qué-es-nginx"),
        ("Node.js & C++", "nodejs--c"),
        ("nodejs--c", "nodejs--c"),
        ("nodejs-c", "nodejs--c"),
        ("Node js C++", "nodejs--c"),
        ("Instalar", "instalar"),
        ("Guía#Instalar", "instalar"),
        ("Segunda#Instalar", "instalar_1"),
        ("Guía#Segunda#instalar", "instalar_1"),
        ("instalar_1", "instalar_1"),
        ("instalar-1", "instalar_1"),
        ("Paso 1 copiar", "paso-1-copiar"),
        ("propio", "propio"),
        ("Con id", "propio"),
        ("🚀", "_1"),
        ("Mio", "Mio"),
        ("^frase", "^frase"),
        ("^FRASE", "^frase"),
        ("Guía#^frase", "^frase"),
        ("fn:1", "fn:1"),
        ("fnref:1", "fnref:1"),
        ("estiba-example-2", "estiba-example-2"),
        ("__tabbed_1_2", "__tabbed_1_2"),
        ("", ""),
        ("top", ""),
        (":~:text=frase", ""),
    ],
)
def test_places_in_a_note_have_the_names_that_others_give_them(fragment, anchor):
    target = vault({"a.md": ANCHORS}).resolve(
        Link(LinkKind.LINK, HERE, HERE, Address("a.md", "", "a.md", fragment)), "b.md"
    )
    assert (target.path, target.anchor, target.anchor_is_missing) == ("a.md", anchor, False)


@pytest.mark.parametrize(
    "fragment", ["Instalación", "^otra", "Segunda#Qué es Nginx", "Nada#Instalar", "mio", "---"]
)
def test_a_place_that_a_note_does_not_have_is_said_to_be_missing(fragment):
    written = Link(LinkKind.LINK, HERE, HERE, Address("", "", "a.md", fragment))
    assert vault({"a.md": ANCHORS}).resolve(written, "b.md") == Target(
        TargetKind.NOTE, "a.md", anchor_is_missing=True
    )


def test_a_target_knows_the_part_that_an_embed_shows():
    notes = vault({"a.md": ANCHORS})
    section = notes.resolve(link("[[a#Segunda]]"), "b.md").section
    block = notes.resolve(link("[[a#^frase]]"), "b.md").block
    assert section is not None
    assert (section.first_line, section.last_line) == (11, 18)
    assert block is not None
    assert (block.first_line, block.last_line) == (5, 5)


def test_targets_of_a_note_come_in_the_order_of_its_links_and_are_found_once():
    notes = vault({"a.md": "[[b]] ![[foto.png]]\n\n[x](b.md#no) <https://example.org>\n", "b.md": "[[a]]"})
    found = notes.targets_of("a.md")
    assert [(one.to.written, target.path, target.anchor_is_missing) for one, target in found] == [
        ("b", "b.md", False),
        ("foto.png", "casa/foto.png", False),
        ("b.md#no", "b.md", True),
    ]
    assert notes.targets_of("a.md") is found


SEGMENT = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("./#%?^|\\ áÁñ\u0301")), max_size=8)
PATH = st.lists(st.one_of(st.sampled_from(["..", ".", "", "redes", "Nota", "index"]), SEGMENT), max_size=4)


@given(PATH, st.one_of(st.just(""), SEGMENT), st.sampled_from(list(LinkKind)), st.sampled_from(list(NOTES)))
def test_no_link_leads_out_of_the_vault(parts, fragment, kind, source):
    path = "/".join(parts)
    target = VAULT.resolve(Link(kind, HERE, HERE, Address(f"{path}#{fragment}", "", path, fragment)), source)
    known = {
        TargetKind.NOTE: VAULT.notes.keys(),
        TargetKind.DRAFT: VAULT.drafts.keys(),
        TargetKind.ATTACHMENT: set(ATTACHMENTS),
        TargetKind.MISSING: {""},
    }
    assert target.path in known[target.kind]
    assert VAULT.nearest.of_path(Link(kind, HERE, HERE, Address(path, "", path, "")), source) is not None


def test_a_large_vault_takes_work_by_the_number_of_its_links(monkeypatch):
    compared = 0
    order = path_index._order

    def counted(path):
        nonlocal compared
        compared += 1
        return order(path)

    monkeypatch.setattr(path_index, "_order", counted)
    body = "[[README]] [[nota]] [[f1/README]] [[nadie]] [x](README.md)\n" * 2
    notes = {f"f{number}/{name}.md": body for number in range(1000) for name in ("README", "Nota")}
    large = vault(notes, attachments=())
    targets = [target for path in large.notes for _, target in large.targets_of(path)]
    assert len(targets) == 20_000
    assert sum(target.kind is TargetKind.NOTE for target in targets) == 16_000
    assert max(len(target.others) for target in targets) == 5
    assert compared <= 4 * 2 * len(notes)
