"""Pages of ours beside those of notes."""

from __future__ import annotations


def test_a_note_at_the_address_of_a_page_of_ours_keeps_it(build_site):
    site = build_site({"all-notes.md": "# Propia\n\nTexto propio.\n", "tags/index.md": "# También\n"})
    assert "Texto propio." in site.read("all-notes/index.html")
    assert "Propia</a>" in site.read("all-notes-2/index.html")
    assert "También" in site.read("tags/index.html")
