"""The names of the facets."""

from __future__ import annotations

import json

POLICY = """
language = "es"

[folders]
"a" = "Álgebra"

[tags.vocabulary.network]
labels = { es = "Red", en = "Network" }
synonyms = ["redes"]
"""
NOTE = "---\ntitle: N\ntags: [{}]\n---\n\nTexto.\n"


def test_tags_with_all_their_names_and_folders_with_their_titles(build_site):
    site = build_site(
        {
            "a/uno.md": NOTE.format("Redes/VPN, Configuración"),
            "a/b/dos.md": NOTE.format("configuracion"),
            "estiba.toml": POLICY,
        }
    )
    facets = json.loads(site.read("pagefind/facets.json"))
    assert [{**tag, "url": None} for tag in facets["tags"]] == [
        {
            "slug": "configuracion",
            "label": "Configuración",
            "names": ["configuracion"],
            "parent": None,
            "url": None,
        },
        {
            "slug": "network",
            "label": "Red",
            "names": ["network", "red", "redes"],
            "parent": None,
            "url": None,
        },
        {
            "slug": "network-vpn",
            "label": "Redes/VPN",
            "names": ["network/vpn", "redes/vpn"],
            "parent": "network",
            "url": None,
        },
    ]
    assert all((site.root / tag["url"] / "index.html").is_file() for tag in facets["tags"])
    assert facets["folders"] == [{"path": "a", "label": "Álgebra"}, {"path": "a/b", "label": "B"}]
