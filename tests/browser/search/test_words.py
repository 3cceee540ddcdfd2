"""What is found for a word, in which order, and what a result shows."""

from __future__ import annotations

from playwright.sync_api import expect

from searched_vault import INNER
from waiting import wait_until

WORDS = "instalacion configuracion conexion camara musica telefono contrasena pagina".split()
MARKED = "instalación, configuración, conexión, cámara, música, teléfono, contraseña página.".split()


def test_words_without_accents_find_notes_that_have_them(search):
    box = search()
    found = []
    for word, marked in zip(WORDS, MARKED, strict=True):
        box.write(word)
        result = box.page.locator(".estiba-result", has_text="Acentos")
        expect(result.locator("mark").first).to_have_text(marked)
        found.append(word)
    assert found == WORDS
    box.write("TELÉFONO")
    box.finds("Acentos")


def test_letter_with_a_tilde_is_found_by_both_with_the_exact_spelling_first(search):
    box = search()
    box.write("cuña")
    box.finds("Con eñe", "Con ene")
    box.write("cuna")
    box.finds("Con ene", "Con eñe")


def test_exact_title_comes_first_then_titles_tags_text_and_longer_words(search):
    box = search()
    box.write("alfa")
    box.finds("Alfa", "Proyecto alfa", "Con etiqueta", "En el texto", "Solo al principio")


def test_parts_of_examples_are_found(search):
    box = search()
    found = []
    for word in ("5432", "postgres", "17.2", "postgres:17.2", "almacen"):
        box.write("xyzzy")
        expect(box.titles).to_have_count(0)
        box.write(word)
        expect(box.titles).to_have_count(2)
        found += box.titles.all_inner_texts()
    assert found == ["Base de datos", "Cuatro"] * 5


def test_result_says_where_the_note_stands_and_what_it_is_tagged_with(search):
    box = search("acentos/")
    box.write("cormorán")
    result = box.page.locator(".estiba-result", has_text="Cuatro")
    expect(result.locator(".estiba-result__path")).to_have_text(INNER)
    expect(result.locator(".estiba-tag")).to_have_text(["vpn", "docker"])
    expect(result.locator(".estiba-result__text").first).to_contain_text("Un cormorán.")


def test_best_three_sections_are_shown_and_the_others_unfold(search):
    box = search()
    box.write("zorzal")
    sections = box.page.locator(".estiba-result__section")
    visible = box.page.locator(".estiba-result__section:visible")
    expect(visible).to_have_count(3)
    expect(visible.first).to_have_text("Segunda")
    expect(box.page.locator(".estiba-result__text").first).to_have_text("Un zorzal y otro zorzal.")
    more = box.page.locator("summary", has_text="2 secciones más en esta nota")
    more.click()
    expect(visible).to_have_count(5)
    sections.first.click()
    box.page.wait_for_url("**/x/secciones/#segunda")


def test_words_of_a_title_are_marked_and_of_a_compound_word_no_other_part(search):
    box = search()
    box.write("proy alfa")
    box.finds("Proyecto alfa")
    expect(box.titles.locator("mark")).to_have_text(["Proyecto", "alfa"])
    box.write("quetzal")
    box.finds("Auth con quetzal")
    expect(box.page.locator(".estiba-result__text mark")).to_have_text(["quetzal-forward-auth."])
    expect(box.titles.locator("mark")).to_have_text(["quetzal"])


def test_ten_results_are_shown_and_more_on_demand(search):
    box = search()
    box.write("golondrina")
    expect(box.status).to_have_text("23 notas")
    expect(box.titles).to_have_count(10)
    more = box.page.locator(".estiba-results__more")
    expect(more).to_have_text("Mostrar 10 más")
    more.click()
    expect(box.titles).to_have_count(20)
    expect(box.titles.nth(10)).to_be_focused()
    expect(more).to_have_text("Mostrar 3 más")
    more.click()
    expect(box.titles).to_have_count(23)
    expect(more).to_have_count(0)


def test_notes_in_other_languages_follow_under_their_own_heading_and_are_stemmed_as_theirs(search):
    box = search()
    box.write("grafana")
    box.finds("Grafana en casa", "Panels")
    groups = box.page.locator(".estiba-results")
    expect(groups.nth(1).locator("h2")).to_have_text("También en inglés")
    expect(groups.nth(1).locator(".estiba-result__title")).to_have_text("Panels")
    expect(groups.nth(1).locator("ol")).to_have_attribute("lang", "en")
    box.write("carries")
    box.finds("Panels")
    expect(box.page.locator(".estiba-results h2")).to_have_text("En inglés")
    assert box.page.evaluate("document.documentElement.lang") == "es"


def test_nothing_found_says_what_helps(search):
    box = search()
    box.write("xyzzy")
    expect(box.status).to_have_text("No hay ninguna nota con esas palabras. Prueba con otras o mira aquí:")
    links = box.page.locator(".estiba-search__hint a")
    expect(links).to_have_text(["Todas las notas", "Cambios recientes", "Etiquetas"])
    links.last.click()
    box.page.wait_for_url("**/x/etiquetas/")


def test_failure_is_said_and_can_be_tried_again(visit, address):
    page = visit(address + "acentos/").page
    page.route("**/pagefind/pagefind-entry.json*", lambda route: route.abort())
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("golondrina")
    status = page.locator(".md-search-result__meta")
    expect(status).to_have_text("La búsqueda no se ha podido cargar.")
    page.unroute("**/pagefind/pagefind-entry.json*")
    page.get_by_role("button", name="Intentarlo de nuevo").click()
    expect(status).to_have_text("23 notas")


def test_without_a_connection_the_search_says_so(visit, address):
    page = visit(address + "acentos/").page
    page.locator(".md-search__input").hover()
    wait_until(page, "performance.getEntriesByType('resource').some(r => r.name.includes('wasm.es'))")
    page.context.set_offline(True)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("golondrina")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Parece que no hay conexión")
