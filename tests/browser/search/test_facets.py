"""Tags, folders and checked examples: counted, combined, chosen by a click and by typing."""

from __future__ import annotations

from playwright.sync_api import expect

from searched_vault import INNER


def test_facets_are_counted_among_the_notes_with_the_word(search):
    box = search()
    box.write("cormoran")
    expect(box.facet("docker")).to_be_visible()
    box.counts("Etiquetas", "docker 3", "Red 2", "vpn 2", "copia de seguridad 1", "red/dns 1", "redes 1")
    box.counts("Carpetas", "Facetas 4", f"{INNER} 1")
    box.counts("Ejemplos", "Con ejemplo comprobado 1")


def test_counts_follow_what_is_chosen_and_typed(search):
    box = search()
    box.write("cormoran")
    box.facet("docker").click()
    expect(box.titles).to_have_count(3)
    expect(box.facet("vpn")).to_contain_text("2")
    box.counts("Etiquetas", "docker 3", "vpn 2", "copia de seguridad 1", "Red 1", "red/dns 1")
    box.facet("vpn").click()
    expect(box.titles).to_have_count(2)
    expect(box.facet("Red")).to_have_count(0)
    box.counts("Etiquetas", "docker 2", "vpn 2", "copia de seguridad 1")
    box.counts("Carpetas", "Facetas 2", f"{INNER} 1")
    box.facet("Con ejemplo comprobado").click()
    box.finds("Cuatro")
    box.facet("docker").click()
    box.facet("vpn").click()
    box.facet("Con ejemplo comprobado").click()
    expect(box.titles).to_have_count(4)


def test_a_chosen_facet_that_leaves_nothing_stays_and_can_be_taken_off(search):
    box = search()
    box.write("cormoran")
    box.facet("docker").click()
    expect(box.titles).to_have_count(3)
    box.write("golondrina")
    expect(box.status).to_have_text("Ninguna nota cumple todo eso. Prueba con menos filtros:")
    expect(box.facet("docker")).to_have_attribute("aria-pressed", "true")
    expect(box.facet("docker")).to_contain_text("0")
    box.page.get_by_role("button", name="Quitar los filtros").click()
    expect(box.status).to_have_text("23 notas")
    expect(box.chosen).to_have_count(0)


def test_folder_narrows_and_another_takes_its_place(search):
    box = search()
    box.write("cormoran")
    box.facet(INNER).click()
    box.finds("Cuatro")
    box.facet("Facetas").click()
    expect(box.titles).to_have_count(4)
    expect(box.chosen).to_have_text(["Facetas"])


def test_facets_without_words_list_all_their_notes(search):
    box = search()
    expect(box.facet("docker")).to_be_visible()
    box.facet("docker").click()
    expect(box.status).to_have_text("4 notas")
    expect(box.titles).to_have_count(4)


def test_tag_of_a_result_adds_itself(search):
    box = search()
    box.write("cormoran")
    expect(box.titles).to_have_count(4)
    box.page.locator(".estiba-result", has_text="Uno").get_by_text("copia de seguridad").click()
    box.finds("Uno")
    expect(box.chosen).to_have_text(["copia de seguridad"])
    expect(box.input).to_be_focused()
    box.chosen.click()
    expect(box.titles).to_have_count(4)


def test_typing_a_tag_is_choosing_it(search):
    box = search()
    for typed in ("#vpn ", "#VPN", "cormoran #vpn", "tag:vpn cormoran", 'tag:"vpn"', "tag:vpn"):
        box.write(typed)
        expect(box.chosen).to_have_text(["vpn"])
        assert box.input.input_value().strip() == ("cormoran" if "cormoran" in typed else "")
        expect(box.facet("vpn")).to_have_attribute("aria-pressed", "true")
        box.facet("vpn").click()
        expect(box.chosen).to_have_count(0)
    box.write("tag:vpn cormoran")
    expect(box.titles).to_have_count(2)


def test_a_tag_goes_by_all_its_names(search):
    box = search()
    for typed, label in (
        ('tag:"copia de seguridad"', "copia de seguridad"),
        ("#network ", "Red"),
        ("#redes ", "redes"),
        ("#network/dns ", "red/dns"),
        ("#cópia-de-seguridad ", "copia de seguridad"),
    ):
        box.write(typed)
        expect(box.chosen).to_have_text([label])
        box.chosen.click()
        expect(box.chosen).to_have_count(0)


def test_nested_tag_counts_for_the_one_above(search):
    box = search()
    box.write("#red cormoran")
    expect(box.titles).to_have_count(2)
    assert sorted(box.titles.all_inner_texts()) == ["Dos", "Tres"]


def test_a_tag_that_may_go_on_waits_for_a_space_or_enter(search):
    box = search()
    box.write("cormoran #red")
    expect(box.titles).to_have_count(4)
    expect(box.chosen).to_have_count(0)
    expect(box.input).to_have_value("cormoran #red")
    box.page.keyboard.press("Enter")
    expect(box.chosen).to_have_text(["Red"])
    expect(box.titles).to_have_count(2)


def test_several_tags_can_be_typed(search):
    box = search()
    box.write("#docker #vpn cormoran")
    expect(box.chosen).to_have_text(["docker", "vpn"])
    expect(box.titles).to_have_count(2)


def test_an_unknown_tag_is_searched_as_a_word(search):
    box = search()
    box.write("#zorzal canto")
    box.finds("Secciones")
    expect(box.chosen).to_have_count(0)


def test_long_groups_unfold(search):
    box = search()
    box.write("golondrina")
    expect(box.facet("ave01")).to_be_visible()
    group = box.page.locator(".estiba-facets__group", has_text="Etiquetas")
    expect(group.locator(".estiba-facet")).to_have_count(12)
    group.get_by_role("button", name="11 más").click()
    expect(group.locator(".estiba-facet")).to_have_count(23)
    group.get_by_role("button", name="Menos").click()
    expect(group.locator(".estiba-facet")).to_have_count(12)


def test_focus_stays_on_the_facet_that_was_chosen(search):
    box = search()
    box.write("cormoran")
    box.facet("vpn").focus()
    box.page.keyboard.press("Enter")
    expect(box.titles).to_have_count(2)
    expect(box.facet("vpn")).to_have_attribute("aria-pressed", "true")
    expect(box.facet("vpn")).to_be_focused()


def test_facets_are_folded_into_a_line_in_a_narrow_window(search):
    box = search(width=390)
    box.write("cormoran")
    expect(box.facet("docker")).to_be_attached()
    expect(box.facet("docker")).to_be_hidden()
    box.page.get_by_role("button", name="Filtros").click()
    box.facet("docker").click()
    expect(box.titles).to_have_count(3)
    expect(box.chosen).to_have_text(["docker"])
