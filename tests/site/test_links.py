"""Links of notes in a built site: each leads where its author meant, to a page or a place that is there."""

from __future__ import annotations

from collections.abc import Callable

from site_links import dead_links
from sites import Site

NOTES = {
    "index.md": "# Inicio\n\n[[servicios/Cortafuegos]] [[Año nuevo#Árboles|árboles]] #redes/vpn\n",
    "servicios/Cortafuegos.md": (
        "---\ntags: [redes]\n---\n# Cortafuegos\n\n![[Año nuevo#Árboles]]\n\n"
        "![[mapa.png|30]] [[mapa.png]]\n\n"
        "[a](../a%C3%B1o/A%C3%B1o%20nuevo.md#arboles) [b](/index.md) ![[son.mp3]]\n\n"
        "<p>[[Año nuevo]] #redes</p>\n"
    ),
    "año/Año nuevo.md": (
        "# Año nuevo\n\n## Árboles\n\nTexto ^fin\n\n[[#^fin]] [[Cortafuegos]] [x](#árboles)\n"
    ),
    "borrador.md": "---\npublished: false\n---\n# Borrador\n",
    "roto.md": "# Roto\n\n[[nada]] [[borrador]] [x](nada.md) [y](borrador.md)\n",
    "mapa.png": b"\x89PNG\r\n",
    "son.mp3": b"ID3",
}


def test_links(build_site: Callable[..., Site]) -> None:
    site = build_site(NOTES)
    dead = dead_links(site.root)
    assert (dead.files, dead.anchors) == ([], [])
    home = site.read("index.html")
    assert '<a href="servicios/Cortafuegos/">servicios/Cortafuegos</a>' in home
    assert '<a href="a%C3%B1o/A%C3%B1o%20nuevo/#%C3%A1rboles">árboles</a>' in home
    assert '<a class="estiba-tag" href="etiquetas/' in home or '<a class="estiba-tag" href="tags/' in home
    page = site.read("servicios/Cortafuegos/index.html")
    assert '<img alt="mapa.png" loading="lazy" src="../../mapa.png" width="30">' in page
    assert 'src="../../son.mp3"' in page
    assert '<p class="estiba-embed__from"><a href="../../a%C3%B1o/A%C3%B1o%20nuevo/#%C3%A1rboles">' in page
    assert '<a href="#fin">' not in page
    assert '<p><a href="../../a%C3%B1o/A%C3%B1o%20nuevo/">Año nuevo</a> <a class="estiba-tag"' in page
    assert '<p id="^fin">Texto</p>' in site.read("año/Año nuevo/index.html")


def test_links_to_nothing_are_words(build_site: Callable[..., Site]) -> None:
    site = build_site(NOTES)
    words = ("nada", "borrador", "x", "y")
    page = site.read("roto/index.html")
    assert " ".join(f'<span class="estiba-missing">{word}</span>' for word in words) in page
    assert not [one for one in site.messages if "contains a link" in one]


def test_addresses_without_folders(build_site: Callable[..., Site]) -> None:
    site = build_site(NOTES, use_directory_urls=False)
    dead = dead_links(site.root)
    assert (dead.files, dead.anchors) == ([], [])
    assert 'src="../son.mp3"' in site.read("servicios/Cortafuegos.html")
