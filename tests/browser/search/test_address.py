"""The state of a search in the address: sent to somebody, gone back to, left alone otherwise."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from searched_vault import INNER


def test_two_tags_and_a_word_give_a_fresh_browser_the_same_list(search):
    box = search()
    box.write("cormoran")
    box.facet("docker").click()
    box.facet("vpn").click()
    box.has_query("q=cormoran&tag=docker&tag=vpn")
    expect(box.titles).to_have_count(2)
    expect(box.facet("vpn")).to_have_attribute("aria-pressed", "true")
    counts = ("docker 2", "vpn 2", "copia de seguridad 1")
    box.counts("Etiquetas", *counts)
    titles = box.titles.all_inner_texts()

    fresh = search("todas-las-notas/?" + box.query, fresh=True)
    fresh.finds(*titles)
    expect(fresh.input).to_have_value("cormoran")
    expect(fresh.chosen).to_have_text(["docker", "vpn"])
    expect(fresh.facet("vpn")).to_have_attribute("aria-pressed", "true")
    fresh.counts("Etiquetas", *counts)


def test_every_facet_is_in_the_address(search):
    box = search("acentos/?q=cormoran&tag=docker&folder=facetas/dentro&example=1")
    box.finds("Cuatro")
    expect(box.chosen).to_have_text(["docker", INNER, "Con ejemplo comprobado"])


def test_back_and_forward_go_through_the_facets_that_were_chosen(search):
    box = search()
    box.write("cormoran")
    box.facet("docker").click()
    expect(box.titles).to_have_count(3)
    box.facet("vpn").click()
    expect(box.titles).to_have_count(2)
    box.page.go_back()
    expect(box.titles).to_have_count(3)
    expect(box.chosen).to_have_text(["docker"])
    box.page.go_back()
    expect(box.titles).to_have_count(4)
    expect(box.input).to_have_value("cormoran")
    box.page.go_forward()
    box.page.go_forward()
    expect(box.titles).to_have_count(2)
    expect(box.chosen).to_have_text(["docker", "vpn"])


def test_back_comes_from_a_note_to_the_results(search):
    box = search()
    box.write("cormoran")
    box.facet("copia de seguridad").click()
    box.finds("Uno")
    box.titles.click()
    box.page.wait_for_url("**/x/facetas/uno/")
    box.page.go_back()
    box.finds("Uno")
    expect(box.dialog).to_be_visible()


def test_typing_makes_no_steps_to_go_back_through(search):
    box = search()
    before = box.page.evaluate("history.length")
    box.write("zorzal")
    box.has_query("q=zorzal")
    assert box.page.evaluate("history.length") == before


def test_other_parameters_the_hash_and_the_scroll_position_stay(search):
    box = search("acentos/?utm=1&q=zorzal#acentos")
    box.finds("Secciones")
    box.page.evaluate("history.replaceState({x: 0, y: 7}, '')")
    box.write("cormoran")
    box.has_query("utm=1&q=cormoran")
    assert box.page.evaluate("[location.hash, history.state.y]") == ["#acentos", 7]
    box.page.keyboard.press("Escape")
    box.has_query("utm=1")
    assert box.page.evaluate("[location.hash, history.state.y]") == ["#acentos", 7]


def test_search_opened_again_is_the_same_one(search):
    box = search()
    box.write("cormoran")
    box.facet("vpn").click()
    expect(box.titles).to_have_count(2)
    box.page.keyboard.press("Escape")
    box.has_query("")
    box.open()
    expect(box.titles).to_have_count(2)
    box.has_query("q=cormoran&tag=vpn")


def test_page_of_a_tag_opens_the_search_for_it_in_place(visit, address):
    page = visit(address + "etiquetas/vpn/").page
    page.evaluate("window.stayed = true")
    page.locator("article a[href^='?tag=']").click()
    expect(page.locator(".estiba-search__chosen")).to_have_text("vpn")
    expect(page.locator(".md-search-result__meta")).to_have_text("3 notas")
    assert page.evaluate("window.stayed")
    page.go_back()
    expect(page.locator(".md-search__inner[role=dialog]")).to_have_count(0)


def test_result_in_the_page_that_is_open_leads_there_in_place(search):
    box = search("secciones/")
    box.page.evaluate("window.stayed = true")
    box.write("zorzal")
    box.page.locator(".estiba-result__section", has_text="Tercera").click()
    expect(box.dialog).to_have_count(0)
    box.page.wait_for_url("**/x/secciones/#tercera")
    assert box.page.evaluate("window.stayed")
    box.page.go_back()
    box.finds("Secciones")


@pytest.mark.parametrize("way", ["type", "submit"])
def test_box_of_the_home_page_opens_the_search(visit, address, way):
    page = visit(address).page
    page.evaluate("""() => {
      const form = document.createElement("form");
      form.className = "estiba-home-search";
      form.innerHTML = '<input name="q">';
      document.querySelector("article").prepend(form);
      window.stayed = true;
    }""")
    home = page.locator(".estiba-home-search input")
    if way == "type":
        home.press_sequentially("zorzal")
    else:
        home.evaluate("input => { input.value = 'zorzal'; }")
        home.press("Enter")
    expect(page.locator(".estiba-result__title")).to_have_text("Secciones")
    expect(page.locator(".md-search__input")).to_have_value("zorzal")
    expect(page.locator(".md-search__input")).to_be_focused()
    assert page.evaluate("window.stayed")
    page.keyboard.press("Escape")
    expect(home).to_be_focused()
