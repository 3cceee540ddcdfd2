"""Hostile front matter and file names: seen as they were written, and nothing runs."""

from __future__ import annotations

import json

import pytest

from sites import run_build, served, write_files

TITLE = "</title><script>alert('title')</script>"
DESCRIPTION = "\"><script>alert('description')</script>"
TAG = "<img src=x onerror=alert('tag')>"
FILE = "<img src=x onerror=alert('file')>.md"

NOTE = f"""---
title: {json.dumps(TITLE)}
description: {json.dumps(DESCRIPTION)}
tags: [{json.dumps(TAG)}, vpn]
icon: ../../../etc/passwd
template: sitemap.xml
---

Texto con palabrarara.

```yaml title="<img src=x onerror=alert('bar')>"
services:
  "<img src=x onerror=alert('service')>":
    image: "</code><script>alert('image')</script>"
```
"""
UNTITLED = "Sin título ni metadatos.\n"

VAULT = {
    "nota.md": NOTE,
    FILE: UNTITLED,
    "carpeta <script>alert('folder')<script>/otra.md": "# Otra\n\n[enlace](../nota.md)\n",
}
PAGES = (
    "nota/",
    "%3Cimg%20src%3Dx%20onerror%3Dalert%28%27file%27%29%3E/",
    "",
    "tags/",
    "tags/img-src-x-onerror-alert-tag/",
    "tags/vpn/",
    "all-notes/",
    "404.html",
    "carpeta%20%3Cscript%3Ealert%28%27folder%27%29%3Cscript%3E/otra/",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    write_files(root, VAULT)
    with served(run_build(root)) as address:
        yield address


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_a_note_runs(address, visit, path):
    seen = visit(address + path)
    assert seen.dialogs == []
    assert seen.errors == []
    assert [url for url in seen.requests if not url.startswith(address)] == []


def test_title_description_and_tag_are_seen_as_written(address, visit):
    page = visit(address + "nota/").page
    assert page.locator("h1").all_inner_texts() == [TITLE]
    assert page.title() == f"{TITLE} - Semilla"
    assert page.locator(".estiba-head__description").inner_text() == DESCRIPTION
    assert page.locator(".estiba-head .md-tag").all_inner_texts() == [TAG, "vpn"]
    assert page.locator("meta[name=description]").get_attribute("content") == DESCRIPTION
    assert page.locator(".md-nav__link--active .md-ellipsis").first.inner_text() == TITLE


def test_page_of_a_tag_shows_its_notes_as_written(address, visit):
    page = visit(address + "tags/img-src-x-onerror-alert-tag/").page
    assert page.locator("h1").inner_text() == TAG
    assert page.title() == f"{TAG} - Semilla"
    assert page.locator(".estiba-notes__note > a").all_inner_texts() == [TITLE]
    assert page.locator(".estiba-notes__note > .estiba-list__text").all_inner_texts() == [DESCRIPTION]
    assert page.locator(".estiba-notes__tags").inner_text() == "vpn"
    assert TAG in page.locator("meta[name=description]").get_attribute("content")


def test_file_name_is_seen_as_written(address, visit):
    seen = visit(address + PAGES[1])
    assert seen.page.locator("h1").inner_text() == "<img src=x onerror=alert('file')>"


def test_example_is_seen_and_copied_as_written(address, visit):
    page = visit(address + "nota/", permissions=["clipboard-read", "clipboard-write"]).page
    assert page.locator(".estiba-example__name").inner_text() == "<img src=x onerror=alert('bar')>"
    page.locator(".estiba-example__copy").click()
    expected = NOTE[NOTE.index("services:") : NOTE.rindex("```")]
    assert page.evaluate("navigator.clipboard.readText()") == expected
