"""Previews of what links lead to: by mouse and by keyboard, and none on touch."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from sites import run_build, served, write_files

CONFIG = """site_name: Semilla
site_url: {address}
theme:
  name: material
  language: es
  features: [navigation.instant]
plugins: [estiba]
"""
HOSTILE = "<img src=x onerror=alert(1)>"
RED = f"""---
title: La red de casa {HOSTILE}
description: Cómo está hecha & qué lleva.
---

# La red de casa

El primer párrafo, con **negrita**.

```yaml
services: {{web: {{image: "nginx:1.29"}}}}
```

El segundo. {"Muchas palabras. " * 60}

## Qué lleva

### Por dentro

Un *cable*.

- Y una regleta.

## Otra parte

Lo demás.
"""
NOTE = """# Casa

Va por [la red](red.md), [su parte](red.md#qué-lleva), [aquí](#abajo), [fuera](https://example.org/red/),
[lejos](vacia.md), [el dibujo](plano.svg).

## Abajo

Texto.
"""
CARD = "#estiba-preview"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("previews")
    files = {"casa.md": NOTE, "red.md": RED, "vacia.md": "# Vacía\n", "plano.svg": "<svg/>"}
    with served(root / "www") as address:
        write_files(root, files, CONFIG.format(address=address))
        run_build(root, site_dir=str(root / "www"))
        (root / "www/vacia/index.html").unlink()
        yield address


def parts(page):
    return {
        one.get_attribute("class").partition("__")[2]: one.inner_text()
        for one in page.locator(f"{CARD} > span").all()
    }


def test_by_mouse_and_after_instant_navigation(address, visit, violations):
    seen = visit(address + "red/")
    page = seen.page
    page.wait_for_load_state("networkidle")  # Material learns from the sitemap which pages there are
    page.evaluate("window.isTheSame = true")
    page.locator(".estiba-backlinks a", has_text="Casa").click()
    page.wait_for_url(address + "casa/")
    page.locator("article h2", has_text="Abajo").wait_for()
    asked = len(seen.requests)
    link = page.get_by_role("link", name="la red", exact=True)
    link.hover()
    expect(page.locator(CARD)).to_be_visible()
    found = parts(page)
    assert found["title"] == f"La red de casa {HOSTILE}"
    assert found["description"] == "Cómo está hecha & qué lleva."
    assert found["lines"].startswith("El primer párrafo, con negrita. El segundo. Muchas palabras.")
    assert found["lines"].endswith("…")
    assert len(found["lines"]) <= 301
    assert link.get_attribute("aria-describedby") == "estiba-preview"
    page.locator(CARD).hover()
    page.wait_for_timeout(400)
    expect(page.locator(CARD)).to_be_visible()
    assert violations(page) == []
    page.locator("h1").hover()
    expect(page.locator(CARD)).to_have_count(0)
    assert link.get_attribute("aria-describedby") is None
    page.get_by_role("link", name="su parte").hover()
    expect(page.locator(CARD)).to_be_visible()
    assert parts(page) == {"title": "Qué lleva", "lines": "Un cable. Y una regleta."}
    assert seen.requests[asked:] == [address + "red/"]
    for name in ("aquí", "fuera", "el dibujo"):
        page.get_by_role("link", name=name).hover()
        page.wait_for_timeout(350)
    with page.expect_response(address + "vacia/"):
        page.get_by_role("link", name="lejos").hover()
    assert page.locator(CARD).count() == 0
    assert seen.requests[asked:] == [address + "red/", address + "vacia/"]
    assert page.evaluate("window.isTheSame")
    assert seen.dialogs == []
    assert [one for one in seen.errors if "404" not in one] == []


def test_by_keyboard_on_a_narrow_page(address, visit, violations):
    page = visit(address + "casa/", width=390, color_scheme="dark").page
    page.locator("h1").click()
    link = page.get_by_role("link", name="su parte")
    page.get_by_role("link", name="la red", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.locator(CARD)).to_be_visible()
    expect(link).to_have_accessible_description("Qué lleva Un cable. Y una regleta.")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(f"{CARD} .estiba-preview__description")).to_be_visible()
    box = page.locator(CARD).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert violations(page) == ["color-contrast (serious): .focus-visible"]  # Material's, of the link
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    assert link.evaluate("one => one.previousElementSibling === document.activeElement")
    page.get_by_role("link", name="su parte").dispatch_event("pointerover", {"pointerType": "touch"})
    page.wait_for_timeout(500)
    assert page.locator(CARD).count() == 0
