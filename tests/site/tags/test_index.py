"""The index of tags, and the tags above a note, of an owner who has a vocabulary."""

from __future__ import annotations

import re

import pytest

POLICY = """
language = "es"

[tags.vocabulary.infrastructure]
labels = { es = "Infraestructura" }

[tags.vocabulary.network]
labels = { es = "Red", en = "Network" }
synonyms = ["redes"]
parent = "infrastructure"
"""


def note(title: str, tags: str) -> str:
    return f"---\ntitle: {title}\ntags: [{tags}]\n---\n\nTexto.\n"


VAULT = {
    "index.md": "# Inicio\n",
    "dns.md": note("DNS", "redes"),
    "vpn.md": note("VPN", "Redes/VPN, network"),
    "luz.md": note("Luz", "Zigbee"),
}


def tags_above(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"]*)" class="md-tag" rel="tag">(.*?)</a>', page)


def entries(page: str) -> list[tuple[str, str, str, str]]:
    """Give the entries of an index of tags: id, address, name, number of notes."""
    return re.findall(
        r'<li class="estiba-tags__entry" id="([^"]*)"><a href="([^"]*)">(.*?)</a>'
        r' <span class="estiba-count">(.*?)</span>',
        page,
    )


def by_letter(page: str) -> dict[str, list[str]]:
    """Give what the index lists by letter: id of the letter and letter -> names."""
    parts = re.findall(r'<h3 id="([^"]*)">(.*?)</h3>(.*?)</section>', page, re.DOTALL)
    return {f"{id_} {letter}": [name for _, _, name, _ in entries(tags)] for id_, letter, tags in parts}


def test_a_tag_is_listed_once_below_the_one_above_it_under_the_owners_label(build_site):
    site = build_site(VAULT | {"estiba.toml": POLICY})
    page = site.read("etiquetas/index.html")
    assert entries(page) == [
        ("tag-infrastructure", "infrastructure/", "Infraestructura", "2"),
        ("tag-network", "network/", "Red", "2"),
        ("tag-network-vpn", "network-vpn/", "VPN", "1"),
        ("tag-zigbee", "zigbee/", "Zigbee", "1"),
    ]
    groups, _, rest = page.partition('<h2 id="estiba-tag-letters">')
    assert [id_ for id_, *_ in entries(rest)] == ["tag-zigbee"]
    nested = re.search(r'id="tag-infrastructure">.*', groups, re.DOTALL)[0]
    tree = re.findall(r'<ul|</ul|id="tag-[a-z-]*"', nested)
    assert tree == [
        'id="tag-infrastructure"',
        "<ul",
        'id="tag-network"',
        "<ul",
        'id="tag-network-vpn"',
        "</ul",
        "</ul",
        "</ul",
    ]


def test_tags_stand_by_letter_without_case_and_accents(build_site):
    tags = "ñandú, nube, Ágata, zeta, abeto, 3d, '+-', Δοκιμή, '#c++'"
    page = build_site({"dns.md": note("DNS", tags)}).read("tags/index.html")
    assert by_letter(page) == {
        "estiba-letter-other #": ["+-", "3d"],
        "estiba-letter-a A": ["abeto", "Ágata"],
        "estiba-letter-c C": ["c++"],
        "estiba-letter-n N": ["ñandú", "nube"],
        "estiba-letter-z Z": ["zeta"],
        "estiba-letter-δ Δ": ["Δοκιμή"],
    }
    assert "estiba-tag-groups" not in page
    assert "estiba-tags__letters" not in page


def test_many_tags_have_a_bar_of_letters(build_site):
    tags = ", ".join(f"{letter}{number}" for letter in "bca" for number in range(14))
    page = build_site({"dns.md": note("DNS", tags)}).read("tags/index.html")
    (bar,) = re.findall(
        r'<nav class="estiba-tags__letters" aria-label="Letters">(.*?)</nav>', page, re.DOTALL
    )
    assert re.findall(r'<a href="(.*?)">(.*?)</a>', bar) == [
        ("#estiba-letter-a", "A"),
        ("#estiba-letter-b", "B"),
        ("#estiba-letter-c", "C"),
    ]


def test_a_vault_without_tags_has_nothing_to_filter(build_site):
    page = build_site({"dns.md": "# DNS\n"}).read("tags/index.html")
    assert "No note has a tag yet." in page
    assert "estiba-tag-filter" not in page.partition("<main")[2].partition("</main>")[0]


def test_the_index_of_many_tags_is_light(build_site):
    files = {
        f"{number}.md": note(f"Nota {number}", ", ".join(f"etiqueta-{number}-{one}" for one in range(20)))
        for number in range(10)
    }
    few = build_site({"0.md": files["0.md"]}).read("tags/index.html")
    page = build_site(files).read("tags/index.html")
    assert len(entries(page)) == 200
    assert (len(page) - len(few)) / 180 < 170


def test_tags_above_a_note_lead_to_their_pages(build_site):
    site = build_site(VAULT | {"estiba.toml": POLICY})
    assert tags_above(site.read("vpn/index.html")) == [
        ("../etiquetas/network-vpn/", "Redes/VPN"),
        ("../etiquetas/network/", "Red"),
    ]


@pytest.mark.parametrize(("language", "name"), [("en", "Network"), ("es", "Red")])
def test_the_label_is_that_of_the_sites_language(build_site, language, name):
    policy = POLICY.replace('"es"', f'"{language}"', 1)
    site = build_site(VAULT | {"estiba.toml": policy})
    assert [label for _, label in tags_above(site.read("dns/index.html"))] == [name]


def test_a_label_is_text(build_site):
    policy = "[tags.vocabulary.a]\nlabels = { en = '<b>&' }\n"
    site = build_site({"dns.md": note("DNS", "a"), "estiba.toml": policy})
    assert tags_above(site.read("dns/index.html")) == [("../tags/a/", "&lt;b&gt;&amp;")]
    assert entries(site.read("tags/index.html")) == [("tag-a", "a/", "&lt;b&gt;&amp;", "1")]


def test_a_nested_tag_leads_nowhere_else(build_site):
    site = build_site({"dns.md": note("DNS", '"../../x", "a/../b", "//example.org/"')})
    page = site.read("dns/index.html")
    assert [url for url, _ in tags_above(page)] == ["../tags/x/", "../tags/a-b/", "../tags/example-org/"]
    ids = {id_ for id_, *_ in entries(site.read("tags/index.html"))}
    assert {"tag-x", "tag-a-b", "tag-example-org"} <= ids


def test_a_page_costs_the_same_however_many_notes_have_its_tags(build_site):
    def size(count: int) -> int:
        many = {f"z/{number:04}.md": note(f"Nota {number:04}", "redes/vpn") for number in range(count)}
        return len(build_site(VAULT | many | {"estiba.toml": POLICY}).read("vpn/index.html"))

    assert size(40) == size(80)


def test_a_slip_beside_a_closed_vocabulary_is_said_in_the_build(build_site):
    policy = POLICY.replace("[tags.vocabulary.inf", "[tags]\nclosed = true\n\n[tags.vocabulary.inf")
    site = build_site({"dns.md": note("DNS", "reds"), "estiba.toml": policy})
    (message,) = [one for one in site.messages if "unknown-tag" in one]
    assert "dns.md:3:8: the tag 'reds' is not in the vocabulary; did you mean 'network'?" in message
