"""The Content Security Policy in Chromium: it lets every kind of page work, and nothing else run."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from sites import run_build, served, write_files

CONFIG = """site_name: Puerto
site_url: http://127.0.0.1/
theme: {name: material, language: es, features: [navigation.instant, content.tabs.link, content.code.copy]}
plugins: [estiba]
"""
NOTE = """---
title: Grúa
date: 2025-10-25
tags: [vpn, puerto/grúas]
aliases: [antes]
---

[Otra](otra.md) y $x^2 + \\frac{1}{2}$.

![Fuera](https://img.example.org/a.png) <img src="//img.example.org/b.png">

=== "Uno"

    uno

=== "Dos"

    dos

```yaml title="compose.yaml"
services:
  grua:
    image: nginx:1.29
    environment:
      CLAVE: cambiame
```

| a | b |
|:-:|--:|
| 1 | 2 |
"""
VAULT = {
    "favicon.ico": "",  # asked for by the page that leads on, which names no icon
    "index.md": "# Puerto\n\n[Grúa](grua.md)\n",
    "grua.md": NOTE,
    "notas/lejos.md": "# Lejos\n",
    "otra.md": "# Otra\n\nTexto con palabrarara.\n",
}
LISTS = ("etiquetas/", "etiquetas/vpn/", "notas/", "cambios/", "todas-las-notas/", "404.html")
HURT = """<script>ran.push("script")</script>
<script type="module">ran.push("module")</script>
<script src="data:text/javascript,ran.push('data')"></script>
<script src="{elsewhere}x.js"></script>
<img src="x.png" onerror="ran.push('handler')">
<img src="{elsewhere}x.png">
<link rel="stylesheet" href="{elsewhere}x.css">
<iframe srcdoc="<script>parent.ran.push('frame')</script>"></iframe>
<object data="{elsewhere}x.svg"></object>
<base href="{elsewhere}">
<a id="hurt" href="javascript:ran.push('link')">x</a>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("guarded")
    write_files(root, VAULT, CONFIG)
    return run_build(root)


@pytest.fixture(scope="module")
def address(site):
    with served(site) as address:
        yield address


def test_bad_input_62_every_kind_of_page_works(address, visit):
    seen = visit(address, permissions=["clipboard-read", "clipboard-write"])
    page = seen.page
    page.locator("article a", has_text="Grúa").first.click()
    page.locator(".tabbed-labels label", has_text="Dos").click()
    expect(page.locator(".tabbed-block", has_text="dos")).to_be_visible()
    expect(page.locator("math")).to_have_count(1)
    expect(page.locator(".estiba-elsewhere")).to_have_count(2)
    page.locator(".estiba-example__copy").first.click()
    assert "nginx:1.29" in page.evaluate("navigator.clipboard.readText()")
    asks = page.locator(".estiba-part--asks")
    if asks.get_attribute("open") is None:
        asks.locator("summary").click()
    page.locator("[id$='-CLAVE']").fill("x1y2z3")
    expect(page.locator(".estiba-example code").first).to_contain_text("x1y2z3")
    page.locator("article a", has_text="Otra").first.hover()
    expect(page.locator("#estiba-preview")).to_contain_text("palabrarara")
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("palabrarara")
    page.locator(".estiba-result__title", has_text="Otra").click()
    expect(page.locator("h1")).to_have_text("Otra")

    for path in LISTS:
        page.goto(address + path)
        expect(page.locator("h1")).to_be_visible()
    page.goto(address + "antes/")
    page.wait_for_url("**/grua/")

    assert seen.errors == []
    assert [url for url in seen.requests if not url.startswith((address, "data:"))] == []


def test_nothing_else_runs_or_is_asked_for(site, address, visit):
    elsewhere = "http://127.0.0.2:9/"
    page = (site / "otra/index.html").read_text("utf-8")
    hurt = page.replace("</article>", HURT.format(elsewhere=elsewhere) + "</article>")
    (site / "hurt.html").write_text(hurt, "utf-8")
    seen = visit(address)
    page = seen.page
    failures = {}
    page.on("requestfailed", lambda request: failures.setdefault(request.url, request.failure))
    page.add_init_script("window.ran = []")
    page.goto(address + "hurt.html")
    page.locator("#hurt").click()
    page.evaluate("""() => {
      const box = document.createElement("div");
      document.body.append(box);
      box.innerHTML = `<img src="x" onerror="ran.push('written')"><svg onload="ran.push('svg')"></svg>`;
      const script = document.createElement("script");
      script.textContent = "ran.push('made')";
      box.append(script);
    }""")
    asked = page.evaluate(
        "url => Promise.allSettled([fetch(url), fetch(`${url}?`, { mode: 'no-cors' })])"
        ".then(all => all.map(one => one.status))",
        elsewhere,
    )
    assert asked == ["rejected", "rejected"]
    page.wait_for_timeout(300)
    assert page.evaluate("ran") == []
    assert page.evaluate("document.baseURI") == address + "hurt.html"
    assert {why for url, why in failures.items() if url.startswith(elsewhere)} <= {"csp"}
    refused = [one for one in seen.errors if "Content Security Policy" in one]
    assert len(refused) >= 10
