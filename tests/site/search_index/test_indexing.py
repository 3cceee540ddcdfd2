"""The index of a build."""

from __future__ import annotations

import logging
import stat

import pytest
from mkdocs.exceptions import Abort

from search_files import pages_found

VAULT = {
    "index.md": "# Inicio\n\nHola.\n",
    "redes/vpn.md": (
        "---\ntitle: VPN\ndescription: Un túnel.\ntags: [redes/vpn, Casa]\n---\n\n# Otro\n\nTexto.\n\n"
        "## Sección\n\n```yaml\nservices:\n  a:\n    image: nginx:1.29\n```\n"
    ),
    "redes/dns.md": (
        "---\ntitle: DNS\nlang: en\n---\n\nWords.\n\n```yaml\nservices:\n  a:\n    imag: b\n```\n"
    ),
    "oculta.md": "---\ntitle: Oculta\nsearch: {exclude: true}\n---\n\nNada.\n",
    "borrador.md": "---\ntitle: Borrador\npublished: false\n---\n\nSecreto.\n",
}
CONFIG = (
    "site_name: S\nsite_url: http://127.0.0.1/\nplugins: [estiba]\ntheme: {name: material, language: es}\n"
)


def test_what_the_index_holds_of_each_page(build_site):
    found = pages_found(build_site(VAULT, CONFIG).root)
    assert set(found) == {"/", "/redes/vpn/", "/redes/dns/"}
    vpn = found["/redes/vpn/"]
    assert vpn["language"] == "es"
    assert vpn["meta"] == {
        "title": "VPN",
        "tags": "redes/vpn · Casa",
        "path": "Redes",
        "compose": "1.29",
    }
    assert vpn["filters"] == {
        "tag": ["redes-vpn", "casa", "redes"],
        "folder": ["redes"],
        "example": ["checked"],
    }
    assert [anchor["id"] for anchor in vpn["anchors"] if anchor["id"].startswith("sec")] == ["sección"]
    words = vpn["content"].split()
    assert words[:4] == ["VPN.", "Otro", "Un", "túnel."]
    assert not {"Copiar", "Descargar", "compose.yaml", "¶"} & set(words)


def test_a_notes_language_and_a_failed_example(build_site):
    dns = pages_found(build_site(VAULT, CONFIG).root)["/redes/dns/"]
    assert dns["language"] == "en"
    assert dns["filters"] == {"folder": ["redes"]}


def test_no_word_of_a_draft_or_of_an_excluded_note(build_site):
    found = str(pages_found(build_site(VAULT, CONFIG).root))
    assert "Secreto" not in found
    assert "Nada" not in found


@pytest.mark.parametrize(("directory_urls", "address"), [(True, "/redes/vpn/"), (False, "/redes/vpn.html")])
def test_addresses_are_those_of_the_site(build_site, directory_urls, address):
    config = f"{CONFIG}use_directory_urls: {str(directory_urls).lower()}\n"
    assert address in pages_found(build_site(VAULT, config).root)


def test_only_what_the_reader_needs_is_in_the_site(build_site):
    site = build_site(VAULT, CONFIG)
    names = {path.name for path in (site.root / "pagefind").iterdir()}
    assert {name for name in names if not name.endswith(".pf_meta")} == {
        "facets.json",
        "filter",
        "fragment",
        "index",
        "index-key.txt",
        "pagefind-entry.json",
        "pagefind.js",
        "wasm.en.pagefind",
        "wasm.es.pagefind",
    }


def test_a_language_without_stemming_keeps_what_it_needs(build_site):
    site = build_site({"nota.md": "---\ntitle: Nota\nlang: gl\n---\n\nTexto.\n"}, CONFIG)
    assert (site.root / "pagefind/wasm.unknown.pagefind").is_file()


@pytest.fixture
def rebuild(build_site, caplog):
    """Build again into the same site; gives what was said of the search."""

    def build(files):
        caplog.clear()
        site = build_site(files, CONFIG)
        with caplog.at_level(logging.INFO):
            said = [one.getMessage() for one in caplog.records if "search:" in one.getMessage()]
        index = site.root / "pagefind"
        files = {path.name: path.read_bytes() for path in index.rglob("*") if path.is_file()}
        assert [path.name for path in site.root.iterdir() if path.name.startswith(".")] == [".estiba"]
        return said, files

    return build


def test_nothing_is_indexed_where_no_text_has_changed(rebuild):
    first, before = rebuild(VAULT)
    second, after = rebuild(VAULT)
    assert len(first) == len(second) == 1
    assert first[0].startswith("estiba: search: 3 pages indexed; the build waited ")
    assert second == ["estiba: search: no text has changed, its index is kept"]
    assert before == after


@pytest.mark.parametrize(
    "change",
    [
        {"redes/vpn.md": VAULT["redes/vpn.md"].replace("Texto", "Otro texto")},
        {"redes/vpn.md": VAULT["redes/vpn.md"].replace("Casa", "Hogar")},
        {"redes/dns.md": VAULT["redes/dns.md"].replace("imag:", "image:")},
        {"redes/index.md": "# Las redes\n"},
        {"nueva.md": "# Nueva\n"},
        {"estiba.toml": "[tags.vocabulary.casa]\nsynonyms = ['hogar']\n"},
    ],
    ids=["text", "tag", "verdict", "folder", "note", "synonym"],
)
def test_whatever_a_search_shows_makes_a_new_index(rebuild, change):
    _, before = rebuild(VAULT)
    said, after = rebuild(VAULT | change)
    assert "pages indexed" in said[0]
    assert before != after


def test_an_index_cut_short_is_made_anew(rebuild, tmp_path):
    rebuild(VAULT)
    (tmp_path / "site/pagefind/index-key.txt").unlink()
    said, _ = rebuild(VAULT)
    assert "pages indexed" in said[0]


def test_leftovers_of_a_killed_build_are_cleared_away(rebuild, tmp_path):
    rebuild(VAULT)
    (tmp_path / "site/.pagefind-new").mkdir()
    (tmp_path / "site/pagefind").rename(tmp_path / "site/.pagefind")
    (said,), _ = rebuild(VAULT)
    assert said.startswith("estiba: search: 3 pages indexed; ")  # who has moved it may have changed it
    assert sorted(path.name for path in (tmp_path / "site").glob(".*")) == [".estiba"]


def test_a_folder_of_the_vault_keeps_its_name(build_site):
    site = build_site({"pagefind/nota.md": "# Nota\n"}, CONFIG)
    assert (site.root / "pagefind/nota/index.html").is_file()
    assert (site.root / "pagefind-2/pagefind.js").is_file()
    assert set(pages_found(site.root, "pagefind-2")) == {"/pagefind/nota/"}


def test_settings_for_pagefind_beside_the_vault_are_not_heeded(build_site, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_GLOB", "nothing")
    (tmp_path / "pagefind.toml").write_text('glob = "nothing"\n', "utf-8")
    assert len(pages_found(build_site(VAULT, CONFIG).root)) == 3


def test_pagefind_that_fails_fails_the_build_in_words(build_site, tmp_path, monkeypatch, caplog):
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'no room left'\nexit 3\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr("estiba.site.search_index.program.get_executable", lambda: program)
    with pytest.raises(Abort):
        build_site(VAULT, CONFIG)
    assert "no search index could be made: Pagefind stopped with status 3: no room left" in caplog.text
    assert not (tmp_path / "site/.pagefind-new").exists()


def test_an_empty_vault_has_a_search_all_the_same(build_site):
    site = build_site({"oculta.md": VAULT["oculta.md"]}, CONFIG)
    assert set(pages_found(site.root)) == {"/"}
