"""Notes that are pages and stand in no list."""

from __future__ import annotations

import gzip
import json

import pytest

from search_files import pages_found

NOTE = """\
---
title: Zarzamora
tags: [redes, Endrina]
date: 2025-03-01
unlisted: true
---

Texto de la [vaguada](redes/dns.md).

```yaml
services:
  lentisco:
    image: durillo:1.0
```
"""
LISTED = "---\ntitle: DNS\ntags: [redes]\ndate: 2025-02-01\n---\n\nTexto.\n"
CONFIG = "site_name: Notas\nsite_url: http://127.0.0.1/\nplugins: [estiba]\n"
FILES = {"estiba.toml": 'language = "es"', "redes/dns.md": LISTED, "casa.md": NOTE}


def naming(site, *words):
    """Give the files of the site that hold one of `words`."""
    found = []
    for path in sorted(site.root.rglob("*")):
        if path.is_file() and path.suffix in (".html", ".xml", ".json", ".gz", ".yaml"):
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            if any(word in data.decode("utf-8").casefold() for word in words):
                found.append(path.relative_to(site.root).as_posix())
    return found


def test_its_page_and_its_files_are_all_that_there_is_of_it(build_site):
    site = build_site(FILES, CONFIG)
    assert naming(site, "zarzamora", "endrina", "casa/", "lentisco") == [
        "casa/compose.yaml",
        "casa/index.html",
    ]
    assert set(pages_found(site.root)) == {"/redes/dns/"}
    assert json.loads(site.read("examples.json"))["examples"] == []


def test_its_page_asks_programs_to_leave_it_alone(build_site):
    site = build_site(FILES, CONFIG)
    assert '<meta name="robots" content="noindex">' in site.read("casa/index.html")
    assert "noindex" not in site.read("redes/dns/index.html")


def test_its_page_shows_the_tags_that_lists_know(build_site):
    page = build_site(FILES, CONFIG).read("casa/index.html")
    assert '<a href="../etiquetas/redes/" class="md-tag" rel="tag">redes</a>' in page
    assert "Endrina" not in page


def test_no_page_leads_to_it_and_it_leads_to_none_beside_it(build_site):
    site = build_site(FILES | {"antes.md": "# Antes\n", "despues.md": "# Después\n"}, CONFIG)
    assert 'rel="next"' not in site.read("casa/index.html")
    assert 'rel="prev"' not in site.read("casa/index.html")


@pytest.mark.parametrize("path", ["soto/casa.md", "soto/index.md", "soto.md"])
def test_a_folder_of_it_alone_is_in_no_list(build_site, path):
    site = build_site({"redes/dns.md": LISTED, path: NOTE}, CONFIG)
    folder = path.removesuffix(".md").removesuffix("index").rstrip("/")
    assert naming(site, "zarzamora", "soto", "lentisco") == [f"{folder}/compose.yaml", f"{folder}/index.html"]


def test_the_page_of_a_folder_that_lists_others_is_one_of_ours(build_site):
    site = build_site({"redes/dns.md": LISTED, "redes/index.md": NOTE}, CONFIG)
    assert naming(site, "zarzamora") == ["redes/index.html"]
    assert site.read("redes/dns/index.html")


def test_a_home_page_stays_the_home_page(build_site):
    site = build_site({"redes/dns.md": LISTED, "index.md": NOTE}, CONFIG)
    assert "noindex" in site.read("index.html")
    assert '<a href="../.." class="md-nav__link"><span class="md-ellipsis">Zarzamora</span></a>' in site.read(
        "redes/dns/index.html"
    )
    assert "<loc>http://127.0.0.1/</loc>" not in site.read("sitemap.xml")
    assert set(pages_found(site.root)) == {"/redes/dns/"}
    assert (site.root / "index-2").exists() is False


def test_a_vault_of_unlisted_notes_is_a_site(build_site):
    site = build_site({"casa.md": NOTE}, CONFIG)
    assert naming(site, "zarzamora") == ["casa/index.html"]
