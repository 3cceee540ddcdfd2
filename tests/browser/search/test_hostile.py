"""Hostile titles, tags, folders and texts in results and facets: seen as written, and nothing runs."""

from __future__ import annotations

from playwright.sync_api import expect

from searched_vault import HOSTILE_TAG, HOSTILE_TEXT, HOSTILE_TITLE


def test_result_and_facets_show_what_was_written(visit, address):
    seen = visit(address + "todas-las-notas/?q=palabrarara")
    page = seen.page
    result = page.locator(".estiba-result")
    expect(result.locator(".estiba-result__title")).to_have_text(HOSTILE_TITLE)
    expect(result.locator(".estiba-result__path")).to_contain_text("script>alert('folder')")
    expect(result.locator(".estiba-result__text").first).to_contain_text(HOSTILE_TEXT)
    expect(result.locator(".estiba-result__section")).to_have_text(HOSTILE_TEXT)
    expect(result.locator(".estiba-tag")).to_have_text([HOSTILE_TAG, "vpn"])
    facets = page.locator(".estiba-facet__name")
    expect(facets.first).to_have_text(HOSTILE_TAG)
    facets.first.click()
    expect(page.locator(".estiba-search__chosen")).to_have_text(HOSTILE_TAG)
    page.locator(".estiba-facet", has_text="folder").first.click()
    expect(page.locator(".estiba-search__chosen button")).to_have_count(2)
    expect(result).to_have_count(1)
    result.locator(".estiba-result__title").click()
    expect(page.locator("h1")).to_have_text(HOSTILE_TITLE)
    assert seen.dialogs == []
    assert seen.errors == []


def test_what_is_typed_and_sent_in_an_address_is_text(visit, address):
    seen = visit(f"{address}?q={HOSTILE_TAG}&tag={HOSTILE_TAG}&folder={HOSTILE_TAG}&example={HOSTILE_TAG}")
    expect(seen.page.locator(".md-search__input")).to_have_value(HOSTILE_TAG)
    expect(seen.page.locator(".estiba-search__chosen button")).to_have_text(
        [HOSTILE_TAG, HOSTILE_TAG, "Con ejemplo comprobado"]
    )
    expect(seen.page.locator(".md-search-result__meta")).to_contain_text("Ninguna nota cumple todo eso")
    assert seen.dialogs == []
    assert seen.errors == []


def test_names_of_files_with_spaces_and_signs_lead_to_their_notes(search):
    box = search()
    box.write("flamenco")
    box.finds("Nombre raro")
    box.page.locator(".estiba-result__section", has_text="Una sección").click()
    expect(box.page.locator("h1")).to_have_text("Nombre raro")
    assert box.page.evaluate("decodeURIComponent(location.hash)") == "#una-sección"
    assert box.page.evaluate("document.querySelector(':target').textContent").startswith("Una sección")
