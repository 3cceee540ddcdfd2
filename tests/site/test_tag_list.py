"""The tags page, and the tags above a note, of an owner who has a vocabulary."""

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


def sections(page: str) -> dict[str, tuple[str, list[str]]]:
    """Give the sections of a tags page: id -> heading, titles of notes."""
    parts = re.findall(r'<h2 id="(tag-[^"]*)">(.*?)</h2>(.*?)</ul>', page, re.DOTALL)
    return {id_: (name, re.findall(r"<a href=[^>]*>(.*?)</a>", links)) for id_, name, links in parts}


def test_a_tag_lists_the_notes_of_those_below_it_under_the_owners_label(build_site):
    site = build_site(VAULT | {"estiba.toml": POLICY})
    page = site.read("etiquetas/index.html")
    assert sections(page) == {
        "tag-infrastructure": ("Infraestructura", ["DNS", "VPN"]),
        "tag-network": ("Red", ["DNS", "VPN"]),
        "tag-network-vpn": ("Redes/VPN", ["VPN"]),
        "tag-zigbee": ("Zigbee", ["Luz"]),
    }
    assert list(sections(page)) == ["tag-infrastructure", "tag-network", "tag-network-vpn", "tag-zigbee"]
    assert re.findall(r'class="md-tag">(.*?) <span class="estiba-count">(\d+)', page) == [
        ("Infraestructura", "2"),
        ("Red", "2"),
        ("Redes/VPN", "1"),
        ("Zigbee", "1"),
    ]


def test_tags_above_a_note_lead_to_their_sections(build_site):
    site = build_site(VAULT | {"estiba.toml": POLICY})
    assert tags_above(site.read("vpn/index.html")) == [
        ("../etiquetas/#tag-network-vpn", "Redes/VPN"),
        ("../etiquetas/#tag-network", "Red"),
    ]


@pytest.mark.parametrize(("language", "name"), [("en", "Network"), ("es", "Red")])
def test_the_label_is_that_of_the_sites_language(build_site, language, name):
    policy = POLICY.replace('"es"', f'"{language}"', 1)
    site = build_site(VAULT | {"estiba.toml": policy})
    assert [label for _, label in tags_above(site.read("dns/index.html"))] == [name]


def test_a_label_is_text(build_site):
    policy = "[tags.vocabulary.a]\nlabels = { en = '<b>&' }\n"
    site = build_site({"dns.md": note("DNS", "a"), "estiba.toml": policy})
    assert tags_above(site.read("dns/index.html")) == [("../tags/#tag-a", "&lt;b&gt;&amp;")]
    assert sections(site.read("tags/index.html")) == {"tag-a": ("&lt;b&gt;&amp;", ["DNS"])}


def test_a_nested_tag_leads_nowhere_else(build_site):
    site = build_site({"dns.md": note("DNS", '"../../x", "a/../b", "//example.org/"')})
    page = site.read("dns/index.html")
    assert [url for url, _ in tags_above(page)] == [
        "../tags/#tag-x",
        "../tags/#tag-a-b",
        "../tags/#tag-example-org",
    ]
    ids = set(sections(site.read("tags/index.html")))
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
