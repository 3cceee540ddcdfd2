"""What the search costs a reader who does not use it, and what is left of it without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from searched_vault import CONFIG
from sites import run_build, served, write_files
from waiting import wait_until

_FIRST = {"entry.js", "dialog.js"}


def test_nothing_is_fetched_until_somebody_is_about_to_search(visit, address):
    seen = visit(address + "acentos/")
    seen.page.wait_for_load_state("networkidle")

    def fetched():
        return {url for url in seen.requests if "/pagefind/" in url or "/estiba/search/" in url}

    assert {url.rpartition("/")[2] for url in fetched()} <= _FIRST | {"folding.js"}
    seen.page.locator(".md-search__input").hover()
    wait_until(seen.page, "performance.getEntriesByType('resource').some(r => r.name.includes('wasm.es'))")
    expect(seen.page.locator("#__search")).not_to_be_checked()
    assert [url for url in seen.requests if not url.startswith(address)] == []


def test_facets_and_other_languages_wait_for_the_first_result(visit, address):
    seen = visit(address + "acentos/")
    first = []
    seen.page.route("**/facets.json", lambda route: (first.append("facets"), route.continue_()))
    seen.page.route("**/fragment/es_*", lambda route: (first.append("result"), route.continue_()))
    seen.page.route("**/wasm.en*", lambda route: (first.append("english"), route.continue_()))
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("cormoran")
    expect(seen.page.locator(".estiba-facet").first).to_be_visible()
    assert list(dict.fromkeys(first)) == ["result", "english", "facets"]
    assert [url for url in seen.requests if not url.startswith(address)] == []
    assert seen.errors == []


@pytest.mark.parametrize("width", [1280, 390])
def test_without_javascript_the_header_leads_to_all_notes_and_tags(chromium, address, width):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address + "acentos/")
    expect(page.locator(".md-search__input")).to_be_hidden()
    expect(page.locator(".estiba-search-open")).to_be_hidden()
    links = page.locator(".estiba-search-links a")
    expect(links).to_have_text(["Todas las notas", "Cambios recientes", "Etiquetas"])
    assert page.evaluate("document.documentElement.scrollWidth") == width
    links.last.click()
    page.wait_for_url("**/x/etiquetas/")
    context.close()


@pytest.fixture(scope="module")
def instant(tmp_path_factory):
    root = tmp_path_factory.mktemp("instant")
    config = CONFIG.replace("  language: es\n", "  language: es\n  features: [navigation.instant]\n")
    notes = {
        "carpeta/uno.md": "# Uno\n\nUn zorzal.\n\n## Parte\n\nTexto.\n",
        "dos.md": "---\ntags: [vpn]\n---\n# Dos\n\nUn mirlo.\n",
    }
    with served(root / "www") as server:
        write_files(root, notes, config.replace("http://127.0.0.1/", server))
        run_build(root, site_dir=str(root / "www/x"))
        yield server + "x/"


def test_search_survives_instant_navigation(visit, instant):
    seen = visit(instant + "dos/")
    page = seen.page
    page.wait_for_load_state("networkidle")  # Material learns from the sitemap which pages there are
    page.evaluate("window.stayed = true")
    page.keyboard.press("/")
    page.keyboard.type("zorzal")
    title = page.locator(".estiba-result__title")
    expect(title).to_have_text("Uno")
    title.click()
    expect(page.locator("h1")).to_have_text("Uno")
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url == instant + "carpeta/uno/"

    page.keyboard.press("/")
    page.locator(".md-search__input").fill("mirlo")
    expect(title).to_have_text("Dos")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Dos")
    expect(title).to_have_text("Uno")
    page.wait_for_timeout(300)  # Material closes the search after each navigation
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url == instant + "dos/"
    assert page.evaluate("window.stayed")
    assert seen.errors == []


def test_link_to_a_search_opens_it_with_instant_navigation(visit, instant):
    page = visit(instant + "etiquetas/vpn/").page
    page.wait_for_load_state("networkidle")  # as above
    page.evaluate("window.stayed = true")
    page.locator("article a[href*='?tag=']").click()
    expect(page.locator(".estiba-result__title")).to_have_text("Dos")
    page.wait_for_timeout(300)
    expect(page.locator("#__search")).to_be_checked()
    assert page.url == instant + "etiquetas/vpn/?tag=vpn"
    page.go_back()
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.evaluate("window.stayed")
