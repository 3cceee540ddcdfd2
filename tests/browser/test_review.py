"""The page of a review, opened from the disk: it reads at both widths, runs nothing, and asks for nothing."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from estiba.cli.main import main
from hostile_review import HOSTILE
from repositories import Commits

NOTE = """\
---
title: WireGuard
description: Una VPN.
date: 2026-01-02
tags: [vpn]
---

Un párrafo {word} con `código`, ==marca== y un [enlace](index.md) a [[hostile]].

```yaml
services:
  web:
    image: nginx:{tag}
    ports:
      - "8080:80"
    environment:
      TZ: ${{TZ:-Europe/Madrid}}
```

=== "Uno"

    Primero

=== "Dos"

    Segundo

| a | b |
|---|---|
| {long} | 2 |

> [!warning] Ojo
> $x^2$

- [x] hecho
"""
LONG = "una_palabra_muy_larga_" * 20


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    commits = Commits(folder / "repository")
    before = NOTE.format(word="viejo", tag="1.28", long=LONG)
    commits.commit({"docs/index.md": "# Inicio\n", "docs/redes/vpn.md": before, "docs/picture.svg": "<svg/>"})
    commits.branch("change")
    after = NOTE.format(word="nue\u202evo", tag="1.29", long=LONG)
    commits.commit(HOSTILE | {"docs/redes/vpn.md": after + "\n[[nada]]\n", "hooks/x.py": "1\n"})
    file = folder / "review.html"
    assert main(["review", "main..change", str(commits.root / "docs"), "-o", str(file)]) == 1
    return file


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_a_review(window, page_file, width, scheme):
    page = window.new_page()
    try:
        requests, errors, dialogs = [], [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda line: errors.append(line.text))
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(page_file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        assert page.locator("h1").first.inner_text() == "Review: main..change"
        assert page.evaluate("document.documentElement.scrollWidth") == width
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (background == "rgb(255, 255, 255)") == (scheme == "light")

        vpn = page.locator(".estiba-review-note", has_text="redes/vpn.md").last
        before, after = (box.bounding_box() for box in vpn.locator(".estiba-review-side").all())
        if width == 1280:
            assert before["y"] == after["y"]
            assert before["x"] + before["width"] <= after["x"]
        else:
            assert before["y"] + before["height"] <= after["y"]
            assert before["x"] == after["x"]
        assert vpn.locator(".estiba-review-difference .estiba-review-unseen").all_inner_texts() == ["\\u202e"]
        assert vpn.locator(".estiba-review-difference ins").all_inner_texts() == ["nue\\u202evo", "29"]
        assert vpn.locator(".estiba-example__verdict").count() == 2
        tabs = vpn.locator(".estiba-review-side").last
        tabs.locator("label", has_text="Dos").click()
        assert tabs.locator(".tabbed-content").inner_text() == "Segundo"

        # nothing of a note is anywhere but in its box, whatever it is called and says of its place
        overlay = page.locator(".estiba-review-article div", has_text="OVERLAY").last
        box = overlay.locator("xpath=ancestor::*[@class='estiba-review-article'][1]").bounding_box()
        inner = overlay.bounding_box()
        assert box["x"] <= inner["x"]
        assert inner["x"] + inner["width"] <= box["x"] + box["width"]
        page.evaluate("scrollTo(0, 0)")
        top = page.evaluate("document.elementFromPoint(60, 30).closest('.estiba-review-article')")
        assert top is None

        # the page's own policy keeps `violations` from waiting, and nothing in it moves
        assert [one["id"] for one in Axe().run(page).response["violations"]] == []
        assert [one for one in requests if not one.startswith("data:")] == [page_file.as_uri()]
        assert (errors, dialogs) == ([], [])
    finally:
        page.close()
