"""Pages of ours beside those of notes."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_note_named_like_a_folder_keeps_its_address(build_site, directory_urls):
    config = f"site_name: S\nplugins: [estiba]\nuse_directory_urls: {str(directory_urls).lower()}\n"
    site = build_site({"redes.md": "# Redes\n\nTexto propio.\n", "redes/vpn.md": "# VPN\n"}, config)
    note, index = (
        ("redes/index.html", "redes/index-2/index.html")
        if directory_urls
        else ("redes.html", "redes/index.html")
    )
    assert "Texto propio." in site.read(note)
    assert "VPN</a>" in site.read(index)


def test_a_note_at_the_address_of_a_page_of_ours_keeps_it(build_site):
    site = build_site({"all-notes.md": "# Propia\n\nTexto propio.\n", "tags/index.md": "# También\n"})
    assert "Texto propio." in site.read("all-notes/index.html")
    assert "Propia</a>" in site.read("all-notes-2/index.html")
    assert "También" in site.read("tags/index.html")
