from __future__ import annotations

import pytest

from estiba.config import Config
from estiba.vault.files.redirects import AliasClash, place_of, redirects_of
from estiba.vault.vault import read_vault


@pytest.mark.parametrize(
    ("alias", "place"),
    [
        ("viejo", "redes/viejo/index.html"),
        ("viejo.md", "redes/viejo/index.html"),
        ("Servidor web", "redes/Servidor web/index.html"),
        ("notas/viejo", "notas/viejo/index.html"),
        ("/vieja/dirección/", "vieja/dirección/index.html"),
        ("/viejo.html", "viejo/index.html"),
        ("/viejo/index.html", "viejo/index.html"),
        ("/notas/README", "notas/index.html"),
        ("../x", ""),
        ("a/../x", ""),
        ("a//b", ""),
        ("C:\\x", ""),
        ("https://example.org/a", ""),
        ("¿Qué es?", ""),
        ("a\x07b", ""),
        ("...", ""),
        ("search/a", ""),
        ("assets/a", ""),
        ("a" * 300, ""),
    ],
)
def test_the_place_of_an_alias(alias, place):
    assert place_of(alias, "redes/dns.md") == place


def test_a_flat_site_has_flat_places():
    assert place_of("notas/viejo", "dns.md", flat=True) == "notas/viejo.html"


def note(*aliases, more=""):
    return f"---\naliases: {list(aliases)}\n{more}---\nTexto.\n".encode()


def test_the_first_note_by_path_gets_a_place_and_notes_keep_theirs():
    files = [
        ("b.md", note("viejo", "a", "/a", "b", "404.html/")),
        ("a.md", note("Viejo", "/c/d")),
        ("oculta.md", note("secreto", "e", more="draft: true\n")),
        ("otra.md", note("e", "oculta", more="unlisted: true\n")),
    ]
    redirects = redirects_of(read_vault(files, Config()))
    assert redirects.places == {
        "Viejo/index.html": "a.md",
        "c/d/index.html": "a.md",
        "e/index.html": "otra.md",
        "404/index.html": "b.md",
    }
    assert redirects.clashes == (
        AliasClash("b.md", "viejo", "a.md", is_named=True),
        AliasClash("b.md", "/a", "a.md", is_named=False),
    )
