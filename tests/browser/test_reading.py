"""What a reader does with a note: reads it, copies, downloads, searches, with a mouse or a keyboard."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from sites import Site, run_build, served, write_files

EXAMPLE = """services:
  web:
    image: nginx:1.29
    ports:
      - "127.0.0.1:8080:80"   # comilla " y signo & en un comentario
    environment:
      CLAVE: "<secreto> 'uno' \\"dos\\""

volumes:
  datos: {}
"""
CARD = (
    '<div class="obsidian-meta-links" style="position: relative;"><a href="https://example.org/proyecto"'
    ' target="_blank" style="display: flex;"><div style="background-image:'
    ' url(https://images.example.org/una.png);"></div><div><h5>Proyecto de ejemplo</h5>'
    "<p>Lo que hace el proyecto.</p><p>https://example.org/proyecto</p></div></a></div>"
)
NOTE = f"""---
title: Servidor web
description: description
date: 2024-12-17
mod: 2025-10-25
published: true
tags: [web, redes]
---

# Servidor web

El primer párrafo, con una palabra poco común: ornitorrinco.

{CARD}

## Docker Compose

```yml
{EXAMPLE}```

- **image:** La imagen del servidor.

```YAML
services: {{otra: {{image: "alpine:3.22"}}}}
```

```python
print("esto no es un ejemplo")
```
"""
CONFIG = """site_name: Semilla
site_url: http://127.0.0.1/
repo_url: https://github.com/puerto/semilla
edit_uri: edit/main/docs/
theme:
  name: material
  language: es
plugins: [estiba]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("read")
    write_files(root, {"web.md": NOTE, "otra.md": "# Otra\n\nTexto.\n"}, CONFIG)
    return Site(run_build(root))


@pytest.fixture(scope="module")
def address(site):
    with served(site.root) as address:
        yield address


def test_everything_comes_from_the_site(address, visit):
    seen = visit(address + "web/")
    seen.page.wait_for_load_state("networkidle")
    assert [url for url in seen.requests if not url.startswith(address)] == []
    assert seen.errors == []


def test_title_dates_and_tags_are_shown_once(address, visit):
    page = visit(address + "web/").page
    assert page.locator("h1").all_inner_texts() == ["Servidor web"]
    assert page.locator("h1").get_attribute("id") == "servidor-web"
    assert page.locator("article time").all_inner_texts() == [
        "17 de diciembre de 2024",
        "25 de octubre de 2025",
    ]
    assert page.locator(".estiba-head .md-tag").all_inner_texts() == ["web", "redes"]
    assert page.locator("article").inner_text().count("ornitorrinco") == 1
    assert page.locator('a[rel="edit"]').get_attribute("href") == (
        "https://github.com/puerto/semilla/edit/main/docs/web.md"
    )


def test_a_report_names_the_line_that_is_read_or_selected(address, visit):
    page = visit(address + "web/").page
    page.set_viewport_size({"width": 1280, "height": 400})
    report = page.locator(".estiba-forge__report > a")

    def line_is(number):
        expect(report).to_have_text(f"Avisar de un error (línea {number})")
        query = parse_qs(urlsplit(report.get_attribute("href")).query)
        assert query["title"] == ["Error en «Servidor web»"]
        assert query["body"][0].startswith(f"Nota: docs/web.md, línea {number}\nPágina: ")

    expect(report).to_have_text("Avisar de un error")
    page.locator("#estiba-example-1").evaluate("it => it.scrollIntoView()")
    line_is(1 + NOTE[: NOTE.index("services:")].count("\n"))
    page.locator("#docker-compose").evaluate("it => getSelection().selectAllChildren(it)")
    line_is(1 + NOTE[: NOTE.index("## Docker Compose")].count("\n"))
    page.locator("#estiba-example-1-4").evaluate("it => getSelection().selectAllChildren(it)")
    line_is(1 + NOTE[: NOTE.index("    ports:")].count("\n"))


def test_first_paragraph_stands_in_for_a_placeholder_description(address, visit):
    page = visit(address + "web/").page
    assert page.locator("meta[name=description]").get_attribute("content") == (
        "El primer párrafo, con una palabra poco común: ornitorrinco."
    )
    assert page.locator(".estiba-head__description").count() == 0


def test_tag_leads_to_its_notes(address, visit):
    page = visit(address + "web/").page
    page.locator(".estiba-head .md-tag", has_text="redes").click()
    page.wait_for_url("**/etiquetas/redes/")
    assert page.locator(".estiba-notes__note > a").all_inner_texts() == ["Servidor web"]


def test_copy_button_copies_the_authors_bytes(address, visit):
    page = visit(address + "web/", permissions=["clipboard-read", "clipboard-write"]).page
    block = page.locator(".estiba-example").first
    block.locator("> .estiba-example__bar .estiba-example__copy").click()
    block.locator(".estiba-example__status", has_text="Copiado").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == EXAMPLE


def test_copying_works_by_keyboard(address, visit):
    page = visit(address + "web/", permissions=["clipboard-read", "clipboard-write"]).page
    page.locator(".estiba-example__copy").first.focus()
    page.keyboard.press("Enter")
    page.locator(".estiba-example__status", has_text="Copiado").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == EXAMPLE


def test_text_is_selected_where_the_clipboard_is_closed(address, visit):
    page = visit(address + "web/").page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')) }")
    page.locator(".estiba-example__copy").first.click()
    page.locator(".estiba-example__status", has_text="No se ha podido copiar").wait_for()
    assert page.evaluate("getSelection().toString()").rstrip() == EXAMPLE.rstrip()


def test_download_is_the_fence(address, visit, site):
    page = visit(address + "web/").page
    with page.expect_download() as caught:
        page.locator(".estiba-example a", has_text="Descargar").first.click()
    assert caught.value.suggested_filename == "compose.yaml"
    assert caught.value.path().read_bytes() == EXAMPLE.encode()
    assert (site.root / "web/compose-2.yaml").read_text() == ('services: {otra: {image: "alpine:3.22"}}\n')


def test_each_code_block_has_one_copy_button(address, visit):
    page = visit(address + "web/").page
    page.locator("pre .md-code__button, .md-clipboard").first.wait_for(state="attached")
    assert page.locator(".estiba-example[id] > .estiba-example__bar button").count() == 2
    assert page.locator(".estiba-example :is(.md-code__button, .md-clipboard)").count() == 0
    assert page.locator(".highlight:not(.estiba-example *) button").count() == 1


def test_word_of_a_note_is_found_through_the_box(address, visit):
    page = visit(address).page
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("ornitorrinco")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    assert result.inner_text() == "Servidor web"
    result.click()
    page.wait_for_url("**/web/*")


def test_link_card_replaces_what_a_plugin_pasted(address, visit):
    card = visit(address + "web/").page.locator(".estiba-card")
    assert card.inner_text().split("\n") == [
        "Proyecto de ejemplo",
        "Lo que hace el proyecto.",
        "example.org",
    ]
    assert card.get_attribute("href") == "https://example.org/proyecto"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_phone(address, visit, scheme):
    page = visit(address + "web/", width=390, color_scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    expected = {"light": "default", "dark": "slate"}[scheme]
    assert page.locator("body").get_attribute("data-md-color-scheme") == expected


def test_without_javascript_the_page_reads_and_downloads(address, chromium):
    context = chromium.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(address + "web/")
    assert "image: nginx:1.29" in page.locator(".estiba-example").first.inner_text()
    assert not page.locator(".estiba-example__copy").first.is_visible()
    with page.expect_download() as caught:
        page.locator(".estiba-example a").first.click()
    assert caught.value.path().read_bytes() == EXAMPLE.encode()
    context.close()
