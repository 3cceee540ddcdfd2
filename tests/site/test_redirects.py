"""Old addresses of notes lead on to the new ones."""

from __future__ import annotations

from search_files import pages_found

NOTE = """---
title: El "nuevo" <b>
aliases: [notas/viejo, Añejo, ../x, "C:\\\\x", search/x, otra]
---

Texto.
"""


def test_a_page_leads_on_and_is_found_nowhere(build_site):
    files = {"redes/nueva.md": NOTE, "redes/otra.md": "# Otra\n", "estiba.toml": 'language = "es"\n'}
    site = build_site(files)
    page = site.read("notas/viejo/index.html")
    assert '<meta http-equiv="refresh" content="0; url=../../redes/nueva/">' in page
    assert '<link rel="canonical" href="http://127.0.0.1/redes/nueva/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "Esta nota se ha mudado:" in page
    assert '<a href="../../redes/nueva/">El &#34;nuevo&#34; &lt;b&gt;</a>' in page
    assert "<script" not in page
    assert "../nueva/" in site.read("redes/Añejo/index.html")
    assert ">Otra</h1>" in site.read("redes/otra/index.html")
    assert not (site.root / "search").exists()
    others = [path for path in site.root.rglob("*.*ml") if path.parent.name not in ("viejo", "Añejo")]
    for path in others:
        assert "viejo" not in path.read_text("utf-8")
    assert not any("viejo" in address for address in pages_found(site.root))


def test_a_flat_site_leads_on_to_files(build_site):
    config = "site_name: S\nplugins: [estiba]\nuse_directory_urls: false\n"
    site = build_site({"redes/nueva.md": NOTE}, config)
    page = site.read("notas/viejo.html")
    assert "url=../redes/nueva.html" in page
    assert "canonical" not in page


def test_no_page_is_put_over_another(build_site):
    files = {"a.md": "---\naliases: [tags, redes, foto.png]\n---\n# A ![[foto.png]]\n"}
    files |= {"redes/b.md": "---\ntags: [c]\n---\n# B\n", "foto.png": "x"}
    site = build_site(files)
    assert "refresh" not in site.read("tags/index.html") + site.read("redes/index.html")
    assert site.read("foto.png") == "x"


def test_drafts_lead_nowhere_and_what_is_unlisted_does(build_site):
    files = {
        "a.md": "---\ndraft: true\naliases: [viejo]\n---\n# A\n",
        "b.md": "---\nunlisted: true\naliases: [otro]\n---\n# B\n",
    }
    site = build_site(files)
    assert not (site.root / "viejo").exists()
    assert "url=../b/" in site.read("otro/index.html")
