"""No page has a violation that axe-core finds, in a wide and a narrow window, in light and in dark."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import expect

from searched_vault import VAULT
from sites import run_build, served, write_files

ROOT = Path(__file__).parents[2]
OURS = ROOT / "overrides"
RISKY = """---
title: Con riesgos
---

```yaml
services:
  app:
    image: ghcr.io/example/app:latest
    env_file: [app.env]
    environment:
      APP_PASSWORD: changeme
      DOMAIN: app.example.com
      PUID: 1000
    ports:
      - "8080:80"
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock  # estiba: allow docker-socket -- lo necesita
      - </path/to/data>:/data
    privileged: true
  otra:
    image: [sin, nombre]
```

- **image:** la imagen.
- **ports** y **volumes:** lo que abre.

```yaml bad="bad-port"
services:
  web:
    image: nginx:1.29
    ports:
      - "8080:80/tpc"
```

```yaml excerpt
ports:
  - 8080:80
```
"""
OBSIDIAN = """---
title: De Obsidian
aliases: [Antes]
---

#docker y [[riesgos]], [[nada]], ==marca==, $x^2$, una nota^[al pie]. ^uno

Una foto ![El rack](https://img.example.org/rack.png) de otro sitio.

> [!tip]- Plegado
> - [ ] tarea
> > [!danger] Dentro
> > Texto.

![[pihole#Ejemplo]]

![[riesgos]]

| a | b |
|---|---|
| [[riesgos\\|x]] | `y` |

$$
\\frac{a}{b}
$$

## Árbol

[[#Árbol]] [[#^uno]]
"""
EXAMPLES = {
    "ejemplos/obsidian.md": OBSIDIAN,
    "ejemplos/enlaza.md": "# Enlaza\n\nUna frase sobre [[obsidian]] y lo demás.\n",
    "ejemplos/riesgos.md": RISKY,
    "ejemplos/pihole.md": (ROOT / "docs/notas/redes/pihole.md").read_text("utf-8"),
}
CONFIG = f"""site_name: Puerto
site_url: http://127.0.0.1/
repo_url: https://github.com/puerto/notas
theme: {{name: material, language: es, custom_dir: {OURS}}}
plugins: [estiba]
"""
PAGES = {
    "home": "",
    "note": "facetas/dentro/cuatro/",
    "risky": "ejemplos/riesgos/",
    "obsidian": "ejemplos/obsidian/",
    "many-parts": "ejemplos/pihole/",
    "tags": "etiquetas/",
    "tag": "etiquetas/docker/",
    "changes": "cambios/",
    "search": "todas-las-notas/?q=cormoran&tag=docker",
}
MATERIALS: dict[str, dict[str, str]] = {}
"""Violations that are Material's own and cannot be mended from here: page -> violation -> why."""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("seen")
    write_files(root, VAULT | EXAMPLES, CONFIG)
    with served(run_build(root)) as address:
        yield address


def unfold(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")


def colour(page, scheme: str) -> None:
    """Choose light or dark as a reader does, with Material's switch in the header."""
    page.emulate_media(color_scheme=scheme)
    page.locator(f"[name=__palette][data-md-color-media*={scheme}]").evaluate("choice => choice.click()")
    name = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_a_violation(address, visit, violations, name):
    page = visit(address + PAGES[name]).page
    if "?q=" in PAGES[name]:
        expect(page.locator(".estiba-facet").first).to_be_visible()
    unfold(page)
    found = defaultdict(list)
    for width, scheme in product((1280, 390), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        colour(page, scheme)
        for violation in violations(page):
            found[violation].append(f"{width} {scheme}")
    known = MATERIALS.get(name, {})
    ours = [
        f"{violation} at {', '.join(seen)}" for violation, seen in found.items() if violation not in known
    ]
    assert not ours, "\n".join(ours)
    assert [violation for violation in known if violation not in found] == []


def test_violations_are_found(address, visit, violations):
    page = visit(address + PAGES["tags"]).page
    page.locator("article").evaluate("""article => {
      article.append(document.createElement("button"));
      const faint = document.createElement("p");
      faint.textContent = "Pálido";
      faint.style.color = "#aaa";
      article.append(faint);
    }""")
    assert violations(page) == [
        "button-name (critical): article > button",
        "color-contrast (serious): article > p",
    ]
