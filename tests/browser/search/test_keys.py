"""The search by keyboard alone, in a wide window and in a narrow one."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from waiting import wait_until


def test_keys_open_the_search(visit, address):
    page = visit(address + "acentos/").page
    for key in ("/", "s", "f", "Control+k", "Meta+k"):
        page.keyboard.press(key)
        expect(page.locator(".md-search__input")).to_be_focused()
        expect(page.get_by_role("dialog", name="Buscar")).to_be_visible()
        assert page.locator(".md-search__input").input_value() == ""
        page.keyboard.press("Escape")
        expect(page.locator(".md-search__input")).not_to_be_focused()


def test_keys_are_text_in_a_field(visit, address):
    page = visit(address + "etiquetas/").page
    page.locator("#estiba-tag-filter").press_sequentially("fs/")
    assert page.locator("#estiba-tag-filter").input_value() == "fs/"
    assert not page.locator("#__search").is_checked()


@pytest.mark.parametrize("width", [1280, 390])
def test_arrows_go_through_results_and_their_sections(search, width):
    box = search(width=width)
    box.write("zorzal")
    expect(box.page.locator("summary")).to_be_visible()
    seen = []
    for _ in range(6):
        box.page.keyboard.press("ArrowDown")
        seen.append(box.page.evaluate("document.activeElement.textContent || document.activeElement.tagName"))
    assert seen == ["Secciones", "Segunda", "Primera", "Tercera", "2 secciones más en esta nota", "INPUT"]
    box.page.keyboard.press("ArrowUp")
    box.page.keyboard.press("ArrowUp")
    expect(box.page.get_by_text("Tercera")).to_be_focused()
    box.page.keyboard.press("Enter")
    box.page.wait_for_url("**/x/secciones/#tercera")


def test_enter_opens_the_first_result_even_of_what_was_typed_just_now(search):
    box = search()
    box.write("cormorán golondrina 07")
    box.write("zorzal")
    box.page.keyboard.press("Enter")
    box.page.wait_for_url("**/x/secciones/")


def test_what_is_typed_at_a_result_is_written_into_the_box(search):
    box = search()
    box.write("golondrina")
    expect(box.titles).to_have_count(10)
    for key, text in (("s", "golondrinas"), ("Backspace", "golondrina"), ("End", None), ("Home", None)):
        box.page.keyboard.press("ArrowDown")
        expect(box.titles.first).to_be_focused()
        box.page.keyboard.press(key)
        expect(box.input).to_be_focused()
        expect(box.input).to_have_value(text or "golondrina")


@pytest.mark.parametrize("width", [1280, 390])
def test_tab_stays_within_the_dialog(search, width):
    box = search(width=width)
    box.write("grafana")
    expect(box.titles).to_have_count(2)
    expect(box.page.locator(".estiba-facet").first).to_be_attached()
    outside = "!document.querySelector('.md-search__inner').contains(document.activeElement)"
    stops = []
    for _ in range(30):
        box.page.keyboard.press("Tab")
        stops.append(box.page.evaluate("document.activeElement.classList[0]"))
        assert not box.page.evaluate(outside)
    assert "md-search__input" in stops
    assert "md-search-result__link" in stops
    box.input.focus()
    box.page.keyboard.press("Shift+Tab")
    assert not box.page.evaluate(outside)


def test_escape_closes_and_gives_the_focus_back(visit, address):
    page = visit(address + "acentos/").page
    link = page.locator("a.md-nav__link:visible").first
    link.focus()
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("zorzal")
    expect(page.locator(".estiba-result__title")).to_have_text("Secciones")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    assert not page.locator("#__search").is_checked()
    assert page.evaluate("location.search") == ""
    assert page.get_by_role("dialog").count() == 0


def test_box_in_the_header_can_be_passed_by_and_opens_when_typed_in(visit, address):
    page = visit(address + "acentos/").page
    box = page.locator(".md-search__input")
    box.focus()
    assert not page.locator("#__search").is_checked()
    page.keyboard.press("Tab")
    expect(box).not_to_be_focused()
    assert not page.evaluate("document.querySelector('.md-search').contains(document.activeElement)")
    box.focus()
    page.keyboard.type("zorzal")
    expect(page.locator(".estiba-result__title")).to_have_text("Secciones")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()


def test_narrow_window_has_a_button_that_opens_and_gets_the_focus_back(visit, address):
    page = visit(address + "acentos/", width=390).page
    button = page.get_by_role("button", name="Buscar", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    box = page.locator(".md-search__input")
    expect(box).to_be_focused()
    wait_until(page, "document.querySelector('.md-search__inner').getBoundingClientRect().width === 390")
    box.press_sequentially("zorzal")
    expect(page.locator(".estiba-result__title")).to_have_text("Secciones")
    wait_until(page, "document.documentElement.scrollWidth === 390")  # once it has slid in
    page.get_by_role("button", name="Cerrar la búsqueda").click()
    expect(button).to_be_focused()


def test_clearing_the_box_shows_no_results(search):
    box = search()
    box.write("zorzal")
    expect(box.titles).to_have_count(1)
    box.page.get_by_role("button", name="Borrar lo escrito").click()
    expect(box.titles).to_have_count(0)
    expect(box.input).to_be_focused()
    expect(box.status).to_have_text("Escribe una palabra o una etiqueta como #docker")
