"""The sitemap keeps to its protocol (sitemaps.org), and its dates are true."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESS = "https://example.org/notas/"
CONFIG = f"site_name: Semilla\nsite_url: {ADDRESS}\nplugins: [estiba]\n"

VAULT = {
    "index.md": "---\ndate: 2024-01-01\n---\n# Inicio\n",
    "redes/dns & más.md": "---\ntitle: DNS\ntags: [dns]\ndate: 2025-01-01\nmod: 2025-03-03 10:00\n---\n",
    "redes/vpn/uno.md": "---\ntitle: Uno\ntags: [vpn]\ndate: 2025-02-02\n---\n",
    "redes/vpn/dos.md": "---\ntitle: Dos\ntags: [vpn, nada]\n---\n",
    "luz/sin.md": "---\ntitle: Sin fecha\ntags: [sola]\n---\n",
    "oculta.md": "---\ntitle: Oculta\ndate: 2026-01-01\ndraft: true\n---\n",
}


def read(site):
    """Give what the sitemap says: address -> last change; checks each element against the protocol."""
    text = site.read("sitemap.xml")
    root = ET.fromstring(text)
    assert root.tag == f"{NAMESPACE}urlset"
    found = {}
    for url in root:
        assert url.tag == f"{NAMESPACE}url"
        names = [child.tag.removeprefix(NAMESPACE) for child in url]
        assert names in (["loc"], ["loc", "lastmod"])
        values = [child.text for child in url]
        parts = urlsplit(values[0])
        assert parts.scheme == "https"
        assert values[0].isascii()
        assert not re.search(r"\s", values[0])
        assert len(values[0]) < 2048
        assert values[0] not in found
        if len(values) == 2:
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", values[1])
        found[values[0].removeprefix(ADDRESS)] = values[1] if len(values) == 2 else None
    assert gzip.decompress((site.root / "sitemap.xml.gz").read_bytes()).decode() == text
    return found


def test_every_page_with_the_day_of_its_last_change(build_site):
    assert read(build_site(VAULT, CONFIG)) == {
        "": "2024-01-01",
        "redes/dns%20%26%20m%C3%A1s/": "2025-03-03",
        "redes/vpn/uno/": "2025-02-02",
        "redes/vpn/dos/": None,
        "luz/sin/": None,
        "luz/": None,
        "redes/": "2025-03-03",
        "redes/vpn/": "2025-02-02",
        "all-notes/": "2025-03-03",
        "changes/": "2025-03-03",
        "tags/": "2025-03-03",
        "tags/dns/": "2025-03-03",
        "tags/vpn/": "2025-02-02",
        "tags/nada/": None,
        "tags/sola/": None,
    }


def test_where_nothing_is_dated_no_day_is_made_up(build_site):
    found = read(build_site({"a.md": "# A\n"}, CONFIG))
    assert found == {"": None, "a/": None, "all-notes/": None, "tags/": None}


def test_plain_addresses(build_site):
    found = read(
        build_site({"a/b.md": "---\ndate: 2025-01-01\n---\n"}, CONFIG + "use_directory_urls: false\n")
    )
    assert found["a/b.html"] == "2025-01-01"
    assert found["a/index.html"] == "2025-01-01"


def test_without_an_address_of_the_site_there_is_none(build_site):
    site = build_site(VAULT, "site_name: Semilla\nplugins: [estiba]\n")
    assert not list(site.root.glob("sitemap.xml*"))


def test_every_address_is_a_page_that_calls_it_canonical(build_site):
    site = build_site(VAULT, CONFIG)
    for address in read(site):
        folder = address.replace("%20", " ").replace("%26", "&").replace("%C3%A1", "á")
        assert f'<link rel="canonical" href="{ADDRESS}{address}">' in site.read(f"{folder}index.html")


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2106-02-08", "9999-12-31"])
def test_a_day_of_which_a_gzip_file_has_no_time_stops_nothing(build_site, day):
    site = build_site({"nota.md": f"---\ndate: {day}\n---\nTexto.\n"})
    assert f"<lastmod>{day}</lastmod>" in site.read("sitemap.xml")
    assert gzip.decompress((site.root / "sitemap.xml.gz").read_bytes()).decode() == site.read("sitemap.xml")
