"""The box above the index of tags, and tag pages and the home page with and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import run_build, served, write_files

OURS = Path(__file__).parents[2] / "overrides"
CONFIG = f"""site_name: Puerto
site_url: http://127.0.0.1/
theme: {{name: material, language: es, custom_dir: {OURS}}}
plugins: [estiba]
"""
POLICY = '[tags.vocabulary.network]\nlabels = { es = "Red" }\n'


def note(tags: str) -> str:
    return f"---\nmod: 2025-01-01\ntags: [{tags}]\n---\n\nTexto.\n"


VAULT = {
    "index.md": "# Puerto\n",
    "a/uno.md": note("network/vpn/casa, network/dns, ñandú, Cámara"),
    "a/dos.md": note("camarada, luz, casa/red, '<b>negrita'"),
    "estiba.toml": POLICY,
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("tagged")
    write_files(root, VAULT, CONFIG)
    with served(run_build(root)) as address:
        yield address


@pytest.fixture
def index(address, visit):
    return visit(address + "etiquetas/")


def shown(page) -> list[str]:
    return page.locator(".estiba-tags__entry > a:visible").all_inner_texts()


EVERY = ["casa", "red", "Red", "dns", "vpn", "casa", "<b>negrita", "Cámara", "camarada", "luz", "ñandú"]


ROWS = [
    ("camara", ["Cámara", "camarada"], "Quedan 2 etiquetas"),
    ("CÁMARADA", ["camarada"], "Queda 1 etiqueta"),
    ("nandu", ["ñandú"], "Queda 1 etiqueta"),
    (" #luz ", ["luz"], "Queda 1 etiqueta"),
    ("red/vpn", ["Red", "vpn", "casa"], "Quedan 2 etiquetas"),
    ("dns", ["Red", "dns"], "Queda 1 etiqueta"),
    ("<b>", ["<b>negrita"], "Queda 1 etiqueta"),
    ("zzz", [], "Ninguna etiqueta se llama así"),
    ("   ", EVERY, ""),
]


def test_typing_narrows_the_index_and_says_how_many_are_left(index):
    box = index.page.get_by_label("Filtrar las etiquetas")
    said = index.page.locator(".estiba-tag-filter [role=status]")
    seen = []
    for typed, *_ in ROWS:
        box.press_sequentially(typed)
        seen.append((typed, shown(index.page), said.inner_text()))
        box.fill("")
    assert seen == ROWS
    assert index.errors == []


def test_headings_without_tags_are_gone_and_escape_brings_all_back(index):
    page = index.page
    box = page.get_by_label("Filtrar las etiquetas")
    assert shown(page) == EVERY
    box.press_sequentially("luz")
    assert page.locator(".estiba-tags :is(h2, h3):visible").all_inner_texts() == ["De la A a la Z", "L"]
    box.press("Escape")
    assert box.input_value() == ""
    assert shown(page) == EVERY
    assert page.locator(".estiba-tag-filter [role=status]").inner_text() == ""


def test_keys_of_the_search_are_letters_in_the_box(index):
    page = index.page
    box = page.get_by_label("Filtrar las etiquetas")
    box.press_sequentially("s/f")
    assert box.input_value() == "s/f"
    assert not page.locator(".md-search__input").evaluate("input => input === document.activeElement")


def test_a_tag_is_reached_by_keyboard_alone(index):
    page = index.page
    page.get_by_label("Filtrar las etiquetas").focus()
    page.keyboard.type("camara")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Cámara"
    page.keyboard.press("Enter")
    page.wait_for_url("**/etiquetas/camara/")
    assert page.locator("h1").inner_text() == "Cámara"
    assert page.locator(".estiba-notes__note > a").all_inner_texts() == ["Uno"]


def test_an_old_address_of_a_section_leads_to_its_entry(address, visit):
    page = visit(address + "etiquetas/#tag-nandu").page
    assert page.locator(":target > a").inner_text() == "ñandú"


@pytest.mark.parametrize("path", ["", "etiquetas/", "etiquetas/network/", "etiquetas/b-negrita/"])
def test_nothing_is_wider_than_a_phone(address, visit, path):
    seen = visit(address + path, width=390)
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 390
    assert seen.errors == []


def test_without_javascript_everything_leads_somewhere_and_nothing_is_promised(address, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.locator(".estiba-home-search").is_visible()
    assert page.locator(".estiba-home-links a:visible").all_inner_texts() == [
        "Todas las notas",
        "Cambios recientes",
        "Etiquetas",
    ]
    page.locator(".estiba-home-links a", has_text="Etiquetas").click()
    page.wait_for_url("**/etiquetas/")
    assert not page.locator(".estiba-tag-filter").is_visible()
    assert shown(page) == EVERY
    page.locator("#tag-luz > a").click()
    page.wait_for_url("**/etiquetas/luz/")
    assert page.locator(".estiba-notes__note > a:visible").all_inner_texts() == ["Dos"]
    assert page.locator(".estiba-tag-actions a:visible").all_inner_texts() == ["Suscribirse (Atom)"]
    context.close()
