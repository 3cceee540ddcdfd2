"""The page of a tag: its notes, the tags around it, and where it stands."""

from __future__ import annotations

import html
import json
import re

import pytest

from sites import CONFIG

POLICY = """
language = "es"

[tags.vocabulary.infrastructure]
labels = { es = "Infraestructura" }

[tags.vocabulary.network]
labels = { es = "Red" }
description = { es = "Lo que une tus máquinas." }
synonyms = ["redes"]
parent = "infrastructure"
"""


def note(title: str, tags: str, day: str = "") -> str:
    changed = f"mod: {day}\n" if day else ""
    return f"---\ntitle: {title}\ndescription: Trata de {title}.\n{changed}tags: [{tags}]\n---\n\nTexto.\n"


VAULT = {
    "index.md": "# Inicio\n",
    "dns.md": note("DNS", "redes, seguridad", "2025-03-01"),
    "vpn.md": note("VPN", "Redes/VPN, seguridad", "2025-10-25"),
    "zzz.md": note("Zzz", "redes"),
    "aaa.md": note("Aaa", "redes/dns"),
    "luz.md": note("Luz", "zigbee", "2024-01-01"),
    "gas.md": note("Gas", "zigbee", "2024-01-02"),
}


def main(page: str) -> str:
    return page.partition("<article")[2].partition("</article>")[0]


def text(fragment: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", fragment)).split())


def notes(page: str) -> list[str]:
    """Give the notes that a page of a tag lists, with all that is said of each."""
    return [text(one) for one in re.findall(r'<li class="estiba-notes__note">(.*?)</li>', page, re.DOTALL)]


def around(page: str) -> dict[str, list[tuple[str, str, str]]]:
    """Give the tags around a tag: heading -> address, name, number of notes."""
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", main(page), re.DOTALL)
    chip = r'<a href="([^"]*)" class="md-tag">(.*?) <span class="estiba-count">(.*?)</span></a>'
    return {name: re.findall(chip, tags) for name, tags in rows}


def test_a_page_says_what_it_is_of_in_the_owners_words_and_in_its_own(build_site):
    page = build_site(VAULT | {"estiba.toml": POLICY}).read("etiquetas/network/index.html")
    said = (
        "Lo que une tus máquinas. 4 notas con la etiqueta «Red»."
        " Cuentan también las de sus etiquetas inferiores: dns, VPN."
    )
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", page) == ["Red"]
    assert "<title>Red - Semilla</title>" in page
    assert re.findall(r'<p class="estiba-head__description">(.*?)</p>', page) == [said]
    assert re.findall(r'<meta name="description" content="(.*?)">', page) == [said]


def test_a_description_counts_one_note_and_names_few_tags(build_site):
    tags = ", ".join(f"a/b{number}" for number in range(10))
    site = build_site({"dns.md": note("DNS", tags)})
    assert (
        "1 note with the tag “a”. Those of the tags below it count too: b0, b1, b2, b3, b4, b5, b6, b7, …."
        in site.read("tags/a/index.html")
    )


def test_notes_stand_by_their_last_change_then_by_title(build_site):
    page = build_site(VAULT | {"estiba.toml": POLICY}).read("etiquetas/network/index.html")
    assert notes(page) == [
        "25 de octubre de 2025 VPN Trata de VPN. Redes/VPN seguridad",
        "1 de marzo de 2025 DNS Trata de DNS. seguridad",
        "Aaa Trata de Aaa. redes/dns",
        "Zzz Trata de Zzz.",
    ]


def test_tags_around_it_are_linked_with_their_numbers(build_site):
    site = build_site(VAULT | {"estiba.toml": POLICY})
    assert around(site.read("etiquetas/network/index.html")) == {
        "Superior": [("../infrastructure/", "Infraestructura", "4")],
        "Inferiores": [("../network-dns/", "dns", "1"), ("../network-vpn/", "VPN", "1")],
        "Relacionadas": [("../seguridad/", "seguridad", "2")],
    }
    assert around(site.read("etiquetas/zigbee/index.html")) == {}


def test_the_path_leads_over_the_index_and_the_tags_above(build_site):
    site = build_site(VAULT | {"estiba.toml": POLICY})
    (path,) = re.findall(
        r'<nav class="md-path".*?</nav>', site.read("etiquetas/network-vpn/index.html"), re.DOTALL
    )
    links = re.findall(r'<a href="(.*?)".*?>(.*?)</a>', path, re.DOTALL)
    assert [(url, text(name)) for url, name in links] == [
        ("../..", "Inicio"),
        ("../", "Etiquetas"),
        ("../infrastructure/", "Infraestructura"),
        ("../network/", "Red"),
    ]
    assert "md-path" not in site.read("404.html")


def test_a_page_leads_to_its_search_and_its_feed(build_site):
    (actions,) = re.findall(
        r'<p class="estiba-tag-actions">(.*?)</p>',
        build_site(VAULT).read("tags/redes-vpn/index.html"),
        re.DOTALL,
    )
    assert re.findall(r"<a [^>]*>", actions) == [
        '<a class="estiba-js" href="?tag=redes-vpn">',
        '<a href="feed.xml" type="application/atom+xml">',
    ]
    without = build_site(VAULT, CONFIG.replace("site_url: http://127.0.0.1/\n", ""))
    assert "application/atom+xml" not in main(without.read("tags/redes-vpn/index.html"))


def test_pages_are_in_the_sitemap_but_not_in_the_navigation(build_site):
    site = build_site(VAULT)
    assert "<loc>http://127.0.0.1/tags/zigbee/</loc>" in site.read("sitemap.xml")
    assert "tags/zigbee/" not in site.read("luz/index.html").partition("<article")[0]


def test_a_page_shows_a_hundred_notes_in_full_and_of_the_rest_the_titles(build_site):
    files = {f"{n:03}.md": note(f"Nota {n:03}", "red, otra", f"2025-01-{n % 28 + 1:02}") for n in range(130)}
    page = build_site(files).read("tags/red/index.html")
    full, _, older = page.partition('<h2 id="estiba-older">')
    assert len(notes(full)) == 100
    assert len(notes(older)) == 30
    assert notes(full)[0] == "January 28, 2025 Nota 027 Trata de Nota 027. otra"
    assert notes(older)[-1] == "January 1, 2025 Nota 112"


@pytest.mark.parametrize("address", ["etiquetas", "sobre/temas", "sobre/index"])
def test_pages_stand_below_the_index_wherever_that_is(build_site, address):
    site = build_site({"dns.md": note("DNS", "redes"), "estiba.toml": f'[pages]\ntags = "{address}"\n'})
    folder = address.removesuffix("/index")
    assert "<h1>redes</h1>" in site.read(f"{folder}/redes/index.html")
    assert f'href="../{folder}/redes/" class="md-tag"' in site.read("dns/index.html")


def test_pages_stand_beside_files_as_well(build_site):
    site = build_site(VAULT, CONFIG + "use_directory_urls: false\n")
    assert notes(site.read("tags/redes-vpn.html")) == ["October 25, 2025 VPN Trata de VPN. seguridad"]
    assert 'href="tags/redes-vpn.html" class="md-tag"' in site.read("vpn.html")


def test_colliding_tags_all_keep_their_pages(build_site):
    """Tags that come to one address, and tags that a server understands otherwise."""
    site = build_site(
        {"index.md": "# Inicio\n", "a.md": note("A", '"c++", "c#", index, README, 日本, 中国')},
    )
    assert sorted(entries(site.read("tags/index.html"))) == [
        ("tag-c", "c/", "c#"),
        ("tag-c-2", "c-2/", "c++"),
        ("tag-index", "index-2/", "index"),
        ("tag-readme", "readme-2/", "README"),
        ("tag-tag", "tag/", "中国"),
        ("tag-tag-2", "tag-2/", "日本"),
    ]
    for _, address, name in entries(site.read("tags/index.html")):
        assert f"<h1>{name}</h1>" in site.read(f"tags/{address}index.html")


def test_a_folder_of_notes_at_the_address_of_the_tags_keeps_it(build_site):
    files = {
        "a.md": note("A", "redes"),
        "tags/redes.md": "# La nota\n\n![b](b.png)\n",
        "tags/b.png": "un archivo",
    }
    site = build_site(files)
    assert ">La nota</a>" in site.read("tags/index.html")
    assert "La nota" in site.read("tags/redes/index.html")
    assert site.read("tags/b.png") == "un archivo"
    assert entries(site.read("tags-2/index.html")) == [("tag-redes", "redes/", "redes")]
    assert "<h1>redes</h1>" in site.read("tags-2/redes/index.html")


def entries(page):
    return re.findall(
        r'<li class="estiba-tags__entry" id="([^"]*)"><a href="([^"]*)">(.*?)</a>',
        page,
    )


def test_a_hostile_tag_is_text(build_site):
    tag = "<img src=x onerror=alert('tag')>"
    site = build_site({"a.md": note("A", f"{json.dumps(tag)}, b")})
    page = site.read("tags/img-src-x-onerror-alert-tag/index.html")
    assert "<img src=x" not in page
    assert html.unescape(re.findall(r"<h1>(.*?)</h1>", page)[0]) == tag
    assert "<img src=x" not in site.read("tags/b/index.html") + site.read("tags/index.html")


def test_a_note_with_thousands_of_tags_brings_few_pages(build_site):
    many = ", ".join(f"t{number:04}" for number in range(2000))
    site = build_site({"a.md": note("A", many), "b.md": note("B", "t1999, b")})
    pages = {path.parent.name for path in site.root.glob("tags/*/index.html")}
    assert pages == {*(f"t{number:04}" for number in range(100)), "t1999", "b"}
    index = site.read("tags/index.html")
    assert index.count('<li class="estiba-tags__entry"') == 2001
    assert '<li class="estiba-tags__entry" id="tag-t1998"><span>t1998</span>' in index
    assert '<a href="../tags/#tag-t1998" class="md-tag" rel="tag">t1998</a>' in site.read("a/index.html")


def test_drafts_are_on_no_page(build_site):
    draft = note("Borrador", "redes, secreta").replace("---\n", "---\npublished: false\n", 1)
    site = build_site({"dns.md": note("DNS", "redes"), "draft.md": draft})
    assert notes(site.read("tags/redes/index.html")) == ["DNS Trata de DNS."]
    assert not (site.root / "tags/secreta").exists()
